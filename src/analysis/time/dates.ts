import { bareYear, dayMonth, isoDate, monthDay, weekday } from './calendar-dates.js';
import { holiday } from './holidays.js';
import {
  range,
  type Anchor,
  type DayRange,
  type Direction,
  type Found,
  type TimeExpression,
} from './day-range.js';
import { DAY_PARTS } from '../lexicon/time.js';
import { counted, named, relativePeriod } from './relative-dates.js';
import type { Token } from '../reading/tokens.js';

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
    const first = withDayPart(tokens, expression);
    const whole = toSecondDay(tokens, first, here) ?? first;
    found.push({ ...whole, relation: whole === first ? relationOf(tokens, first) : 'at' });
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
  // "until at least Friday"
  if (before === 'least' && tokens[from - 2]?.lower === 'at') before = tokens[from - 3]?.lower;
  // "the treaty of May 2": the day names the thing, unless that is a time itself, "the night of May 2".
  if (before === 'of' && tokens[from - 2]?.tag === 'NOUN' && !TIMES.has(tokens[from - 2]!.lower)) return 'of';
  if (before === 'the' || before === 'early' || before === 'late') before = tokens[from - 2]?.lower;
  // "until the end of June"
  if (before === 'of' && tokens[from - 2]?.lower === 'end' && tokens[from - 3]?.lower === 'the')
    before = tokens[from - 4]?.lower;
  // "less than three days ago": a day things are measured by
  if (before === 'since' || before === 'than') return 'since';
  if (before === 'until' || before === 'till' || before === 'before' || before === 'by') return 'until';
  // "from 11 to 15 May"
  if (before === 'from' && tokens[from]!.type === 'number' && tokens[from + 1]?.lower === 'to') return 'at';
  return before === 'from' || before === 'after' ? 'since' : 'at';
}

/** "from May 2 to June 3", "between Monday and Friday": one stretch from its first day to its last. */
function toSecondDay(tokens: readonly Token[], first: Found, anchor: Anchor): Found | undefined {
  const opener = tokens[first.from - 1]?.lower;
  if (opener !== 'from' && opener !== 'between') return undefined;
  const link = tokens[first.to]?.lower ?? '';
  if (!(opener === 'from' ? /^(?:to|until|till|through)$/ : /^and$/).test(link)) return undefined;
  const last = tokens[first.to + 1] && expressionAt(tokens, first.to + 1, anchor);
  if (!last || !isDay(first) || !isDay(last)) return undefined;
  const resolve = (direction: Direction): DayRange | undefined => {
    const [from, to] = [first.resolve(direction), last.resolve(direction)];
    return from && to && to.from > from.from ? range(from.from, to.from) : undefined;
  };
  return { from: first.from, to: last.to, resolve };
}

const isDay = (found: Found): boolean => found.resolve('past')?.precision === 'day';

const TIMES = new Set(
  'day days week weekend weeks month months year night evening morning afternoon hours end beginning start middle half spring summer autumn fall winter course eve'.split(
    ' ',
  ),
);

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
    holiday(tokens, i, anchor.today) ??
    relativePeriod(tokens, i, anchor.today) ??
    dayMonth(tokens, i, anchor.today) ??
    counted(tokens, i, anchor) ??
    bareYear(tokens, i)
  );
}
