import type { DatePrecision, ResolvedDate } from '../domain/statements.js';
import {
  civil,
  dayOf,
  isDate,
  isoDay,
  monthEnd,
  monthStart,
  weekdayOf,
  weekStart,
  type Day,
} from './calendar.js';
import { DAY_PARTS, MONTHS, TIME_UNITS, WEEKDAYS } from './lexicon/time.js';
import { findNumbers } from './numbers.js';
import type { Token } from './tokens.js';

/** Which way an expression looks: the same "Friday" is another day in "met Friday" and "will meet Friday". */
export type Direction = 'past' | 'future';

/** Days, both inclusive. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
  readonly precision: DatePrecision;
}

/** An expression of time in a sentence; token indexes, `to` exclusive. */
export interface TimeExpression {
  readonly from: number;
  readonly to: number;
  /** The preposition it stands after: "since" and "until" do not say when something happened. */
  readonly relation: 'at' | 'since' | 'until' | 'of';
  /** Only looks back ("last week") or ahead ("tomorrow"), whatever the verb. */
  readonly fixed?: Direction;
  readonly resolve: (direction: Direction) => DayRange | undefined;
}

/** What expressions are resolved against. */
export interface Anchor {
  /** Day of publication. */
  readonly today: Day;
  /** The day last spoken of, for "that day" and "two days later". */
  readonly spoken?: Day;
}

const single = (day: Day): DayRange => ({ from: day, to: day, precision: 'day' });
const range = (from: Day, to: Day, precision: DatePrecision = 'range'): DayRange => ({ from, to, precision });

export const toResolved = ({ from, to, precision }: DayRange): ResolvedDate => ({
  from: isoDay(from),
  to: isoDay(to),
  precision,
});

type Found = Omit<TimeExpression, 'relation'>;

/** Every expression of time in a sentence, in order. Clock times and durations are left out. */
export function findDates(tokens: readonly Token[], anchor: Anchor): TimeExpression[] {
  const found: TimeExpression[] = [];
  let spoken = anchor.spoken;
  let i = 0;
  while (i < tokens.length) {
    const here = { today: anchor.today, ...(spoken !== undefined ? { spoken } : {}) };
    const expression = expressionAt(tokens, i, here);
    if (!expression) {
      i += 1;
      continue;
    }
    const whole = withDayPart(tokens, expression);
    found.push({ ...whole, relation: relationOf(tokens, whole) });
    const day = whole.resolve('past');
    if (day?.precision === 'day') spoken = day.from;
    i = whole.to;
  }
  return found;
}

function relationOf(tokens: readonly Token[], { from, to }: Found): TimeExpression['relation'] {
  if (tokens[to]?.lower === "'s") return 'of';
  // "its May 2 attack", "the Friday vote": the day names the thing.
  const owned =
    /^(?:DET|PRON|ADJ|PART)$/.test(tokens[from - 1]?.tag ?? '') && tokens[from - 1]!.lower !== 'on';
  if (owned && tokens[to]?.tag === 'NOUN') return 'of';
  let before = tokens[from - 1]?.lower;
  if (before === 'the' || before === 'early' || before === 'late') before = tokens[from - 2]?.lower;
  if (before === 'since') return 'since';
  if (before === 'until' || before === 'till' || before === 'before' || before === 'by') return 'until';
  return before === 'from' || before === 'after' ? 'since' : 'at';
}

function withDayPart(tokens: readonly Token[], found: Found): Found {
  let { from, to } = found;
  while (DAY_PARTS.has(tokens[to]?.lower ?? '') && to < found.to + 2) to += 1;
  while (
    DAY_PARTS.has(tokens[from - 1]?.lower ?? '') &&
    from > found.from - 2 &&
    tokens[from - 1]!.tag !== 'NOUN'
  )
    from -= 1;
  return { ...found, from, to };
}

