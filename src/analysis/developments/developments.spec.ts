import { findDevelopments } from './developments.js';
import { parsedText } from '../spec-support.js';

const developments = (text: string, title = '') => {
  const { reading, entities, sentences, attributions, words } = parsedText(text, { title });
  return findDevelopments(reading, entities, sentences, attributions).map((found) => ({
    ...found,
    text: words(found),
    who: found.entities.map((index) => entities.list[index]!.name),
  }));
};

const report = [
  'The boards of Elm and Brisk met on Monday in Bergen to discuss a new bridge, two officials said.',
  'The bridge is old, and engineers have warned for years that it may fall.',
  'The meeting ended without a vote. Mayor Kari Vold will present a new plan next week.',
  'A first vote was planned for last Friday but was cancelled after a storm closed the town hall on June 8.',
].join('\n\n');

test('who did what on which day', () => {
  expect(
    developments(report).map(({ date, status, text }) => [
      date.from,
      status,
      text.split(' ').slice(0, 4).join(' '),
    ]),
  ).toEqual([
    ['2023-06-12', 'happened', 'The boards of Elm'],
    ['2023-06-12', 'happened', 'The meeting ended without'],
    ['2023-06-19', 'planned', 'Mayor Kari Vold will'],
    ['2023-06-09', 'cancelled', 'A first vote was'],
    ['2023-06-08', 'happened', 'a storm closed the'],
  ]);
});

test('each with the words that tell the day, and the entities it names', () => {
  const { reading, entities, sentences, attributions, words } = parsedText(report);
  const [first] = findDevelopments(reading, entities, sentences, attributions);
  expect(words(first!.dateSpan!)).toBe('Monday');
  expect(first!.entities.map((index) => entities.list[index]!.name)).toContain('Bergen');
});

test('the opening of a report without any date is of the day of publication', () => {
  const [only] = developments('A ferry sank off Elm. Its owner is a bank.');
  expect(only).toMatchObject({
    date: { from: '2023-06-14', to: '2023-06-14', precision: 'day' },
    status: 'happened',
  });
  expect(only!.dateSpan).toBeUndefined();
});

test('a standfirst and the opening that says the same are one', () => {
  expect(
    developments(
      'Boards of Elm and Brisk met to discuss the bridge.\n\nThe boards of Elm and Brisk met on Monday to discuss the bridge.',
    ),
  ).toHaveLength(1);
});

test('the sentence the headline is about matters most', () => {
  const found = developments(
    'The town celebrated its founding on Sunday.\n\nA ferry sank off Elm on Monday.',
    'Ferry sinks off Elm',
  );
  expect(found.toSorted((a, b) => b.salience - a.salience)[0]!.text).toMatch(/ferry/);
});

test('nothing that happened lies after publication, and there are never more than twelve', () => {
  const many = Array.from(
    { length: 30 },
    (_, index) => `Boat number ${index + 100} sank near Elm on June ${(index % 28) + 1}.`,
  ).join('\n\n');
  const found = developments(many);
  expect(found.length).toBeLessThanOrEqual(12);
  for (const { date, status } of found) if (status === 'happened') expect(date.to <= '2023-06-14').toBe(true);
});

const told = (text: string) => {
  const { reading, entities, sentences, attributions, words } = parsedText(text);
  return findDevelopments(reading, entities, sentences, attributions).map((it) => ({
    date: it.date,
    status: it.status,
    text: words(it),
    names: it.entities.map((index) => entities.list[index]!.name),
  }));
};

test('a report that opens with what has been done is of its day', () => {
  expect(told('Mayor Kari Vold has called off the vote on the bridge.')).toMatchObject([
    { date: { from: '2023-06-14' }, status: 'cancelled' },
  ]);
  expect(
    told('The board has agreed to reschedule the vote, the harbour office announced on Monday.'),
  ).toMatchObject([{ date: { from: '2023-06-12' }, status: 'happened' }]);
  expect(told('The talks on the bridge have been deadlocked for weeks.')).toMatchObject([
    { date: { from: '2023-06-14' }, status: 'happened' },
  ]);
});

