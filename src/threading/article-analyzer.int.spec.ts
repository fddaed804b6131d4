import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { analyze, type AnalysisInput } from '../analysis/analyze.js';
import type { ArticleAnalyzed } from '../domain/article.js';
import { upcast } from '../domain/upcast.js';
import { EventLog } from '../event-log/event-log.js';
import { addTasks, claimTasks } from '../queue/tasks.js';
import { derivedId } from '../shared/ids.js';
import type { AnalysisThreads } from './analysis-threads.js';
import { ArticleAnalyzer } from './article-analyzer.js';

const POISON = 'Poison';

/** Threads that die of one title. */
const threads = {
  concurrency: 1,
  calls: [] as number[],
  analyze(inputs: AnalysisInput[]) {
    this.calls.push(inputs.length);
    if (inputs.some(({ title }) => title === POISON)) return Promise.reject(new Error('the thread died'));
    return Promise.resolve(inputs.map(analyze));
  },
};

let database: TestDatabase;
let log: EventLog;
let analyzer: ArticleAnalyzer;

beforeEach(async () => {
  database = await createTestDatabase();
  log = new EventLog(database.pool, upcast);
  const logger = pino({ level: 'silent' });
  analyzer = new ArticleAnalyzer(database.pool, log, threads as unknown as AnalysisThreads, logger);
  threads.calls.length = 0;
  const positions: bigint[] = [];
  for (const title of ['One', POISON, 'Three']) {
    const articleId = derivedId('article', title);
    const text = 'Some 40 ships waited off the port on Tuesday.';
    const publishedAt = '2031-05-01T08:00:00.000Z';
    const data = { articleId, revision: 1, title, text, publisher: 'P', publishedAt, contentHash: title };
    const appended = await log.append({
      stream: `article-${articleId}`,
      expectedVersion: 0,
      events: [{ id: derivedId(title), type: 'ArticleIngested', data, occurredAt: publishedAt }],
      metadata: { actor: 'test' },
    });
    positions.push(...appended.positions);
  }
  await addTasks(database.pool, 'analysis', positions);
});
afterEach(() => database.drop());

const analyzed = async (): Promise<Record<string, string | undefined>> => {
  const found = (await log.readAll(3n, 10)).map(({ data }) => data as ArticleAnalyzed);
  return Object.fromEntries(found.map(({ textPosition, analysis }) => [textPosition, analysis.failure]));
};
/** As when the lease has passed. */
const expire = () => database.pool.query(`update dateline.tasks set lease_until = clock_timestamp()`);

test('a text that fails takes the others with it once, and is given up in the end', async () => {
  await analyzer.catchUp();
  expect(await analyzed()).toEqual({});
  for (let turn = 0; turn < 3; turn++) {
    await expire();
    await analyzer.catchUp();
    if (turn < 2) expect(await analyzed()).toEqual({ 1: undefined, 3: undefined });
  }
  expect(threads.calls).toEqual([3, 1, 1, 1, 1, 1]);
  expect(await analyzed()).toEqual({ 1: undefined, 2: 'Error: the thread died', 3: undefined });
  expect((await database.pool.query('select from dateline.tasks')).rowCount).toBe(0);
});

test('workers that are killed at it do not count against a text', async () => {
  for (let killed = 0; killed < 10; killed++) {
    (await claimTasks(database.pool, 'analysis', 5))!.release();
    await expire();
  }
  await analyzer.catchUp();
  await expire();
  await analyzer.catchUp();
  expect(await analyzed()).toEqual({ 1: undefined, 3: undefined });
  const { rows } = await database.pool.query('select position, failures from dateline.tasks');
  expect(rows).toEqual([{ position: '2', failures: 2 }]);
});
