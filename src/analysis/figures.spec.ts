import { findFigures } from './figures.js';
import { parsedText } from './spec-support.js';

const figures = (text: string) => {
  const { reading, entities, sentences, attributions, words } = parsedText(text);
  return findFigures(reading, entities, sentences, attributions).map((figure) => ({
    ...figure,
    said: words(figure.valueSpan),
  }));
};

test('a value with its subject and source', () => {
  expect(
    figures('More than 1,200 people were evacuated from Elm on Monday, according to local health officials.'),
  ).toEqual([
    expect.objectContaining({
      value: 1200,
      qualifier: 'more than',
      unit: 'people',
      subject: 'people evacuated from Elm',
      attributedTo: 'local health officials',
      date: { from: '2023-06-12', to: '2023-06-12', precision: 'day' },
      said: '1,200',
    }),
  ]);
});

test.each([
  'Kari Vold, 42, sailed at 10:30.',
  'Two senior harbour officials met.',
  'It took six months and two hours.',
  'They met on June 2, 2021, in room 14.',
  'The 1979 treaty and Resolution 2334 stand.',
  'One of the boats sank.',
  'It was the third time.',
  'The wreck lies 40 miles off the coast.',
])('no figures in: %s', (text) => expect(figures(text)).toEqual([]));

test('sources beyond people', () => {
  expect(
    figures(
      'Around two-thirds of Norwegians support a new bridge, according to polling by the Elm Institute.',
    )[0],
  ).toMatchObject({
    unit: 'percent',
    qualifier: 'around',
    subject: 'Norwegians who support a new bridge',
    attributedTo: 'polling by the Elm Institute',
  });
  expect(figures('The storm, which officials say killed 12 sailors, is over.')[0]).toMatchObject({
    value: 12,
    attributedTo: 'officials',
  });
});

test('money and ranges', () => {
  expect(figures('Repairs costing $3 million in damages began.')[0]).toMatchObject({
    value: 3e6,
    unit: 'USD',
  });
  expect(figures('Between 200 and 300 families live in the harbour district.')[0]).toMatchObject({
    value: 200,
    upper: 300,
    unit: 'families',
  });
});
