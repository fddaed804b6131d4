import { draftsOf } from './drafts.js';
import { parsedText } from '../spec-support.js';

const drafts = (text: string) => {
  const { sentences, attributions, reading } = parsedText(text);
  return sentences.flatMap((parsed) =>
    draftsOf(parsed, attributions.get(parsed.sentence.index) ?? [], reading).map(
      ({ from, to, happening }) => [
        happening.status,
        text.slice(parsed.tokens[from]!.start, parsed.tokens[to - 1]!.end),
      ],
    ),
  );
};

test('a trailing source is cut, a leading one where what is said can stand alone', () => {
  expect(drafts('The ferry sank on Monday near Elm, two harbour officials said.')).toEqual([
    ['happened', 'The ferry sank on Monday near Elm'],
  ]);
  expect(drafts('Officials said Norway sent three boats on Monday to help.')).toEqual([
    ['happened', 'Norway sent three boats on Monday to help.'],
  ]);
});

test('of two things said to have happened the first one is told, with its day', () => {
  expect(drafts('Officials said Jon Orm took the ferry on Monday and then sank it off Elm.')).toEqual([
    ['happened', 'Jon Orm took the ferry on Monday and then sank it off Elm.'],
  ]);
});

test('what happened when something else did has its day', () => {
  expect(drafts('At least nine sailors died when the ferry sank on Monday, two officials said.')).toEqual([
    ['happened', 'At least nine sailors died when the ferry sank on Monday'],
  ]);
});

test('a plan undone is the news of its sentence', () => {
  expect(drafts('The vote was first scheduled last week but was cancelled by the mayor.')[0]![0]).toBe(
    'cancelled',
  );
});

test('a clause with a day of its own is told beside the sentence', () => {
  expect(
    drafts('The vote on Tuesday was cancelled after the old bridge fell into the river on June 5.').map(
      ([, text]) => text,
    ),
  ).toEqual([
    'The vote on Tuesday was cancelled after the old bridge fell into the river on June 5.',
    'the old bridge fell into the river on June 5.',
  ]);
});

test('what somebody named says on a stated day is done by saying it, what the unnamed say is not', () => {
  expect(drafts('Mayor Kari Vold told the board on Monday that the quay is unsafe.')).toHaveLength(1);
  expect(drafts('Two officials told the board on Monday that the quay is unsafe.')).toHaveLength(0);
});

test('what is said last is news of the day it was said, where the rest has none', () => {
  expect(drafts('The quay is to close for a year, Mayor Kari Vold said on Monday.')).toEqual([
    ['happened', 'The quay is to close for a year, Mayor Kari Vold said on Monday.'],
  ]);
  expect(drafts('The quay closed on Sunday, Mayor Kari Vold said on Monday.')).toEqual([
    ['happened', 'The quay closed on Sunday'],
  ]);
  expect(drafts('It rained. The quay could close for a year, two officials said on Monday.')).toHaveLength(0);
});

test('what a relative clause tells with a day of its own, from the name it is about', () => {
  expect(
    drafts('The quay is named for Anton Weller, who died off Elm in May.').map(([, text]) => text),
  ).toEqual(['Anton Weller, who died off Elm in May.']);
  expect(
    drafts('The quay is near the chapel, where the old mayor was buried last May.').map(([, text]) => text),
  ).toEqual(['the old mayor was buried last May.']);
  expect(drafts('The quay is named for a sailor who died off Elm in May.')).toHaveLength(0);
});

test('a day before "when" is that of what happened then', () => {
  expect(drafts('Sailors still speak of the fire on May 2 when the ferry Aurora sank.')).toEqual([
    ['happened', 'the ferry Aurora sank.'],
  ]);
});

test('while something else went on, on a day, is on that day', () => {
  expect(drafts('Jon Orm seized the boat as it was leaving the old quay on Monday.')).toEqual([
    ['happened', 'Jon Orm seized the boat as it was leaving the old quay on Monday.'],
  ]);
});

test('what is planned for when something else is, on a day, is for that day', () => {
  const { sentences, reading } = parsedText(
    'The board is expected to ask for a boat when it speaks on Friday.',
  );
  expect(draftsOf(sentences[0]!, [], reading)[0]!.expression).toBeDefined();
});

test('nothing is planned while it hangs on an "if"', () => {
  expect(drafts('If the board agrees, the quay will close on Friday.')).toHaveLength(0);
});

