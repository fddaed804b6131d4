import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const subjects = (text: string) => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(({ subject }) => subject);
};

test.each([
  ['The mill agreed to pay less than $3 million.', ['money to be paid by the mill']],
  ['The guild is spending about $17.5 million a day.', ['money spent by the guild a day']],
  ['The ministry will pay $300 per family.', ['money to be paid by the ministry per family']],
  ['Claims are capped by law at $75 million.', ['cap on claims']],
  ['The fine was originally set at $5 billion.', ['fine']],
  ['They took it over at a cost of $2 million.', []],
  ['Thieves stole £910,000 worth of herring from a boat.', ['herring stolen from a boat']],
  [
    'The guild spent $3 million on repairs and $9 million on boats.',
    ['money spent on repairs', 'money spent on boats'],
  ],
  ['It faces old claims at $400 each.', ['old claims, each']],
  ['The painting could fetch up to $3.8 million.', ['possible price of the painting']],
  ['The mill lost 3.2 million euros.', ['loss of the mill']],
  ['Between $2 million (€1.8 million) and about $9 million was spent in Elm.', []],
])('%s', (text, expected) => expect(subjects(text)).toEqual(expected));
