import { Locator } from './locate.js';

const text =
  'The café’s owner — “tired… and\n wet” — left 🚢 at 5.  東京で火事があった。港は閉鎖された。 The party met; the art was gone.';
const passage = { start: 0, end: text.length, kind: 'paragraph', sentences: [] } as const;
const locator = new Locator(text, [passage]);
const found = (words: string): string[] =>
  locator.places(words, [0]).map(({ span }) => text.slice(span.start, span.end));

it.each([
  [
    'whatever the shape of marks',
    `café's owner - "tired... and wet" - left`,
    'café’s owner — “tired… and\n wet” — left',
  ],
  ['in letters put together from parts', 'cafe\u0301’s owner', 'café’s owner'],
  ['with marks nobody sees', 'the\u200b a\u00adrt', 'the art'],
  ['around characters of two units', 'left 🚢 at 5', 'left 🚢 at 5'],
  ['in a script without spaces', '港は閉鎖された', '港は閉鎖された'],
])('finds words %s', (_, words, expected) => {
  expect(found(words)).toEqual([expected]);
});

it.each([
  ['in other letters', 'the ART was gone'],
  ['cut out of others', 'art'.slice(0, 2)],
  ['that end within a character', 'left \ud83d'],
  ['that are nothing', ' \n'],
  ['translated', 'there was a fire in Tokyo'],
])('finds no words %s', (_, words) => {
  expect(found(words)).toEqual([]);
});

it('finds whole words only, and each place of them', () => {
  expect(locator.places('the art', [0]).length).toBe(1);
  const twice = 'We had fog. He left. We had fog.';
  const at = new Locator(twice, [{ ...passage, end: twice.length }]);
  expect(at.places('We had fog', [0]).map(({ span }) => span.start)).toEqual([0, 21]);
  expect(at.within('We had fog', { span: { start: 12, end: 32 }, passage: 0 })).toEqual([
    { start: 21, end: 31 },
  ]);
});
