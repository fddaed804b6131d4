import type pg from 'pg';
import { advanceCheckpoint, loadCheckpoint, resetCheckpoint } from '../event-log/checkpoints.js';
import type { EventLog } from '../event-log/event-log.js';
import type { AppendRequest, StoredEvent } from '../event-log/stored-event.js';
import type { Logger } from '../shared/logger.js';
import { inTransaction } from '../shared/pg.js';

const PROGRESS_MS = 5_000;

/** What is done with the log's events, in order. Everything it writes goes through `client`. */
export interface EventHandler {
  /** Names the checkpoint. */
  readonly name: string;
  /** Events of one transaction at the most. */
  readonly batchSize: number;
  /** What a rebuild empties; a handler without tables cannot be rebuilt. */
  readonly tables?: readonly string[];
  /**
   * Raised when the same events give other rows: what an older program has written is then folded anew, and what a newer
   * one has written is left to it. 0 when absent.
   */
  readonly shape?: number;
  /**
   * Called with the batch to come while this one is being written: whatever needs the events alone can be worked out
   * while Postgres works. The batch may then come in another cut, or never.
   */
  foresee?(events: readonly StoredEvent[]): void;
  handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void>;
  /** Drop what is remembered between batches: a transaction failed, or another process has gone on meanwhile. */
  forget(): void;
  /** What has to be said in the log because all that the handler has written will be forgotten. */
  beforeReset?(client: pg.PoolClient): Promise<AppendRequest[]>;
  /** Called after each commit. */
  committed?(position: bigint): void;
  /** A little work of its own, in a transaction, when there is nothing to read; true when there is more of it. */
  idle?(client: pg.PoolClient): Promise<boolean>;
}

/**
 * Reads the log for one handler. Rows and checkpoint move in one transaction, so each event takes effect exactly once,
 * however many processes run the same consumer, and whichever of them are killed or frozen.
 */
