import { fold } from '../vocabulary.js';
import { soundAlike } from './sounds.js';

const alike = (name: string, foreign: string): boolean => soundAlike(fold(name), fold(foreign));

test.each([
  // Arabic, with and without what is written as one with a name
  ['Lindhaven', 'ليندهافن'],
  ['Brackwerk', 'براكفيرك'],
  ['Johnson', 'وجونسون'],
  ['Trump', 'لترامب'],
  ['Macron', 'ماكرون'],
  ['Karim', 'الكريم'],
  // Hebrew
  ['Trump', 'טראמפ'],
  ['Macron', 'ומקרון'],
  ['Sullivan', 'סאליבן'],
  ['Schmidt', 'שמידט'],
  ['Kremah', 'כרמיח'],
  // Cyrillic, in any case
  ['Johnson', 'Джонсоном'],
  ['Trump', 'Трампа'],
  ['Zelensky', 'Зеленский'],
  ['Sullivan', 'Салливан'],
  // Greek
  ['Macron', 'Μακρόν'],
])('%s sounds like %s', (name, foreign) => {
  expect(alike(name, foreign)).toBe(true);
});

test.each([
  ['other consonants', 'Trump', 'طرابلس'],
  ['a vowel that is written otherwise', 'Biden', 'بدون'],
  ['a vowel before the first consonant', 'Qatar', 'اقتراع'],
  ['a vowel behind the last consonant', 'Rafah', 'رفاهية'],
  ['two consonants', 'Tel', 'تل'],
  ['another word with the same consonants', 'Qatar', 'которые'],
])('%s are two words', (_, name, foreign) => {
  expect(alike(name, foreign)).toBe(false);
});
