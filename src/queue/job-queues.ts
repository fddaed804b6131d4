import {
  createPostgresBackend,
  Queue,
  Worker,
  withBackend,
  type ConnectionOptions,
  type Job,
  type Processor,
  type WorkerOptions,
} from 'bullmq';
import type { Logger } from '../shared/logger.js';
import { QUEUE_NAMES, type Jobs, type QueueName } from './jobs.js';

/** Where BullMQ keeps its jobs: in Postgres beside the log, or in Redis. */
export type QueueBackend =
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string }
  | { readonly kind: 'redis'; readonly url: string; readonly prefix?: string };

/** What both backends share of a queue; the classes differ only in their connection's type. */
interface JobQueue {
  add(name: string, data: unknown, options: Record<string, unknown>): Promise<unknown>;
  getJobCounts(...types: string[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface JobWorker {
  on(event: 'error' | 'failed', listener: (...args: never[]) => void): unknown;
  close(force?: boolean): Promise<void>;
}

// Few connections each: the cluster is shared with the log. A doorbell that is not answered within seconds is rung
// again by a sweeper, so locks are short, and a job stalls as often as it likes without being failed for good.
const WORKER_OPTIONS = {
  lockDuration: 5_000,
  stalledInterval: 2_000,
  maxStalledCount: 1_000_000,
  drainDelay: 5,
};
const POOL = { max: 3, idleTimeoutMillis: 30_000 };

// `removeOnComplete: {count}` deadlocks on the Postgres backend; `true` does not.
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true };

/** The process's BullMQ queues and workers, on whichever backend is configured. */
export class JobQueues {
  private readonly queues = new Map<QueueName, JobQueue>();
  private closed = false;

  constructor(
    private readonly backend: QueueBackend,
    private readonly logger: Logger,
  ) {
    for (const name of QUEUE_NAMES) {
      const queue = this.openQueue(name);
      // Without a listener an `error` event ends the process; the sweepers make up for a queue that is away.
      queue.on('error', (error) => this.noteUnreachable(name, error));
      this.queues.set(name, queue);
    }
  }

  /** Rings a queue's doorbell; a second ring while the first is unanswered or being answered makes one more job, not many. */
  async ring<N extends QueueName>(name: N, id: string, data: Jobs[N]): Promise<void> {
    await this.queues
      .get(name)!
      .add(id, data, { ...JOB_OPTIONS, deduplication: { id, keepLastIfActive: true } });
  }

  /** Answers a queue's doorbell with `work`. */
  answer<N extends QueueName>(
    name: N,
    concurrency: number,
    work: (data: Jobs[N]) => Promise<void>,
  ): JobWorker {
    const processor = (job: Job<Jobs[N]>): Promise<void> => work(job.data);
    const worker = this.openWorker(name, processor as Processor, concurrency);
    worker.on('error', ((error: Error) => this.noteUnreachable(name, error)) as (...args: never[]) => void);
    worker.on('failed', ((_job: unknown, error: Error) =>
      this.logger.error({ err: error, queue: name }, 'job failed; a sweep will try again')) as (
      ...args: never[]
    ) => void);
    return worker;
  }

  /** Jobs waiting, active and delayed, per queue. */
  async depths(): Promise<Record<QueueName, number>> {
    const entries = await Promise.all(
      [...this.queues].map(async ([name, queue]) => {
        const counts = await queue.getJobCounts('waiting', 'active', 'delayed');
        return [name, Object.values(counts).reduce((sum, count) => sum + count, 0)] as const;
      }),
    );
    return Object.fromEntries(entries) as Record<QueueName, number>;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
  }

  /** What BullMQ has closed may still hear its connections break when the database stops after it. */
  private noteUnreachable(queue: QueueName, err: Error): void {
    if (!this.closed) this.logger.warn({ err, queue }, 'queue unreachable; sweeping goes on');
  }

  private openQueue(name: QueueName): JobQueue {
    const backend = this.backend;
    if (backend.kind === 'redis') {
      return new Queue(name, {
        connection: redisConnection(backend),
        prefix: backend.prefix,
      }) as unknown as JobQueue;
    }
    const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
    return new PostgresQueue(name, { connection: postgresConnection(backend) }) as unknown as JobQueue;
  }

  private openWorker(name: QueueName, processor: Processor, concurrency: number): JobWorker {
    const backend = this.backend;
    const options: Omit<WorkerOptions, 'connection'> = { ...WORKER_OPTIONS, concurrency };
    if (backend.kind === 'redis') {
      return new Worker(name, processor, {
        ...options,
        connection: redisConnection(backend),
        prefix: backend.prefix,
      }) as unknown as JobWorker;
    }
    const { Worker: PostgresWorker } = withBackend(createPostgresBackend);
    return new PostgresWorker(name, processor, {
      ...options,
      connection: postgresConnection(backend),
    } as never) as unknown as JobWorker;
  }
}

function redisConnection(backend: QueueBackend & { kind: 'redis' }): ConnectionOptions {
  // BullMQ's workers block on Redis and want their retries unlimited.
  return { url: backend.url, maxRetriesPerRequest: null } as ConnectionOptions;
}

function postgresConnection(backend: QueueBackend & { kind: 'postgres' }): never {
  return { connectionString: backend.url, schema: backend.schema, ...POOL } as never;
}
