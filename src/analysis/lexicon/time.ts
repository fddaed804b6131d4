const index = (text: string, first: number): ReadonlyMap<string, number> => {
  const map = new Map<string, number>();
  text.split('|').forEach((names, i) => names.split(' ').forEach((name) => map.set(name, i + first)));
  return map;
};

/** 1..12. "mar" and "may" need more evidence than their letters: see dates.ts. */
export const MONTHS = index(
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  1,
);

/** 0 Monday … 6 Sunday. */
export const WEEKDAYS = index(
  'monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun',
  0,
);

/** Days in a unit, as far as adding it to a day is concerned; months and years are added by the calendar. */
export const TIME_UNITS: ReadonlyMap<string, 'hour' | 'day' | 'week' | 'month' | 'year'> = new Map(
  (['hour', 'day', 'week', 'month', 'year'] as const)
    .flatMap((unit): ['hour' | 'day' | 'week' | 'month' | 'year', string][] => [
      [unit, unit],
      [unit, `${unit}s`],
    ])
    .map(([unit, word]) => [word, unit]),
);

export const DAY_PARTS: ReadonlySet<string> = new Set(
  'morning afternoon evening night noon midday midnight dawn dusk lunchtime early late overnight'.split(' '),
);
