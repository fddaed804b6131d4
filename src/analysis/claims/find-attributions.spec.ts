import { findAttributions } from './find-attributions.js';
import { parsedText } from '../spec-support.js';
import { written } from '../sentence/parse.js';

const attributions = (text: string) =>
  parsedText(text).sentences.flatMap((parsed) =>
    findAttributions(parsed).map(({ position, subject, content }) => [
      position,
      written(text, parsed.tokens, subject[0], subject[1]),
      written(text, parsed.tokens, content[0], content[1]),
    ]),
  );

test.each([
  ['Kari Vold said the quay is safe.', ['leading', 'Kari Vold', 'the quay is safe']],
  ['The quay is safe, Kari Vold said on Monday.', ['trailing', 'Kari Vold', 'The quay is safe']],
  ['According to Kari Vold, the quay is safe.', ['leading', 'Kari Vold', 'the quay is safe']],
  ['The quay is safe, according to Kari Vold.', ['trailing', 'Kari Vold', 'The quay is safe']],
  ['“The quay is safe,” said Kari Vold.', ['trailing', 'Kari Vold', '“The quay is safe']],
])('%s', (text, expected) => expect(attributions(text)).toEqual([expected]));

test('two sayings of one subject', () => {
  const found = attributions('Kari Vold said the quay is safe but warned that the bridge may fall.');
  expect(found.map(([, , content]) => content)).toEqual(['the quay is safe', 'the bridge may fall']);
});

test('what a participle adds', () => {
  const found = attributions('The board refused the offer, arguing that the price was too low.');
  expect(found.map(([, , content]) => content)).toEqual(['the price was too low']);
});

test('a participle may insist without "that"', () => {
  const found = attributions('The board refused the offer, insisting the price was too low.');
  expect(found.map(([, , content]) => content)).toEqual(['the price was too low']);
  expect(attributions('The board took the offer, adding three boats to those it owned.')).toEqual([]);
});

test('verbs of saying in a quotation or a relative clause attribute nothing', () => {
  expect(attributions('The mayor, who said little, left the hall.')).toEqual([]);
});
