import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startModelServer, type ModelReply, type ModelServer } from '../support/model-server.js';
import type { ArticleAnalyzed, ArticleRevision } from '../../src/domain/article.js';
import { upcast } from '../../src/domain/upcast.js';
import { EventLog } from '../../src/event-log/event-log.js';
import { openReader, Pipeline, projectors } from '../../src/pipeline.module.js';
import { rebuild } from '../../src/projections/rebuild.js';
import { JobQueues } from '../../src/queue/job-queues.js';
import { derivedId } from '../../src/shared/ids.js';
import { Metrics } from '../../src/shared/metrics.js';

const KEY = 'sk-not-to-be-seen-0123456789';
// A sentence that rules make nothing of, so that what is in the state comes from the model.
const SENTENCE = 'Thick fog, then a crunch: the Aurora on the rocks off Port Meridian.';
const ANSWER = JSON.stringify({
  developments: [{ quote: SENTENCE, date: null, until: null, dateWords: null, status: 'happened' }],
  figures: [],
  claims: [],
  lead: [SENTENCE],
});
const logger = pino({ level: 'silent' });

let database: TestDatabase;
let log: EventLog;
let queues: JobQueues;
let server: ModelServer;
let pipeline: Pipeline;
let reply: (path: string) => ModelReply;

beforeEach(async () => {
  database = await createTestDatabase();
  log = new EventLog(database.pool, upcast);
  queues = new JobQueues({ kind: 'postgres', url: database.url, schema: 'bullmq' }, logger);
  reply = (path) => (path.endsWith('/embeddings') ? { vector: [1, 2, 3] } : { text: ANSWER });
  server = await startModelServer(({ path }) => reply(path));
  const { url } = server;
  const settings = {
    statements: { provider: 'openai-compatible', url, model: 'reader', key: KEY },
    embedding: { provider: 'openai-compatible', url, model: 'vectors', key: KEY },
    concurrency: 2,
    timeoutMs: 2000,
  } as const;
  pipeline = new Pipeline({
    pool: database.pool,
    databaseUrl: database.url,
    log,
    queues,
    logger,
    analysisThreads: 0,
    reader: await openReader(settings, new Metrics(), logger),
  });
});

afterEach(async () => {
  await pipeline.stop();
  await queues.close();
  await server.close();
  await database.drop();
});

async function takeIn(name: string): Promise<void> {
  const articleId = derivedId('article', name);
  const publishedAt = '2024-05-07T12:00:00.000Z';
  const data: ArticleRevision = {
    articleId,
    revision: 1,
    title: `Ferry off Port Meridian: ${name}`,
    text: `${SENTENCE}\n\nThe harbour of Port Meridian stayed shut for the day, ${name} said.`,
    publisher: 'The Harbour Post',
    publishedAt,
    contentHash: name,
  };
  await log.append({
    stream: `article-${articleId}`,
    expectedVersion: 0,
    events: [{ id: derivedId('ingested', name), type: 'ArticleIngested', data, occurredAt: publishedAt }],
    metadata: { actor: 'test' },
  });
}

const analyses = async (): Promise<ArticleAnalyzed[]> =>
  (await log.readAll(0n, 1000))
    .filter(({ type }) => type === 'ArticleAnalyzed')
    .map(({ data }) => data as ArticleAnalyzed);

const states = async (): Promise<unknown[]> =>
  (await database.pool.query<{ state: unknown }>('select * from dateline.story_articles order by 1, 2')).rows;

it('records what a model answers, so that a rebuild gives the same states and asks nobody', async () => {
  await takeIn('one');
  await takeIn('two');
  await takeIn('three');
  await pipeline.settle();

  const events = await analyses();
  expect(events).toHaveLength(3);
  for (const { analysis, models } of events) {
    expect(models).toMatchObject([
      { task: 'statements', model: 'reader', kept: 1 },
      { task: 'embedding', model: 'vectors', vector: expect.any(String) },
    ]);
    expect(analysis.developments).toContainEqual(
      expect.objectContaining({ start: 0, end: SENTENCE.length, by: 0, salience: 0.85 }),
    );
  }
  expect(server.asked).toHaveLength(6);
  const before = await states();
  expect(JSON.stringify(before)).toContain('Thick fog');

  for (const handler of projectors(log, logger)) {
    await rebuild(database.pool, log, handler, logger, () => undefined);
  }
  await pipeline.settle();
  expect(await states()).toEqual(before);
  expect(server.asked).toHaveLength(6);
});

it('keeps the key and the text out of what it records of an answer', async () => {
  await takeIn('one');
  await pipeline.settle();
  const [event] = await analyses();
  expect(JSON.stringify(event)).not.toMatch(/sk-not|Thick fog/);
});

it('lets articles go on without models that do not answer', async () => {
  reply = () => ({ status: 401 });
  await takeIn('one');
  await pipeline.settle();
  const [event] = await analyses();
  expect(event!.models).toMatchObject([
    { task: 'statements', failure: 'http 401' },
    { task: 'embedding', failure: 'http 401' },
  ]);
  expect(await states()).toHaveLength(1);
});

it('records what was answered before the process stopped, and leaves the rest to another', async () => {
  const waiting = new Promise<void>((resolve) => {
    let asked = 0;
    reply = (path) => {
      if (path.endsWith('/embeddings')) return { vector: [1, 2, 3] };
      asked += 1;
      if (asked === 1) return { text: ANSWER };
      // Long after the first has its answers.
      setTimeout(resolve, 300);
      return 'silence';
    };
  });
  await takeIn('one');
  await takeIn('two');
  const settling = pipeline.settle();
  await waiting;
  await pipeline.stop();
  await settling;
  expect((await analyses()).map(({ models }) => models.length)).toEqual([2]);
  const { rows } = await database.pool.query('select 1 from dateline.tasks');
  expect(rows.length).toBe(1);
});

it('asks nobody again about an article of an outage when the endpoint is back, or the model another', async () => {
  reply = () => ({ status: 401 });
  await takeIn('one');
  await pipeline.settle();
  const asked = server.asked.length;
  reply = (path) => (path.endsWith('/embeddings') ? { vector: [1, 2, 3] } : { text: ANSWER });
  for (const handler of projectors(log, logger))
    await rebuild(database.pool, log, handler, logger, () => undefined);
  await pipeline.settle();
  expect(server.asked.length).toBe(asked);
});