test('a happening described with its day is told in passing', () => {
  expect(drafts('The mayor was blamed after the May 2 ferry fire that killed nine sailors.').at(-1)).toEqual([
    'happened',
    'the May 2 ferry fire that killed nine sailors.',
  ]);
  expect(drafts('The town is poor since the great storm which struck Elm on 2 May.').at(-1)).toEqual([
    'happened',
    'the great storm which struck Elm on 2 May.',
  ]);
  expect(drafts('Seats for the race, which takes place on 8 July, are sold out.')).toEqual([
    ['planned', 'the race, which takes place on 8 July'],
  ]);
});

test('the phrase may have a name in it', () => {
  expect(drafts('Shares fell after the Gulf of Elm ferry disaster, which began in May.').at(-1)).toEqual([
    'happened',
    'the Gulf of Elm ferry disaster, which began in May.',
  ]);
});

test('lines for the readers of a page and halves of sentences tell nothing', () => {
  expect(drafts('This file photo shows the ferry that sank off Elm on Monday.')).toHaveLength(0);
  expect(drafts('Letters went on Monday to letters@elm.example for the mayor.')).toHaveLength(0);
  expect(drafts(', a friend of the mayor, left the town on Monday.')).toHaveLength(0);
});

test('"which" is not always about the name before it', () => {
  expect(drafts('Sailors await the trial of Jon Orm, which is due to begin next week.')).toHaveLength(0);
  expect(drafts('The mayor told a conference that she will sail to Elm on Friday.')).toEqual([
    ['planned', 'The mayor told a conference that she will sail to Elm on Friday.'],
  ]);
});

test('a plan made known without a day is told by the day it is for', () => {
  expect(drafts('The board has confirmed it will meet the crews on Friday.')).toEqual([
    ['planned', 'The board has confirmed it will meet the crews on Friday.'],
  ]);
  expect(drafts('The board has confirmed it met the crews on Monday.')).not.toContainEqual(
    expect.arrayContaining(['planned']),
  );
});

test('diaries and comments, told by those who write them, are no news', () => {
  expect(drafts('This morning our crew left Elm with blankets for the island.')).toHaveLength(0);
  expect(drafts('On Monday I saw the ferry sink off Elm.')).toHaveLength(0);
  expect(drafts('U.S. crews left Elm on Monday, and the US will send more.')).toHaveLength(1);
  expect(drafts('US divers reached the ferry off Elm on Monday.')).toHaveLength(1);
});

test('a second thing done on a day of its own is told too', () => {
  const text = 'The Orm Star left Elm on Monday and reached Oslo on Tuesday.';
  expect(drafts(text).map(([, told]) => told)).toEqual([text, text]);
  expect(
    drafts('Smoke has been rising since a tanker owned by Orm Lines burned on Monday and sank on Tuesday.'),
  ).toHaveLength(3);
});

test('what is to go on in the present on a day to come is planned', () => {
  expect(drafts('On Saturday the club is holding a boat race.')).toEqual([
    ['planned', 'On Saturday the club is holding a boat race.'],
  ]);
});

test('a thing is told with what it did, or what was done to it, on a day', () => {
  expect(
    drafts('The gunmen who raided the bank on Monday are still unknown.').map(([, text]) => text),
  ).toEqual(['The gunmen who raided the bank on Monday']);
  expect(
    drafts('The figures, which Orm Lines released on Monday, include the tow.').map(([, text]) => text),
  ).toEqual(['The figures, which Orm Lines released on Monday']);
});

test('what somebody said would be, on a day to come, is planned', () => {
  const plan = 'Mayor Kari Vold said she would meet the owners on Friday.';
  expect(drafts(plan)).toEqual([['planned', plan]]);
  expect(drafts('Mayor Kari Vold said she would have met the owners on Friday.')).toHaveLength(0);
  expect(
    drafts('Mayor Kari Vold said crews found a box that would hold a boat on Friday.').map(
      ([status]) => status,
    ),
  ).not.toContain('planned');
  expect(drafts('Mayor Kari Vold said she would meet the owners if they came on Friday.')).toHaveLength(0);
});

test('how things stood when something happened is of that day', () => {
  expect(drafts('The ferry had been burning for a day when it sank on Monday near Elm.')).toEqual([
    ['happened', 'The ferry had been burning for a day when it sank on Monday near Elm.'],
  ]);
  expect(drafts('Crews were still searching as the storm hit the coast on Monday near Elm.')).toEqual([
    ['happened', 'Crews were still searching as the storm hit the coast on Monday near Elm.'],
  ]);
  expect(drafts('When police arrested two men on Monday night, they were on a boat.')).toEqual([
    ['happened', 'police arrested two men on Monday night'],
  ]);
});
