import type pg from 'pg';
import type { JobQueues } from './queue/job-queues.js';
import type { Metrics } from './shared/metrics.js';

/** What is looked up at each scrape. The same in every process: ask one of them, or take the maximum. */
export function readGauges(metrics: Metrics, pool: pg.Pool, queues: JobQueues): void {
  metrics.gauge(
    'dateline_log_position',
    'Position of the newest event, which counts all appends.',
    'log',
    async () => ({
      events: await readHead(pool),
    }),
  );
  metrics.gauge(
    'dateline_consumer_lag_events',
    'Events of the log that a consumer has not read yet.',
    'consumer',
    async () => {
      const head = await readHead(pool);
      const { rows } = await pool.query<{ consumer: string; position: string }>(
        'select consumer, position from dateline.checkpoints',
      );
      return Object.fromEntries(rows.map((row) => [row.consumer, Math.max(0, head - Number(row.position))]));
    },
  );
  metrics.gauge('dateline_tasks', 'Units of work recorded and not done yet, by queue.', 'queue', async () => {
    const { rows } = await pool.query<{ queue: string; count: number }>(
      'select queue, count(*)::int as count from dateline.tasks group by queue',
    );
    return { analysis: 0, ...Object.fromEntries(rows.map((row) => [row.queue, row.count])) };
  });
  metrics.gauge(
    'dateline_parked_stories',
    'Stories stopped by an event that could not be folded; the log says why.',
    'consumer',
    async () => {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from dateline.parked_stories',
      );
      return { 'story-state': rows[0]!.count };
    },
  );
  metrics.gauge('dateline_queue_depth', 'Jobs waiting, active and delayed, by queue.', 'queue', () =>
    queues.depths(),
  );
  metrics.gauge(
    'dateline_database_connections',
    'Connections of this process, by state.',
    'state',
    async () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
  );
}

async function readHead(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ head: string }>(
    'select coalesce(max(position), 0) as head from dateline.events',
  );
  return Number(rows[0]!.head);
}
