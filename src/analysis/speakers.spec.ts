import { parsedText } from './spec-support.js';

const speakers = (text: string): string[] => parsedText(text).claims.map(({ speaker }) => speaker);

test('pronouns and short names find the person', () => {
  expect(
    speakers(
      'Mayor Kari Vold said the quay is safe. She added that the bridge is not. Vold said the town will rebuild them.',
    ),
  ).toEqual(['Kari Vold', 'Kari Vold', 'Kari Vold']);
});

test('an office known from before is its holder', () => {
  expect(
    speakers(
      'Harbour safety chief Kari Vold said the quay is safe. The harbour safety chief said the bridge is not.',
    ),
  ).toEqual(['Kari Vold', 'Kari Vold']);
});

test('the unnamed are described so that each can be told from the other', () => {
  const text =
    'Two senior harbour officials said the quay is safe. A third senior harbour official said the bridge is not. The third official said it may fall.';
  expect(speakers(text)).toEqual([
    'two senior harbour officials',
    'a third senior harbour official',
    'the third senior harbour official',
  ]);
});

test('a document speaks for who stands behind it', () => {
  expect(
    speakers(
      'The quay is safe, according to a Harbour Board statement. “The bridge will be closed for a year,” the statement continued.',
    ),
  ).toEqual(['Harbour Board', 'Harbour Board']);
});

test('countries and offices speak as bodies', () => {
  const { claims } = parsedText('Norway says the quay is safe. Vold’s office said the bridge is not.');
  expect(claims.map(({ speaker, anonymous }) => [speaker, anonymous])).toEqual([
    ['Norway', false],
    ['Vold’s office', false],
  ]);
});

test('a second verb is said by the subject of the sentence', () => {
  expect(speakers('The Norwegian government closed the quay and argues that the bridge is next.')).toEqual([
    'the Norwegian government',
  ]);
});

test('plans and polls are nobody', () => {
  expect(speakers('The plan says the quay is safe.')).toEqual([]);
});
