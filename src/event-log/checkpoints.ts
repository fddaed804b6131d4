import type { Queryable } from '../shared/pg.js';
import { LogCorruption } from './event-log.js';

export interface Checkpoint {
  readonly position: bigint;
  /** Id of the event at `position`; null at the beginning. */
  readonly eventId: string | null;
}

/** A checkpoint, and the shape of what was written up to it. */
export interface LoadedCheckpoint extends Checkpoint {
  /** Null when nothing was written yet. */
  readonly shape: number | null;
}

/** Somebody else moved the checkpoint meanwhile: what was done on top of the old one must be rolled back. */
export class StaleCheckpoint extends Error {
  override name = 'StaleCheckpoint';
}

/**
 * Where a consumer stands; the beginning when it has never run.
 *
 * @throws LogCorruption when the log holds another event at that position than the one the consumer saw: the log was
 *   restored without its tail, and reading on would skip what is written there anew
 */
export async function loadCheckpoint(client: Queryable, consumer: string): Promise<LoadedCheckpoint> {
  const { rows } = await client.query<{
    position: string;
    event_id: string | null;
    logged: string | null;
    shape: number;
  }>({
    name: 'dateline-load-checkpoint',
    text: `select c.position, c.event_id, e.event_id as logged, c.shape
           from dateline.checkpoints c left join dateline.events e on e.position = c.position
           where c.consumer = $1`,
    values: [consumer],
  });
  const row = rows[0];
  if (!row) return { position: 0n, eventId: null, shape: null };
  if (row.event_id !== row.logged) {
    throw new LogCorruption(
      `${consumer} stands at position ${row.position} after event ${row.event_id}, but the log has ${row.logged ?? 'nothing'} there; ` +
        `the log was restored without its tail. Rebuild ${consumer} before going on`,
    );
  }
  return { position: BigInt(row.position), eventId: row.event_id, shape: row.shape };
}

/**
 * Moves a checkpoint by compare-and-set, in the transaction of what was written on top of it.
 *
 * @param shape of what is written, when it begins
 * @throws StaleCheckpoint when it no longer stands at `from`
 */
export async function advanceCheckpoint(
  client: Queryable,
  consumer: string,
  from: bigint,
  to: Checkpoint,
  shape = 0,
): Promise<void> {
  const { rowCount } = await client.query({
    name: 'dateline-advance-checkpoint',
    text: `insert into dateline.checkpoints as c (consumer, position, event_id, shape) values ($1, $3, $4, $5)
           on conflict (consumer) do update set position = $3, event_id = $4, updated_at = clock_timestamp()
           where c.position = $2`,
    values: [consumer, from.toString(), to.position.toString(), to.eventId, shape],
  });
  if (rowCount !== 1) throw new StaleCheckpoint(`${consumer} no longer stands at position ${from}`);
}

/**
 * Puts a checkpoint back to the beginning, in the transaction that forgets what was written, and keeps in mind how far
 * it was: not further than the log, which may have been restored without its tail.
 */
export async function resetCheckpoint(client: Queryable, consumer: string, shape: number): Promise<void> {
  await client.query(
    `update dateline.checkpoints set position = 0, event_id = null, shape = $2, updated_at = clock_timestamp(),
       reached = least(greatest(reached, position), (select coalesce(max(position), 0) from dateline.events))
     where consumer = $1`,
    [consumer, shape],
  );
}
