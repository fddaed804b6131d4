import { tagTokens } from '../reading/tagger.js';
import { tokenize } from '../reading/tokens.js';
import { findVerbs } from './verbs.js';

const verbs = (text: string) => {
  const tokens = tokenize(text);
  tagTokens(tokens);
  return findVerbs(tokens).map(({ from, to, tense, passive, negated }) => [
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
    tense,
    ...(passive ? ['passive'] : []),
    ...(negated ? ['not'] : []),
  ]);
};

test.each([
  ['The ferry sank near Elm.', [['sank', 'past']]],
  ['The ferry has already left the quay.', [['has already left', 'perfect']]],
  ['The ferry had left the quay.', [['had left', 'past-perfect']]],
  ['The quay will be closed.', [['will be closed', 'future', 'passive']]],
  ['The quay was closed.', [['was closed', 'past', 'passive']]],
  ['The mayor could resign.', [['could resign', 'modal']]],
  ['The mayor did not answer.', [['did not answer', 'past', 'not']]],
])('%s', (text, expected) => expect(verbs(text)).toEqual(expected));

test('a participle before its noun is no verb', () => {
  expect(verbs('The damaged ferry left with displaced families.').map(([words]) => words)).toEqual(['left']);
});

test('prepositions in -ing are no verbs', () => {
  expect(verbs('The talks regarding the quay ended.').map(([words]) => words)).toEqual(['ended']);
});

test('a compound describes, and "come" after a plural is no participle', () => {
  expect(verbs('The hard-hit coast slept.').map(([head, tense]) => [head, tense])).toEqual([
    ['slept', 'past'],
  ]);
  expect(verbs('Nine of the boats come from Elm.').map(([head, tense]) => [head, tense])).toEqual([
    ['come', 'present'],
  ]);
});
