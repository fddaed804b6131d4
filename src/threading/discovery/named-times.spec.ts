import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { articleTimes, timesFactor, withTimes } from './named-times.js';
import { StoryIndex } from '../ruleset.js';

const at = Date.parse('2031-05-07T12:00:00Z');
const day = (date: string): number => Date.parse(date) / 86_400_000;

test.each([
  'Posted on January 5, 2029, 3:37 PM',
  'Jan. 5 2029 | Last updated at 22:46',
  'Published on Friday, 5 January 2029',
  'on the 5th of January, 2029',
  '2029-01-05 09:00',
])('reads the day of %j', (text) => {
  expect(articleTimes(text, at)).toEqual({ days: [day('2029-01-05')], years: [2029], leadYears: [2029] });
});

test('the day and the year of publication go without saying', () => {
  expect(articleTimes('May 6, 2031. The council met.', at)).toEqual({ days: [], years: [], leadYears: [] });
});

test('a year told far down is no year that the report is about', () => {
  const text = `The council met. ${'It talked on. '.repeat(40)} The hall is of 1998.`;
  expect(articleTimes(text, at)).toEqual({ days: [], years: [1998], leadYears: [] });
});

test('the same day counts for a story, other years against it, and neither where none is named', () => {
  const story = withTimes(undefined, articleTimes('June 3, 2029: the dam broke.', at));
  expect(timesFactor(articleTimes('On June 4, 2029 the dam broke.', at), story)).toBeGreaterThan(1);
  expect(timesFactor(articleTimes('In 2024 the dam broke.', at), story)).toBeLessThan(1);
  expect(timesFactor(articleTimes('The dam broke.', at), story)).toBe(1);
  expect(timesFactor(articleTimes('In 2024 the dam broke.', at), undefined)).toBe(1);
});

test('what a story keeps stays small', () => {
  let story = withTimes(undefined, articleTimes('In 1900', at));
  for (let year = 1901; year < 2000; year++) story = withTimes(story, articleTimes(`In ${year}`, at));
  expect(story!.years.length).toBeLessThan(50);
  expect(story!.years).toContain(1999);
});

test('of two quakes in one place the one of the day named is meant', () => {
  const index = new StoryIndex();
  const quake = (date: string): string =>
    `Quake shakes Tessary\n${date}. An earthquake shook the Tessary valley and brought down houses, mayor Faal said.`;
  index.open('first', articleOf('Quake shakes Tessary', quake('March 2, 2021')));
  index.open('second', articleOf('Quake shakes Tessary', quake('October 9, 2027')));
  const report = 'Houses fell in the Tessary valley when the quake came, said Faal.';
  const nearest = (date: string) =>
    index.nearest(articleOf('Tessary counts its damage', `${date}. ${report}`))?.storyId;
  expect(nearest('March 3, 2021')).toBe('first');
  expect(nearest('October 10, 2027')).toBe('second');
});

test('a story that names no times has none in its sketch, and a loaded one decides alike', () => {
  const index = new StoryIndex();
  index.open('plain', articleOf('Dockers walk out', 'The dockers of Velmund stopped work.'));
  index.open('dated', articleOf('Dam breaks', 'June 3, 2021. The dam of Ostrel broke.'));
  expect(index.snapshot('plain')).not.toHaveProperty('times');
  const loaded = new StoryIndex();
  loaded.load([index.snapshot('plain'), index.snapshot('dated')]);
  expect(loaded.snapshot('dated')).toEqual(index.snapshot('dated'));
  const later = articleOf('Ostrel dam broke', 'On June 4, 2021 the dam of Ostrel broke further.');
  expect(loaded.nearest(later)).toEqual(index.nearest(later));
});
