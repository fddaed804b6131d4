import { withAsciiDigits } from './digits.js';

test.each([
  ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
  ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
  ['Devanagari', '०१२३४५६७८९'],
  ['full width', '０１２３４５６７８９'],
])('digits of %s are 0 to 9', (_, digits) => {
  expect(withAsciiDigits(`“${digits}”`)).toBe('“0123456789”');
});

test('offsets stay where a digit takes two places', () => {
  expect(withAsciiDigits('𝟏٢')).toBe('𝟏2');
});
