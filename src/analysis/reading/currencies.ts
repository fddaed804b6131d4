import { CURRENCY_PREFIXES, CURRENCY_SIGNS, CURRENCY_WORDS } from '../lexicon/numbers.js';
import type { Token } from './tokens.js';

/** The currency that a sign before a number gives: "$", "A$", "Rs"; and where the number itself begins. */
export function currencyAt(tokens: readonly Token[], at: number): { unit: string; to: number } | undefined {
  const token = tokens[at]!;
  const unit = CURRENCY_SIGNS.get(token.text);
  if (unit && /^\d/.test(tokens[at + 1]?.text ?? '')) return { unit, to: at + 1 };
  const next = tokens[at + 1];
  // "#46m": a pound sign that was lost on the way; "#46" is a rank.
  if (
    token.text === '#' &&
    (/^\d[\d.]*(?:m|bn)$/.test(next?.lower.slice(0, 12) ?? '') ||
      (next?.type === 'number' && /^(?:m|bn|million|billion)$/.test(tokens[at + 2]?.lower ?? '')))
  )
    return { unit: 'GBP', to: at + 1 };
  // "A$20", "Rs 500"
  if (next?.text === '$' && next.start === token.end && /^\d/.test(tokens[at + 2]?.text ?? '')) {
    const dollars = CURRENCY_PREFIXES.get(token.lower);
    if (dollars) return { unit: dollars, to: at + 2 };
  }
  if (next?.type === 'number' && (token.lower === 'rs' || token.lower === 'rs.'))
    return { unit: 'INR', to: at + 1 };
  return undefined;
}

/** What the words behind a number make it: "percent", "basis points", a currency. */
export function unitAfter(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (percentWords(tokens, at) > 0 && !CURRENCY_WORDS.has(token.lower))
    return token.lower === 'basis' ? 'basis points' : 'percent';
  // "20 pounds of salt" is a weight.
  if (token.lower === 'pounds' && tokens[at + 1]?.lower === 'of') return undefined;
  return CURRENCY_WORDS.get(token.lower);
}

/** How many words at a token say "percent", or name a currency. */
export function percentWords(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.lower;
  if (word === '%' || word === 'percent' || word === 'pct') return 1;
  if (word === 'per' && tokens[at + 1]?.lower === 'cent') return 2;
  if (word === 'basis' && tokens[at + 1]?.lower === 'points') return 2;
  if (word === 'percentage' && /^points?$/.test(tokens[at + 1]?.lower ?? '')) return 2;
  return CURRENCY_WORDS.has(word ?? '') ? 1 : 0;
}
