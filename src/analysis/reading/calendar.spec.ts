import { dayOf, isDate, isoDay, localDay, monthEnd, weekdayOf, weekStart } from './calendar.js';

test('an instant is another day in another newsroom', () => {
  expect(isoDay(localDay('2023-06-14T23:30:00Z', 'UTC'))).toBe('2023-06-14');
  expect(isoDay(localDay('2023-06-14T23:30:00Z', 'Asia/Tokyo'))).toBe('2023-06-15');
  expect(isoDay(localDay('2023-06-15T02:30:00Z', 'America/New_York'))).toBe('2023-06-14');
});

test('a zone nobody knows is read as UTC, an instant nobody can read as day 0', () => {
  expect(isoDay(localDay('2023-06-14T23:30:00Z', 'Mars/Olympus'))).toBe('2023-06-14');
  expect(localDay('not a time')).toBe(0);
});

test('weeks begin on Monday, also before 1970', () => {
  expect(weekdayOf(dayOf(2023, 6, 14))).toBe(2);
  expect(weekdayOf(dayOf(1969, 7, 20))).toBe(6);
  expect(isoDay(weekStart(dayOf(2023, 6, 14)))).toBe('2023-06-12');
});

test('months have their own lengths', () => {
  expect(isoDay(monthEnd(dayOf(2024, 2, 3)))).toBe('2024-02-29');
  expect(isDate(2023, 2, 29)).toBe(false);
  expect(isDate(2023, 13, 1)).toBe(false);
});

test('years that nobody means are clamped to what ISO can write', () => {
  expect(isoDay(9e9)).toBe('9999-12-31');
});
