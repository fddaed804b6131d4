import pg from 'pg';
import type { Logger } from '../shared/logger.js';

const RETRY_MS = 500;

/**
 * Hears Postgres notifications on one connection of its own. A hint and no more: notifications are coalesced and are
 * lost silently with their connection, so whoever listens here also looks by himself now and then.
 */
export class LogListener {
  private client: pg.Client | null = null;
  private readonly listeners = new Map<string, Set<() => void>>();
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  /** Calls `listener` after each notification on `channel`; returns a function that stops it. */
  on(channel: string, listener: () => void): () => void {
    const listeners = this.listeners.get(channel) ?? new Set();
    listeners.add(listener);
    this.listeners.set(channel, listeners);
    return () => listeners.delete(listener);
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      application_name: 'dateline listener',
    });
    client.on('notification', ({ channel }) => this.tell(channel));
    client.on('error', (error) => this.reconnect(error));
    client.on('end', () => this.reconnect());
    try {
      await client.connect();
      for (const channel of this.listeners.keys())
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      this.client = client;
      // Whatever happened while nobody listened.
      for (const channel of this.listeners.keys()) this.tell(channel);
    } catch (error) {
      this.reconnect(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private tell(channel: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener();
  }

  private reconnect(error?: Error): void {
    if (this.stopped || this.retry) return;
    if (error) this.logger.warn({ err: error }, 'lost the connection that listens to Postgres; trying again');
    this.client?.removeAllListeners();
    this.client?.on('error', () => undefined);
    this.client = null;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      if (!this.stopped) void this.start();
    }, RETRY_MS);
    this.retry.unref();
  }
}
