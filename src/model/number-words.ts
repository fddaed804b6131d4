import { findNumbers } from '../analysis/reading/numbers.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize } from '../analysis/reading/tokens.js';
import type { Figure, Span } from '../domain/statements.js';

type NumberRead = Pick<Figure, 'value' | 'upper' | 'qualifier' | 'valueSpan'> & { readonly unit?: string };

/**
 * The one number in some words of a text, read by rule: a model says which words, never which value. In other languages
 * "1.200" is not what it is in English, so there only bare digits count.
 *
 * @returns null when there is no number, or more than one
 */
export function readNumber(text: string, words: Span, english: boolean): NumberRead | null {
  if (!english) {
    const digits = [...text.slice(words.start, words.end).matchAll(/\d[\d.,'\u00a0]*/g)];
    const only = digits.length === 1 ? digits[0]! : null;
    if (!only || !/^\d{1,15}$/.test(only[0])) return null;
    const start = words.start + only.index;
    return { value: Number(only[0]), valueSpan: { start, end: start + only[0].length } };
  }
  const tokens = tokenize(text, words.start, words.end);
  tagTokens(tokens);
  const [phrase, ...more] = findNumbers(tokens);
  if (!phrase || more.length > 0) return null;
  const { value, upper, qualifier, unit } = phrase;
  return {
    value,
    ...(upper !== undefined ? { upper } : {}),
    ...(qualifier ? { qualifier } : {}),
    ...(unit ? { unit } : {}),
    valueSpan: { start: tokens[phrase.from]!.start, end: tokens[phrase.to - 1]!.end },
  };
}
