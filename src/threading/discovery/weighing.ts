import { articleTerms, NAME, withNames, type ArticleTerms } from './article-terms.js';
import type { KnownNames } from './known-names.js';
import { leadOf, type Lead } from './leads.js';
import { SINGLE_NAME, SINGLE_WORD, type Parts } from './nearness.js';
import { having, type Posting, type Postings } from './postings.js';
import type { ThreadingArticle } from '../reading.js';

/** A term of an article with how rare it is among the stories. */
export interface WeighedTerm {
  readonly key: string;
  readonly weight: number;
  readonly rarity: number;
  /** Stories that have it. */
  readonly stories: number;
  readonly posting: Posting;
  /** So much of it is not counted where it is the strongest that article and story have in common. */
  readonly single: number;
}

/** An article as it looks among the stories that there are. */
export interface Weighed {
  readonly article: ThreadingArticle;
  readonly terms: readonly WeighedTerm[];
  readonly length: number;
  readonly lead: Lead;
  /** As it reads among them: words that its capitals leave open are names where the stories know them as names. */
  readonly known: ArticleTerms;
}

/** The stories by what their words say. */
interface Stories {
  readonly postings: Postings;
  readonly names: KnownNames;
  /** How rare a term is that so many stories have. */
  rarity(stories: number): number;
}

export function weigh(article: ThreadingArticle, stories: Stories, parts: Parts): Weighed {
  const read = withNames(articleTerms(article), (foreign) => stories.names.soundingLike(foreign));
  const { weights, names: own, unsure, numbers, lead: leading } = read;
  const terms: WeighedTerm[] = [];
  const learned: string[] = [];
  const lead = new Map<string, number>();
  let square = 0;
  for (const [key, counted] of weights) {
    const posting = stories.postings.of(key);
    const known = having(posting);
    const rarity = stories.rarity(known);
    const capital = own.has(key);
    const named = capital || (parts.knownNames && unsure.has(key) && stories.names.has(key, known));
    if (named && !capital) learned.push(key);
    const weight = weightOf(counted, capital, parts.names && named);
    terms.push({ key, weight, rarity, stories: known, posting, single: named ? SINGLE_NAME : SINGLE_WORD });
    square += weight * rarity * (weight * rarity);
    if (leading.has(key)) lead.set(key, rarity * (named || numbers.has(key) ? NAME : 1));
  }
  const names = learned.length > 0 ? new Set([...own, ...learned]) : own;
  return { article, terms, length: Math.sqrt(square) || 1, lead: leadOf(lead), known: { ...read, names } };
}

/** @param asName whether it was counted as a name @param isName whether it is to be */
const weightOf = (counted: number, asName: boolean, isName: boolean): number =>
  asName === isName ? counted : isName ? counted * NAME : counted / NAME;
