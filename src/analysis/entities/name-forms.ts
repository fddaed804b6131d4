import { NAME_PARTICLES, NAME_SUFFIXES } from '../lexicon/roles.js';

/** The words of a name, lower-case, without dots and the article of "al-Hadid", accents kept. */
export const nameWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’']/g, "'")
    .split(/[\s,]+/)
    .map((word) => word.replace(/\./g, '').replace(/^(?:al|el)[-‐‑](?=\p{L}{3})/u, ''))
    .filter(Boolean);

/** The word of a person's name that later mentions use: the last, but for "Jr." and the like. */
export function surname(words: readonly string[]): string {
  let last = words.length - 1;
  while (last > 0 && NAME_SUFFIXES.has(words[last]!)) last -= 1;
  return words[last] ?? '';
}

/** Whether two words are one letter apart (changed, added or lost); short words must be equal. */
export function nearlyEqual(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  let tailA = a.length;
  let tailB = b.length;
  while (tailA > i && tailB > i && a[tailA - 1] === b[tailB - 1]) {
    tailA -= 1;
    tailB -= 1;
  }
  return tailA - i <= 1 && tailB - i <= 1;
}

/**
 * Whether two full names may be one person's: equal or nearly equal surnames, and given names that are equal, nearly
 * so, an initial of each other, or missing. "Ann Roe" and "Bob Roe" are two people.
 */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [lastA, lastB] = [surname(a), surname(b)];
  if (!nearlyEqual(lastA, lastB)) return false;
  const givenA = a.filter((word) => word !== lastA && !NAME_SUFFIXES.has(word) && !NAME_PARTICLES.has(word));
  const givenB = b.filter((word) => word !== lastB && !NAME_SUFFIXES.has(word) && !NAME_PARTICLES.has(word));
  if (givenA.length === 0 || givenB.length === 0) return lastA === lastB;
  const [firstA, firstB] = [givenA[0]!, givenB[0]!];
  if (lastA !== lastB && firstA !== firstB) return false;
  if (firstA.length === 1 || firstB.length === 1) return firstA[0] === firstB[0];
  return nearlyEqual(firstA, firstB) || firstA.startsWith(firstB) || firstB.startsWith(firstA);
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'de', 'la', 'in', 'on']);

/** Whether an acronym stands for a name: "NWA" for "Northern Water Agency"; small words may be skipped or counted. */
export function isAcronymOf(acronym: string, name: string): boolean {
  // Asked of every pair: most differ in the first letter.
  if (!name.startsWith('The ') && name[0]!.toLowerCase() !== acronym[0]!.toLowerCase()) return false;
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || letters.length > 8) return false;
  const words = name.split(/[\s-]+/).filter(Boolean);
  if (words.length < 2) return false;
  // "US" in "US Water Survey" counts whole: "USWS".
  const initials = (list: readonly string[]): string =>
    list.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word[0]!).toLowerCase()).join('');
  return (
    initials(words) === letters ||
    initials(words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()))) === letters
  );
}
