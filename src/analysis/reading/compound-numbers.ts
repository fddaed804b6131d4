import { SCALES } from '../lexicon/numbers.js';
import type { Token } from './tokens.js';

/** A number said in one word with what it counts, where that describes a noun. */
export interface CompoundNumber {
  readonly value: number;
  /** "member" of "40-member". */
  readonly measure: string;
  readonly to: number;
}

const COUNTED =
  'member|strong|man|person|seat|bed|room|gallon|barrel|liter|litre|ton|tonne|acre|hectare|car|vehicle|ship|vote|employee|student|pupil|passenger|patient|home|unit';
const COMPOUND = new RegExp(
  `^(?:(\\d[\\d,]*(?:\\.\\d+)?)-)?(?:(hundred|thousand|million|billion)-)?(${COUNTED})$`,
);

/** "a 40-member (crew)", "a 172 million-gallon (spill)". Lengths, spans of time and ages are no counts. */
export function compoundAt(tokens: readonly Token[], at: number): CompoundNumber | undefined {
  const { text, type, lower } = tokens[at]!;
  const apart = type === 'number';
  const word = apart ? tokens[at + 1] : tokens[at];
  // Few numbers have a hyphen behind them: the rest are passed over without a pattern.
  if (word?.type !== 'word' || !word.lower.includes('-') || lower.length > 40) return undefined;
  const match = COMPOUND.exec(word.lower);
  if (!match || (apart ? match[1] !== undefined || !match[2] : match[1] === undefined)) return undefined;
  const digits = Number((apart ? text : match[1]!).replaceAll(',', ''));
  if (!Number.isFinite(digits)) return undefined;
  return {
    value: digits * (SCALES.get(match[2] ?? '') ?? 1),
    measure: match[3]!,
    to: apart ? at + 2 : at + 1,
  };
}
