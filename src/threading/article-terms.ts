import { read, type ThreadingArticle } from './reading.js';
import type { Word } from './vocabulary.js';

/** An article as discovery compares it: what its words weigh before it is known how rare they are. */
export interface ArticleTerms {
  readonly weights: ReadonlyMap<string, number>;
  /** Stems that are names or numbers: what tells two happenings of one kind apart. */
  readonly names: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
  /** Publication, milliseconds. */
  readonly at: number;
}

/** A name counts twice as much as another word, a number half as much again, a word of the headline a quarter more. */
const NAME = 2;
const NUMBER = 1.5;
const HEADLINE = 1.25;

interface Count {
  times: number;
  named: number;
  number: boolean;
}

const known = new WeakMap<ThreadingArticle, ArticleTerms>();

/** The terms of an article, counted once though it is first compared and then added. */
export function articleTerms(article: ThreadingArticle): ArticleTerms {
  let terms = known.get(article);
  if (!terms) known.set(article, (terms = countTerms(article)));
  return terms;
}

function countTerms(article: ThreadingArticle): ArticleTerms {
  const { title, passages } = read(article);
  const counts = new Map<string, Count>();
  for (const word of title) count(counts, word);
  const headline = new Set(counts.keys());
  for (const passage of passages) for (const word of passage.words) count(counts, word);
  const weights = new Map<string, number>();
  const names = new Set<string>();
  for (const [key, { times, named, number }] of counts) {
    let weight = 1 + Math.log(times);
    // Capitals count when at least half of the occurrences have them: "Apple" is a name, "Police" at a start is not.
    if (named * 2 >= times) weight *= NAME;
    if (number) weight *= NUMBER;
    if (number || named * 2 >= times) names.add(key);
    if (headline.has(key)) weight *= HEADLINE;
    weights.set(key, weight);
  }
  return { weights: weightiest(weights), names, headline, at: Date.parse(article.publishedAt) };
}

/** More terms make decisions slower and no better: what a long report says once in its second half is seldom its subject. */
const MAX_TERMS = 120;

function weightiest(weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  if (weights.size <= MAX_TERMS) return weights;
  // The sort is stable: of equals those said first stay.
  return new Map([...weights].sort((a, b) => b[1] - a[1]).slice(0, MAX_TERMS));
}

function count(counts: Map<string, Count>, word: Word): void {
  if (word.stop) return;
  let known = counts.get(word.key);
  if (!known) counts.set(word.key, (known = { times: 0, named: 0, number: false }));
  known.times++;
  if (word.kind === 'name') known.named++;
  if (word.kind === 'number') known.number = true;
}
