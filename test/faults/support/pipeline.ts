import { pino } from 'pino';
import { upcast } from '../../../src/domain/upcast.js';
import { EventLog } from '../../../src/event-log/event-log.js';
import { Pipeline } from '../../../src/pipeline.module.js';
import { JobQueues } from '../../../src/queue/job-queues.js';
import type { TestDatabase } from '../../support/database.js';

/** The pipeline of one database, worked off by hand: no timers, no queue, so that a seed gives the same batches again. */
export function handPipeline(database: TestDatabase): {
  log: EventLog;
  pipeline: Pipeline;
  close(): Promise<void>;
} {
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const log = new EventLog(database.pool, upcast);
  const queues = new JobQueues({ kind: 'postgres', url: database.url, schema: 'bullmq' }, logger);
  const pipeline = new Pipeline({
    pool: database.pool,
    databaseUrl: database.url,
    log,
    queues,
    logger,
    analysisThreads: 0,
  });
  return {
    log,
    pipeline,
    async close() {
      await pipeline.stop();
      await queues.close();
    },
  };
}
