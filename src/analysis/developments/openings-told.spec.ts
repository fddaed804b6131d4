import { findDevelopments } from './developments.js';
import { parsedText } from '../spec-support.js';

const told = (text: string) => {
  const { reading, entities, sentences, attributions, words } = parsedText(text);
  return findDevelopments(reading, entities, sentences, attributions).map((it) => ({
    date: it.date,
    status: it.status,
    salience: it.salience,
    text: words(it),
  }));
};

test('a report may open with how things stand: of the day of what happened, or of its own', () => {
  const days = (text: string) => told(text).map(({ date }) => date.from);
  expect(days('A man is dead after a crash off Elm on Monday.')).toEqual(['2023-06-12']);
  expect(days('A man is dead after a crash off Elm.')).toEqual(['2023-06-14']);
  expect(days('Two sailors are missing after their boat sank off Elm on Monday.')).toEqual(['2023-06-12']);
  expect(days('Crews are searching for two sailors off Elm.')).toEqual(['2023-06-14']);
  expect(days('The old quay of Elm is growing older.')).toHaveLength(0);
  expect(days('Elm is a quiet town. A man is missing after a crash.')).toHaveLength(0);
});

test('what has been asked or claimed opens a report on the day of it', () => {
  expect(told('The mayor of Elm has asked a judge to close the quay.')).toMatchObject([
    { date: { from: '2023-06-14' } },
  ]);
});

test('what is only named is told where nothing else is of its day', () => {
  const text = "The quay of Elm is shut after Monday's fire at the old mill.";
  expect(told(text).map(({ text }) => text)).toContain("Monday's fire at the old mill");
  expect(told(`${text} The mill in Elm burned down on Monday.`).map(({ text }) => text)).not.toContain(
    "Monday's fire at the old mill",
  );
});

test('what was done weeks after something else is of no day', () => {
  expect(told('Four weeks after the flood, the mayor of Elm saw no need to leave.')).toHaveLength(0);
});

test('what shortly goes on about a lead with one day is of that day', () => {
  const days = (text: string) => told(text).map(({ date }) => date.from);
  expect(
    days(
      'Four men robbed a shop in Elm on Monday. Two of the men fled by boat. The weather in Elm turned bad.',
    ),
  ).toEqual(['2023-06-12', '2023-06-12']);
  expect(days('Four men robbed a shop in Elm on Monday. The men had robbed a bank.')).toEqual(['2023-06-12']);
  expect(days('Four men have been charged in Elm, police said on Monday. The men robbed a shop.')).toEqual([
    '2023-06-12',
  ]);
  expect(
    days('Elm spent Monday in talk of the fight of Sunday. The crews hit each other in the fight.'),
  ).not.toContain('2023-06-14');
});

test('"it" with a day of its own is told behind the sentence that says what it is', () => {
  expect(
    told('The town is calm. The Elm Regatta is the oldest race of all. It will be held on Saturday.').map(
      ({ text, date }) => [date.from, text],
    ),
  ).toEqual([['2023-06-17', 'The Elm Regatta is the oldest race of all. It will be held on Saturday.']]);
});

test('what is told in the present without a day counts less than what has one', () => {
  const [vivid] = told('A court in Elm clears the captain of the Aurora.');
  const [dated] = told('A court in Elm cleared the captain of the Aurora on Monday.');
  expect(vivid!.salience).toBeLessThan(dated!.salience - 0.2);
});

test('a lead of two halves may have been asked for in the second', () => {
  expect(told('The quay of Elm is old, and the mayor of Elm has asked a judge to close it.')).toMatchObject([
    { date: { from: '2023-06-14' } },
  ]);
});

test('what an outlet has learned is no news of its own', () => {
  expect(
    told('The Brisk side do not believe they are out of the race for Jon Orm, Radio Elm has learned.'),
  ).toHaveLength(0);
});
