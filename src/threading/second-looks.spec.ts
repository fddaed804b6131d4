import { SecondLooks } from './second-looks.js';

const DAY = 86_400_000;

test('a story is due two days of news after its last article, the one that waits longest first', () => {
  const looks = new SecondLooks(new Map());
  looks.defer('b', 10 * DAY);
  looks.defer('a', 10 * DAY);
  looks.defer('old', 9 * DAY);
  looks.defer('late', 10 * DAY);
  looks.defer('late', 11 * DAY);
  expect(looks.take(10 * DAY)).toEqual([]);
  expect(looks.take(12 * DAY)).toEqual(['old', 'a', 'b']);
  expect(looks.take(12 * DAY)).toEqual([]);
  expect(looks.take(13 * DAY)).toEqual(['late']);
});

test('a story that stands by itself is not looked at', () => {
  const looks = new SecondLooks(new Map());
  looks.defer('grown', 1 * DAY);
  looks.settle('grown');
  looks.settle('never-there');
  expect(looks.take(9 * DAY)).toEqual([]);
});

test('many are looked at over several articles, and none is forgotten', () => {
  const looks = new SecondLooks(new Map());
  for (let i = 0; i < 450; i++) looks.defer(`story-${String(i).padStart(3, '0')}`, 0);
  const turns = [1, 2, 3, 4].map(() => looks.take(2 * DAY));
  expect(turns.map(({ length }) => length)).toEqual([200, 200, 50, 0]);
  expect(new Set(turns.flat()).size).toBe(450);
});
