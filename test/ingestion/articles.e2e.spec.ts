import { invented, startIntake, type IntakeServer } from './intake-server.js';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('POST /v1/articles', () => {
  let server: IntakeServer;
  let key: string;

  beforeAll(async () => {
    server = await startIntake();
    key = await server.key('ingest');
  });
  afterAll(() => server?.stop());

  async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${server.url}/v1/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  const data = async (position: unknown): Promise<Record<string, unknown>> => {
    const [event] = await server.resources.log.readPositions([BigInt(position as string)]);
    return event!.data as Record<string, unknown>;
  };

  it('creates, leaves unchanged and revises', async () => {
    const first = await post(invented());
    expect(first).toMatchObject({ status: 201, body: { revision: 1, outcome: 'created' } });
    const again = await post(invented());
    expect(again).toEqual({ status: 200, body: { ...first.body, outcome: 'unchanged' } });
    const revised = await post(
      invented({ text: 'The harbour board voted on Tuesday to close the bridge for nine weeks.' }),
    );
    expect(revised).toMatchObject({
      status: 200,
      body: { id: first.body.id, revision: 2, outcome: 'revised' },
    });
    const back = await post(invented());
    expect(back).toMatchObject({ status: 200, body: { id: first.body.id, revision: 3, outcome: 'revised' } });
  });

  it('finds an article again by either of its addresses', async () => {
    const both = invented({ externalId: 'b-2', url: 'https://Ellery.example:443/bridge/?utm_source=x#top' });
    const first = await post(both);
    expect(await data(first.body.position)).toMatchObject({
      url: 'https://ellery.example/bridge',
      externalId: 'b-2',
    });
    const byUrl = await post(invented({ externalId: undefined, url: 'https://ellery.example/bridge' }));
    const byId = await post(invented({ externalId: 'b-2' }));
    expect([byUrl, byId].map(({ body }) => [body.id, body.outcome])).toEqual([
      [first.body.id, 'unchanged'],
      [first.body.id, 'unchanged'],
    ]);
  });

  it('does not take two articles for one', async () => {
    await post(invented({ externalId: 'c-1' }));
    await post(invented({ externalId: undefined, url: 'https://ellery.example/c2' }));
    const mixed = await post(invented({ externalId: 'c-1', url: 'https://ellery.example/c2' }));
    expect(mixed).toMatchObject({ status: 409, body: { type: '/problems/identity-conflict' } });
  });

  it('takes in every one of many that come at once, once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        post(
          invented({
            externalId: `d-${i % 4}`,
            ...(i % 3 === 0 ? { url: `https://ellery.example/d${i % 4}` } : {}),
          }),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(4);
    // One creation each; a revision where the address became known later; nothing else.
    expect(answers.filter(({ body }) => body.outcome === 'created')).toHaveLength(4);
    for (const id of ids) {
      const events = await server.resources.log.readStream(`article-${id as string}`);
      expect(events.map(({ version }) => version)).toEqual(events.map((_, i) => i + 1));
      expect(events.length).toBeLessThanOrEqual(2);
    }
  });

  it('gives many different texts of one article, sent at once, a revision each', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        post(invented({ externalId: 'e-1', text: `The board met for the ${i + 1}th time.` })),
      ),
    );
    expect(answers.map(({ body }) => body.revision).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
  });

  it('takes an article from a page, and what is given wins', async () => {
    const prose =
      'The harbour board of Port Ellery voted on Tuesday to close the old swing bridge for eleven weeks. ';
    const html = `<html lang="en"><head><meta property="og:site_name" content="The Ellery Post"><meta property="og:title" content="Bridge to close">
      <meta property="article:published_time" content="2024-04-23T09:00:00Z"><link rel="canonical" href="https://ellery.example/page">
      </head><body><article><p>${prose.repeat(3)}</p><p>${prose.repeat(3)}</p></article></body></html>`;
    const answer = await post({ html, title: 'Our own title' });
    expect(answer).toMatchObject({ status: 201 });
    expect(await data(answer.body.position)).toMatchObject({
      url: 'https://ellery.example/page',
      title: 'Our own title',
      publisher: 'The Ellery Post',
      language: 'en',
      publishedAt: '2024-04-23T09:00:00.000Z',
      text: `${prose.repeat(3).trim()}\n\n${prose.repeat(3).trim()}`,
    });
    const incomplete = await post({ html: `<p>${prose.repeat(8)}</p>`, externalId: 'page-2' });
    expect(incomplete).toMatchObject({ status: 422, body: { type: '/problems/incomplete-page' } });
    expect(incomplete.body.detail).toMatch(/`title`, `publisher`, `publishedAt`/);
  });

  it('clamps what claims to be from the future, and keeps the claim', async () => {
    const { body } = await post(invented({ externalId: 'f-1', publishedAt: '2999-01-01T00:00:00Z' }));
    const [event] = await server.resources.log.readPositions([BigInt(body.position as string)]);
    expect(Date.parse(event!.occurredAt)).toBeLessThanOrEqual(Date.now());
    expect(event!.data).toMatchObject({ publishedAt: '2999-01-01T00:00:00.000Z' });
    expect(event!.metadata).toMatchObject({ actor: expect.stringMatching(/^key:/) as string });
  });

  it('cleans what it stores', async () => {
    const { body } = await post(
      '{"externalId":"g-1","title":"  Bridge\\n to\\u0000 close ","text":"One\\r\\ntwo\\ud800\\u0007","publisher":"P","publishedAt":"2024-04-23"}',
    );
    expect(await data(body.position)).toMatchObject({
      title: 'Bridge to\ufffd close',
      text: 'One\ntwo\ufffd',
    });
  });

  const bad: [string, unknown, number, RegExp][] = [
    ['no JSON', '{"title":', 400, /not JSON/],
    ['nothing', '', 400, /empty/],
    ['not UTF-8', Buffer.from('{"title":"\xff"}', 'latin1'), 400, /UTF-8/],
    ['a list', [], 400, /one JSON object/],
    ['null', 'null', 400, /one JSON object/],
    ['a number', '1e400', 400, /one JSON object/],
    ['an empty object', {}, 400, /`url` is needed/],
    ['deep nesting', `{"title":${'['.repeat(100_000)}`, 400, /nested/],
    ['an unknown field', invented({ colour: 'red' }), 400, /`colour` is not a field/],
    ['a field called __proto__', '{"__proto__":{"title":"x"},"externalId":"z"}', 400, /`__proto__`/],
    [
      '1e400 for a title',
      JSON.stringify(invented({ title: 0 })).replace('"title":0', '"title":1e400'),
      400,
      /`title` has to be a string/,
    ],
    ['no identity', invented({ externalId: undefined }), 400, /`externalId`/],
    ['text and html', invented({ html: '<p>x</p>' }), 400, /one of them/],
    ['neither', invented({ text: undefined }), 400, /`html`/],
    ['an empty title', invented({ title: ' \u200b ' }), 400, /`title` must not be empty/],
    ['no title', invented({ title: undefined }), 400, /`title` is needed/],
    [
      'a date that is none',
      invented({ publishedAt: '2024-02-30' }),
      400,
      /`publishedAt` is no date: give an instant/,
    ],
    ['words for a date', invented({ publishedAt: 'yesterday' }), 400, /`publishedAt`/],
    ['a wall clock without a zone', invented({ publishedAt: '2024-04-23T09:00' }), 400, /timezone/],
    ['a time zone that is none', invented({ timezone: 'Mars/Olympus' }), 400, /`timezone` has to be an IANA/],
    ['an address that is none', invented({ url: 'javascript:alert(1)' }), 400, /`url` has to be an absolute/],
    ['an address with a password', invented({ url: 'https://a:b@c.example/' }), 400, /user name/],
    ['a long text', invented({ text: 'x'.repeat(2_000_001) }), 413, /at most/],
    ['a long title', invented({ title: 'x'.repeat(2_001) }), 400, /at most 2000/],
    ['a page without an article', invented({ text: undefined, html: '<script>1</script>' }), 422, /`text`/],
    ['a body of 20 MB', `{"text":"${'x'.repeat(20e6)}"}`, 413, /larger/],
  ];
  it.each(bad)('%s is a problem that says what to do', async (_, body, status, detail) => {
    const answer = await post(body);
    expect({ status: answer.status, detail: answer.body.detail }).toEqual({
      status,
      detail: expect.stringMatching(detail) as string,
    });
  });

  it('the last of doubled fields counts, and nothing else happens', async () => {
    const answer = await post(
      '{"externalId":"h-1","title":"One","title":"Two","text":"T.","publisher":"P","publishedAt":"2024-04-23"}',
    );
    expect(await data(answer.body.position)).toMatchObject({ title: 'Two' });
  });

  it('reads a wall clock and a date in the time zone given', async () => {
    const at = async (externalId: string, publishedAt: string): Promise<unknown> =>
      (
        await data(
          (await post(invented({ externalId, publishedAt, timezone: 'Asia/Jerusalem' }))).body.position,
        )
      ).publishedAt;
    expect(await at('i-1', '2024-04-23T09:00')).toBe('2024-04-23T06:00:00.000Z');
    expect(await at('i-2', '2024-04-23')).toBe('2024-04-22T21:00:00.000Z');
  });

  it('refuses a text of which nothing is left, and an offset that no clock has', async () => {
    for (const [field, value] of [
      ['text', '\u0001\u200b'],
      ['publishedAt', '2024-04-23T09:00:00+99:00'],
    ] as const) {
      const answer = await post(invented({ externalId: 'n-1', [field]: value }));
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    }
  });

  it('says which media type it takes', async () => {
    expect(await post('x', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await post('{}', { 'content-type': 'application/x-ndjson' })).toMatchObject({ status: 415 });
  });

  it('asks for a key with the scope', async () => {
    const withKey = (authorization: string | undefined): Promise<Response> =>
      fetch(`${server.url}/v1/articles`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify(invented({ externalId: 'k-1' })),
      });
    const { id, key: revoked } = await server.keys.create('revoked', ['ingest']);
    await server.keys.revoke(id);
    const { key: expired } = await server.keys.create('expired', ['ingest'], new Date(Date.now() - 1000));
    const statuses: unknown[] = [];
    for (const header of [
      undefined,
      'Bearer nonsense',
      `Basic ${key}`,
      `Bearer ${key}x`,
      `Bearer ${key.slice(0, -3)}AAA`,
      `Bearer ${revoked}`,
      `Bearer ${expired}`,
      `Bearer ${await server.key('read', 'edit')}`,
      `Bearer ${await server.key('admin')}`,
    ]) {
      const response = await withKey(header);
      const challenged = response.headers.get('www-authenticate')?.startsWith('Bearer') ?? false;
      statuses.push([response.status, challenged]);
    }
    expect(statuses).toEqual([...Array.from({ length: 7 }, () => [401, true]), [403, true], [201, false]]);
  });
});