function expressionAt(tokens: readonly Token[], i: number, anchor: Anchor): Found | undefined {
  const token = tokens[i]!;
  if (token.type === 'number')
    return dayMonth(tokens, i, anchor.today) ?? isoDate(tokens, i) ?? counted(tokens, i, anchor);
  if (token.type !== 'word') return undefined;
  return (
    named(tokens, i, anchor) ??
    weekday(tokens, i, anchor.today) ??
    monthDay(tokens, i, anchor.today) ??
    relativePeriod(tokens, i, anchor.today) ??
    dayMonth(tokens, i, anchor.today) ??
    counted(tokens, i, anchor) ??
    bareYear(tokens, i)
  );
}

/** "today", "yesterday", "that day", "the next day", "overnight". */
function named(tokens: readonly Token[], i: number, { today, spoken }: Anchor): Found | undefined {
  const [a, b, c] = [tokens[i]!.lower, tokens[i + 1]?.lower, tokens[i + 2]?.lower];
  const fixed = (length: number, day: Day, direction: Direction): Found => ({
    from: i,
    to: i + length,
    fixed: direction,
    resolve: () => single(day),
  });
  const open = (length: number, day: Day): Found => ({ from: i, to: i + length, resolve: () => single(day) });
  if (a === 'today' || a === 'tonight') return open(1, today);
  if (a === 'yesterday') return fixed(1, today - 1, 'past');
  if (a === 'tomorrow') return fixed(1, today + 1, 'future');
  if (a === 'this' && (b === 'morning' || b === 'afternoon' || b === 'evening')) return open(2, today);
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
    tokens[i + 3]?.text === ','
  ) {
    return open(3, c === 'after' ? spoken + 1 : spoken - 1);
  }
  return undefined;
}

/** "Tuesday", "last Thursday", "next Friday", "this Sunday". */
function weekday(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  const word = tokens[i]!.lower;
  const modified =
    word === 'last' || word === 'next' || word === 'this' || word === 'past' || word === 'coming';
  const at = modified ? i + 1 : i;
  const token = tokens[at];
  const index = token && /^\p{Lu}/u.test(token.text) ? WEEKDAYS.get(token.lower) : undefined;
  if (
    index === undefined ||
    token!.text.length < 3 ||
    token!.text === 'SAT' ||
    (token!.lower.length <= 4 && token!.lower.length > 3 && token!.lower === 'sunk')
  )
    return undefined;
  if (token!.lower.length === 3 && !token!.text.endsWith('.') && tokens[at + 1]?.type !== 'number')
    return undefined;
  const month =
    tokens[at + 1]?.text === ','
      ? (monthDay(tokens, at + 2, today) ?? dayMonth(tokens, at + 2, today))
      : undefined;
  if (month) return { ...month, from: i };
  const back = (((weekdayOf(today) - index) % 7) + 7) % 7;
  const ahead = (7 - back) % 7;
  if (word === 'last' || word === 'past')
    return { from: i, to: at + 1, fixed: 'past', resolve: () => single(today - (back || 7)) };
  if (word === 'next') {
    // "next Friday" said in a week whose Friday is still ahead means the week after.
    const inThisWeek = ahead > 0 && weekdayOf(today) < index;
    return {
      from: i,
      to: at + 1,
      fixed: 'future',
      resolve: () => single(today + (inThisWeek ? ahead + 7 : ahead || 7)),
    };
  }
  return {
    from: i,
    to: at + 1,
    resolve: (direction) => single(direction === 'future' ? today + ahead : today - back),
  };
}

const PART_OF_MONTH: Readonly<Record<string, [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
};

