import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject }) => `${value} ${unit}: ${subject}`,
  );
};

test.each([
  ['Ferry shares slid 9.4%.', ['9.4 percent: fall in ferry shares']],
  ['Ferry shares fall 2%.', ['2 percent: fall in ferry shares']],
  ['Growth drops to 9 percent in the third quarter.', ['9 percent: growth']],
  [
    'Ferry claims increase by 32,000 to 516,000.',
    ['32000 claims: rise in ferry claims', '516000 claims: ferry claims'],
  ],
  [
    'Elm Ferries shares fell 2 percent to $40.',
    ['2 percent: fall in Elm Ferries shares', '40 USD: Elm Ferries shares'],
  ],
  ['Ferry sales were up 12 percent.', ['12 percent: rise in ferry sales']],
  [
    'Ferry sales reached $3 billion, up 12 percent from a year earlier.',
    ['3000000000 USD: ferry sales', '12 percent: rise in ferry sales'],
  ],
  ['The profit is expected to fall to $30 million.', ['30000000 USD: expected profit']],
  ['Elm Ferries lost $40 million.', ['40000000 USD: loss of Elm Ferries']],
  [
    'Experts expect the number of new boats on sale in Elm to grow from 16 now to 80.',
    ['80 boats: expected number of new boats on sale in Elm'],
  ],
  ['Two more sailors died, bringing the toll to 159.', ['2 sailors: sailors who died', '159 people: toll']],
  ['Meanwhile the mill has said that its costs have now risen to $2 million.', ['2000000 USD: costs']],
  [
    'Estimates of the flow were revised from 10 to 50 barrels per day.',
    ['50 barrels per day: estimates of the flow'],
  ],
  [
    'The mill cut its training budget by 7 percent this year, to $5 million.',
    ['7 percent: cut in training budget', '5000000 USD: training budget'],
  ],
  [
    'The board raised wages by 3 percent to $40 an hour.',
    ['3 percent: rise in wages', '40 USD: wages an hour'],
  ],
  ['The bid is expected to be in the range of $14 million to $17 million.', ['14000000 USD: expected bid']],
  ['Ferry shares have closed down nearly 5%.', ['5 percent: fall in ferry shares']],
  ['Ferry shares are up 39 percent year-to-date.', ['39 percent: rise in ferry shares']],
  ['The death toll rose above 150.', ['150 people: death toll']],
  ['The number of new cases among sailors rose to 40.', ['40 cases: number of new cases among sailors']],
  ['Fears grow in Norway as growth drops to 9 percent.', ['9 percent: growth']],
  ['The town looks to Oak Mills whose sales drop 30 percent.', ['30 percent: fall in sales of Oak Mills']],
  ['Ferry shares dropped 24 and 14 percent respectively.', []],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test.each([
  'Kari Vold will be 29 in May.',
  'Ms Vold fell asleep at about 1100.',
  'Kari Vold is 28-26 in her career.',
  'Bread is 30 percent cheaper.',
  'Bread is 30 percent more expensive.',
])('no level of anything: %s', (text) => expect(told(text)).toEqual([]));
