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
