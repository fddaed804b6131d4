import { findNames } from './names.js';
import { read } from '../reading/reading.js';
import { parsedText } from '../spec-support.js';

const names = (text: string) => {
  const reading = read({ title: '', text, publisher: 'P', publishedAt: '2023-06-14T12:00:00Z' }, true);
  return findNames(reading).map(
    ({ sentence, from, to, type }) =>
      `${text.slice(sentence.tokens[from]!.start, sentence.tokens[to - 1]!.end)}${type ? ` (${type})` : ''}`,
  );
};

test('an office before a name is not part of it', () => {
  expect(names('They met Norwegian Prime Minister Kari Vold in Bergen.')).toEqual([
    'Kari Vold (person)',
    'Bergen (place)',
  ]);
  expect(names('They met the Harbour Board Chief of Staff Lt. Gen. Kari Vold.')).toEqual([
    'Harbour Board (organisation)',
    'Kari Vold (person)',
  ]);
});

test('the body a person heads is cut from the name', () => {
  expect(names('They met the head of the Storm Watch Kari Vold today.')).toEqual([
    'Storm Watch (organisation)',
    'Kari Vold (person)',
  ]);
});

test('bodies and places are told by their last word', () => {
  expect(
    names('The Ministry of Fisheries and the Foreign Affairs and Trade Committee met near Elm Bay.'),
  ).toEqual([
    'Ministry of Fisheries (organisation)',
    'Foreign Affairs and Trade Committee (organisation)',
    'Elm Bay (place)',
  ]);
});

test('what a ministry is for may be a list', () => {
  expect(
    names('The Ministry of Trade, Industry and Energy met the Ministry of Housing and Transport.'),
  ).toEqual([
    'Ministry of Trade, Industry and Energy (organisation)',
    'Ministry of Housing and Transport (organisation)',
  ]);
  expect(names('The Department of Health, Education, and Welfare opened.')).toEqual([
    'Department of Health, Education, and Welfare (organisation)',
  ]);
  expect(names('The Ministry of Trade, Kari Vold and Energy were named.')[0]).toBe(
    'Ministry of Trade (organisation)',
  );
});

test('places by what their names are made of', () => {
  expect(names('It rained in Southern California, in County Vold and in the Republic of Velda.')).toEqual([
    'Southern California (place)',
    'County Vold (place)',
    'Republic of Velda (place)',
  ]);
  expect(names('They met Ann Hill and PJ Park at Elm Hill.')).toEqual([
    'Ann Hill',
    'PJ Park',
    'Elm Hill (place)',
  ]);
});

test('offices are cut off whole, and no rank is seen in a league', () => {
  expect(names('Assistant Elm County Prosecutor Kari Vold spoke of it to the crews.')).toEqual([
    'Kari Vold (person)',
  ]);
  expect(names('They play in Major League Rowing.')).toEqual(['Major League Rowing']);
});

test('tags, addresses and parties with their states are nobody', () => {
  expect(names('The senator, D-Oregon, wrote #VeldaStrike to @Ashgard.')).toEqual([]);
});

test('units are nobody, nor is the adjective of a place of two words', () => {
  expect(
    names('It has 30 MW, and the South Korean maker Ashgard sold it to South Korean President Min.'),
  ).toEqual(['Ashgard', 'Min (person)']);
});

test('compound adjectives, peoples, days, storms and laws are nobody', () => {
  expect(
    names('A Danish-led crew of Norwegians left on Monday after Hurricane Ada under the Clean Rivers Act.'),
  ).toEqual([]);
});

test('a capital that opens a sentence needs more than that', () => {
  expect(names('Investigators left. Senior Danish officials stayed. Fishing is banned.')).toEqual([]);
  expect(names('Vold said so. The town believed Vold.')).toEqual(['Vold', 'Vold']);
});

test('initials, suffixes and particles are inside a name', () => {
  expect(names('It was Carl Q. Moen, Jr., who wrote to Ruud van der Elst.')).toEqual([
    'Carl Q. Moen, Jr.',
    'Ruud van der Elst',
  ]);
});

test('what goes by a name is not the one who bears it', () => {
  expect(names('Then the Vold administration asked for more.')).toEqual([
    'Vold administration (organisation)',
  ]);
  expect(names('Witness Kari Vold saw Elm & Oak leave New York City.')).toEqual([
    'Kari Vold (person)',
    'Elm & Oak (organisation)',
    'New York City (place)',
  ]);
});

test('a bill with its number and a degree are nobody', () => {
  expect(names('The law, known as H.B. 77, holds at 30 degrees Celsius.')).toEqual([]);
});

test('a sentence of names is no headline', () => {
  expect(
    names('Norwegian Trade Minister Kari Vold and National Security Adviser Bo Lind represented Norway.'),
  ).toEqual(['Kari Vold (person)', 'Bo Lind (person)', 'Norway (place)']);
  expect(names('Trade Minister Kari Vold Opens New Quay in Bergen With Song')).toEqual([]);
});

test('letters joined by a sign are one name', () => {
  expect(names('P&O Ferries left Bergen.')).toEqual(['P&O Ferries (organisation)', 'Bergen (place)']);
});

test('a team is called after its place, a town stands before its country', () => {
  expect(names('They lost to the Tampa Bay Lanterns in Bergen Norway.')).toEqual([
    'Tampa Bay Lanterns',
    'Bergen (place)',
    'Norway (place)',
  ]);
});

test('a plain word before a given name is no part of it', () => {
  expect(names('They met Specialist Peter Moen.')).toEqual(['Peter Moen']);
});

test('an unknown word before "Hill" is a given name where nothing says it is a place', () => {
  const types = (text: string) => parsedText(text).entities.list.map(({ name, type }) => `${name}: ${type}`);
  expect(types('They asked Kirri Hill, who sang.')).toEqual(['Kirri Hill: person']);
  expect(types('They stood on top of the Kirri Hill.')).toEqual(['Kirri Hill: place']);
});

test('the last two words of a body are not who heads it', () => {
  expect(names('They met the head of the Moen Ridge National Library.')).toEqual([
    'Moen Ridge National Library (organisation)',
  ]);
});

test('an adverb that opens a sentence is no part of a name', () => {
  expect(names('Apparently Elmco has lost Apparently’s boats.')[0]).toBe('Elmco');
});

test('a people at the beginning of the name of a place is part of it', () => {
  expect(names('They crossed the Hindu Kush on foot.')).toEqual(['Hindu Kush (place)']);
});

test('an office can be a surname behind another office', () => {
  expect(names('They met Rovers President and General Manager Billy King in Bergen.')).toContain(
    'Billy King (person)',
  );
});

test('a body whose name begins like a rank or an adjective, and two topics of one ministry', () => {
  expect(names('They met the General Union of Oil Workers in Bergen.')[0]).toBe(
    'General Union of Oil Workers (organisation)',
  );
  expect(names('They met Retired Coast Guard admiral Kari Vold.')).toEqual([
    'Coast Guard (organisation)',
    'Kari Vold',
  ]);
  expect(names('They met the Department of Energy and Climate Change.')).toEqual([
    'Department of Energy and Climate Change (organisation)',
  ]);
  expect(names('They met general manager A. J. Vold.')[0]).toMatch(/^A\. J\. Vold/);
});
