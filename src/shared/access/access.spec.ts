import 'reflect-metadata';
import type { HttpAdapterHost } from '@nestjs/core';
import { fastify, type FastifyInstance } from 'fastify';
import type { Problem } from '../problem.js';
import type { ApiKeys } from './api-keys.js';
import { allows, hashKey, keyId, newKey, sameHash } from './key.js';
import { Scope, scopeOf, ScopeGuard, type ReadAccess } from './scope.guard.js';

describe('keys', () => {
  it('carry their id and 32 random bytes', () => {
    const { id, key } = newKey();
    expect(key).toMatch(/^dl_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(keyId(key)).toBe(id);
    expect(newKey().key).not.toBe(key);
  });

  it.each([
    '',
    'dl_',
    'dl_abc_short',
    `xx_abcd_${'x'.repeat(43)}`,
    `dl_abcd_${'x'.repeat(200)}`,
    `dl_ab%d_${'x'.repeat(43)}`,
  ])('%j is none', (text) => expect(keyId(text)).toBeUndefined());

  it('are compared by hash', () => {
    expect(sameHash(hashKey('a'), hashKey('a'))).toBe(true);
    expect(sameHash(hashKey('a'), hashKey('b'))).toBe(false);
    expect(sameHash(hashKey('a'), Buffer.alloc(0))).toBe(false);
  });

  it('allow what they say, and an administrator everything', () => {
    expect([allows(['read'], 'ingest'), allows(['ingest'], 'ingest'), allows(['admin'], 'edit')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

class Routes {
  forgotten(): void {}
  @Scope('read') own(): void {}
}
@Scope('edit')
class Scoped {
  @Scope('public') own(): void {}
  ofClass(): void {}
}

test('a scope is said of a method or of a whole class, and the method’s counts', () => {
  const { forgotten, own } = Routes.prototype;
  expect([forgotten, own, Scoped.prototype.own, Scoped.prototype.ofClass].map(scopeOf)).toEqual([
    undefined,
    'read',
    'public',
    'edit',
  ]);
});

describe('the guard of the routes', () => {
  const keys = {
    verify: (key: string) =>
      Promise.resolve(key.startsWith('good-') ? { id: 'k', name: 'k', scopes: [key.slice(5)] } : null),
  } as ApiKeys;
  const opened: FastifyInstance[] = [];
  afterAll(() => Promise.all(opened.map((app) => app.close())));

  async function start(readAccess: ReadAccess): Promise<string> {
    const app = fastify();
    opened.push(app);
    const httpAdapter = { getInstance: () => app } as unknown as HttpAdapterHost['httpAdapter'];
    new ScopeGuard({ httpAdapter } as HttpAdapterHost, keys, readAccess);
    app.setErrorHandler((error, _request, reply) => reply.code((error as Problem).status).send());
    app.get('/forgotten', () => 'open');
    for (const scope of ['public', 'read', 'ingest'] as const) {
      app.get(`/${scope}`, { config: { scope } }, (request) => request.actor);
    }
    return app.listen({ port: 0, host: '127.0.0.1' });
  }
  let urls: Record<ReadAccess, string>;
  beforeAll(async () => {
    urls = { open: await start('open'), key: await start('key') };
  });

  it.each([
    ['forgotten', 'Bearer good-admin', 'open', 403],
    ['public', undefined, 'key', 'anonymous'],
    ['public', 'Bearer wrong', 'key', 'anonymous'],
    ['read', undefined, 'open', 'anonymous'],
    ['read', undefined, 'key', 401],
    ['read', 'Bearer wrong', 'open', 401],
    ['read', 'Bearer good-ingest', 'open', 'key:k'],
    ['read', 'Bearer good-ingest', 'key', 403],
    ['read', 'bearer good-read', 'key', 'key:k'],
    ['ingest', undefined, 'open', 401],
    ['ingest', 'Basic good-ingest', 'open', 401],
    ['ingest', 'Bearer good-read', 'open', 403],
    ['ingest', 'Bearer good-ingest', 'open', 'key:k'],
    ['ingest', 'Bearer good-admin', 'open', 'key:k'],
  ] as const)('%s with %s when reads are %s: %s', async (route, authorization, readAccess, expected) => {
    const response = await fetch(`${urls[readAccess]}/${route}`, {
      headers: authorization ? { authorization } : {},
    });
    expect(response.ok ? await response.text() : response.status).toBe(expected);
  });
});
