import { ANALYZER, analyze, type AnalysisInput } from './analyze.js';

const report: AnalysisInput = {
  title: 'Boards of Elm and Brisk meet over a new bridge',
  text: [
    'Boards of Elm and Brisk meet over a new bridge',
    'By Jo Poe',
    'The boards of Elm and Brisk met on Monday in Oslo to discuss a new bridge, two senior harbour officials told the Harbour Post.',
    'Harbour safety chief Kari Vold said the old bridge carries more than 12,000 cars a day. “It will not last another winter,” Vold said.',
    'Oslo seen from the fjord. (Al Roe/NPA)',
    'The boards will meet again next week.',
    'Most Read',
    'Ten soups for cold days',
  ].join('\n\n'),
  publisher: 'Harbour Post',
  publishedAt: '2023-06-14T12:00:00Z',
  timezone: 'Europe/Oslo',
};

test('the whole of it: every span is where it says', () => {
  const found = analyze(report);
  const words = ({ start, end }: { start: number; end: number }): string => report.text.slice(start, end);
  expect(found.analyzer).toEqual(ANALYZER);
  expect(found.language).toBe('en');
  expect(found.failure).toBeUndefined();
  expect(found.passages.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'caption', 'paragraph']);
  expect(found.developments.map(({ date, status }) => [date.from, status])).toEqual([
    ['2023-06-12', 'happened'],
    ['2023-06-19', 'planned'],
  ]);
  expect(words(found.developments[0]!)).toBe(
    'The boards of Elm and Brisk met on Monday in Oslo to discuss a new bridge',
  );
  expect(found.claims.map(({ speaker, quoted }) => [speaker, quoted])).toEqual([
    ['two senior harbour officials', false],
    ['Kari Vold', false],
  ]);
  expect(found.claims.map(words).at(-1)).toBe(
    'the old bridge carries more than 12,000 cars a day. “It will not last another winter,” Vold said',
  );
  expect(found.entities.find(({ type }) => type === 'person')).toMatchObject({
    name: 'Kari Vold',
    aliases: ['Vold'],
    role: 'Harbour safety chief',
  });
  for (const { start, end, sentences } of found.passages) {
    for (const sentence of sentences) expect(sentence.start >= start && sentence.end <= end).toBe(true);
  }
});

test('deterministic, whatever was read before and in whatever time zone the process runs', () => {
  const first = JSON.stringify(analyze(report));
  analyze({ ...report, text: 'Something else entirely, said Zorg Quux of Zembla on Friday.' });
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  expect(JSON.stringify(analyze(report))).toBe(first);
  process.env.TZ = zone ?? 'UTC';
});

test('a language it does not speak still gives passages and names', () => {
  const text =
    'Le ministre Pierre Dupré a déclaré lundi que le pont de Lyon serait fermé.\n\nLes travaux vont durer un an, selon la ville de Lyon.';
  const found = analyze({ ...report, title: 'Le pont de Lyon fermé', text, language: 'fr' });
  expect(found).toMatchObject({ language: 'fr', developments: [], claims: [], figures: [] });
  expect(found.passages).toHaveLength(2);
  expect(found.entities.map(({ name }) => name)).toContain('Lyon');
});

/** Park and Miller's generator: the same strings on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const PIECES = [
  'the man said',
  ' ',
  '\n',
  '\n\n',
  '“',
  '”',
  '"',
  '’s',
  '. ',
  ', ',
  '😀',
  '\ud800',
  '\udc00',
  'e\u0301',
  '\u0000',
  '\u202e',
  '$',
  '1,000',
  'million',
  '%',
  'on Monday',
  'next week',
  'Oct. 7',
  'Kari Vold',
  'U.S.',
  '-LRB-',
  '—',
  '[',
  ')',
  'who',
  'that',
  'was killed',
  'according to',
  '12-15',
  '99999999999999999999',
  'İ',
  'ß',
  'קאטה',
  '北京',
  '\t',
  'www.x.y',
  'a@b.c',
  '``',
];

test('any string gives an analysis: it never throws and no span leaves the text', () => {
  const next = random(20_230_614);
  for (let round = 0; round < 150; round += 1) {
    const text = Array.from(
      { length: Math.floor(next() * 60) },
      () => PIECES[Math.floor(next() * PIECES.length)],
    ).join(next() < 0.5 ? ' ' : '');
    const found = analyze({
      title: text.slice(0, 40),
      text,
      publisher: 'P',
      publishedAt: '2023-06-14T12:00:00Z',
    });
    expect(found.failure).toBeUndefined();
    const spans = [
      ...found.passages,
      ...found.developments,
      ...found.figures,
      ...found.claims,
      ...found.entities.flatMap(({ mentions }) => mentions),
    ];
    for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  }
});

test('bad times, zones and languages do no harm', () => {
  const found = analyze({
    ...report,
    publishedAt: 'yesterday-ish',
    timezone: 'Nowhere/City',
    language: 'tlh',
  });
  expect(found.failure).toBeUndefined();
});

test.each([
  'a',
  '“a ',
  'U.S. ',
  'Israeli ',
  'label\n',
  'he said that ',
  '1,000 ',
  'a-',
  'a@',
  'Bank of ',
  '([{',
  'on Monday ',
])('time grows with length, not faster: %j', (unit) => {
  const text = unit.repeat(Math.ceil(200_000 / unit.length));
  const before = process.cpuUsage();
  const found = analyze({ title: '', text, publisher: 'P', publishedAt: '2023-06-14T12:00:00Z' });
  const { user, system } = process.cpuUsage(before);
  expect(found.failure).toBeUndefined();
  expect((user + system) / 1000).toBeLessThan(4000);
});

test('a sentence that begins with "Of an estimated …" does not stop the analysis', () => {
  const text =
    'The harbour fair opened on Monday. Of an estimated 23 million who came, 54% stayed in the town.';
  expect(analyze({ ...report, text }).failure).toBeUndefined();
});
