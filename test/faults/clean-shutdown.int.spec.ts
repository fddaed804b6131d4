import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { queueBackends } from '../support/redis.js';
import { breakableQueue, type BreakableQueue } from './support/breakable-queue.js';
import { Cluster } from './support/cluster.js';
import { form, limitMs, Random, report, seed } from './support/form.js';
import { audit, Load, settled, trackOverHttp, type Acked } from './support/load.js';

const STOP_LIMIT_MS = 15_000;

describe.each(queueBackends)('promise 17: shutting down is clean, with the queue on %s', (kind) => {
  const random = new Random(seed);
  let database: TestDatabase;
  let queue: BreakableQueue | undefined;

  beforeAll(async () => {
    database = await createTestDatabase({ max: 4 });
    queue = await breakableQueue(kind, database);
  });
  afterAll(async () => {
    await queue?.end();
    await database.drop();
  });

  it(
    'SIGTERM under load',
    async () => {
      if (!queue) return console.warn('no redis-server to start: skipped');
      const acked = new Map<string, Acked>();
      const environment = { DATABASE_URL: database.url, ...queue.environment };
      let slowest = 0;
      const rounds = form(1, 20);
      for (let round = 0; round <= rounds; round++) {
        const cluster = new Cluster(environment);
        try {
          await cluster.start('serve', 'work');
          const url = cluster.anyUrl(random)!;
          if (round === 0) await trackOverHttp(url);
          // The last one only works off what is left.
          if (round === rounds) {
            await settled(database.pool);
            break;
          }
          const stream = await fetch(`${url}/v1/updates`);
          const followed = stream.text().catch(() => 'cut');
          const load = new Load(() => cluster.anyUrl(random), random, {
            writers: 6,
            pauseMs: 5,
            firstNumber: round * 1_000_000,
          });
          await sleep(random.int(1_500, 2_500));
          const stopped = await cluster.stop();
          await load.stop();
          await followed;

          for (const { role, ended, ms, stderr } of stopped) {
            expect({ role, ended, stderr }).toEqual({
              role,
              ended: 0,
              stderr: expect.not.stringContaining('"fatal"'),
            });
            slowest = Math.max(slowest, ms);
          }
          // Refused is what came too late, and said so; nobody was told of an internal error.
          expect([...load.refused.keys()].filter((status) => status !== '503')).toEqual([]);
          for (const [externalId, one] of load.acked) acked.set(externalId, one);
          expect(await leftHalfDone()).toEqual({ sessions: 0, leased: 0 });
        } finally {
          await cluster.stop();
        }
      }
      const { lost, duplicated, parked, inLog, applied, holes } = await audit(database.pool, acked);
      report(`17 clean shutdown, ${kind} queue`, {
        acked: acked.size,
        inLog,
        applied,
        wrong: lost.length + holes,
        duplicated,
        parked,
        maxStallMs: slowest,
      });
      expect({ lost, duplicated, parked, holes }).toEqual({ lost: [], duplicated: 0, parked: 0, holes: 0 });
      expect(acked.size).toBeGreaterThan(20);
      expect(slowest).toBeLessThan(STOP_LIMIT_MS);
    },
    limitMs(90_000),
  );

  /** Connections that nobody closed, and work that was begun and not finished. */
  async function leftHalfDone(): Promise<{ sessions: number; leased: number }> {
    const { rows } = await database.pool.query<{ sessions: number; leased: number }>(
      `select (select count(*)::int from pg_stat_activity
               where datname = current_database() and application_name <> 'dateline test') as sessions,
              (select count(*)::int from dateline.tasks where lease_token is not null) as leased`,
    );
    return rows[0]!;
  }
});
