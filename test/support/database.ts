import pg from 'pg';
import { createPool } from '../../src/database.js';
import { randomId } from '../../src/shared/ids.js';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Ends the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A migrated database of a test file's own, cloned from the template that the run made once. Call it in `beforeAll`
 * and `drop` in `afterAll`.
 */
export async function createTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const name = `dateline_test_${randomId().replaceAll('-', '')}`;
  const server = process.env.TEST_SERVER_URL;
  if (!server)
    throw new Error(
      'TEST_SERVER_URL is not set: run tests through jest, whose global set-up starts a server',
    );
  await asAdmin(server, `create database ${name} template ${process.env.TEST_TEMPLATE} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = createPool({ url: url.href, max: options.max ?? 10, applicationName: 'dateline test' });
  // Tests that kill sessions would otherwise end the process by an idle client's error.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    pool,
    async drop() {
      await pool.end();
      await asAdmin(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
