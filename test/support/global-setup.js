// Plain JavaScript: Jest imports it natively, before any transform. It runs the built program, which the tests that
// start real processes need anyway.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRedis } from './redis-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

export default async function globalSetup() {
  execFileSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], {
    cwd: root,
    stdio: 'pipe',
  });
  const redis = await startRedis();
  const postgres = await startPostgres();
  // Inherited by the test processes; see database.ts and redis.ts.
  process.env.TEST_SERVER_URL = postgres.url;
  process.env.TEST_TEMPLATE = postgres.template;
  process.env.TEST_REDIS_URL = redis.url ?? '';
  globalThis.stopTestServers = async () => {
    await postgres.stop();
    await redis.stop();
  };
}

/** A server for this run, or `TEST_DATABASE_URL`, with a migrated template database to clone. */
async function startPostgres() {
  const { migrate } = await import('../../dist/migrate.js');
  const { default: pg } = await import('pg');
  const template = `dateline_template_${process.pid}`;
  let url = process.env.TEST_DATABASE_URL;
  let stopServer = async () => {};
  if (!url) {
    const { startEmbeddedPostgres } = await import('../../dist/embedded-postgres/embedded-postgres.js');
    const dataDir = await mkdtemp(path.join(await roomyDirectory(), 'dateline-test-'));
    // Nothing here outlives the run. Tests of crashes start a server of their own, on disk and with fsync on.
    const settings = { fsync: 'off', full_page_writes: 'off', max_wal_size: '512MB', max_connections: '300' };
    const server = await startEmbeddedPostgres({ dataDir, log: () => {}, settings });
    url = server.url;
    stopServer = async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    };
  }
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${template} template template0 encoding 'UTF8'`);
  await migrate({ url: withDatabase(url, template), queueInPostgres: true });
  // Clones need it without sessions, and nothing should get in by mistake.
  await admin.query(`alter database ${template} allow_connections false`);
  return {
    url,
    template,
    stop: async () => {
      await admin.query(`drop database if exists ${template} with (force)`);
      await admin.end();
      await stopServer();
    },
  };
}

/**
 * Memory, where there is enough of it. Each test file clones a database of 500 files and drops it, and ext4 looks
 * through all inodes freed of late before it takes one: on a disk a clone costs 0.2 s of CPU, in memory 0.02 s.
 */
async function roomyDirectory() {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 2 * 1024 ** 3 ? memory : tmpdir();
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
