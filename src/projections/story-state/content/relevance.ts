import type { Aggregate } from './aggregate.js';
import { contentStems, stemsOfRecord } from './words.js';

/** How many of a sentence's words say what it is about; the others are its own news. */
const MOST_TELLING = 4;

/**
 * How much each development is about what the story is about, 0..1: how common its commonest words are in the story's
 * headlines, developments and claims, its own sentence left out. A report's aside about another matter ("the two
 * countries had exchanged fire a month before") shares few.
 */
export function relevance({ newest, developments, claims }: Aggregate): ReadonlyMap<object, number> {
  const shares = new Map<string, number>();
  const add = (stems: readonly string[], share: number): void => {
    for (const stem of new Set(stems)) shares.set(stem, (shares.get(stem) ?? 0) + share);
  };
  const own = 1 / Math.max(1, developments.length);
  for (const article of newest) add(contentStems(article.title), 1 / newest.length);
  for (const record of developments) add(stemsOfRecord(record), own);
  for (const record of claims) add(stemsOfRecord(record), 1 / claims.length);
  const scores = developments.map((record) => {
    const common = [...new Set(stemsOfRecord(record))].map((stem) => shares.get(stem)! - own);
    return common
      .sort((a, b) => b - a)
      .slice(0, MOST_TELLING)
      .reduce((sum, share) => sum + share, 0);
  });
  const most = Math.max(...scores, Number.MIN_VALUE);
  return new Map(developments.map((record, i) => [record, scores[i]! / most]));
}
