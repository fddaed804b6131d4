import { findDevelopments } from './developments.js';
import { parsedText } from '../spec-support.js';

/** Published on a Wednesday, 2023-06-14. */
const told = (text: string) => {
  const { reading, entities, sentences, attributions, words } = parsedText(text);
  return findDevelopments(reading, entities, sentences, attributions).map(
    (it) => `${it.date.from} ${it.status} ${words(it)}`,
  );
};

test('what was done next, in the paragraph of a day or right behind the lead, is of that day', () => {
  const raid = 'Soldiers closed the bridge on Monday.';
  expect(told(`${raid} A woman died when a bus overturned.`)).toContain(
    '2023-06-12 happened A woman died when a bus overturned.',
  );
  expect(told(`${raid}\n\nPolice arrested two men in Elm.`)).toContain(
    '2023-06-12 happened Police arrested two men in Elm.',
  );
  // Of no day: what was before, what only describes, what somebody says, and another paragraph's.
  expect(told(`${raid} A woman died years ago.`)).toHaveLength(1);
  expect(told(`${raid} A wall surrounded the town.`)).toHaveLength(1);
  expect(told(`${raid} A spokesman confirmed the closure.`)).toHaveLength(1);
  expect(told(`${raid} The sun shone.\n\nPolice arrested two men in Elm.`)).toHaveLength(1);
});

test('plans for how long, and of who takes over, are told by their day', () => {
  const ferry = 'The ferry sank on Monday.';
  expect(told(`${ferry} The strike is due to last until Saturday.`)[1]).toMatch(/^2023-06-17 planned/);
  expect(told(`${ferry} The owner will be replaced by Ann Roe, who starts on Friday.`)[1]).toMatch(
    /^2023-06-16 planned/,
  );
});

test('what has been put off is told by the day it is now for, "that meeting" too', () => {
  expect(told('The ferry sank on Monday. The annual meeting has been postponed until 24 June.')[1]).toMatch(
    /^2023-06-24 postponed/,
  );
  expect(told('The ferry sank on Monday. That meeting has been postponed until 24 June.')[1]).toMatch(
    /^2023-06-24 postponed/,
  );
});

test('an order is news, and a day before the verb is the verb’s', () => {
  expect(told('Some 9,000 people have been told to leave the valley of Elm.')[0]).toMatch(/^2023-06-14/);
  expect(
    told('Jon Orm yesterday intervened in the row over the papers of the ferry leaked to Elm.')[0],
  ).toMatch(/^2023-06-13/);
});

test('what only stands near the head of a report is not of its day when it speaks of a year', () => {
  expect(told('True to form, Ann Roe is here. Ann Roe presented the 2004 awards of Elm.')).toHaveLength(0);
  expect(told('True to form, Ann Roe is here. Ann Roe presented the awards of Elm.')).toHaveLength(1);
});

test('what names a day of something else is not dated by it', () => {
  const raid = 'Soldiers closed the bridge on Monday.';
  // The day of what was before, set between commas or behind "since", or that of a foul behind a perfect.
  expect(told(`${raid} Jon Orm, hurt following a fall in the spring of 2022, returned to Elm.`)).toHaveLength(
    1,
  );
  expect(
    told(`${raid} Orm, lame following a fall in early May, returned to the Elm team for a day.`),
  ).toHaveLength(1);
  expect(told(`${raid} The words were the first Orm spoke since a scuffle in Elm on 2 May.`)).toHaveLength(1);
  expect(told(`${raid} Jon Orm has been fined for two fouls on Ann Roe last weekend.`)).toHaveLength(1);
  // A quake that a match is for is not the match, whose day the report gives later.
  expect(
    told(
      "Elm's players held a match for victims of the Elm quake.\n\nThe town was razed by Tuesday's quake, officials said.",
    )[0],
  ).toMatch(/^2023-06-14/);
});

test('nothing happens where nobody comments or fears only mount', () => {
  expect(told('The navy said on Monday that it was unable to comment.')).toHaveLength(0);
  expect(told('There are mounting fears for 40 crews in Elm.')).toHaveLength(0);
});

