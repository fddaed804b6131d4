import { civil, dayOf, monthEnd, monthStart, weekdayOf, weekStart, type Day } from '../reading/calendar.js';
import { dayMonth, monthDay, weekday } from './calendar-dates.js';
import { range, single, type Anchor, type DayRange, type Direction, type Found } from './day-range.js';
import { TIME_UNITS } from '../lexicon/time.js';
import { findNumbers, opensNumber } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';

/** "today", "yesterday", "that day", "the next day", "overnight". */
export function named(tokens: readonly Token[], i: number, { today, spoken }: Anchor): Found | undefined {
  const [a, b, c] = [tokens[i]!.lower, tokens[i + 1]?.lower, tokens[i + 2]?.lower];
  const fixed = (length: number, day: Day, direction: Direction): Found => ({
    from: i,
    to: i + length,
    fixed: direction,
    resolve: () => single(day),
  });
  const open = (length: number, day: Day): Found => ({ from: i, to: i + length, resolve: () => single(day) });
  // "USA Today", "the city's Tonight show": part of a name, since no sentence begins there.
  const inName = /^\p{Lu}/u.test(tokens[i]!.text) && tokens[i - 1]?.type === 'word';
  // "today (10 October 2011)": the day is written out, and is that of a text taken over.
  const writtenOut =
    tokens[i + 1]?.text === '(' && (dayMonth(tokens, i + 2, today) ?? monthDay(tokens, i + 2, today));
  if (writtenOut && tokens[writtenOut.to]?.text === ')')
    return { ...writtenOut, from: i, to: writtenOut.to + 1 };
  if ((a === 'today' || a === 'tonight') && !inName) return open(1, today);
  if (a === 'yesterday') return fixed(1, today - 1, 'past');
  if (a === 'tomorrow') return fixed(1, today + 1, 'future');
  if (a === 'this' && !inName && (b === 'morning' || b === 'afternoon' || b === 'evening'))
    return open(2, today);
  if (a === 'overnight' && !isOvernightThing(tokens[i + 1]))
    return {
      from: i,
      to: i + 1,
      resolve: (direction) => (direction === 'past' ? range(today - 1, today) : range(today, today + 1)),
    };
  if (a === 'last' && b === 'night') return fixed(2, today - 1, 'past');
  if (
    a === 'that' &&
    (b === 'day' || b === 'night' || b === 'evening' || b === 'morning') &&
    spoken !== undefined
  )
    return open(2, spoken);
  if (
    (a === 'same' || a === 'next' || a === 'following' || a === 'previous') &&
    b === 'day' &&
    tokens[i - 1]?.lower === 'the' &&
    spoken !== undefined
  ) {
    return open(2, a === 'same' ? spoken : a === 'previous' ? spoken - 1 : spoken + 1);
  }
  if (
    a === 'the' &&
    b === 'day' &&
    (c === 'after' || c === 'before') &&
    spoken !== undefined &&
    (tokens[i + 3]?.type ?? 'punct') === 'punct'
  ) {
    return open(3, c === 'after' ? spoken + 1 : spoken - 1);
  }
  return undefined;
}

/** "an overnight raid", "overnight into Friday": part of a name for something, or of another expression. */
const isOvernightThing = (next: Token | undefined): boolean =>
  /^(?:NOUN|ADJ|PROPN)$/.test(next?.tag ?? '') || /^(?:on|into|from|between)$/.test(next?.lower ?? '');