test('how things under way stand is news wherever the report says it, and of its day', () => {
  const ferry = 'The ferry sank on Monday. ';
  expect(
    told(
      `${ferry}The talks on the bridge, which have dragged on since the end of a strike in May, have been deadlocked for weeks.`,
    ).map(({ date }) => date.from),
  ).toEqual(['2023-06-12', '2023-06-14']);
  expect(told(`${ferry}The board has been deaf to such pleas for years.`)).toHaveLength(1);
});

test('what is called off keeps the days that it was planned for', () => {
  expect(told('Mayor Kari Vold has cancelled the vote that was planned for next week.')).toMatchObject([
    { date: { from: '2023-06-19', to: '2023-06-25' }, status: 'cancelled' },
  ]);
});

test('what is done to something of this month is of this month', () => {
  expect(
    told('The ferry sank on Monday. The board rejected a plan that crews received earlier this month.')[1],
  ).toMatchObject({
    date: { from: '2023-06-01', to: '2023-06-14' },
  });
});

test('a spokesman is not among those who meet', () => {
  const [plan] = told(
    'The boards of Elm will meet on Friday, said Kari Vold, the spokeswoman of the harbour.',
  );
  expect(plan).toMatchObject({ status: 'planned' });
  expect(plan!.names).not.toContain('Kari Vold');
});

test('what was also discussed is told with who met, where only that says who "they" are', () => {
  const found = developments(
    'Kari Vold met harbour chief Abel Tor in Bergen on Monday.\n\nThey also raised the fate of crews held in Elm.',
  );
  expect(found.map(({ date, who }) => [date.from, who.includes('Abel Tor')])).toEqual([
    ['2023-06-12', true],
    ['2023-06-12', true],
  ]);
  expect(found[1]!.text).toMatch(/^Kari Vold met .* held in Elm\.$/s);
});

test('what has a time of its own is not on the day of a like happening', () => {
  expect(
    developments('The board of Elm fired its captain on Monday.\n\nA year ago, the board fired its pilot.'),
  ).toHaveLength(1);
});

test('a report may open in the present of a headline', () => {
  expect(developments('A court in Elm clears the captain of the Aurora. Sailors cheer.')).toMatchObject([
    { date: { from: '2023-06-14' }, status: 'happened' },
  ]);
  expect(developments('Hundreds of boats sink off Elm every year. The sea is cold.')).toHaveLength(0);
  expect(developments('The museum in Elm shows old boats. A court clears the captain.')).toHaveLength(0);
});

test('an opening that speaks of a year is not of the day of the report', () => {
  expect(developments('The boats of Elm have carried more sailors than ever in 2019.')).toHaveLength(0);
});

test('a tale that names nobody and a question are no news of the day', () => {
  expect(developments('The symptoms came on quickly. A cat was to blame.')).toHaveLength(0);
  expect(developments('Has the town of Elm forgotten the crew of the ferry?')).toHaveLength(0);
  expect(developments('The storm killed nine sailors off the old quay.')).toHaveLength(1);
});

test('what "it" or "this" did is not told without what is meant', () => {
  const found = developments(
    'The quay in Elm closed on Monday. It will open again on Friday. This was decided on June 2. ' +
      'It emerged on Sunday that a crane fell. This week the board of Brisk met.',
  );
  expect(found.map(({ text }) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'The quay',
    'It emerged',
    'This week',
  ]);
});

test('a sentence weighs more than a phrase that tells the same in passing', () => {
  const [phrase, sentence] = developments(
    'The mayor was blamed for the fire which killed nine sailors on June 2.\n\nA fire killed two pilots on June 5.',
  );
  expect(phrase!.text).toMatch(/^the fire/);
  expect(sentence!.salience).toBeGreaterThan(phrase!.salience);
});

test('what made somebody call off a plan has a day of its own', () => {
  const text =
    'The board had planned to meet the crews on Monday, but called off the trip after a storm in the bay on June 8.';
  expect(developments(text).map(({ status, date }) => [status, date.from])).toEqual([
    ['cancelled', '2023-06-12'],
  ]);
});

