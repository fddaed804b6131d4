import { compileTerm, findTerm } from './matching.js';
import { words } from '../vocabulary.js';

const find = (term: string, sentence: string) => findTerm(compileTerm(term)!, words(sentence));

test.each([
  ['ceasefire', 'Both sides agreed on a cease-fire.'],
  ['cease-fire', 'The ceasefires did not last.'],
  ['cease fire', 'A cease-fire began.'],
  ['ceasefire talks', 'Cease-fire talks began in Velda'],
  ['hostage deal', 'The Hostage Deals'],
  ['invade', 'They invaded at dawn'],
  ["workers' council", 'the workers’ council met'],
  ['Velda', 'in Velda’s port'],
  ['US', 'the U.S. government'],
  ['United States', 'a US official'],
  ['São Tomé', 'on Sao Tome'],
])('%s stands in: %s', (term, sentence) => {
  expect(find(term, sentence)).toBe('exact');
});

test.each([
  ['Bar', 'The barge left'],
  ['US', 'They told us'],
  ['port', 'The report came'],
  ['negotiator', 'The negotiation'],
  ['Ilse Brandt', 'Ilse met a Brandt'],
])('%s does not stand in: %s', (term, sentence) => {
  expect(find(term, sentence)).toBeNull();
});

test('the words of a term that is no name may stand near each other', () => {
  expect(find('hostage deal', 'a deal for the release of the hostages')).toBe('near');
  expect(
    find('hostage deal', 'a deal was made over wine and cheese by those who once were hostages'),
  ).toBeNull();
});

test('a term without a word is none', () => {
  expect(compileTerm(' – ')).toBeNull();
});

test.each([
  ['Karim Fadel', 'التقى الوزير كريم فاضل وفدا'],
  ['al-Fadel', 'قال الفاضل إن الوفد وصل'],
  ['Karim Fadel', 'השר כרים פאדל נפגש עם המשלחת'],
  ['Karim Fadel', 'Министра Карима Фаделя встретили'],
])('%s stands in another script: %s', (term, sentence) => {
  expect(find(term, sentence)).toBe('exact');
});

test.each([
  ['a common term', 'karim', 'التقى الوزير كريم'],
  ['half a name', 'Karim Fadel', 'التقى الوزير كريم وفدا'],
  ['a word without a capital where names have one', 'Karim', 'слово карим здесь'],
])('%s does not stand in another script', (_, term, sentence) => {
  expect(find(term, sentence)).toBeNull();
});
