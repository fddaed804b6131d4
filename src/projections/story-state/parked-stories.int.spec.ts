import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Newsroom } from '../../../test/support/newsroom.js';
import { upcast } from '../../domain/upcast.js';
import { EventLog } from '../../event-log/event-log.js';
import { LogConsumer } from '../../queue/log-consumer.js';
import { Changes } from './changes.js';
import { ReferencedEvents } from './story-events.js';
import { StoryStateProjector } from './story-state.projector.js';
import { StoryStates } from './story-states.js';

const logger = pino({ level: 'silent' });
let database: TestDatabase;
let log: EventLog;
let newsroom: Newsroom;
let changes: Changes;

beforeEach(async () => {
  database = await createTestDatabase();
  log = new EventLog(database.pool, upcast);
  newsroom = new Newsroom({ pool: database.pool, log, logger } as ConstructorParameters<typeof Newsroom>[0]);
  changes = new Changes(database.pool);
  await newsroom.track('ferry');
});
afterEach(() => database.drop());

/** @param lost an event that this one cannot find, so that it cannot fold what points to it */
function newProjector(lost?: bigint): LogConsumer {
  const found: Pick<EventLog, 'readPositions'> = {
    readPositions: async (positions) =>
      (await log.readPositions(positions)).filter(({ position }) => position !== lost),
  };
  const referenced = new ReferencedEvents(found as EventLog);
  const keep = referenced.keep.bind(referenced);
  referenced.keep = (position, data) => position !== lost && keep(position, data);
  return new LogConsumer(database.pool, log, new StoryStateProjector(referenced, logger), logger);
}

const file = (day: number): Promise<string> =>
  newsroom.file('ferry', { name: `day ${day}`, publishedAt: `2031-05-0${day}T08:00:00.000Z` });

const told = async (after: bigint): Promise<string[]> =>
  (await changes.read({ after, limit: 100 })).map(({ slug, version }) => `${slug} ${version}`);

const parked = async (): Promise<unknown[]> =>
  (
    await database.pool.query<{ id: string }>('select story_id as id from dateline.parked_stories order by 1')
  ).rows.map(({ id }) => id);

test('what a story missed while it was parked is told beyond what anybody has read, and nothing twice', async () => {
  await file(2);
  const before = await newsroom.head();
  await file(3);
  await file(4);
  await newsroom.track('other');
  const cannot = newProjector(before + 1n);
  await cannot.catchUp();
  const read = await newsroom.head();
  expect(await parked()).toEqual([newsroom.storyId('ferry')]);
  expect(await told(0n)).toEqual(['ferry 1', 'ferry 2', 'other 1']);

  // Tried again before the cause is gone: parked again, and nobody hears of it.
  await cannot.reset();
  await cannot.catchUp();
  expect(await told(read)).toEqual([]);

  const projector = newProjector();
  await projector.reset();
  await projector.catchUp();
  expect(await parked()).toEqual([]);
  // Who has read everything is told what was missed, and so is who had stopped just before; each version once.
  expect(await told(read)).toEqual(['ferry 3', 'ferry 4']);
  expect(await told(before)).toEqual(['other 1', 'ferry 3', 'ferry 4']);
  await file(5);
  await projector.catchUp();
  expect(await told(0n)).toEqual(['ferry 1', 'ferry 2', 'other 1', 'ferry 3', 'ferry 4', 'ferry 5']);
  const own = await changes.read({ after: read, limit: 100, storyId: newsroom.storyId('ferry') });
  expect(own.map(({ version }) => version)).toEqual([3, 4, 5]);

  // Another rebuild tells nobody anything new.
  const all = await changes.read({ after: 0n, limit: 100 });
  await projector.reset();
  await projector.catchUp();
  expect(await changes.read({ after: 0n, limit: 100 })).toEqual(all);
  expect(await told(await newsroom.head())).toEqual([]);
});

test('who follows while a rebuild is under way is told of each change once, and of nothing old', async () => {
  await file(2);
  const before = await newsroom.head();
  await file(3);
  await file(4);
  await newsroom.track('other');
  await newProjector(before + 1n).catchUp();
  const read = await newsroom.head();
  // Twice, so that the log tells what was missed twice, too.
  await newProjector(before + 1n).reset();
  await newProjector(before + 1n).catchUp();

  const folded = new StoryStateProjector(new ReferencedEvents(log), logger);
  const followers = [0n, before, read].map((after) => ({ after, seen: [] as string[] }));
  const look = async (): Promise<void> => {
    expect(await changes.head()).toBeGreaterThanOrEqual(read);
    for (const follower of followers) {
      for (const { position, slug, version } of await changes.read({ after: follower.after, limit: 1 })) {
        follower.after = BigInt(position);
        follower.seen.push(`${slug} ${version}`);
      }
    }
  };
  const watched = Object.create(folded, {
    batchSize: { value: 1 },
    handle: {
      value: async (...batch: Parameters<typeof folded.handle>) => {
        await look();
        await folded.handle(...batch);
      },
    },
  }) as typeof folded;
  const projector = new LogConsumer(database.pool, log, watched, logger);
  await projector.reset();
  await projector.catchUp();
  for (let i = 0; i < 6; i++) await look();
  expect(followers.map(({ seen }) => seen)).toEqual([
    ['ferry 1', 'ferry 2', 'other 1', 'ferry 3', 'ferry 4'],
    ['other 1', 'ferry 3', 'ferry 4'],
    ['ferry 3', 'ferry 4'],
  ]);
});

test('a slug is the first story’s that has it, and the second goes by its id', async () => {
  const open = async (name: string, slug: string): Promise<string> => {
    const storyId = newsroom.storyId(name);
    const articleId = newsroom.articleId('any');
    await newsroom.storyEvent({ type: 'StoryOpened', data: { storyId, slug, title: name, articleId } });
    return storyId;
  };
  const projector = newProjector();
  await projector.catchUp();
  const second = await open('second', 'ferry');
  await open('third', 'bridge');
  // In one batch, too.
  const fourth = await open('fourth', 'bridge');
  await projector.catchUp();
  const slugs = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ slug: string }>('select slug from dateline.stories');
    return rows.map(({ slug }) => slug).sort();
  };
  const all = ['ferry', 'bridge', second, fourth].sort();
  expect(await slugs()).toEqual(all);
  const states = new StoryStates(database.pool);
  expect((await states.resolve('ferry'))!.id).toBe(newsroom.storyId('ferry'));
  expect(await states.resolve(second)).toEqual({ id: second, slug: second });
  await projector.reset();
  await projector.catchUp();
  expect(await slugs()).toEqual(all);
  expect(await parked()).toEqual([]);
});

test('a story that is opened twice is parked, whether before or in the same batch', async () => {
  const projector = newProjector();
  await projector.catchUp();
  const [ferry, other] = [newsroom.storyId('ferry'), newsroom.storyId('other')];
  for (const [storyId, title] of [
    [ferry, 'Again'],
    [other, 'Once'],
    [other, 'Twice'],
  ] as const) {
    const data = { storyId, slug: `slug-${title}`, title, articleId: newsroom.articleId('any') };
    await newsroom.storyEvent({ type: 'StoryOpened', data });
  }
  await newsroom.track('last');
  await projector.catchUp();
  expect(await parked()).toEqual([ferry, other].sort());
  expect(await told(0n)).toEqual(['ferry 1', 'slug-Once 1', 'last 1']);
});
