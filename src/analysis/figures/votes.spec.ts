import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject }) => `${value} ${unit}: ${subject}`,
  );
};

test.each([
  [
    'The harbour board voted 9 to 4 to close the quay.',
    ['9 votes: votes to close the quay', '4 votes: votes not to close the quay'],
  ],
  [
    'The council approved the ferry bill by 52 votes to 48.',
    ['52 votes: votes for the ferry bill', '48 votes: votes against the ferry bill'],
  ],
  [
    'The council rejected the ferry tax 61-38 on Monday.',
    ['61 votes: votes against the ferry tax', '38 votes: votes for the ferry tax'],
  ],
  [
    'Judges ruled 5-4 that the ferry tax was void.',
    [
      '5 votes: votes for ruling that the ferry tax was void',
      '4 votes: votes against ruling that the ferry tax was void',
    ],
  ],
  [
    'The court, in a 2-1 decision, struck down the ferry tax.',
    ['2 votes: votes against the ferry tax', '1 votes: votes for the ferry tax'],
  ],
  [
    'By a vote of 31 to 20, members passed the reform.',
    ['31 votes: votes for the reform', '20 votes: votes against the reform'],
  ],
  [
    'The ferry bill passed the council 61-38.',
    ['61 votes: votes for the ferry bill', '38 votes: votes against the ferry bill'],
  ],
  [
    'The board voted 7-2 on Monday against the merger.',
    ['7 votes: votes against the merger', '2 votes: votes for the merger'],
  ],
  ['The council passed the budget 9-0.', ['9 votes: votes for the budget']],
  ['Eleven members abstained.', ['11 members: members who abstained']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test.each([
  'Elm beat Oak 3-1 and lost 20-13 to Ash.',
  'Elm passed Oak 3-1 in the table.',
  'Elm, who passed the ball well, won 3-1.',
])('a score is no vote: %s', (text) => expect(told(text)).toEqual([]));

test('a range that is approved is no vote', () =>
  expect(told('The board approved 40 to 50 new ferries.')).toEqual([
    '40 ferries: ferries approved by the board',
  ]));
