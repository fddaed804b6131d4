import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { inTransaction } from '../shared/pg.js';
import { advanceCheckpoint, loadCheckpoint } from './checkpoints.js';
import { EventLog, LogCorruption } from './event-log.js';
import type { AppendRequest, NewEvent } from './stored-event.js';

const event = (data: unknown = { a: 1 }, id: string = randomUUID()): NewEvent => ({
  id,
  type: 'Happened',
  data,
  occurredAt: '2024-04-02T08:00:00.000Z',
});
const request = (stream: string, expectedVersion: number | 'any', ...events: NewEvent[]): AppendRequest => ({
  stream,
  expectedVersion,
  events,
  metadata: { actor: 'test' },
});

describe('the log', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let log: EventLog;

  beforeEach(async () => {
    database = await createTestDatabase();
    pool = database.pool;
    log = new EventLog(pool, (_type, _version, data) => data);
  });
  afterEach(() => database.drop());

  it('gives back what was appended, with both clocks, densely numbered', async () => {
    const first = await log.append(request('ship-1', 0, event({ name: 'Anna' }), event({ name: 'Berta' })));
    const second = await log.append(request('ship-2', 'any', event({ name: 'Clara' })));
    expect(first).toMatchObject({ outcome: 'appended', version: 2, positions: [1n, 2n] });
    expect(second).toMatchObject({ outcome: 'appended', version: 1, positions: [3n] });
    const all = await log.readAll(0n, 10);
    expect(all.map((e) => [e.position, e.stream, e.version, e.data])).toEqual([
      [1n, 'ship-1', 1, { name: 'Anna' }],
      [2n, 'ship-1', 2, { name: 'Berta' }],
      [3n, 'ship-2', 1, { name: 'Clara' }],
    ]);
    expect(all[0]).toMatchObject({ occurredAt: '2024-04-02T08:00:00.000Z', metadata: { actor: 'test' } });
    expect(await log.readStream('ship-1', 1)).toEqual([all[1]]);
    expect((await log.readStreams(['ship-1', 'ship-2', 'ship-3'])).get('ship-2')).toEqual([all[2]]);
    expect(await log.readPositions([3n, 1n, 99n])).toEqual([all[0], all[2]]);
    expect(await log.head()).toMatchObject({ position: 3n, id: all[2]!.id });
  });

  it('refuses a wrong expected version, and takes the same event id once', async () => {
    const twice = event();
    await log.append(request('ship-1', 0, twice));
    expect(await log.append(request('ship-1', 0, event()))).toMatchObject({
      outcome: 'conflict',
      version: 1,
      positions: [],
    });
    expect(await log.append(request('ship-1', 0, twice))).toMatchObject({
      outcome: 'duplicate',
      version: 1,
      positions: [1n],
    });
    expect((await log.head()).position).toBe(1n);
  });

  it('coalesces concurrent appends without letting one fail another', async () => {
    const results = await Promise.all([
      log.append(request('ship-1', 0, event())),
      log.append(request('ship-1', 0, event())),
      log.append(request('ship-2', 5, event())),
      log.append(request('ship-3', 'any', event())),
      log
        .append({ ...request('ship-4', 0, event()), events: [{ ...event(), occurredAt: 'not a time' }] })
        .catch(() => 'refused'),
    ]);
    expect(results.map((r) => (typeof r === 'string' ? r : r.outcome))).toEqual([
      'appended',
      'conflict',
      'conflict',
      'appended',
      'refused',
    ]);
    expect((await log.readAll(0n, 10)).map((e) => e.stream)).toEqual(['ship-1', 'ship-3']);
  });

  it('answers each of a call: the same again beside the new, of one event and of several', async () => {
    const twice = event();
    await log.append(request('ship-1', 0, twice));
    const single = await log.appendAll([
      request('ship-2', 'any', event()),
      request('ship-1', 'any', twice),
      request('ship-3', 0, event()),
    ]);
    expect(single.map((r) => [r.outcome, r.version, r.positions])).toEqual([
      ['appended', 1, [2n]],
      ['duplicate', 1, [1n]],
      ['appended', 1, [3n]],
    ]);
    const several = await log.appendAll([
      request('ship-1', 1, event()),
      request('ship-2', 1, event(), event()),
      request('ship-3', 1, event()),
    ]);
    expect(several.map((r) => [r.outcome, r.version, r.positions])).toEqual([
      ['appended', 2, [4n]],
      ['appended', 3, [5n, 6n]],
      ['appended', 2, [7n]],
    ]);
    const next = await log.appendAll([request('ship-3', 2, event()), request('ship-1', 'any', event())]);
    expect(next.map((r) => [r.outcome, r.version, r.positions])).toEqual([
      ['appended', 3, [8n]],
      ['appended', 3, [9n]],
    ]);
    expect((await log.readAll(0n, 10)).map((e) => [e.stream, e.version])).toEqual([
      ['ship-1', 1],
      ['ship-2', 1],
      ['ship-3', 1],
      ['ship-1', 2],
      ['ship-2', 2],
      ['ship-2', 3],
      ['ship-3', 2],
      ['ship-3', 3],
      ['ship-1', 3],
    ]);
  });

  it('gives exactly N wins to N of 32 writers on one stream, with versions 1..N', async () => {
    const wins = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const { outcome } = await log.append(request('ship-1', 0, event()));
        return outcome === 'appended' ? 1 : 0;
      }),
    );
    expect(wins.reduce<number>((a, b) => a + b, 0)).toBe(1);
    await Promise.all(Array.from({ length: 32 }, () => log.append(request('ship-1', 'any', event()))));
    expect((await log.readStream('ship-1')).map((e) => e.version)).toEqual(
      Array.from({ length: 33 }, (_, i) => i + 1),
    );
  });

  it('never goes back in recorded time, whatever the clock says', async () => {
    await log.append(request('ship-1', 0, event()));
    // A log written by a machine whose clock was ahead.
    await inTransaction(pool, async (client) => {
      await client.query(`set local session_replication_role = replica`);
      await client.query(`update dateline.events set recorded_at = '2100-01-01'`);
    });
    const { recordedAt } = await log.append(request('ship-2', 0, event()));
    expect(recordedAt).toBe('2100-01-01T00:00:00.000Z');
  });

  it.each([
    ['update', `update dateline.events set type = 'Other'`],
    ['delete', 'delete from dateline.events'],
    ['truncate', 'truncate dateline.events'],
    ['payload update', `update dateline.payloads set body = '{}'`],
    ['payload delete', 'delete from dateline.payloads'],
    ['payload truncate', 'truncate dateline.payloads'],
  ])('is append-only: %s is refused by the database', async (_what, sql) => {
    await log.append(request('ship-1', 0, event()));
    await expect(pool.query(sql)).rejects.toThrow('refused');
    expect(await log.readAll(0n, 10)).toHaveLength(1);
  });

  it('keeps position, hash and place of an event whose payload is erased', async () => {
    await log.append(request('ship-1', 0, event({ text: 'secret' }), event()));
    await inTransaction(pool, async (client) => {
      await client.query(`set local dateline.erasing = 'on'`);
      await client.query('delete from dateline.payloads where position = 1');
    });
    expect((await log.readAll(0n, 10)).map((e) => e.data)).toEqual([null, { a: 1 }]);
  });

  it('stops at a hole', async () => {
    await log.append(request('ship-1', 0, event(), event(), event()));
    await inTransaction(pool, async (client) => {
      await client.query(`set local session_replication_role = replica`);
      await client.query('delete from dateline.events where position = 2');
    });
    await expect(log.readAll(0n, 10)).rejects.toThrow(LogCorruption);
  });

  it('moves checkpoints by compare-and-set and notices a log that lost its tail', async () => {
    await log.append(request('ship-1', 0, event(), event()));
    const [first, second] = await log.readAll(0n, 10);
    await advanceCheckpoint(pool, 'reader', 0n, { position: 1n, eventId: first!.id });
    await advanceCheckpoint(pool, 'reader', 1n, { position: 2n, eventId: second!.id });
    await expect(
      advanceCheckpoint(pool, 'reader', 1n, { position: 2n, eventId: second!.id }),
    ).rejects.toThrow('no longer stands');
    expect(await loadCheckpoint(pool, 'reader')).toEqual({ position: 2n, eventId: second!.id, shape: 0 });
    await pool.query(`update dateline.checkpoints set event_id = $1`, [randomUUID()]);
    await expect(loadCheckpoint(pool, 'reader')).rejects.toThrow('restored without its tail');
  });
});
