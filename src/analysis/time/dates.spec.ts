import { dayOf } from '../reading/calendar.js';
import { findDates } from './dates.js';
import { toResolved, type Direction } from './day-range.js';
import { tagTokens } from '../reading/tagger.js';
import { tokenize } from '../reading/tokens.js';

/** Read on Wednesday 14 June 2023. */
const dates = (text: string, direction: Direction = 'past', spoken?: number) => {
  const tokens = tokenize(text);
  tagTokens(tokens);
  return findDates(tokens, { today: dayOf(2023, 6, 14), ...(spoken ? { spoken } : {}) }).map((date) => {
    const { from, to, precision } = toResolved(date.resolve(direction)!);
    return `${date.relation} ${precision} ${from}${to === from ? '' : `..${to}`}`;
  });
};

test('several in one sentence, in order', () => {
  expect(dates('They met on Monday and again on June 2.')).toEqual([
    'at day 2023-06-12',
    'at day 2023-06-02',
  ]);
});

test('the preposition tells what the day is to the happening', () => {
  expect(dates('It has been shut since Friday.')).toEqual(['since day 2023-06-09']);
  expect(dates('It is shut until Friday.', 'future')).toEqual(['until day 2023-06-16']);
  expect(dates('after the May 2 storm')).toEqual(['of day 2023-05-02']);
  expect(dates("Monday's storm")).toEqual(['of day 2023-06-12']);
});

test('parts of the day belong to the expression', () => {
  expect(dates('It sank late Monday night off Elm.')).toEqual(['at day 2023-06-12']);
});

test('"that day" is the day last spoken of', () => {
  expect(dates('He left on June 2 and wrote later that day.')).toEqual([
    'at day 2023-06-02',
    'at day 2023-06-02',
  ]);
  expect(dates('Two days later he was back.', 'past', dayOf(2023, 6, 2))).toEqual(['at day 2023-06-04']);
});

test('clock times, ages and durations are no dates', () => {
  expect(dates('At 10:30 the man, 42, had waited six hours.')).toEqual([]);
});

test('a day after a happening with a day of its own is none', () => {
  expect(dates('It closed two weeks after the war was declared over in May.')).toEqual([
    'at month 2023-05-01..2023-05-31',
  ]);
  expect(dates('An hour later he was back.', 'past', dayOf(2023, 6, 2))).toEqual([]);
});

test('months from one to another are one stretch', () => {
  expect(dates('It fell between March and May.')).toEqual(['at range 2023-03-01..2023-05-31']);
  expect(dates('It fell from November to January.')).toEqual(['since range 2022-11-01..2023-01-31']);
});

test('the end of a name is no day', () => {
  expect(dates('He told Harbour Today that it sank.')).toEqual([]);
  expect(dates('Today it sank.')).toEqual(['at day 2023-06-14']);
});

test('a weekday before its date is one with it', () => {
  expect(dates('It sank on Saturday 6 May 2023 off Elm.')).toEqual(['at day 2023-05-06']);
  expect(dates('It sank on Saturday May 6 off Elm.')).toEqual(['at day 2023-05-06']);
  expect(dates('It sank today (6 May 2023) off Elm.')).toEqual(['at day 2023-05-06']);
});

test('months that are compared date nothing', () => {
  expect(dates('The hottest May and June on record left the woods dry.')).toEqual([]);
  expect(dates('It rained in April and May.')).toHaveLength(2);
});

test('"until at least" is until', () => {
  expect(dates('It is shut until at least Friday.', 'future')).toEqual(['until day 2023-06-16']);
});

test('a stretch from one day to another is one, and a month may say its year', () => {
  const only = (text: string) => {
    const tokens = tokenize(text);
    tagTokens(tokens);
    return findDates(tokens, { today: dayOf(2023, 6, 14) }).map(({ relation, resolve }) => {
      const { from, to } = toResolved(resolve('past')!);
      return `${relation} ${from}..${to}`;
    });
  };
  expect(only('The race ran from May 2 to June 3.')).toEqual(['at 2023-05-02..2023-06-03']);
  expect(only('It closed between Monday and Wednesday.')).toEqual(['at 2023-06-12..2023-06-14']);
  expect(only('The mill closed in May last year.')).toEqual(['at 2022-05-01..2022-05-31']);
  expect(only('The mill closed on 2 March last year.')).toEqual(['at 2022-03-02..2022-03-02']);
});

test('two days of one month', () => {
  expect(dates('It will be held between 11 and 15 August.', 'future')).toEqual([
    'at range 2023-08-11..2023-08-15',
  ]);
  expect(dates('It was held from 11 to 15 May.')).toEqual(['at range 2023-05-11..2023-05-15']);
});

test('"last June", said in June, is a year ago', () => {
  expect(dates('It closed last June.')).toEqual(['at month 2022-06-01..2022-06-30']);
  expect(dates('It closed last May.')).toEqual(['at month 2023-05-01..2023-05-31']);
});

test('a day that things are measured by dates nothing', () => {
  expect(dates('The well leaks less than three days ago.')).toEqual(['since day 2023-06-11']);
});

test('holidays and thirds of a year are dates, the day before one ends a sentence too', () => {
  expect(dates("He was held on New Year's Eve.")).toEqual(['at day 2022-12-31']);
  expect(dates('They recalled the Christmas Day flood.')).toEqual(['of day 2022-12-25']);
  expect(dates('It opened in early 2022.')).toEqual(['at range 2022-01-01..2022-04-30']);
  expect(dates('He had met her the day before.', 'past', dayOf(2023, 6, 2))).toEqual(['at day 2023-06-01']);
});

test('until the end of a month is until it', () => {
  expect(dates('It is paid for until the end of July.', 'future')).toEqual([
    'until month 2023-07-01..2023-07-31',
  ]);
  expect(dates('It closed at the end of May.')).toEqual(['at month 2023-05-01..2023-05-31']);
});

test('the past month is the one up to now, last month the one before', () => {
  expect(dates('It has rained within the past month.')).toEqual(['at range 2023-05-15..2023-06-14']);
  expect(dates('It rained last month.')).toEqual(['at month 2023-05-01..2023-05-31']);
});
