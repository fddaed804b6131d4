import type pg from 'pg';
import { readConfig } from '../../src/config.js';
import { createLogger, openResources, type Resources } from '../../src/resources.js';
import { Server, type Roles } from '../../src/server.js';
import { ApiKeys } from '../../src/shared/access/api-keys.js';
import { systemClock } from '../../src/shared/clock.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { createTestRedis } from './redis.js';

export interface TestServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly adminKey: string;
  readonly pool: pg.Pool;
  readonly resources: Resources;
  /** Resolves when every read reflects all that has been appended by now. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The whole program in this process, on a database of its own and a free port: API and workers as `dateline up` has
 * them, but for analysis, which runs in this thread.
 */
export async function startTestServer(
  options: {
    queue?: 'postgres' | 'redis';
    roles?: Partial<Roles>;
    environment?: Readonly<Record<string, string>>;
    /** Dropped when the server stops; a new one when left out. */
    database?: TestDatabase;
  } = {},
): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase());
  const redis = options.queue === 'redis' ? await createTestRedis() : undefined;
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    REDIS_URL: redis?.url,
    DATELINE_ANALYSIS_THREADS: '1',
    ...options.environment,
  });
  const resources = await openResources(config, createLogger(process.env.TEST_LOG_LEVEL ?? 'silent'));
  const server = new Server(resources);
  await server.start({ api: true, worker: true, ...options.roles });
  const { key: adminKey } = await new ApiKeys(resources.pool, systemClock).create('test', ['admin']);
  return {
    url: server.url,
    adminKey,
    pool: database.pool,
    resources,
    async settle() {
      const { position } = await resources.log.head();
      const answer = await fetch(`${server.url}/v1/stories?limit=1&minPosition=${position}`);
      if (!answer.ok) throw new Error(`not settled: ${await answer.text()}`);
    },
    async stop() {
      await server.stop();
      await redis?.drop();
      await database.drop();
    },
  };
}
