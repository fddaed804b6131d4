import type { Passage } from '../../domain/statements.js';
import { STOP_WORDS } from '../lexicon/function-words.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { MONTHS, WEEKDAYS } from '../lexicon/time.js';
import type { Token } from './tokens.js';

const LONGEST_LABEL = 5;
/** How far into a line the stamp of its page may stand, behind a headline that has run into it. */
const FURTHEST_STAMP = 60;
const CLOCK_ZONE = /^(?:\p{Lu}{1,3}[SD]?T|UTC|UK|Z)$/u;

/**
 * A stamp of the page ("… Tue May 2, 2023 5:06 pm EST"), a run-in label ("What happened: …") or a dateline ("CITY, May 2 (Agency) — …") opens a paragraph without being part
 * of its first sentence.
 */
export function withoutLabel(tokens: readonly Token[], kind: Passage['kind']): readonly Token[] {
  if (kind === 'heading') return tokens;
  const stamp = stampEnd(tokens);
  const after = stamp > 0 ? afterLabel(tokens.slice(stamp)) : afterLabel(tokens);
  const caption = captionEnd(after);
  return caption > 0 ? after.slice(caption) : after;
}

const FEWEST_WORDS_OF_A_CAPTION = 4;
const LONGEST_CAPTION = 30;
/** Words that a sentence begins with and that are capitals nowhere else, but in the titles of works. */
const BEGINS_SENTENCE = new Set(
  'the a an at as in on after more some thousands hundreds dozens police'.split(' '),
);
/** "vitamin A" */
const LETTERED = /^(?:vitamin|type|grade|class|plan|group|level|hepatitis|influenza)$/;

/** Where the sentence begins that what is under a picture has run into: "The quay after the flood A ferry has …"; 0 without one. */
function captionEnd(tokens: readonly Token[]): number {
  const limit = Math.min(tokens.length - FEWEST_WORDS_OF_A_CAPTION, LONGEST_CAPTION);
  for (let i = 1; i < limit; i += 1) {
    const token = tokens[i]!;
    if (token.lower === '"' || token.text === '.' || token.text === '?' || token.text === '!') return 0;
    if (i < FEWEST_WORDS_OF_A_CAPTION || !BEGINS_SENTENCE.has(token.lower) || !isCapitalised(token)) continue;
    const before = tokens[i - 1]!;
    // "the film The Third Harbour": what goes on in capitals is a title, unless it is an acronym.
    if (before.type !== 'word' || !/^(?:\p{Ll}|\d|\p{Lu}{2,4}$)/u.test(tokens[i + 1]!.text)) continue;
    const ends = isUpper(before)
      ? token.lower === 'the'
      : !STOP_WORDS.has(before.lower) && !LETTERED.test(before.lower);
    if (ends) return i;
  }
  return 0;
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

/** "The" and "A", neither "the" nor "THE" */
const isCapitalised = ({ text }: Token): boolean => /^\p{Lu}(?:$|\p{Ll})/u.test(text);

const isUpper = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

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
    let to = /^(?:[;,|]|at)$/.test(tokens[i + 1]!.lower) ? i + 2 : i + 1;
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
