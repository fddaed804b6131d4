import { quotedOn, quotedSpans } from './quotes.js';
import { tokenize } from './tokens.js';

const quoted = (text: string): string[] =>
  quotedSpans(tokenize(text)).map(({ start, end }) => text.slice(start, end));

test('finds what stands between double marks, straight and curly', () => {
  expect(quoted('He said "go now" and “stay here”.')).toEqual(['go now', 'stay here']);
});

test('a mark left open runs to the end, a stray closing one is ignored', () => {
  expect(quoted('“We go on.')).toEqual(['We go on.']);
  expect(quoted('the plan," she said')).toEqual([]);
});

test('a quotation in single marks inside one in double marks is part of it', () => {
  expect(quoted('“They say, ‘Go now.’ We stay,” he said.')).toEqual(['They say, ‘Go now.’ We stay,']);
  expect(quoted('‘They say, “go now”,’ he said.')).toHaveLength(1);
});

test('marks the words inside', () => {
  const tokens = tokenize('A “b c” d');
  quotedSpans(tokens);
  expect(tokens.filter((token) => token.quoted).map((token) => token.text)).toEqual(['b', 'c']);
});

test('a quotation goes on over lines until it is closed, not where the next opens anew', () => {
  const lines = (text: string) => quotedOn(text.split('\n').map((line) => tokenize(line)));
  expect(lines('“The quay is closed.\nThe bridge is too,” he said.\nThey left.')).toEqual([
    false,
    true,
    false,
  ]);
  expect(lines('“The quay is closed.\n“The bridge is too,” he said.')).toEqual([false, false]);
});