/** "last week", "earlier this month", "next year", "the past two weeks", "in recent days", "over the weekend". */
export function relativePeriod(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  let at = i;
  const [lead] = [tokens[i]!.lower];
  const shade =
    lead === 'earlier' || lead === 'later' || lead === 'early' || lead === 'late' ? lead : undefined;
  if (shade) at += 1;
  const which = tokens[at]?.lower;
  if (which === 'weekend' && tokens[at - 1]?.lower === 'the' && !shade) {
    return { from: at, to: at + 1, resolve: (direction) => weekend(today, direction, 0) };
  }
  // "later in the month"
  if (which === 'in' && shade && tokens[at + 1]?.lower === 'the') {
    const unit = TIME_UNITS.get(tokens[at + 2]?.lower ?? '');
    if (unit !== 'week' && unit !== 'month') return undefined;
    const direction = shade === 'earlier' || shade === 'early' ? 'past' : 'future';
    return { from: i, to: at + 3, fixed: direction, resolve: () => current(unit, today, direction) };
  }
  if (!which || !/^(?:last|past|previous|this|next|coming|recent)$/.test(which)) return undefined;
  const counter = countAt(tokens, at + 1);
  const unitToken = tokens[counter.to];
  const unit = TIME_UNITS.get(unitToken?.lower ?? '');
  if (which !== 'recent' && !counter.value && unitToken?.lower === 'weekend') {
    const direction =
      which === 'last' || which === 'past' || which === 'previous'
        ? 'past'
        : which === 'next' || which === 'coming'
          ? 'future'
          : undefined;
    return {
      from: i,
      to: counter.to + 1,
      ...(direction ? { fixed: direction } : {}),
      resolve: (wanted) => weekend(today, direction ?? wanted, which === 'last' ? 1 : 0),
    };
  }
  if (!unit || unit === 'hour') return undefined;
  const to = counter.to + 1;
  const plural = unitToken!.lower.endsWith('s');
  if (which === 'recent')
    return plural
      ? {
          from: i,
          to,
          fixed: 'past',
          resolve: () => range(today - daysOf(unit, unit === 'day' ? 7 : 4), today),
        }
      : undefined;
  if (counter.value || plural) {
    const amount = counter.value ?? 3;
    const ahead = which === 'next' || which === 'coming';
    if (which === 'this') return undefined;
    return {
      from: i,
      to,
      fixed: ahead ? 'future' : 'past',
      resolve: () =>
        ahead ? range(today, today + daysOf(unit, amount)) : range(today - daysOf(unit, amount), today),
    };
  }
  if (unit === 'day') return undefined;
  if (which === 'this')
    return {
      from: i,
      to,
      ...(shade ? { fixed: shade === 'earlier' || shade === 'early' ? 'past' : 'future' } : {}),
      resolve: (direction) =>
        current(unit, today, shade === 'earlier' ? 'past' : shade === 'later' ? 'future' : direction),
    };
  if (which === 'past' && unit !== 'year')
    return { from: i, to, fixed: 'past', resolve: () => range(today - daysOf(unit, 1), today) };
  const step = which === 'next' || which === 'coming' ? 1 : -1;
  return { from: i, to, fixed: step > 0 ? 'future' : 'past', resolve: () => shifted(unit, today, step) };
}

/** A count between "the last" and "weeks": a number, "few" (3), "several" (4), "couple of" (2). */
function countAt(tokens: readonly Token[], at: number): { value?: number; to: number } {
  const word = tokens[at]?.lower;
  if (word === 'few') return { value: 3, to: at + 1 };
  if (word === 'several') return { value: 4, to: at + 1 };
  if (word === 'couple') return { value: 2, to: tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1 };
  if (word === undefined || !opensNumber(tokens, at)) return { to: at };
  const [number] = findNumbers(tokens.slice(at, at + 4));
  if (number && number.from === 0 && number.value < 1000) return { value: number.value, to: at + number.to };
  return { to: at };
}

const daysOf = (unit: 'day' | 'week' | 'month' | 'year', amount: number): number =>
  Math.round(amount * { day: 1, week: 7, month: 30.44, year: 365.25 }[unit]);

function current(unit: 'week' | 'month' | 'year', today: Day, direction: Direction): DayRange {
  const { year } = civil(today);
  const from = unit === 'week' ? weekStart(today) : unit === 'month' ? monthStart(today) : dayOf(year, 1, 1);
  const to =
    unit === 'week' ? weekStart(today) + 6 : unit === 'month' ? monthEnd(today) : dayOf(year, 12, 31);
  return direction === 'past' ? range(from, today, unit) : range(today, to, unit);
}

