import { parsedText } from '../spec-support.js';

const speakers = (text: string): string[] => parsedText(text).claims.map(({ speaker }) => speaker);

test('a document speaks for who stands behind it', () => {
  expect(
    speakers(
      'The quay is safe, according to a Harbour Board statement. “The bridge will be closed for a year,” the statement continued.',
    ),
  ).toEqual(['Harbour Board', 'Harbour Board']);
});

test('reports of nobody say nothing, an inquiry does', () => {
  expect(speakers('Unconfirmed reports suggest that the quay is unsafe.')).toEqual([]);
  expect(speakers('US reports say that the quay is unsafe.')).toEqual([]);
  expect(speakers('A two-year investigation found that the quay was never safe.')).toEqual([
    'a two-year investigation',
  ]);
  expect(speakers('The quay is unsafe, according to a report in the Elm Gazette.')).toEqual([]);
});

test('what a paper is about is not who is behind it', () => {
  expect(
    speakers('Research on the near loss of a ferry, the Elm Star, shows that the quay was unsafe.'),
  ).not.toContain('Elm Star');
});

test('a statement of whoever cannot be told is not the last speaker’s', () => {
  expect(
    speakers(
      'Mayor Kari Vold said the quay is safe. The harbour denied it in a short statement. The statement said the quay would be closed.',
    ),
  ).toEqual(['Kari Vold']);
  expect(
    speakers('The Harbour Board said the quay is safe. “The bridge is not safe at all,” the statement read.'),
  ).toEqual(['Harbour Board', 'Harbour Board']);
});

test('a letter of hers is hers, a report on her is not', () => {
  expect(speakers('Kari Vold’s lawsuit argues that the quay was unsafe.')).toEqual(['Kari Vold']);
  expect(speakers('Kari Vold’s autopsy report says that the quay was unsafe.')).not.toContain('Kari Vold');
});

test('whoever sends a letter is behind it later on', () => {
  expect(
    speakers(
      'Elmco said the quay is safe. The Harbour Board sent a letter to Elmco on Monday. “We urge you to close the quay,” the letter said.',
    ),
  ).toEqual(['Elmco', 'Harbour Board']);
  expect(
    speakers(
      'The Harbour Board said in a statement that the quay is safe. The harbour denied it in a statement. The statement said the quay would be closed.',
    ),
  ).toEqual(['Harbour Board']);
});

test('a report in a paper of a town is not the town’s', () => {
  expect(speakers('According to a report in the Daily Star of Oslo, the quay was unsafe.')).not.toContain(
    'Oslo',
  );
});

test('what a country is told of in reports is not its saying, nor is the day part of a report', () => {
  expect(speakers('US reports say the quay will be closed.')).toEqual([]);
  expect(speakers('Yesterday’s report also stated that the quay will be closed.')).toEqual(['the report']);
});

test('figures are those of who published them', () => {
  expect(speakers('According to data released by the Harbour Board in May, ten boats left in June.')).toEqual(
    ['Harbour Board'],
  );
});

test('where a study was published is no part of what it says', () => {
  const { claims, words } = parsedText(
    'According to the study, published in Harbour Reports, the man had coughed for months.',
  );
  expect(claims.map(words)).toEqual(['the man had coughed for months']);
});
