import { dayOf } from '../reading/calendar.js';
import { toResolved, type Direction, type Found } from './day-range.js';
import { counted, named, relativePeriod } from './relative-dates.js';
import { tokenize } from '../reading/tokens.js';

const today = dayOf(2023, 6, 14);
const at = (found: Found | undefined, direction: Direction = 'past'): string | undefined => {
  const range = found?.resolve(direction);
  if (!range) return undefined;
  const { from, to, precision } = toResolved(range);
  return `${precision} ${from === to ? from : `${from}..${to}`}`;
};

test.each([
  ['today', 'day 2023-06-14'],
  ['yesterday', 'day 2023-06-13'],
  ['tomorrow', 'day 2023-06-15'],
  ['last night', 'day 2023-06-13'],
  ['overnight', 'range 2023-06-13..2023-06-14'],
  ['overnight into Wednesday', undefined],
])('%s', (text, expected) => expect(at(named(tokenize(text), 0, { today }))).toBe(expected));

test.each([
  ['last week', 'week 2023-06-05..2023-06-11'],
  ['next week', 'week 2023-06-19..2023-06-25'],
  ['earlier this week', 'week 2023-06-12..2023-06-14'],
  ['earlier this month', 'month 2023-06-01..2023-06-14'],
  ['last month', 'month 2023-05-01..2023-05-31'],
  ['next year', 'year 2024-01-01..2024-12-31'],
  ['the last two weeks', 'range 2023-05-31..2023-06-14'],
  ['recent days', 'range 2023-06-07..2023-06-14'],
  ['last weekend', 'range 2023-06-10..2023-06-11'],
])('%s', (text, expected) =>
  expect(at(relativePeriod(tokenize(text), text.startsWith('the ') ? 1 : 0, today))).toBe(expected),
);

test('what lies ahead ends ahead', () => {
  expect(at(relativePeriod(tokenize('this week'), 0, today), 'future')).toBe('week 2023-06-14..2023-06-18');
});

test.each([
  ['three days ago', 'day 2023-06-11'],
  ['a week ago', 'day 2023-06-07'],
  ['two months ago', 'month 2023-04-01..2023-04-30'],
  ['177 days after the Oct. 7 storm', 'day 2023-04-02'],
  ['two days before March 3', 'day 2023-03-01'],
])('%s', (text, expected) => expect(at(counted(tokenize(text), 0, { today }))).toBe(expected));

test('days after nothing known are no date', () => {
  expect(counted(tokenize('177 days after the landing'), 0, { today })).toBeUndefined();
});

test('"Today" inside a name is no day', () => {
  expect(named(tokenize("the town's Today show"), 3, { today })).toBeUndefined();
});
