import { tokenize } from './tokens.js';

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);

test('abbreviations keep their full stop, sentence ends do not', () => {
  expect(texts('Gen. Roe left on Oct. 7. He slept.')).toEqual([
    'Gen.',
    'Roe',
    'left',
    'on',
    'Oct.',
    '7',
    '.',
    'He',
    'slept',
    '.',
  ]);
  expect(texts('U.S. and U.K. officials')).toEqual(['U.S.', 'and', 'U.K.', 'officials']);
});

test('a possessive is a word of its own, a contraction is not', () => {
  expect(texts('Elm’s mayor doesn’t agree')).toEqual(['Elm', '’s', 'mayor', 'doesn’t', 'agree']);
  expect(texts("the river 's bank")).toEqual(['the', 'river', "'s", 'bank']);
});

test('numbers stay whole', () => {
  expect(texts('1,250,000 people, 3.5 percent, $40')).toEqual([
    '1,250,000',
    'people',
    ',',
    '3.5',
    'percent',
    ',',
    '$',
    '40',
  ]);
});

test('quotation marks say whether they open or close', () => {
  const marks = tokenize('She said, "yes," and “no”.').filter((token) => token.lower === '"');
  expect(marks.map((token) => token.type)).toEqual(['open', 'close', 'open', 'close']);
});

test('every token is exactly what the text has at its place', () => {
  const text = 'Ünïcode – “Ann Roe’s” 12,5 km 😀 (north-east) U.S.-led e\u0301';
  for (const token of tokenize(text))
    expect(text.slice(token.start, token.end)).toBe(
      token.text === '…' ? text.slice(token.start, token.end) : token.text,
    );
});

test('a stretch is cut from its own place', () => {
  const [first] = tokenize('one two three', 4, 7);
  expect(first).toMatchObject({ text: 'two', start: 4, end: 7 });
});

test('an opening mark where a quotation ends closes it', () => {
  const marks = (text: string) => tokenize(text).flatMap(({ lower, type }) => (lower === '"' ? [type] : []));
  expect(marks('“The quay is gone,“ said Ann Roe.')).toEqual(['open', 'close']);
  expect(marks('`` The quay is gone, `` said Ann Roe.')).toEqual(['open', 'close']);
  expect(marks('`` The quay is gone. ``')).toEqual(['open', 'close']);
  expect(marks('“The quay is gone. “And the bridge is, too.”')).toEqual(['open', 'open', 'close']);
  expect(marks('Ann Roe said, “the quay is gone.”')).toEqual(['open', 'close']);
});
