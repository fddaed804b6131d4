import { stem as lightStem } from '../analysis/reading/stem.js';
import { cached } from './cached.js';

const VOWEL = /[aeiouy]/;

/** Short words are left as they are. */
const cut = (how: (word: string) => string): ((word: string) => string) => {
  const cutOnce = cached(how);
  return (word) => (word.length < 4 ? word : cutOnce(word));
};

/**
 * A folded English word without its inflection: plural, "-ed", "-ing", "-ly". "Talks", "talked" and "talking" are one;
 * "negotiation" and "negotiator" stay two. What an editor's term is compared by.
 */
export const inflection = cut(lightStem);

/**
 * The stem of a folded English word: besides inflection, the endings that make nouns, adjectives and the people of a
 * country ("egyptian", "israeli") are dropped, so that reworded reports of one thing look alike. In the manner of
 * Porter (1980), shorter: at least three letters and a vowel stay.
 */
export const stem = cut((word) => tidy(strip(strip(plural(word), NOUN_ENDINGS), ADJECTIVE_ENDINGS)));

const NOUN_ENDINGS = 'ation ating ated ator ate ition ion ing edly ed ment ness'.split(' ');
const ADJECTIVE_ENDINGS = 'ically ally ical ily ly ial al ic ian ia er or i ive able'.split(' ');

function plural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/[sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function strip(word: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    return rest.length >= Math.max(3, 6 - ending.length) && VOWEL.test(rest) ? rest : word;
  }
  return word;
}

/** "planned" and "plan", "invaded" and "invade", "carried" and "carry" end alike. */
function tidy(word: string): string {
  const undoubled = word.length > 4 && /([bdfgkmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
  if (undoubled.length <= 3) return undoubled;
  if (undoubled.endsWith('e')) return undoubled.slice(0, -1);
  return undoubled.endsWith('y') ? `${undoubled.slice(0, -1)}i` : undoubled;
}
