import { dayOf } from '../reading/calendar.js';
import { range, single, toResolved } from './day-range.js';

test('days become ISO dates, both inclusive', () => {
  expect(toResolved(single(dayOf(2023, 6, 14)))).toEqual({
    from: '2023-06-14',
    to: '2023-06-14',
    precision: 'day',
  });
  expect(toResolved(range(dayOf(2023, 6, 1), dayOf(2023, 6, 30), 'month'))).toEqual({
    from: '2023-06-01',
    to: '2023-06-30',
    precision: 'month',
  });
});
