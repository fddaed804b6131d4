import type { Span } from '../../domain/statements.js';
import { isProper } from '../sentence/descriptions.js';
import type { Token } from '../reading/tokens.js';

/** From the first to the last word, without marks at the edges. */
export function trimmedSpan(tokens: readonly Token[]): Span | undefined {
  let [from, to] = [0, tokens.length];
  while (
    from < to &&
    tokens[from]!.type !== 'word' &&
    tokens[from]!.type !== 'number' &&
    tokens[from]!.type !== 'open' &&
    !/[$€£]/.test(tokens[from]!.text)
  )
    from += 1;
  // A closing mark whose opening one lies outside goes, and the comma before it.
  const unmatched = unmatchedMarks(tokens);
  const stray = (at: number): boolean => unmatched.has(at);
  while (to > from && (/^[.,;:—–-]$/.test(tokens[to - 1]!.text) || stray(to - 1))) to -= 1;
  return to > from ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : undefined;
}

/** Indexes of closing quotation marks that nothing in the stretch has opened. */
function unmatchedMarks(tokens: readonly Token[]): Set<number> {
  const unmatched = new Set<number>();
  let open = false;
  tokens.forEach(({ lower, type }, index) => {
    if (lower !== '"') return;
    if (type === 'close' && !open) unmatched.add(index);
    open = type === 'open';
  });
  return unmatched;
}

export function subjectText(text: string, tokens: readonly Token[], from: number, to: number): string {
  const span = trimmedSpan(tokens.slice(from, to));
  const phrase = span ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : '';
  return tokens[from] && isProper(tokens[from], from === 0)
    ? phrase
    : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
