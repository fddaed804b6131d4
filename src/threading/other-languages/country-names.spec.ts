import { words } from '../vocabulary.js';
import { countriesInEnglish, countryNames } from './country-names.js';

function inEnglish(text: string, language: string): string[] {
  const list = words(text);
  countriesInEnglish(list, 0, countryNames(language));
  return list.map(({ written }) => written);
}

test.each([
  ['de', 'Ägyptens Minister flog in die Vereinigten Staaten', 'Egypt Minister flog in die United States'],
  ['fr', 'Le ministre a quitté l’Égypte pour l’Espagne', 'Le ministre a quitté Egypt pour Spain'],
  [
    'es',
    'El ministro viajó de Egipto a los Estados Unidos',
    'El ministro viajó de Egypt a los United States',
  ],
  ['ar', 'سافر الوزير من مصر إلى الولايات المتحدة وقطر', 'سافر الوزير من Egypt إلى United States Qatar'],
  ['he', 'השר טס ממצרים לארצות הברית', 'השר טס Egypt United States'],
  ['ru', 'Министр прибыл из Израиля в США', 'Министр прибыл из Israel в United States'],
])('countries of a text in another language (%s) are put into English', (language, text, expected) => {
  expect(inEnglish(text, language).join(' ')).toBe(expected);
});

test('texts in English and in an unknown language are left as they are', () => {
  for (const language of ['en', 'en-GB', 'und', 'xx', 'en-1x'])
    expect(inEnglish('Die Schweiz', language)).toEqual(['Die', 'Schweiz']);
});

test('a tag that no runtime takes is read as far as it can be', () => {
  expect(inEnglish('Frankreich', 'de-a')).toEqual(['France']);
});

test('words before the stretch are left as they are', () => {
  const list = words('Frankreich Frankreich');
  countriesInEnglish(list, 1, countryNames('de'));
  expect(list.map(({ written }) => written)).toEqual(['Frankreich', 'France']);
});
