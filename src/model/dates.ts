import { civil, dayOf, isDate, type Day } from '../analysis/reading/calendar.js';
import { withAsciiDigits } from '../analysis/reading/digits.js';
import type { Token } from '../analysis/reading/tokens.js';
import { findDates } from '../analysis/time/dates.js';
import { single, toResolved, type DayRange } from '../analysis/time/day-range.js';
import type { ResolvedDate, Span } from '../domain/statements.js';

/** Days as a model gives them, YYYY-MM-DD. */
export interface SaidDays {
  readonly from: string | null;
  readonly to: string | null;
}

/** Words of an English sentence that say a day, with what they can mean: "Friday" is the last one or the next. */
export interface DayRead {
  readonly span: Span;
  readonly ranges: readonly DayRange[];
}

/** The days that an English sentence gives; those that only bound a time, "since Monday", are none. */
export function daysIn(tokens: readonly Token[], today: Day): DayRead[] {
  return findDates(tokens, { today }).flatMap(({ from, to, relation, fixed, resolve }) => {
    if (relation === 'since' || relation === 'until') return [];
    const directions = fixed ? [fixed] : (['past', 'future'] as const);
    const ranges = directions.flatMap((direction) => resolve(direction) ?? []);
    return [{ span: { start: tokens[from]!.start, end: tokens[to - 1]!.end }, ranges }];
  });
}

/** The day of publication, where no words say another; null for any other that a model gives. */
export function dayOfPublication(said: SaidDays, today: Day): ResolvedDate | null {
  const days = [said.from, said.to].filter((it) => it !== null).map(parseDay);
  return days.every((it) => it === today) ? toResolved(single(today)) : null;
}

/**
 * The day that a model and words of the report mean alike: which of the days that the words can mean is for the model
 * to say, or else the one before publication.
 *
 * @returns null when they do not agree
 */
export function agreedDay(said: SaidDays, read: readonly DayRead[]): ResolvedDate | null {
  const ranges = read.flatMap((it) => it.ranges);
  if (said.from === null) return ranges[0] ? toResolved(ranges[0]) : null;
  const from = parseDay(said.from);
  const to = said.to === null ? from : parseDay(said.to);
  if (from === undefined || to === undefined) return null;
  const meant = ranges.find((it) => it.from <= from && to <= it.to);
  return meant ? toResolved(meant) : null;
}

/** Further from publication than this a day has to be in words that we read ourselves. */
const NEAR_DAYS = 400;
/** The same without a number in the words: "gestern", "am Montag". */
const NEARER_DAYS = 14;

/** The day that a model gives for words of a language that is not read by rule, as far as any language tells. */
export function likelyDay(said: SaidDays, words: string, today: Day): ResolvedDate | null {
  const from = said.from === null ? undefined : parseDay(said.from);
  const to = said.to === null ? from : parseDay(said.to);
  if (from === undefined || to === undefined || to < from) return null;
  const numbers = [...withAsciiDigits(words).matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (Math.abs(from - today) > (numbers.length > 0 ? NEAR_DAYS : NEARER_DAYS)) return null;
  // A number is that of the day, month or year, or how far away it is.
  const parts = [from, to].flatMap((day) => {
    const { year, month, date } = civil(day);
    return [date, month, year, year % 100, Math.abs(day - today)];
  });
  if (!numbers.every((it) => parts.includes(it))) return null;
  return toResolved(to === from ? single(from) : { from, to, precision: 'range' });
}

/** Undefined when it is no day of the calendar. */
function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, date) ? dayOf(year, month, date) : undefined;
}
