import { findNumbers } from '../analysis/reading/numbers.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize } from '../analysis/reading/tokens.js';
import { findVerbs } from '../analysis/sentence/verbs.js';
import type { Figure, Span } from '../domain/statements.js';
import type { Answer } from './answer.js';
import type { Place } from './locate.js';
import { inside, Unfounded, type Report } from './report.js';

type NumberRead = Pick<Figure, 'value' | 'upper' | 'qualifier' | 'valueSpan'> & { readonly unit?: string };

/** Between a number and what it counts: another clause, another number, or what turns the sentence round. */
const PARTS = /[,;:.!?…()"“”«»—–]|\d|\b(?:not|no|never|none|neither|nor|without)\b|n['’]t\b/i;
const NONE_OF = /\b(?:none|no|not|neither|nor|never|without|fewer)\b[^,;:.]{0,20}$/i;
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
  const { text, english } = report;
  if (english && isSupposed(text, place.span)) throw new Unfounded('number');
  const subjects = report.within(words, place, 'subject');
  let reason = 'number';
  for (const span of report.within(number, place, 'number')) {
    const read = readNumber(text, span, english);
    if (!read || NONE_OF.test(text.slice(place.span.start, read.valueSpan.start))) continue;
    const { unit, ...value } = read;
    const subject = subjects.find((it) => belongs(text, read.valueSpan, it, english));
    if (!subject) reason = 'subject';
    else if (unit) return { ...value, unit, subject };
    else {
      const named = unitAt(text, said, read.valueSpan, subject);
      if (named) return { ...value, unit: named, subject };
      reason = 'unit';
    }
  }
  throw new Unfounded(reason);
}

/** "could kill 200 people", "if 200 come": no number of anything yet. */
function isSupposed(text: string, { start, end }: Span): boolean {
  const tokens = tokenize(text, start, end);
  tagTokens(tokens);
  return (
    tokens.some(({ lower }) => lower === 'if' || lower === 'unless') ||
    findVerbs(tokens).some(({ tense }) => tense === 'modal' || tense === 'future')
  );
}

/** Side by side, or the one within the other's words, with nothing between that is of something else. */
function belongs(text: string, value: Span, subject: Span, english: boolean): boolean {
  if (inside(value, subject)) return true;
  const [first, last] = value.start < subject.start ? [value, subject] : [subject, value];
  const between = text.slice(first.end, last.start);
  if (last.start < first.end || between.length > FAR || PARTS.test(between)) return false;
  return !english || readAll(text, { start: first.end, end: last.start }).length === 0;
}

/** One word of the subject, or of what stands between it and the number. */
function unitAt(text: string, said: string, value: Span, subject: Span): string | undefined {
  const near = text.slice(Math.min(value.end, subject.start), Math.max(value.start, subject.end));
  const own = near.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  const unit = said.toLowerCase();
  return unit !== '' && own.includes(unit) ? unit : undefined;
}

/**
 * The one number in some words of a text, read by rule: a model says which words, never which value. In other languages
 * "1.200" is not what it is in English, so there only bare digits count.
 *
 * @returns null when there is no number, or more than one
 */
function readNumber(text: string, words: Span, english: boolean): NumberRead | null {
  if (!english) {
    const digits = [...text.slice(words.start, words.end).matchAll(/\d[\d.,'\u00a0]*/g)];
    const only = digits.length === 1 ? digits[0]! : null;
    if (!only || !/^\d{1,15}$/.test(only[0])) return null;
    const start = words.start + only.index;
    return { value: Number(only[0]), valueSpan: { start, end: start + only[0].length } };
  }
  const [phrase, ...more] = readAll(text, words);
  return phrase && more.length === 0 ? phrase : null;
}

function readAll(text: string, { start, end }: Span): NumberRead[] {
  const tokens = tokenize(text, start, end);
  tagTokens(tokens);
  return findNumbers(tokens).map(({ value, upper, qualifier, unit, from, to }) => ({
    value,
    ...(upper !== undefined ? { upper } : {}),
    ...(qualifier ? { qualifier } : {}),
    ...(unit ? { unit } : {}),
    valueSpan: { start: tokens[from]!.start, end: tokens[to - 1]!.end },
  }));
}