test('only what opens a report is of its day without saying so, and nothing else is dated after it when it is older', () => {
  expect(told('Elm is a quiet town. A new ferry was built by a Bergen yard.')).toHaveLength(0);
  expect(
    told('Three cases of fever have been found in Elm. The cases came from a ship.').map(({ text }) => text),
  ).toEqual(['Three cases of fever have been found in Elm.']);
});

test('what was put off or called off is told with the day it was planned for, past or to come', () => {
  const day = (text: string) => told(text).map(({ date, status }) => `${status} ${date.from}`);
  expect(day('The elections due on 28 August will be postponed.')).toEqual(['postponed 2023-08-28']);
  expect(day('The race, due to be held on 28 August, has been called off.')).toEqual([
    'cancelled 2023-08-28',
  ]);
  expect(day('A race due to begin on Tuesday was cancelled.')).toEqual(['cancelled 2023-06-13']);
  expect(day('Talks planned for Friday were called off.')).toEqual(['cancelled 2023-06-16']);
});

test('the tale of weeks gone by opens no day, nor does what nobody is said to have done', () => {
  expect(told('Jon Orm searched the coast off Elm for 45 days straight.')).toHaveLength(0);
  expect(told('Originally published in the Elm Post.')).toHaveLength(0);
});

test('a plan takes its day only from what the plan is for', () => {
  const days = (text: string) => told(text).map(({ date, status }) => `${status} ${date.from}`);
  expect(
    days(
      'The start of the race for this election will be announced on 5 October.\n\nTwo crews will compete in the election.',
    ),
  ).toEqual(['planned 2023-10-05']);
  expect(days('The election will be held on 5 October.\n\nTwo crews will compete in the election.')).toEqual([
    'planned 2023-10-05',
    'planned 2023-10-05',
  ]);
});

test('what came hours later is of the same day, what days without a date saw is of none', () => {
  expect(
    told('A gunman attacked two sailors on Tuesday.\n\nTwo hours later a cook of the ship surrendered.').map(
      ({ date }) => date.from,
    ),
  ).toEqual(['2023-06-13', '2023-06-13']);
  expect(
    told(
      'The trial of Jon Orm began on Tuesday.\n\nOn the first two days of the trial the jury saw the ship.',
    ),
  ).toHaveLength(1);
});

test('people are killed on the day of what killed them', () => {
  expect(told('Two sailors were killed after a ferry sank on Monday off Elm.')).toMatchObject([
    { date: { from: '2023-06-12' }, text: 'Two sailors were killed after a ferry sank on Monday off Elm.' },
  ]);
});

test('a report that opens without a day is of the day it names its news by', () => {
  const day = (more: string) =>
    told(`Norwegian divers saved twelve sailors off Elm.\n\n${more}`).map(({ date }) => date.from)[0];
  expect(day("A boat that took part in Monday's rescue is from Bergen.")).toBe('2023-06-12');
  expect(day("The crews rest ahead of Monday's race.")).toBe('2023-06-14');
});

test('where a picture opens the report, the news about whom it shows is of the day', () => {
  expect(
    told('Jon Orm on the quay of Elm in May.\n\nJon Orm has bought the Elm Line for ten million euros.').map(
      ({ date }) => date.from,
    ),
  ).toEqual(['2023-06-14']);
  expect(
    told('Jon Orm on the quay of Elm in May.\n\nKari Vold has bought the Elm Line for ten million euros.'),
  ).toHaveLength(0);
});

test('what is listed behind a colon, or named beside the news, gives the news no day', () => {
  expect(
    developments(
      'Mayor Kari Vold defended the plan for three reasons: the letter of May 2022, the cost and the noise.',
    ).map(({ date }) => date.from),
  ).not.toContain('2022-05-01');
  expect(
    developments(
      'Kari Vold was delighted after a series of games raised money for the victims of the Elm earthquake. Elm was devastated by Monday’s earthquake.',
    ).map(({ text }) => text),
  ).toEqual(['Elm was devastated by Monday’s earthquake.']);
});

test('a participle or a well between an article and its noun is no verb', () => {
  expect(
    developments('The relief well will reach the damaged well between 20 and 25 June.')[0],
  ).toMatchObject({ status: 'planned', date: { from: '2023-06-20', to: '2023-06-25' } });
});
