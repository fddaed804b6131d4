const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

export const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...TENS.flatMap((ten, index) =>
    UNITS.slice(1, 10).map((unit, k): [string, number] => [`${ten}-${unit}`, (index + 2) * 10 + k + 1]),
  ),
]);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
]);

export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 50],
  ['one-half', 50],
  ['third', 33.3],
  ['one-third', 33.3],
  ['two-thirds', 66.7],
  ['quarter', 25],
  ['one-quarter', 25],
  ['three-quarters', 75],
  ['one-fifth', 20],
  ['two-fifths', 40],
  ['three-fifths', 60],
  ['four-fifths', 80],
  ['one-tenth', 10],
  ['nine-tenths', 90],
  ['fifth', 20],
  ['sixth', 16.7],
  ['eighth', 12.5],
  ['tenth', 10],
]);

export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₪', 'ILS'],
  ['₹', 'INR'],
]);

/** What stands before a "$" that is not the US one. */
export const CURRENCY_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['nz', 'NZD'],
  ['hk', 'HKD'],
  ['s', 'SGD'],
]);

export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['dollars', 'USD'],
  ['dollar', 'USD'],
  ['euros', 'EUR'],
  ['euro', 'EUR'],
  ['pounds', 'GBP'],
  ['yen', 'JPY'],
  ['shekels', 'ILS'],
  ['rupees', 'INR'],
  ['yuan', 'CNY'],
  ['roubles', 'RUB'],
  ['rubles', 'RUB'],
  ['rand', 'ZAR'],
  ['baht', 'THB'],
  ['naira', 'NGN'],
]);

/** Longest first: "well over" before "over". */
export const QUALIFIERS = [
  'no fewer than',
  'no less than',
  'no more than',
  'as many as',
  'as much as',
  'as high as',
  'in excess of',
  'as few as',
  'an estimated',
  'more than',
  'less than',
  'fewer than',
  'at least',
  'at most',
  'up to',
  'well over',
  'well above',
  'well under',
  'just over',
  'just under',
  'close to',
  'a little over',
  'a record',
  'upwards of',
  'estimated',
  'approximately',
  'roughly',
  'nearly',
  'almost',
  'about',
  'around',
  'over',
  'under',
  'above',
  'below',
  'some',
  'only',
  'exactly',
  'perhaps',
  'another',
  'an extra',
  'an additional',
  'a further',
  'as little as',
  'just',
  'merely',
].map((phrase) => phrase.split(' '));
