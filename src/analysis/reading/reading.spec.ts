import { read } from './reading.js';

const sentences = (text: string): string[] => {
  const { sentences: all } = read(
    { title: 'T', text, publisher: 'P', publishedAt: '2023-06-14T12:00:00Z' },
    true,
  );
  return all.map(({ start, end }) => text.slice(start, end));
};

test('a run-in label is not part of the sentence after it', () => {
  expect(sentences('What happened: The ferry sank. All were saved.')).toEqual([
    'The ferry sank.',
    'All were saved.',
  ]);
});

test('nor is a dateline', () => {
  expect(sentences('PORT ELM, June 14 (NPA) — The ferry sank on Monday.')).toEqual([
    'The ferry sank on Monday.',
  ]);
  expect(sentences('Ann Roe - a sailor - left the town on Monday.')).toHaveLength(1);
  expect(sentences('Ann Roe - a sailor - left the town on Monday.')[0]).toMatch(/^Ann/);
});

test('nor is the stamp of a page, with what ran into it', () => {
  expect(sentences('ELM | Tue Jun 13, 2023 5:06 pm EDT ELM (NPA) - The ferry sank on Monday.')).toEqual([
    'The ferry sank on Monday.',
  ]);
  expect(sentences('Sailors mourn crew Wednesday 14 June 2023 13.58 BST The ferry sank on Monday.')).toEqual([
    'The ferry sank on Monday.',
  ]);
  expect(sentences('Ann Roe | 22:29 UK time, Tuesday, 13 June 2023 The ferry sank on Monday.')).toEqual([
    'The ferry sank on Monday.',
  ]);
  expect(sentences('The ferry sank on Monday 12 June 2023 13.58 BST.')).toHaveLength(1);
  expect(sentences('The ferry sank on Monday 12 June 2023 13.58 BST.')[0]).toMatch(/^The/);
});

test('nor is what is under a picture, where the sentence has run into it', () => {
  expect(sentences('Crews search the old quay A ferry has sunk off the coast.')).toEqual([
    'A ferry has sunk off the coast.',
  ]);
  expect(sentences('Divers were flown to Bergen The crew of the ferry has left.')).toEqual([
    'The crew of the ferry has left.',
  ]);
  expect(sentences('Boats wait in the small harbour The UN has sent three.')).toEqual([
    'The UN has sent three.',
  ]);
  for (const whole of [
    'Divers who saw the film The Third Harbour left Elm.',
    'The sailors were given vitamin A after the storm.',
    'Crews from Bergen said on Monday in The Hague that all was well.',
    'Crews have brought the ferry, a boat of The Elm Line, to port.',
  ])
    expect(sentences(whole)).toEqual([whole]);
});

test('nor is a headline, a caption or a credit that ran into it', () => {
  const opens = (text: string): string => sentences(text)[0]!;
  expect(opens('Ferry sinks off the northern cape A ferry with forty on board sank on Monday.')).toMatch(
    /^A f/,
  );
  expect(opens('Sailors light candles at Port Ellery The town remembered its dead on Monday.')).toMatch(
    /^The t/,
  );
  expect(opens('13 June 2023 Last updated at 06:50 GMT Help An inquiry into the ferry has opened.')).toMatch(
    /^An inquiry/,
  );
  expect(opens('Photograph: Ann Roe/NPA/Orm Images Forty people drowned on Monday, the port said.')).toMatch(
    /^Forty/,
  );
  expect(
    opens('Elm ferry crew found alive Four of the Elm ferry crew have been found alive in a cave.'),
  ).toMatch(/^Four/);
  expect(opens('(NPA Photo/Ann Roe) PORT ELLERY -- Divers found the ferry on Monday.')).toMatch(/^Divers/);
  expect(opens('Aid outside Velm An estimated forty boats brought aid to the town on Monday.')).toMatch(
    /^An e/,
  );
  expect(opens('Sailors sleep on the quay Thousands of people have spent a night in the open.')).toMatch(
    /^Th/,
  );
  expect(opens('Boats wait in the small harbour The UN has sent three of its own.')).toMatch(/^The UN/);
  expect(opens('Divers reach the wreck A Velmian diver has reached the wreck of the ferry.')).toMatch(/^A V/);
  for (const whole of [
    'Elm council told Orm council that Elm would pay for what the council of Orm had lost.',
    'Velmian navy and harbour officials met Tuesday in Elm with the harbour chief and other officials of the navy.',
    'Crews from Bergen said on Monday in The Hague that all was well.',
    'Divers who saw the film The Third Harbour left Elm on Monday.',
    '12 June 2023 The ferry sank off the northern cape with forty on board.',
    'The sailors sang from the novel A Ferry to Orm when they came home on Monday.',
    'The sailors I met said that the captain of Group A winners Orm left on Monday.',
    'Forty sailors of Elm flew there on Air Force One to see the wreck on Monday.',
    'He sang “Like a ferry In the night” to the sailors who came home on Monday.',
    'Presenter/Ann Roe told the sailors on Monday that forty of them were missing.',
    'The largest IT company of the town said on Monday that it had lost forty sailors.',
  ])
    expect(opens(whole)).toBe(whole);
});

test('the day is the newsroom’s', () => {
  const night = {
    title: '',
    text: 'A ferry sank today.',
    publisher: 'P',
    publishedAt: '2023-06-14T22:30:00Z',
  };
  expect(
    read({ ...night, timezone: 'Asia/Jerusalem' }, true).today -
      read({ ...night, timezone: 'UTC' }, true).today,
  ).toBe(1);
});
