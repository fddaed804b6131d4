import { parsedText } from './spec-support.js';

const claims = (text: string) => {
  const { claims: found, words } = parsedText(text);
  return found.map((claim) => ({ ...claim, text: words(claim) }));
};

test('a quotation of several sentences is one claim, without its marks', () => {
  const [claim] = claims('“The quay is safe. We tested every stone of it,” Mayor Kari Vold said on Monday.');
  expect(claim).toMatchObject({
    text: 'The quay is safe. We tested every stone of it',
    speaker: 'Kari Vold',
    quoted: true,
    kind: 'statement',
    saidOn: '2023-06-12',
    anonymous: false,
  });
});

test('a quotation that goes on is the same speaker’s, on the same day', () => {
  const [, second] = claims(
    '“The quay is safe,” Mayor Kari Vold said on Monday. “We tested every stone of it.”',
  );
  expect(second).toMatchObject({
    text: 'We tested every stone of it.',
    speaker: 'Kari Vold',
    saidOn: '2023-06-12',
  });
});

test('what was said to another outlet names it', () => {
  const [claim] = claims('A harbour official told the Elm Gazette on Tuesday that the quay is unsafe.');
  expect(claim).toMatchObject({
    speaker: 'a harbour official',
    anonymous: true,
    through: 'Elm Gazette',
    saidOn: '2023-06-13',
  });
  const [own] = claims('A harbour official told the Harbour Post that the quay is unsafe.');
  expect(own!.through).toBeUndefined();
});

test('an outlet that reports a saying is its way, not its speaker', () => {
  const [claim] = claims(
    'Mayor Kari Vold told the board that “the quay will never be as safe as it was,” according to Elm News.',
  );
  expect(claim).toMatchObject({ speaker: 'Kari Vold', through: 'Elm News', quoted: true });
});

test('refusals and denials', () => {
  expect(claims('Spokesmen for the Harbour Board declined to comment.')[0]).toMatchObject({
    kind: 'no-comment',
    speaker: 'spokesmen',
  });
  expect(claims('Mayor Kari Vold denied that the quay was unsafe.')[0]).toMatchObject({
    kind: 'denial',
    text: 'the quay was unsafe',
  });
});

test('what an outlet reports is no claim of its own', () => {
  expect(claims('The quay has been closed, Elm News reported.')).toEqual([]);
});

test('words in inverted commas are no quotation', () => {
  expect(claims('The board called the quay “a sleeping giant of stone and salt” in May.')).toEqual([]);
});
