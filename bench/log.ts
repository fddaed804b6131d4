// (a) Appending to the log, against COPY into a plain table: no key, index or trigger, the columns of dateline.events and
// dateline.payloads together, the latter's storage settings. Both sides start from events as objects, so COPY's rows
// are rendered as they are sent; two more lines show COPY of rows rendered beforehand, and COPY into a table with the
// log's four unique keys.
//
// Why appending one by one stands where it stands: eight clients that wait for each other's flush make calls of eight, and
// a call is a round trip and a flush to disk, whatever it does. Two lines show that floor: the same calls that write
// nothing but one row, and that insert the eight events into one keyed table with no lock, look-up or doorbell.
// Postgres's own time for a call of eight, without waiting for the disk, in microseconds on two cores of an AMD EPYC: 86
// to take the arguments and answer, 99 for the rows, 95 for four keys, 9 for bodies in a table of their own, 50 for the
// look-ups of versions and ids, 8 for the doorbell, 30 for the lock, the head of the log and the answers. Node takes some
// 300 more, 80 of it for JSON, hashes and laying out the arguments. A flush took 150 and more.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { encodeRequests } from '../src/event-log/encode.js';
import { EventLog } from '../src/event-log/event-log.js';
import type { AppendRequest, NewEvent } from '../src/event-log/stored-event.js';
import { withDatabase } from './support/database.js';
import { compare, seconds } from './support/measure.js';
import { Random } from './support/random.js';
import { printHead, printRatios } from './support/report.js';

const ROUNDS = 7;
const COPIED = 10_000;
const SINGLE = 4_000;
const CLIENTS = 8;
const BATCHES = 80;
const BATCH = 100;
const BODY_BYTES = 2_000;
const METADATA = { actor: 'bench', correlationId: randomUUID() };

const random = new Random(1);
const words = Array.from({ length: 500 }, () => Math.floor(random.next() * 36 ** 7).toString(36));

function newEvent(): NewEvent {
  let text = '';
  while (text.length < BODY_BYTES - 12) text += `${random.pick(words)} `;
  // One flat string, as a parsed request has it: flattening hundreds of pieces would be most of the time measured.
  text = Buffer.from(text).toString();
  return { id: randomUUID(), type: 'Benched', data: { text }, occurredAt: '2024-04-02T08:00:00.000Z' };
}

const events = (n: number): NewEvent[] => Array.from({ length: n }, newEvent);

