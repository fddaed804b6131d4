import type { Span } from '../../domain/statements.js';
import type { Reading } from '../reading/reading.js';
import type { Parsed } from '../sentence/parse.js';
import { LONGEST_SAYING } from './claim-context.js';

/** A quotation in the sentence it begins or goes on in. */
export interface Quotation {
  readonly parsed: Parsed;
  readonly before: Parsed | undefined;
  readonly quote: Span;
}

type Line = Pick<Quotation, 'parsed' | 'quote'>;

/** Whether a quotation began in a line before this one. */
export function isNextLine({ quotedOn, passages }: Reading, { parsed, quote }: Line): boolean {
  const { passage } = parsed.sentence;
  return quotedOn[passage]! && quote.start === passages[passage]!.start;
}

/** Whether a quotation is the next line of one that was left open at `end`. */
export function goesOn(reading: Reading, { end }: Span, line: Line): boolean {
  return (
    isNextLine(reading, line) &&
    line.quote.start >= end &&
    /^\s*$/.test(reading.text.slice(end, line.quote.start))
  );
}

/** In texts with a line for each sentence a quotation comes in pieces: they are read together, as far as one can be read. */
export function wholeQuotations(
  reading: Reading,
  pieces: readonly Quotation[],
): { whole: Quotation[]; joined: Quotation[] } {
  const whole: Quotation[] = [];
  const joined: Quotation[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const { end } = piece.quote;
    if (last && goesOn(reading, last.quote, piece) && end - last.quote.start <= LONGEST_SAYING) {
      whole[whole.length - 1] = { ...last, quote: { start: last.quote.start, end } };
      joined.push(piece);
    } else whole.push(piece);
  }
  return { whole, joined };
}
