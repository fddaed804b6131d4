import { findFigures } from './figures.js';
import { parsedText } from '../spec-support.js';

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
  'Their team was one of 47.',
  'The fund should give half of its fees to pay for continued repairs.',
  'The 9/11 storms were told of in Elm.',
  'The 2007 games held in Elm were the best.',
  'It is one of the 20 biggest mills in Elm.',
  'They sent more, raising the number to 16,000.',
  'The lake is only 15 km from Elm.',
  'Two brothers released a statement.',
  'They showed it in 3 D.',
  'It was the third time.',
  'The wreck lies 40 miles off the coast.',
  'They spared the harbour, where 400 families shelter.',
  'The law asks sites whether their visitors are 18 or older.',
  'Elm won the match 17 - 14 against a 32 yard field and an 11 - year - old.',
  'She lives in the 1200 block of Birch Street.',
  'The board met at the Harbour 500 Forum in Elm.',
  'Old Falcon 9 rockets were being scrapped.',
  'He scored in the first half of the Elm game.',
  'He batted.358 in the 1920 s.',
  'He worked 19 seasons with them.',
  'Elm Motors claims a 20 percent improvement compared to the older engine.',
  'Elm was empty, more than half the result of storms.',
  'They said the guesses were 20 percent to 50 percent too high.',
  'The mill’s 32 cutters have pinned their hopes on a new road.',
  '“I put a million dollars into my own fund,” she said.',
  '43 out of the top 200 songs featured the singer.',
  'Calls to 0370 numbers cost more.',
  'The payments could be half the expected level.',
  'The materials weigh more than 55 tons.',
  'She missed 10 of the Elms’ 16 games.',
  'The cost of repairs, lost profits and damages could hit $1 billion.',
  'Call 0370 60 60 900 for help.',
  'The road to Elm is 40 miles (64 kilometers) long.',
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

test('who reckons gives the number, whoever was told before', () => {
  expect(
    figures('The mayor said she was ready, but some experts put the bill at $23 million.')[0],
  ).toMatchObject({ subject: 'bill', attributedTo: 'experts' });
  expect(figures('Officials estimate that 4,000 people have left Elm.')[0]).toMatchObject({
    attributedTo: 'officials',
  });
});

test('"according to" behind the number says by whom, whoever spoke before', () => {
  expect(
    figures(
      'The doctor said it was over, but oil is still flowing at a rate of 60,000 litres a day, according to port estimates.',
    )[0],
  ).toMatchObject({ subject: 'oil flowing', attributedTo: 'port estimates' });
});

test.each([
  ['Two boats went down off Norway, killing 22 people.', 'people killed off Norway'],
  ['At least 43 people were killed when two trains collided in Oslo.', 'people killed in Oslo'],
  ['The suits, joined in Oslo, stem from a leak on a boat, which killed 11 people.', 'people killed'],
  ['The mayor said in Oslo that 40 people had been killed.', 'people killed'],
  ['The king came to the hall in Oslo after 40 people were killed.', 'people killed'],
])('where it happened: %s', (text, subject) => expect(figures(text).at(-1)).toMatchObject({ subject }));

test('money and ranges', () => {
  expect(figures('The mill took a provision of $32.2 billion.')[0]).toMatchObject({ value: 32_200_000_000 });
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

test('what is said of a part is not said of the whole', () => {
  expect(figures('Two of the 90 hostages were freed on Monday.').map(({ subject }) => subject)).toEqual([
    'hostages freed',
    'hostages',
  ]);
});

test('the happening that numbers people keeps its day', () => {
  expect(figures('The storm on May 7 killed some 1,200 people in Norway, officials said.')[0]).toMatchObject({
    value: 1200,
    subject: 'people killed in the storm on May 7',
    attributedTo: 'officials',
  });
});

test('what the report adds about a place is nobody’s word', () => {
  const [figure] = figures('The minister said he was worried for Elm, whose population has risen to 9,000.');
  expect(figure).toMatchObject({ value: 9000, subject: 'population of Elm' });
  expect(figure).not.toHaveProperty('attributedTo');
});

test('the perfect counts back from the report', () => {
  expect(figures('The army says that 2,500 families have left Elm in two weeks.')[0]).toMatchObject({
    subject: 'families who have left Elm',
    date: { from: '2023-05-31', to: '2023-06-14' },
  });
});

test('figures of another language are left alone', () => {
  expect(
    figures('Mehr als 1.200 Menschen wurden am 3. Mai getötet.').every(({ value }) => value !== 1.2),
  ).toBe(true);
});

test('money in another currency, with a second sum, as a rate of nothing', () => {
  expect(figures('The storm caused 2 million euros ($2.6 million) of damage in Elm.')).toEqual([
    expect.objectContaining({ value: 2e6, unit: 'EUR', subject: 'damage caused in the storm' }),
  ]);
  expect(figures('More than A$200,000 was raised for the harbour.')[0]).toMatchObject({
    unit: 'AUD',
    subject: 'money raised for the harbour',
  });
  expect(figures('They found 20 pounds of salt in the cellar.')[0]).toMatchObject({ unit: 'pounds' });
});

test('"where" gives the place', () => {
  expect(
    figures('They shelled the city of Oslo, where more than a million people are sheltering in tents.')[0],
  ).toMatchObject({ value: 1e6, subject: 'people sheltering in tents in Oslo' });
});

test('where they are counted is the place that is told of, not one it borders on', () => {
  const subjects = (text: string) => figures(text).map(({ subject }) => subject);
  expect(
    subjects(
      'They shelled Oslo, a city on the border with Sweden, where 3,000 families are sheltering in tents.',
    ),
  ).toEqual(['families sheltering in tents in Oslo']);
  expect(
    subjects(
      'They shelled Oslo, a city on the border with Sweden, where 3,000 families are sheltering in the vicinity.',
    ),
  ).toEqual(['families sheltering in the vicinity of Oslo']);
});

test('a clock, a change’s beginning and an age are no figures', () => {
  expect(figures('2237 The mayor arrives at the quay.')).toEqual([]);
  expect(figures('The average age was 25.')).toEqual([]);
  expect(figures('The board raised the number of seats from 65 to 125.')).toEqual([
    expect.objectContaining({ value: 125, unit: 'seats', subject: 'number of seats' }),
  ]);
  expect(figures('The fee rose from 2 to 3 percent.').map(({ value }) => value)).toEqual([3]);
});

test('a few people are worth following for what became of them', () => {
  expect(figures('Three nurses were injured in the fire.')[0]).toMatchObject({ value: 3 });
  expect(figures('Three nurses met on Monday.')).toEqual([]);
});

test('what is counted within a share, where shares closed, and those included', () => {
  const subjects = (text: string) => figures(text).map(({ value, subject }) => [value, subject]);
  expect(subjects('Power was restored to 40% of the 1.2m Norwegian homes that were cut off.')[0]).toEqual([
    40,
    expect.stringMatching(/^Norwegian homes/),
  ]);
  expect(subjects('Elmco shares closed 2.5 percent lower at $175.10 in New York.')).toContainEqual([
    175.1,
    'Elmco shares',
  ]);
  expect(
    subjects('The board will free 900 Norwegian prisoners, including 100 serving life sentences.'),
  ).toEqual([[900, 'Norwegian prisoners to be freed by the board']]);
});

test('what people are feared or believed to be, they do not say', () => {
  const given = figures('The storm, in which hundreds are feared to have died, displaced 4,000 people.');
  expect(given).toMatchObject([{ value: 4000 }]);
  expect(given[0]).not.toHaveProperty('attributedTo');
});
