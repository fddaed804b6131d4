import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { PLACE_PREPOSITIONS } from '../lexicon/places.js';
import { HONORIFICS, OFFICE_COMPLEMENTS, ROLE_NOUNS, TITLE_NOUNS } from '../lexicon/roles.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { Token } from '../reading/tokens.js';

/** "HMS Elm": what stands before the name of a ship. */
export const SHIP_PREFIXES: ReadonlySet<string> = new Set(
  'MV HMS HMAS HMCS HMNZS USS USNS USCGC INS RFA RMS'.split(' '),
);

/** "Northern", "Inner": a part of a known place. */
export const PART_OF_PLACE =
  /^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?|central|upper|lower|inner|outer|greater|mainland)$/;

/** "Ann Hill": what ends the name of a place is a surname behind a given name or initials. */
export const isSurname = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from === 2 &&
  /^(?:hill|hills|park|parks|lake|street|bridge|camp|forest|rivers?|county|parish|stone|beach|port|cape)$/.test(
    tokens[to - 1]!.lower,
  ) &&
  (GIVEN_NAMES.has(tokens[from]!.lower) ||
    /^(?:\p{Lu}\.?){2}$/u.test(tokens[from]!.text) ||
    // "Kirri Hill sang": an unknown word, and nothing says that it is a place.
    (/^(?:hill|lake|park|stone)$/.test(tokens[to - 1]!.lower) &&
      !isEnglishWord(tokens[from]!.lower) &&
      tokens[from - 1]?.lower !== 'the' &&
      !PLACE_PREPOSITIONS.has(tokens[from - 1]?.lower ?? '')));

/** "Elmhaven Bay Foxes": a plural at the end of a longer name. */
export const isTeam = ({ lower }: Token): boolean =>
  lower.endsWith('s') && !lower.endsWith('ss') && isEnglishWord(lower);

/** The office noun of "head of (the)" right before a run. */
export function officeBeforeOf(tokens: readonly Token[], from: number): number | undefined {
  const of = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  return tokens[of]?.lower === 'of' && ROLE_NOUNS.has(tokens[of - 1]?.lower ?? '') ? of - 1 : undefined;
}

/** Index after the last word of an office inside the run; undefined when there is none, `to` when it fills the run. */
export function lastTitle(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = to - 1; i >= from; i -= 1) {
    const word = tokens[i]!.lower;
    if (!TITLE_NOUNS.has(word) && !HONORIFICS.has(word) && !isPluralTitle(tokens, i, to)) continue;
    // "General Manager Billy King": an office as a surname, behind an office.
    const surname = i === to - 1 && i - from > 1 && GIVEN_NAMES.has(tokens[i - 1]!.lower);
    if (surname && lastTitle(tokens, from, i - 1) !== undefined) continue;
    // "Major League", "General Electric": no ranks.
    if (/^(?:league|electric|motors|mills|dynamics)$/.test(tokens[i + 1]?.lower ?? '') && i + 1 < to)
      continue;
    if (tokens[i + 1]?.lower !== 'of' || i + 1 >= to) return i + 1;
    return OFFICE_COMPLEMENTS.has(tokens[i + 2]!.lower) ? Math.min(i + 3, to) : undefined;
  }
  return undefined;
}

/** "Senators Ann Roe and Jo Poe": an office that several hold, before the name of the first. */
export const isPluralTitle = (tokens: readonly Token[], i: number, to: number): boolean =>
  to - i > 2 && /[^s]s$/.test(tokens[i]!.lower) && TITLE_NOUNS.has(tokens[i]!.lower.slice(0, -1));
