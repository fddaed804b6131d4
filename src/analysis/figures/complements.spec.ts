import { countedThing } from './subjects.js';
import { parsedText } from '../spec-support.js';

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
  ['The blast killed 11 workers.', 'workers killed in the blast'],
  ['The board bought 40 tents from Bergen.', 'tents bought from Bergen'],
  ['It was the May storm, which officials say killed 12 sailors.', 'sailors killed in the May storm'],
  ['The storm left 40,000 homes without power.', 'homes without power'],
  ['Critics overrate the strength of the four brigades left in Elm.', 'brigades left in Elm'],
  ['Some 23 people injured in the crash slept.', 'people injured in the crash'],
  ['Most of the 900 people crammed into the hall slept.', 'people crammed into the hall'],
  ['Some 900 people are thought to have found shelter in Elm.', 'people who have found shelter in Elm'],
  ['The last 40 crews, tired and cold, are camped by the lake.', 'crews camped by the lake'],
  ['Half of the population in Elm are children.', 'population in Elm that are children'],
  ['Some 40 percent of voters believe the quay has a problem.', 'voters who believe the quay has a problem'],
  ['Forty percent of those polled said the quay was old.', 'respondents who said the quay was old'],
  ['Forty percent say that the quay is old.', 'respondents who say that the quay is old'],
  ['Almost half the women serving in Elm have been injured.', 'women injured'],
  ['The ferry stopped after 200 students at a school fell ill.', 'students at a school who fell ill'],
  ['Some 40 sailors of the Guard were found guilty of theft.', 'sailors of the Guard found guilty of theft'],
  ['More than 200 boats from old and new piers came.', 'boats from old and new piers that came'],
  ['They wanted aid in Oslo, as when 500 trucks entered each day.', 'trucks that entered Oslo each day'],
])('%s', (text, expected) => {
  expect(subject(text)).toBe(expected);
});

test('what is wanted of a thing belongs to it', () => {
  expect(subject('About three-quarters of Norwegians want the bridge extended to Oslo.')).toBe(
    'Norwegians who want the bridge extended to Oslo',
  );
  expect(subject('Two-thirds of voters in Oslo back a new bridge.')).toBe(
    'voters in Oslo who back a new bridge',
  );
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
  ).toBe('men in the four brigades');
});
