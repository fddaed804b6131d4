import { contentStems, shareOf } from './cohesion.js';

test('stems carry meaning, each once', () => {
  expect([...contentStems('The ferries and the ferry were in the harbour')]).toEqual(['ferri', 'harbour']);
});

test('share is of the part, and nothing shares nothing', () => {
  expect(shareOf(new Set(['a', 'b']), new Set(['a', 'c', 'd']))).toBe(0.5);
  expect(shareOf(new Set(), new Set(['a']))).toBe(0);
});
