import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import { openApiDocument } from '../../src/cli/openapi.js';
import { Newsroom } from '../support/newsroom.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Described {
  readonly paths: Record<string, Record<string, { responses: Record<string, DescribedAnswer> }>>;
  readonly components: { responses: Record<string, DescribedAnswer> };
}
interface DescribedAnswer {
  readonly $ref?: string;
  readonly content?: Record<string, { schema?: object }>;
}

interface Asked {
  /** With what stands for the path's parameters, and a query. */
  readonly path: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Read the beginning, then go. */
  readonly stream?: boolean;
}

const article = (more: object) => ({
  url: 'https://harbour-post.example/ships',
  title: 'Ships wait',
  text: '120 ships waited off Port Meridian on Tuesday.',
  publisher: 'The Harbour Post',
  publishedAt: '2031-05-01T08:00:00Z',
  ...more,
});
const ndjson = { 'content-type': 'application/x-ndjson' };

/** At least one answer of every route, and of each sort of problem. */
const ASKED: Readonly<Record<string, readonly Asked[]>> = {
  'get /health/live': [{ path: '/health/live', status: 200 }],
  'get /health/ready': [{ path: '/health/ready', status: 200 }],
  'get /metrics': [{ path: '/metrics', status: 200 }],
  'get /openapi.json': [{ path: '/openapi.json', status: 200 }],
  'get /docs': [{ path: '/docs', status: 200 }],
  'post /v1/articles': [
    { path: '/v1/articles', status: 201, body: article({}) },
    { path: '/v1/articles', status: 200, body: article({}) },
    { path: '/v1/articles', status: 400, body: article({ publishedAt: 'yesterday' }) },
    { path: '/v1/articles', status: 401, body: article({}), headers: { authorization: 'Bearer dl_wrong' } },
    { path: '/v1/articles', status: 415, body: 'text', headers: { 'content-type': 'text/plain' } },
  ],
  'post /v1/articles/batch': [
    { path: '/v1/articles/batch', status: 200, body: `${JSON.stringify(article({}))}\n`, headers: ndjson },
    { path: '/v1/articles/batch', status: 415, body: article({}) },
  ],
  'get /v1/articles/{article}': [
    { path: '/v1/articles/{one}', status: 200 },
    { path: '/v1/articles/none', status: 404 },
  ],
  'get /v1/stories': [
    { path: '/v1/stories?limit=1', status: 200 },
    { path: '/v1/stories?limit=0', status: 400 },
  ],
  'post /v1/stories': [
    {
      path: '/v1/stories',
      status: 201,
      body: { slug: 'strike', title: 'The strike', description: 'A strike', profile: { anyOf: ['strike'] } },
    },
    { path: '/v1/stories', status: 400, body: { slug: 'No slug' } },
    {
      path: '/v1/stories?dryRun=true',
      status: 200,
      body: { title: 'Ships', description: 'Ships that wait', profile: { anyOf: ['ships waited'] } },
    },
  ],
  'get /v1/stories/{story}': [
    { path: '/v1/stories/harbour', status: 200 },
    { path: '/v1/stories/harbour?version=2', status: 200 },
    { path: '/v1/stories/harbour', status: 304, headers: { 'if-none-match': '*' } },
    { path: '/v1/stories/none', status: 404 },
    { path: '/v1/stories/harbour?at=x', status: 400 },
  ],
  'get /v1/stories/{story}/versions': [{ path: '/v1/stories/harbour/versions?limit=1', status: 200 }],
  'get /v1/stories/{story}/diff': [
    { path: '/v1/stories/harbour/diff?from=1&to=3', status: 200 },
    { path: '/v1/stories/harbour/diff?from=3&to=2031-05-01', status: 200 },
  ],
  'get /v1/stories/{story}/timeline': [{ path: '/v1/stories/harbour/timeline', status: 200 }],
  'get /v1/stories/{story}/articles': [{ path: '/v1/stories/harbour/articles', status: 200 }],
  'get /v1/stories/{story}/figures': [{ path: '/v1/stories/harbour/figures', status: 200 }],
  'get /v1/stories/{story}/claims': [{ path: '/v1/stories/harbour/claims', status: 200 }],
  'get /v1/stories/{story}/names': [
    { path: '/v1/stories/harbour/names', status: 200 },
    { path: '/v1/stories/none/names', status: 404 },
  ],
  'post /v1/stories/{story}/names': [
    {
      path: '/v1/stories/harbour/names',
      status: 200,
      body: { names: ['Ada Quill', 'Port Meridian'], are: 'different', reason: 'She is no port' },
    },
    {
      path: '/v1/stories/harbour/names',
      status: 422,
      body: { names: ['Ada Quill', 'Nobody'], are: 'same', reason: 'A pen name' },
    },
    { path: '/v1/stories/harbour/names', status: 400, body: { names: ['Ada Quill'] } },
    {
      path: '/v1/stories/none/names',
      status: 404,
      body: { names: ['A', 'B'], are: 'same', reason: 'A guess' },
    },
  ],
  'get /v1/suggestions': [
    { path: '/v1/suggestions', status: 200 },
    { path: '/v1/suggestions?kind=marry', status: 400 },
    { path: '/v1/suggestions?story=none', status: 404 },
  ],
  'get /v1/changes': [
    { path: '/v1/changes', status: 200 },
    { path: '/v1/changes?after=999999', status: 410 },
  ],
  'get /v1/updates': [
    { path: '/v1/updates?after=0', status: 200, stream: true },
    { path: '/v1/updates?after=999999', status: 410 },
  ],
  'get /v1/stories/{story}/updates': [
    { path: '/v1/stories/harbour/updates', status: 200, stream: true },
    { path: '/v1/stories/none/updates', status: 404 },
  ],
  'get /v1/stories/{story}/feed.atom': [{ path: '/v1/stories/harbour/feed.atom', status: 200 }],
  'get /v1/stories/{story}/feed.json': [{ path: '/v1/stories/harbour/feed.json', status: 200 }],
};

