import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const told = (text: string): string[] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(
    ({ value, unit, subject }) => `${value} ${unit}: ${subject}`,
  );
};

test.each([
  [
    'The boat carried 90 people, 40 of them children.',
    ['90 people: people carried by the boat', '40 children: children carried by the boat'],
  ],
  [
    'Three people were killed, two of them children.',
    ['3 people: people killed', '2 children: children killed'],
  ],
  [
    'Police arrested 60 people, including 12 women.',
    ['60 people: people arrested by police', '12 women: women arrested by police'],
  ],
  [
    'Most of the trees are old birches (38%), followed by limes (30%).',
    ['38 percent: old birches', '30 percent: limes'],
  ],
  [
    'Birches are the largest group (20%), followed by limes (18%).',
    ['20 percent: birches', '18 percent: limes'],
  ],
  [
    'More than a quarter of sailors do not have enough to eat and 7.7% are badly ill.',
    ['25 percent: sailors who do not have enough to eat', '7.7 percent: sailors who are badly ill'],
  ],
  ['Nearly 80% of voters backed the plan, and 20% opposed it.', ['80 percent: voters who backed the plan']],
])('%s', (text, figures) => expect(told(text)).toEqual(figures));

test.each(['The boat carried 90 sailors, 40 of them in tents.', 'They met 12 of them there.'])(
  'no part of: %s',
  (text) => expect(told(text).filter((it) => !it.startsWith('90'))).toEqual([]),
);
