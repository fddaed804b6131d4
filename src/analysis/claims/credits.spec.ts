import { findCredits } from './credits.js';

const credits = (text: string, byline?: string, publisher = 'The Elm Gazette'): string[] =>
  findCredits({
    title: '',
    text,
    publisher,
    publishedAt: '2031-03-03T12:00:00Z',
    ...(byline ? { byline } : {}),
  });

test.each([
  ['PORT ELLERY (AP) — The ferry will be sold.', 'AP'],
  ['PORT ELLERY, Elm, March 3 (Reuters) - The ferry will be sold.', 'Reuters'],
  ['(CNN) -- The ferry will be sold.', 'CNN'],
])('the dateline of %j credits %s', (text, outlet) => {
  expect(credits(text)).toEqual([outlet]);
});

test.each([
  'By Reuters',
  'The Associated Press',
  'Ada Quill, Agence France-Presse',
  'Ada Quill and Tom Reed for AP',
])('the byline %j credits an agency', (byline) => {
  expect(credits('The ferry will be sold.', byline)).toHaveLength(1);
});

test('nobody is credited by other brackets, other bylines, or an outlet’s own copy', () => {
  expect(credits('The ferry (built in 1931) - a steamer - will be sold.', 'Ada Quill')).toEqual([]);
  expect(credits('The ferry will be sold. Its owner (AP) - as it is called - is not.')).toEqual([]);
  expect(credits('PORT ELLERY (AP) — The ferry will be sold.', undefined, 'Associated Press')).toEqual([]);
  expect(credits('The ferry will be sold.', 'Reuters', 'Reuters UK')).toEqual([]);
  expect(credits('The ferry will be sold.', 'April Press')).toEqual([]);
});
