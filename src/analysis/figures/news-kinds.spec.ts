import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject }) => `${value} ${unit}: ${subject}`,
  );
};

test.each([
  ['There are 13 guilds involved in the appeal.', ['13 guilds: guilds involved in the appeal']],
  ['The port sold its piers in Elm to Oak Mills for $7 billion.', ['7000000000 USD: price of piers in Elm']],
  ['The mill told of a 31 percent jump in orders.', ['31 percent: jump in orders']],
  ['Ferry shares closed almost 4% down.', ['4 percent: fall in ferry shares']],
  ['Ferry shares recovered to close up 0.6 percent.', ['0.6 percent: rise in ferry shares']],
  ['The mill said it would be fined $1,100.', ['1100 USD: fine for the mill']],
  [
    'At least 200m euros will be dedicated to rebuilding piers.',
    ['200000000 EUR: money dedicated to rebuilding piers'],
  ],
  ['The grant brings the harbour budget to $9 million.', ['9000000 USD: harbour budget']],
  [
    'The port hired 40 pilots and will hire 60 more.',
    ['40 pilots: pilots hired by the port', '60 pilots: pilots to be hired'],
  ],
  [
    'With most ballots counted, Kari Vold had 51.3 percent.',
    ['51.3 percent: share of the vote for Kari Vold'],
  ],
  ['The mill will pay a $25 million fine.', ['25000000 USD: fine']],
  ['The port announced a $2 million package for sailors.', ['2000000 USD: package for sailors']],
  ['Ferry temperatures have risen by 1.2 degrees.', ['1.2 degrees: rise in ferry temperatures']],
  ['The deal was worth $6bn (#3.6bn at the time).', ['6000000000 USD: deal']],
  ['The costs had risen to $ 99m -LRB- # 67m -RRB- .', ['99000000 USD: costs']],
  ['The fund has #46m for the quay.', ['46000000 GBP: money for the quay']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test.each(['Kari Vold had 51.3 percent.', 'Kari Vold was ranked #46 in Norway.'])(
  'nothing is known of: %s',
  (text) => expect(told(text)).toEqual([]),
);
