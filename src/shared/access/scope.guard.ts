import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import { ApiKeys } from './api-keys.js';
import { allows, type KeyScope } from './key.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: `key:<id>`, or `anonymous`; goes into the metadata of events. */
    actor?: string;
  }
  interface FastifyContextConfig {
    /** Who may use the route: set by {@link Scope}. */
    scope?: RouteScope;
  }
}

/** Injection token: `open` lets everybody read, `key` asks for a key with `read`. */
export const READ_ACCESS = Symbol('READ_ACCESS');
export type ReadAccess = 'open' | 'key';

/** What a route asks of its caller. `public` asks nothing, whatever the settings: health checks and the like. */
export type RouteScope = KeyScope | 'public';

/** Says who may use a route or all routes of a controller. A route without one is refused. */
export const Scope =
  (scope: RouteScope): ClassDecorator & MethodDecorator =>
  (target: object, _name?: string | symbol, method?: PropertyDescriptor): void => {
    const say = (handler: object): void =>
      Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { scope }, handler);
    if (method) return say(method.value as object);
    const { prototype } = target as { prototype: object };
    for (const { value } of Object.values(Object.getOwnPropertyDescriptors(prototype))) {
      // What a method says for itself counts; its decorator ran before that of the class.
      if (typeof value === 'function' && scopeOf(value as object) === undefined) say(value as object);
    }
  };

/** The scope of a controller's method. */
export function scopeOf(handler: object): RouteScope | undefined {
  const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as
    { scope?: RouteScope } | undefined;
  return config?.scope;
}

/**
 * Lets a request through to a route only with a key that has the route's scope. A hook and no guard of Nest's: those
 * run when the body has been read, and nobody without a key shall make us read one.
 */
@Injectable()
export class ScopeGuard {
  constructor(
    @Inject(HttpAdapterHost) { httpAdapter }: HttpAdapterHost,
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(READ_ACCESS) private readonly readAccess: ReadAccess,
  ) {
    httpAdapter.getInstance<FastifyInstance>().addHook('onRequest', async (request) => {
      if (!request.is404) request.actor = await this.admit(request);
    });
  }

  /** Who asks. Throws a {@link Problem} when that one may not. */
  private async admit({ routeOptions, headers }: FastifyRequest): Promise<string> {
    const { scope } = routeOptions.config;
    // Closed is the safe mistake for a route whose author forgot.
    if (!scope) throw new Problem(403, 'forbidden', 'Forbidden', 'This route is open to nobody.');
    if (scope === 'public') return 'anonymous';
    const open = scope === 'read' && this.readAccess === 'open';
    const { authorization } = headers;
    if (authorization === undefined) {
      if (open) return 'anonymous';
      throw unauthorized('Send a key with this request: Authorization: Bearer dl_….', false);
    }
    // Where no key is needed a wrong one is refused all the same: its owner wants to know.
    const key = await this.keys.verify(/^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '');
    if (!key) {
      throw unauthorized(
        'The key is not valid. Check that it is whole and was neither revoked nor expired.',
        true,
      );
    }
    if (!open && !allows(key.scopes, scope)) {
      const challenge = `Bearer realm="dateline", error="insufficient_scope", scope="${scope}"`;
      const detail = `This key may ${key.scopes.join(', ') || 'do nothing'}; this route needs the scope "${scope}".`;
      throw new Problem(
        403,
        'insufficient-scope',
        'The key lacks the scope',
        detail,
        {},
        { 'www-authenticate': challenge },
      );
    }
    return `key:${key.id}`;
  }
}

function unauthorized(detail: string, given: boolean): Problem {
  const challenge = `Bearer realm="dateline"${given ? ', error="invalid_token"' : ''}`;
  return new Problem(
    401,
    'unauthorized',
    'A valid key is needed',
    detail,
    {},
    { 'www-authenticate': challenge },
  );
}
