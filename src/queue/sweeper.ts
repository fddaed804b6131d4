import type pg from 'pg';
import type { Logger } from '../shared/logger.js';

const SWEEP_MS = 200;
/** Every so many sweeps all consumers look: one with nothing to read may have been left something to do when idle. */
const LOOK_EVERY = 25;

/** Something that may have work: asked a few times a second whether or not the queue works. */
export interface Swept {
  readonly name: string;
  catchUp(): Promise<void>;
}

/**
 * Looks a few times a second, by one query and without the queue, which consumers lag behind the log and whether
 * tasks lie about, and wakes those. With it the queue may vanish: what is lost is a fraction of a second.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;
  private sweeps = 0;
  /** After a failure a consumer is left alone for a while, longer each time. */
  private readonly rest = new Map<string, { until: number; ms: number }>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly consumers: readonly Swept[],
    private readonly taskQueues: readonly Swept[],
    private readonly logger: Logger,
  ) {}

  start(): void {
    const next = (): void => {
      if (this.stopped) return;
      this.timer = setTimeout(() => {
        this.sweeping = this.sweep().finally(next);
      }, SWEEP_MS);
    };
    next();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    try {
      const { rows } = await this.pool.query<{
        head: string;
        checkpoints: Record<string, number>;
        queues: string[];
      }>({
        name: 'dateline-sweep',
        text: `select coalesce((select position from dateline.events order by position desc limit 1), 0) as head,
                 coalesce((select json_object_agg(consumer, position) from dateline.checkpoints), '{}') as checkpoints,
                 array(select distinct queue from dateline.tasks
                       where lease_until is null or lease_until < clock_timestamp()) as queues`,
      });
      const { head, checkpoints, queues } = rows[0]!;
      const look = this.sweeps++ % LOOK_EVERY === 0;
      for (const consumer of this.consumers) {
        if (look || BigInt(checkpoints[consumer.name] ?? 0) < BigInt(head)) this.wake(consumer);
      }
      for (const queue of this.taskQueues) {
        if (queues.includes(queue.name)) this.wake(queue);
      }
    } catch (error) {
      if (!this.stopped) this.logger.warn({ err: error }, 'sweep failed; trying again');
    }
  }

  private wake(swept: Swept): void {
    const now = Date.now();
    const rest = this.rest.get(swept.name);
    if (rest && rest.until > now) return;
    swept.catchUp().then(
      () => this.rest.delete(swept.name),
      () => {
        const ms = Math.min((rest?.ms ?? 100) * 2, 5_000);
        this.rest.set(swept.name, { until: now + ms, ms });
      },
    );
  }
}
