/** A story with how near an article is to it; the article may join from a ratio of 1. */
export interface Ranked<Story extends { readonly storyId: string }> {
  readonly story: Story;
  /** See meaning.ts; 1 where no model is plugged in. */
  readonly meaning: number;
  /** Cosine over the cosine that it takes to join, by all parts of nearness. */
  readonly ratio: number;
  /** What decides between stories that are near enough. */
  readonly standing: number;
}

/** Stories kept to be looked at closely: by the nearness of the whole the right one is hardly ever further down. */
export const SHORTLIST = 4;

/** Keeps the first few in order; ties fall to the smaller id. */
export function insert<T extends Ranked<{ readonly storyId: string }>>(ranked: T[], next: T): void {
  let at = ranked.length;
  while (at > 0 && precedes(next, ranked[at - 1]!)) at--;
  if (at >= SHORTLIST) return;
  ranked.splice(at, 0, next);
  if (ranked.length > SHORTLIST) ranked.pop();
}

const precedes = <T extends Ranked<{ readonly storyId: string }>>(a: T, b: T): boolean =>
  a.standing > b.standing || (a.standing === b.standing && a.story.storyId < b.story.storyId);
