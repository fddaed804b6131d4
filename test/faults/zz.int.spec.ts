import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { createPool } from '../../src/database.js';
import { Cluster, embeddedServer, removeData } from './support/cluster.js';
import { form, limitMs, Random, report, seed } from './support/form.js';
import { audit, Load, settled, trackOverHttp, Watch } from './support/load.js';

const PROCESSES = ['serve', 'serve', 'work', 'work'] as const;

// The embedded server, as it is shipped: with fsync, unlike that of the other tests.
describe('promise 1: an acknowledged article is never lost', () => {
  let dataDir: string;
  let cluster: Cluster;
  let pool: pg.Pool;
  const random = new Random(seed);

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-faults-'));
    cluster = new Cluster({ DATELINE_DATA_DIR: dataDir });
    await cluster.start(...PROCESSES);
    pool = createPool({ url: (await embeddedServer(dataDir)).url, max: 2 });
    pool.on('error', () => undefined);
    await trackOverHttp(cluster.anyUrl(random)!);
  }, 60_000);
  afterAll(async () => {
    await pool?.end();
    await cluster.stop();
    await removeData(dataDir);
  }, 60_000);

  /** Puts load on, does `harm`, and looks whether everything acknowledged is there, once. */
  async function survives(
    what: string,
    firstNumber: number,
    harm: (load: Load) => Promise<void>,
  ): Promise<void> {
    const load = new Load(() => cluster.anyUrl(random), random, { writers: 4, pauseMs: 20, firstNumber });
    const watch = new Watch(pool);
    const t0 = performance.now(); const timer = setInterval(() => { pool.query(`select (select count(*) from dateline.tasks) as tasks, (select max(position) from dateline.events) as head, (select json_object_agg(consumer, position) from dateline.checkpoints) as at`).then(({rows}) => ((...a: unknown[]) => process.stdout.write(a.join(' ') + '\n'))(Math.round(performance.now()-t0), JSON.stringify(rows[0]), load.acked.size), () => 0) }, 2000);
    await harm(load); process.stderr.write('harm over\n');
    await load.stop();
    await cluster.whole(PROCESSES.length);
    await settled(pool).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${cluster.said()}`);
    });
    await watch.stop(); clearInterval(timer); process.stdout.write(cluster.said()); const lags = [...load.acked.values()].map((a) => [Math.round((a.at-t0)/1000), Math.round((watch.applied.get(a.articleId)??0)-a.at)]); process.stdout.write('LAGS ' + JSON.stringify(lags) + '\n');
    const { lost, duplicated, parked, inLog, applied, holes } = await audit(pool, load.acked);
    report(`1 acked never lost, ${what}`, {
      acked: load.acked.size,
      inLog,
      applied,
      wrong: lost.length + holes,
      duplicated,
      parked,
      maxLagMs: watch.maxLagMs(load.acked.values()),
      maxStallMs: load.stalls.maxMs,
    });
    expect({ lost, duplicated, parked, holes }).toEqual({ lost: [], duplicated: 0, parked: 0, holes: 0 });
    expect(load.acked.size).toBeGreaterThan(20);
    // Whoever sees its database or its neighbours go lives on.
    expect(cluster.accidents).toEqual([]);
  }

  it(
    'when random processes are killed under load',
    () =>
      survives('processes killed', 0, async () => {
        for (let kills = 0; kills < 50;) {
          await sleep(random.int(100, 900));
          if (cluster.killOne(random)) kills += 1;
        }
      }),
    limitMs(400_000),
  );

  it(
    'when Postgres crashes under load',
    () =>
      survives('Postgres crashed', 1_000_000, async (load) => {
        for (let crashes = 0; crashes < form(3, 15); crashes++) {
          // In the middle of writing, not of recovering from the crash before.
          const acked = load.acked.size;
          while (load.acked.size < acked + 10) await sleep(10);
          await sleep(random.int(0, 1_000));
          const before = await embeddedServer(dataDir);
          process.kill(before.pid, 'SIGQUIT');
          while ((await embeddedServer(dataDir).catch(() => before)).pid === before.pid) await sleep(20);
        }
        const acked = load.acked.size;
        while (load.acked.size < acked + 10) await sleep(10);
      }),
    limitMs(400_000),
  );
});
