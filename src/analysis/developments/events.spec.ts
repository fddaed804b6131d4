import { definiteEvents, eventFamily, happeningOf } from './events.js';
import { parsedText } from '../spec-support.js';

const status = (text: string): string | undefined => {
  const [parsed] = parsedText(text).sentences;
  const main = parsed!.clauses.find(({ kind }) => kind === 'main');
  return main && happeningOf(parsed!.tokens, main)?.status;
};

test.each([
  ['The ferry sank on Monday.', 'happened'],
  ['The ferry will sail on Friday.', 'planned'],
  ['The ferry is due to sail on Friday.', 'planned'],
  ['The ferry is also due to sail on Friday.', 'planned'],
  ['The trial opens on Friday.', 'planned'],
  ['The next hearing is on Friday.', 'planned'],
  ['Jon Orm will appear in court on Friday.', 'planned'],
  ['A vote is scheduled for Friday.', 'planned'],
  ['The vote was cancelled on Monday.', 'cancelled'],
  ['The board postponed the vote.', 'postponed'],
  ['The board held its postponed vote.', 'happened'],
  ['The board called off the vote.', 'cancelled'],
  ['The board announced a new quay.', 'happened'],
  ['The board agreed to reschedule the vote.', 'happened'],
  ['The board agreed to postpone the vote.', 'postponed'],
  ['The vote was rescheduled for May.', 'postponed'],
  ['The crews abandoned their homes.', 'happened'],
  ['The board abandoned its plans for a quay.', 'cancelled'],
  ['The search for the crew continued.', 'happened'],
  ['The board considered a new quay.', 'happened'],
  ['The talks have been deadlocked for weeks.', 'happened'],
])('%s → %s', (text, expected) => expect(status(text)).toBe(expected));

test.each([
  'The quay is old.',
  'The board wants a new quay.',
  'The ferry could sail on Friday.',
  'The mayor said the quay is old.',
  'The vote was scheduled for Friday.',
])('nothing happens in: %s', (text) => expect(status(text)).toBeUndefined());

test('"the talks" are spoken of again, "talks" may be new', () => {
  const [parsed] = parsedText('The talks ended after talks in Elm.').sentences;
  expect(definiteEvents(parsed!.tokens, 0)).toEqual(['talks']);
  expect(eventFamily('talks')).toBe(eventFamily('meeting'));
});

test('what claims lives or is reported somewhere happens', () => {
  expect(status('A fire in Elm claimed at least six lives.')).toBe('happened');
  expect(status('A third case was reported in Elm.')).toBe('happened');
  expect(status('It was reported in Elm that the mayor left.')).toBeUndefined();
  expect(status('The mayor was reported to have left.')).toBeUndefined();
  expect(status('A hearing on Friday will consider the charge.')).toBe('planned');
});

test('what was set to happen is a plan, unless the sentence tells what came between', () => {
  expect(status('The vote was set to begin on Friday.')).toBe('planned');
  expect(status('The crews were due to meet on Friday.')).toBe('planned');
  expect(status('The vote was set to begin on Friday until the storm came.')).toBeUndefined();
});

test('a caption that says what is seen opens no report', () => {
  expect(status('Flames are captured by a camera on the quay.')).toBeUndefined();
});

test('a plan set for a day, what companies report, and what follows something else', () => {
  expect(status('The next hearing has been set for 5 April.')).toBe('planned');
  expect(status('The Elm Line reported a record loss last week.')).toBe('happened');
  expect(status('The Elm Post reported the storm last week.')).toBeUndefined();
  expect(status('The outcry follows a vote in Bergen on Monday.')).toBe('happened');
  expect(status('The crews had been expecting to rest this week.')).toBeUndefined();
});

test('a guess at what is done is no plan', () => {
  expect(status('Dozens are expected to have left Elm.')).toBeUndefined();
});

test('who was somewhere on a day, and what there was', () => {
  expect(status('Jon Orm appeared in court on Monday.')).toBe('happened');
  expect(status('Jon Orm was in court on Monday.')).toBe('happened');
  expect(status('On Saturday there was a regatta off Elm.')).toBe('happened');
  expect(status('A version appeared on p19 on Monday.')).toBeUndefined();
  expect(status('Jon Orm appeared calm on Monday.')).toBeUndefined();
  expect(status('There was a chapel in Elm.')).toBeUndefined();
});

test('letters and testimony are done by writing and giving them', () => {
  expect(status('The owners last week wrote a letter to the board.')).toBe('happened');
  expect(status('The mayor wrote an Elm Post article about the quay.')).toBe('happened');
  expect(status('The old mayor testified before the board on Monday.')).toBe('happened');
});

test('what is not to be before a day is planned for it, and who is due back is due', () => {
  expect(status('The tunnel is not expected to open until May.')).toBe('planned');
  expect(status('The tunnel is not expected to open.')).not.toBe('planned');
  expect(status('Jon Orm is due back in court in April.')).toBe('planned');
});

test('news told in the present, done or suffered, but no habit', () => {
  expect(status('The mayor announces a ban on fishing.')).toBe('happened');
  expect(status('Two sailors are convicted of theft in the most watched trial of Elm.')).toBe('happened');
  expect(status('The mayor unveils the new quay.')).toBe('happened');
  expect(status('The mayor says the quay is old.')).toBeUndefined();
  expect(status('Most sailors visit the new quay.')).toBeUndefined();
  expect(status('The mayor visits the quay every year.')).toBeUndefined();
  expect(status('The tickets are sold out.')).toBeUndefined();
});

test('an arrival may be put off', () => {
  expect(status('The arrival of the new ferry was delayed.')).toBe('postponed');
});
