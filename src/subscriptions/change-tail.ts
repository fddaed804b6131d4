import { Inject, Injectable } from '@nestjs/common';
import { Positions } from '../projections/positions.js';
import { Changes, type ChangeRow } from '../projections/story-state/changes.js';
import { LOGGER, type Logger } from '../shared/logger.js';

const BATCH = 500;
const KEPT = 2_000;

/**
 * The newest changes, in memory. However many subscribers a process has, each change is read from the database once
 * for all of them; who is further behind reads from the database until here. Both are the same rows under the same
 * positions, so that there is no seam.
 */
@Injectable()
export class ChangeTail {
  /** Everything after `from` up to `end`, in log order. */
  private recent: ChangeRow[] = [];
  private from = 0n;
  private end = 0n;
  private grown = 0;
  private started: Promise<void> | undefined;
  private stopListening: (() => void) | undefined;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly changes: Changes,
    private readonly positions: Positions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts following; called by the first who reads. A start that failed is tried again by the next. */
  start(): Promise<void> {
    this.started ??= this.open().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  stop(): void {
    this.stopListening?.();
    this.wake();
  }

  /** Changes after a position, oldest first, of one story or of all. */
  async read(after: bigint, limit: number, storyId?: string): Promise<ChangeRow[]> {
    await this.start();
    if (after < this.from)
      return this.changes.read({ after, limit, ...(storyId === undefined ? {} : { storyId }) });
    const found: ChangeRow[] = [];
    for (let i = this.recent.length - 1; i >= 0 && BigInt(this.recent[i]!.position) > after; i--) {
      if (storyId === undefined || this.recent[i]!.storyId === storyId) found.push(this.recent[i]!);
    }
    return found.reverse().slice(0, limit);
  }

  /** How often there was something new. Taken before a read, it tells {@link moved} what that read may have missed. */
  get count(): number {
    return this.grown;
  }

  /** Resolves when something came in since `count` was `seen`, and when `signal` aborts. */
  async moved(seen: number, signal: AbortSignal): Promise<void> {
    if (this.grown !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  private async open(): Promise<void> {
    // Whatever is in the database up to the head is there for good, so the tail can begin after it.
    this.from = this.end = await this.changes.head();
    this.stopListening = this.positions.onAdvance(() => void this.refresh());
    await this.refresh();
  }

  /** Reads what is new; a call meanwhile makes it read once more. */
  private refresh(): Promise<void> {
    this.readAgain = true;
    this.reading ??= this.readNew().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readNew(): Promise<void> {
    try {
      while (this.readAgain) {
        this.readAgain = false;
        const rows = await this.changes.read({ after: this.end, limit: BATCH });
        if (rows.length === 0) {
          // Perhaps a rebuild has filled in what lies before: who reads there looks again.
          this.wake();
          continue;
        }
        this.end = BigInt(rows.at(-1)!.position);
        this.recent.push(...rows);
        const surplus = this.recent.length - KEPT;
        if (surplus > 0) this.from = BigInt(this.recent.splice(0, surplus).at(-1)!.position);
        this.wake();
        this.readAgain ||= rows.length === BATCH;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'could not read new changes for subscribers; trying again');
    }
  }

  private wake(): void {
    this.grown += 1;
    for (const done of [...this.waiting]) done();
  }
}
