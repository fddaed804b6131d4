import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { queueBackends } from '../support/redis.js';
import { breakableQueue, type BreakableQueue } from './support/breakable-queue.js';
import { Cluster } from './support/cluster.js';
import { form, limitMs, Random, report, seed } from './support/form.js';
import { audit, Load, settled, trackOverHttp, Watch } from './support/load.js';

const PROCESSES = ['serve', 'work', 'work'] as const;
/** What a fault may add to the time from acknowledged to applied, and to the time without any progress. */
const ALLOWED_MS = 2_000;

describe.each(queueBackends)('promise 6: the queue on %s may vanish', (kind) => {
  const random = new Random(seed);
  let database: TestDatabase;
  let queue: BreakableQueue | undefined;
  let cluster: Cluster;

  beforeAll(async () => {
    database = await createTestDatabase({ max: 4 });
    queue = await breakableQueue(kind, database);
    if (!queue) return;
    cluster = new Cluster({ DATABASE_URL: database.url, ...queue.environment });
    await cluster.start(...PROCESSES);
    await trackOverHttp(cluster.anyUrl(random)!);
  }, 60_000);
  afterAll(async () => {
    await cluster?.stop();
    await queue?.end();
    await database.drop();
  }, 60_000);

  it(
    'wiped, stopped, and with a worker killed, under load',
    async () => {
      if (!queue) return console.warn('no redis-server to kill: skipped');
      const load = new Load(() => cluster.anyUrl(random), random, { writers: 2, pauseMs: 60 });
      const watch = new Watch(database.pool);
      // What this machine takes without any fault: it may be busy with other things. The first articles do not count,
      // for a worker that has just started has still to load the language model.
      while (watch.applied.size < 10) await sleep(20);
      const warm = performance.now();
      await sleep(form(2_500, 10_000));
      const calm = performance.now();
      while (watch.maxLagMs(load.acked.values(), warm, calm) === Infinity) await sleep(20);
      const usualMs = watch.maxLagMs(load.acked.values(), warm, calm);
      const broken = performance.now();

      for (let round = 0; round < form(1, 20); round++) {
        for (let wipes = 0; wipes < 4; wipes++) {
          await sleep(random.int(50, 600));
          await queue.wipe();
        }
        await queue.stop();
        await sleep(random.int(1_500, 2_500));
        await queue.restart();
        await sleep(random.int(200, 800));
      }
      const kills: number[] = [];
      for (let round = 0; round < form(1, 20); round++) {
        await cluster.whole(PROCESSES.length);
        kills.push(performance.now());
        cluster.killOne(random, 'work');
        await sleep(2_500);
      }
      await load.stop();
      await settled(database.pool);
      await watch.stop();

      const { lost, duplicated, parked, inLog, applied, holes } = await audit(database.pool, load.acked);
      const addedMs = watch.maxLagMs(load.acked.values(), broken, kills[0]) - usualMs;
      const resumedMs = Math.max(...kills.map((killed) => watch.resumedAfter(killed) - killed));
      report(`6 the ${kind} queue may vanish (usual lag ${Math.round(usualMs)} ms)`, {
        acked: load.acked.size,
        inLog,
        applied,
        wrong: lost.length + holes,
        duplicated,
        parked,
        maxLagMs: watch.maxLagMs(load.acked.values()),
        maxStallMs: watch.stalls.maxMs,
      });
      expect({ lost, duplicated, parked, holes }).toEqual({ lost: [], duplicated: 0, parked: 0, holes: 0 });
      expect(cluster.accidents).toEqual([]);
      expect(load.acked.size).toBeGreaterThan(20);
      expect(addedMs).toBeLessThan(ALLOWED_MS);
      expect(resumedMs).toBeLessThan(ALLOWED_MS);
    },
    limitMs(90_000),
  );
});
