import { parsedText } from '../spec-support.js';

const speakers = (text: string): string[] => parsedText(text).claims.map(({ speaker }) => speaker);

test('a surname that two share is whose full name was last', () => {
  expect(
    speakers(
      'Bo Lind said the quay was old. Lind said the bridge was older. His sister Kari Lind said the sea was calm. Bo Lind’s boat left. Ms Lind said the boat was new.',
    ),
  ).toEqual(['Bo Lind', 'Bo Lind', 'Kari Lind', 'Kari Lind']);
});
