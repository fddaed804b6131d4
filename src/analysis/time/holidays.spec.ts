import { dayOf } from '../reading/calendar.js';
import { tokenize } from '../reading/tokens.js';
import { toResolved, type Direction } from './day-range.js';
import { holiday } from './holidays.js';

const today = dayOf(2023, 6, 14);
const at = (text: string, direction: Direction = 'past'): string | undefined => {
  const range = holiday(tokenize(text), 0, today)?.resolve(direction);
  return range && toResolved(range).from;
};

test.each([
  ["New Year's Eve", 'past', '2022-12-31'],
  ["New Year's Eve", 'future', '2023-12-31'],
  ['New Year’s Day', 'past', '2023-01-01'],
  ['Christmas Day 2009', 'past', '2009-12-25'],
  ['Boxing Day', 'past', '2022-12-26'],
  ['Good Friday', 'past', '2023-04-07'],
  ['Easter Sunday', 'future', '2024-03-31'],
  ['Easter Monday 2011', 'past', '2011-04-25'],
] as const)('%s looking to the %s is %s', (text, direction, day) => expect(at(text, direction)).toBe(day));

test('what only begins like a holiday is none', () => {
  expect(at('New years')).toBeUndefined();
  expect(at('good Friday')).toBeUndefined();
  expect(at('Christmas trees')).toBeUndefined();
});
