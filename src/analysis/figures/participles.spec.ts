import { participleOf } from './participles.js';

test.each([
  ['destroys', 'destroyed'],
  ['carrying', 'carried'],
  ['carries', 'carried'],
  ['creating', 'created'],
  ['reaches', 'reached'],
  ['loses', 'lost'],
  ['winning', 'won'],
  ['takes', 'taken'],
  ['taking', 'taken'],
  ['stole', 'stolen'],
  ['withdrawing', 'withdrawn'],
])('%s: %s', (form, participle) => expect(participleOf(form)).toBe(participle));

test('no word is made up', () => expect(participleOf('swimming')).toBeUndefined());
