import { spawn } from 'node:child_process';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killPrograms, removeDataDir, startProgram } from '../support/program.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-up-'));
});
afterEach(killPrograms);
afterAll(() => removeDataDir(dataDir));

const start = (command: string, environment: Record<string, string> = {}) =>
  startProgram(command.split(' '), { PORT: '0', DATELINE_DATA_DIR: dataDir, ...environment });

const read = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

let adminKey: string;
let demo: { version: number; articles: { total: number } };

test('starts from nothing with the demo, says the admin key once, and stops cleanly', async () => {
  const program = start('up');
  const url = await program.ready();
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  adminKey = /dl_[a-f0-9]+_[\w-]+/.exec(program.stdout())![0];
  const file = path.join(dataDir, 'admin-key');
  expect((await readFile(file, 'utf8')).trim()).toBe(adminKey);
  expect((await stat(file)).mode & 0o077).toBe(0);

  demo = await settled(`${url}/v1/stories/rafah-operation`);
  expect(demo.articles.total).toBeGreaterThan(5);

  program.child.kill('SIGINT');
  expect(await program.ended()).toBe(0);
  expect(program.stderr()).not.toMatch(/"level":"(warn|error|fatal)"/);
  expect(program.stderr()).not.toContain(adminKey);
});

test('a second start finds its data, seeds nothing and keeps the key to itself', async () => {
  const program = start('up');
  const url = await program.ready();
  expect(program.stdout()).not.toContain('dl_');
  expect(await read(`${url}/v1/stories/rafah-operation`)).toMatchObject({
    version: demo.version,
    articles: { total: demo.articles.total },
  });
  const post = (key: string) =>
    fetch(`${url}/v1/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: '{}',
    });
  expect((await post(adminKey)).status).toBe(400);
  const another = adminKey.endsWith('A') ? 'B' : 'A';
  expect((await post(`${adminKey.slice(0, -1)}${another}`)).status).toBe(401);

  const maker = start('keys create --name tool --scope read');
  expect(await maker.ended()).toBe(0);
  expect((await post(maker.stdout().trim())).status).toBe(403);

  const rebuilder = start('rebuild all');
  expect(await rebuilder.ended()).toBe(0);
  expect(rebuilder.stdout()).toMatch(/story-state: \d+ events in/);
  expect(await settled(`${url}/v1/stories/rafah-operation`)).toMatchObject({ version: demo.version });

  program.child.kill('SIGTERM');
  expect(await program.ended()).toBe(0);
});

test('API and workers as processes of their own share one data directory', async () => {
  const api = start('serve');
  const worker = start('work');
  const url = await api.ready();
  await worker.ready();
  const answer = await fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      externalId: 'one-more',
      title: 'One more report on Rafah',
      text: 'Israel moved a brigade towards Rafah on Saturday, officials said.\n\nMore than a million displaced people shelter in Rafah.',
      publisher: 'The Example',
      publishedAt: '2024-04-27T12:00:00Z',
    }),
  });
  expect(answer.status).toBe(201);
  const { position } = (await answer.json()) as { position: string };
  const state = await read<typeof demo>(`${url}/v1/stories/rafah-operation?minPosition=${position}`);
  expect(state.articles.total).toBe(demo.articles.total + 1);
  api.child.kill('SIGTERM');
  worker.child.kill('SIGTERM');
  expect(await Promise.all([api.ended(), worker.ended()])).toEqual([0, 0]);
});

test('stops when npm is told to, whose shell passes no signal on', async () => {
  const env = { ...process.env, PORT: '0', DATELINE_DATA_DIR: dataDir };
  const shell = spawn('sh', ['-c', '"$0" dist/main.js serve; true', process.execPath], {
    env: { ...env, npm_lifecycle_event: 'start' },
  });
  let output = '';
  shell.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let log = '';
  shell.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  while (!output.includes('is ready')) await sleep(20);
  shell.kill('SIGTERM');
  while (!log.includes('"msg":"stopped"')) await sleep(20);
});

test('a port that is taken is told with what to do', async () => {
  const first = start('serve', { DATELINE_SEED: 'none' });
  const port = new URL(await first.ready()).port;
  const second = start('serve', { PORT: port });
  expect(await second.ended()).toBe(1);
  expect(second.stderr()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(second.stderr()).toContain(`PORT=${Number(port) + 1} npm start`);
  first.child.kill('SIGTERM');
  expect(await first.ended()).toBe(0);
});

test('bad settings stop the start before anything is touched', async () => {
  const program = start('up', { PORT: 'eighty', DATELINE_SEED: 'all' });
  expect(await program.ended()).toBe(1);
  expect(program.stderr()).toBe(
    'PORT has to be a whole number from 0 to 65535 (it is "eighty")\n' +
      'DATELINE_SEED has to be one of demo, stories, none (it is "all")\n',
  );
});

test('a database that cannot be reached is told in a line', async () => {
  const program = start('up', { DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:9/none' });
  expect(await program.ended()).toBe(1);
  expect(program.stderr()).toMatch(/^The database cannot be reached .*Check DATABASE_URL\.\n$/);
  expect(program.stderr()).not.toContain('hunter2');
});

/** The story's state once reads reflect the whole log. */
async function settled(url: string): Promise<typeof demo> {
  for (;;) {
    const metrics = await (await fetch(new URL('/metrics', url))).text();
    const head = /^dateline_log_position\S* (\d+)$/m.exec(metrics)![1];
    const answer = await fetch(url);
    if (answer.headers.get('dateline-position') === head) return (await answer.json()) as typeof demo;
    await sleep(100);
  }
}
