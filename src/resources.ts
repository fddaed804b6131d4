import type pg from 'pg';
import { pino, stdSerializers } from 'pino';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import type { Config } from './config.js';
import { createPool, QUEUE_SCHEMA } from './database.js';
import { migrate } from './migrate.js';
import { upcast } from './domain/upcast.js';
import { EventLog } from './event-log/event-log.js';
import { JobQueues, type QueueBackend } from './queue/job-queues.js';
import { Lifecycle } from './shared/lifecycle.js';
import type { Logger } from './shared/logger.js';
import { Metrics } from './shared/metrics.js';
import { endPool } from './shared/pg.js';
import { readGauges } from './gauges.js';

/** What a process holds open, whichever part it plays. */
export interface Resources {
  readonly config: Config;
  readonly logger: Logger;
  /** Of `DATABASE_URL`, or of the embedded server. */
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  readonly log: EventLog;
  readonly queues: JobQueues;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
  /** Queues first, the database last. */
  close(): Promise<void>;
}

/** Log lines are JSON on stderr; stdout is for people. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
    },
    stderr(),
  );
}

let destination: ReturnType<typeof pino.destination> | undefined;

/** Written in the background, for a request must not wait for whoever reads the log, and out before the process is. */
function stderr(): ReturnType<typeof pino.destination> {
  if (destination) return destination;
  const made = pino.destination({ fd: 2, sync: false });
  process.on('exit', () => made.flushSync());
  return (destination = made);
}

/** Without what Postgres adds to an error, which quotes rows, and with them texts. */
function serializeError(error: Error): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack } = stdSerializers.err(error);
  const { code } = error as { code?: unknown };
  return { type, message, stack, ...(code === undefined ? {} : { code }) };
}

/** Connects, starting the embedded Postgres where no other is named, and brings the schema up to date. */
export async function openResources(
  config: Config,
  logger = createLogger(config.logLevel),
): Promise<Resources> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log: (message) => logger.info(message) });
  const databaseUrl = config.databaseUrl ?? embedded!.url;
  try {
    const applied = await migrate({ url: databaseUrl, queueInPostgres: !config.redisUrl });
    if (applied.length > 0) logger.info({ applied }, 'database migrated');
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const pool = createPool({ url: databaseUrl, max: config.databaseConnections });
  // An idle connection that breaks is replaced at the next query; unheard, its error would end the process.
  let closing = false;
  pool.on('error', (error) => {
    if (!closing) logger.warn({ err: error }, 'lost an idle database connection');
  });
  const log = new EventLog(pool, upcast);
  const queues = new JobQueues(queueBackend(config, databaseUrl), logger);
  const metrics = new Metrics();
  readGauges(metrics, pool, queues);
  return {
    config,
    logger,
    databaseUrl,
    pool,
    log,
    queues,
    lifecycle: new Lifecycle(),
    metrics,
    async close() {
      closing = true;
      await queues.close();
      await endPool(pool);
      await embedded?.stop();
    },
  };
}

function queueBackend({ redisUrl }: Config, databaseUrl: string): QueueBackend {
  if (redisUrl) return { kind: 'redis', url: redisUrl };
  return { kind: 'postgres', url: databaseUrl, schema: QUEUE_SCHEMA };
}
