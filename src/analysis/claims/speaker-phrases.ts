import { isDemonym } from '../lexicon/places.js';
import { ROLE_NOUNS, TITLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { INSTITUTIONS } from '../lexicon/speech.js';
import type { Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';

/** "the mayor", "a nurse", "the driver's sister", "jurors": a noun that is no part of a name. */
export const isIntroduced = (tokens: readonly Token[], from: number, head: number): boolean =>
  !/^(?:my|our|your|their|its|this|that|no|any|every|each)$/.test(tokens[from]!.lower) &&
  (tokens[head]!.tag === 'NOUN' ||
    head === 0 ||
    // "the bureau chief said", "the secretary-general of": the tagger takes such offices for adjectives.
    (ROLE_NOUNS.has(tokens[head]!.lower) && !/^(?:NOUN|PROPN)$/.test(tokens[head + 1]?.tag ?? '')) ||
    isDemonym(tokens[head]!.text) ||
    /^(?:republican|democrat|mp)s?$/.test(tokens[head]!.lower)) &&
  (tokens[from]!.tag === 'DET' ||
    tokens[from]!.tag === 'NUM' ||
    tokens.slice(from, head).some(({ lower }) => lower === "'s") ||
    tokens[head]!.lower.endsWith('s'));

/** "the council", "the coast guard": a body. "The guard" is one of those who watch a door. */
export const isBodyNoun = (tokens: readonly Token[], head: number): boolean =>
  INSTITUTIONS.has(tokens[head]!.lower) ||
  (tokens[head]!.lower === 'guard' && /^(?:coast|national|home)$/.test(tokens[head - 1]?.lower ?? ''));

/** "members of the board", "the friends of Ann Roe": without of whom they are nobody. */
export const isOfSomebody = (tokens: readonly Token[], from: number, head: number, to: number): boolean =>
  (from === head || (from + 1 === head && tokens[from]!.lower === 'the')) &&
  tokens[head + 1]?.lower === 'of' &&
  to - head > 2 &&
  to - head <= 9 &&
  /^(?:members|friends|relatives|supporters|opponents|critics|fans|residents|employees|families|parents|lawyers|leaders|owners)$/.test(
    tokens[head]!.lower,
  ) &&
  tokens.slice(head, to).every(({ type, tag }) => type === 'word' && tag !== 'VERB' && tag !== 'AUX');

/** Token range of what the sentence is about, empty where that cannot be told. */
export function mainSubject({ clauses }: Parsed): [number, number] {
  const main = clauses.find(({ kind }) => kind === 'main');
  return main ? [main.start, main.verb.from] : [0, 0];
}

/** An office that one person holds, though the report does not name them. */
export const isOffice = (tokens: readonly Token[], head: number): boolean =>
  tokens[head]!.lower === 'general'
    ? ROLE_NOUNS.has(tokens[head - 1]?.lower ?? '')
    : TITLE_NOUNS.has(tokens[head]!.lower) && !UNNAMED_PEOPLE.has(tokens[head]!.lower);

export const isPersonalPronoun = (token: Token): boolean => /^(?:he|she|it|they)$/.test(token.lower);

const EDGE_ADVERBS = new Set(
  'also later earlier reportedly repeatedly then however meanwhile separately already previously now again further instead only privately publicly officially thus both'.split(
    ' ',
  ),
);

/** A phrase without the adverbs, conjunctions and marks at its ends. */
export function edges(tokens: readonly Token[], [from, to]: readonly [number, number]): [number, number] {
  let [a, b] = [from, to];
  while (
    a < b &&
    (tokens[a]!.type !== 'word' ||
      (EDGE_ADVERBS.has(tokens[a]!.lower) && tokens[a]!.lower !== 'both') ||
      tokens[a]!.tag === 'CCONJ' ||
      tokens[a]!.tag === 'SCONJ')
  )
    a += 1;
  // "Eventually he", "Clearly the board", but "nearly 100 residents"
  while (tokens[a]?.tag === 'ADV' && a + 1 < b && /^(?:PRON|PROPN|DET)$/.test(tokens[a + 1]!.tag)) a += 1;
  // "the Union of Ferry Workers (UFW)"
  const open = tokens.findLastIndex(({ text }, i) => i > a && i < b && text === '(');
  if (
    open !== -1 &&
    tokens.slice(open, b).every(({ text, type }) => type !== 'word' || /^\p{Lu}{2,}$/u.test(text))
  )
    b = open;
  while (
    b > a &&
    ((tokens[b - 1]!.type !== 'word' && tokens[b - 1]!.type !== 'number') ||
      tokens[b - 1]!.tag === 'ADV' ||
      /^(?:him|her|it|them)sel(?:f|ves)$/.test(tokens[b - 1]!.lower) ||
      tokens[b - 1]!.tag === 'AUX')
  )
    b -= 1;
  return [a, b];
}

/** "Ann Roe on Monday (said)": a phrase without the day at its end. */
export function beforeDay({ tokens, dates }: Parsed, from: number, to: number): number {
  const day = dates.find((date) => date.to === to && date.from > from);
  if (!day) return to;
  return tokens[day.from - 1]!.tag === 'ADP' && day.from - 1 > from ? day.from - 1 : day.from;
}
