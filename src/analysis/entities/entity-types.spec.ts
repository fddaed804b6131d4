import { decideType, evidenceOf } from './entity-types.js';
import { findNames } from './names.js';
import { read } from '../reading/reading.js';
import { parsedText } from '../spec-support.js';

const typeOf = (text: string, name?: string): string => {
  const reading = read({ title: '', text, publisher: 'P', publishedAt: '2023-06-14T12:00:00Z' }, true);
  const candidate = findNames(reading).find(
    ({ sentence, from }) => !name || sentence.tokens[from]!.text === name,
  );
  return decideType(evidenceOf(candidate!), candidate!.to - candidate!.from);
};

test.each([
  ['Then Kari Vold, who runs the ferry, left.', 'person'],
  ['Then Kari Vold, 42, left.', 'person'],
  ['They fought Ashgard fighters.', 'organisation'],
  ['The retailer Ashgard closed its shops.', 'organisation'],
  ['They met Shokar Gavem, chairman of the national oil company.', 'person'],
  ['They met Ashgard Oil, a company run by a chairman.', 'organisation'],
  ['They met Arkad Voster Jr. at the quay.', 'person'],
  ['They read the plan of A. Voster.', 'person'],
  ['They met Harbour VFA on the quay.', 'organisation'],
  ['They fined it for its Ashgard refinery.', 'place'],
  ['Then Ashgard chief Kari Vold left.', 'organisation'],
  ['They want to dismantle Ashgard.', 'organisation'],
  ['They fear an invasion of Ashgard.', 'place'],
  ['It rained in southern Ashgard.', 'place'],
  ['It rained over the Ashgard region.', 'place'],
  ['They bought a Silver Kettle.', 'organisation'],
  ['They tested Ashgard Toasters.', 'organisation'],
  ['They tested a QB Grinder.', 'organisation'],
  ['They like AirKettle Plus.', 'organisation'],
  ['Ashgard said it was sorry.', 'organisation'],
  ['Now it is up to Ashgard.', 'organisation'],
  ['The operator Ashgard closed its quays.', 'organisation'],
  ['Analysts at Ashgard were glad.', 'organisation'],
  ['Then QX Ashgard, the union, left.', 'organisation'],
  ['It rained in the suburb of Ashgard.', 'place'],
  ['They live in Beverly Hills now.', 'place'],
  ['They serve in the Ashgard Regiment.', 'organisation'],
  ['They met Ashgard Grand winner Kari Vold.', 'organisation'],
  ['They met Tova Grinder.', 'person'],
  ['They met Song Hae-rin.', 'person'],
  ['They met AJ Voldrik.', 'person'],
  ['They met Wade McVold.', 'person'],
])('%s → %s', (text, type) => expect(typeOf(text)).toBe(type));

test('where aid goes and borders run are places', () => {
  expect(typeOf('They secured the border between Oslo and Ashgard.', 'Ashgard')).toBe('place');
  expect(typeOf('They sent aid for Ashgard.', 'Ashgard')).toBe('place');
});

test('a name after "newspaper" and a comma is its name, and teams are no people', () => {
  expect(typeOf('One newspaper, Ritaj Oslan, had a picture of the quay.')).toBe('organisation');
  expect(typeOf('They lost to the Carolina Lanterns.')).toBe('organisation');
});

test('what befalls people, befalls a person', () => {
  const typeOf = (text: string) => parsedText(text).entities.list.map(({ name, type }) => [name, type]);
  for (const what of [
    'was killed in the hall on Monday',
    'died on Monday',
    'was sworn in on Monday',
    'resigned',
  ])
    expect(typeOf(`Veldazar ${what}.`)).toContainEqual(['Veldazar', 'person']);
});

test('a name in -s may open a sentence, a plural is none', () => {
  const names = (text: string) => parsedText(text).entities.list.map(({ name }) => name);
  expect(names('Veldaros said the quay was closed.')).toEqual(['Veldaros']);
  expect(names('Forecasters said the quay was closed.')).toEqual([]);
  expect(names('Wolves were seen.')).toEqual([]);
});
