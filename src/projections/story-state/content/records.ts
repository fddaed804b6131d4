import type { Source } from '../../../domain/story-state.js';
import type { Quota } from './limits.js';

/** A source as an aggregate keeps it: article, revision, publisher, published at, start, end. */
export type SourceTuple = readonly [string, number, string, string, number, number];

export const toSource = ([articleId, revision, publisher, publishedAt, start, end]: SourceTuple): Source => ({
  articleId,
  revision,
  publisher,
  publishedAt,
  start,
  end,
});

/** Earliest report first; a total order. */
export function compareSources(a: SourceTuple, b: SourceTuple): number {
  return compareText(a[3], b[3]) || compareText(a[0], b[0]) || a[4] - b[4] || a[5] - b[5];
}

/** By code units: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A statement as told by one article or, word for word, by several. */
export interface Told {
  /** The same for the same statement. */
  readonly key: string;
  /** Articles that tell it. */
  readonly told: number;
  /** The earliest, in order. */
  readonly sources: readonly SourceTuple[];
  /** Day by which it is recent. */
  readonly day: string;
  readonly weight: number;
}

/** The earliest of both, each article once. */
export function joinSources(
  a: readonly SourceTuple[],
  b: readonly SourceTuple[],
  max: number,
): SourceTuple[] {
  const byArticle = new Map<string, SourceTuple>();
  for (const source of [...a, ...b].sort(compareSources)) {
    if (byArticle.size >= max) break;
    if (!byArticle.has(source[0])) byArticle.set(source[0], source);
  }
  return [...byArticle.values()];
}

/** One list of all records, those with the same key combined. `combine` must be associative and commutative. */
export function joinRecords<T extends { readonly key: string }>(
  lists: readonly (readonly T[])[],
  combine: (a: T, b: T) => T,
): T[] {
  const byKey = new Map<string, T>();
  for (const list of lists) {
    for (const record of list) {
      const known = byKey.get(record.key);
      byKey.set(record.key, known === undefined ? record : combine(known, record));
    }
  }
  return [...byKey.values()];
}

/**
 * What a quota leaves of statements: the most recent, so many a group, and the weightiest, so many a group.
 *
 * Taking the best under "so many a group, so many in all" is taking the best basis of a laminar matroid, and that of a
 * union can be taken from those of the parts. So a merge of merges keeps the same records as one merge of everything,
 * in any order, as long as the order is by the records themselves; a statement's `told` may fall short by tellings that
 * were dropped before.
 */
export function keepWithin<T extends Told>(
  records: readonly T[],
  quota: Quota,
  group: (record: T) => string,
): T[] {
  const recent = byRecency(records);
  if (records.length <= quota.recent && quota.recentPerGroup >= records.length) return recent;
  const kept = new Set(greedy(recent, group, quota.recent, quota.recentPerGroup));
  for (const record of greedy(byWeight(records), group, quota.best, quota.bestPerGroup)) kept.add(record);
  return recent.filter((record) => kept.has(record));
}

function byRecency<T extends Told>(records: readonly T[]): T[] {
  return [...records].sort(
    (a, b) => compareText(b.day, a.day) || b.weight - a.weight || compareText(a.key, b.key),
  );
}

function byWeight<T extends Told>(records: readonly T[]): T[] {
  return [...records].sort(
    (a, b) => b.weight - a.weight || compareText(b.day, a.day) || compareText(a.key, b.key),
  );
}

function greedy<T>(sorted: readonly T[], group: (record: T) => string, total: number, perGroup: number): T[] {
  const counts = new Map<string, number>();
  const kept: T[] = [];
  for (const record of sorted) {
    if (kept.length >= total) break;
    const name = group(record);
    const count = counts.get(name) ?? 0;
    if (count >= perGroup) continue;
    counts.set(name, count + 1);
    kept.push(record);
  }
  return kept;
}
