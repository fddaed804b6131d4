import type pg from 'pg';
import type { Logger } from '../shared/logger.js';

const LOOK_MS = 250;

/**
 * Up to which position of the log everything is reflected in what is read: each text up to there is analysed, threaded
 * and in its stories' states, parked stories aside, which hold nothing back. A lower bound, kept in memory; never ahead of what a query would find.
 */
export class Positions {
  private position = 0n;
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.listeners.clear();
  }

  settled(): bigint {
    return this.position;
  }

  /** Calls `listener` whenever the read models have moved on; returns a function that stops it. */
  onAdvance(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** True once `position` is reflected, false when it was not within `timeoutMs`. */
  async waitFor(position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.position < position) await this.look();
    if (this.position >= position) return true;
    return new Promise((resolve) => {
      const done = (reached: boolean): void => {
        clearTimeout(timer);
        stop();
        resolve(reached);
      };
      const stop = this.onAdvance(() => {
        if (this.position >= position) done(true);
      });
      const timer = setTimeout(() => done(false), timeoutMs);
    });
  }

  /** Looks now; calls made meanwhile look once more. */
  look(): Promise<void> {
    this.again = true;
    this.looking ??= this.run().finally(() => (this.looking = null));
    return this.looking;
  }

  private async run(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const before = `${this.position}/${this.changed}`;
        const { rows } = await this.pool.query<{ settled: string; changed: string }>({
          name: 'dateline-settled',
          text: `select coalesce((select position - 1 from dateline.unsettled order by position limit 1), c.position, 0) as settled,
                   coalesce((select announced from dateline.story_changes where announced is not null order by announced desc limit 1), 0) ||
                   '/' || coalesce(c.updated_at::text, '') as changed
                 from (select max(position) as position, max(updated_at) as updated_at from dateline.checkpoints where consumer = 'story-state') c`,
        });
        const settled = BigInt(rows[0]!.settled);
        // A rebuild starts from nothing, so this may also go back, and be where it was at the next look: the time tells.
        this.position = settled;
        this.changed = rows[0]!.changed;
        if (before !== `${this.position}/${this.changed}`)
          for (const listener of [...this.listeners]) listener();
      } catch (error) {
        this.logger.warn({ err: error }, 'could not look up the settled position; trying again');
      }
    }
  }

  private changed = '0';
}
