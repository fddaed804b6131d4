import { words } from './vocabulary.js';

const keys = (text: string): string[] => words(text).map((word) => word.key);
const kinds = (text: string): Record<string, string> =>
  Object.fromEntries(words(text).map(({ folded, kind }) => [folded, kind]));

test('a country is not a pronoun, however it is written', () => {
  expect(keys('The U.S. told us')).toEqual(['the', 'US', 'told', 'us']);
  expect(keys('the US')).toEqual(keys('the United States'));
  expect(keys('the UK')).toEqual(keys('the United Kingdom'));
});

test('accents, curly apostrophes and possessives fold', () => {
  expect(words('Zoë’s café').map((word) => word.folded)).toEqual(['zoe', 'cafe']);
  expect(words("Zoe's cafe").map((word) => word.folded)).toEqual(['zoe', 'cafe']);
});

test('offsets point into the text', () => {
  const text = 'Ana won.\nBéla, 31, lost 1,200.5 crowns.';
  for (const word of words(text, 100)) expect(word.start).toBeGreaterThanOrEqual(100);
  expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Ana',
    'won',
    'Béla',
    '31',
    'lost',
    '1,200.5',
    'crowns',
  ]);
});

test('a capital makes a name only where the sentence does not ask for one', () => {
  expect(kinds('Workers of Velda met Ilse Brandt. Talks failed.')).toMatchObject({
    workers: 'word',
    velda: 'name',
    ilse: 'name',
    brandt: 'name',
    talks: 'word',
  });
});

test('Title Case and capitals throughout say nothing about names, initials still do', () => {
  expect(kinds('Workers Leave Harbour After Failing Talks In Velda')).toMatchObject({
    harbour: 'word',
    velda: 'word',
  });
  expect(kinds('WORKERS LEAVE VELDA')).toMatchObject({ velda: 'word' });
  expect(kinds('Workers Leave Harbour As UNHCR Watches Closely')).toMatchObject({ unhcr: 'name' });
});

test('any string can be read, in linear time', () => {
  for (const text of [
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a'.repeat(200_000),
    "'".repeat(100_000),
    'A.'.repeat(100_000),
    '1,'.repeat(100_000),
  ]) {
    const started = Date.now();
    words(text);
    expect(Date.now() - started).toBeLessThan(2000);
  }
});
