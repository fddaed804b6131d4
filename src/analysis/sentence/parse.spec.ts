import { governingClause, leadWord } from './parse.js';
import { parsedText } from '../spec-support.js';
import { tokenize } from '../reading/tokens.js';

const governor = (text: string): string => {
  const [parsed] = parsedText(text).sentences;
  const clause = governingClause(parsed!, parsed!.dates[0]!.from);
  return parsed!.tokens[clause!.verb.head]!.text;
};

test.each([
  ['The ferry sank on Monday and was raised.', 'sank'],
  ['The board rejected a plan, handed to the mayor last week, that would close the quay.', 'handed'],
  ['The agency, only last week, sent a ship with supplies.', 'sent'],
  ['On Monday, the ferry sank.', 'sank'],
  ['The captain died in a prison in Elmfield, Ohio, on Monday, said a spokesman.', 'died'],
  ['Officials said that in recent days they have seen boats return.', 'seen'],
])('%s belongs to %s', (text, verb) => expect(governor(text)).toBe(verb));

test('linking words are the paragraph’s', () => {
  expect(leadWord(tokenize('However, the ferry sank.'))).toBe(2);
  expect(leadWord(tokenize('At the same time, the ferry sank.'))).toBe(0);
  expect(leadWord(tokenize('Despite this, the ferry sank.'))).toBe(3);
  expect(leadWord(tokenize('Elm, a town, slept.'))).toBe(0);
});
