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

test('letters stand for a body, or for a name that introduces them', () => {
  expect(forms('The fans sang Broken Pianos. BP fell on Monday, and BP said it was sorry.')).toContainEqual([
    'BP',
  ]);
  expect(forms('They sued Broken Pianos (BP) on Monday. BP lost.')).toEqual([['Broken Pianos', 'BP']]);
  expect(forms('The US Navy met the UN on Monday.')).toEqual([['US Navy'], ['UN']]);
});

test('a given name alone is the one person who has it', () => {
  expect(forms('Yrsa Holm sang. Then came Yrsa.')).toEqual([['Yrsa Holm', 'Yrsa']]);
});

test('an administration is not the person it is called after', () => {
  const { entities } = parsedText('The Roe administration met on Monday. Later Roe left the town.');
  expect(entities.list.map(({ name, type }) => [name, type])).toEqual([
    ['Roe administration', 'organisation'],
    ['Roe', 'person'],
  ]);
});

test('brackets tell letters that are not the first of every word', () => {
  expect(forms('The Ministry of Trade, Industry and Energy (MOTIE) met. MOTIE said no.')).toEqual([
    ['Ministry of Trade, Industry and Energy', 'MOTIE'],
  ]);
});

test('a company everybody knows is not a part of it', () => {
  expect(forms('They met Microsoft Harbour Response Alliance on Monday. Microsoft said no.')).toEqual([
    ['Microsoft Harbour Response Alliance'],
    ['Microsoft'],
  ]);
});

test('the Fed is the Federal Reserve', () => {
  const { entities } = parsedText('The Fed raised rates. The Federal Reserve said prices rose.');
  expect(entities.list.map(({ name }) => name)).toEqual(['Federal Reserve']);
});
