import { actsOf, turnOf } from './acts.js';

const acts = (text: string): string[] => [...actsOf({ text })];

test('acts are what was done, and neither what was said nor what describes', () => {
  expect(acts('The convicted smuggler Jon Orm fled from Velm and was found in a barn.')).toEqual([
    'flee',
    'find',
  ]);
  expect(acts('The board said it had approved the dyke, officials added.')).toEqual(['approv']);
  expect(acts('The Red Harbour is the largest of the United Towns.')).toEqual([]);
});

test('the first turn in a life counts, by whatever word', () => {
  expect(turnOf({ text: 'Jon Orm was shot and killed; a man was arrested.' })).toBe('died');
  expect(turnOf({ text: 'Jon Orm has died at 91.' })).toBe('died');
  expect(turnOf({ text: 'A convicted smuggler was captured in Velm.' })).toBe('arrested');
  expect(turnOf({ text: 'Jon Orm sold his house.' })).toBe('');
});
