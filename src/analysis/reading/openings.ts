import type { Passage } from '../../domain/statements.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { MONTHS, WEEKDAYS } from '../lexicon/time.js';
import { isUpper, runInHeadlineEnd, SHORTEST_SENTENCE } from './run-in-headlines.js';
import type { Token } from './tokens.js';

const LONGEST_LABEL = 5;
/** How far into a line the stamp of its page may stand, behind a headline that has run into it. */
const FURTHEST_STAMP = 60;
const STAMP_WORD = /^(?:[;,|]|at|last|first|updated|published|posted|modified)$/;
const CLOCK_ZONE = /^(?:\p{Lu}{1,3}[SD]?T|UTC|UK|Z)$/u;

/**
 * A stamp of the page ("… Tue May 2, 2023 5:06 pm EST"), a run-in label ("What happened: …"), a picture's credit, a
 * headline that lost its line break, or a dateline ("CITY, May 2 (Agency) — …") opens a paragraph without being part of
 * its first sentence.
 */
export function withoutLabel(
  tokens: readonly Token[],
  kind: Passage['kind'],
  english: boolean,
): readonly Token[] {
  if (kind === 'heading') return tokens;
  const stamp = stampEnd(tokens);
  const labelled = afterLabel(tokens.slice(stamp || bracketedCreditEnd(tokens)));
  const credit = creditEnd(labelled);
  const own = credit > 0 ? labelled.slice(credit) : labelled;
  const headline = english ? runInHeadlineEnd(own, stamp > 0) : 0;
  return headline > 0 ? own.slice(headline) : own;
}

/** Of tokens; a name, two agencies and their slashes. */
const LONGEST_CREDIT = 12;
const AGENCY_SECOND_WORD = /^(?:Agency|Features|Images|News|Photos?|Pictures|Press)$/;

/** Where "Ann Roe/NPA/Orm Images" ends before the sentence it stands before; 0 without one. */
function creditEnd(tokens: readonly Token[]): number {
  let slash = 0;
  let names = 0;
  for (let i = 0, words = 0; i < Math.min(tokens.length, LONGEST_CREDIT); i += 1) {
    const { text, type } = tokens[i]!;
    if (text === '/') [slash, names] = [i, words];
    else if (isUpper(tokens[i]!)) words += 1;
    else if (type !== 'punct' || !/^[\\.]$/.test(text)) break;
  }
  // "Presenter/Ann Roe" and "Keeler/Orm talks" are none.
  if (names < 2) return 0;
  const end = AGENCY_SECOND_WORD.test(tokens[slash + 2]?.text ?? '') ? slash + 3 : slash + 2;
  const [next, after] = [tokens[end], tokens[end + 1]];
  return next && after && tokens.length - end >= SHORTEST_SENTENCE && isUpper(next) ? end : 0;
}

/** Where "(NPA Photo/Ann Roe)" ends; 0 without one. */
function bracketedCreditEnd(tokens: readonly Token[]): number {
  if (tokens[0]!.text !== '(') return 0;
  const end = tokens.slice(0, LONGEST_CREDIT).findIndex(({ text }) => text === ')');
  const inside = tokens.slice(1, end);
  const credits = inside.some(({ lower }) => lower === 'photo' || lower === '/');
  return end > 0 &&
    end < tokens.length - 1 &&
    credits &&
    inside.every((it) => it.type !== 'word' || isUpper(it))
    ? end + 1
    : 0;
}

function afterLabel(tokens: readonly Token[]): readonly Token[] {
  const limit = Math.min(tokens.length - 1, 16);
  for (let i = 1; i < limit; i += 1) {
    const token = tokens[i]!;
    if (token.text === ':' && i <= LONGEST_LABEL && isLabel(tokens.slice(0, i), tokens[i + 1]!))
      return tokens.slice(i + 1);
    const dash =
      token.text === '—' || token.text === '–' || (token.text === '-' && token.start > tokens[i - 1]!.end);
    if (dash && isDateline(tokens.slice(0, i)))
      return tokens.slice(token.text === '-' && tokens[i + 1]!.text === '-' ? i + 2 : i + 1);
    if (token.text === '.' || (token.type === 'open' && token.lower === '"')) return tokens;
  }
  return tokens;
}

const isLabel = (label: readonly Token[], next: Token): boolean =>
  isUpper(label[0]!) &&
  // "She said: …", but not "What they say: …"
  (!isSpeechVerb(label.at(-1)!.lower) || /^(?:what|how|why|where|who)$/.test(label[0]!.lower)) &&
  (isUpper(next) || next.type === 'open') &&
  label.every((token) => token.type === 'word' || token.lower === "'") &&
  label.slice(1).every((token) => !isUpper(token));

function isDateline(head: readonly Token[]): boolean {
  const first = head[0]!;
  const shouted = isUpper(first) && head.some(({ text }) => text.length > 2 && /^\p{Lu}+$/u.test(text));
  const agency = head.some((token) => token.text === '(') && head.at(-1)!.text === ')';
  return (shouted || agency) && head.every((token) => token.type !== 'word' || isUpper(token));
}

/** Token index after a stamp of the page, a full date with a clock time that no preposition makes part of a sentence; 0 without one. */
function stampEnd(tokens: readonly Token[]): number {
  for (let i = 2; i < Math.min(tokens.length - 3, FURTHEST_STAMP); i += 1) {
    if (!/^(?:19|20)\d\d$/.test(tokens[i]!.text)) continue;
    const from = dateStart(tokens, i);
    if (from < 0 || /^(?:on|at|of|by|since|until|from|the)$/.test(tokens[from - 1]?.lower ?? '')) continue;
    if (clockBefore(tokens, from) && isUpper(tokens[i + 1]!)) return i + 1;
    let to = i + 1;
    while (STAMP_WORD.test(tokens[to]?.lower ?? '')) to += 1;
    if (/^\d{1,2}\.\d\d$/.test(tokens[to]?.text ?? '')) to += 1;
    else if (/^\d{1,2}$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.text === ':') to += 3;
    else continue;
    if (/^[ap]\.?m\.?$/.test(tokens[to]?.lower ?? '')) to += 1;
    if (CLOCK_ZONE.test(tokens[to]?.text ?? '')) to += 1;
    if (/^[|–—-]$/.test(tokens[to]?.text ?? '')) to += 1;
    const next = tokens[to];
    if (next && (isUpper(next) || next.type === 'open' || next.type === 'number')) return to;
  }
  return 0;
}

/** "22:29 UK time, Wednesday, 13 January 2010" */
const clockBefore = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(Math.max(0, from - 6), from)
    .some(({ text }, k, near) => text === ':' && /^\d\d$/.test(near[k + 1]?.text ?? ''));

/** Where a date that ends in the year at `year` begins: "Friday, May 28, 2010", "Sunday 30 May 2010". */
function dateStart(tokens: readonly Token[], year: number): number {
  const last = tokens[year - 1]!.text === ',' ? year - 1 : year;
  const [one, two] = [tokens[last - 2], tokens[last - 1]];
  if (!one || !two) return -1;
  const named =
    (MONTHS.has(one.lower) && /^\d{1,2}$/.test(two.text)) ||
    (MONTHS.has(two.lower) && /^\d{1,2}$/.test(one.text));
  if (!named) return -1;
  const before = tokens[last - 3]?.text === ',' ? last - 4 : last - 3;
  return WEEKDAYS.has(tokens[before]?.lower ?? '') ? before : last - 2;
}
