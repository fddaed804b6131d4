import { isAcronymOf, nameWords, nearlyEqual, samePerson, surname } from './name-forms.js';

test('the surname is the last word but for suffixes', () => {
  expect(surname(nameWords('Carl Q. Roe, Jr.'))).toBe('roe');
});

test.each([
  ['Hannah Roe', 'Hanna Roe', true],
  ['A. Roe', 'Anna Roe', true],
  ['Anna Maria Roe', 'Anna Roe', true],
  ['Anna Halden', 'Anna Haldan', true],
  ['Anna Roe', 'Bob Roe', false],
  ['Anna Roe', 'Anna Poe', false],
])('%s and %s: one person %s', (a, b, same) => expect(samePerson(nameWords(a), nameWords(b))).toBe(same));

test('one letter apart', () => {
  expect(nearlyEqual('halden', 'haldan')).toBe(true);
  expect(nearlyEqual('halden', 'halen')).toBe(true);
  expect(nearlyEqual('elm', 'elk')).toBe(false);
});

test('acronyms', () => {
  expect(isAcronymOf('NWA', 'Northern Water Agency')).toBe(true);
  expect(isAcronymOf('N.W.A.', 'Northern Water Agency')).toBe(true);
  expect(isAcronymOf('BoE', 'Bank of Elm')).toBe(true);
  expect(isAcronymOf('NWB', 'Northern Water Agency')).toBe(false);
});
