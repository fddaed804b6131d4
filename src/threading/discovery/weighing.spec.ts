import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { KnownNames } from './known-names.js';
import { ALL_PARTS } from './nearness.js';
import { Postings } from './postings.js';
import { Sums } from './sums.js';
import { weigh } from './weighing.js';

const text = 'Crews of Velda walk out';
const weighed = weigh(
  articleOf(text, text),
  { postings: new Postings(), names: new KnownNames(), rarity: () => 1 },
  ALL_PARTS,
);
const term = (key: string) => weighed.terms.find((each) => each.key === key)!;

/** What counts of a word that is all that an article and a story share. */
function alone(key: string): number {
  const sums = new Sums();
  sums.scale(0, 1);
  sums.add({ key, pairs: [0, 1], slot: -1 }, 1, term(key).single);
  return sums.at(0);
}

test('of a word that is all they share less counts than of a name, and of neither all', () => {
  expect(alone('crew')).toBeLessThan(alone('velda'));
  expect(alone('velda')).toBeLessThan(1);
});

test('of several words all but the strongest count in full', () => {
  const sums = new Sums();
  sums.scale(0, 1);
  sums.add({ key: 'crew', pairs: [0, 1], slot: -1 }, 1, term('crew').single);
  sums.add({ key: 'walk', pairs: [0, 0.5], slot: -1 }, 1, term('walk').single);
  expect(sums.at(0)).toBeCloseTo(alone('crew') + 0.5);
});
