import { civil, dayOf, isDate, type Day } from '../analysis/reading/calendar.js';
import { withAsciiDigits } from '../analysis/reading/digits.js';
import { findDates } from '../analysis/time/dates.js';
import { single, toResolved, type DayRange } from '../analysis/time/day-range.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize } from '../analysis/reading/tokens.js';
import type { ResolvedDate } from '../domain/statements.js';

/** Further from publication than this a day has to be in words that we read ourselves. */
const NEAR_DAYS = 400;

/**
 * The day a model gives for words of the report, when it holds: where the words can be read by rule they decide, and
 * the model has to mean the same; where they cannot (another language), the day has to be near. Without words it is the
 * day of publication.
 *
 * @param said as the model gives it, YYYY-MM-DD
 * @param words found in the report; null when the model names none
 * @param english whether the words can be read by rule
 * @returns null when it does not hold
 */
export function verifiedDate(
  said: { readonly from: string | null; readonly to: string | null },
  words: string | null,
  today: Day,
  english: boolean,
): ResolvedDate | null {
  const from = said.from === null ? null : parseDay(said.from);
  const to = said.to === null ? from : parseDay(said.to);
  if (from === undefined || to === undefined) return null;
  if (words === null)
    return from === null || (from === today && to === today) ? toResolved(single(today)) : null;
  const read = english ? readings(words, today) : [];
  if (read.length > 0) {
    const meant = from === null ? read[0] : read.find((it) => it.from <= from && (to ?? from) <= it.to);
    return meant ? toResolved(meant) : null;
  }
  if (from === null || to === null || to < from || Math.abs(from - today) > NEAR_DAYS) return null;
  if (!english && !numbersAgree(words, from, to, today)) return null;
  return toResolved(to === from ? single(from) : { from, to, precision: 'range' });
}

/** In any language a number in the words for a day is its day, month or year, or how far away it is. */
function numbersAgree(words: string, from: Day, to: Day, today: Day): boolean {
  const numbers = [...withAsciiDigits(words).matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const parts = [from, to].flatMap((day) => {
    const { year, month, date } = civil(day);
    return [date, month, year, year % 100, Math.abs(day - today)];
  });
  return numbers.every((it) => parts.includes(it));
}

/** What words can mean: "Friday" is the last one or the next. */
export function readings(words: string, today: Day): DayRange[] {
  const tokens = tokenize(words);
  tagTokens(tokens);
  return findDates(tokens, { today }).flatMap((it) => {
    const directions = it.fixed ? [it.fixed] : (['past', 'future'] as const);
    return directions.flatMap((direction) => it.resolve(direction) ?? []);
  });
}

/** Undefined when it is no day of the calendar. */
function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, date) ? dayOf(year, month, date) : undefined;
}
