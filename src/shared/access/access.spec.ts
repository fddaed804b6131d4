import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../problem.js';
import type { ApiKeys } from './api-keys.js';
import { allows, hashKey, keyId, newKey, sameHash } from './key.js';
import { Scope, ScopeGuard, type ReadAccess } from './scope.guard.js';

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
  @Scope('public') health(): void {}
  @Scope('read') read(): void {}
  @Scope('ingest') ingest(): void {}
}

describe('the guard of the routes', () => {
  const keys = {
    verify: (key: string) =>
      Promise.resolve(key.startsWith('good-') ? { id: 'k', name: 'k', scopes: [key.slice(5)] } : null),
  } as ApiKeys;

  async function ask(
    route: keyof Routes,
    authorization: string | undefined,
    readAccess: ReadAccess,
  ): Promise<unknown> {
    const request: Record<string, unknown> = { headers: { authorization } };
    const context = {
      getHandler: () => Routes.prototype[route],
      getClass: () => Routes,
      switchToHttp: () => ({ getRequest: () => request }),
    } as unknown as ExecutionContext;
    try {
      await new ScopeGuard(new Reflector(), keys, readAccess).canActivate(context);
      return request.actor;
    } catch (error) {
      return error instanceof Problem ? error.status : error;
    }
  }

  it.each([
    ['forgotten', 'Bearer good-admin', 'open', 403],
    ['health', undefined, 'key', 'anonymous'],
    ['health', 'Bearer wrong', 'key', 'anonymous'],
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
    expect(await ask(route, authorization, readAccess)).toBe(expected);
  });
});
