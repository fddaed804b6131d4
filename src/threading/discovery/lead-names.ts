import type { ArticleTerms } from './article-terms.js';

/**
 * The names and numbers that a story's reports begin with, by how many do: two happenings of one kind, in one place,
 * told in the same words, differ in whom and how many they name first.
 */
export type LeadNames = ReadonlyMap<string, number>;

/** More names than a happening has; those in most reports stay. */
const MAX_NAMES = 50;
/** A name that so many reports begin with is what the story is about. */
const CORE = 0.5;
/** What a report without any name is taken to share: enough not to matter. */
const PRIOR = 1;
/** How much names count, and by how much a report with all of them gains: found as the values of nearness.ts were. */
const NAMES = { power: 0.8, most: 1.6 };
/** A text of so few distinct words, a headline, names too little to be judged by it; from so many on it is in full. */
const WORDS = { from: 20, full: 60 };

/** The names of a story with those of one more report. */
export function withLeadNames(names: LeadNames, { lead, names: named, numbers }: ArticleTerms): LeadNames {
  const counts = new Map(names);
  for (const key of lead) if (named.has(key) || numbers.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.size <= MAX_NAMES) return counts;
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_NAMES));
}

/**
 * What the names make of a nearness: a factor. Counts both ways, by rarity: the names that the story is about and the
 * report has, and those that the report begins with and the story has.
 *
 * @param ofStory whether a story has a term
 * @param rarity of a term among the stories
 */
export function leadNamesFactor(
  story: { readonly leadNames: LeadNames; readonly articles: number },
  terms: ArticleTerms,
  ofStory: (key: string) => boolean,
  rarity: (key: string) => number,
): number {
  const words = Math.min(1, Math.max(0, (terms.weights.size - WORDS.from) / (WORDS.full - WORDS.from)));
  if (words === 0) return 1;
  let [core, coreShared, own, ownShared] = [PRIOR, PRIOR, PRIOR, PRIOR];
  for (const [key, reports] of story.leadNames) {
    if (reports < CORE * story.articles) continue;
    const weight = rarity(key);
    core += weight;
    if (terms.weights.has(key)) coreShared += weight;
  }
  for (const key of terms.lead) {
    if (!terms.names.has(key) && !terms.numbers.has(key)) continue;
    const weight = rarity(key);
    own += weight;
    if (ofStory(key)) ownShared += weight;
  }
  const shared = (coreShared / core + ownShared / own) / 2;
  return (NAMES.most * shared ** NAMES.power) ** words;
}
