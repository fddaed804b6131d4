import { openApiDocument } from '../../src/cli/openapi.js';
import { Newsroom } from '../support/newsroom.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, unknown> };
}

/** As they stand in a URL. */
const HOSTILE = [
  '',
  '%20',
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%FF',
  '%zz',
  '%F0%9F%98%80',
  '%E2%80%AE',
  '__proto__',
  'constructor',
  '%27%3B%20drop%20table%20dateline.events%3B--',
  '..%2F..%2Fetc%2Fpasswd',
  'x%0D%0ASet-Cookie:%20a=b',
  '-1',
  '1e400',
  '0x10',
  '%D9%A3',
  '999999999999999999999',
  '2024-13-45',
  '%2B275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  'x'.repeat(3000),
];
const BODIES = [
  'null',
  '[]',
  '"x"',
  '0',
  '1e400',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"title":{"$gt":""},"slug":["x"],"text":1e400}',
  `{"a":${'['.repeat(40)}${']'.repeat(40)}}`,
  `{"description":"${'x'.repeat(70_000)}"}`,
  `{"profile":{"anyOf":[${'"x",'.repeat(5000)}"x"]}}`,
  `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
  '{"title":"\\u0000\\ud800"}',
  '\ufeff{}',
  '{"a":1}{"b":2}',
];

let server: TestServer;
let operations: (Operation & { readonly method: string; readonly path: string })[];
let article: string;

beforeAll(async () => {
  const document = (await openApiDocument()) as unknown as {
    paths: Record<string, Record<string, Operation>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
  server = await startTestServer({ roles: { worker: false } });
  const newsroom = new Newsroom(server.resources);
  await newsroom.track('harbour');
  article = await newsroom.file('harbour', { name: 'one', publishedAt: '2031-05-01T08:00:00.000Z' });
  await newsroom.fold();
});
afterAll(() => server?.stop());

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(method: string, path: string, body?: string): Promise<Answer> {
  const stop = new AbortController();
  const response = await fetch(server.url + path, {
    method,
    headers: {
      authorization: `Bearer ${server.adminKey}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body,
    signal: stop.signal,
  });
  // A stream is asked for its beginning alone.
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await response.text();
  stop.abort();
  expect(response.headers.get('set-cookie')).toBeNull();
  return { status: response.status, text };
}

/** What went wrong: a failure of ours, or a refusal that does not say what to do. */
function complaint(what: string, { status, text }: Answer): string[] {
  if (status >= 500) return [`${what.slice(0, 200)}: ${status} ${text.slice(0, 200)}`];
  if (status < 400) return [];
  const { detail } = JSON.parse(text) as { detail?: string };
  return detail && detail.length > 10 ? [] : [`${what.slice(0, 200)}: ${status} without a detail`];
}

const fill = (path: string, name?: string, value?: string): string =>
  path.replace(/\{(\w+)\}/g, (_, part: string) =>
    part === name ? value! : part === 'story' ? 'harbour' : article,
  );

test('no value of any parameter of any route is a failure of ours', async () => {
  const complaints: string[] = [];
  let asked = 0;
  for (const { method, path, parameters = [] } of operations.filter((each) => each.method === 'GET')) {
    for (const { name, in: place } of [...parameters, { name: '__proto__', in: 'query' }]) {
      if (place === 'header') continue;
      for (const value of HOSTILE) {
        const url = place === 'path' ? fill(path, name, value) : `${fill(path)}?${name}=${value}`;
        complaints.push(...complaint(`${method} ${url}`, await ask(method, url)));
        asked += 1;
      }
    }
  }
  expect(complaints).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
}, 60_000);

test('no body of any route is a failure of ours, and none changes what objects are', async () => {
  const complaints: string[] = [];
  for (const { method, path } of operations.filter(({ requestBody }) => requestBody)) {
    for (const body of BODIES) {
      const answer = await ask(method, fill(path), body);
      complaints.push(...complaint(`${method} ${path} ${body}`, answer));
      if (answer.status < 400) complaints.push(`${method} ${path} took ${body.slice(0, 100)}`);
    }
  }
  expect(complaints).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((await server.resources.log.head()).position).toBe(4n);
});