test('a verb that says nothing of what happened does not make two things one', () => {
  const text = 'The board of Elm took action on Monday. The harbour took a blow in the flood.';
  expect(told(text)).toHaveLength(1);
});

test('a plan has the day in the words that only describe it, a raid that of the words behind where it was', () => {
  const ferry = 'The ferry sank on Monday.';
  expect(
    told(`${ferry} Elections in Elm, which are planned for 24 June, will be held on a party basis.`)[1],
  ).toMatch(/^2023-06-24 planned/);
  expect(
    told(
      `${ferry} The search is the second in a week following a similar raid at the clinic of Elm on 7 June.`,
    )[1],
  ).toMatch(/^2023-06-07 happened a similar raid at the clinic of Elm on 7 June/);
});

test('what came out on a day is told by that day, and so is a second sentence that tells as the first does', () => {
  expect(
    told('A report by the Elm group released on Monday suggests the quay is too old to stand.')[0],
  ).toMatch(/^2023-06-12 happened A report/);
  expect(told('Papers leaked to Ann Roe suggest the quay is too old to stand.')).toHaveLength(0);
  expect(
    told('The quay of Elm has been cleared. The mayor of Elm has handed over the harbour to Orm Lines.'),
  ).toHaveLength(2);
  expect(
    told('The quay of Elm was cleared on Monday. The mayor of Elm has handed over the harbour.'),
  ).toHaveLength(1);
});

test('an hour goes on with the day told last', () => {
  expect(
    told('The ferry left Elm on Monday. The sea was rough. The crew surrendered at 6 p.m. and was arrested.'),
  ).toContain('2023-06-12 happened The crew surrendered at 6 p.m. and was arrested.');
});

test('a verb behind a number or "more than" is read, "next May" is to come, and a title is no morning', () => {
  expect(
    told('The ferry sank on Monday. A quake of 6.1 struck southern Norway in April near the port of Elm.')[1],
  ).toMatch(/^2023-04-01/);
  expect(told('The number of crews in Elm has more than doubled over the past year.')).toHaveLength(1);
  expect(
    told('The ferry sank on Monday. Talks took place about closing the Elm quay next May.'),
  ).toHaveLength(1);
  expect(
    told('The ferry sank on Monday. The town is old. She was featured on Elm This Morning with Ann Roe.'),
  ).toHaveLength(1);
});

test('what is called off has the day it was planned for, whoever says so on whatever day', () => {
  for (const text of [
    'Ann Roe called off her meeting with Orm Lines in Bergen, due on 24 June, her office said on Monday.',
    'Ann Roe called off the meeting planned for 24 June, her office said on Monday.',
    'Ann Roe called off the meeting scheduled for 24 June.',
  ])
    expect(told(text)[0]).toMatch(/^2023-06-24 cancelled/);
});

test('who is suspended is no plan put off; what has been done is not of a month gone by', () => {
  const ferry = 'The ferry sank on Monday.';
  expect(told(`${ferry} Two officials who led the harbour programme were suspended on Tuesday.`)[1]).toMatch(
    /^2023-06-13 happened/,
  );
  expect(told(`${ferry} The harbour programme of Elm was suspended on Tuesday.`)[1]).toMatch(
    /^2023-06-13 postponed/,
  );
  expect(
    told(`${ferry} A captain charged over the wreck in April has returned to work in Elm.`),
  ).toHaveLength(1);
});

test('a day before a number, and in what is only named, dates its happening', () => {
  const ferry = 'The ferry sank on Saturday.';
  expect(told(`${ferry} On Sunday 40 of them were arrested, and a sailor was hurt.`)).toContain(
    '2023-06-11 happened On Sunday 40 of them were arrested, and a sailor was hurt.',
  );
  expect(told(`${ferry} The owner of the ferry was taken into custody.`)[1]).toMatch(/^2023-06-10/);
  expect(told(`${ferry} The theft of the map on 14 May 2013 was one of the boldest so far.`)[1]).toMatch(
    /^2013-05-14/,
  );
  expect(told(`${ferry} Last night there were several small tremors in Elm.`)[1]).toMatch(/^2023-06-13/);
});
