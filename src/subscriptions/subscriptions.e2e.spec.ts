import { Newsroom } from '../../test/support/newsroom.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { SseReader } from '../../test/support/sse.js';
import type { ChangeRow } from '../projections/story-state/changes.js';
import { ReferencedEvents } from '../projections/story-state/story-events.js';
import { StoryStateProjector } from '../projections/story-state/story-state.projector.js';
import { LogConsumer } from '../queue/log-consumer.js';
import { ApiKeys } from '../shared/access/api-keys.js';
import { systemClock } from '../shared/clock.js';

let server: TestServer;
let newsroom: Newsroom;
let filed = 0;

interface Page {
  readonly items: ChangeRow[];
  readonly next: string | null;
}

const pull = async (query = ''): Promise<Page> =>
  (await fetch(`${server.url}/v1/changes${query}`)).json() as Promise<Page>;

/** Every change, page by page. */
async function pullAll(limit = 1000): Promise<ChangeRow[]> {
  const found: ChangeRow[] = [];
  for (let after: string | null = '0'; after !== null;) {
    const page: Page = await pull(`?after=${after}&limit=${limit}`);
    found.push(...page.items);
    after = page.next;
  }
  return found;
}

async function file(slug: string, count = 1): Promise<void> {
  for (let i = 0; i < count; i++) {
    filed += 1;
    const publishedAt = new Date(Date.UTC(2031, 4, 1, 0, filed)).toISOString();
    await newsroom.file(slug, { name: `report-${filed}`, publishedAt });
  }
  await newsroom.fold();
}

const parsed = (reader: SseReader): ChangeRow[] =>
  reader.events.map(({ data }) => JSON.parse(data!) as ChangeRow);

/** A server with five changes, new for each test, or for all of a group that changes nothing. */
function serverFor(
  before: typeof beforeEach | typeof beforeAll,
  after: typeof afterEach | typeof afterAll,
): void {
  before(async () => {
    server = await startTestServer({ roles: { worker: false } });
    newsroom = new Newsroom(server.resources);
    filed = 0;
    await newsroom.track('harbour', 'The full harbour');
    await newsroom.track('lighthouse', 'The dark lighthouse');
    await file('harbour', 2);
    await file('lighthouse');
    await server.settle();
  });
  after(() => server.stop());
}

