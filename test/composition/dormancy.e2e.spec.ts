import { derivedId } from '../../src/shared/ids.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Change {
  readonly slug: string;
  readonly version: number;
  readonly kind: string;
  readonly kinds: string[];
  readonly line: string;
  readonly effectiveAt: string;
  readonly cause: { readonly type: string };
}

const FERRY = {
  title: 'Ferry Aurelia aground off Port Meridian',
  text: 'The ferry Aurelia ran aground off Port Meridian. Captain Ada Quill said the hull of the Aurelia held. Tugs from Port Meridian are on their way to the ferry.',
};
const TRAM = {
  title: 'Tram line to the hills of Lissen opens',
  text: 'A tram line to the hills of Lissen opened. Nine cars run on the line, the tram company of Lissen said.',
};

describe('a story without news', () => {
  let server: TestServer;
  let reports = 0;

  beforeAll(async () => {
    server = await startTestServer();
    const bridge = {
      slug: 'swing-bridge',
      title: 'The swing bridge',
      description: 'The closing of the swing bridge in Ellery.',
      profile: { anyOf: ['swing bridge'] },
    };
    await post('/v1/stories', bridge);
  });
  afterAll(() => server?.stop());

  async function post(route: string, body: unknown): Promise<void> {
    const response = await fetch(`${server.url}${route}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(await response.text());
  }

  async function file(day: string, fields: { title: string; text: string }): Promise<void> {
    const article = { publisher: 'The Harbour Post', publishedAt: `${day}T09:00:00Z`, ...fields };
    await post('/v1/articles', { ...article, externalId: `report-${(reports += 1)}` });
    await server.settle();
  }

  const get = async <T>(route: string): Promise<T> => {
    const response = await fetch(`${server.url}${route}`);
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  };
  const slugs = async (query: string): Promise<string[]> =>
    (await get<{ items: { slug: string }[] }>(`/v1/stories?${query}`)).items.map(({ slug }) =>
      slug.replace(/~.*/, ''),
    );
  const status = async (query = ''): Promise<string> =>
    (await get<{ status: string }>(`/v1/stories/swing-bridge${query}`)).status;
  const listed = async (query: string): Promise<string | undefined> =>
    (await get<{ items: { slug: string; status: string }[] }>(`/v1/stories?${query}`)).items.find(
      ({ slug }) => slug === 'swing-bridge',
    )?.status;

  const bridge = (day: string) =>
    file(day, {
      title: `Swing bridge still closed on ${day}`,
      text: `The swing bridge in Ellery was closed on ${day}.`,
    });

  it('goes dormant by the clock of the news and wakes with news', async () => {
    await bridge('2020-03-01');
    await file('2020-03-20', FERRY);
    expect(await status()).toBe('open');
    await file('2020-04-10', TRAM);
    expect(await status()).toBe('dormant');
    expect(await slugs('status=dormant')).toEqual(['swing-bridge']);
    expect(await slugs('status=open')).toHaveLength(2);

    const asleep = await get<{ version: number; knownAt: string }>('/v1/stories/swing-bridge');
    await bridge('2020-04-20');
    expect(await status()).toBe('open');
    // The past stays the past, on both clocks.
    expect(await status(`?version=${asleep.version}`)).toBe('dormant');
    expect(await status(`?knownAt=${asleep.knownAt}`)).toBe('dormant');
    for (const [day, was] of [
      ['2020-03-30', 'open'],
      ['2020-03-31', 'dormant'],
      ['2020-04-19', 'dormant'],
      ['2020-04-20', 'open'],
    ]) {
      expect([day, await status(`?at=${day}`), await listed(`at=${day}`)]).toEqual([day, was, was]);
    }
  });

  it('says so in the feed of changes and in the difference', async () => {
    const { items } = await get<{ items: Change[] }>('/v1/changes?limit=100');
    const changes = items.filter(({ slug, kinds }) => slug === 'swing-bridge' && kinds.includes('status'));
    expect(changes).toMatchObject([
      {
        kind: 'live',
        cause: { type: 'StoryWentDormant' },
        line: 'No news since 2020-03-01: the story is dormant',
        effectiveAt: '2020-03-31T09:00:00.000Z',
      },
      {
        kind: 'live',
        cause: { type: 'StoryWoke', articleId: expect.any(String) },
        line: 'News again, the first since 2020-03-01: the story has woken',
        effectiveAt: '2020-04-20T09:00:00.000Z',
      },
    ]);
    const { changes: difference } = await get<{ changes: { type: string }[] }>(
      '/v1/stories/swing-bridge/diff?from=2020-03-30&to=2020-04-01',
    );
    expect(difference).toEqual([{ type: 'status-changed', before: 'open', after: 'dormant' }]);
  });

  it('has been awake around a report that comes in late, as known from then on', async () => {
    const before = await get<{ knownAt: string }>('/v1/stories/swing-bridge');
    expect(await status('?at=2020-04-05')).toBe('dormant');
    await bridge('2020-03-28');
    expect(await status('?at=2020-04-05')).toBe('open');
    expect(await listed('at=2020-04-05')).toBe('open');
    expect(await status(`?at=2020-04-05&knownAt=${before.knownAt}`)).toBe('dormant');
    expect(await status()).toBe('open');
  });

  it('if threading opened it, still takes in what is near it', async () => {
    expect(await slugs('status=dormant')).toEqual(['ferry-aurelia-aground-off-port']);
    await file('2020-04-21', { ...FERRY, text: `${FERRY.text} The Aurelia is afloat again.` });
    expect(await slugs('status=dormant')).toEqual([]);
    expect((await slugs('q=aurelia')).length).toBe(1);
  });

  it('is dormant from the beginning when an archive comes in after the news', async () => {
    await file('2019-01-10', {
      title: 'Old dam of Orn drained',
      text: 'The dam of Orn was drained for repairs.',
    });
    expect(await slugs('status=dormant')).toEqual(['old-dam-of-orn']);
  });

  it('goes back to sleep when the report that woke it is retracted', async () => {
    const { items } = await get<{ items: { id: string; publishedAt: string }[] }>(
      '/v1/stories/swing-bridge/articles',
    );
    await file('2020-05-10', {
      title: 'Choir of Dunmore sings',
      text: 'The choir of Dunmore sang in the rain.',
    });
    expect(await status()).toBe('open');
    const articleId = items.find(({ publishedAt }) => publishedAt.startsWith('2020-04-20'))!.id;
    await server.resources.log.append({
      stream: `article-${articleId}`,
      expectedVersion: 'any',
      events: [
        {
          id: derivedId('retracts', articleId),
          type: 'ArticleRetracted',
          data: { articleId, reason: 'withdrawn' },
          occurredAt: '2020-05-10T10:00:00.000Z',
        },
      ],
      metadata: { actor: 'test' },
    });
    await file('2020-05-10', { title: 'Choir of Dunmore goes home', text: 'The choir of Dunmore left.' });
    expect(await status()).toBe('dormant');
  });
});
