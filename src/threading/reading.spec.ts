import { articleOf } from '../../test/fixtures/threading-articles.js';
import { read, readBeginning } from './reading.js';

/** A word of its own for each number, with nothing that a stem loses. */
const wordOf = (i: number): string =>
  `q${[...i.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('')}zo`;
const paragraph = (i: number): string =>
  `${Array.from({ length: 30 }, (_, at) => wordOf(i * 30 + at)).join(' ')} ferry quay storm.`;
const long = articleOf('Ferry leaves', Array.from({ length: 40 }, (_, i) => paragraph(i)).join('\n'));

test('discovery reads how a report begins, tracked stories read all of it, in whatever order', () => {
  for (const order of [
    [read, readBeginning],
    [readBeginning, read],
  ]) {
    const article = { ...long };
    for (const reader of order) reader(article);
    const { passages, counts } = readBeginning(article);
    expect(passages.length).toBe(10);
    expect(counts.size).toBe(10 * 30 + 4);
    expect(read(article).passages).toHaveLength(40);
    expect(read(article).passages[0]).toBe(passages[0]);
  }
});

test('a short report is all beginning', () => {
  const article = articleOf('Ferry leaves', 'The ferry left.\nThe quay was empty.');
  expect(readBeginning(article).passages).toEqual(read(article).passages);
  expect(readBeginning(articleOf('Ferry leaves', '')).passages).toEqual([]);
});
