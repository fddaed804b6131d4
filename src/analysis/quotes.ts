import type { Span } from '../domain/statements.js';
import type { Token } from './tokens.js';

/**
 * The double-quoted stretches of one passage, without their marks, and sets `quoted` on the tokens inside. A mark left
 * open runs to the passage's end, as in
 * a quotation of several paragraphs; a stray closing mark is ignored.
 */
export function quotedSpans(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let open: Token | undefined;
  for (const token of tokens) {
    if (token.lower !== '"') {
      token.quoted = open !== undefined;
      continue;
    }
    if (token.type === 'open') open ??= token;
    else if (token.type === 'close' && open) {
      if (token.start > open.end) spans.push({ start: open.end, end: token.start });
      open = undefined;
    }
  }
  const last = tokens.at(-1);
  if (open && last && last.end > open.end) spans.push({ start: open.end, end: last.end });
  return spans;
}
