import { parsedText } from '../spec-support.js';

const forms = (text: string): string[][] =>
  parsedText(text).entities.list.map(({ name, aliases }) => [name, ...aliases]);

test('one person under all forms of the name', () => {
  expect(forms('Mayor Halvard Moen met Halvard Mohen of Elm. Moen left. Mr. Moen slept.')[0]).toEqual([
    'Halvard Moen',
    'Halvard Mohen',
    'Moen',
  ]);
});

test('namesakes are kept apart, a surname goes to the one named last', () => {
  const { entities } = parsedText('Mayor Anna Moen spoke. Coach Bjorn Moen answered. Then Moen left.');
  expect(entities.list.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ['Anna Moen', 1],
    ['Bjorn Moen', 2],
  ]);
});

test('acronyms and company suffixes', () => {
  expect(
    forms(
      'The Northern Water Agency (NWA) warned Brisk Motors Inc. on Monday. NWA staff met Brisk Motors staff.',
    ),
  ).toEqual([
    ['Northern Water Agency', 'NWA'],
    ['Brisk Motors Inc.', 'Brisk Motors'],
  ]);
});

test('countries have one name', () => {
  expect(forms('The U.S. and Norway met. The United States left.')[0]).toEqual(['United States', 'U.S.']);
});
