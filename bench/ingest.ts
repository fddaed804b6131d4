// (c) From POST /v1/articles/batch to the state: articles of 600 words a second, with one and with two worker processes
// (`dateline work`, one analysis thread each) beside one API process (`dateline serve`), and what they do meanwhile.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { generateArticle, newCast, type Cast } from './support/articles.js';
import { withDatabase } from './support/database.js';
import { compare, seconds } from './support/measure.js';
import { startProcess, type Child } from './support/processes.js';
import { readProfiles } from './support/profiles.js';
import { Random } from './support/random.js';
import { count, printHead, printRatios, printTable } from './support/report.js';

const ROUNDS = 3;
const ARTICLES = 600;
const KEY = `dl_bench_${'x'.repeat(40)}`;
const STORIES = 5;
const AIM = 100;

const random = new Random(3);
const casts = Array.from({ length: STORIES }, () => newCast(random));
/** People whom nobody tracks: what is written about them opens stories. */
const strangers = Array.from({ length: 20 }, () => newCast(random));
let made = 0;

function articles(n: number): string {
  const lines = Array.from({ length: n }, () => {
    const cast = random.pick(random.chance(0.7) ? casts : strangers);
    const publishedAt = new Date(Date.UTC(2024, 0, 1) + ++made * 600_000);
    const { title, text, publisher } = generateArticle(random, cast, publishedAt);
    return JSON.stringify({ url: `https://news.example/${made}`, title, text, publisher, publishedAt });
  });
  return `${lines.join('\n')}\n`;
}

async function track({ people }: Cast, i: number, api: Child): Promise<void> {
  const profile = { anyOf: people.slice(0, 8).map(({ name }) => name), allOf: [], noneOf: [] };
  const story = { slug: `bench-${i}`, title: `Story ${i}`, description: 'A story of a benchmark.', profile };
  await post(api, '/v1/stories', 'application/json', JSON.stringify(story));
}

async function post(api: Child, route: string, type: string, body: string): Promise<string> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': type };
  const response = await fetch(api.url + route, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${route}: ${response.status} ${text}`);
  return text;
}

/** Sends articles and waits until every one of them is in the states that are read. */
async function takeIn(api: Child, body: string): Promise<void> {
  const answers = await post(api, '/v1/articles/batch', 'application/x-ndjson', body);
  const results = answers
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { outcome?: string; position?: string });
  if (results.some(({ outcome }) => outcome !== 'created'))
    throw new Error(`not all were taken in: ${answers.slice(0, 300)}`);
  const last = results.reduce((newest, { position }) => Math.max(newest, Number(position)), 0);
  for (;;) {
    const { status } = await fetch(`${api.url}/v1/stories?limit=1&minPosition=${last}`);
    if (status === 200) return;
    if (status !== 503) throw new Error(`waiting for position ${last}: ${status}`);
    await sleep(50);
  }
}

async function withProcesses(
  url: string,
  workers: number,
  node: readonly string[],
  work: (api: Child) => Promise<void>,
): Promise<void> {
  const environment = {
    DATABASE_URL: url,
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATELINE_ADMIN_KEY: KEY,
    DATELINE_ANALYSIS_THREADS: '1',
  };
  const api = await startProcess('dist/main.js', ['serve'], environment, node);
  const started = Array.from({ length: workers }, () =>
    startProcess('dist/main.js', ['work'], environment, node),
  );
  const running = await Promise.all(started);
  try {
    await work(api);
  } finally {
    await Promise.all([api, ...running].map((child) => child.stop()));
  }
}

/** Lets the workers store what they only store when idle, so that it does not fall into the next round. */
async function rest(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ busy: boolean }>(
      'select exists (select 1 from dateline.stories where gaps) as busy',
    );
    if (!rows[0]!.busy) return;
    await sleep(100);
  }
}

async function rate(url: string, pool: pg.Pool, workers: number): Promise<number> {
  let time = 0;
  await withProcesses(url, workers, [], async (api) => {
    await takeIn(api, articles(50));
    await rest(pool);
    const body = articles(ARTICLES);
    time = await seconds(() => takeIn(api, body));
    await rest(pool);
  });
  return ARTICLES / time;
}

async function whereTimeGoes(url: string, pool: pg.Pool): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dateline-bench-profiles-'));
  try {
    const body = articles(ARTICLES);
    await withProcesses(url, 1, ['--cpu-prof', `--cpu-prof-dir=${directory}`], async (api) => {
      await takeIn(api, body);
      await rest(pool);
    });
    const spent = await readProfiles(directory);
    console.log(`\nCPU per article in Node with one worker, states stored when idle included:\n`);
    printTable(
      ['', 'ms'],
      spent
        .filter(({ ms }) => ms / ARTICLES >= 0.05)
        .map(({ where, ms }) => [where, (ms / ARTICLES).toFixed(2)]),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

await withDatabase(async ({ url, pool }) => {
  await printHead(
    `(c) Articles from POST /v1/articles/batch to visible state, ${count(ARTICLES)} at a time`,
    pool,
  );
  await withProcesses(url, 0, [], async (api) => {
    for (const [i, cast] of casts.entries()) await track(cast, i, api);
  });
  if (process.env.KEEP) {
    await whereTimeGoes(url, pool);
    return;
  }
  const measured = await compare(ROUNDS, [
    { name: 'one worker', run: () => rate(url, pool, 1) },
    { name: 'two workers', run: () => rate(url, pool, 2) },
  ]);
  printRatios('articles/s', measured);
  const best = Math.max(...measured.map(({ rate: perSecond }) => perSecond));
  console.log(`\naim: ${AIM} articles/s; ${best >= AIM ? 'reached' : 'NOT REACHED'}`);
  await whereTimeGoes(url, pool);
});
