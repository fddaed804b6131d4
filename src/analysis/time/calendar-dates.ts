import { civil, dayOf, isDate, monthEnd, weekdayOf, type Day } from '../reading/calendar.js';
import { range, single, type DayRange, type Direction, type Found } from './day-range.js';
import { MONTHS, WEEKDAYS } from '../lexicon/time.js';
import type { Token } from '../reading/tokens.js';

/** "Tuesday", "last Thursday", "next Friday", "this Sunday". */
export function weekday(tokens: readonly Token[], i: number, today: Day): Found | undefined {
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
  // "Saturday, May 6", "Saturday 6 May 2023", "Saturday May 6"
  const next = tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
  const full = dayMonth(tokens, next, today) ?? dayOfMonth(tokens, next, today);
  if (full && /^\d{4}$/.test(tokens[full.to - 1]!.text)) return { ...full, from: i };
  if (full) return { ...full, from: i, resolve: (direction) => onWeekday(full.resolve(direction), index) };
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

/** "Saturday, May 6" of a year in which that is one, where no year stands there. */
function onWeekday(when: DayRange | undefined, weekday: number): DayRange | undefined {
  if (when?.precision !== 'day' || weekdayOf(when.from) === weekday) return when;
  const { year, month, date } = civil(when.from);
  const other = [year + 1, year - 1].find(
    (each) => isDate(each, month, date) && weekdayOf(dayOf(each, month, date)) === weekday,
  );
  return other === undefined ? when : single(dayOf(other, month, date));
}

const PART_OF_MONTH: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['early', [1, 10]],
  ['mid', [11, 20]],
  ['late', [21, 31]],
]);

/** "March 25", "Oct. 7, 2023", "mid-February", "late March", "November 2023", "in November". */
export function monthDay(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  const first = tokens[i]?.lower ?? '';
  // Nearly every word is none of these.
  if (!MONTHS.has(first) && !/^(?:early|mid|late)/.test(first)) return undefined;
  let at = i;
  let part: string | undefined;
  const compound = /^(early|mid|late)-(\p{L}+)$/u.exec(first.slice(0, 20));
  if (compound) part = compound[1];
  else if (PART_OF_MONTH.has(first)) {
    part = first;
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
    const year = yearAt(tokens, at + 2, today);
    const to = year ? year.to : at + 2;
    return dated(tokens, i, to, month, date, year?.year, today);
  }
  const pair = /^(\d{1,2})[-–](\d{1,2})$/.exec(next?.lower.slice(0, 6) ?? '');
  if (pair && !part)
    return dated(
      tokens,
      i,
      at + 2,
      month,
      Number(pair[1]),
      yearAt(tokens, at + 2, today)?.year,
      today,
      Number(pair[2]),
    );
  const year = yearAt(tokens, at + 1, today);
  if (year) return { from: i, to: year.to, resolve: () => monthRange(year.year, month, part) };
  if (!part && !standsAsMonth(tokens, at)) return undefined;
  const last = part ? undefined : lastMonth(tokens, at);
  if (last)
    return {
      from: i,
      to: at + 3,
      resolve: (direction) => {
        const first = nearestMonth(month, undefined, today, direction);
        const { year: of } = civil(first.from);
        return range(first.from, monthRange(last < month ? of + 1 : of, last, undefined).to);
      },
    };
  // "last June", said in June, is that of the year before.
  const { year: ofToday, month: current } = civil(today);
  if (!part && tokens[i - 1]?.lower === 'last' && month === current)
    return { from: i, to: at + 1, fixed: 'past', resolve: () => monthRange(ofToday - 1, month, part) };
  // "talks on cuts next May"
  const fixed = tokens[i - 1]?.lower === 'next' ? 'future' : undefined;
  const resolve = (direction: Direction): DayRange => nearestMonth(month, part, today, fixed ?? direction);
  return { from: i, to: at + 1, ...(fixed ? { fixed } : {}), resolve };
}

/** The second month of "between April and June", "from May to July". */
function lastMonth(tokens: readonly Token[], at: number): number | undefined {
  const pair = `${tokens[at - 1]?.lower} ${tokens[at + 1]?.lower}`;
  if (!/^(?:between and|from (?:to|until|till|through))$/.test(pair)) return undefined;
  const next = tokens[at + 2];
  return next && /^\p{Lu}/u.test(next.text) ? MONTHS.get(next.lower) : undefined;
}

/** "May 6", but not "May": a weekday says nothing of a month that only follows it. */
const dayOfMonth = (tokens: readonly Token[], at: number, today: Day): Found | undefined =>
  /^\d/.test(tokens[at + 1]?.text ?? '') && MONTHS.has(tokens[at]!.lower)
    ? monthDay(tokens, at, today)
    : undefined;

/** A month's name alone is a month after a preposition or "last", not at a sentence's beginning ("May", "March"). */
function standsAsMonth(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  // "in May and June", but not "the hottest May and June"
  if (before === 'and' && MONTHS.has(tokens[at - 2]?.lower ?? '')) return standsAsMonth(tokens, at - 2);
  return (
    /^(?:in|since|until|till|by|during|from|to|and|of|last|next|this|through|between|before|after|for)$/.test(
      before,
    ) && tokens[at + 1]?.tag !== 'PROPN'
  );
}

