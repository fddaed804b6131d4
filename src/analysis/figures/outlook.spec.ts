import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const subjects = (text: string) => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(({ subject }) => subject);
};

test.each([
  ['The death toll could rise to 400.', ['possible death toll']],
  ['The death toll has risen to 400.', ['death toll']],
  ['The death toll is likely to rise to 400.', ['expected death toll']],
  ['Growth is forecast to reach 4 percent.', ['expected growth']],
  ['Growth is thought to have reached 4 percent.', ['growth']],
  ['Revenue will be $3 million.', ['expected revenue']],
  ['The guild expects a loss of $3 million.', ['expected loss']],
  ['The guild reported a loss of $3 million.', ['loss']],
  ['The storm is likely to cost the port $23 million.', ['expected cost of the storm']],
  ['The cost of repairs is likely to be a further $7 million.', ['expected cost of repairs']],
  ['Prices in Elm would rise by 3 percent.', ['possible rise in prices in Elm']],
  ['The mill will cut its fee to $5.', ['expected fee']],
  ['The gale drove down the price of herring by 19 percent.', ['fall in price of herring']],
])('what is to come is not told as a fact: %s', (text, expected) => expect(subjects(text)).toEqual(expected));
