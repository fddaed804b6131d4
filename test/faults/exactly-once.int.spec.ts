import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { upcast } from '../../src/domain/upcast.js';
import { EventLog } from '../../src/event-log/event-log.js';
import { projectors } from '../../src/pipeline.module.js';
import { rebuild } from '../../src/projections/rebuild.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeReport } from './support/articles.js';
import { Copy } from './support/copies.js';
import { form, limitMs, Random, report, seed, Stalls } from './support/form.js';
import { takeIn, trackStories } from './support/log-load.js';
import { tableDigests } from './support/read-models.js';

/** Much longer than Postgres lets a frozen session hold its transaction, so that the other copy has to take over. */
const FROZEN_MS = 8_000;
const CONSUMERS = ['relay', 'threading', 'story-state', 'articles', 'ledger'];

describe('promise 3: every event takes effect exactly once', () => {
  let database: TestDatabase;
  let log: EventLog;
  let copies: Copy[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    log = new EventLog(database.pool, upcast);
    await database.pool.query(`
      create table dateline.ledger (position bigint);
      create table dateline.careless (position bigint);
      create table dateline.careless_checkpoint (position bigint)`);
  });
  afterAll(async () => {
    await Promise.all(copies.map((copy) => copy.stop()));
    await database.drop();
  });

  const number = async (sql: string): Promise<number> =>
    Number((await database.pool.query<{ n: string }>(`select (${sql}) as n`)).rows[0]!.n);
  const ledger = (): Promise<number> => number('select count(distinct position) from dateline.ledger');

  /** Everything is read, analysed and threaded, by whichever copy. */
  async function settled(): Promise<void> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const { rows } = await database.pool.query<{ name: string }>(
        `select consumer as name from dateline.checkpoints where position < (select max(position) from dateline.events)
         union all select 'task at ' || position || ' failed ' || failures from dateline.tasks`,
      );
      if (rows.length === 0) return;
      if (Date.now() > deadline) {
        const failed = copies.flatMap((copy) =>
          copy.failed.map(({ consumer, error }) => `${consumer}: ${error}`),
        );
        const left = rows.map(({ name }) => name);
        throw new Error(
          `after 30 s there is left: ${left.join(', ')}; failed: ${[...new Set(failed)].join('\n')}`,
        );
      }
      await sleep(50);
    }
  }

  it(
    'with two copies of each consumer, one of them frozen inside its transactions and thawed',
    async () => {
      const random = new Random(seed);
      const freezes = form(2, 40);
      await trackStories(log);
      copies = await Promise.all([Copy.start(database.url), Copy.start(database.url)]);

      let loading = true;
      let acked = 0;
      const load = (async () => {
        while (loading) {
          const reports = Array.from({ length: random.int(1, 8) }, () => makeReport(random, acked++));
          await takeIn(log, reports);
          await sleep(random.int(10, 300));
        }
      })();
      const stalls = new Stalls();
      const watch = (async () => {
        for (let before = 0; loading; await sleep(50)) {
          const now = await ledger();
          if (now > before) stalls.progress();
          before = now;
        }
      })();

      let held = 0;
      for (let round = 0; round < freezes; round++) {
        const frozen = copies[round % 2]!;
        // Analysis is frozen by itself: it has the log's lock then, and nobody can append.
        frozen.hold(round % 3 === 1 ? ['analysis'] : CONSUMERS);
        await until(() => frozen.inside.length > 0);
        // The others come to their holds meanwhile, or are frozen wherever they are.
        await sleep(random.int(0, 200));
        frozen.freeze();
        held += Math.min(1, frozen.inside.length);
        // Some freezes are short: the copy comes back to a transaction that is still its own.
        await sleep(round < 2 || random.chance(0.5) ? FROZEN_MS : random.int(50, 2_500));
        frozen.thaw();
        await sleep(200);
      }
      loading = false;
      await Promise.all([load, watch]);
      await settled();

      const head = Number((await log.head()).position);
      const live = await tableDigests(database.pool);
      const duplicated =
        (await number('select count(*) - count(distinct position) from dateline.ledger')) +
        (await repeatedDecisions());
      const applied = await ledger();
      const wrong = head - applied + (await unlike(live));
      const inLog = await number(`select count(*) from dateline.events where type = 'ArticleIngested'`);
      const parked = await number('select count(*) from dateline.parked_stories');
      report('3 exactly once, frozen and thawed', {
        acked,
        inLog,
        applied,
        wrong,
        duplicated,
        parked,
        maxStallMs: stalls.maxMs,
      });
      expect({ wrong, duplicated, parked }).toEqual({ wrong: 0, duplicated: 0, parked: 0 });
      expect(await number(`select count(*) from dateline.events where type = 'ArticleAnalyzed'`)).toBe(inLog);
      // Otherwise nobody was frozen where it hurts, or nobody was fenced, and the above shows nothing.
      expect(held).toBe(freezes);
      expect(copies.flatMap((copy) => copy.failed).length).toBeGreaterThan(0);
      // The others go on as soon as Postgres has ended the frozen session, long before it thaws.
      expect(stalls.maxMs).toBeLessThan(FROZEN_MS - 500);
    },
    limitMs(90_000),
  );

  it('negative control: rows and checkpoint in two transactions double some', async () => {
    const duplicated = await number('select count(*) - count(distinct position) from dateline.careless');
    report('3 negative control, no fence', { duplicated });
    expect(duplicated).toBeGreaterThan(0);
  });

  /** The same analysis or decision recorded twice. */
  function repeatedDecisions(): Promise<number> {
    return number(`select coalesce(sum(times - 1), 0) from (
      select count(*) as times from dateline.events e join dateline.payloads p using (position)
      where e.type in ('ArticleAnalyzed', 'ArticleThreaded')
      group by e.type, e.stream, p.body->>'articleId', p.body->>'revision') repeated`);
  }

  /** Tables that one process alone, starting anew, fills in another way. */
  async function unlike(live: ReadonlyMap<string, string>): Promise<number> {
    await Promise.all(copies.map((copy) => copy.stop()));
    const logger = pino({ level: 'silent' });
    for (const handler of projectors(log, logger)) {
      await rebuild(database.pool, log, handler, logger, () => undefined);
    }
    const rebuilt = await tableDigests(database.pool);
    return [...live].filter(([table, digest]) => rebuilt.get(table) !== digest).length;
  }
});

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(5);
}
