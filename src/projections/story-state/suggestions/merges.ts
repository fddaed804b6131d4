import { cosine, shared, span, type Rarity, type StoryEvidence } from './evidence.js';

/** Two stories that look like one. */
export interface Merge {
  readonly stories: readonly [string, string];
  /** 0..1 */
  readonly score: number;
  /** Of their terms, 0..1. */
  readonly likeness: number;
  readonly names: readonly string[];
  readonly words: readonly string[];
  /** Articles that stand in both. */
  readonly articles: readonly string[];
  /** Days between the times of their articles; 0 when these overlap. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** So many days apart are as good as none, and from so many on two stories are not contemporary. */
const APART = { near: 3, far: 30 };
/** Of the pairs above it that discovery had left apart, nine in ten were one story by the judgement of people. */
const LEAST = 0.35;
/** Two stories that editors defined have their overlap by intent, unless it is nearly all of both. */
const SAME_ARTICLES = 0.8;
/** Terms of more stories than this find no pairs: it bounds the work, and they say little. */
const MAX_STORIES_OF_TERM = 50;

/** Pairs of contemporary stories that share their names and words, the likeliest first. */
export function suggestMerges(stories: readonly StoryEvidence[], rarity: Rarity): Merge[] {
  const vectors = stories.map(({ reports }) => rarity.vector(reports));
  const byTerm = new Map<string, number[]>();
  const pairs = new Set<number>();
  vectors.forEach((vector, b) => {
    for (const term of vector.keys()) {
      if (rarity.storiesWith(term) > MAX_STORIES_OF_TERM) continue;
      const others = byTerm.get(term) ?? [];
      for (const a of others) pairs.add(a * stories.length + b);
      byTerm.set(term, [...others, b]);
    }
  });
  const found: Merge[] = [];
  for (const pair of pairs) {
    const [i, j] = [Math.floor(pair / stories.length), pair % stories.length];
    const [a, b] = [stories[i]!, stories[j]!];
    const likeness = cosine(vectors[i]!, vectors[j]!);
    const articles = inBoth(a, b);
    const days = daysApart(a, b);
    const score = scoreOf(a, b, likeness, articles.length, days);
    if (score < LEAST) continue;
    const { names, words } = shared(vectors[i]!, vectors[j]!, rarity);
    if (names.length + words.length < 2) continue;
    found.push({
      stories: a.id < b.id ? [a.id, b.id] : [b.id, a.id],
      score,
      likeness,
      names,
      words,
      articles,
      days,
    });
  }
  return found.sort((x, y) => y.score - x.score || (x.stories.join() < y.stories.join() ? -1 : 1));
}

function scoreOf(a: StoryEvidence, b: StoryEvidence, likeness: number, common: number, days: number): number {
  if (a.tracked && b.tracked) {
    const jaccard = common / (a.reports.length + b.reports.length - common);
    return jaccard >= SAME_ARTICLES ? jaccard : 0;
  }
  const contemporary = Math.min(1, Math.max(0, (APART.far - days) / (APART.far - APART.near)));
  const overlap = common / Math.min(a.reports.length, b.reports.length);
  return Math.min(1, likeness * contemporary + 0.3 * overlap * likeness);
}

function inBoth(a: StoryEvidence, b: StoryEvidence): string[] {
  const ids = new Set(b.reports.map(({ id }) => id));
  return a.reports.map(({ id }) => id).filter((id) => ids.has(id));
}

function daysApart(a: StoryEvidence, b: StoryEvidence): number {
  const [x, y] = [span(a.reports), span(b.reports)];
  return Math.max(0, x.first - y.last, y.first - x.last) / DAY_MS;
}
