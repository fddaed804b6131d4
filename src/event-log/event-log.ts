import type pg from 'pg';
import type { Queryable } from '../shared/pg.js';
import { encodeRequests } from './encode.js';
import type { AppendRequest, AppendResult, StoredEvent, Upcast } from './stored-event.js';

/** Events of one coalesced append at the most: bounds the statement's size and how long the log is locked. */
const MAX_EVENTS_PER_CALL = 500;

const APPEND = {
  name: 'dateline-append',
  text: `select outcomes, versions, first_positions, recorded from dateline.append_events(
    $1::text[], $2::int[], $3::int[], $4::uuid[], $5::text[], $6::smallint[], $7::timestamptz[],
    $8::bytea[], $9::bytea[], $10::json[], $11::json[])`,
};

const COLUMNS = `e.position, e.event_id, e.stream, e.version, e.type, e.schema_version, e.occurred_at, e.recorded_at,
  e.metadata::text as metadata, p.body::text as body`;
const FROM = 'from dateline.events e left join dateline.payloads p using (position)';

/** Raised when the log has a hole: something removed or skipped events, and reading on would skip them for good. */
export class LogCorruption extends Error {
  override name = 'LogCorruption';
}

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The append-only log. Appends are durable when their promise resolves; reads are in position order and have no holes.
 */
export class EventLog {
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;

  /** @param upcast brings bodies of older schema versions up to date; the log itself knows no event type */
  constructor(
    private readonly pool: pg.Pool,
    private readonly upcast: Upcast,
  ) {}