const YEAR_STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** "2023", ", 2023", "of 2023", "last year" after a month or a day of one. */
export function yearAt(
  tokens: readonly Token[],
  at: number,
  today: Day,
): { year: number; to: number } | undefined {
  const step = tokens[at + 1]?.lower === 'year' ? YEAR_STEPS.get(tokens[at]!.lower) : undefined;
  if (step !== undefined) return { year: civil(today).year + step, to: at + 2 };
  const i = tokens[at]?.text === ',' || tokens[at]?.lower === 'of' ? at + 1 : at;
  const token = tokens[i];
  if (token?.type !== 'number' || !/^(?:1[5-9]|20)\d\d$/.test(token.text)) return undefined;
  return { year: Number(token.text), to: tokens[i + 1]?.text === ',' && i === at + 1 ? i + 1 : i + 1 };
}

/** "25 March", "the 25th of March 2023". */
export function dayMonth(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  const token = tokens[i];
  if (!token || !/^\d{1,2}(?:st|nd|rd|th)?$/.test(token.lower)) return undefined;
  const pair = pairedDay(tokens, i);
  const at = pair ? i + 3 : tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
  const month = tokens[at];
  const number = month && /^\p{Lu}/u.test(month.text) ? MONTHS.get(month.lower) : undefined;
  if (number === undefined) return undefined;
  const date = Number.parseInt(token.text, 10);
  const year = yearAt(tokens, at + 1, today);
  if (date < 1 || date > 31) return undefined;
  return dated(tokens, i, year ? year.to : at + 1, number, date, year?.year, today, pair);
}

/** The second day of "between 11 and 15 August", "from 11 to 15 August". */
function pairedDay(tokens: readonly Token[], i: number): number | undefined {
  const link = tokens[i + 1]?.lower;
  const before = tokens[i - 1]?.lower;
  const linked = before === 'between' ? link === 'and' : before === 'from' && link === 'to';
  return linked && /^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[i + 2]?.lower ?? '')
    ? Number.parseInt(tokens[i + 2]!.text, 10)
    : undefined;
}

function dated(
  tokens: readonly Token[],
  from: number,
  to: number,
  month: number,
  date: number,
  year: number | undefined,
  today: Day,
  until?: number,
): Found | undefined {
  if (!isDate(year ?? 2024, month, date)) return undefined;
  // "March 25-27" and "March 25–27" speak of the whole span.
  const dash = tokens[to]?.text === '-' || tokens[to]?.text === '–';
  const last = until ?? (dash ? Number(tokens[to + 1]?.text) : NaN);
  const length = last > date && last <= 31 ? last - date : 0;
  const end = length > 0 && until === undefined ? to + 2 : to;
  const of = (day: Day): DayRange => (length > 0 ? range(day, day + length) : single(day));
  return {
    from,
    to: end,
    resolve: (direction) =>
      of(year !== undefined ? dayOf(year, month, date) : nearestDay(month, date, today, direction)),
  };
}

/** The year that was meant: the nearest on the side the verb looks to. */
const nearestDay = (month: number, date: number, today: Day, direction: Direction): Day =>
  nearestOf((year) => dayOf(year, month, date), civil(today).year, today, direction);

/** A day that comes once a year, in the year that was meant. */
export function nearestOf(dayIn: (year: number) => Day, year: number, today: Day, direction: Direction): Day {
  const here = dayIn(year);
  if (direction === 'past') return here <= today ? here : dayIn(year - 1);
  return here >= today ? here : dayIn(year + 1);
}

function monthRange(year: number, month: number, part: string | undefined): DayRange {
  const first = dayOf(year, month, 1);
  const last = monthEnd(first);
  if (!part) return range(first, last, 'month');
  const [low, high] = PART_OF_MONTH.get(part)!;
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
export function isoDate(tokens: readonly Token[], i: number): Found | undefined {
  const [year, dash, month, dash2, date] = tokens.slice(i, i + 5).map((token) => token.text);
  if (dash !== '-' || dash2 !== '-' || !/^\d{4}$/.test(year ?? '')) return undefined;
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  return isDate(y, m, d)
    ? { from: i, to: i + 5, fixed: 'past', resolve: () => single(dayOf(y, m, d)) }
    : undefined;
}

/** "in 2019", "since 2007", "early 2011". */
export function bareYear(tokens: readonly Token[], i: number): Found | undefined {
  const part = partOfYear(tokens, i);
  if (part) return part;
  if (!/^(?:in|since|until|during|of|from|by)$/.test(tokens[i]!.lower)) return undefined;
  const token = tokens[i + 1];
  if (token?.type !== 'number' || !/^(?:1[5-9]|20)\d\d$/.test(token.text) || tokens[i + 2]?.tag === 'NOUN')
    return undefined;
  const year = Number(token.text);
  return { from: i + 1, to: i + 2, resolve: () => range(dayOf(year, 1, 1), dayOf(year, 12, 31), 'year') };
}

const THIRD_OF_YEAR: ReadonlyMap<string, number> = new Map([
  ['early', 1],
  ['mid', 5],
  ['late', 9],
]);

/** "early 2011", "late 2010", "mid-2010": a third of that year. */
function partOfYear(tokens: readonly Token[], i: number): Found | undefined {
  const { lower } = tokens[i]!;
  const whole = lower.startsWith('mid-');
  const first = THIRD_OF_YEAR.get(whole ? 'mid' : lower);
  if (first === undefined) return undefined;
  const text = whole ? lower.slice(4) : (tokens[i + 1]?.text ?? '');
  if (!/^(?:19|20)\d\d$/.test(text)) return undefined;
  const year = Number(text);
  return {
    from: i,
    to: whole ? i + 1 : i + 2,
    resolve: () => range(dayOf(year, first, 1), dayOf(year, first + 4, 1) - 1),
  };
}
