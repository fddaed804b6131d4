import { civil, dayOf, type Day } from '../reading/calendar.js';
import type { Token } from '../reading/tokens.js';
import { nearestOf, yearAt } from './calendar-dates.js';
import { single, type Found } from './day-range.js';

type DayOfYear = (year: number) => Day;

const fixed =
  (month: number, date: number): DayOfYear =>
  (year) =>
    dayOf(year, month, date);

/** Sunday of Easter, by the Gregorian rule. */
function easter(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const drift = century - Math.floor(century / 4);
  const lag = Math.floor((century - Math.floor((century - 17) / 25)) / 3);
  const epact = (drift - lag + 19 * golden + 15) % 30;
  const moon = epact - (epact > 28 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - drift) % 7;
  return dayOf(year, 3, 28) + moon - weekday;
}

/** Days called by a name that fall on one day the world over, by their first word and what follows it. */
const HOLIDAYS: ReadonlyMap<string, readonly (readonly [string, DayOfYear])[]> = new Map([
  [
    'new',
    [
      ["year 's eve", fixed(12, 31)],
      ["year 's day", fixed(1, 1)],
    ],
  ],
  [
    'christmas',
    [
      ['eve', fixed(12, 24)],
      ['day', fixed(12, 25)],
    ],
  ],
  ['boxing', [['day', fixed(12, 26)]]],
  ['valentine', [["'s day", fixed(2, 14)]]],
  ['good', [['friday', (year) => easter(year) - 2]]],
  [
    'easter',
    [
      ['sunday', easter],
      ['monday', (year) => easter(year) + 1],
    ],
  ],
]);

/** "New Year's Eve", "on Christmas Day 2009", "Good Friday". */
export function holiday(tokens: readonly Token[], i: number, today: Day): Found | undefined {
  const named = HOLIDAYS.get(tokens[i]!.lower);
  if (!named || !/^\p{Lu}/u.test(tokens[i]!.text)) return undefined;
  for (const [rest, day] of named) {
    const words = rest.split(' ');
    if (!words.every((word, k) => tokens[i + 1 + k]?.lower.replace('’', "'") === word)) continue;
    const end = i + 1 + words.length;
    const year = yearAt(tokens, end, today);
    return {
      from: i,
      to: year ? year.to : end,
      resolve: (direction) =>
        single(year ? day(year.year) : nearestOf(day, civil(today).year, today, direction)),
    };
  }
  return undefined;
}
