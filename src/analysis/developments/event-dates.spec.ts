import { toResolved } from '../time/day-range.js';
import { dateOf } from './event-dates.js';
import { parsedText } from '../spec-support.js';

const dateIn = (text: string, status: 'happened' | 'planned' = 'happened'): string | undefined => {
  const { sentences, reading } = parsedText(text);
  const parsed = sentences.at(-1)!;
  const main = parsed.clauses.find(({ kind }) => kind === 'main')!;
  const { when } = dateOf(parsed, main, status, reading, []);
  return when && toResolved(when).from;
};

test.each([
  ['The ferry sank on Monday.', '2023-06-12'],
  ['On Monday the ferry sank.', '2023-06-12'],
  ['The visit on Monday ended badly.', '2023-06-12'],
  ['The board rejected a plan, handed to the mayor last week, that would close the quay.', undefined],
  ['The quay had no boats since Monday.', undefined],
  ['The crew recovered after the May 2 storm.', undefined],
  ['The ferry sank in 2019.', undefined],
  ['Tensions rose over the past 15 years.', undefined],
  ['Kari Vold, 32, fell while climbing to a hut on Monday.', '2023-06-12'],
  ['The ferry sank, drowning four sailors on Monday.', '2023-06-12'],
  ['The ferry left as planned on Monday.', '2023-06-12'],
  ['Trucks began entering the town on Monday.', '2023-06-12'],
  ['The board rejected a plan calling for talks on Monday.', undefined],
  ['The search for the crew continued on Monday.', '2023-06-12'],
  ['The crews told their story in a June 2 meeting with the board.', '2023-06-02'],
  ['The board has agreed to meet the crews on Monday.', undefined],
  ['The board invited the crews to come on Monday.', undefined],
  ['The old sailor died after suffering a fall at the quay on Monday.', '2023-06-12'],
  ['Kari Vold rode her bike around the park on Monday to raise money.', '2023-06-12'],
  ["After Monday's storm, the ferry sank.", undefined],
  ["Monday's storm sank the ferry.", '2023-06-12'],
  ['The talks, first due on Sunday, were held on Monday.', '2023-06-12'],
])('%s → %s', (text, day) => expect(dateIn(text)).toBe(day));

test('what is planned lies ahead', () => {
  expect(dateIn('The ferry will sail on Friday.', 'planned')).toBe('2023-06-16');
  expect(
    dateIn('Kari Vold will resume talking with Brisk about leaving the board on Friday.', 'planned'),
  ).toBe('2023-06-16');
  expect(dateIn('The trial will begin, as scheduled, on 24 June.', 'planned')).toBe('2023-06-24');
});

test('a timetable tells of a day to come, not of a season', () => {
  expect(dateIn('The trial opens on Friday.', 'planned')).toBe('2023-06-16');
  expect(dateIn('The old chapel reopens today.', 'planned')).toBe('2023-06-14');
  expect(dateIn('The season opens in May.', 'planned')).toBeUndefined();
});

test('a plan may be for a year that is near, or to be done by a day', () => {
  expect(dateIn('The quay will be rebuilt next year.', 'planned')).toBe('2024-01-01');
  expect(dateIn('The quay will be rebuilt in 2035.', 'planned')).toBeUndefined();
  expect(dateIn('The quay will be rebuilt by Friday.', 'planned')).toBe('2023-06-16');
  expect(dateIn('The next hearing will not begin until Friday.', 'planned')).toBe('2023-06-16');
  expect(dateIn('The quay will stay shut until Friday.', 'planned')).toBeUndefined();
});

test('a plan after "and" lends what is told no day', () => {
  expect(dateIn('Elm improved to fifth and travels to play Bergen on Friday.', 'happened')).toBeUndefined();
});

