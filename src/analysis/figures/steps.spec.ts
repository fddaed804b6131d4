import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject }) => `${value} ${unit}: ${subject}`,
  );
};

test.each([
  ['Ferry shares dropped 6% after the storm.', ['6 percent: fall in ferry shares']],
  ['Unemployment climbed to 7.2 percent last month.', ['7.2 percent: unemployment']],
  [
    'Ferry profit is forecast up 9 percent to $40 million.',
    ['9 percent: expected rise in ferry profit', '40000000 USD: expected ferry profit'],
  ],
  [
    'The ferry index gained 80 points to close at 6,120.',
    ['80 points: rise in ferry index', '6120 index: ferry index'],
  ],
  ['The ferry toll rose to $4 and could reach $6.', ['4 USD: ferry toll', '6 USD: possible ferry toll']],
  ['The Elm river rose 3.5 metres overnight.', ['3.5 metres: rise in Elm river']],
  ['A ferry ticket now costs $90.', ['90 USD: cost of a ferry ticket']],
  ['The number of sailors out of work rose to 900.', ['900 sailors: number of sailors out of work']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test('teams of rescuers are no rescue that people were pulled in', () =>
  expect(told('Rescue teams pulled 14 sailors from the hull.')).toEqual(['14 sailors: sailors pulled']));

test.each([
  ['Norway is sending an extra 1,200 troops to Elm.', 'an extra'],
  ['The port spent just $2 million on repairs.', 'just'],
])('a qualifier: %s', (text, qualifier) => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  expect(findFigures(reading, entities, sentences, attributions)[0]).toMatchObject({ qualifier });
});
