import { splitSentences } from './sentences.js';
import { tokenize } from './tokens.js';

const split = (text: string): string[] =>
  splitSentences(tokenize(text)).map(({ start, end }) => text.slice(start, end));

test('abbreviations and initials end nothing', () => {
  expect(split('Lt. Gen. John Q. Roe met Dr. Poe on Oct. 7 in St. Elm. They talked.')).toEqual([
    'Lt. Gen. John Q. Roe met Dr. Poe on Oct. 7 in St. Elm.',
    'They talked.',
  ]);
});

test('"U.S." may end a sentence when a new one clearly begins', () => {
  expect(split('It was made in the U.S. The buyers were happy.')).toHaveLength(2);
  expect(split('The U.S. Navy sailed.')).toHaveLength(1);
});

test('closing marks belong to the sentence they close', () => {
  expect(split('“We won. It is over.” The crowd left.')).toEqual([
    '“We won.',
    'It is over.”',
    'The crowd left.',
  ]);
});

test('a question inside a quotation does not end the sentence around it', () => {
  expect(split('“Who is there?” Ann Roe asked. Nobody answered.')).toHaveLength(2);
});

test('decimals and small letters go on', () => {
  expect(split('Prices rose 3.5 percent. yet nobody minded.')).toHaveLength(1);
});

test('a clock time before a day ends nothing', () => {
  expect(split('Doors open at 10 a.m. Friday, May 5. Seats are free.')).toHaveLength(2);
});
