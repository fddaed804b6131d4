import { isDemonym, isKnownPlace } from '../lexicon/places.js';
import { isPersonNoun, ROLE_NOUNS } from '../lexicon/roles.js';
import { INSTITUTIONS } from '../lexicon/speech.js';
import { written } from './parse.js';
import type { Token } from '../reading/tokens.js';

export interface Description {
  readonly text: string;
  readonly head: string;
  readonly plural: boolean;
  readonly modifiers: readonly string[];
}

export const ORDINALS = new Set('first second third fourth fifth other same latter former'.split(' '));

export const NOT_MODIFIERS = new Set([
  'the',
  'a',
  'an',
  'one',
  'two',
  'three',
  'four',
  'five',
  'several',
  'some',
  'many',
  'both',
  'of',
  'these',
  'those',
  'another',
  'and',
  'most',
  'other',
  'multiple',
  'all',
]);

/** "Norwegians": the people of a place. */
const isPeople = (text: string): boolean => /[^s]s$/.test(text) && isDemonym(text);

/** The noun that says what the unnamed are: before any "of", "familiar with", "who" or "visiting". */
export function headOf(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = from; i < to; i += 1) {
    const { lower, text } = tokens[i]!;
    if (text === ',' || lower === 'who') return undefined;
    if (!isPersonNoun(lower) && !INSTITUTIONS.has(lower) && !isPeople(text)) continue;
    const next = tokens[i + 1];
    // "the attorney general"
    if (next?.lower === 'general' && i + 1 < to) return i + 1;
    if (i + 1 < to && next && (next.tag === 'NOUN' || next.tag === 'PROPN') && next.lower !== "'s") continue;
    // "the assistant secretary-general"
    if (i + 1 < to && next && next.tag !== 'VERB' && ROLE_NOUNS.has(next.lower)) continue;
    // "the victims' families"
    if (next && /^['’]s?$/.test(next.lower) && i + 2 < to) continue;
    if (next?.lower === "'s") continue;
    return i;
  }
  return undefined;
}

/** Tokens of whose somebody is, or where: "for the harbour board of Elm". */
const LONGEST_WHOSE = 8;

/** Token index behind whose somebody is: "(a spokesman) for the board", "(officials) from the Ministry of Defence". */
function whoseEnd(tokens: readonly Token[], head: number, to: number): number {
  const link = tokens[head + 1];
  if (head + 2 >= to || !/^(?:for|of|from|at|with|in)$/.test(link!.lower)) return head + 1;
  let end = head + 2;
  while (
    end < Math.min(to, head + 2 + LONGEST_WHOSE) &&
    tokens[end]!.type === 'word' &&
    (/^(?:DET|ADJ|NOUN|PROPN|PART)$/.test(tokens[end]!.tag) || /^(?:of|and)$/.test(tokens[end]!.lower))
  )
    end += 1;
  const whole = end === to || !/^(?:word|number)$/.test(tokens[end]!.type);
  return whole && /^(?:NOUN|PROPN)$/.test(tokens[end - 1]!.tag) ? end : head + 1;
}

/**
 * Somebody unnamed, by the words up to the noun that says what they are (`head`).
 *
 * @param to where the phrase ends: whose they are belongs to it, "a spokesman for the board"
 */
export function describe(
  text: string,
  tokens: readonly Token[],
  from: number,
  head: number,
  to = head + 1,
): Description {
  // "both the board and the union"
  if (/^(?:both|all)$/.test(tokens[from]!.lower) && tokens[from + 1]?.tag === 'DET') from += 1;
  const word = tokens[head]!.lower;
  const plural = word.endsWith('s') || word === 'people' || word === 'police';
  const modifiers = tokens
    .slice(from, head)
    .filter((token) => token.type === 'word' && !NOT_MODIFIERS.has(token.lower))
    .map((token) => (isProper(token, token === tokens[0]) ? token.text : token.lower));
  if (tokens[from]!.lower === 'one' && tokens[from + 1]?.lower === 'of') {
    const singular = word.replace(/s$/, '');
    return {
      text: withArticle([...modifiers, singular].join(' ')),
      head: singular,
      plural: false,
      modifiers,
    };
  }
  const phrase = written(text, tokens, from, whoseEnd(tokens, head, to));
  const first = tokens[from]!;
  return {
    text: isProper(first, from === 0 && !opensName(tokens[1]) && tokens[1]?.lower !== "'s")
      ? phrase
      : phrase.charAt(0).toLowerCase() + phrase.slice(1),
    head: plural ? word.replace(/s$/, '') : word,
    plural,
    modifiers,
  };
}

/** "a UN aide", "an army officer". */
export const withArticle = (phrase: string): string =>
  `${/^(?:[aeioAEIO]|u(?!ni[^mn]|s))/.test(phrase) ? 'an' : 'a'} ${phrase}`;

/** A capital after the first word makes that a name too, unless it is a place's adjective: "Senior Danish officials". */
const opensName = (next: Token | undefined): boolean =>
  next !== undefined &&
  /^\p{Lu}/u.test(next.text) &&
  !isDemonym(next.text) &&
  !isKnownPlace(next.text) &&
  !/^(?:\p{Lu}\.?){2,}$/u.test(next.text);

/** Whether the first word of a description keeps its capital when it stands inside a sentence. */
export const isProper = (token: Token, initial = false): boolean =>
  /^\p{Lu}/u.test(token.text) &&
  (isDemonym(token.text) ||
    isKnownPlace(token.text) ||
    /^(?:\p{Lu}\.?){2,}$/u.test(token.text) ||
    (token.tag === 'PROPN' && !initial));
