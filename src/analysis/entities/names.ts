import type { EntityType } from '../../domain/statements.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { STOP_WORDS } from '../lexicon/function-words.js';
import { NOT_NAMES, ORGANISATION_CUES, THING_CUES } from '../lexicon/organisations.js';
import { isDemonym, isKnownPlace, PLACE_CUES } from '../lexicon/places.js';
import { HONORIFICS, OFFICE_COMPLEMENTS, ROLE_NOUNS, TITLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import {
  isPluralTitle,
  isSurname,
  isTeam,
  lastTitle,
  officeBeforeOf,
  PART_OF_PLACE,
  SHIP_PREFIXES,
} from './name-parts.js';
import { endOfRun, isAcronym, isCompoundAdjective, isUpper } from './name-runs.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tokens.js';

/** A run of capitalised words that may name somebody or something; token indexes into its sentence, `to` exclusive. */
export interface NameCandidate {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  /** Set when the run itself tells. */
  readonly type?: EntityType;
  /** First token of the office that stands before the name ("Prime Minister …"), when there is one. */
  readonly roleFrom?: number;
}

/** Every name candidate of a report, in reading order. Headings and captions are not asked: they capitalise at will. */
export function findNames(reading: Reading): NameCandidate[] {
  const cases = letterCases(reading);
  const found: NameCandidate[] = [];
  for (const sentence of reading.sentences) {
    const { kind } = reading.passages[sentence.passage]!;
    if (kind === 'heading' || kind === 'caption') continue;
    for (const [from, to] of runsOf(sentence.tokens, cases)) found.push(...splitRun(sentence, from, to));
  }
  return found;
}

interface LetterCases {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

/** Words met in small letters, and words met capitalised where no rule of the sentence asks for it. */
function letterCases(reading: Reading): LetterCases {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { tokens, passage } of reading.sentences) {
    if (reading.passages[passage]!.kind === 'heading') continue;
    tokens.forEach((token, index) => {
      if (token.type !== 'word') return;
      // "al-Hadid" makes a name of "Hadid" too.
      if (isUpper(token) && /^\p{Ll}/u.test(token.text)) capital.add(token.lower.replace(/^[^-‐‑]+./, ''));
      else if (/^\p{Ll}/u.test(token.text)) small.add(token.lower);
      else if (index > 0 && tokens[index - 1]!.type === 'word') capital.add(token.lower);
    });
  }
  return { small, capital };
}

function runsOf(tokens: readonly Token[], cases: LetterCases): [number, number][] {
  if (isShouting(tokens)) return [];
  const runs: [number, number][] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!beginsName(tokens, i, cases)) {
      i += 1;
      continue;
    }
    const to = endOfRun(tokens, i);
    runs.push([i, to]);
    i = to;
  }
  return runs;
}

/** Whether a line capitalises at will. Where a verb is small, those with capitals are names: "… Minister Ann Roe met …". */
const isShouting = (tokens: readonly Token[]): boolean =>
  tokens.length > 6 &&
  tokens.filter(isUpper).length > 0.85 * tokens.filter(({ type }) => type === 'word').length &&
  !tokens.some(({ tag, text }) => tag === 'VERB' && /^\p{Ll}/u.test(text));

