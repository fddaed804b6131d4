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
