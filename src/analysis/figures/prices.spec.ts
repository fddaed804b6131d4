import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const subject = (text: string): string | undefined => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions)[0]?.subject;
};

test.each([
  ['The clean-up has cost the guild $3.12 billion.', 'cost of the clean-up'],
  ['A ticket costs $40.', 'price of a ticket'],
  ['Oak Mills agrees to buy Elm Mills for $2.16 billion.', 'price of Elm Mills'],
  ['Oil was trading around $74 a barrel.', 'price of oil'],
  ['The fee will start at $44.', 'fee'],
  ['The court fined the mill $40,000.', 'fine for the mill'],
  ['The songs earned the guild $1 million.', 'money earned for the guild'],
  ['The guild paid the crew $300 for the boat.', 'money paid to the crew'],
  ['The guild had spent $450m (£304m) cleaning the bay.', 'money spent cleaning the bay'],
  [
    'The guild will give an additional $25 million each to Elm, Oak and Ash.',
    'money to be given to Elm, Oak and Ash',
  ],
  ['The mill seeks to limit its legal liability to $27 million.', 'legal liability'],
  ['They set up a $20 billion “relief fund” in Elm.', 'relief fund in Elm'],
  ['Elm Mills declared losses of $3 billion in the third quarter.', 'losses'],
  ['They signed a deal worth $80 million last summer.', 'deal'],
  [
    'The sum includes $147 million paid out in compensation to sailors.',
    'money paid out in compensation to sailors',
  ],
  ['The mill is making a provision of $32 million for repairs.', 'provision for repairs'],
  ['The storm is to cost the taxpayer almost $10 billion OSLO | Tue Jul 27, 2010.', undefined],
  ['The guild has spent $940 million so far to try to plug the leak.', 'money spent to try to plug the leak'],
  ['The mill paid out more than $200m to sailors.', 'money paid to sailors'],
  ['The mill was fined $1 million after a trial.', 'fine for the mill'],
  ['The old mill earned $2.8 billion.', 'earnings of the old mill'],
  ['They began the process of selling assets worth up to $30bn.', 'assets'],
  ['Kari Vold has a net worth of $17 million.', 'net worth of Kari Vold'],
  ['They want more than $9m Ms Vold said.', undefined],
])('%s', (text, told) => expect(subject(text)).toBe(told));
