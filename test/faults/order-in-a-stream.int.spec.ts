import { EventLog } from '../../src/event-log/event-log.js';
import type { StoredEvent } from '../../src/event-log/stored-event.js';
import { randomId } from '../../src/shared/ids.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { form, limitMs, report, Stalls } from './support/form.js';

const WRITERS = 32;

/** Who won which version. */
interface Wins {
  readonly versions: number[];
  conflicts: number;
  readonly stalls: Stalls;
}

describe('promise 5: order within a stream', () => {
  let database: TestDatabase;
  let logs: EventLog[];

  beforeAll(async () => {
    database = await createTestDatabase({ max: WRITERS });
    // One log per writer, so that nothing is put in order within the process before the database sees it.
    logs = Array.from({ length: WRITERS }, () => new EventLog(database.pool, (_t, _v, data) => data));
  });
  afterAll(() => database.drop());

  /** Each writer reads how far the stream has counted and appends the next number, until it has counted to `total`. */
  async function count(stream: string, total: number, expecting: boolean): Promise<Wins> {
    const wins: Wins = { versions: [], conflicts: 0, stalls: new Stalls() };
    const writer = async (log: EventLog): Promise<void> => {
      let version = 0;
      let counted = 0;
      for (;;) {
        // The end of the stream as this writer sees it; another may be writing behind its back.
        const last = (await log.readStream(stream, version)).at(-1);
        if (last) [version, counted] = [last.version, countOf(last)];
        if (counted >= total) return;
        const { outcome, version: after } = await log.append({
          stream,
          expectedVersion: expecting ? version : 'any',
          events: [
            {
              id: randomId(),
              type: 'Counted',
              data: { count: counted + 1 },
              occurredAt: '2024-01-01T00:00:00.000Z',
            },
          ],
          metadata: { actor: 'test' },
        });
        if (outcome === 'appended') {
          wins.versions.push(after);
          wins.stalls.progress();
        } else {
          wins.conflicts += 1;
        }
      }
    };
    await Promise.all(logs.map(writer));
    return wins;
  }

  const countOf = (event: StoredEvent): number => (event.data as { count: number }).count;
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

  it(
    'gives each version to exactly one of 32 writers, and nothing to the others',
    async () => {
      const total = form(150, 1_000);
      const { versions, conflicts, stalls } = await count('contested', total, true);
      const stream = await logs[0]!.readStream('contested', 0, total + 1);
      report('5 order within a stream', {
        acked: versions.length,
        inLog: stream.length,
        applied: stream.length,
        wrong: stream.filter((event, i) => event.version !== i + 1 || countOf(event) !== i + 1).length,
        duplicated: versions.length - new Set(versions).size,
        maxStallMs: stalls.maxMs,
      });
      expect([...versions].sort((a, b) => a - b)).toEqual(upTo(total));
      expect(stream.map((event) => event.version)).toEqual(upTo(total));
      expect(stream.map(countOf)).toEqual(upTo(total));
      // Otherwise nobody contested anything and the above shows nothing.
      expect(conflicts).toBeGreaterThan(0);
    },
    limitMs(60_000),
  );

  it(
    'negative control: without an expected version the same writers count some numbers twice',
    async () => {
      const total = 20;
      const { versions } = await count('uncontested', total, false);
      const stream = await logs[0]!.readStream('uncontested', 0, total * WRITERS);
      const counts = stream.map(countOf);
      const duplicated = counts.length - new Set(counts).size;
      report('5 negative control, no expected version', {
        acked: versions.length,
        inLog: stream.length,
        duplicated,
      });
      expect(stream.map((event) => event.version)).toEqual(upTo(stream.length));
      expect(duplicated).toBeGreaterThan(0);
    },
    limitMs(60_000),
  );

  it(
    'negative control: reading the version and then inserting loses order without the log’s lock',
    async () => {
      const { pool } = database;
      await pool.query('create table naive_stream (version integer not null, id uuid not null)');
      const writes = Array.from({ length: WRITERS * 10 }, async () => {
        const { rows } = await pool.query<{ version: number }>(
          'select coalesce(max(version), 0)::int as version from naive_stream',
        );
        await pool.query('insert into naive_stream values ($1, $2)', [rows[0]!.version + 1, randomId()]);
      });
      await Promise.all(writes);
      const { rows } = await pool.query<{ count: number; versions: number }>(
        'select count(*)::int as count, count(distinct version)::int as versions from naive_stream',
      );
      const { count: written, versions } = rows[0]!;
      report('5 negative control, read then insert', {
        acked: written,
        inLog: written,
        duplicated: written - versions,
      });
      expect(versions).toBeLessThan(written);
    },
    limitMs(60_000),
  );
});
