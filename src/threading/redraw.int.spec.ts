import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { pino } from 'pino';
import { articleOf } from '../../test/fixtures/threading-articles.js';
import { upcast } from '../domain/upcast.js';
import { EventLog } from '../event-log/event-log.js';
import { LogConsumer } from '../queue/log-consumer.js';
import { derivedId } from '../shared/ids.js';
import { Threader } from './threader.js';

const QUAKE = [
  'Quake shakes Port Velda',
  'A quake of magnitude 6.1 shook Port Velda before dawn on Monday. Roofs fell in the harbour quarter.',
] as const;
const SEQUEL = [
  'Port Velda counts quake damage',
  'Port Velda counts the damage of the quake. Roofs fell in the harbour quarter when magnitude 6.1 was felt before dawn.',
] as const;
const CUP = [
  'Rovers win the cup in extra time',
  'The Rovers beat Castle United by two goals to one. A late header by Bram Oster decided the final.',
] as const;

describe('stories drawn under other rules', () => {
  let database: TestDatabase;
  let log: EventLog;
  const logger = pino({ level: 'silent' });

  beforeAll(async () => {
    database = await createTestDatabase();
    log = new EventLog(database.pool, upcast);
  });
  afterAll(() => database?.drop());

  async function report([title, text]: readonly [string, string]): Promise<void> {
    const articleId = derivedId('redraw', title);
    const { analysis, publishedAt, publisher } = articleOf(title, text);
    const append = (expectedVersion: number, type: string, data: unknown, schemaVersion = 1) =>
      log.append({
        stream: `article-${articleId}`,
        expectedVersion,
        events: [{ id: derivedId(articleId, type), type, schemaVersion, data, occurredAt: publishedAt }],
        metadata: { actor: 'test' },
      });
    const revision = { articleId, revision: 1, title, text, publisher, publishedAt, contentHash: title };
    const { positions } = await append(0, 'ArticleIngested', revision);
    const textPosition = positions[0]!.toString();
    await append(1, 'ArticleAnalyzed', { articleId, revision: 1, textPosition, analysis, models: [] }, 2);
  }

  /** A process that has just been started. */
  const thread = (): Promise<void> =>
    new LogConsumer(database.pool, log, new Threader(log, logger), logger).catchUp();
  const sketches = async (): Promise<unknown[]> =>
    (
      await database.pool.query(
        'select story_id, sketch, ruleset from dateline.threading_sketches order by story_id',
      )
    ).rows;
  const storyOf = async ([title]: readonly [string, string]): Promise<unknown> =>
    (
      await database.pool.query('select story_id from dateline.threading_members where article_id = $1', [
        derivedId('redraw', title),
      ])
    ).rows[0];

  it('are drawn anew from their articles before any other article is compared with them', async () => {
    await report(QUAKE);
    await report(CUP);
    await thread();
    const drawn = await sketches();
    expect(drawn).toHaveLength(2);
    await database.pool.query(
      `update dateline.threading_sketches
       set ruleset = ruleset - 1, sketch = (sketch::jsonb || '{"terms": [], "leads": []}')::json`,
    );
    await report(SEQUEL);
    await thread();
    expect(await storyOf(SEQUEL)).toEqual(await storyOf(QUAKE));
    expect(await storyOf(SEQUEL)).not.toEqual(await storyOf(CUP));
    const again = await sketches();
    const cup = ((await storyOf(CUP)) as { story_id: string }).story_id;
    const ofCup = (rows: unknown[]) => rows.find((row) => (row as { story_id: string }).story_id === cup);
    expect(ofCup(again)).toEqual(ofCup(drawn));
  });
});
