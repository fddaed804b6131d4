import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import { removeDataDir } from '../support/program.js';

let dataDir: string;
const told: string[] = [];
const open = () => startEmbeddedPostgres({ dataDir, log: (message) => told.push(message) });

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-embedded-'));
});
afterAll(() => removeDataDir(dataDir));

test('makes a database at first use and finds its data again', async () => {
  const first = await open();
  await ask(first.url, 'create table kept (n int primary key)');
  await ask(first.url, 'insert into kept values (1)');
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow();

  const second = await open();
  expect(second.joined).toBe(false);
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
});

test('keeps its password to itself', async () => {
  const { mode } = await stat(path.join(dataDir, 'postgres-password'));
  expect(mode & 0o077).toBe(0);
});

test('sorts by code point and knows É in lower case', async () => {
  const server = await open();
  const rows = await ask(
    server.url,
    `select lower('É') as lower, 'Z' < 'a' collate "default" as by_code_point`,
  );
  expect(rows).toEqual([{ lower: 'é', by_code_point: true }]);
  await server.stop();
});

test('two processes share one server; the last to leave stops it', async () => {
  const first = await open();
  const second = await open();
  expect(second.joined).toBe(true);
  expect(second.url).toBe(first.url);
  await first.stop();
  await expect(ask(second.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  await second.stop();
  await expect(ask(second.url, 'select 1')).rejects.toThrow();
});

test('joins the server that a killed process left behind, with all it had acknowledged', async () => {
  const { child, acknowledged } = await killWhileWriting();
  const server = await open();
  expect(server.joined).toBe(true);
  const [{ most }] = (await ask(server.url, 'select max(n) as most from written')) as [{ most: number }];
  expect(most).toBeGreaterThanOrEqual(acknowledged);
  expect(child.signalCode).toBe('SIGKILL');
  await server.stop();
});

test('starts after process and server were killed and the server’s number went to another process', async () => {
  const { acknowledged } = await killWhileWriting();
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  process.kill(Number(lines[0]), 'SIGKILL');
  // A process of the server's own user, as another program that got the number would be.
  const { uid, gid } = await stat(pidFile);
  const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  await writeFile(pidFile, [String(other.pid), ...lines.slice(1)].join('\n'));
  try {
    const server = await open();
    expect(server.joined).toBe(false);
    const [{ most }] = (await ask(server.url, 'select max(n) as most from written')) as [{ most: number }];
    expect(most).toBeGreaterThanOrEqual(acknowledged);
    await server.stop();
  } finally {
    other.kill();
  }
});

test('starts the server again, on the same port, when it dies', async () => {
  const server = await open();
  const pid = Number(
    (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
  );
  process.kill(pid, 'SIGKILL');
  const rows = await eventually(() => ask(server.url, 'select count(*)::int as n from kept'));
  expect(rows).toEqual([{ n: 1 }]);
  expect(told).toContain('Lost the embedded Postgres: starting it again');
  await eventually(() =>
    ask(server.url, `select 1 / count(*) from pg_stat_activity where application_name = 'dateline presence'`),
  );
  await server.stop();
});

/** A process that uses the server and writes numbers until it is killed. */
async function killWhileWriting(): Promise<{ child: ChildProcess; acknowledged: number }> {
  const script = `
    import { startEmbeddedPostgres } from './dist/embedded-postgres/embedded-postgres.js';
    import pg from 'pg';
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {} });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('drop table if exists written; create table written (n int primary key)');
    for (let n = 1; ; n++) {
      await client.query('insert into written values ($1)', [n]);
      console.log(n);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.split('\n').length > 50) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return { child, acknowledged: Number(output.trim().split('\n').at(-1)) };
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
