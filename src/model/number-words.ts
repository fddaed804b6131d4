import type { Day } from '../analysis/reading/calendar.js';
import { findNumbers } from '../analysis/reading/numbers.js';
import type { Token } from '../analysis/reading/tokens.js';
import { findVerbs } from '../analysis/sentence/verbs.js';
import type { Figure, Span } from '../domain/statements.js';
import type { Answer } from './answer.js';
import { daysIn } from './dates.js';
import type { Place } from './locate.js';
import { inside, overlaps, Unfounded, type Report } from './report.js';

type NumberRead = Pick<Figure, 'value' | 'upper' | 'qualifier' | 'valueSpan'> & { readonly unit?: string };

/** Between a number and what it counts, in any language: another clause, another number. */
const PARTS = /[,;:.!?…()"“”«»—–]|\d/;
const NEGATES = /^(?:none|no|not|n't|neither|nor|never|without|fewer)$/;
/** Between what is counted and its number: "the death toll rose to 214". */
const AMOUNTS =
  /^(?:is|are|was|were|has|have|had|now|to|at|of|the|a|an|reached|reaches|rose|rises|risen|fell|falls|fallen|stood|stands|climbed|climbs|hit|totalled|totaled|grew|grown|dropped)$/;
const FAR = 60;

/**
 * A number with its unit and subject, where they belong together in the sentence: a model could put the number of one
 * thing to the name of another, each of them a word of the text.
 *
 * @throws Unfounded
 */
export function figureAt(
  report: Report,
  { number, unit: said, subject: words }: Answer['figures'][number],
  place: Place,
): NumberRead & { unit: string; subject: Span } {
  const tokens = report.english ? report.tokens(place) : [];
  if (isSupposed(tokens)) throw new Unfounded('number');
  const subjects = report.within(words, place, 'subject');
  let reason = 'number';
  for (const span of report.within(number, place, 'number')) {
    const read = report.english ? readNumber(tokens, span, report.today) : readDigits(report.text, span);
    if (!read) continue;
    const subject = subjects.find((it) =>
      report.english ? counts(tokens, read.valueSpan, it) : standsBy(report.text, read.valueSpan, it),
    );
    const { unit = subject && unitAt(report, said, subject, place), ...value } = read;
    if (subject && unit) return { ...value, unit, subject };
    reason = subject ? 'unit' : 'subject';
  }
  throw new Unfounded(reason);
}

/** "could kill 200 people", "if 200 come": no number of anything yet. */
const isSupposed = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }) => lower === 'if' || lower === 'unless') ||
  findVerbs(tokens).some(({ tense }) => tense === 'modal' || tense === 'future');

const isNoun = ({ tag }: Token): boolean => tag === 'NOUN' || tag === 'PROPN';

/**
 * Whether an English number counts what a model says it does: the noun right behind it, or one of which it says how
 * much it amounts to.
 */
function counts(tokens: readonly Token[], value: Span, subject: Span): boolean {
  if (!tokens.some((it) => overlaps(it, subject) && !overlaps(it, value) && isNoun(it))) return false;
  if (overlaps(value, subject)) return inside(value, subject);
  const isBehind = value.start < subject.start;
  const [first, last] = isBehind ? [value, subject] : [subject, value];
  const between = tokens.filter((it) => it.start >= first.end && it.end <= last.start);
  return between.every(({ tag, lower }) =>
    isBehind ? tag === 'ADJ' || tag === 'DET' || lower === 'of' : AMOUNTS.test(lower) || tag === 'ADV',
  );
}

/** The same as far as any language tells. */
function standsBy(text: string, value: Span, subject: Span): boolean {
  if (inside(value, subject)) return true;
  const [first, last] = value.start < subject.start ? [value, subject] : [subject, value];
  const between = text.slice(first.end, last.start);
  return last.start >= first.end && between.length <= FAR && !PARTS.test(between);
}

/** One word of the subject, a noun where that can be told. */
function unitAt(report: Report, said: string, subject: Span, { passage }: Place): string | undefined {
  const unit = said.toLowerCase();
  const own = report.tokens({ span: subject, passage });
  return own.some((it) => it.lower === unit && (!report.english || isNoun(it))) ? unit : undefined;
}

/** In other languages "1.200" is not what it is in English, so there only bare digits count. */
function readDigits(text: string, words: Span): NumberRead | null {
  const digits = [...text.slice(words.start, words.end).matchAll(/\d[\d.,'\u00a0]*/g)];
  const only = digits.length === 1 ? digits[0]! : null;
  if (!only || !/^\d{1,15}$/.test(only[0])) return null;
  const start = words.start + only.index;
  const end = start + only[0].length;
  // "200" cut out of "1.200" is another number.
  if (/[\d][.,'\u00a0]?$/.test(text.slice(0, start)) || /^[.,'\u00a0]?\d/.test(text.slice(end))) return null;
  return { value: Number(only[0]), valueSpan: { start, end } };
}

/**
 * The one number that some words of an English sentence are of, read by rule: a model says which words, never which
 * value, and "2.5" may be cut out of "$2.5 million". None are the numbers of days and of things that have one for a
 * name, "Radio 4", and those that are negated.
 */
function readNumber(tokens: readonly Token[], words: Span, today: Day): NumberRead | null {
  const spanOf = (from: number, to: number): Span => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
  });
  const [phrase, ...more] = findNumbers(tokens).filter(({ from, to }) => overlaps(spanOf(from, to), words));
  if (!phrase || phrase.measure !== undefined || more.length > 0) return null;
  const { value, upper, qualifier, qualifierFrom, unit, from, to } = phrase;
  const valueSpan = spanOf(from, to);
  const before = tokens.slice(Math.max(0, qualifierFrom - 4), qualifierFrom);
  if (before.some(({ lower }) => NEGATES.test(lower)) || (before.at(-1) && isNoun(before.at(-1)!)))
    return null;
  if (daysIn(tokens, today).some(({ span }) => overlaps(span, valueSpan))) return null;
  return {
    value,
    ...(upper !== undefined ? { upper } : {}),
    ...(qualifier ? { qualifier } : {}),
    ...(unit ? { unit } : {}),
    valueSpan,
  };
}
