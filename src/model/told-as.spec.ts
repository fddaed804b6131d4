import { isToldAs } from './told-as.js';

it.each([
  ['The ferry Aurora ran aground off Port Meridian.', 'happened'],
  ['Thick fog, then a crunch: the Aurora on the rocks.', 'happened'],
  ['The ferry has sunk, officials said.', 'happened'],
  ['Officials said the ferry had sunk.', 'happened'],
  ['The ministry announced an inquiry on Tuesday.', 'happened'],
  ['The inquiry will open on 20 May.', 'planned'],
  ['The ministry said the inquiry would open on 20 May.', 'planned'],
  ['The inquiry is due to open on 20 May.', 'planned'],
  ['The inquiry opens on 20 May.', 'planned'],
  ['The ministry cancelled the hearing.', 'cancelled'],
  ['The hearing was called off on Tuesday.', 'cancelled'],
  ['The hearing was postponed until June.', 'postponed'],
] as const)('%s is told as %s', (sentence, status) => {
  expect(isToldAs(sentence, status)).toBe(true);
});

it.each([
  ['The ferry may sink.', 'happened'],
  ['The inquiry will open on 20 May.', 'happened'],
  ['The ministry said the mayor would resign.', 'happened'],
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
  expect(isToldAs(sentence, status)).toBe(false);
});
