/** What a number with its qualifier leaves open, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Quantity {
  readonly value: number;
  readonly upper?: number;
  readonly qualifier?: string;
}

type Sense = 'above' | 'below' | 'nearly' | 'about' | 'bare';

const SENSES: readonly (readonly [Sense, RegExp])[] = [
  [
    'above',
    /\b(?:more than|over|at least|above|upwards? of|well over|in excess of|exceed\w*|no fewer than|no less than|minimum)\b|\+$/,
  ],
  [
    'below',
    /\b(?:up to|at most|fewer than|less than|under|below|as many as|as much as|as high as|no more than|maximum)\b/,
  ],
  ['nearly', /\b(?:nearly|almost|close to|just under|approaching)\b/],
  [
    'about',
    /\b(?:some|about|around|roughly|approximately|approx|estimated|an estimated|circa|or so|likely|believed|dozens|hundreds|thousands)\b/,
  ],
];

/** Words that say the same of a number count as one: "over" and "more than". */
export function senseOf(qualifier: string | undefined): Sense {
  if (!qualifier) return 'bare';
  const plain = qualifier.toLowerCase();
  return SENSES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'about';
}

/** "about" is read as a tenth to either side; a bare number as rounded at its last digit that is not nought. */
export function intervalOf({ value, upper, qualifier }: Quantity): Interval {
  const high = upper ?? value;
  switch (senseOf(qualifier)) {
    case 'above':
      return { low: value, high: Infinity };
    case 'below':
      return { low: 0, high };
    case 'nearly':
      return { low: value * 0.9, high };
    case 'about':
      return { low: value * 0.9, high: high * 1.1 };
    case 'bare':
      return { low: value - rounding(value), high: high + rounding(high) };
  }
}

/** Half a unit of the last digit that counts: 500 for 34,000. Two digits at least are taken as meant. */
function rounding(value: number): number {
  const size = Math.abs(value);
  if (size < 100) return 0;
  let unit = 1;
  while (size % (unit * 10) === 0 && unit * 100 <= size) unit *= 10;
  return unit / 2;
}

/** Beyond an order of magnitude two numbers count different things, a day's and a year's. */
const SAME_THING = 10;

/** Whether two numbers for one subject cannot both be right, as far as their qualifiers say. */
export function differ(a: Quantity, b: Quantity): boolean {
  if (!comparable(a.value, b.value, SAME_THING)) return false;
  const x = intervalOf(a);
  const y = intervalOf(b);
  return x.low > y.high || y.low > x.high;
}

/** Whether one is at most `factor` times the other. */
export function comparable(a: number, b: number, factor: number): boolean {
  const low = Math.min(Math.abs(a), Math.abs(b));
  const high = Math.max(Math.abs(a), Math.abs(b));
  return high <= factor * low;
}
