import { createPatch } from 'rfc6902';
import type { StateArticle, StoryState } from '../../../domain/story-state.js';

export type ChangeType =
  | 'article-added'
  | 'article-removed'
  | 'article-revised'
  | 'development-added'
  | 'development-removed'
  | 'development-changed'
  | 'figure-added'
  | 'figure-removed'
  | 'figure-changed'
  | 'claim-added'
  | 'claim-removed'
  | 'claim-changed'
  | 'entity-added'
  | 'entity-removed'
  | 'entity-changed'
  | 'title-changed'
  | 'status-changed';

/** `before` is absent for what was added, `after` for what was removed; both are as in the state. */
export interface TypedChange {
  readonly type: ChangeType;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One operation of a JSON patch (RFC 6902). */
export interface Rfc6902Op {
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/** What changed between two states, in words of the field, and the patch that makes `b` of `a`. */
export function diffStates(a: StoryState, b: StoryState): { changes: TypedChange[]; patch: Rfc6902Op[] } {
  return { changes: typedChanges(a, b), patch: createPatch(a, b) as Rfc6902Op[] };
}

/** What changed between two states, in words of the field. */
export function typedChanges(a: StoryState, b: StoryState): TypedChange[] {
  const changes: TypedChange[] = [];
  if (a.title !== b.title) changes.push({ type: 'title-changed', before: a.title, after: b.title });
  if (a.status !== b.status) changes.push({ type: 'status-changed', before: a.status, after: b.status });
  // A state lists its newest articles only: what falls out of the window, or comes back into it, is no change.
  compare(within(a.articles.items, b), within(b.articles.items, a), {
    key: (it) => it.id,
    same: (x, y) => x.revision === y.revision,
    types: ['article-added', 'article-removed', 'article-revised'],
    into: changes,
  });
  compare(a.timeline, b.timeline, {
    // A better wording of the same sentence's happening still rests on one of the old sources.
    key: (it) => `${it.date}|${it.precision}|${at(it.sources[0])}`,
    also: (it) => it.sources.map((source) => `${it.date}|${it.precision}|${at(source)}`),
    same: sameJson,
    types: ['development-added', 'development-removed', 'development-changed'],
    into: changes,
  });
  compare(a.figures, b.figures, {
    key: (it) => `${it.unit}|${it.subject}`,
    also: (it) => it.values.flatMap((value) => value.sources.map((source) => `${value.value}|${at(source)}`)),
    same: sameJson,
    types: ['figure-added', 'figure-removed', 'figure-changed'],
    into: changes,
  });
  compare(a.claims, b.claims, {
    key: (it) => at(it.sources[0]),
    also: (it) => it.sources.map(at),
    same: sameJson,
    types: ['claim-added', 'claim-removed', 'claim-changed'],
    into: changes,
  });
  compare(a.entities, b.entities, {
    key: (it) => `${it.type}|${it.name}`,
    also: (it) => it.aliases.map((alias) => `${it.type}|${alias}`),
    // Mentions change with every article; that alone is no news.
    same: (x, y) => x.name === y.name && x.role === y.role && sameJson(x.aliases, y.aliases),
    types: ['entity-added', 'entity-removed', 'entity-changed'],
    into: changes,
  });
  return changes;
}

/** Those of `items` that `other` would list if it had them. */
function within(items: readonly StateArticle[], other: StoryState): readonly StateArticle[] {
  const { total, items: listed } = other.articles;
  const oldest = listed.at(-1);
  return oldest && total > listed.length ? items.filter((it) => it.publishedAt >= oldest.publishedAt) : items;
}

interface Comparison<T> {
  readonly key: (it: T) => string;
  /** Other marks by which a thing is known again when its key has changed. */
  readonly also?: (it: T) => readonly string[];
  readonly same: (a: T, b: T) => boolean;
  readonly types: readonly [added: ChangeType, removed: ChangeType, changed: ChangeType];
  readonly into: TypedChange[];
}

function compare<T>(before: readonly T[], after: readonly T[], how: Comparison<T>): void {
  const [added, removed, changed] = how.types;
  const left = new Set(before);
  const pairs = new Map<T, T>();
  const pairUp = (marks: (it: T) => readonly string[]): void => {
    const known = new Map<string, T>();
    for (const it of left) for (const mark of marks(it)) if (!known.has(mark)) known.set(mark, it);
    for (const it of after) {
      if (pairs.has(it)) continue;
      const old = marks(it)
        .map((mark) => known.get(mark))
        .find((candidate) => candidate !== undefined && left.has(candidate));
      if (old === undefined) continue;
      pairs.set(it, old);
      left.delete(old);
    }
  };
  pairUp((it) => [how.key(it)]);
  if (how.also) pairUp(how.also);
  for (const it of after) {
    const old = pairs.get(it);
    if (old === undefined) how.into.push({ type: added, after: it });
    else if (!how.same(old, it)) how.into.push({ type: changed, before: old, after: it });
  }
  for (const it of left) how.into.push({ type: removed, before: it });
}

const at = (source: { articleId: string; start: number } | undefined): string =>
  source ? `${source.articleId}@${source.start}` : '';

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
