import { quotedSpans } from '../analysis/reading/quotes.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize } from '../analysis/reading/tokens.js';
import type { DevelopmentStatus } from '../domain/statements.js';
import { isToldAs } from './told-as.js';

function told(sentence: string, status: DevelopmentStatus, dated = status === 'planned'): boolean {
  const tokens = tokenize(sentence);
  tagTokens(tokens);
  quotedSpans(tokens);
  return isToldAs(tokens, status, dated);
}

it.each([
  ['The ferry Aurora ran aground off Port Meridian.', 'happened'],
  ['Thick fog, then a crunch: the Aurora on the rocks.', 'happened'],
  ['The ferry sank, officials said.', 'happened'],
  ['Officials said the ferry sank.', 'happened'],
  ['The ministry announced an inquiry on Tuesday.', 'happened'],
  ['The inquiry will open on 20 May.', 'planned'],
  ['The ministry said the inquiry would open on 20 May.', 'planned'],
  ['The inquiry is due to open on 20 May.', 'planned'],
  ['The inquiry opens on 20 May.', 'planned'],
  ['The ministry cancelled the hearing.', 'cancelled'],
  ['The hearing was called off on Tuesday.', 'cancelled'],
  ['The hearing was postponed until June.', 'postponed'],
] as const)('%s is told as %s', (sentence, status) => {
  expect(told(sentence, status)).toBe(true);
});

it.each([
  ['The ferry may sink.', 'happened'],
  ['The inquiry will open on 20 May.', 'happened'],
  ['The ministry said the mayor would resign.', 'happened'],
  ['The ferry lies on the rocks.', 'happened'],
  ['Ferries often sink here.', 'happened'],
  ['If the ferry sank, the pilot was asleep.', 'happened'],
  ['Has the ferry sunk?', 'happened'],
  ['“The ferry sank,” he said.', 'happened'],
  ['The inquiry is due to open on 20 May.', 'cancelled'],
  ['The ferry Aurora ran aground.', 'postponed'],
  ['The ministry said the hearing may be cancelled.', 'cancelled'],
  ['The ferry Aurora ran aground off Port Meridian.', 'planned'],
  ['The inquiry may open on 20 May.', 'planned'],
  ['The inquiry will not open on 20 May.', 'planned'],
] as const)('%s is not told as %s', (sentence, status) => {
  expect(told(sentence, status)).toBe(false);
});

it('tells what has been done, or is to be, of a day that the report says', () => {
  expect(told('The ferry has sunk, officials said.', 'happened', false)).toBe(false);
  expect(told('The ferry has sunk, officials said.', 'happened', true)).toBe(true);
  expect(told('The inquiry will open soon.', 'planned', false)).toBe(false);
});
