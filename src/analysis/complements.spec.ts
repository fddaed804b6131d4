import { countedThing } from './subjects.js';
import { parsedText } from './spec-support.js';

const subject = (text: string): string | undefined => {
  const { entities, sentences } = parsedText(text);
  const parsed = sentences.at(-1)!;
  return countedThing(parsed, parsed.numbers[0]!, text, entities)?.subject;
};

test.each([
  ['Over one million people are sheltering in Elm.', 'people sheltering in Elm'],
  ['Some 300 people have been cut off from help.', 'people cut off from help'],
  ['The 200 people crammed into the hall slept.', 'people crammed into the hall'],
  ['They feed the 900 people who fled to Elm.', 'people who fled to Elm'],
  ['Some 250 of the 900 people who fled to Elm have left the town.', 'people who have left the town'],
  ['Some 900 people estimated to be sheltering in Elm slept.', 'people sheltering in Elm'],
  ['The blast killed 11 workers.', 'workers killed in The blast'],
  ['The board bought 40 tents from Bergen.', 'tents bought from Bergen'],
  ['It was the May storm, which officials say killed 12 sailors.', 'sailors killed in the May storm'],
  ['The last 40 crews, tired and cold, are camped by the lake.', 'crews camped by the lake'],
])('%s', (text, expected) => {
  expect(subject(text)).toBe(expected);
});

test('"there" is the place named last', () => {
  expect(subject('An attack on Oslo is needed to defeat the four brigades there.')).toBe('brigades in Oslo');
});

test('a part is counted in its whole', () => {
  const { entities, sentences } = parsedText('The four brigades, consisting of some 3,000 men, rest.');
  const [parsed] = sentences;
  expect(
    countedThing(
      parsed!,
      parsed!.numbers[1]!,
      'The four brigades, consisting of some 3,000 men, rest.',
      entities,
    )?.subject,
  ).toBe('men in The four brigades');
});
