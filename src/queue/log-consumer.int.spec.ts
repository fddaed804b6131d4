import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { EventLog } from '../event-log/event-log.js';
import type { StoredEvent } from '../event-log/stored-event.js';
import { LogConsumer, type EventHandler } from './log-consumer.js';
import { addTasks, claimTasks, completeTasks, failTasks } from './tasks.js';

const logger = pino({ level: 'silent' });

/** Writes what it reads into a table, and counts in memory, as a projection does. */
class Counter implements EventHandler {
  readonly name = 'counter';
  readonly batchSize = 10;
  readonly tables = ['counted'];
  shape = 0;
  failAt: bigint | null = null;
  forgotten = 0;

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    for (const event of events) {
      await client.query('insert into dateline.counted values ($1)', [event.position.toString()]);
      if (event.position === this.failAt) throw new Error('cannot count this');
    }
  }

  forget(): void {
    this.forgotten += 1;
  }
}

describe('a consumer of the log', () => {
  let database: TestDatabase;
  let log: EventLog;
  const consumer = (handler: EventHandler): LogConsumer =>
    new LogConsumer(database.pool, log, handler, logger);
  const counted = async (): Promise<number[]> =>
    (await database.pool.query('select position::int as n from dateline.counted order by 1')).rows.map(
      (row) => row.n as number,
    );
  const append = (count: number): Promise<unknown> =>
    log.append({
      stream: `s-${randomUUID()}`,
      expectedVersion: 0,
      events: Array.from({ length: count }, () => ({
        id: randomUUID(),
        type: 'Happened',
        data: {},
        occurredAt: '2024-01-01T00:00:00.000Z',
      })),
      metadata: { actor: 'test' },
    });
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

  beforeEach(async () => {
    database = await createTestDatabase();
    log = new EventLog(database.pool, (_t, _v, data) => data);
    await database.pool.query('create table dateline.counted (position bigint)');
  });
  afterEach(() => database.drop());

  it('reads everything once, in order, over many batches and calls', async () => {
    const reader = consumer(new Counter());
    await append(25);
    await Promise.all([reader.catchUp(), reader.catchUp()]);
    await append(3);
    await reader.catchUp();
    expect(await counted()).toEqual(upTo(28));
  });

  it('does each event once when several processes run it, and forgets what it remembered when another went on', async () => {
    const handlers = [new Counter(), new Counter(), new Counter()];
    const readers = handlers.map(consumer);
    for (let i = 0; i < 10; i++) {
      await append(7);
      await Promise.all(readers.map((reader) => reader.catchUp()));
    }
    for (const reader of readers) await reader.catchUp();
    expect(await counted()).toEqual(upTo(70));
  });

  it('rolls a failed batch back whole, and goes on when the cause is gone', async () => {
    const handler = new Counter();
    const reader = consumer(handler);
    await append(15);
    handler.failAt = 13n;
    await expect(reader.catchUp()).rejects.toThrow('cannot count this');
    expect(await counted()).toEqual(upTo(10));
    handler.failAt = null;
    await reader.catchUp();
    expect(await counted()).toEqual(upTo(15));
    expect(handler.forgotten).toBeGreaterThan(0);
  });

  it('gets a batch that is too heavy through in parts', async () => {
    const handler = new Counter();
    const handle = handler.handle.bind(handler);
    const sizes: number[] = [];
    handler.handle = async (events, client) => {
      if (events.length > 3) throw new Error('took too long');
      sizes.push(events.length);
      await handle(events, client);
    };
    const reader = consumer(handler);
    await append(14);
    for (let tries = 0; tries < 20; tries++) await reader.catchUp().catch(() => undefined);
    expect(await counted()).toEqual(upTo(14));
    expect(Math.max(...sizes)).toBe(3);
  });

  it('starts again from nothing after a reset', async () => {
    const reader = consumer(new Counter());
    await append(12);
    await reader.catchUp();
    await reader.reset();
    expect(await counted()).toEqual([]);
    await reader.catchUp();
    expect(await counted()).toEqual(upTo(12));
    const { tables: _tables, ...without } = new Counter();
    const decisions = Object.assign(Object.create(Counter.prototype) as Counter, without);
    await expect(consumer(decisions).reset()).rejects.toThrow('cannot be rebuilt');
  });

  it('folds anew what an older shape has written, once, and leaves alone what a newer one has', async () => {
    const older = consumer(new Counter());
    await append(25);
    await older.catchUp();
    const newer = [new Counter(), new Counter()];
    for (const handler of newer) handler.shape = 1;
    const reset = await database.pool.query('insert into dateline.counted values (1000)');
    expect(reset.rowCount).toBe(1);
    const readers = newer.map(consumer);
    await Promise.all(readers.map((reader) => reader.catchUp()));
    for (const reader of readers) await reader.catchUp();
    expect(await counted()).toEqual(upTo(25));
    await append(3);
    await older.catchUp();
    expect(await counted()).toEqual(upTo(25));
    await readers[0]!.catchUp();
    expect(await counted()).toEqual(upTo(28));
    // Begun by the newer one, there is nothing to fold anew.
    await database.pool.query('insert into dateline.counted values (1000)');
    await readers[1]!.catchUp();
    expect(await counted()).toEqual([...upTo(28), 1000]);
  });

  it('leases each task to one worker, and again once a lease ran out', async () => {
    const { pool } = database;
    await addTasks(pool, 'analysis', [1n, 2n, 3n]);
    await addTasks(pool, 'analysis', [3n]);
    const first = await claimTasks(pool, 'analysis', 2);
    const second = await claimTasks(pool, 'analysis', 2);
    expect(first!.tasks).toEqual([
      { position: 1n, failures: 0 },
      { position: 2n, failures: 0 },
    ]);
    expect(second!.tasks).toEqual([{ position: 3n, failures: 0 }]);
    expect(await claimTasks(pool, 'analysis', 2)).toBeNull();
    await completeTasks(pool, 'analysis', [3n]);
    second!.release();
    // The first worker lives on: its lease is renewed. Then it dies.
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    expect(await claimTasks(pool, 'analysis', 2)).toBeNull();
    first!.release();
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    const third = await claimTasks(pool, 'analysis', 5);
    // Nobody has said that they cannot be done.
    expect(third!.tasks.map((task) => task.failures)).toEqual([0, 0]);
    await failTasks(pool, 'analysis', [1n]);
    third!.release();
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    const fourth = await claimTasks(pool, 'analysis', 5);
    expect(fourth!.tasks.map((task) => task.failures)).toEqual([1, 0]);
    fourth!.release();
  });
});
