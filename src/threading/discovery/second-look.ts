import type { ThreadingArticle } from '../reading.js';
import type { NearestStory, StoryIndex } from './discovery.js';

/** A story of more articles stands by itself: others may be merged into it, it into none. */
export const FEW_ARTICLES = 3;

/** Where a story of few articles belongs, now that more is known than when it was opened. */
export interface SecondLook {
  readonly into: string;
  /** For each of its articles, in their order, what brings it there; null for one that is not near. */
  readonly nearest: readonly (NearestStory | null)[];
}

/**
 * Compares a story of few articles, as if these came in now, with the others that are there: first reports say little
 * and use their own words, and only what is reported later shows what they were about. In detection of topics the same
 * is reached by waiting with the decision (the "deferral" of Topic Detection and Tracking, Allan and others 1998); here
 * the story is there at once and may be merged afterwards.
 *
 * @param articles all articles of the story
 * @returns null when not most of its articles are near one story that has as many or more; `index` is as it was
 */
export function secondLook(
  index: StoryIndex,
  storyId: string,
  articles: readonly ThreadingArticle[],
): SecondLook | null {
  const sketch = index.snapshot(storyId);
  index.remove(storyId);
  const found = articles.map((article) => index.nearest(article));
  const into = mostNamed(found.flatMap((near) => near?.storyId ?? []));
  const belongs =
    into !== null && into.times * 2 > articles.length && index.articlesIn(into.storyId) >= sketch.articles;
  index.load([sketch]);
  if (!belongs) return null;
  const { storyId: target } = into;
  return { into: target, nearest: found.map((near) => (near?.storyId === target ? near : null)) };
}

/** Ties fall to the smaller id. */
function mostNamed(storyIds: readonly string[]): { storyId: string; times: number } | null {
  const times = new Map<string, number>();
  for (const id of storyIds) times.set(id, (times.get(id) ?? 0) + 1);
  const [first] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first ? { storyId: first[0], times: first[1] } : null;
}
