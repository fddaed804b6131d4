import { jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tryStory, type TryOptions } from '../../src/cli/stories.js';
import type { Trial } from '../../src/ingestion/try-story.js';
import { startTestServer, type TestServer } from '../support/server.js';

const draft = {
  title: 'The bridge of Port Ellery',
  description: 'The closing of the old swing bridge in Port Ellery and what becomes of the ferries.',
  profile: { anyOf: ['swing bridge'], noneOf: ['chess'] },
};

const bridge = (i: number) => ({
  externalId: `bridge-${i}`,
  title: `Swing bridge of Port Ellery closed, day ${i}`,
  text: `The old swing bridge in Port Ellery stayed closed on day ${i}. Ferries run every half hour, the harbour board said.`,
  publisher: 'The Ellery Post',
  publishedAt: `2024-04-${String(i).padStart(2, '0')}T09:00:00Z`,
});
const OTHERS = [
  {
    ...bridge(20),
    externalId: 'chess',
    text: `${bridge(20).text}\n\nThe chess club met beneath it.`,
  },
  {
    ...bridge(21),
    externalId: 'tram',
    title: 'Tram line to the hills opens',
    text: 'A tram line to the hills opened on Sunday. Nine cars run on it, the company said.',
  },
];

describe('a story is tried', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    const articles = [...Array.from({ length: 12 }, (_, i) => bridge(i + 1)), ...OTHERS];
    for (const article of articles) expect((await post('/v1/articles', article)).status).toBe(201);
    await server.settle();
  });
  afterAll(() => server?.stop());

  async function post(
    route: string,
    body: unknown,
    key = server.adminKey,
  ): Promise<{ status: number; body: Trial & { detail: string } }> {
    const response = await fetch(`${server.url}${route}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Trial & { detail: string } };
  }

  it('says what it would catch and what it would miss, and writes nothing', async () => {
    const before = await server.resources.log.head();
    const { status, body } = await post('/v1/stories?dryRun=true', draft);
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: true, searched: 14, total: 14, next: null });
    expect(body.caught).toEqual({ primary: 12, background: 0 });
    expect(body.items.map(({ publishedAt }) => publishedAt)).toEqual(
      body.items.map(({ publishedAt }) => publishedAt).toSorted((a, b) => b.localeCompare(a)),
    );
    expect(body.items[0]).toMatchObject({ title: 'Swing bridge of Port Ellery closed, day 12' });
    expect(body.items[0]!.passages[0]).toMatchObject({
      text: expect.stringContaining('swing bridge'),
      terms: expect.arrayContaining(['swing bridge']),
    });
    expect(body.items[0]!.stories).toHaveLength(1);
    expect(body.nearMisses).toMatchObject([
      { why: ['“chess” of `noneOf` occurs'], score: expect.any(Number) },
    ]);
    expect(await server.resources.log.head()).toEqual(before);
  });

  it('goes on with older articles by a cursor of the same story', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { status, body } = await post(`/v1/stories?dryRun=true&limit=5${cursor}`, draft);
      expect(status).toBe(200);
      seen.push(...body.items.map(({ articleId }) => articleId));
      cursor = body.next === null ? '' : `&cursor=${encodeURIComponent(body.next)}`;
      if (cursor) {
        const other = await post(`/v1/stories?dryRun=true${cursor}`, { ...draft, title: 'Another' });
        expect(other).toMatchObject({ status: 400, body: { detail: expect.stringContaining('story') } });
      }
    } while (cursor);
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
  });

  it('catches just what the story does once it is tracked', async () => {
    const story = { slug: 'ellery-bridge', ...draft };
    expect((await post('/v1/stories?dryRun=true', story)).body.outcome).toBe('created');
    const { body: trial } = await post('/v1/stories?dryRun=true', draft);
    expect((await post('/v1/stories', story)).status).toBe(201);
    await server.settle();
    await untilRead();
    const response = await fetch(`${server.url}/v1/stories/ellery-bridge/articles?limit=100`);
    const { items } = (await response.json()) as { items: { id: string; score: number; role: string }[] };
    const facts = (list: readonly { id?: string; articleId?: string; score: number; role: string }[]) =>
      list.map(({ id, articleId, score, role }) => `${id ?? articleId} ${role} ${score}`).sort();
    expect(facts(items)).toEqual(facts(trial.items));
    // What was there before is no news to a subscriber.
    const versions = await fetch(`${server.url}/v1/stories/ellery-bridge/versions?limit=100`);
    const changes = ((await versions.json()) as { items: { kind: string }[] }).items;
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['lineage', 'late']));
    expect((await post('/v1/stories?dryRun=true', story)).body.outcome).toBe('unchanged');
    const changed = { ...story, title: 'Another bridge' };
    expect((await post('/v1/stories?dryRun=true', changed)).body.outcome).toBe('taken');
  });

  it('refuses what cannot be tried and says what to do', async () => {
    const bad = await post('/v1/stories?dryRun=true', { ...draft, profile: { anyOf: 'bridge' } });
    expect(bad).toMatchObject({ status: 400, body: { detail: expect.stringContaining('`profile.anyOf`') } });
    expect(await post('/v1/stories?dryRun=true', { ...draft, profile: [] })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('`profile` has to be an object') },
    });
    expect((await post('/v1/stories?dryRun=maybe', draft)).body.detail).toMatch(/give true or false/);
    expect((await post('/v1/stories?limit=5', { slug: 'x', ...draft })).body.detail).toMatch(/dryRun=true/);
    expect((await post('/v1/stories?dryRun=true&limit=0', draft)).status).toBe(400);
    expect((await post('/v1/stories?dryRun=true&cursor=x', draft)).status).toBe(400);
    expect((await post('/v1/stories?dryRun=true', draft, 'dl_no_key')).status).toBe(401);
  });

  describe('on the command line', () => {
    let folder: string;
    let told: string[];
    let wrong: string[];

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'dateline-try-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    beforeEach(() => {
      [told, wrong] = [[], []];
      jest.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text));
      jest.spyOn(console, 'error').mockImplementation((text: string) => void wrong.push(text));
    });
    afterEach(() => jest.restoreAllMocks());

    async function run(content: unknown, options: Partial<TryOptions> = {}): Promise<number> {
      const file = path.join(folder, 'profile.json');
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      return tryStory(file, { url: server.url, key: server.adminKey, sort: 'newest', show: 25, ...options });
    }

    it('prints a table, or all as JSON', async () => {
      expect(await run(draft, { show: 3 })).toBe(0);
      expect(told.join('\n')).toMatch(/would catch 12 of 14 articles: 12 as their subject/);
      expect(told.join('\n')).toMatch(/2024-04-12 {2}primary {5}\d\.\d\d {2}The Ellery Post: Swing bridge/);
      expect(told.join('\n')).toMatch(/… and 9 more/);
      expect(told.join('\n')).toMatch(/Just missed:[^]*noneOf/);
      told = [];
      expect(
        await run([{ slug: 'other' }, { slug: 'bridge', ...draft }], { slug: 'bridge', json: true }),
      ).toBe(0);
      expect((JSON.parse(told[0]!) as Trial).items).toHaveLength(12);
    });

    it('looks through no more than asked for', async () => {
      expect(await run(draft, { limit: 4, json: true })).toBe(0);
      expect(JSON.parse(told[0]!)).toMatchObject({ searched: 4, total: 14 });
    });

    it('says which field of the profile is wrong', async () => {
      expect(await run({ ...draft, description: undefined, profile: { anyOf: [7], colour: 1 } })).toBe(2);
      expect(wrong.join('\n')).toMatch(/description: has to be a string/);
      expect(wrong.join('\n')).toMatch(/profile\.anyOf\.0: has to be a string/);
      expect(wrong.join('\n')).toMatch(/colour: is not a field/);
    });

    it('says what is wrong with the file, the key and the address', async () => {
      expect(await run('{"title": ')).toBe(2);
      expect(await run([draft, draft])).toBe(2);
      expect(await run('7')).toBe(2);
      expect(await run(draft, { key: 'dl_no_key' })).toBe(2);
      expect(await run(draft, { url: 'http://127.0.0.1:1' })).toBe(2);
      expect(await tryStory('/none/such.json', { url: server.url, sort: 'newest', show: 1 })).toBe(2);
      expect(wrong).toEqual([
        expect.stringMatching(/is not JSON/),
        expect.stringMatching(/choose one with --slug/),
        expect.stringMatching(/holds no story/),
        expect.stringMatching(/refused \(401\).*--key/),
        expect.stringMatching(/No Dateline answers/),
        expect.stringMatching(/cannot be read: ENOENT/),
      ]);
    });
  });

  /** A tracked story takes up earlier articles by decisions that settle no text: read until they are there. */
  async function untilRead(): Promise<void> {
    for (let i = 0; i < 100; i++) {
      const response = await fetch(`${server.url}/v1/stories/ellery-bridge`);
      if (response.ok && ((await response.json()) as { version: number }).version > 12) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the story took up nothing');
  }
});