test('the day of a thing that is only named dates nothing', () => {
  expect(dateIn('The mayor defended the treaty of May 2.')).toBeUndefined();
  expect(dateIn("Survivors of Monday's fire met in Bergen.")).toBeUndefined();
  expect(dateIn('The widows of the ferry disaster of May 2 met in Bergen.')).toBeUndefined();
  expect(dateIn('The storm of May 2 sank the ferry.')).toBe('2023-05-02');
  expect(dateIn('The ferry sank in the great storm of May 2.')).toBe('2023-05-02');
  expect(dateIn('The ferry sank on the night of May 2.')).toBe('2023-05-02');
  expect(dateIn('Forty crews entered a race scheduled for May.')).toBeUndefined();
});

test('the day that opens a sentence is that of its own verb, past a description', () => {
  expect(dateIn('On Monday the mayor - who was ill in May - met the crews.')).toBe('2023-06-12');
});

test('what was set to happen is told of a day to come only', () => {
  expect(dateIn('The quay was set to close on Thursday.', 'planned')).toBe('2023-06-15');
  expect(dateIn('The quay was set to close on Wednesday.', 'planned')).toBe('2023-06-14');
  expect(dateIn('The quay was set to close on Monday.', 'planned')).toBeUndefined();
  expect(dateIn('The quay was set to close on 2 June.', 'planned')).toBeUndefined();
});

test('what was before dates nothing', () => {
  expect(dateIn('Despite this warning last month, the board closed the quay.')).toBeUndefined();
  expect(dateIn('Despite the storm, the board met last month.')).toBe('2023-05-01');
});

test('what has lasted since a day, or come since, is told from then to now', () => {
  const { sentences, reading } = parsedText('The quay has been shut since Monday.');
  const { when } = dateOf(sentences[0]!, sentences[0]!.clauses[0]!, 'happened', reading, []);
  expect(toResolved(when!)).toEqual({ from: '2023-06-12', to: '2023-06-14', precision: 'range' });
  expect(dateIn('The boats will be sold from July 3.', 'planned')).toBe('2023-07-03');
  expect(dateIn('The quay has not been shut since Monday.')).toBeUndefined();
});

test('a thing done to somebody by a happening, or done at one, is of its day', () => {
  expect(dateIn("The old mill was razed by Monday's fire.")).toBe('2023-06-12');
  expect(dateIn("The Elm side won Sunday's final on penalties.")).toBe('2023-06-11');
  expect(dateIn("The mayor condemned Monday's raid.")).toBeUndefined();
});

test('the day of what somebody was doing is that of what they did', () => {
  expect(dateIn('A lawyer for a sailor facing two charges today blamed the captain.')).toBe('2023-06-14');
  expect(dateIn('Speaking on Monday, the mayor blamed the captain.')).toBe('2023-06-12');
  expect(dateIn('The boats sold on Monday sank.')).toBeUndefined();
});

test('a part of a year or of this year dates what happened', () => {
  expect(dateIn('The mill closed in early 2023.')).toBe('2023-01-01');
  expect(dateIn('The mill was fined earlier this year.')).toBe('2023-01-01');
  expect(dateIn('The mill was fined last year.')).toBeUndefined();
  expect(dateIn('The mayor cancelled a trip to Oslo later in the month.', 'planned')).toBe('2023-06-14');
});

test('what is put off to a day is told by the day it is now for', () => {
  const day = (text: string) => {
    const { sentences, reading } = parsedText(text);
    const main = sentences.at(-1)!.clauses.find(({ kind }) => kind === 'main')!;
    const { when } = dateOf(sentences.at(-1)!, main, 'postponed', reading, []);
    return when && toResolved(when).from;
  };
  expect(day('The captain is ill. The trial has been postponed until September.')).toBe('2023-09-01');
  expect(day('The mayor is ill. The vote was put off to Friday.')).toBe('2023-06-16');
  expect(day("Monday's vote was put off.")).toBe('2023-06-12');
  expect(day('A judge has put off the trial until September.')).toBeUndefined();
});