/** "March 25", "Oct. 7, 2023", "mid-February", "late March", "November 2023", "in November". */
function monthDay(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  let at = i;
  let part: string | undefined;
  const compound = /^(early|mid|late)-(\p{L}+)$/u.exec(tokens[i]?.lower.slice(0, 20) ?? '');
  if (compound) part = compound[1];
  else if (PART_OF_MONTH[tokens[i]?.lower ?? '']) {
    part = tokens[i]!.lower;
    at = tokens[i + 1]?.text === '-' ? i + 2 : i + 1;
  }
  const token = tokens[at];
  const month = token ? MONTHS.get(compound ? compound[2]! : token.lower) : undefined;
  if (!token || month === undefined || (!compound && !/^\p{Lu}/u.test(token.text))) return undefined;
  const next = tokens[at + 1];
  const date =
    next && (next.type === 'number' || /^\d{1,2}(?:st|nd|rd|th)$/.test(next.lower))
      ? Number.parseInt(next.text, 10)
      : NaN;
  if (
    date >= 1 &&
    date <= 31 &&
    next!.text.length <= 4 &&
    !next!.text.includes('.') &&
    !next!.text.includes(',') &&
    !part
  ) {
    const year = yearAt(tokens, at + 2);
    const to = year ? year.to : at + 2;
    return dated(tokens, i, to, month, date, year?.year, today);
  }
  const year = yearAt(tokens, at + 1);
  if (year) return { from: i, to: year.to, resolve: () => monthRange(year.year, month, part) };
  if (!part && !standsAsMonth(tokens, at)) return undefined;
  return { from: i, to: at + 1, resolve: (direction) => nearestMonth(month, part, today, direction) };
}

/** A month's name alone is a month after a preposition or "last", not at a sentence's beginning ("May", "March"). */
function standsAsMonth(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return (
    /^(?:in|since|until|till|by|during|from|to|and|of|last|next|this|through|between|before|after|for)$/.test(
      before,
    ) && tokens[at + 1]?.tag !== 'PROPN'
  );
}

function yearAt(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
  const i = tokens[at]?.text === ',' || tokens[at]?.lower === 'of' ? at + 1 : at;
  const token = tokens[i];
  if (token?.type !== 'number' || !/^(?:1[5-9]|20)\d\d$/.test(token.text)) return undefined;
  return { year: Number(token.text), to: tokens[i + 1]?.text === ',' && i === at + 1 ? i + 1 : i + 1 };
}

/** "25 March", "the 25th of March 2023". */
function dayMonth(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  const token = tokens[i]!;
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(token.lower)) return undefined;
  const at = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
  const month = tokens[at];
  const number = month && /^\p{Lu}/u.test(month.text) ? MONTHS.get(month.lower) : undefined;
  if (number === undefined) return undefined;
  const date = Number.parseInt(token.text, 10);
  const year = yearAt(tokens, at + 1);
  if (date < 1 || date > 31) return undefined;
  return dated(tokens, i, year ? year.to : at + 1, number, date, year?.year, today);
}

function dated(
  tokens: readonly Token[],
  from: number,
  to: number,
  month: number,
  date: number,
  year: number | undefined,
  today: Day,
): Found | undefined {
  if (!isDate(year ?? 2024, month, date)) return undefined;
  if (year !== undefined) return { from, to, resolve: () => single(dayOf(year, month, date)) };
  // "March 25-27" and "between May 3 and 5" speak of the whole span.
  const last = tokens[to]?.text === '-' || tokens[to]?.text === '–' ? Number(tokens[to + 1]?.text) : NaN;
  const length = last > date && last <= 31 ? last - date : 0;
  const end = length > 0 ? to + 2 : to;
  const of = (day: Day): DayRange => (length > 0 ? range(day, day + length) : single(day));
  return { from, to: end, resolve: (direction) => of(nearestDay(month, date, today, direction)) };
}

/** The year that was meant: the nearest on the side the verb looks to. */
function nearestDay(month: number, date: number, today: Day, direction: Direction): Day {
  const { year } = civil(today);
  const here = dayOf(year, month, date);
  if (direction === 'past') return here <= today ? here : dayOf(year - 1, month, date);
  return here >= today ? here : dayOf(year + 1, month, date);
}

function monthRange(year: number, month: number, part: string | undefined): DayRange {
  const first = dayOf(year, month, 1);
  const last = monthEnd(first);
  if (!part) return range(first, last, 'month');
  const [low, high] = PART_OF_MONTH[part]!;
  return range(first + low - 1, Math.min(first + high - 1, last));
}

function nearestMonth(month: number, part: string | undefined, today: Day, direction: Direction): DayRange {
  const now = civil(today);
  const later = month > now.month;
  const year =
    direction === 'past' ? (later ? now.year - 1 : now.year) : month < now.month ? now.year + 1 : now.year;
  const whole = monthRange(year, month, part);
  return direction === 'past' ? { ...whole, to: Math.max(whole.from, Math.min(whole.to, today)) } : whole;
}