let server: TestServer;
let newsroom: Newsroom;
let document: Described;
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));

beforeAll(async () => {
  document = JSON.parse(JSON.stringify(await openApiDocument())) as Described;
  ajv.addSchema(document, 'openapi');
  server = await startTestServer({ roles: { worker: false } });
  newsroom = new Newsroom(server.resources);
  await newsroom.track('harbour', 'The full harbour');
  await newsroom.track('lighthouse', 'The dark lighthouse');
  await newsroom.file('harbour', { name: 'one', publishedAt: '2031-05-01T08:00:00.000Z' });
  await newsroom.file('harbour', { name: 'two', publishedAt: '2031-05-02T08:00:00.000Z', count: 300 });
  await newsroom.fold();
  await server.settle();
});
afterAll(() => server?.stop());

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document) as never)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('the document that is checked in and served is the one of these routes', async () => {
  const checkedIn = await readFile(new URL('../../openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(checkedIn)).toEqual(document);
  expect(await (await fetch(`${server.url}/openapi.json`)).text()).toBe(checkedIn);
});

test('every route of the document is asked below', () => {
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(Object.keys(ASKED).sort()).toEqual(routes.sort());
});

const cases = Object.entries(ASKED).flatMap(([route, asked]) =>
  asked.map((ask) => [route, ask.status, ask.path, ask] as const),
);

test.each(cases)(
  '%s answers as described: %i to %s',
  async (route, status, path, { headers, body, stream }) => {
    const method = route.split(' ')[0]!;
    const response = await fetch(`${server.url}${path.replace('{one}', newsroom.articleId('one'))}`, {
      method: method.toUpperCase(),
      headers: {
        ...(method === 'post' || path.startsWith('/v1/suggestions')
          ? { authorization: `Bearer ${server.adminKey}` }
          : {}),
        ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (stream) await response.body!.cancel();
    const text = stream ? '' : await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('dateline-position')).toMatch(/^\d+$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');

    expectDescribed(route, response, text);
  },
);

/** One answer of each route about each of the demo's stories: real articles bring out fields that invented ones lack. */
test('answers about the demo are as described', async () => {
  const demo = await startTestServer();
  const seed = (file: string) => readFile(new URL(`../../seeds/${file}`, import.meta.url), 'utf8');
  const headers = { authorization: `Bearer ${demo.adminKey}` };
  const ask = async (route: string, path: string) => {
    const response = await fetch(`${demo.url}${path}`);
    const text = await response.text();
    expectDescribed(route, response, text);
    return JSON.parse(text) as { items: Record<string, string>[]; articles?: { items: { id: string }[] } };
  };
  try {
    for (const story of JSON.parse(await seed('stories.json')) as object[]) {
      await fetch(`${demo.url}/v1/stories`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(story),
      });
    }
    const body = await seed('articles.ndjson');
    await (
      await fetch(`${demo.url}/v1/articles/batch`, {
        method: 'POST',
        headers: { ...headers, ...ndjson },
        body,
      })
    ).text();
    await demo.settle();
    for (const { slug } of (await ask('get /v1/stories', '/v1/stories')).items) {
      const story = `/v1/stories/${slug}`;
      const versions = await ask('get /v1/stories/{story}/versions', `${story}/versions`);
      for (const { version } of versions.items)
        await ask('get /v1/stories/{story}', `${story}?version=${version}`);
      for (const part of ['timeline', 'articles', 'figures', 'claims']) {
        await ask(`get /v1/stories/{story}/${part}`, `${story}/${part}`);
      }
      await ask('get /v1/stories/{story}/diff', `${story}/diff?from=1&to=${versions.items.length}`);
      const { articles } = await ask('get /v1/stories/{story}', story);
      for (const { id } of articles!.items) await ask('get /v1/articles/{article}', `/v1/articles/${id}`);
    }
    expect((await ask('get /v1/changes', '/v1/changes')).items.length).toBeGreaterThan(20);
  } finally {
    await demo.stop();
  }
}, 60_000);

function expectDescribed(route: string, response: Response, text: string): void {
  const [method, template] = route.split(' ') as [string, string];
  const { status } = response;
  let described = document.paths[template]![method]!.responses[String(status)]!;
  if (described.$ref) described = document.components.responses[described.$ref.split('/').at(-1)!]!;
  if (status === 304 || !described.content) return;
  const mediaType = response.headers.get('content-type')!.split(';')[0]!;
  expect(Object.keys(described.content)).toEqual([mediaType]);
  if (!/[/+]json$/.test(mediaType)) return;
  const validate = validatorOf(described.content[mediaType]!.schema!);
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
}

const compiled = new Map<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  // References of a part of the document are made to point into the whole.
  const known =
    compiled.get(schema) ??
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object);
  compiled.set(schema, known);
  return known;
}

test('a description that is wrong is found out', () => {
  const validate = ajv.compile({ $ref: 'openapi#/components/schemas/StoryState' });
  expect(validate({ id: 'x' })).toBe(false);
});
