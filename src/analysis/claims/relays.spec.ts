import { findRelays } from './relays.js';
import { parsedText } from '../spec-support.js';

const relays = (text: string): string[] => {
  const { sentences, attributions, entities } = parsedText(text);
  return findRelays(sentences, attributions, entities, 'Harbour Post');
};

test('an opening that rests on another outlet relays it', () => {
  expect(relays('The ferry will be sold, the Elm Gazette reported. Two buyers are known.')).toEqual([
    'Elm Gazette',
  ]);
  expect(relays('“The ferry will be sold soon,” an official told Brisk News.')).toEqual(['Brisk News']);
});

test('reporting of its own relays nothing', () => {
  expect(
    relays(
      'The ferry will be sold, two officials told the Harbour Post. The Elm Gazette reported that it is old.',
    ),
  ).toEqual([]);
  expect(relays('The ferry will be sold, the board said.')).toEqual([]);
});

test('a credit further down is a detail’s', () => {
  const long = `${'The board met on Monday. '.repeat(8)}The ferry is old, the Elm Gazette reported.`;
  expect(relays(long)).toEqual([]);
});
