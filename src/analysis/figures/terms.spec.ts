import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

const figures = (text: string): [number, string, string][] => {
  const { reading, entities, sentences, attributions } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map(({ value, unit, subject }) => [
    value,
    unit,
    subject,
  ]);
};

test.each<[string, number, string]>([
  ['Kari Vold was sentenced to nine years in prison on Monday.', 9, 'prison term for Kari Vold'],
  ['A judge in Elm sentenced Kari Vold to 12 years.', 12, 'prison term for Kari Vold'],
  ['The former mayor was jailed for 18 months.', 18, 'prison term for the former mayor'],
  ['The court jailed two of the guards for seven years.', 7, 'prison term for two of the guards'],
])('a prison term: %s', (text, value, subject) =>
  expect(figures(text)).toContainEqual([value, text.includes('months') ? 'months' : 'years', subject]),
);

test('other years are no term', () => {
  expect(figures('Kari Vold worked at the quay for nine years.')).toEqual([]);
  expect(figures('The judge has sentenced smugglers for nine years.')).toEqual([]);
});

test.each([
  ['An earthquake of magnitude 6.8 shook Elm on Monday.', 6.8, 'magnitude of the earthquake'],
  ['The quake had a magnitude of 6.8, the survey said.', 6.8, 'magnitude of the earthquake'],
  ['A 6.8-magnitude quake shook Elm on Monday.', 6.8, 'magnitude of the earthquake'],
  ['A magnitude 5.1 aftershock followed.', 5.1, 'magnitude of the aftershock'],
])('a magnitude: %s', (text, value, subject) =>
  expect(figures(text)).toEqual([[value, 'magnitude', subject]]),
);

test('a magnitude of something else is none', () =>
  expect(figures('A star of magnitude 6.8 was found.')).toEqual([]));

test('one in five is a share', () => {
  expect(figures('One in five children go hungry.')).toEqual([[20, 'percent', 'children who go hungry']]);
  expect(figures('Two out of three homes lost power.')).toEqual([[66.7, 'percent', 'homes that lost power']]);
  expect(figures('Five in the boat were hurt.').map(([, unit]) => unit)).not.toContain('percent');
});

test('how far a price went and where it stands are two', () => {
  expect(figures('Nordbank shares rose 4.2% to 38.15 euros in early trading.')).toEqual([
    [4.2, 'percent', 'rise in Nordbank shares'],
    [38.15, 'EUR', 'Nordbank shares'],
  ]);
  expect(figures('Inflation slowed to 3.1 percent in May.')).toEqual([[3.1, 'percent', 'inflation']]);
});

test('people infected are counted', () =>
  expect(figures('The virus has infected more than 900 people.')).toEqual([
    [900, 'people', 'people infected by the virus'],
  ]));

test('how badly people were hurt stands between', () =>
  expect(figures('Twenty others were slightly injured in the fire.')).toEqual([
    [20, 'people', 'people injured in the fire'],
  ]));