function shifted(unit: 'week' | 'month' | 'year', today: Day, step: number): DayRange {
  const { year, month } = civil(today);
  if (unit === 'week') return range(weekStart(today) + 7 * step, weekStart(today) + 7 * step + 6, 'week');
  if (unit === 'month')
    return range(dayOf(year, month + step, 1), dayOf(year, month + step + 1, 1) - 1, 'month');
  return range(dayOf(year + step, 1, 1), dayOf(year + step, 12, 31), 'year');
}

function weekend(today: Day, direction: Direction, back: number): DayRange {
  const saturday = weekStart(today) + 5;
  const past = weekdayOf(today) >= 5 && back === 0 ? saturday : saturday - 7;
  const from = direction === 'past' ? past : saturday;
  return range(from, direction === 'past' ? Math.min(from + 1, Math.max(today, from)) : from + 1);
}

/** "two weeks ago", "three days later", "177 days after the Oct. 7 attack". */
export function counted(tokens: readonly Token[], i: number, { today, spoken }: Anchor): Found | undefined {
  const count =
    tokens[i]!.lower === 'a' || tokens[i]!.lower === 'an' ? { value: 1, to: i + 1 } : countAt(tokens, i);
  if (count.value === undefined || count.to === i) return undefined;
  const unit = TIME_UNITS.get(tokens[count.to]?.lower ?? '');
  const way = tokens[count.to + 1]?.lower;
  if (unit && unit !== 'hour' && hasDone(tokens, i)) {
    const days = daysOf(unit, count.value);
    return { from: i, to: count.to + 1, fixed: 'past', resolve: () => range(today - days, today) };
  }
  if (!unit || !way) return undefined;
  const to = count.to + 2;
  const amount = unit === 'hour' ? Math.round(count.value / 24) : count.value;
  const step = unit === 'hour' ? 'day' : unit;
  if (way === 'ago') return { from: i, to, fixed: 'past', resolve: () => around(today, step, -amount) };
  // "an hour later" counts on from what was just told, whenever that was.
  if ((way === 'later' || way === 'earlier') && unit !== 'hour' && spoken !== undefined) {
    return { from: i, to, resolve: () => around(spoken, step, way === 'later' ? amount : -amount) };
  }
  if (way !== 'after' && way !== 'before' && way !== 'following') return undefined;
  for (let k = to; k < Math.min(tokens.length, to + 8); k += 1) {
    // "two weeks after the war was declared over in May": a clause, with a day of its own.
    if (tokens[k]!.type === 'punct' || /^(?:VERB|AUX)$/.test(tokens[k]!.tag)) break;
    const base = weekday(tokens, k, today) ?? monthDay(tokens, k, today) ?? dayMonth(tokens, k, today);
    if (!base) continue;
    return {
      from: i,
      to: base.to,
      resolve: (direction) => {
        const day = base.resolve(direction);
        // "two weeks after May" is no day.
        if (day?.precision !== 'day' && (step === 'day' || step === 'week')) return undefined;
        return day && around(day.from, step, way === 'before' ? -amount : amount);
      },
    };
  }
  return undefined;
}

/** "have left in [two weeks]": the perfect counts back from now. */
function hasDone(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.lower !== 'in' && tokens[i - 1]?.lower !== 'within') return false;
  for (let k = i - 2; k >= 0 && k > i - 8; k -= 1) {
    if (tokens[k]!.type === 'punct') return false;
    if (/^(?:has|have)$/.test(tokens[k]!.lower))
      return tokens[k + 1]?.tag === 'VERB' || tokens[k + 2]?.tag === 'VERB';
  }
  return false;
}

/** A day so many units away; what is counted in months or years is known to the month or year only. */
function around(day: Day, unit: 'day' | 'week' | 'month' | 'year', amount: number): DayRange {
  const { year, month, date } = civil(day);
  if (unit === 'day') return single(day + amount);
  if (unit === 'week')
    return amount === 1 || amount === -1
      ? single(day + 7 * amount)
      : range(day + 7 * amount - 3, day + 7 * amount + 3, 'week');
  if (unit === 'month') {
    const first = dayOf(year, month + amount, 1);
    return range(first, monthEnd(first), 'month');
  }
  void date;
  return range(dayOf(year + amount, 1, 1), dayOf(year + amount, 12, 31), 'year');
}
