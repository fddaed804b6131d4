import { parsedText } from '../spec-support.js';

const said = (text: string): string[] => parsedText(text).claims.map(parsedText(text).words);

test('what a report judges is not said by whom its figures are from', () => {
  expect(
    said('It is the most serious attempt to end a war that has killed 400 people, according to Kari Vold.'),
  ).not.toContainEqual(expect.stringMatching(/attempt/));
  expect(said('The storm sank a ferry that carried 40 people, according to Kari Vold.')).toEqual([
    'The storm sank a ferry that carried 40 people',
  ]);
});
