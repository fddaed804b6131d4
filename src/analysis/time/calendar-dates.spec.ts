import { dayOf } from '../reading/calendar.js';
import { bareYear, dayMonth, isoDate, monthDay, weekday } from './calendar-dates.js';
import { toResolved, type Direction, type Found } from './day-range.js';
import { tokenize } from '../reading/tokens.js';

const today = dayOf(2023, 6, 14);
const at = (found: Found | undefined, direction: Direction = 'past'): string | undefined => {
  const range = found?.resolve(direction);
  if (!range) return undefined;
  const { from, to } = toResolved(range);
  return from === to ? from : `${from}..${to}`;
};

test.each([
  ['Monday', 'past', '2023-06-12'],
  ['Wednesday', 'past', '2023-06-14'],
  ['Friday', 'past', '2023-06-09'],
  ['Friday', 'future', '2023-06-16'],
  ['last Thursday', 'past', '2023-06-08'],
  ['last Wednesday', 'past', '2023-06-07'],
  ['next Monday', 'future', '2023-06-19'],
  ['next Friday', 'future', '2023-06-23'],
] as const)('%s looking to the %s is %s', (text, direction, day) =>
  expect(at(weekday(tokenize(text), 0, today), direction)).toBe(day),
);

test('a weekday is written with a capital', () => expect(weekday(tokenize('sat'), 0, today)).toBeUndefined());

test.each([
  ['March 25', 'past', '2023-03-25'],
  ['Oct. 7', 'past', '2022-10-07'],
  ['Oct. 7', 'future', '2023-10-07'],
  ['October 7, 2019', 'past', '2019-10-07'],
  ['May 3-5', 'past', '2023-05-03..2023-05-05'],
  ['mid-February', 'past', '2023-02-11..2023-02-20'],
  ['late March', 'past', '2023-03-21..2023-03-31'],
  ['November 2021', 'past', '2021-11-01..2021-11-30'],
] as const)('%s looking to the %s is %s', (text, direction, day) =>
  expect(at(monthDay(tokenize(text), 0, today), direction)).toBe(day),
);

test('a month alone is one after a preposition only', () => {
  expect(at(monthDay(tokenize('in November'), 1, today))).toBe('2022-11-01..2022-11-30');
  expect(monthDay(tokenize('May I go'), 0, today)).toBeUndefined();
});

test('this month is known up to today', () =>
  expect(at(monthDay(tokenize('in June'), 1, today))).toBe('2023-06-01..2023-06-14'));

test('other orders', () => {
  expect(at(dayMonth(tokenize('25 March 2020'), 0, today))).toBe('2020-03-25');
  expect(at(dayMonth(tokenize('25th of March'), 0, today))).toBe('2023-03-25');
  expect(at(isoDate(tokenize('2021 - 03 - 25'), 0))).toBe('2021-03-25');
  expect(at(bareYear(tokenize('in 2019'), 0))).toBe('2019-01-01..2019-12-31');
});

test('days that do not exist are none', () =>
  expect(monthDay(tokenize('February 30'), 0, today)).toBeUndefined());

test('a year may be told by its third', () => {
  expect(at(bareYear(tokenize('early 2011'), 0))).toBe('2011-01-01..2011-04-30');
  expect(at(bareYear(tokenize('late 2010'), 0))).toBe('2010-09-01..2010-12-31');
  expect(at(bareYear(tokenize('mid-2010'), 0))).toBe('2010-05-01..2010-08-31');
  expect(bareYear(tokenize('early 40'), 0)).toBeUndefined();
});

test('a weekday tells the year that its date leaves open', () => {
  expect(at(weekday(tokenize('Saturday, June 17'), 0, today))).toBe('2023-06-17');
  expect(at(weekday(tokenize('Saturday, June 17, 2021'), 0, today))).toBe('2021-06-17');
});
