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
  /** How far its sentence and passage tell of the story, 0..1; absent where threading has not judged that. */
  readonly bearing?: number;
  /** How prominently a report tells it, whatever the story, when that is more than its weight. */
  readonly prominence?: number;
  /** By what a landmark is kept, when that is more than its weight. */
  readonly standing?: number;
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
 * What a quota leaves of statements: the most recent, so many a group, and the weightiest, so many a group and month.
 *
 * Taking the best under "so many a group, so many a month, so many in all" is taking the best basis of a laminar
 * matroid, and that of a union can be taken from those of the parts. So a merge of merges keeps the same records as one
 * merge of everything, in any order, as long as the order is by the records themselves; a statement's `told` may fall
 * short by tellings that were dropped before.
 */
export function keepWithin<T extends Told>(
  records: readonly T[],
  quota: Quota,
  group: (record: T) => string,
): T[] {
  const recent = [...records].sort(byRecency);
  if (records.length <= quota.recent && records.length <= quota.recentPerGroup) return recent;
  const kept = new Set(greedy(recent, quota.recent, [[group, quota.recentPerGroup]]));
  const month = (record: T): string => record.day.slice(0, 7);
  const inMonth = (record: T): string => `${month(record)} ${group(record)}`;
  const best = greedy([...records].sort(byStanding), quota.best, [
    [month, quota.bestPerMonth],
    [inMonth, quota.bestPerGroup],
  ]);
  for (const record of best) kept.add(record);
  return recent.filter((record) => kept.has(record));
}

const byRecency = (a: Told, b: Told): number =>
  compareText(b.day, a.day) || b.weight - a.weight || compareText(a.key, b.key);

/** Among equals by key, which is as good as random: neither early nor late ones are favoured. */
const byStanding = (a: Told, b: Told): number =>
  standingOf(b) - standingOf(a) || compareText(tail(a.key), tail(b.key));

/** By what a statement is kept for good. */
export const standingOf = (it: Told): number => it.standing ?? it.weight;

/** How prominently it is told where it is told best. */
export const prominenceOf = (it: Told): number => it.prominence ?? it.weight;

const tail = (key: string): string => key.slice(-16) + key;

function greedy<T>(
  sorted: readonly T[],
  total: number,
  quotas: readonly (readonly [group: (record: T) => string, most: number])[],
): T[] {
  const counts = quotas.map(() => new Map<string, number>());
  const kept: T[] = [];
  for (const record of sorted) {
    if (kept.length >= total) break;
    const names = quotas.map(([group]) => group(record));
    if (quotas.some(([, most], i) => (counts[i]!.get(names[i]!) ?? 0) >= most)) continue;
    names.forEach((name, i) => counts[i]!.set(name, (counts[i]!.get(name) ?? 0) + 1));
    kept.push(record);
  }
  return kept;
}