export class LogConsumer {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  /**
   * Events of the next transaction: halved by a failure, doubled again by success. What is too heavy to be folded before
   * Postgres takes the session for frozen gets through in parts; the same batch again would fail for ever.
   */
  private limit: number;
  /** Where this process left the checkpoint; anything else means that another one has moved it. */
  private left: bigint | null = null;
  private ahead: ReadAhead | null = null;
  /** While what an older program wrote is being folded anew: up to where, and when that was last said. */
  private renewal: { readonly head: bigint; readonly told: number } | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    private readonly handler: EventHandler,
    private readonly logger: Logger,
  ) {
    this.limit = handler.batchSize;
  }

  get name(): string {
    return this.handler.name;
  }

  private get shape(): number {
    return this.handler.shape ?? 0;
  }

  /**
   * Reads until there is nothing more. Calls made meanwhile make it look once more, so that nothing appended before
   * the call is left when it resolves. Rejects with the error of a failed batch, which was rolled back.
   */
  catchUp(): Promise<void> {
    this.again = true;
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  /**
   * Forgets everything the handler has written and starts at the beginning of the log, in one transaction. Waits for
   * a batch under way in another process; the others then go on from the beginning too.
   */
  reset(): Promise<void> {
    return this.forgetAll(() => true);
  }

  /** @param still asked once nobody else can reset it; in vain when somebody just has */
  private async forgetAll(still: (written: number | null) => boolean): Promise<void> {
    const tables = this.handler.tables;
    if (!tables) throw new Error(`${this.name} holds decisions, not a read model: it cannot be rebuilt`);
    await inTransaction(this.pool, async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('dateline-consumer-' || $1, 0))`, [
        this.name,
      ]);
      const { rows } = await client.query<{ shape: number }>(
        'select shape from dateline.checkpoints where consumer = $1',
        [this.name],
      );
      if (!still(rows[0]?.shape ?? null)) return;
      const said = (await this.handler.beforeReset?.(client)) ?? [];
      await client.query(`truncate ${tables.map((table) => `dateline.${table}`).join(', ')}`);
      await resetCheckpoint(client, this.name, this.shape);
      const results = await this.log.appendIn(client, said);
      if (results.some(({ outcome }) => outcome !== 'appended'))
        throw new Error(`${this.name} was written about while it was to be reset: do it again`);
    });
    this.left = null;
    this.ahead = null;
  }

  /** Lets the batch under way finish; none begins after that. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running?.catch(() => undefined);
    // What was read ahead is not waited for by anybody else, and has a connection.
    await this.ahead?.events;
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      while (!this.stopped && (await this.batch()));
    }
  }

  /** One transaction; false when there was nothing to read or another process is reading. */
  private async batch(): Promise<boolean> {
    try {
      const committed = await inTransaction(this.pool, (client) => this.readAndHandle(client));
      if (committed === 'older') {
        await this.renew();
        return true;
      }
      if (committed === null) return false;
      this.left = committed.position;
      this.limit = Math.min(this.limit * 2, this.handler.batchSize);
      if (committed.read > 0) this.handler.committed?.(committed.position);
      this.tellProgress(committed.position);
      return committed.more;
    } catch (error) {
      this.left = null;
      this.ahead = null;
      this.limit = Math.ceil(this.limit / 2);
      this.handler.forget();
      this.logger.error(
        { err: error, consumer: this.name },
        `${this.name}: a batch failed and was rolled back`,
      );
      throw error;
    }
  }

  private async readAndHandle(client: pg.PoolClient): Promise<Batch | 'older' | null> {
    const { rows } = await client.query<{ mine: boolean }>({
      name: 'dateline-consumer-lock',
      text: `select pg_try_advisory_xact_lock(hashtextextended('dateline-consumer-' || $1, 0)) as mine`,
      values: [this.name],
    });
    if (!rows[0]!.mine) return null;
    const checkpoint = await loadCheckpoint(client, this.name);
    const written = checkpoint.shape ?? this.shape;
    if (written > this.shape) return null;
    if (written < this.shape && this.handler.tables) return 'older';
    if (this.left !== checkpoint.position) this.handler.forget();
    const events = await this.read(checkpoint.position, client);
    const last = events.at(-1);
    if (!last) {
      const more = (await this.handler.idle?.(client)) ?? false;
      return { position: checkpoint.position, read: 0, more };
    }
    if (events.length === this.limit) this.readAhead(last.position);
    await this.handler.handle(events, client);
    await advanceCheckpoint(
      client,
      this.name,
      checkpoint.position,
      {
        position: last.position,
        eventId: last.id,
      },
      this.shape,
    );
    return { position: last.position, read: events.length, more: true };
  }

  /** What is there was written by an older program. */
  private async renew(): Promise<void> {
    const { position: head } = await this.log.head();
    this.logger.info(
      { consumer: this.name, head: head.toString() },
      `${this.name}: written by an older version; folding the log anew, readers see it grow`,
    );
    await this.forgetAll((written) => written !== null && written < this.shape);
    this.renewal = { head, told: Date.now() };
  }

  private tellProgress(position: bigint): void {
    const { renewal } = this;
    if (!renewal) return;
    const done = position >= renewal.head;
    if (!done && Date.now() - renewal.told < PROGRESS_MS) return;
    this.renewal = done ? null : { ...renewal, told: Date.now() };
    this.logger.info(
      { consumer: this.name, position: position.toString(), head: renewal.head.toString() },
      done ? `${this.name}: folded anew` : `${this.name}: ${position} of ${renewal.head} events folded anew`,
    );
  }

  private async read(after: bigint, client: pg.PoolClient): Promise<readonly StoredEvent[]> {
    const { ahead } = this;
    this.ahead = null;
    if (ahead?.after === after && ahead.limit === this.limit) {
      const events = await ahead.events;
      // Fewer than asked for: there may be more by now.
      if (events?.length === this.limit) return events;
    }
    return this.log.readAll(after, this.limit, client);
  }

  /** Far behind the log, the next batch is read and parsed on another connection while this one is being written. */
  private readAhead(after: bigint): void {
    const events = this.log.readAll(after, this.limit).then(
      (read) => {
        if (this.ahead?.events === events) this.handler.foresee?.(read);
        return read;
      },
      // Whatever it was, it comes again when the batch is read.
      () => null,
    );
    this.ahead = { after, limit: this.limit, events };
  }
}

/** Events after a position, read before their turn; null when that failed. */
interface ReadAhead {
  readonly after: bigint;
  readonly limit: number;
  readonly events: Promise<readonly StoredEvent[] | null>;
}

interface Batch {
  /** Where the checkpoint stands now. */
  readonly position: bigint;
  readonly read: number;
  /** Worth another look at once. */
  readonly more: boolean;
}
