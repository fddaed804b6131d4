import { findRefusals } from './refusals.js';
import { parsedText } from '../spec-support.js';

const refusals = (text: string): number => findRefusals(parsedText(text).sentences[0]!).length;

test.each([
  'The board declined to comment.',
  'Two spokesmen did not respond to questions.',
  'The mayor would not answer.',
])('%s', (text) => {
  expect(refusals(text)).toBe(1);
});

test.each(['The board declined the offer.', 'The mayor answered at once.', 'The engine did not start.'])(
  'no refusal: %s',
  (text) => {
    expect(refusals(text)).toBe(0);
  },
);

test('who is described to the comma is no list', () => {
  expect(
    parsedText('Kari Vold, the mayor of Elm and Orm, declined to comment.').claims.map(
      ({ speaker }) => speaker,
    ),
  ).toEqual(['Kari Vold']);
});
