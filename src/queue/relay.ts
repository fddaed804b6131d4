import type pg from 'pg';
import type { StoredEvent } from '../event-log/stored-event.js';
import type { Logger } from '../shared/logger.js';
import type { JobQueues } from './job-queues.js';
import type { EventHandler } from './log-consumer.js';
import { addTasks } from './tasks.js';

/** Which event types ask for analysis, and which consumers read the log. */
export interface Routes {
  readonly analysis: readonly string[];
  readonly consumers: readonly string[];
}

/**
 * From log to jobs: writes a task for each event that asks for work, in log order and exactly once, then rings the
 * doorbells. A bell that cannot be rung is no failure: the sweeper looks anyway.
 */
export class Relay implements EventHandler {
  readonly name = 'relay';
  readonly batchSize = 500;

  constructor(
    private readonly queues: JobQueues,
    private readonly routes: Routes,
    private readonly logger: Logger,
  ) {}

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    const positions = events
      .filter((event) => this.routes.analysis.includes(event.type))
      .map((event) => event.position);
    if (positions.length > 0) await addTasks(client, 'analysis', positions);
  }

  committed(position: bigint): void {
    const upTo = position.toString();
    const rings = [
      this.queues.ring('analysis', 'analysis', { upTo }),
      ...this.routes.consumers.map((consumer) => this.queues.ring('consume', consumer, { consumer })),
    ];
    Promise.all(rings).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'could not ring the queue; the sweeper takes over'),
    );
  }

  forget(): void {
    // Remembers nothing.
  }
}
