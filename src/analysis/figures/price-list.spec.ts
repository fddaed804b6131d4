import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const values = (text: string) => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(({ value }) => value);
};
const OFFERS =
  'The oak chair is now for $40. The birch table costs $90 from $120. A lamp is $20 off the price. ' +
  'The rug sells for $70. The bed is down to $300. ';

test('the prices of a page of offers are no figures, what else it counts is one', () => {
  expect(values(`${OFFERS}The mill sold 4,000 chairs in Elm.`)).toEqual([4000]);
});

test('a price in a report is one', () => {
  expect(values('A ticket for the new ferry costs $40. The board spent $3 million on repairs.')).toEqual([
    40, 3e6,
  ]);
});

test('great sums are told of whatever is on offer', () => {
  expect(values(`${OFFERS}The board spent $3 million on repairs.`)).toEqual([3e6]);
});
