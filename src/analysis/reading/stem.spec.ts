import { stem } from './stem.js';

test.each([
  ['attacks', 'attack'],
  ['attacked', 'attack'],
  ['attacking', 'attack'],
  ['negotiations', 'negotiation'],
  ['stopped', 'stop'],
  ['moving', 'mov'],
  ['moved', 'mov'],
  ['cities', 'citi'],
  ['city', 'citi'],
  ['agreed', 'agreed'],
])('%s → %s', (word, root) => expect(stem(word)).toBe(root));

test.each(['gas', 'bus', 'crisis', 'red', 'bring', 'wales', 'ñandú'])('leaves %s its sense', (word) => {
  expect(stem(word).length).toBeGreaterThanOrEqual(word.length - 1);
});
