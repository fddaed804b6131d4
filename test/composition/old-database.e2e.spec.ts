import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { upcast } from '../../src/domain/upcast.js';
import { EventLog } from '../../src/event-log/event-log.js';
import { loadMigrations } from '../../src/migrate.js';
import { derivedId } from '../../src/shared/ids.js';
import { articleOf } from '../fixtures/threading-articles.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** Of the first release: what came after it is applied by the start. */
const MIGRATIONS_THEN = 9;
const PUBLISHED = '2024-04-02T08:00:00.000Z';
const TRACKED = derivedId('story', 'night-ferry');
const NIGHT_FERRY = {
  storyId: TRACKED,
  slug: 'night-ferry',
  title: 'The night ferry',
  description: 'The plan for a ferry at night.',
  profile: { anyOf: ['night crossing'], allOf: [], noneOf: [] },
};
const FERRY = 'Ferry company adds a night crossing';
const QUAKE = 'Quake shakes Port Velda';
const QUAKE_STORY = derivedId('story', derivedId('old', QUAKE));

describe('a database that the first release has left', () => {
  let database: TestDatabase;
  let server: TestServer;
  let then: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    await asOfThen(database);
    then = new Date().toISOString();
    server = await startTestServer({ database });
    await server.settle();
  });
  afterAll(() => server?.stop());

  const read = async <T>(path: string): Promise<T> =>
    (await fetch(`${server.url}${path}`)).json() as Promise<T>;

  it('is brought up to date, and its states are folded anew', async () => {
    // Workers fold the states anew while the API answers.
    const state = await until(
      () => read<{ version?: number }>('/v1/stories/night-ferry?at=2024-04-02'),
      (it) => it.version === 2,
    );
    expect(state).toMatchObject({
      version: 2,
      articles: { total: 1, items: [{ title: FERRY, publisher: 'The Courier' }] },
    });
    expect(await read('/v1/stories/night-ferry?at=2024-04-01')).toMatchObject({ articles: { total: 0 } });
    expect(await read('/v1/stories/night-ferry?version=1')).toMatchObject({
      version: 1,
      articles: { total: 0 },
    });
    expect(await read(`/v1/stories/night-ferry?knownAt=${then}`)).toMatchObject({ version: 2 });
    const { items } = await read<{ items: object[] }>('/v1/changes');
    expect(items).toHaveLength(4);
  });

  it('goes on with a story that the rules of then discovered', async () => {
    const title = 'Port Velda counts quake damage';
    const text =
      'Port Velda counts the damage of the quake. Roofs fell in the harbour quarter when magnitude 6.1 was felt before dawn on Monday.';
    const answer = await fetch(`${server.url}/v1/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        externalId: 'sequel',
        title,
        text,
        publisher: 'The Gazette',
        publishedAt: '2024-04-02T12:00:00Z',
      }),
    });
    expect(answer.status).toBe(201);
    const { id, position } = (await answer.json()) as { id: string; position: string };
    expect(await read(`/v1/articles/${id}?minPosition=${position}`)).toMatchObject({
      stories: [{ storyId: QUAKE_STORY }],
    });
    expect(await read(`/v1/stories/${QUAKE_STORY}?minPosition=${position}`)).toMatchObject({
      articles: { total: 2 },
    });
    // What was known before the update stays what it was.
    expect(await read(`/v1/stories/${QUAKE_STORY}?knownAt=${then}`)).toMatchObject({
      articles: { total: 1 },
    });
  });
});

/** What is read, once it is as wanted or ten seconds have passed. */
async function until<T>(look: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const found = await look();
    if (wanted(found) || tries === 100) return found;
    await sleep(100);
  }
}

/** The schema of then, a log in the shapes of then, and readers at its end, with sketches that mean nothing now. */
async function asOfThen({ url, pool }: TestDatabase): Promise<void> {
  await pool.query('drop schema dateline cascade; drop schema if exists bullmq cascade');
  await pool.query('create schema dateline');
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'dateline',
    migrations: (await loadMigrations()).slice(0, MIGRATIONS_THEN),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();

  const log = new EventLog(pool, upcast);
  const append = async (
    stream: string,
    expectedVersion: number,
    type: string,
    data: object,
    settles: readonly object[] = [],
  ): Promise<string> => {
    const { outcome, positions } = await log.append({
      stream,
      expectedVersion,
      events: [{ id: derivedId(stream, type), type, data, occurredAt: PUBLISHED }],
      metadata: { actor: 'first release', settles },
    });
    if (outcome !== 'appended') throw new Error(`${type}: ${outcome}`);
    return positions[0]!.toString();
  };
  await append(`story-${TRACKED}`, 0, 'StoryTracked', NIGHT_FERRY);
  const report = async (title: string, text: string, storyId: string): Promise<void> => {
    const articleId = derivedId('old', title);
    const { analysis, publisher } = articleOf(title, text);
    const revision = { articleId, revision: 1, title, text, publisher, publishedAt: PUBLISHED };
    const textPosition = await append(`article-${articleId}`, 0, 'ArticleIngested', {
      ...revision,
      contentHash: title,
    });
    // Version 1 of this event had terms and knew no models.
    const analyzed = { articleId, revision: 1, textPosition, analysis: { ...analysis, terms: [['old', 1]] } };
    const analysisPosition = await append(`article-${articleId}`, 1, 'ArticleAnalyzed', analyzed);
    if (storyId !== TRACKED)
      await append(`story-${storyId}`, 0, 'StoryOpened', {
        storyId,
        slug: 'quake~12345678',
        title,
        articleId,
      });
    const threaded = {
      storyId,
      articleId,
      revision: 1,
      role: 'primary',
      score: 0.8,
      passages: analysis.passages.map(({ start, end }) => ({ start, end })),
      reasons: [],
      ruleset: { name: 'dateline-threading', version: 1 },
      publishedAt: PUBLISHED,
      textPosition,
      analysisPosition,
    };
    const settles = [{ position: textPosition, articleId }];
    await append(`story-${storyId}`, 1, 'ArticleThreaded', threaded, settles);
    await pool.query('insert into dateline.threading_articles values ($1, 1, $2, $3, $4)', [
      articleId,
      textPosition,
      analysisPosition,
      PUBLISHED,
    ]);
    await pool.query('insert into dateline.threading_members values ($1, $2, $3)', [
      articleId,
      storyId,
      storyId !== TRACKED,
    ]);
  };
  await report(
    FERRY,
    'The ferry company will add a night crossing in May, its captain said on Tuesday.',
    TRACKED,
  );
  await report(
    QUAKE,
    'A quake of magnitude 6.1 shook Port Velda before dawn on Monday. Roofs fell in the harbour quarter.',
    QUAKE_STORY,
  );
  await pool.query(`insert into dateline.threading_sketches values ($1, '{"terms": [], "of": "then"}')`, [
    QUAKE_STORY,
  ]);
  await pool.query('insert into dateline.threading_tracked values ($1, $2, true)', [TRACKED, NIGHT_FERRY]);
  await pool.query(
    `insert into dateline.checkpoints (consumer, position, event_id)
     select consumer, position, event_id from dateline.events, unnest(array['relay', 'articles', 'threading', 'story-state']) c(consumer)
     where position = (select max(position) from dateline.events)`,
  );
}