/** "2024-03-25". */
function isoDate(tokens: readonly Token[], i: number): Found | undefined {
  const [year, dash, month, dash2, date] = tokens.slice(i, i + 5).map((token) => token.text);
  if (dash !== '-' || dash2 !== '-' || !/^\d{4}$/.test(year ?? '')) return undefined;
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  return isDate(y, m, d)
    ? { from: i, to: i + 5, fixed: 'past', resolve: () => single(dayOf(y, m, d)) }
    : undefined;
}

/** "in 2019", "since 2007". */
function bareYear(tokens: readonly Token[], i: number): Found | undefined {
  if (!/^(?:in|since|until|during|of|from|by)$/.test(tokens[i]!.lower)) return undefined;
  const token = tokens[i + 1];
  if (token?.type !== 'number' || !/^(?:1[5-9]|20)\d\d$/.test(token.text) || tokens[i + 2]?.tag === 'NOUN')
    return undefined;
  const year = Number(token.text);
  return { from: i + 1, to: i + 2, resolve: () => range(dayOf(year, 1, 1), dayOf(year, 12, 31), 'year') };
}

/** "last week", "earlier this month", "next year", "the past two weeks", "in recent days", "over the weekend". */
function relativePeriod(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  let at = i;
  const [lead] = [tokens[i]!.lower];
  const shade =
    lead === 'earlier' || lead === 'later' || lead === 'early' || lead === 'late' ? lead : undefined;
  if (shade) at += 1;
  const which = tokens[at]?.lower;
  if (which === 'weekend' && tokens[at - 1]?.lower === 'the' && !shade) {
    return { from: at, to: at + 1, resolve: (direction) => weekend(today, direction, 0) };
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
  const step = which === 'next' || which === 'coming' ? 1 : -1;
  return { from: i, to, fixed: step > 0 ? 'future' : 'past', resolve: () => shifted(unit, today, step) };
}

/** A count between "the last" and "weeks": a number, "few" (3), "several" (4), "couple of" (2). */
function countAt(tokens: readonly Token[], at: number): { value?: number; to: number } {
  const word = tokens[at]?.lower;
  if (word === 'few') return { value: 3, to: at + 1 };
  if (word === 'several') return { value: 4, to: at + 1 };
  if (word === 'couple') return { value: 2, to: tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1 };
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
function counted(tokens: readonly Token[], i: number, { today, spoken }: Anchor): Found | undefined {
  const count =
    tokens[i]!.lower === 'a' || tokens[i]!.lower === 'an' ? { value: 1, to: i + 1 } : countAt(tokens, i);
  if (count.value === undefined || count.to === i) return undefined;
  const unit = TIME_UNITS.get(tokens[count.to]?.lower ?? '');
  const way = tokens[count.to + 1]?.lower;
  if (!unit || !way) return undefined;
  const to = count.to + 2;
  const amount = unit === 'hour' ? Math.round(count.value / 24) : count.value;
  const step = unit === 'hour' ? 'day' : unit;
  if (way === 'ago') return { from: i, to, fixed: 'past', resolve: () => around(today, step, -amount) };
  if ((way === 'later' || way === 'earlier') && spoken !== undefined) {
    return { from: i, to, resolve: () => around(spoken, step, way === 'later' ? amount : -amount) };
  }
  if (way !== 'after' && way !== 'before' && way !== 'following') return undefined;
  for (let k = to; k < Math.min(tokens.length, to + 8); k += 1) {
    if (tokens[k]!.type === 'punct') break;
    const base = weekday(tokens, k, today) ?? monthDay(tokens, k, today) ?? dayMonth(tokens, k, today);
    if (!base) continue;
    return {
      from: i,
      to: base.to,
      resolve: (direction) => {
        const day = base.resolve(direction);
        return day && around(day.from, step, way === 'before' ? -amount : amount);
      },
    };
  }
  return undefined;
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
