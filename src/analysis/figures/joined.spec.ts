import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string) => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject }) => `${value} ${unit}: ${subject}`,
  );
};

test.each([
  [
    'Officials said 14 boats and 62 houses had been destroyed.',
    ['14 boats: boats destroyed', '62 houses: houses destroyed'],
  ],
  ['They saw 14 boats and 62 houses.', []],
  [
    'The storm destroyed 40 homes, 12 shops and a school in Elm.',
    ['40 homes: homes destroyed in the storm', '12 shops: shops destroyed in the storm'],
  ],
  [
    '40 rifles, a boat and 13 nets were seized from the crew on Monday.',
    ['40 rifles: rifles seized from the crew', '13 nets: nets seized from the crew'],
  ],
  [
    'Some 400 delegates from 60 towns will attend the meeting in Elm.',
    ['400 delegates: delegates who will attend the meeting in Elm'],
  ],
  ['The moment a mother of 12 was killed was filmed.', []],
  ['Two children press up against the door.', []],
  [
    'The guard nabbed 23 Norwegian and Danish sea smugglers.',
    ['23 smugglers: Norwegian and Danish sea smugglers nabbed by the guard'],
  ],
  ['Hurricane Odo killed 64 people in Velm.', ['64 people: people killed in Hurricane Odo']],
  [
    'The dam holds 40 million cubic metres of water.',
    ['40000000 cubic metres: cubic metres of water held by the dam'],
  ],
  ['Two thirds of the schools were closed.', ['66.7 percent: schools closed']],
  ['The party now holds 98 of the 200.', []],
  [
    'Health officials have confirmed 312 cases of measles.',
    ['312 cases: cases of measles confirmed by health officials'],
  ],
  ['The fire is 20 percent contained.', ['20 percent: part of the fire that is contained']],
  ['The test was 94 percent accurate.', ['94 percent: accuracy of the test']],
  ['Oil fell $1.20 to $78.40 a barrel.', ['1.2 USD: fall in oil', '78.4 USD: oil']],
  ['The company will close 32 shops.', ['32 shops: shops to be closed by the company']],
  ['The city wants to plug 3,500 old Gulf of Elm oil wells.', ['3500 wells: old Gulf of Elm oil wells']],
  ['The show is screened on 11 channels.', ['11 channels: channels on which the show is screened']],
  ['It was shown, late in May, on 11 channels.', []],
  ['The guild, which now has 2,300 members, met in Elm.', ['2300 members: members of the guild']],
  ['Kari Vold, who owns 40 shops, was ill.', ['40 shops: shops owned by Kari Vold']],
  ['The head of the guild, which has 2,300 members, met them.', []],
  ['Kari Vold owns 65 percent of the mill.', ['65 percent: mill owned by Kari Vold']],
  ['The chain gives a 5 percent discount for members.', ['5 percent: discount for members']],
  [
    'The fire destroyed 30 homes and damaged 12 others.',
    ['30 homes: homes destroyed in the fire', '12 homes: other homes damaged in the fire'],
  ],
  [
    'The storm killed 30 sailors and injured 12 others.',
    ['30 sailors: sailors killed in the storm', '12 people: people injured in the storm'],
  ],
  ['The valley is 43 percent Norwegian.', ['43 percent: part of the valley that is Norwegian']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test('the day of the number it is compared with is not its own', () => {
  const { reading, entities, sentences, attributions } = parsedText(
    'The festival drew 7,000 visitors, up from 5,000 last year.',
  );
  expect(findFigures(reading, entities, sentences, attributions)[0]).not.toHaveProperty('date');
});