function beginsName(tokens: readonly Token[], i: number, cases: LetterCases): boolean {
  const token = tokens[i]!;
  if (!isUpper(token) || NOT_NAMES.has(token.lower)) return false;
  // "THE COST OF BP": small words of a line in capitals.
  if (/^(?:OF|IN|ON|AT|TO|BY|THE|AND|FOR|AS|IS|WITH|FROM|OR)$/.test(token.text)) return false;
  const before = tokens[i - 1];
  // "#VeldaStrike", "@velda", "/Velda": a tag or an address.
  if (before?.end === token.start && /^[#@/]$/.test(before.text)) return false;
  const initial =
    before === undefined || before.type === 'open' || before.text === ':' || before.text === '…';
  if (isCompoundAdjective(token)) return false;
  // "P&O"
  if (tokens[i + 1]?.text === '&' && tokens[i + 1]!.start === token.end) return true;
  // "New York", wherever it stands.
  if (isUpper(tokens[i + 1]) && isKnownPlace(`${token.text} ${tokens[i + 1]!.text}`)) return true;
  if (!initial)
    return (
      !STOP_WORDS.has(token.lower) ||
      (token.text.length > 1 && isAcronym(token)) ||
      // "manager A. J. Roe"
      (/^\p{Lu}\.$/u.test(token.text) && isUpper(tokens[i + 1])) ||
      (GIVEN_NAMES.has(token.lower) && isUpper(tokens[i + 1]))
    );
  if (STOP_WORDS.has(token.lower) && !isAcronym(token)) return false;
  if (isKnownPlace(token.text) || isAcronym(token) || isDemonym(token.text) || HONORIFICS.has(token.lower))
    return true;
  const next = tokens[i + 1];
  // "Top Danish officials", "Senior U.S. aides": an adjective before the name of a place.
  if (
    next &&
    isUpper(next) &&
    (isDemonym(next.text) || isKnownPlace(next.text) || isAcronym(next)) &&
    !cases.capital.has(token.lower)
  )
    return false;
  // "Apparently Elmco has …"
  if (
    isUpper(next) &&
    token.lower.endsWith('ly') &&
    isEnglishWord(token.lower) &&
    !GIVEN_NAMES.has(token.lower)
  )
    return false;
  if (cases.capital.has(token.lower)) return true;
  if (token.tag !== 'PROPN' && !(token.tag === 'X' && isUpper(next))) return false;
  if (isUpper(next))
    return !cases.small.has(token.lower) || TITLE_NOUNS.has(token.lower) || TITLE_NOUNS.has(next!.lower);
  // "Investigators said", "Beaches closed": a plural that opens a sentence is a plain noun.
  if (/(?:[^suia]s|ing)$/.test(token.lower) && isPlain(token.lower)) return false;
  // A lone capitalised word that never comes back must at least do something.
  return (
    !cases.small.has(token.lower) &&
    next !== undefined &&
    ((next.tag === 'VERB' && !next.lower.endsWith('ing')) ||
      next.tag === 'AUX' ||
      next.lower === "'s" ||
      // "Velco shares fell"
      (/^(?:shares|stock)$/.test(next.lower) && !isEnglishWord(token.lower)) ||
      isApposed(tokens, i + 1))
  );
}

/** A word of the dictionary, or the plural of one. */
const isPlain = (word: string): boolean =>
  isEnglishWord(word) ||
  isEnglishWord(word.replace(/s$/, '')) ||
  isEnglishWord(word.replace(/es$/, '')) ||
  isEnglishWord(word.replace(/ies$/, 'y')) ||
  isEnglishWord(word.replace(/ves$/, 'f'));

/** ", who …", ", the …": what stands after a name and after no other word. */
const isApposed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' && /^(?:who|which|whose|the|a|an)$/.test(tokens[at + 1]?.lower ?? '');

/** Cuts a run into the office before a name, the name, and what names a place or body on its own. */
function splitRun(sentence: Sentence, from: number, to: number): NameCandidate[] {
  const { tokens } = sentence;
  const lower = (i: number): string => tokens[i]!.lower;
  const endsAsBody = ORGANISATION_CUES.has(lower(to - 1)) || PLACE_CUES.has(lower(to - 1));
  if (
    /^(?:hurricane|typhoon|cyclone|storm|operation)$/.test(lower(to - 2 < from ? from : to - 2)) &&
    to - from >= 2 &&
    to - from <= 3 &&
    !endsAsBody
  )
    return [];
  // "Witness Ann Roe": a job that only opens the sentence.
  if (
    from === 0 &&
    to - from >= 3 &&
    ROLE_NOUNS.has(lower(0)) &&
    !endsAsBody &&
    !TITLE_NOUNS.has(lower(0)) &&
    !HONORIFICS.has(lower(0)) &&
    lastTitle(tokens, 1, to) === undefined
  )
    return [{ sentence, from: 1, to, type: 'person', roleFrom: 0 }];
  // "the General Union of Oil Workers": what it is for stands behind the body, before it no rank.
  if (
    to - from > 3 &&
    ORGANISATION_CUES.has(lower(from + 1)) &&
    lower(from + 2) === 'of' &&
    (TITLE_NOUNS.has(lower(from)) || HONORIFICS.has(lower(from)))
  )
    return [{ sentence, from, to, type: 'organisation' }];
  // "Retired Coast Guard admiral Ann Roe"
  if (/^(?:retired|former|outgoing|incoming)$/.test(lower(from)) && to - from > 1)
    return splitRun(sentence, from + 1, to);
  // "HMS Elm": a ship.
  if (to - from > 1 && SHIP_PREFIXES.has(tokens[from]!.text) && !ORGANISATION_CUES.has(lower(to - 1)))
    return [];
  if (tokens.slice(from, to).some(({ text }) => text === '&'))
    return [{ sentence, from, to, type: 'organisation' }];
  if (THING_CUES.has(lower(to - 1)) && to - from > 1 && !ORGANISATION_CUES.has(lower(to - 1))) return [];
  const title = lastTitle(tokens, from, to);
  if (
    title !== undefined &&
    title < to &&
    !(endsAsBody && (!GIVEN_NAMES.has(lower(title)) || PLACE_CUES.has(lower(to - 1))))
  ) {
    const several = title > from && isPluralTitle(tokens, title - 1, to);
    const name: NameCandidate = {
      sentence,
      from: title,
      to,
      type: 'person',
      ...(several ? {} : { roleFrom: from }),
    };
    const lead = leadOf(sentence, from, title);
    return lead ? [lead, name] : [name];
  }
  if (title === to && to - from >= 2 && to - from <= 4 && GIVEN_NAMES.has(lower(from))) {
    // "Stephen King", "Naomi Bishop": an office as a surname.
    return [{ sentence, from, to, type: 'person' }];
  }
  // "Prosecutors": people, but no name.
  if (to - from === 1 && UNNAMED_PEOPLE.has(lower(from))) return [];
  if (title === to) {
    const lead = leadOf(sentence, from, to);
    return lead ? [lead] : [];
  }
  // "South Korean": the adjective of a place of two words.
  if (to - from >= 2 && isDemonym(`${tokens[from]!.text} ${tokens[from + 1]!.text}`) && !endsAsBody)
    return from + 2 < to ? splitRun(sentence, from + 2, to) : [];
  if (
    isDemonym(tokens[from]!.text) &&
    !endsAsBody &&
    // "Hindu Kush"
    !(to - from === 2 && isKnownPlace(`${tokens[from]!.text} ${tokens[from + 1]!.text}`))
  ) {
    return from + 1 < to ? splitRun(sentence, from + 1, to) : [];
  }
  if (to - from === 1 && isDemonym(tokens[from]!.text)) return [];
  // "Middle Eastern", "Northern": a direction is an adjective.
  if (/(?:east|west|north|south)ern$/.test(lower(to - 1))) return [];
  const written = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
  if (isKnownPlace(written)) return [{ sentence, from, to, type: 'place' }];
  if (to - from > 1 && ORGANISATION_CUES.has(lower(to - 1)))
    return [{ sentence, from, to, type: 'organisation' }];
  if (to - from > 1 && PLACE_CUES.has(lower(to - 1)) && !isSurname(tokens, from, to))
    return [{ sentence, from, to, type: 'place' }];
  for (let i = from; i < to - 1; i += 1) {
    if (lower(i + 1) !== 'of') continue;
    if (ORGANISATION_CUES.has(lower(i))) return [{ sentence, from, to, type: 'organisation' }];
    // "Republic of Velda", "Gulf of Velda".
    if (PLACE_CUES.has(lower(i))) return [{ sentence, from, to, type: 'place' }];
  }
  // "County Elm".
  if (to - from > 1 && lower(from) === 'county') return [{ sentence, from, to, type: 'place' }];
  // "Southern California", "Inner Mongolia".
  if (to - from === 2 && PART_OF_PLACE.test(lower(from)) && isKnownPlace(tokens[from + 1]!.text))
    return [{ sentence, from, to, type: 'place' }];
  // "Elmhaven Norway": a town and its country.
  if (to - from === 2 && isKnownPlace(tokens[from]!.text) && isKnownPlace(tokens[from + 1]!.text))
    return [
      { sentence, from, to: from + 1, type: 'place' },
      { sentence, from: from + 1, to, type: 'place' },
    ];
  // "Specialist Ann Roe": a plain word before a given name is no part of it.
  if (
    to - from === 3 &&
    GIVEN_NAMES.has(lower(from + 1)) &&
    !GIVEN_NAMES.has(lower(from)) &&
    isEnglishWord(lower(from)) &&
    !isKnownPlace(tokens[from]!.text) &&
    !isEnglishWord(lower(to - 1))
  )
    return [{ sentence, from: from + 1, to }];
  // "Velda QB Ann Roe", "DL Ann Roe": what somebody is, in two letters or three.
  for (let i = to - 3; i >= from; i -= 1) {
    if (!/^\p{Lu}{2,3}$/u.test(tokens[i]!.text) || !GIVEN_NAMES.has(lower(i + 1))) continue;
    const person: NameCandidate = { sentence, from: i + 1, to, type: 'person', roleFrom: from };
    return i > from ? [...splitRun(sentence, from, i), person] : [person];
  }
  const officeOf = officeBeforeOf(tokens, from);
  if (
    officeOf !== undefined &&
    to - from >= 3 &&
    isUpper(tokens[to - 2]) &&
    // "head of the Elm National Museum"
    !ORGANISATION_CUES.has(lower(to - 2)) &&
    !(isEnglishWord(lower(to - 2)) && isEnglishWord(lower(to - 1))) &&
    !OFFICE_COMPLEMENTS.has(lower(to - 1))
  ) {
    // "head of the Harbour Trust Ann Roe": the last two words are the person.
    return [
      { sentence, from, to: to - 2, type: 'organisation' },
      { sentence, from: to - 2, to, type: 'person', roleFrom: officeOf },
    ];
  }
  const first = tokens[from]!;
  // "US Trade …", "Berlin Mayor" were cut above; what is left after a known place is a name of its own.
  if (to - from > 2 && isKnownPlace(first.text) && !isTeam(tokens[to - 1]!))
    return [{ sentence, from, to: from + 1, type: 'place' }, ...splitRun(sentence, from + 1, to)];
  // "H.B. 1181": a bill, a road, a flight.
  if (to - from === 1 && first.text.endsWith('.') && tokens[to]?.type === 'number') return [];
  if (to - from === 1 && isAcronym(first)) return [{ sentence, from, to, type: 'organisation' }];
  // "the Roe administration" is a government, not Roe.
  if (
    to - from <= 2 &&
    /^(?:administration|campaign)$/.test(tokens[to]?.lower ?? '') &&
    tokens[from - 1]?.lower === 'the'
  )
    return [{ sentence, from, to: to + 1, type: 'organisation' }];
  return [{ sentence, from, to }];
}

/** The body or place an office begins with: "White House" of "White House Chief of Staff". */
function leadOf(sentence: Sentence, from: number, to: number): NameCandidate | undefined {
  const { tokens } = sentence;
  const first = tokens[from]!;
  if (to - from > 1 && isKnownPlace(first.text)) return { sentence, from, to: from + 1, type: 'place' };
  if (to - from > 1 && isAcronym(first) && !HONORIFICS.has(first.lower))
    return { sentence, from, to: from + 1, type: 'organisation' };
  for (let i = from + 1; i < to - 1; i += 1) {
    if (ORGANISATION_CUES.has(tokens[i]!.lower)) return { sentence, from, to: i + 1, type: 'organisation' };
  }
  return undefined;
}
