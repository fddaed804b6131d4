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

test('words stand as they are written, of the stretch asked for', () => {
  const text = 'Ana won.\nBéla, 31, lost 1,200.5 crowns in the United  States, F16s and U.S.A. bonds.';
  const written = (from?: number, to?: number): string[] => words(text, from, to).map((word) => word.written);
  const second = [
    'Béla',
    '31',
    'lost',
    '1,200.5',
    'crowns',
    'in',
    'the',
    'United  States',
    'F16',
    's',
    'and',
  ];
  expect(written()).toEqual(['Ana', 'won', ...second, 'U.S.A.', 'bonds']);
  expect(written(4, 13)).toEqual(['won', 'Béla']);
});

test('words are found alike, character by character and in a line with a foreign one', () => {
  const line = "Ana's «Ürün» — 1,200.5, 7th, F16s, U.S.A., É.U., A.b, x2y, d’Arc’ and 'em: U.S.";
  const written = (text: string): string[] => words(text).map((word) => word.written);
  expect(written(`${line} д`)).toEqual([...written(line), 'д']);
  expect(keys('the United\nStates д')).toEqual(['the', 'US', 'д']);
});

test('texts that fall on one place of what is remembered are read all the same', () => {
  const letters = (i: number): string =>
    i.toString(10).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
  const many = Array.from({ length: 140_000 }, (_, i) => `w${letters(i)}`).join(' ');
  const again = many.slice(0, 10_000).trim();
  for (const text of [many, again]) {
    const written = words(text).map((word) => word.written);
    expect(written.join(' ') === text).toBe(true);
  }
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