  /**
   * Appends a run of events to one stream, coalesced with whatever else this process appends meanwhile: one
   * statement, one lock, one flush to disk for all of them.
   */
  append(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  /** Appends to many streams; each request is judged on its own. Streams must be distinct. */
  async appendAll(requests: readonly AppendRequest[]): Promise<AppendResult[]> {
    const results: AppendResult[] = [];
    for (const call of calls(requests)) results.push(...(await appendEvents(this.pool, call)));
    return results;
  }

  /**
   * Appends within the caller's transaction, as its last but cheapest step: the log is locked until that commits.
   * Streams must be distinct.
   */
  appendIn(client: Queryable, requests: readonly AppendRequest[]): Promise<AppendResult[]> {
    return requests.length === 0 ? Promise.resolve([]) : appendEvents(client, requests);
  }

  /** Events of one stream after a version, in order. */
  async readStream(stream: string, after = 0, limit = 1000): Promise<StoredEvent[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'dateline-read-stream',
      text: `select ${COLUMNS} ${FROM} where e.stream = $1 and e.version > $2 order by e.version limit $3`,
      values: [stream, after, limit],
    });
    return rows.map((row) => this.toEvent(row));
  }

  /** All events of several streams; a stream without events is absent from the map. */
  async readStreams(streams: readonly string[]): Promise<Map<string, StoredEvent[]>> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'dateline-read-streams',
      text: `select ${COLUMNS} ${FROM} where e.stream = any($1::text[]) order by e.stream, e.version`,
      values: [streams],
    });
    const found = new Map<string, StoredEvent[]>();
    for (const row of rows) {
      const events = found.get(row.stream);
      if (events) events.push(this.toEvent(row));
      else found.set(row.stream, [this.toEvent(row)]);
    }
    return found;
  }

  /**
   * Events after a position, in order, without holes.
   *
   * @throws LogCorruption when a position is missing
   */
  async readAll(after: bigint, limit: number, client: Queryable = this.pool): Promise<StoredEvent[]> {
    const { rows } = await client.query<EventRow>({
      name: 'dateline-read-all',
      text: `select ${COLUMNS} ${FROM} where e.position > $1 order by e.position limit $2`,
      values: [after.toString(), limit],
    });
    let expected = after;
    return rows.map((row) => {
      expected += 1n;
      if (row.position !== expected.toString()) {
        throw new LogCorruption(
          `the log has no event at position ${expected}, the next one is ${row.position}; restore it from a backup before going on`,
        );
      }
      return this.toEvent(row);
    });
  }

  /** The events at these positions, in position order; unknown positions are left out. */
  async readPositions(positions: readonly bigint[]): Promise<StoredEvent[]> {
    if (positions.length === 0) return [];
    const { rows } = await this.pool.query<EventRow>({
      name: 'dateline-read-positions',
      text: `select ${COLUMNS} ${FROM} where e.position = any($1::bigint[]) order by e.position`,
      values: [positions.map(String)],
    });
    return rows.map((row) => this.toEvent(row));
  }

  /** The newest event's position and id; position 0 in an empty log. */
  async head(): Promise<{ position: bigint; id: string | null; recordedAt: string | null }> {
    const { rows } = await this.pool.query<{ position: string; event_id: string; recorded_at: Date }>(
      'select position, event_id, recorded_at from dateline.events order by position desc limit 1',
    );
    const row = rows[0];
    if (!row) return { position: 0n, id: null, recordedAt: null };
    return { position: BigInt(row.position), id: row.event_id, recordedAt: row.recorded_at.toISOString() };
  }

  private async flush(): Promise<void> {
    // Wait one turn, so that appends made in the same tick go together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      try {
        const results = await appendEvents(
          this.pool,
          batch.map((item) => item.request),
        );
        batch.forEach((item, i) => item.resolve(results[i]!));
      } catch (error) {
        await this.appendOneByOne(batch, error);
      }
    }
    this.flushing = null;
  }

  /** As many waiting requests as fit one call; a second one for the same stream waits for the next. */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const streams = new Set<string>();
    let events = 0;
    for (const item of this.waiting) {
      const size = item.request.events.length;
      if (streams.has(item.request.stream) || (batch.length > 0 && events + size > MAX_EVENTS_PER_CALL)) {
        later.push(item);
        continue;
      }
      streams.add(item.request.stream);
      events += size;
      batch.push(item);
    }
    this.waiting = later;
    return batch;
  }

  /** One request that Postgres refuses must not fail those it was coalesced with. */
  private async appendOneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) {
      batch[0]!.reject(error);
      return;
    }
    for (const item of batch) {
      try {
        const [result] = await appendEvents(this.pool, [item.request]);
        item.resolve(result!);
      } catch (own) {
        item.reject(own);
      }
    }
  }

  private toEvent(row: EventRow): StoredEvent {
    const data: unknown = row.body === null ? null : JSON.parse(row.body);
    return {
      position: BigInt(row.position),
      id: row.event_id,
      stream: row.stream,
      version: row.version,
      type: row.type,
      schemaVersion: row.schema_version,
      data: data === null ? null : this.upcast(row.type, row.schema_version, data),
      occurredAt: row.occurred_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      metadata: JSON.parse(row.metadata) as StoredEvent['metadata'],
    };
  }
}

interface EventRow {
  position: string;
  event_id: string;
  stream: string;
  version: number;
  type: string;
  schema_version: number;
  occurred_at: Date;
  recorded_at: Date;
  metadata: string;
  body: string | null;
}

/** Arrays with one element per request. */
interface AppendRow {
  outcomes: AppendResult['outcome'][];
  versions: number[];
  first_positions: (string | null)[];
  recorded: Date[];
}

async function appendEvents(client: Queryable, requests: readonly AppendRequest[]): Promise<AppendResult[]> {
  const { rows } = await client.query<AppendRow>({ ...APPEND, values: [...encodeRequests(requests)] });
  const { outcomes, versions, first_positions, recorded } = rows[0]!;
  return requests.map(({ events }, i) => {
    const first = first_positions[i];
    return {
      outcome: outcomes[i]!,
      version: versions[i]!,
      positions: first == null ? [] : events.map((_, k) => BigInt(first) + BigInt(k)),
      recordedAt: recorded[i]!.toISOString(),
    };
  });
}

function* calls(requests: readonly AppendRequest[]): Generator<AppendRequest[]> {
  let call: AppendRequest[] = [];
  let events = 0;
  for (const request of requests) {
    if (call.length > 0 && events + request.events.length > MAX_EVENTS_PER_CALL) {
      yield call;
      call = [];
      events = 0;
    }
    call.push(request);
    events += request.events.length;
  }
  if (call.length > 0) yield call;
}
