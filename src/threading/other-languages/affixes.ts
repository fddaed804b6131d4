import type { Word } from '../vocabulary.js';

/** From Greek on letters are not Latin. */
const FIRST_FOREIGN = 0x370;

/** Whether a folded word is in another script than Latin. */
export const isForeign = (folded: string): boolean => folded.charCodeAt(0) >= FIRST_FOREIGN;

/** Whether a word in another script can be a name: where there are capitals it has one. */
export const canBeName = ({ folded, capital }: Pick<Word, 'folded' | 'capital'>): boolean =>
  capital || folded.toUpperCase() === folded;

/** Letters that must be left when something is taken off a word. */
const LEAST_LETTERS = 3;

// "and", "in", "to", "as" and the article are written as one with the word behind them.
const ARABIC = /^(?:[وف])?(?:لل|[بكل]?ال|[بكل](?!ل))?/;
const HEBREW = /^ו?(?:[שכ]?[הבלמ]|ש)?/;
// Case endings of Slavic languages.
const CYRILLIC = /(?:ого|ому|ами|ями|ах|ях|ов|ев|ой|ою|ом|ем|ам|ям|ым|их|ых|[аеиоуыэюяіїєьй])$/;

/**
 * A folded word in another script as it stands, and without what its language fixes to names: articles, prepositions and
 * conjunctions of Arabic and Hebrew, case endings of Slavic languages. Which of them is the name only a dictionary would
 * say.
 */
export function withoutAffixes(word: string): readonly string[] {
  const cut = /^\p{Script=Arabic}/u.test(word)
    ? [word.replace(/^[وف]/, ''), word.replace(ARABIC, '')]
    : /^\p{Script=Hebrew}/u.test(word)
      ? [word.replace(/^[ושהבלמכ]/, ''), word.replace(HEBREW, '')]
      : /^\p{Script=Cyrillic}/u.test(word)
        ? [word.replace(CYRILLIC, '')]
        : [];
  return [...new Set([word, ...cut.filter((rest) => rest.length >= LEAST_LETTERS)])];
}
