import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { form, limitMs, Random, report, seed } from './support/form.js';
import { History } from './support/history.js';
import { handPipeline } from './support/pipeline.js';
import { checkCaches, tableDigests } from './support/read-models.js';

const YEAR_MS = 31_557_600_000;

/** Circumstances that must make no difference; each is one rebuild. */
const CIRCUMSTANCES = form(
  [
    { batch: 1, zone: 'Pacific/Kiritimati', locale: 'tr_TR.UTF-8', clockMs: -30 * YEAR_MS },
    { batch: 37, zone: 'America/St_Johns', locale: 'ar_EG.UTF-8', clockMs: 40 * YEAR_MS },
  ],
  [
    { batch: 1, zone: 'Pacific/Kiritimati', locale: 'tr_TR.UTF-8', clockMs: -30 * YEAR_MS },
    { batch: 2, zone: 'Etc/GMT+12', locale: 'C', clockMs: 600_000 },
    { batch: 7, zone: 'Australia/Eucla', locale: 'th_TH.UTF-8', clockMs: -600_000 },
    { batch: 37, zone: 'America/St_Johns', locale: 'ar_EG.UTF-8', clockMs: 40 * YEAR_MS },
    { batch: 200, zone: 'Europe/Dublin', locale: 'lt_LT.UTF-8', clockMs: 0 },
    { batch: 5_000, zone: 'Asia/Jerusalem', locale: 'fa_IR.UTF-8', clockMs: 12 * 3_600_000 },
  ],
);

interface Answers {
  readonly digests: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly now: number;
}

describe('promise 7: a rebuild gives the same bytes', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** What a reader gets, in another process; `rebuild` folds the log anew before. */
  async function readBack(
    mode: 'read' | 'rebuild',
    environment: Record<string, string> = {},
  ): Promise<Answers> {
    const script = fileURLToPath(new URL('./support/read-back.js', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, database.url, mode], {
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      maxBuffer: 1 << 20,
    });
    return JSON.parse(stdout) as Answers;
  }

  it(
    'over batch sizes, time zones, locales and clocks',
    async () => {
      const { pool } = database;
      const random = new Random(seed);
      const { log, pipeline, close } = handPipeline(database);
      const history = new History(log, random);
      await history.begin();
      while (history.articles < form(80, 2_000)) {
        await history.step();
        if (random.chance(0.3)) await pipeline.settle();
      }
      await pipeline.settle();
      await close();

      const live = { tables: await tableDigests(pool), answers: await readBack('read') };
      let caches = await checkCaches(pool);
      expect(caches.wrong).toBe(0);
      expect(caches.states).toBeGreaterThan(0);
      expect(caches.keyframes).toBeGreaterThan(0);

      // Without the caches every answer is folded when it is asked for.
      await pool.query('truncate dateline.story_states, dateline.story_keyframes');
      expect((await readBack('read')).digests).toEqual(live.answers.digests);

      let wrong = 0;
      for (const { batch, zone, locale, clockMs } of CIRCUMSTANCES) {
        const environment = { TZ: zone, LC_ALL: locale, LANG: locale };
        const answers = await readBack('rebuild', {
          ...environment,
          FAULT_BATCH: String(batch),
          FAULT_CLOCK_MS: String(clockMs),
        });
        // The circumstances did reach it.
        expect(answers.zone).toBe(zone);
        expect(Math.abs(answers.now - Date.now() - clockMs)).toBeLessThan(60_000);
        const tables = await tableDigests(pool);
        const differing = [
          ...[...live.tables]
            .filter(([table, digest]) => tables.get(table) !== digest)
            .map(([table]) => table),
          ...Object.entries(live.answers.digests)
            .filter(([kind, digest]) => answers.digests[kind] !== digest)
            .map(([kind]) => kind),
        ];
        wrong += differing.length;
        expect({ batch, zone, locale, clockMs, differing }).toEqual({
          batch,
          zone,
          locale,
          clockMs,
          differing: [],
        });
      }
      caches = await checkCaches(pool);
      wrong += caches.wrong;
      const { rows } = await pool.query<{ events: number; changes: number; parked: number }>(
        `select (select count(*)::int from dateline.events) as events,
                (select count(*)::int from dateline.story_changes) as changes,
                (select count(*)::int from dateline.parked_stories) as parked`,
      );
      const { events, changes, parked } = rows[0]!;
      report('7 rebuild gives the same bytes', { inLog: events, applied: changes, wrong, parked });
      expect({ wrong, parked }).toEqual({ wrong: 0, parked: 0 });
      // All kinds of answers were compared, and states among them.
      expect(Object.keys(live.answers.digests).sort()).toEqual(
        ['articles', 'byBothClocks', 'byDate', 'byVersion', 'changes', 'lists', 'storyLists'].sort(),
      );
    },
    limitMs(180_000),
  );
});
