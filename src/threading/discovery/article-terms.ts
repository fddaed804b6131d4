import { articleTimes, type ArticleTimes } from './named-times.js';
import { canBeName, isForeign } from '../other-languages/affixes.js';
import { readBeginning, type ThreadingArticle } from '../reading.js';
import type { Subject, WordCount } from '../subject.js';
import { words } from '../vocabulary.js';

/** An article as discovery compares it: what its words weigh before it is known how rare they are. */
export interface ArticleTerms {
  readonly weights: ReadonlyMap<string, number>;
  /** Stems that are names or numbers: what tells two happenings of one kind apart. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Stems with capitals that the place asks for, in Title Case or where a sentence begins: names or not. */
  readonly unsure: ReadonlySet<string>;
  /** Words in another script than Latin that may be names. */
  readonly foreign: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
  /** The stems among them of the headline and of how the report begins: what a report is about stands there. */
  readonly lead: ReadonlySet<string>;
  readonly times: ArticleTimes;
  /** Publication, milliseconds. */
  readonly at: number;
}

/** So much more than another word a name counts. */
export const NAME = 2;
/** Words after the headline that make the lead: two or three sentences. */
const LEAD = 60;

const known = new WeakMap<ThreadingArticle, ArticleTerms>();

/** The terms of an article, counted once though it is first compared and then added. */
export function articleTerms(article: ThreadingArticle): ArticleTerms {
  let terms = known.get(article);
  if (!terms) known.set(article, (terms = countTerms(article)));
  return terms;
}

function countTerms(article: ThreadingArticle): ArticleTerms {
  const { title, passages, counts } = readBeginning(article);
  const headline = new Set<string>();
  for (const { key, stop } of title) if (!stop) headline.add(key);
  const lead = new Set(headline);
  let left = LEAD;
  for (const { words: list } of passages) {
    for (let i = 0; i < list.length && left > 0; i++, left--) if (!list[i]!.stop) lead.add(list[i]!.key);
    if (left === 0) break;
  }
  const recognised = entityWords(article);
  const names = new Set<string>();
  const numbers = new Set<string>();
  const unsure = new Set<string>();
  const foreign = new Set<string>();
  for (const { key, times, named, capital, number } of counts.all) {
    // Capitals count when at least half of the occurrences have them: "Apple" is a name, "Police" at a start is not.
    if (named * 2 >= times && (!recognised || recognised.has(key) || named > 1)) names.add(key);
    else if (capital > 0 && (named + capital) * 2 >= times) unsure.add(key);
    if (number) numbers.add(key);
    else if (isForeign(key) && canBeName({ folded: key, capital: named + capital > 0 })) foreign.add(key);
  }
  const weights = weightiest(counts, names);
  for (const key of lead) if (!weights.has(key)) lead.delete(key);
  const at = Date.parse(article.publishedAt);
  const times = articleTimes(article.text, at);
  return { weights, names, numbers, unsure, foreign, headline, lead, times, at };
}

/**
 * The words of what analysis found to be people, organisations and places: other capitals that come once are titles,
 * brands of things and headings, while what comes again, a ship or a song, is what happenings are told apart by. Null
 * where it found none, as in most headlines that stand alone; then every capital counts.
 */
function entityWords({ analysis }: ThreadingArticle): ReadonlySet<string> | null {
  if (analysis.entities.length === 0) return null;
  const found = new Set<string>();
  for (const { name } of analysis.entities) for (const { key } of words(name)) found.add(key);
  return found;
}

/** More terms make decisions slower and no better: what a long report says once in its second half is seldom its subject. */
const MAX_TERMS = 120;

function weightiest(counts: Subject, names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const weightOf = ({ key, times }: WordCount): number =>
    (times === 1 ? 1 : 1 + Math.log(times)) * (names.has(key) ? NAME : 1);
  const weights = new Map<string, number>();
  if (counts.size <= MAX_TERMS) {
    for (const count of counts.all) weights.set(count.key, weightOf(count));
    return weights;
  }
  // There are few different weights: putting like to like is much faster than sorting. Of equals those said first stay.
  const alike = new Map<number, string[]>();
  for (const count of counts.all) {
    const weight = weightOf(count);
    const keys = alike.get(weight);
    if (keys) keys.push(count.key);
    else alike.set(weight, [count.key]);
  }
  for (const [weight, keys] of [...alike].sort((a, b) => b[0] - a[0])) {
    for (const key of keys) {
      if (weights.size === MAX_TERMS) return weights;
      weights.set(key, weight);
    }
  }
  return weights;
}

/**
 * The terms with words in another script exchanged for the names that they sound like.
 *
 * @param nameOf undefined for a word that sounds like no name
 */
export function withNames(
  terms: ArticleTerms,
  nameOf: (foreign: string) => string | undefined,
): ArticleTerms {
  const renamed = new Map<string, string>();
  for (const key of terms.foreign) {
    const name = terms.weights.has(key) ? nameOf(key) : undefined;
    if (name !== undefined) renamed.set(key, name);
  }
  if (renamed.size === 0) return terms;
  const keyOf = (key: string): string => renamed.get(key) ?? key;
  const weights = new Map<string, number>();
  for (const [key, weight] of terms.weights) {
    const own = renamed.has(key) && !terms.names.has(key) ? weight * NAME : weight;
    weights.set(keyOf(key), Math.max(own, weights.get(keyOf(key)) ?? 0));
  }
  return {
    ...terms,
    weights,
    names: new Set([...[...terms.names].map(keyOf), ...renamed.values()]),
    headline: new Set([...terms.headline].map(keyOf)),
    lead: new Set([...terms.lead].map(keyOf)),
  };
}
