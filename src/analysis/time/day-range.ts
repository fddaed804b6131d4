import type { DatePrecision, ResolvedDate } from '../../domain/statements.js';
import { isoDay, type Day } from '../reading/calendar.js';

/** Which way an expression looks: the same "Friday" is another day in "met Friday" and "will meet Friday". */
export type Direction = 'past' | 'future';

/** Days, both inclusive. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
  readonly precision: DatePrecision;
}

/** An expression of time in a sentence; token indexes, `to` exclusive. */
export interface TimeExpression {
  readonly from: number;
  readonly to: number;
  /** The preposition it stands after: "since" and "until" do not say when something happened. */
  readonly relation: 'at' | 'since' | 'until' | 'of';
  /** Only looks back ("last week") or ahead ("tomorrow"), whatever the verb. */
  readonly fixed?: Direction;
  readonly resolve: (direction: Direction) => DayRange | undefined;
}

/** What expressions are resolved against. */
export interface Anchor {
  /** Day of publication. */
  readonly today: Day;
  /** The day last spoken of, for "that day" and "two days later". */
  readonly spoken?: Day;
}

export const single = (day: Day): DayRange => ({ from: day, to: day, precision: 'day' });

export const range = (from: Day, to: Day, precision: DatePrecision = 'range'): DayRange => ({
  from,
  to,
  precision,
});

export const toResolved = ({ from, to, precision }: DayRange): ResolvedDate => ({
  from: isoDay(from),
  to: isoDay(to),
  precision,
});

export type Found = Omit<TimeExpression, 'relation'>;
