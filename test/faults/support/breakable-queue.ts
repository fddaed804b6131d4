import type pg from 'pg';
import type { TestDatabase } from '../../support/database.js';
import { RedisProcess } from './redis-process.js';

/** A queue that a test can take away. */
export interface BreakableQueue {
  /** What a process needs to use it, beside the database. */
  readonly environment: Readonly<Record<string, string>>;
  /** All jobs are gone. */
  wipe(): Promise<void>;
  /** The queue itself is gone. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** For good. */
  end(): Promise<void>;
}

/** Undefined where this backend cannot be had here. */
export async function breakableQueue(
  kind: 'postgres' | 'redis',
  database: TestDatabase,
): Promise<BreakableQueue | undefined> {
  if (kind === 'postgres') return postgresQueue(database.pool);
  const redis = await RedisProcess.start();
  if (!redis) return undefined;
  return {
    environment: { REDIS_URL: redis.url },
    wipe: () => redis.flushAll(),
    stop: () => redis.kill(),
    restart: () => redis.restart(),
    end: () => redis.kill(),
  };
}

function postgresQueue(pool: pg.Pool): BreakableQueue {
  return {
    environment: {},
    async wipe() {
      const { rows } = await pool.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname = 'bullmq' and tablename not like '%migration%'`,
      );
      await insisting(pool, `truncate ${rows.map(({ name }) => name).join(', ')}`);
    },
    stop: () => insisting(pool, 'alter schema bullmq rename to bullmq_away'),
    restart: () => insisting(pool, 'alter schema bullmq_away rename to bullmq'),
    end: () => Promise.resolve(),
  };
}

/** Under load such a lock may meet a deadlock, of which Postgres ends one side: ours, as the test's, tries again. */
async function insisting(pool: pg.Pool, sql: string): Promise<void> {
  for (;;) {
    try {
      await pool.query(sql);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01') throw error;
    }
  }
}
