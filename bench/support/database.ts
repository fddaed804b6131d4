import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import { createPool } from '../../src/database.js';
import { migrate } from '../../src/migrate.js';
import { endPool } from '../../src/shared/pg.js';

export interface BenchDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
}

/** Runs `work` on a new server with the settings that Dateline ships with, and removes it afterwards. */
export async function withDatabase(work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-bench-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const pool = createPool({ url: server.url, max: 20, applicationName: 'dateline bench' });
  try {
    await migrate({ url: server.url, queueInPostgres: true });
    await work({ url: server.url, pool });
  } finally {
    await endPool(pool);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
