import { readableQuote } from './claim-context.js';
import { parsedText } from '../spec-support.js';

const claims = (text: string): string[][] => {
  const { claims: found, words } = parsedText(text);
  return found.map((claim) => [claim.speaker, words(claim)]);
};

test('what can be read alone stands alone', () => {
  expect(claims('Norway says that the bridge needs new ropes.')).toEqual([
    ['Norway', 'the bridge needs new ropes'],
  ]);
  expect(claims('Norway says it is not possible to close the bridge.')).toEqual([
    ['Norway', 'it is not possible to close the bridge'],
  ]);
});

test('a pronoun is read with its speaker', () => {
  expect(claims('Norway says that it needs a new bridge.')).toEqual([
    ['Norway', 'Norway says that it needs a new bridge'],
  ]);
});

test('what goes on about the sentence before is read with it', () => {
  expect(
    claims(
      'Denmark wants to close both piers. Norwegian officials said that this would cost thousands of jobs.',
    ),
  ).toEqual([
    [
      'Norwegian officials',
      'Denmark wants to close both piers. Norwegian officials said that this would cost thousands of jobs',
    ],
  ]);
});

test('two sayings of one speaker are one where the second leans on the first', () => {
  expect(claims('Mayor Kari Vold said the quay needs a toll. Such a toll would be fair, she said.')).toEqual([
    ['Kari Vold', 'the quay needs a toll. Such a toll would be fair'],
  ]);
});

test('what leans on somebody else’s words is left out', () => {
  expect(
    claims(
      'Two harbour officials said the boats are old. Norway says that it needs a crane to lift them.',
    ).map(([speaker]) => speaker),
  ).toEqual(['two harbour officials']);
});

test('a second verb of the speaker is no part of what was said', () => {
  expect(claims('Harbour officials said the ferry will sail soon, but named no date.')).toEqual([
    ['harbour officials', 'Harbour officials said the ferry will sail soon, but named no date'],
  ]);
});

test('a quotation begins where it can be read', () => {
  const read = (text: string): string | undefined => {
    const span = readableQuote(text, { start: 0, end: text.length });
    return span && text.slice(span.start, span.end);
  };
  expect(read('They have no boats. The piers are full of them.')).toBe('The piers are full of them.');
  expect(read('It will not last.')).toBeUndefined();
  expect(read('It is time to close the bridge.')).toBe('It is time to close the bridge.');
  expect(read('We do not need a bridge.')).toBe('We do not need a bridge.');
});

test('"it is a shame to …" speaks of nothing before', () => {
  const alone = (text: string) => readableQuote(text, { start: 0, end: text.length });
  expect(alone('It’s a great shame to see the quay fall')).toBeDefined();
  expect(alone('It will be hard to rebuild the quay')).toBeDefined();
  expect(alone('It’s a quay that nobody liked')).toBeUndefined();
  expect(alone('It was the old mayor who closed the quay')).toBeDefined();
});

test('"it was time for …" speaks of nothing before, and a quotation is not read with another', () => {
  expect(claims('The hall was full. Kari Vold said it was time for a new quay.')).toEqual([
    ['Kari Vold', 'it was time for a new quay'],
  ]);
  expect(
    claims('As one singer put it, “are we that foolish?” “It would help nobody at all,” said Kari Vold.').map(
      ([, words]) => words,
    ),
  ).not.toContainEqual(expect.stringContaining('singer'));
});

test('a longer quotation that begins with "It" is read without what stands before it', () => {
  const said = (text: string) => parsedText(text).claims.map(({ speaker, quoted }) => [speaker, quoted]);
  expect(said('“It’s a shame on so many different levels for this town,” Mayor Kari Vold said.')).toEqual([
    ['Kari Vold', true],
  ]);
  // Of "he" nothing is known.
  expect(said('“He has been a shame on so many levels for this town,” Mayor Kari Vold said.')).toEqual([]);
});

test('"It\'s time for us to go" stands by itself', () => {
  expect(readableQuote('It’s time for us to go.', { start: 0, end: 23 })).toBeDefined();
});

test('a quotation whose speaker stands behind it is not joined with what is said after it', () => {
  const said = 'The pump works again. “It is good news for all of us. ” Mayor Kari Vold said, adding that the pump would last the winter.'; // prettier-ignore
  const { claims: found, words } = parsedText(said);
  expect(found.map(words)).toContain('the pump would last the winter');
  for (const { start, end } of found) expect(start).toBeLessThan(end);
});
