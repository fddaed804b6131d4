import { connect } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';
import { ApiModule } from '../../src/api.module.js';
import { readConfig } from '../../src/config.js';
import { createHttpApp } from '../../src/http.js';
import { createLogger, openResources, type Resources } from '../../src/resources.js';
import { ApiKeys } from '../../src/shared/access/api-keys.js';
import { SCOPES, type KeyScope } from '../../src/shared/access/key.js';
import { systemClock } from '../../src/shared/clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Every route that the router has, whoever made it, and who may use it. */
interface Route {
  readonly method: string;
  readonly url: string;
  readonly scope: string | undefined;
}

const routes: Route[] = [];
let database: TestDatabase;
let resources: Resources;
let app: NestFastifyApplication;
let base: string;
let keys: ApiKeys;

beforeAll(async () => {
  database = await createTestDatabase();
  const config = readConfig({ PORT: '0', DATABASE_URL: database.url, DATELINE_READ: 'key' });
  resources = await openResources(config, createLogger('silent'));
  keys = new ApiKeys(resources.pool, systemClock);
  app = await createHttpApp(ApiModule.with(resources), resources);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url, config }: RouteOptions) => {
      for (const each of [method].flat()) routes.push({ method: each, url, scope: config?.scope });
    });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(async () => {
  await app?.close();
  await resources?.close();
  await database?.drop();
});

const writes = ({ method }: Route): boolean => method !== 'GET' && method !== 'HEAD';
const closed = ({ scope }: Route): boolean => scope !== 'public';

/** Status of a request that nothing but its key could make wrong: a refusal comes before anything else is looked at. */
async function ask(route: Route, key?: string): Promise<number> {
  const stop = new AbortController();
  const response = await fetch(base + route.url.replace(/:\w+/g, 'x'), {
    method: route.method,
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    signal: stop.signal,
  });
  stop.abort();
  return response.status;
}

async function askAll(asked: readonly Route[], key?: string): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const route of asked) answers[`${route.method} ${route.url}`] = await ask(route, key);
  return answers;
}

const all = (asked: readonly Route[], status: number): Record<string, number> =>
  Object.fromEntries(asked.map(({ method, url }) => [`${method} ${url}`, status]));

test('every route says who may use it', () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter(({ scope }) => ![...SCOPES, 'public'].includes(scope as KeyScope))).toEqual([]);
  expect(routes.filter(writes).length).toBeGreaterThan(2);
  expect(routes.filter(writes).filter(({ scope }) => scope === 'public' || scope === 'read')).toEqual([]);
});

test('every route but the public ones refuses no key, a wrong one, a revoked one and an expired one', async () => {
  const asked = routes.filter(closed);
  const { id, key: revoked } = await keys.create('revoked', ['admin']);
  await keys.revoke(id);
  const { key: expired } = await keys.create('expired', ['admin'], new Date(Date.now() - 1000));
  const { key } = await keys.create('good', ['admin']);
  for (const wrong of [undefined, 'nonsense', `${key.slice(0, -3)}AAA`, revoked, expired]) {
    expect(await askAll(asked, wrong)).toEqual(all(asked, 401));
  }
});

test('every route refuses a key of every scope but its own and admin', async () => {
  for (const scope of SCOPES) {
    const { key } = await keys.create(scope, [scope]);
    const [admitted, refused] = [true, false].map((own) =>
      routes.filter(closed).filter((route) => (scope === 'admin' || route.scope === scope) === own),
    );
    expect(await askAll(refused!, key)).toEqual(all(refused!, 403));
    const statuses = Object.values(await askAll(admitted!, key));
    expect(statuses.filter((status) => status === 401 || status === 403 || status >= 500)).toEqual([]);
  }
});

test('no writing route waits for a body before it has seen a key', async () => {
  const { key } = await keys.create('reader', ['read']);
  const asked = routes.filter(writes).flatMap(({ method, url }) =>
    [
      ['', 401],
      [`Authorization: Bearer ${key}\r\n`, 403],
    ].map(([header, status]) => ({ method, url, header, status })),
  );
  // Twelve megabytes announced and none of them sent: answered, and hung up on after a while.
  const answers = await Promise.all(
    asked.map(async ({ method, url, header, status }) => {
      const head = `${method} ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12000000\r\n`;
      const answer = await talk(`${head}${header}\r\n`);
      return { method, url, header, status, answered: Number(answer.slice(9, 12)) };
    }),
  );
  expect(answers).toEqual(asked.map((each) => ({ ...each, answered: each.status })));
});

test('who is refused in the middle of a long body gets to read why', async () => {
  for (const [type, limit] of [
    ['application/json', 12],
    ['application/x-ndjson', 30],
  ] as const) {
    const path = type === 'application/json' ? 'articles' : 'articles/batch';
    const response = await fetch(`${base}/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'x'.repeat(limit * 1024 * 1024),
    });
    expect([response.status, await response.json()]).toMatchObject([401, { type: '/problems/unauthorized' }]);
  }
});

/** What comes back until the other side hangs up. */
async function talk(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (got += chunk.toString())).on('close', () => resolve(got));
    socket.on('error', reject).setTimeout(5_000, () => reject(new Error(`no end of: ${got}`)));
  });
}
