import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, upper, unit, subject }) =>
      `${value}${upper === undefined ? '' : `-${upper}`} ${unit}: ${subject}`,
  );
};

test.each([
  [
    'Kari Vold, 58, was sentenced to six years in prison and fined $7,500.',
    ['6 years: prison term for Kari Vold', '7500 USD: fine for Kari Vold'],
  ],
  ['The ferry index, which tracks ships, fell 2 percent.', ['2 percent: fall in ferry index']],
  ['Rainfall this year was 40 percent below average.', ['40 percent: rainfall below average']],
  ['Ferry sales rose from $5.2 billion in 2021 to $6.8 billion last year.', ['6800000000 USD: ferry sales']],
  ['Ferry tickets cost between $48 and $90.', ['48-90 USD: price of ferry tickets']],
  ['Wages account for 84 percent of revenue.', ['84 percent: revenue accounted for by wages']],
  ['The number of sailors fell by a fifth.', ['20 percent: fall in number of sailors']],
  [
    'The plan will raise the number of guards available to about 700.',
    ['700 guards: expected number of guards available'],
  ],
  [
    'Doctors say the number who fell ill as a result of the smoke is between 30 and 70.',
    ['30-70 people: number who fell ill as a result of the smoke'],
  ],
  [
    'The court wrote to the families of 212 sailors harmed by the paint.',
    ['212 sailors: sailors harmed by the paint'],
  ],
  ['Oak Mills was sold to a group of guilds for $340 million.', ['340000000 USD: price of Oak Mills']],
  [
    'The guild won a deal, worth $20 million, and jewels valued at $6 million.',
    ['20000000 USD: deal', '6000000 USD: jewels'],
  ],
  [
    'Elm Mills said it would cut 210 jobs, or 16 percent of its workforce.',
    ['210 jobs: jobs to be cut by Elm Mills', '16 percent: workforce of Elm Mills'],
  ],
  ['The count suggests a 70 percent turnout.', ['70 percent: turnout']],
  [
    'The line handles 61 percent of trade with Norway, 33 percent with Sweden and 8 percent with Finland.',
    [
      '61 percent: trade handled with Norway',
      '33 percent: trade handled with Sweden',
      '8 percent: trade handled with Finland',
    ],
  ],
  ['Oak Mills keeps a 15 percent stake.', ['15 percent: stake of Oak Mills']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test.each([
  'The guild read it in a note from two people involved in the sale.',
  'It removed one quarter (25 percent) of it.',
])('no figure in: %s', (text) => expect(told(text)).toEqual([]));
