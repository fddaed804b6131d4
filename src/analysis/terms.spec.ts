import { extractTerms, MOST_TERMS } from './terms.js';
import { tokenize } from './tokens.js';

const terms = (title: string, ...body: string[]) =>
  extractTerms({
    title: tokenize(title),
    body: body.map((text) => tokenize(text)),
    nameWords: new Set(['vold']),
  });

test('stems with counts, the title counted more, names whole', () => {
  expect(terms('Ferry sinks', 'The ferries of Vold sank; ferries sink.')).toEqual([
    ['ferri', 5],
    ['sink', 4],
    ['vold', 1],
    ['sank', 1],
  ]);
});

test('both halves of a pair count, small words and numbers do not', () => {
  expect(terms('', 'The Elm-Brisk line of 27 or 737').map(([term]) => term)).toEqual([
    'elm',
    'brisk',
    'line',
    '737',
  ]);
});

test('never more than the bound', () => {
  const text = Array.from(
    { length: 500 },
    (_, index) =>
      `word${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}`,
  ).join(' ');
  expect(terms('', text)).toHaveLength(MOST_TERMS);
});
