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
    'The bank cut its key rate by a quarter point to 4.75 percent.',
    ['0.25 percent: cut in key rate', '4.75 percent: key rate'],
  ],
  [
    'The key rate was raised by 25 basis points to 3 percent.',
    ['25 basis points: rise in key rate', '3 percent: key rate'],
  ],
  ['The bank kept its key rate unchanged at 4.5 percent.', ['4.5 percent: key rate']],
  [
    'The mill is expected to post a 12 percent rise in net profit to $4 million.',
    ['12 percent: rise in net profit', '4000000 USD: expected net profit'],
  ],
  ['Four of the court’s seven judges backed the ban.', ['4 judges: judges who backed the ban']],
  ['The arena filled its 3,000 capacity.', ['3000 people: capacity of the arena']],
  ['The storm cut off about 40 villages.', ['40 villages: villages cut off in the storm']],
  [
    'The guild appealed for $12 million to rebuild the quay.',
    ['12000000 USD: money asked for to rebuild the quay'],
  ],
  ['The port has set aside $3 million.', ['3000000 USD: money set aside by the port']],
  ['Estimates of the number of sailors vary from 600 to 900.', ['600-900 sailors: number of sailors']],
  [
    'The law caps the fees of harbours – of all of them – at $75 million.',
    ['75000000 USD: fees of harbours'],
  ],
  ['A tenth of sailors have left.', ['10 percent: sailors who have left']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));