describe('pulling changes', () => {
  serverFor(beforeEach, afterEach);

  it('reads from the beginning, or from any position that an item had', async () => {
    const all = await pullAll();
    expect(all.map((change) => `${change.slug} ${change.version} ${change.kind}`)).toEqual([
      'harbour 1 lineage',
      'lighthouse 1 lineage',
      'harbour 2 live',
      'harbour 3 live',
      'lighthouse 2 live',
    ]);
    expect(await pullAll(1)).toEqual(all);
    expect((await pull(`?after=${all[2]!.position}`)).items).toEqual(all.slice(3));
    expect(await pull(`?after=${all[4]!.position}&limit=1`)).toEqual({ items: [], next: null });
    expect((await pull('?limit=5')).next).toBeNull();
    expect((await pull('?limit=4')).next).toBe(all[3]!.position);
  });

  it('waits for the next change, and no longer than asked', async () => {
    const last = (await pullAll()).at(-1)!.position;
    const started = Date.now();
    expect((await pull(`?after=${last}&wait=1`)).items).toEqual([]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
    const waiting = pull(`?after=${last}&wait=30`);
    await file('harbour');
    expect((await waiting).items).toMatchObject([{ slug: 'harbour', version: 4 }]);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('tells a position of another history from one that is only not reflected yet', async () => {
    const head = await newsroom.head();
    const beyond = await fetch(`${server.url}/v1/changes?after=${head + 1n}`);
    expect(beyond.status).toBe(410);
    expect(await beyond.json()).toMatchObject({
      type: '/problems/position-of-another-history',
      head: head.toString(),
      restart: '/v1/changes?after=0',
    });
    await newsroom.storyEvent({
      type: 'StoryClosed',
      data: { storyId: newsroom.storyId('harbour'), reason: 'over' },
    });
    expect((await fetch(`${server.url}/v1/changes?after=${head + 1n}`)).status).toBe(200);
  });
});

describe('a stream of changes', () => {
  serverFor(beforeEach, afterEach);

  it('begins at the head, or after a position, and goes on with what comes', async () => {
    const all = await pullAll();
    const live = await SseReader.open(`${server.url}/v1/updates`);
    const whole = await SseReader.open(`${server.url}/v1/updates?after=0`);
    const story = await SseReader.open(`${server.url}/v1/stories/lighthouse/updates?after=0`);
    expect(live.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(live.response.headers['dateline-position']).toMatch(/^\d+$/);
    expect(live.response.headers['x-content-type-options']).toBe('nosniff');
    await whole.until(all.length);
    await file('lighthouse');
    await whole.until(all.length + 1);
    await story.until(3);
    await live.until(1);
    expect(parsed(whole)).toEqual(await pullAll());
    expect(parsed(live)).toEqual(parsed(whole).slice(all.length));
    expect(parsed(story)).toEqual(parsed(whole).filter((change) => change.slug === 'lighthouse'));
    expect(whole.events.map(({ id }) => id)).toEqual(parsed(whole).map((change) => change.position));
    await Promise.all([live.cut(), whole.cut(), story.cut()]);
  });

  it('goes on while a rebuild fills it again, and shows who has come for what is new nothing old', async () => {
    const all = await pullAll();
    const { pool, log, logger } = server.resources;
    const projector = new StoryStateProjector(new ReferencedEvents(log), logger);
    await new LogConsumer(pool, log, projector, logger).reset();
    const live = await SseReader.open(`${server.url}/v1/updates`);
    const whole = await SseReader.open(`${server.url}/v1/updates?after=0`);
    while (live.lastId === '') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(whole.events).toEqual([]);
    await newsroom.fold();
    await whole.until(all.length);
    await file('harbour');
    await live.until(1);
    await whole.until(all.length + 1);
    expect(parsed(whole)).toEqual(await pullAll());
    expect(parsed(live)).toEqual(parsed(whole).slice(all.length));
    await Promise.all([live.cut(), whole.cut()]);
  });

  it('goes on after the last id, even of a reader that has seen no event yet; the id wins over after', async () => {
    const quiet = await SseReader.open(`${server.url}/v1/updates`);
    while (quiet.lastId === '') await new Promise((resolve) => setTimeout(resolve, 5));
    await quiet.cut();
    await file('harbour', 2);
    const again = await SseReader.open(`${server.url}/v1/updates?after=0`, { 'last-event-id': quiet.lastId });
    await again.until(2);
    expect(parsed(again).map((change) => change.version)).toEqual([4, 5]);
    await again.cut();
  });

  it('shows every change once to readers that are cut off at random, whatever comes in meanwhile', async () => {
    let truth: ChangeRow[] | undefined;
    const positions = (only?: string) =>
      truth?.filter(({ slug }) => !only || slug === only).map(({ position }) => position);
    const reader = async (random: () => number, path: string, only?: string): Promise<string[]> => {
      const seen: string[] = [];
      let lastId = '0';
      while (lastId !== positions(only)?.at(-1)) {
        const sse = await SseReader.open(`${server.url}${path}`, { 'last-event-id': lastId });
        await new Promise((resolve) => setTimeout(resolve, random() * 80));
        await sse.cut();
        seen.push(...sse.events.map(({ id }) => id));
        lastId = sse.lastId === '' ? lastId : sse.lastId;
      }
      return seen;
    };
    const write = async (): Promise<void> => {
      for (let i = 0; i < 20; i++) await file(i % 3 === 0 ? 'lighthouse' : 'harbour', 2);
      truth = await pullAll();
    };
    const seed = 4711;
    const randoms = Array.from({ length: 9 }, (_, i) => generator(seed + i));
    const [all, one] = await Promise.all([
      Promise.all(randoms.slice(0, 6).map((random) => reader(random, '/v1/updates'))),
      Promise.all(randoms.slice(6).map((random) => reader(random, '/v1/stories/harbour/updates', 'harbour'))),
      write(),
    ]);
    for (const seen of all) expect(seen).toEqual(positions());
    for (const seen of one) expect(seen).toEqual(positions('harbour'));
  }, 60_000);

  it('ends when the process stops, and long polls answer', async () => {
    const sse = await SseReader.open(`${server.url}/v1/updates`);
    const waiting = pull(`?after=${await newsroom.head()}&wait=60`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = Date.now();
    server.resources.lifecycle.drain();
    await sse.end();
    expect(await waiting).toEqual({ items: [], next: null });
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});

describe('a stream that is asked for', () => {
  serverFor(beforeAll, afterAll);

  it.each([
    ['/v1/stories/nothing/updates', {}, 404],
    ['/v1/stories/%00/updates', {}, 404],
    ['/v1/updates?after=999999', {}, 410],
    ['/v1/updates', { 'last-event-id': '999999' }, 410],
    ['/v1/updates', { 'last-event-id': 'abc' }, 400],
    ['/v1/updates?after=-1', {}, 400],
    ['/v1/updates?since=0', {}, 400],
    ['/v1/updates', { authorization: 'Bearer dl_wrong' }, 401],
  ])('is a problem before it opens: %s %j', async (path, headers, status) => {
    const response = await fetch(`${server.url}${path}`, { headers: headers as Record<string, string> });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    await response.text();
  });

  it('can be asked for by HEAD', async () => {
    const response = await fetch(`${server.url}/v1/updates`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
  });
});

describe('feeds', () => {
  serverFor(beforeEach, afterEach);

  it('have the newest changes first, under ids that stay', async () => {
    const atom = await fetch(`${server.url}/v1/stories/harbour/feed.atom`);
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await atom.text();
    expect(text.match(/<entry>/g)).toHaveLength(3);
    const json = await fetch(`${server.url}/v1/stories/harbour/feed.json`);
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = (await json.json()) as {
      items: { id: string; url: string; _dateline: { version: number } }[];
    };
    expect(feed.items.map((item) => item._dateline.version)).toEqual([3, 2, 1]);
    for (const item of feed.items) expect(text).toContain(`<id>${item.id}</id>`);
    const state = (await (await fetch(feed.items[0]!.url)).json()) as { version: number };
    expect(state.version).toBe(3);
    expect((await fetch(`${server.url}/v1/stories/nothing/feed.atom`)).status).toBe(404);
  });

  it('are not sent again to who has them', async () => {
    for (const path of ['feed.atom', 'feed.json']) {
      const url = `${server.url}/v1/stories/harbour/${path}`;
      const etag = (await fetch(url)).headers.get('etag')!;
      expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      const future = new Date(Date.now() + 60_000).toUTCString();
      expect((await fetch(url, { headers: { 'if-modified-since': future } })).status).toBe(304);
      const past = new Date(Date.now() - 60_000).toUTCString();
      expect((await fetch(url, { headers: { 'if-modified-since': past } })).status).toBe(200);
    }
    await file('harbour');
    const newer = await fetch(`${server.url}/v1/stories/harbour/feed.json`);
    expect(((await newer.json()) as { items: unknown[] }).items).toHaveLength(4);
  });
});

test('with reads closed every door asks for a key', async () => {
  const closed = await startTestServer({ roles: { worker: false }, environment: { DATELINE_READ: 'key' } });
  try {
    const { key } = await new ApiKeys(closed.pool, systemClock).create('reader', ['read']);
    for (const path of ['/v1/changes', '/v1/updates', '/v1/stories', '/v1/stories/harbour/feed.atom']) {
      expect((await fetch(`${closed.url}${path}`)).status).toBe(401);
    }
    const sse = await SseReader.open(`${closed.url}/v1/updates`, { authorization: `Bearer ${key}` });
    expect(sse.response.statusCode).toBe(200);
    await sse.cut();
  } finally {
    await closed.stop();
  }
});

/** A small seeded generator (mulberry32): the same run again for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
