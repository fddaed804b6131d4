import { bCubed, pairwise, shuffled } from '../../bench/eval/metrics.js';

test('B-cubed: a wrong member costs all that it stands among', () => {
  const gold = ['a', 'a', 'a', 'a', 'b', 'b'];
  expect(bCubed(gold, gold)).toEqual({ precision: 1, recall: 1, f1: 1 });
  const found = ['x', 'x', 'x', 'x', 'x', 'y'];
  const { precision, recall } = bCubed(found, gold);
  expect(precision).toBeCloseTo((4 * 0.8 + 0.2 + 1) / 6);
  expect(recall).toBeCloseTo((4 + 0.5 + 0.5) / 6);
});

test('pairwise counts pairs', () => {
  const { precision, recall } = pairwise(['x', 'x', 'x', 'y'], ['a', 'a', 'b', 'b']);
  expect(precision).toBeCloseTo(1 / 3);
  expect(recall).toBeCloseTo(1 / 2);
});

test('a seed gives one order', () => {
  const items = Array.from({ length: 20 }, (_, i) => i);
  expect(shuffled(items, 7)).toEqual(shuffled(items, 7));
  expect(shuffled(items, 7)).not.toEqual(shuffled(items, 8));
  expect([...shuffled(items, 7)].sort((a, b) => a - b)).toEqual(items);
});