async function createTables(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create schema bench;
    create table bench.plain (
      position bigint not null, event_id uuid not null, stream text not null collate "C", version integer not null,
      type text not null collate "C", schema_version smallint not null, occurred_at timestamptz not null,
      recorded_at timestamptz not null, payload_hash bytea not null, metadata json not null,
      salt bytea not null, body json not null) with (toast_tuple_target = 8160);
    create table bench.one_row (position bigint not null);
    create table bench.keyed (like bench.plain, primary key (position), unique (event_id), unique (stream, version))
      with (toast_tuple_target = 8160);
    create unique index on bench.keyed (position) include (version)`);
}

let copied = 0;

/** Rows in COPY's text format, in pieces of some 64 kB. */
function* render(rows: readonly NewEvent[]): Generator<Buffer> {
  const now = new Date().toISOString();
  let piece = '';
  for (const { id, type, data, occurredAt } of rows) {
    const body = JSON.stringify(data);
    const salt = randomBytes(16);
    const payloadHash = createHash('sha256').update(salt).update(body).digest('hex');
    const metadata = JSON.stringify(METADATA);
    const columns = [
      ++copied,
      id,
      `bench-${id}`,
      1,
      type,
      1,
      occurredAt,
      now,
      `\\\\x${payloadHash}`,
      metadata,
      `\\\\x${salt.toString('hex')}`,
      body,
    ];
    // Nothing in these bodies needs escaping.
    piece += `${columns.join('\t')}\n`;
    if (piece.length < 65_536) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

async function copy(pool: pg.Pool, table: string, pieces: Iterable<Buffer>): Promise<void> {
  const client = await pool.connect();
  try {
    await pipeline(
      Readable.from(pieces, { objectMode: false }),
      client.query(copyFrom(`copy bench.${table} from stdin`)),
    );
  } finally {
    client.release();
  }
}

const ARGUMENTS = `$1::bigint as head, $2::text[] as streams, $3::int[], $4::int[] as counts, $5::uuid[] as ids,
  $6::text[] as types, $7::smallint[] as versions, $8::timestamptz[] as occurred, $9::bytea[] as hashes,
  $10::bytea[] as salts, $11::json[] as bodies, $12::json[] as metadata`;

/** What a call of one event per client costs at the least: `text` inserts with the arguments of an append. */
async function callEach(pool: pg.Pool, into: string, text: string, rows: readonly NewEvent[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CLIENTS) {
    const values = [copied, ...encodeRequests(rows.slice(i, i + CLIENTS).map(appendRequest))];
    copied += CLIENTS;
    await pool.query({
      name: `bench-${into}`,
      text: `with a as materialized (select ${ARGUMENTS}) insert into bench.${into} ${text}`,
      values,
    });
  }
}

const INSERT_ALL = `select head + k, ids[k], streams[k], 1, types[k], versions[k], occurred[k], now(), hashes[k], metadata[k],
  salts[k], bodies[k] from a, generate_series(1, ${CLIENTS}) k`;

const appendRequest = (event: NewEvent): AppendRequest => ({
  stream: `bench-${event.id}`,
  expectedVersion: 0,
  events: [event],
  metadata: METADATA,
});

async function appendEach(log: EventLog, rows: readonly NewEvent[]): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    for (let event = rows[next++]; event; event = rows[next++]) {
      await log.append(appendRequest(event));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

async function appendBatches(log: EventLog, batches: readonly NewEvent[][]): Promise<void> {
  for (const batch of batches) {
    await log.append({
      stream: `bench-${batch[0]!.id}`,
      expectedVersion: 0,
      events: batch,
      metadata: METADATA,
    });
  }
}

await withDatabase(async ({ pool }) => {
  await printHead('(a) Appending 2 kB events to the log, against COPY into a plain table', pool);
  await createTables(pool);
  const log = new EventLog(pool, (_type, _version, data) => data);
  const each = `one by one, ${CLIENTS} clients`;
  const inBatches = `in batches of ${BATCH}, one client`;
  const measured = await compare(ROUNDS, [
    {
      name: 'COPY into a plain table',
      run: async () => {
        const rows = events(COPIED);
        return COPIED / (await seconds(() => copy(pool, 'plain', render(rows))));
      },
    },
    {
      name: 'the same, rows rendered beforehand',
      run: async () => {
        const pieces = [...render(events(COPIED))];
        return COPIED / (await seconds(() => copy(pool, 'plain', pieces)));
      },
    },
    {
      name: 'the same, table with keys',
      run: async () => {
        const rows = events(COPIED);
        return COPIED / (await seconds(() => copy(pool, 'keyed', render(rows))));
      },
    },
    {
      name: `${CLIENTS} events sent, one row written`,
      run: async () => {
        const rows = events(SINGLE);
        return SINGLE / (await seconds(() => callEach(pool, 'one_row', 'select head from a', rows)));
      },
    },
    {
      name: `${CLIENTS} events inserted, no checks`,
      run: async () => {
        const rows = events(SINGLE);
        return SINGLE / (await seconds(() => callEach(pool, 'keyed', INSERT_ALL, rows)));
      },
    },
    {
      name: each,
      run: async () => {
        const rows = events(SINGLE);
        return SINGLE / (await seconds(() => appendEach(log, rows)));
      },
    },
    {
      name: inBatches,
      run: async () => {
        const batches = Array.from({ length: BATCHES }, () => events(BATCH));
        return (BATCHES * BATCH) / (await seconds(() => appendBatches(log, batches)));
      },
    },
  ]);
  printRatios('events/s', measured, { [each]: 0.3, [inBatches]: 0.45 });
});
