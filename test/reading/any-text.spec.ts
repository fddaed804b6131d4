import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze.js';
import type { Analysis, Span } from '../../src/domain/statements.js';

const texts = readFileSync('seeds/articles.ndjson', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** What breaks reading when it stands in the wrong place: marks, numbers, words that say something of their neighbours. */
const STRANGE =
  `" “ ” ' '' \`\` ’s ( ) [ — – - , . : ; … • $ % £3bn 1,000 3.5 2024 Of of said told that by and but between
  from half twice an estimated at least one in two-thirds of none of not was is a I It He who Mr. U.S. St. 12-year-old
  on Monday according to Reuters the minister said \u0000 \u200b \u00e9 \u0645 \u4e2d \ud83d\ude00 \ud83d`.split(
    /\s+/,
  );

const splice = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  take: fc.integer({ min: 0, max: 3 }),
  put: fc.array(fc.constantFrom(...STRANGE, '\n', ' '), { maxLength: 3 }),
});
const broken = fc
  .record({
    text: fc.constantFrom(...texts),
    from: fc.nat(4000),
    splices: fc.array(splice, { minLength: 1, maxLength: 60, size: 'max' }),
  })
  .map(({ text, from, splices }) => {
    const words = text
      .slice(from % text.length)
      .split(/( )/)
      .slice(0, 400);
    for (const { at, take, put } of splices) words.splice(Math.floor(at * words.length), take, ...put);
    return words.join('');
  });

function spansOf({ passages, developments, figures, claims, entities }: Analysis): Span[] {
  return [
    ...passages,
    ...passages.flatMap(({ sentences }) => sentences),
    ...developments,
    ...figures,
    ...claims,
    ...entities.flatMap(({ mentions }) => mentions),
  ];
}

test('whatever a text looks like, it is read, and what is found stands in it', () => {
  fc.assert(
    fc.property(broken, (text) => {
      const article = { title: '', text, publisher: 'The Courier', publishedAt: '2031-05-10T12:00:00Z' };
      const analysis = analyze({ ...article, language: 'en' });
      const wrong = spansOf(analysis).filter(
        ({ start, end }) => !(start >= 0 && start < end && end <= text.length),
      );
      expect(wrong).toEqual([]);
      expect(JSON.stringify(analysis)).not.toMatch(/NaN|Invalid/);
    }),
    { seed: 1, numRuns: 400 },
  );
});
