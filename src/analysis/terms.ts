import { STOP_WORDS } from './lexicon/function-words.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';

export const MOST_TERMS = 100;
/** A word of the title says more about what an article is about than one of its body. */
const TITLE_WEIGHT = 3;

export interface TermSource {
  readonly title: readonly Token[];
  readonly body: readonly (readonly Token[])[];
  /** Lower-case words of names: kept whole, since stemming a name only makes it meet strangers. */
  readonly nameWords: ReadonlySet<string>;
}

/**
 * What threading compares: stems with their counts, most frequent first, at most {@link MOST_TERMS}. Ties are broken
 * by the first appearance, so that the list is the same wherever it is made.
 */
export function extractTerms({ title, body, nameWords }: TermSource): [string, number][] {
  const counts = new Map<string, number>();
  const add = (token: Token, weight: number): void => {
    for (const part of parts(token)) {
      const term = nameWords.has(part) ? part : stem(part);
      if (isTerm(part) && isTerm(term)) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  };
  for (const token of title) add(token, TITLE_WEIGHT);
  for (const tokens of body) for (const token of tokens) add(token, 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
}

/** "Oslo-Bergen" is about both; "27" alone is about nothing, "737" or "2024" may be. */
function parts(token: Token): readonly string[] {
  if (token.type !== 'word')
    return token.type === 'number' && /^\d{3,4}$/.test(token.lower) ? [token.lower] : [];
  return token.lower.includes('-') ? token.lower.split('-') : [token.lower];
}

const isTerm = (word: string): boolean =>
  (word.length > 2 || /^(?:us|uk|un|eu|[^\u0000-\u007f]{2})$/u.test(word)) &&
  word.length <= 40 &&
  !STOP_WORDS.has(word);
