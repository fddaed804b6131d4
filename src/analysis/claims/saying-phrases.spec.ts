import { parsedText } from '../spec-support.js';

const claims = (text: string): string[][] => {
  const { claims: found, words } = parsedText(text);
  return found.map((claim) => [claim.speaker, words(claim)]);
};

test.each([
  ['A harbour official was quoted as saying the quay is unsafe.', 'a harbour official', 'the quay is unsafe'],
  [
    'Mayor Kari Vold was quoted by state radio as saying that the quay is safe.',
    'Kari Vold',
    'the quay is safe',
  ],
  [
    '“We have done what we could,” Kari Vold was quoted as saying.',
    'Kari Vold',
    'We have done what we could',
  ],
  ['Mayor Kari Vold pointed out that the quay is old.', 'Kari Vold', 'the quay is old'],
  ['Mayor Kari Vold went on to say that the bridge is old.', 'Kari Vold', 'the bridge is old'],
  ['The quay is older than the town, Kari Vold pointed out.', 'Kari Vold', 'The quay is older than the town'],
])('%s', (text, speaker, words) => expect(claims(text)).toEqual([[speaker, words]]));

test('what is quoted without a saying is none', () => {
  expect(claims('The study was quoted as an example for other towns.')).toEqual([]);
});
