import { analyze } from '../analyze.js';
import { parsedText } from '../spec-support.js';

test('mentions are where the text names them', () => {
  const { entities, words } = parsedText(
    'Harbour chief Kari Vold met Danish officials in Bergen. Vold then left Bergen.',
  );
  expect(
    entities.list.map(({ name, type, role, mentions }) => [name, type, role, mentions.map(words)]),
  ).toEqual([
    ['Kari Vold', 'person', 'Harbour chief', ['Kari Vold', 'Vold']],
    ['Bergen', 'place', undefined, ['Bergen', 'Bergen']],
  ]);
});

test('a fuller description of the same office wins, another office does not', () => {
  const { entities } = parsedText('Minister Kari Vold spoke. Norwegian Fisheries Minister Kari Vold left.');
  expect(entities.list[0]!.role).toBe('Norwegian Fisheries Minister');
});

test('the page’s own publisher is no news', () => {
  const { entities } = parsedText('Two officials told the Harbour Post on Monday that the quay is safe.');
  expect(entities.list).toEqual([]);
});

test('captions and headings name nobody', () => {
  const { entities } = parsedText(
    'Boats dry on the quay at dawn. (Jo Poe/NPA)\n\nThe boats came back to the quay on Monday.',
  );
  expect(entities.list).toEqual([]);
});

test('a plain word with a capital is nobody unless it acts', () => {
  const names = (text: string): string[] => parsedText(text).entities.list.map(({ name }) => name);
  expect(names('They sang a song called Lanterns on the quay.')).toEqual([]);
  expect(names('They sued Lanterns. Then Lanterns sued them.')).toEqual(['Lanterns']);
});

test('so are several, which name a work or a plan', () => {
  const names = (text: string): string[] => parsedText(text).entities.list.map(({ name }) => name);
  expect(names('They sang Green River Songs on the quay.')).toEqual([]);
  expect(names('They sued Green River. Then Green River sued them.')).toEqual(['Green River']);
});

test.each([
  ['a local office', 'City Councilman Paul Marten spoke.', 'Paul Marten', 'City Councilman'],
  ['two letters', 'There, Browns QB Mason Rudd was hit.', 'Mason Rudd', 'Browns QB'],
])('%s stands before a name', (_, text, name, role) => {
  expect(parsedText(text).entities.list).toContainEqual(
    expect.objectContaining({ type: 'person', name, role }),
  );
});

test('an office of several is before the name of the first, and part of none', () => {
  const { entities } = parsedText('Senators Bob Hale and Ann Norman met Karl Moe.');
  expect(entities.list.map(({ name, role }) => [name, role])).toEqual([
    ['Bob Hale', undefined],
    ['Ann Norman', undefined],
    ['Karl Moe', undefined],
  ]);
});

test('who reported and edited are people', () => {
  const { entities } = parsedText(
    'The deal is done. (Reporting by Vino Somek in Oslo; editing by Gop Wardek)',
  );
  expect(entities.list.map(({ name, type }) => [name, type])).toEqual([
    ['Vino Somek', 'person'],
    ['Oslo', 'place'],
    ['Gop Wardek', 'person'],
  ]);
});

test('a party and a state behind a name are neither body nor initial', () => {
  const { entities } = parsedText(
    'Senators Bob Hale (D-N.J.) and Ann Norman (R-Fla.) met in Newark, N.J., on Monday.',
  );
  expect(entities.list.map(({ name }) => name)).toEqual(['Bob Hale', 'Ann Norman', 'Newark', 'N.J.']);
});

test('a noun of a German text is no name for its capital', () => {
  const { entities } = analyze({
    title: 'Streik',
    text: 'Die Arbeiter legten die Maschinen still, sagte Petra Voldrik. Die Halle in Elmhafen war leer, und der Vorstand hat dem Betriebsrat ein Angebot für den Herbst gemacht.',
    publisher: 'P',
    publishedAt: '2023-06-14T12:00:00Z',
    language: 'de',
  });
  expect(entities.map(({ name }) => name)).toEqual(['Petra Voldrik', 'Elmhafen']);
});

test('a name may go on with an Arabic article, and later stand without it', () => {
  const { entities } = parsedText(
    'The governor, Selim al-Hadid, met Omar al-Rashdan in Bergen. Hadid then left.',
  );
  expect(entities.list.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ['Selim al-Hadid', 2],
    ['Omar al-Rashdan', 1],
    ['Bergen', 1],
  ]);
});

test('a state in short behind its town is no place of its own', () => {
  const { entities } = parsedText('They stood in Otter Beach, Ala., on Monday.');
  expect(entities.list.map(({ name }) => name)).toEqual(['Otter Beach']);
});
