import type { Clause } from '../sentence/clauses.js';
import type { Parsed } from '../sentence/parse.js';
import type { DayRange, TimeExpression } from '../time/day-range.js';
import type { Happening } from './events.js';
import type { Token } from '../reading/tokens.js';

/** Fewer words than this tell nothing that can be read alone. */
export const FEWEST_WORDS = 5;

/** A sentence or clause that may become a development. */
export interface Draft {
  readonly parsed: Parsed;
  readonly clause: Clause;
  readonly happening: Happening;
  /** Who only tells it, as token ranges: the spokesman of a plan is none of those who are to meet. */
  readonly tellers: readonly (readonly [number, number])[];
  /** Token range of the sentence that will be quoted. */
  readonly from: number;
  readonly to: number;
  /** The day on which it was made known, when the sentence says that only: "…, the mayor announced on Monday". */
  readonly announced?: DayRange;
  /** It is only named, "Tuesday's fire at the old mill", in a sentence about something else. */
  readonly named?: true;
  when?: DayRange;
  expression?: TimeExpression;
  inherited: boolean;
}

export const isPronoun = (token: Token | undefined): boolean =>
  token === undefined ||
  /^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|their|its|both|some|many|one|there)$/.test(
    token.lower,
  );
