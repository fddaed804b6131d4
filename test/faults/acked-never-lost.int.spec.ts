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
    harm: (load: Load, watch: Watch) => Promise<void>,
  ): Promise<void> {
    const load = new Load(() => cluster.anyUrl(random), random, { writers: 3, pauseMs: 80, firstNumber });
    const watch = new Watch(pool);
    await harm(load, watch);
    await load.stop();
    await cluster.whole(PROCESSES.length);
    await settled(pool).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${cluster.said()}`);
    });
    await watch.stop();
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

  /** The embedded server, once there is one that is not `other`: whoever starts it anew writes its file anew. */
  async function server(other?: number): Promise<{ pid: number }> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const found = await embeddedServer(dataDir).catch(() => null);
      if (found && found.pid !== other) return found;
      if (Date.now() > deadline) throw new Error(`no Postgres within 30 s:\n${cluster.said()}`);
      await sleep(20);
    }
  }

  it(
    'when random processes are killed under load',
    () =>
      survives('processes killed', 0, async (_load, watch) => {
        for (let kills = 0; kills < form(20, 200);) {
          // While work is done, where there is any: a process that has just come up has nothing to lose yet.
          const applied = watch.applied.size;
          for (let ms = 0; ms < 1_000 && watch.applied.size === applied; ms += 20) await sleep(20);
          await sleep(random.int(0, 500));
          if (cluster.killOne(random)) kills += 1;
        }
      }),
    limitMs(150_000),
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
          const before = await server();
          process.kill(before.pid, 'SIGQUIT');
          await server(before.pid);
        }
        const acked = load.acked.size;
        while (load.acked.size < acked + 10) await sleep(10);
      }),
    limitMs(90_000),
  );
});
