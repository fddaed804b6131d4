import { readablePhrase } from './subject-phrases.js';

const nowhere = (): undefined => undefined;

test.each([
  ['the boats moored in Elm', 'boats moored in Elm'],
  ['sailors lost in The storm', 'sailors lost in the storm'],
  ['questions that it wants answered', 'questions'],
  ['people killed in the storm of', 'people killed in the storm'],
  ['crews who are', 'crews'],
])('%s → %s', (phrase, readable) => expect(readablePhrase(phrase, nowhere)).toBe(readable));

test.each(['in the north', 'it', 'who fled', 'during the storm'])('nothing to read in: %s', (phrase) =>
  expect(readablePhrase(phrase, nowhere)).toBeUndefined(),
);

test.each([
  ['people in the city', 'people in Elm'],
  ['families who have left the town', 'families who have left Elm'],
  ['families sheltering there', 'families sheltering in Elm'],
  ['families sheltering in the vicinity', 'families sheltering in the vicinity of Elm'],
  ['families in Elm who fled from the town', 'families in Elm who fled from the town'],
  ['families in the city of Oak', 'families in the city of Oak'],
])('names the place meant: %s', (phrase, readable) =>
  expect(readablePhrase(phrase, () => 'Elm')).toBe(readable),
);

test('leaves out a place that is not known where the rest says enough', () => {
  expect(readablePhrase('old families sheltering in the vicinity', nowhere)).toBe('old families sheltering');
});
