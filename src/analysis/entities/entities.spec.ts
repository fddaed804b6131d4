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
