import { parseJson } from './json.js';
import { Problem } from './problem.js';

test('parses JSON from bytes and text', () => {
  expect(parseJson('{"a":["[{\\"",1]}')).toEqual({ a: ['[{"', 1] });
  expect(parseJson(Buffer.from('"é"'))).toBe('é');
});

test('takes __proto__ for a property like any other', () => {
  const value = parseJson('{"__proto__":{"admin":true}}') as Record<string, unknown>;
  expect(Object.hasOwn(value, '__proto__')).toBe(true);
  expect(value.admin).toBeUndefined();
  expect(({} as Record<string, unknown>).admin).toBeUndefined();
});

test('takes 32 levels and refuses 33, however long the text', () => {
  expect(() => parseJson('['.repeat(32) + ']'.repeat(32))).not.toThrow();
  expect(() => parseJson('['.repeat(33) + ']'.repeat(33))).toThrow(/deeper than 32/);
  expect(() => parseJson('{"a":'.repeat(200_000))).toThrow(/deeper than 32/);
});

test.each([
  ['', /empty/],
  ['{"a":', /not JSON/],
  [Buffer.from([0x22, 0xc3, 0x28, 0x22]), /not UTF-8/],
])('refuses %p with a problem that says why', (source, message) => {
  expect(() => parseJson(source)).toThrow(Problem);
  expect(() => parseJson(source)).toThrow(message);
});
