import { createPatch, applyPatch } from 'rfc6902';
import { Newsroom } from '../../test/support/newsroom.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import type { StoryState } from '../domain/story-state.js';

let server: TestServer;
let newsroom: Newsroom;

/** Bodies are checked against the OpenAPI document elsewhere; here they are just looked at. */
interface Got<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

async function get<T = Record<string, unknown>>(
  path: string,
  headers: Record<string, string> = {},
): Promise<Got<T>> {
  const response = await fetch(`${server.url}${path}`, { headers });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (json ? JSON.parse(text) : undefined) as T,
  };
}

interface Page {
  readonly items: Record<string, unknown>[];
  readonly next: string | null;
}

beforeAll(async () => {
  server = await startTestServer({ roles: { worker: false } });
  newsroom = new Newsroom(server.resources);
  await newsroom.track('harbour', 'The full harbour');
  await newsroom.file('harbour', { name: 'one', publishedAt: '2031-05-01T08:00:00.000Z', count: 120 });
  await newsroom.file('harbour', { name: 'two', publishedAt: '2031-05-02T08:00:00.000Z', count: 150 });
  await newsroom.track('lighthouse', 'The dark lighthouse');
  await newsroom.fold();
  await server.settle();
});
afterAll(() => server?.stop());

describe('a story', () => {
  it('is answered by id and by slug', async () => {
    const bySlug = await get<StoryState>('/v1/stories/harbour');
    expect(bySlug.status).toBe(200);
    expect(bySlug.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(bySlug.body).toMatchObject({
      slug: 'harbour',
      title: 'The full harbour',
      version: 3,
      articles: { total: 2 },
    });
    const byId = await get(`/v1/stories/${newsroom.storyId('harbour').toUpperCase()}`);
    expect(byId.text).toBe(bySlug.text);
  });

  it.each([
    ['2031-04-30', 0],
    ['2031-05-01', 1],
    ['2031-05-01T07:59:59Z', 0],
    ['2031-05-01T08:00:00Z', 1],
    ['2031-05-01T10:00:00+02:00', 1],
    ['2031-05-02', 2],
  ])('at %s has %i articles', async (at, total) => {
    const { body } = await get<StoryState>(`/v1/stories/harbour?at=${at}`);
    expect(body.articles.total).toBe(total);
  });

  it('is the same again by its version, for good', async () => {
    const second = await get<StoryState>('/v1/stories/harbour?version=2');
    expect(second.body).toMatchObject({ version: 2, articles: { total: 1 } });
    expect(second.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const withKey = await get('/v1/stories/harbour?version=2', {
      authorization: `Bearer ${server.adminKey}`,
    });
    expect(withKey.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect((await get('/v1/stories/harbour')).headers.get('cache-control')).toBe('no-cache');
  });

  it('at a knownAt that has passed is immutable and without what came later', async () => {
    const versions = await get<Page>('/v1/stories/harbour/versions');
    const recordedAt = String(versions.body.items[1]!.recordedAt);
    const then = await get<StoryState>(`/v1/stories/harbour?knownAt=${recordedAt}`);
    expect(then.body).toMatchObject({ version: 2, articles: { total: 1 } });
    expect(then.headers.get('cache-control')).toContain('immutable');
    const ahead = await get(`/v1/stories/harbour?knownAt=2999-01-01`);
    expect(ahead.headers.get('cache-control')).toBe('no-cache');
    const before = await get('/v1/stories/harbour?knownAt=2001-01-01');
    expect(before.status).toBe(404);
    expect(before.body.type).toBe('/problems/not-known-then');
  });

  it('is not sent again to who has it', async () => {
    const first = await get('/v1/stories/harbour');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/v1/stories/harbour', { 'if-none-match': given });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get('/v1/stories/harbour', { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await fetch(`${server.url}/v1/stories/harbour`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  });

  it.each([
    ['/v1/stories/nothing', 404, '/problems/story-not-found'],
    ['/v1/stories/%00', 404, '/problems/story-not-found'],
    ["/v1/stories/'%3B--", 404, '/problems/story-not-found'],
    [`/v1/stories/${'x'.repeat(250)}`, 404, '/problems/story-not-found'],
    ['/v1/stories/nothing/versions', 404, '/problems/story-not-found'],
    ['/v1/stories/nothing/timeline', 404, '/problems/story-not-found'],
    ['/v1/stories/nothing/diff?from=1&to=2', 404, '/problems/story-not-found'],
    ['/v1/stories/harbour?version=99', 404, '/problems/no-such-version'],
    ['/v1/stories/harbour/diff?from=1&to=99', 404, '/problems/no-such-version'],
    ['/v1/articles/nothing', 404, '/problems/article-not-found'],
    ['/v1/articles/00000000-0000-5000-8000-000000000000', 404, '/problems/article-not-found'],
    ['/v1/stories/harbour?at=yesterday', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?at=', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?at=2031-02-30', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?at=2031-05-01&at=2031-05-02', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?knownAt=2031-05-01T08:00:00', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?version=0', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?version=two', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?version=2&at=2031-05-01', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?version=2&knownAt=2031-05-01', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?vresion=2', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?__proto__=2', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?minPosition=x', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour?minPosition=-1', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour/claims?limit=0', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour/claims?limit=1001', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour/claims?cursor=abc', 400, '/problems/bad-cursor'],
    ['/v1/stories?cursor=%00', 400, '/problems/bad-cursor'],
    ['/v1/stories?status=shut', 400, '/problems/bad-parameter'],
    ['/v1/stories?at=9999-99-99', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour/diff', 400, '/problems/bad-parameter'],
    ['/v1/stories/harbour/diff?from=0&to=1', 400, '/problems/bad-parameter'],
    ['/v1/changes?after=1e3', 400, '/problems/bad-parameter'],
    ['/v1/changes?wait=61', 400, '/problems/bad-parameter'],
  ])('%s is %i %s', async (path, status, type) => {
    const { body, headers } = await get<{ detail: string }>(path);
    expect(body).toMatchObject({ status, type });
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('dateline-position')).toMatch(/^\d+$/);
    expect(body.detail.length).toBeGreaterThan(20);
  });

  it('says what a parameter may be', async () => {
    const unknown = await get('/v1/stories/harbour?vresion=2');
    expect(unknown.body.detail).toBe(
      'Unknown: "vresion". This route knows at, knownAt, version, minPosition.',
    );
    const missing = await get('/v1/stories/harbour/diff?from=1');
    expect(missing.body.detail).toBe('"to": is needed: a version number, an instant or a date.');
    const doubled = await get('/v1/stories/harbour/diff?from=1&to=2&to=3');
    expect(doubled.body.detail).toBe('"to" is given more than once.');
    const date = await get('/v1/stories/harbour?at=24.4.2031');
    expect(date.body.detail).toContain('2024-04-24T18:00:00Z');
    expect(date.body.detail).toContain('end of that day in UTC');
  });
});

test.each(['/nowhere', '/v1/%zz', '/docs/../package.json', '/docs/__proto__', '/v1/stories/a/b/c'])(
  '%s is a problem with a position, too',
  async (path) => {
    const { status, headers } = await get(path);
    expect([400, 404]).toContain(status);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('dateline-position')).toMatch(/^\d+$/);
  },
);

test('the page of the documentation needs nothing from elsewhere', async () => {
  const page = await get('/docs');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  expect(sources).toContain('/docs/swagger-ui-bundle.js');
  for (const source of sources) {
    expect(source).toMatch(/^\/docs\//);
    expect((await get(source)).status).toBe(200);
  }
});

describe('minPosition', () => {
  it('waits until what was appended is reflected', async () => {
    await newsroom.file('lighthouse', { name: 'dark', publishedAt: '2031-05-03T08:00:00.000Z' });
    const position = await newsroom.head();
    const waiting = get<StoryState>(`/v1/stories/lighthouse?minPosition=${position}`);
    setTimeout(() => void newsroom.fold(), 300);
    const { status, body, headers } = await waiting;
    expect([status, body.articles.total]).toEqual([200, 1]);
    expect(BigInt(headers.get('dateline-position')!)).toBeGreaterThanOrEqual(position);
  });
});

describe('lists', () => {
  it('finds stories by words, names and status', async () => {
    const slugs = async (query: string) =>
      (await get<Page>(`/v1/stories?${query}`)).body.items.map((item) => item.slug);
    expect((await slugs('')).sort()).toEqual(['harbour', 'lighthouse']);
    expect(await slugs('q=lighthouse')).toEqual(['lighthouse']);
    expect(await slugs('entity=ada%20quill&at=2031-05-02')).toEqual(['harbour']);
    expect(await slugs('status=closed')).toEqual([]);
    expect(await slugs('q=%00%22unbalanced%20%26%7C!')).toEqual([]);
  });

  it.each(['timeline', 'articles', 'figures', 'claims'])(
    'pages %s without a gap while articles come in',
    async (part) => {
      for (let i = 0; i < 4; i++) {
        await newsroom.file('lighthouse', {
          name: `${part}-${i}`,
          publishedAt: `2031-05-${10 + i}T08:00:00.000Z`,
          count: 200 + i * 40,
        });
      }
      await newsroom.fold();
      await server.settle();
      const whole = await get<Page>(`/v1/stories/lighthouse/${part}`);
      expect(whole.body.next).toBeNull();
      const pages: Record<string, unknown>[] = [];
      let path = `/v1/stories/lighthouse/${part}?limit=2`;
      for (let i = 0; ; i++) {
        const { status, body } = await get<Page>(path);
        expect(status).toBe(200);
        pages.push(...body.items);
        if (body.next === null) break;
        expect(body.items).toHaveLength(2);
        path = `/v1/stories/lighthouse/${part}?limit=2&cursor=${body.next}`;
        await newsroom.file('lighthouse', {
          name: `${part}-late-${i}`,
          publishedAt: '2031-04-01T08:00:00.000Z',
          count: 999,
        });
        await newsroom.fold();
      }
      expect(pages).toEqual(whole.body.items);
    },
  );

  it('pages versions and stories', async () => {
    for (const list of ['/v1/stories', '/v1/stories/lighthouse/versions', '/v1/changes']) {
      const param = list === '/v1/changes' ? 'after' : 'cursor';
      const whole = await get<Page>(`${list}?limit=1000`);
      const found: unknown[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page: Got<Page> = await get(`${list}?limit=1${next === '' ? '' : `&${param}=${next}`}`);
        found.push(...page.body.items);
        next = page.body.next;
      }
      expect(found).toEqual(whole.body.items);
      expect(found.length).toBeGreaterThan(1);
    }
  });

  it('refuses a cursor that was altered, of another list, or of another question', async () => {
    const { body } = await get<Page>('/v1/stories/lighthouse/timeline?limit=1&at=2031-05-12');
    const next = body.next!;
    const problem = async (path: string) => (await get(path)).body.type;
    const at = Math.floor(next.length / 2);
    const altered = `${next.slice(0, at)}${next[at] === 'A' ? 'B' : 'A'}${next.slice(at + 1)}`;
    expect(await problem(`/v1/stories/lighthouse/timeline?cursor=${altered}`)).toBe('/problems/bad-cursor');
    expect(await problem(`/v1/stories/lighthouse/claims?cursor=${next}`)).toBe('/problems/bad-cursor');
    expect(await problem(`/v1/stories/harbour/timeline?cursor=${next}`)).toBe('/problems/bad-cursor');
    expect(await problem(`/v1/stories?cursor=${next}`)).toBe('/problems/bad-cursor');
    expect(await problem(`/v1/stories/lighthouse/timeline?cursor=${next}&at=2031-05-11`)).toBe(
      '/problems/bad-cursor',
    );
    expect((await get(`/v1/stories/lighthouse/timeline?cursor=${next}&at=2031-05-12`)).status).toBe(200);
    expect((await get(`/v1/stories/lighthouse/timeline?cursor=${next}`)).status).toBe(200);
  });
});

describe('a difference', () => {
  it('is typed, and patches the first state into the second', async () => {
    const { status, body, headers } = await get<{ changes: { type: string }[]; patch: never[] }>(
      '/v1/stories/harbour/diff?from=2&to=3',
    );
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(body.changes.map((change) => change.type)).toContain('article-added');
    const from = (await get<StoryState>('/v1/stories/harbour?version=2')).body;
    const to = (await get<StoryState>('/v1/stories/harbour?version=3')).body;
    expect(applyPatch(from, body.patch).filter(Boolean)).toEqual([]);
    expect(createPatch(from, to)).toEqual([]);
  });

  it('takes dates as well as versions, in either order', async () => {
    const forth = await get<{ changes: { type: string }[] }>(
      '/v1/stories/harbour/diff?from=2031-05-01&to=2031-05-02',
    );
    const back = await get<{ changes: { type: string }[] }>(
      '/v1/stories/harbour/diff?from=3&to=2031-05-01T12:00:00Z',
    );
    const types = (got: typeof forth) => got.body.changes.map((change) => change.type);
    expect(types(forth)).toContain('article-added');
    expect(types(back)).toContain('article-removed');
    expect(forth.headers.get('cache-control')).toBe('no-cache');
  });
});

test('an article has its revisions, its analysis, and its stories with the reasons', async () => {
  await newsroom.file('harbour', {
    name: 'one',
    revision: 2,
    publishedAt: '2031-05-01T08:00:00.000Z',
    count: 130,
  });
  await newsroom.fold();
  const { status, body } = await get(`/v1/articles/${newsroom.articleId('one')}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'present',
    revision: 2,
    revisions: [{ revision: 1 }, { revision: 2 }],
    analysis: { revision: 2, analyzer: { name: 'invented' } },
    stories: [
      { storyId: newsroom.storyId('harbour'), revision: 2, reasons: [{ text: 'speaks of the harbour' }] },
    ],
  });
});
