import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeReports, type Report } from './support/articles.js';
import { Cluster } from './support/cluster.js';
import { form, limitMs, Random, report, seed, Stalls } from './support/form.js';
import { post } from './support/load.js';

const CLIENTS = 24;

describe('promise 4: ingesting again changes nothing', () => {
  let database: TestDatabase;
  let cluster: Cluster;
  const random = new Random(seed);

  beforeAll(async () => {
    database = await createTestDatabase({ max: 4 });
    cluster = new Cluster({ DATABASE_URL: database.url });
    // Two, so that the same article meets itself in the database and not only within a process.
    await cluster.start('serve', 'serve');
  }, 60_000);
  afterAll(async () => {
    await cluster.stop();
    await database.drop();
  }, 60_000);

  const inLog = async (type: string): Promise<number> => {
    const { rows } = await database.pool.query<{ n: number }>(
      'select count(*)::int as n from dateline.events where type = $1',
      [type],
    );
    return rows[0]!.n;
  };

  it(
    'when every article is sent 1 to 5 times at once and answers get lost',
    async () => {
      const reports = makeReports(random, form(300, 3_000));
      const outcomes = new Map<string, string[]>();
      const stalls = new Stalls();
      let acked = 0;
      let dropped = 0;

      /** One of the copies; the client hangs up on some of them before it hears anything. */
      async function send(article: Report, heard: boolean): Promise<void> {
        const url = cluster.anyUrl(random)!;
        const hangUp = new AbortController();
        const answered = post(url, '/v1/articles', article, heard ? undefined : hangUp.signal);
        if (!heard) void sleep(random.int(0, 12)).then(() => hangUp.abort());
        try {
          const { outcome } = (await answered) as { outcome: string };
          acked += 1;
          outcomes.set(article.externalId, [...(outcomes.get(article.externalId) ?? []), outcome]);
          stalls.progress();
        } catch (error) {
          if (!hangUp.signal.aborted) throw error;
          dropped += 1;
        }
      }

      const left = [...reports];
      const client = async (): Promise<void> => {
        for (let article = left.shift(); article; article = left.shift()) {
          const copies = random.int(1, 5);
          await Promise.all(Array.from({ length: copies }, () => send(article, random.chance(0.6))));
        }
      };
      await Promise.all(Array.from({ length: CLIENTS }, client));
      // Whoever heard nothing sends again, as a client does.
      for (const article of reports) if (!outcomes.has(article.externalId)) await send(article, true);
      // And once more everything: nothing may be new.
      const again = await Promise.all(
        reports.map(async (article, i) => {
          await sleep(i);
          const { outcome } = (await post(cluster.anyUrl(random)!, '/v1/articles', article)) as {
            outcome: string;
          };
          return outcome;
        }),
      );

      const ingested = await inLog('ArticleIngested');
      const created = [...outcomes.values()].filter(
        (all) => all.filter((one) => one === 'created').length > 1,
      );
      const wrong =
        (await inLog('ArticleRevised')) +
        created.length +
        again.filter((outcome) => outcome !== 'unchanged').length;
      report(`4 ingesting again, ${dropped} answers dropped`, {
        acked,
        inLog: ingested,
        applied: reports.length,
        wrong,
        duplicated: ingested - reports.length,
        maxStallMs: stalls.maxMs,
      });
      expect(ingested).toBe(reports.length);
      expect(wrong).toBe(0);
      expect(dropped).toBeGreaterThan(10);
    },
    limitMs(60_000),
  );
});
