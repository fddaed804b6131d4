import { findNumbers } from './numbers.js';
import { tokenize } from './tokens.js';

const numbers = (text: string) =>
  findNumbers(tokenize(text)).map(({ value, upper, qualifier, unit }) => ({
    value,
    ...(upper ? { upper } : {}),
    ...(qualifier ? { qualifier } : {}),
    ...(unit ? { unit } : {}),
  }));

test.each([
  ['some 1,200 sheep', [{ value: 1200, qualifier: 'some' }]],
  ['well over a million birds', [{ value: 1e6, qualifier: 'well over' }]],
  ['1.3 million birds', [{ value: 1.3e6 }]],
  ['more than two hundred and fifty boats', [{ value: 250, qualifier: 'more than' }]],
  ['half a million', [{ value: 5e5 }]],
  ['two dozen oars', [{ value: 24 }]],
  ['some ١٢٠ sheep', [{ value: 120, qualifier: 'some' }]],
  ['between 10 and 15 boats', [{ value: 10, upper: 15 }]],
  ['2 to 3 million fish', [{ value: 2e6, upper: 3e6 }]],
  ['around three-quarters of sailors', [{ value: 75, qualifier: 'around', unit: 'percent' }]],
  ['20 percent to 50 percent', [{ value: 20, upper: 50, unit: 'percent' }]],
  ['12 percent', [{ value: 12, unit: 'percent' }]],
  ['7.5 per cent', [{ value: 7.5, unit: 'percent' }]],
  ['$16 million', [{ value: 16e6, unit: 'USD' }]],
  ['€50m', [{ value: 50e6, unit: 'EUR' }]],
  ['a $200-million loan', [{ value: 200e6, unit: 'USD' }]],
  ['between $10 million and $15 million', [{ value: 10e6, upper: 15e6, unit: 'USD' }]],
  ['4.4m barrels', [{ value: 4.4e6 }]],
  ['edged up to 4%', [{ value: 4, unit: 'percent' }]],
  ['spent up to 4%', [{ value: 4, unit: 'percent', qualifier: 'up to' }]],
  ['$20 billion dollars', [{ value: 20e9, unit: 'USD' }]],
  ['€2bn', [{ value: 2e9, unit: 'EUR' }]],
  ['at least forty-two', [{ value: 42, qualifier: 'at least' }]],
  ['tens of thousands of birds', []],
  ['Rs 24 lakh', [{ value: 2.4e6, unit: 'INR' }]],
  ['3 crore sheep', [{ value: 3e7 }]],
  ['a 40-member crew', [{ value: 40 }]],
  ['a 172 million-gallon spill', [{ value: 172e6 }]],
  ['a 3-mile walk, a 40-year-old', []],
  ['a boat', []],
])('%s', (text, expected) => expect(numbers(text)).toEqual(expected));
