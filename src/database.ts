import pg from 'pg';

/** Schema of everything Dateline keeps itself. */
export const SCHEMA = 'dateline';
/** Schema of BullMQ's tables when Postgres is its backend. */
export const QUEUE_SCHEMA = 'bullmq';

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections of this pool. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

/** A pool for hand-written SQL. Sessions run in UTC: no answer may depend on the server's time zone. */
export function createPool({ url, max = 10, applicationName = 'dateline' }: DatabaseOptions): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
}
