import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { EventLog } from '../../src/event-log/event-log.js';
import { randomId } from '../../src/shared/ids.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { form, limitMs, Random, report, seed, Stalls } from './support/form.js';

const APPENDERS = 32;
const ROLLED_BACK = 0.2;

/** Somewhere events are written within a transaction and read after a position. */
interface Paged {
  append(client: pg.PoolClient, ids: readonly string[]): Promise<void>;
  read(after: bigint): Promise<{ position: bigint; id: string }[]>;
}

/** The log itself. */
function dateline(pool: pg.Pool): Paged {
  const log = new EventLog(pool, (_type, _version, data) => data);
  return {
    async append(client, ids) {
      const events = ids.map((id) => ({
        id,
        type: 'Happened',
        data: {},
        occurredAt: '2024-01-01T00:00:00.000Z',
      }));
      await log.appendIn(client, [
        { stream: `s-${ids[0]}`, expectedVersion: 0, events, metadata: { actor: 'test' } },
      ]);
    },
    // Throws at a hole.
    read: (after) => log.readAll(after, 500),
  };
}

/** What most systems do, and what must fail here: a sequence hands out positions before commit order is known. */
async function plainSequence(pool: pg.Pool): Promise<Paged> {
  await pool.query('create table plain_events (position bigserial primary key, id uuid not null)');
  return {
    async append(client, ids) {
      await client.query('insert into plain_events (id) select unnest($1::uuid[])', [ids]);
    },
    async read(after) {
      const { rows } = await pool.query<{ position: string; id: string }>(
        'select position, id from plain_events where position > $1 order by position limit 500',
        [after.toString()],
      );
      return rows.map(({ position, id }) => ({ position: BigInt(position), id }));
    },
  };
}

interface Race {
  /** When each committed event was. */
  readonly committed: ReadonlyMap<string, number>;
  /** When each event was read, and how often. */
  readonly seen: ReadonlyMap<string, { at: number; times: number }>;
  readonly maxStallMs: number;
}

/** Appends `total` events from 32 connections at once, a fifth of them rolled back, before a poller's eyes. */
async function race(pool: pg.Pool, paged: Paged, total: number): Promise<Race> {
  const committed = new Map<string, number>();
  const seen = new Map<string, { at: number; times: number }>();
  const stalls = new Stalls();
  let appending = true;

  const appender = async (n: number): Promise<void> => {
    const random = new Random(seed + n);
    let left = Math.ceil(total / APPENDERS);
    while (left > 0) {
      const ids = Array.from({ length: Math.min(left, random.int(1, 10)) }, randomId);
      const rolledBack = random.chance(ROLLED_BACK);
      const client = await pool.connect();
      try {
        await client.query('begin');
        await pause(random);
        await paged.append(client, ids);
        await pause(random);
        await client.query(rolledBack ? 'rollback' : 'commit');
      } finally {
        client.release();
      }
      if (rolledBack) continue;
      const now = performance.now();
      for (const id of ids) committed.set(id, now);
      left -= ids.length;
    }
  };

  const poller = async (): Promise<void> => {
    let after = 0n;
    for (;;) {
      const last = !appending;
      const events = await paged.read(after);
      for (const { id } of events) {
        const before = seen.get(id);
        seen.set(id, { at: before?.at ?? performance.now(), times: (before?.times ?? 0) + 1 });
      }
      if (events.length > 0) stalls.progress();
      else if (last) return;
      after = events.at(-1)?.position ?? after;
      await sleep(1);
    }
  };

  const polled = poller();
  // Awaited below; a hole found meanwhile must not be an unhandled rejection.
  polled.catch(() => undefined);
  await Promise.all(Array.from({ length: APPENDERS }, (_, n) => appender(n)));
  appending = false;
  await polled;
  return { committed, seen, maxStallMs: stalls.maxMs };
}

/** Mostly none, now and then some milliseconds: what makes transactions commit in another order than they began. */
async function pause(random: Random): Promise<void> {
  if (random.chance(0.1)) await sleep(random.int(0, 4));
}

const skipped = ({ committed, seen }: Race): string[] => [...committed.keys()].filter((id) => !seen.has(id));

describe('promise 2: no reader skips an event', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ max: APPENDERS + 1 });
  });
  afterAll(() => database.drop());

  it(
    'reading after a position, while 32 append and roll back',
    async () => {
      const result = await race(database.pool, dateline(database.pool), form(20_000, 100_000));
      const { committed, seen, maxStallMs } = result;
      const lags = [...committed].map(([id, at]) => (seen.get(id)?.at ?? at) - at);
      const duplicated = [...seen.values()].filter(({ times }) => times > 1).length;
      report('2 no reader skips', {
        acked: committed.size,
        inLog: committed.size,
        applied: seen.size,
        wrong: skipped(result).length,
        duplicated,
        maxLagMs: lags.reduce((a, b) => Math.max(a, b), 0),
        maxStallMs,
      });
      expect(skipped(result)).toEqual([]);
      expect([...seen.keys()].filter((id) => !committed.has(id))).toEqual([]);
      expect(duplicated).toBe(0);
    },
    limitMs(60_000),
  );

  it(
    'negative control: the same reader over a plain sequence does skip some',
    async () => {
      const result = await race(database.pool, await plainSequence(database.pool), form(5_000, 100_000));
      const { committed, seen, maxStallMs } = result;
      report('2 negative control, a plain sequence', {
        acked: committed.size,
        inLog: committed.size,
        applied: seen.size,
        wrong: skipped(result).length,
        maxStallMs,
      });
      expect(skipped(result).length).toBeGreaterThan(0);
    },
    limitMs(60_000),
  );
});
