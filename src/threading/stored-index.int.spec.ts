import type pg from 'pg';
import { pino } from 'pino';
import { articleOf } from '../../test/fixtures/threading-articles.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { upcast } from '../domain/upcast.js';
import { EventLog } from '../event-log/event-log.js';
import { derivedId } from '../shared/ids.js';
import type { Queryable } from '../shared/pg.js';
import { StoredIndex } from './stored-index.js';

const quake = articleOf('Quake shakes Velda', 'A quake shook Velda before dawn. Roofs fell in the harbour.');
const sequel = articleOf('Velda counts damage', 'Roofs fell in the harbour of Velda in a quake before dawn.');
const cup = articleOf(
  'Rovers win the cup',
  'The Rovers beat Castle United. A header by Bram Oster decided it.',
);
const strike = articleOf(
  'Dockers of Tosk strike',
  'Nine hundred dockers of Tosk walked out over their wages.',
);

describe('discovered stories of several processes', () => {
  let database: TestDatabase;
  let batch = 0n;
  /** Sketches that were read from the database. */
  let read: string[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    batch = 0n;
  });
  afterEach(() => database?.drop());

  const process = (): StoredIndex =>
    new StoredIndex(new EventLog(database.pool, upcast), pino({ level: 'silent' }));
  const id = (name: string): string => derivedId('stored-index', name);

  /** The batch of a process whose turn it is. */
  async function turn(
    stored: StoredIndex,
    work: (index: StoredIndex) => void = () => {},
    rolledBack = false,
  ): Promise<void> {
    batch += 10n;
    read = [];
    const client = await database.pool.connect();
    const ask = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult>;
    const query = async (...args: unknown[]): Promise<pg.QueryResult> => {
      const result = await ask(...args);
      for (const row of result.rows) if ('sketch' in row) read.push(row.story_id as string);
      return result;
    };
    try {
      await client.query('begin');
      await stored.load({ query } as Queryable, batch);
      work(stored);
      await stored.write(client, batch);
      await client.query(rolledBack ? 'rollback' : 'commit');
    } finally {
      client.release();
    }
  }
  const opens =
    (name: string, article = quake) =>
    (stored: StoredIndex): void => {
      stored.current.open(id(name), article);
      stored.touch(id(name));
    };
  const sketches = (stored: StoredIndex): unknown[] =>
    stored.current
      .ids()
      .sort()
      .map((story) => stored.current.snapshot(story));

  it('are read once, and then only those that others have changed', async () => {
    const [one, other] = [process(), process()];
    await turn(one, opens('quake', quake));
    await turn(one, opens('cup', cup));
    // Going on it learns that the batch before was committed.
    await turn(one);
    await turn(other);
    expect(read).toHaveLength(2);
    await turn(other, opens('strike', strike));
    await turn(other, opens('quake', sequel));
    one.forget();
    await turn(one);
    expect(new Set(read)).toEqual(new Set([id('strike'), id('quake')]));
    expect(sketches(one)).toEqual(sketches(other));
    await turn(one);
    expect(read).toEqual([]);
    // As a process finds them that has just been started.
    const third = process();
    await turn(third);
    expect(sketches(third)).toEqual(sketches(one));
    expect(third.current.nearest(sequel)).toEqual(one.current.nearest(sequel));
  });

  it('are as they were when a batch is rolled back', async () => {
    const one = process();
    await turn(one, opens('quake', quake));
    const before = sketches(one);
    const both = (stored: StoredIndex): void => (opens('quake', sequel)(stored), opens('cup', cup)(stored));
    await turn(one, both, true);
    expect(sketches(one)).not.toEqual(before);
    one.forget();
    await turn(one);
    expect(read).toEqual([id('quake')]);
    expect(sketches(one)).toEqual(before);
  });

  it('are the other process’s when that one does what was rolled back here', async () => {
    const [one, other] = [process(), process()];
    await turn(one, opens('quake', quake));
    await turn(other);
    await turn(one, opens('cup', cup), true);
    batch -= 10n;
    await turn(other, opens('cup', strike));
    one.forget();
    await turn(one);
    expect(sketches(one)).toEqual(sketches(other));
  });

  it('are all read when some are gone', async () => {
    const one = process();
    await turn(one, opens('quake', quake));
    await turn(one, opens('cup', cup));
    await database.pool.query('delete from dateline.threading_sketches where story_id = $1', [id('cup')]);
    one.forget();
    await turn(one);
    expect(one.current.ids()).toEqual([id('quake')]);
  });
});

test('stories taken out and loaded again take no new room', async () => {
  const { StoryIndex } = await import('./ruleset.js');
  const index = new StoryIndex();
  index.open('quake', quake);
  index.open('cup', cup);
  const places = (): number => (index as unknown as { stories: unknown[] }).stories.length;
  for (let i = 0; i < 5; i++) index.load([index.snapshot('quake')]);
  expect(places()).toBe(2);
  expect(index.nearest(sequel)?.storyId).toBe('quake');
});
