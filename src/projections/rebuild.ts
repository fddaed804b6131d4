import type pg from 'pg';
import type { EventLog } from '../event-log/event-log.js';
import { LogConsumer, type EventHandler } from '../queue/log-consumer.js';
import type { Logger } from '../shared/logger.js';

export interface RebuildProgress {
  /** Position reached, and the log's head when the rebuild began. */
  readonly position: bigint;
  readonly head: bigint;
}

/**
 * Empties a read model and folds the log into it again, giving the same bytes. Workers may run meanwhile; readers see
 * the model grow. What a handler only stores to have it at hand when it is asked for is left to the workers, who do it
 * when they are idle: until then readers fold it. What a parked story has missed is said in the log first, so that
 * subscribers are told of it where none has been yet (story-state/replay.ts).
 */
export async function rebuild(
  pool: pg.Pool,
  log: EventLog,
  handler: EventHandler,
  logger: Logger,
  progress: (at: RebuildProgress) => void,
): Promise<void> {
  const { position: head } = await log.head();
  const committed = handler.committed?.bind(handler);
  const told: EventHandler = Object.create(handler, {
    idle: { value: undefined },
    committed: {
      value: (position: bigint): void => {
        committed?.(position);
        progress({ position, head });
      },
    },
  }) as EventHandler;
  const consumer = new LogConsumer(pool, log, told, logger);
  await consumer.reset();
  progress({ position: 0n, head });
  // Another process may hold the consumer's lock and do part of the work: go on until the log as it was is folded.
  for (;;) {
    await consumer.catchUp();
    const { rows } = await pool.query<{ position: string }>(
      'select position from dateline.checkpoints where consumer = $1',
      [handler.name],
    );
    if (BigInt(rows[0]?.position ?? 0) >= head) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
