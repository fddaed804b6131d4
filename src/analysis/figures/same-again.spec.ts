import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject, attributedTo }) =>
      `${value} ${unit}: ${subject}${attributedTo === undefined ? '' : ` (${attributedTo})`}`,
  );
};

test.each([
  [
    'Police said 900 people were hurt; the union put the number at 4,000.',
    ['900 people: people hurt (police)', '4000 people: people hurt (union)'],
  ],
  [
    'The port had set aside 40 million euros for the quay. On Monday it cut that to 37 million euros.',
    ['40000000 EUR: money set aside for the quay', '37000000 EUR: money set aside for the quay'],
  ],
  [
    'Some 40 homes were flooded and another 500 were damaged.',
    ['40 homes: homes flooded', '500 homes: homes damaged'],
  ],
  [
    'The ferry index rose 12 points, or 1.4 percent, to 8,214.',
    ['12 points: rise in ferry index', '1.4 percent: rise in ferry index', '8214 index: ferry index'],
  ],
  ['The ferry death toll stood at 40 on Monday.', ['40 people: ferry death toll']],
  ['The cap on the fee is so low that the council wants to raise it to $90.', ['90 USD: cap on the fee']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test.each([
  'They sent more, raising the number to 16,000.',
  'The guild lost its bid and put it at 40.',
  'Kari Vold died at 40.',
])('nothing to be the number of: %s', (text) => expect(told(text)).toEqual([]));

test('a number of another kind is not of the same', () =>
  expect(told('Some 900 people were hurt. The union put the figure at $40.')).toEqual([
    '900 people: people hurt',
  ]));
