import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The Redis of `REDIS_URL`, or one started from a `redis-server` on the path. Without either the tests of the Redis
 * backend are skipped, which is said where nobody can miss it.
 *
 * @returns {Promise<{ url?: string, stop: () => Promise<void> }>}
 */
export async function startRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  const directory = await mkdtemp(path.join(tmpdir(), 'dateline-redis-'));
  const port = await freePort();
  const flags = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn('redis-server', [...flags.map(String), '--databases', '64'], { stdio: 'ignore' });
  let failed = false;
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve((failed = true)));
    child.once('exit', () => resolve((failed = true)));
  });
  for (let tries = 0; tries < 200 && !failed; tries++) {
    if (await answers(port)) {
      const stop = async () => {
        child.kill('SIGTERM');
        await ended;
        await rm(directory, { recursive: true, force: true });
      };
      return { url: `redis://127.0.0.1:${port}`, stop };
    }
    await sleep(25);
  }
  await rm(directory, { recursive: true, force: true });
  console.warn(`
  ****************************************************************************
  *  NO REDIS: the tests of the Redis queue backend are SKIPPED.             *
  *  Set REDIS_URL, or install redis-server (apt-get install redis-server).  *
  ****************************************************************************
`);
  return { stop: async () => {} };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true) || socket.destroy());
    socket.once('error', () => resolve(false));
  });
}
