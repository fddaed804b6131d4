import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import { ApiKeys } from './api-keys.js';
import { allows, type KeyScope } from './key.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: `key:<id>`, or `anonymous`; goes into the metadata of events. */
    actor?: string;
  }
}

/** Injection token: `open` lets everybody read, `key` asks for a key with `read`. */
export const READ_ACCESS = Symbol('READ_ACCESS');
export type ReadAccess = 'open' | 'key';

export const SCOPE_METADATA = 'dateline:scope';

/** What a route asks of its caller. `public` asks nothing, whatever the settings: health checks and the like. */
export type RouteScope = KeyScope | 'public';

/** Says who may use a route or all routes of a controller. A route without one is refused. */
export const Scope = (scope: RouteScope): ClassDecorator & MethodDecorator =>
  SetMetadata(SCOPE_METADATA, scope);

/** Lets a request through to a route only with a key that has the route's scope. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(READ_ACCESS) private readonly readAccess: ReadAccess,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const scope = this.reflector.getAllAndOverride<RouteScope | undefined>(SCOPE_METADATA, [
      context.getHandler(),
      context.getClass(),
    ]);
    // Closed is the safe mistake for a route whose author forgot.
    if (!scope) throw new Problem(403, 'forbidden', 'Forbidden', 'This route is open to nobody.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.actor = 'anonymous';
    if (scope === 'public') return true;
    const header = request.headers.authorization;
    if (header === undefined) {
      if (scope === 'read' && this.readAccess === 'open') return true;
      throw unauthorized('Send a key with this request: Authorization: Bearer dl_….', false);
    }
    // Where no key is needed a wrong one is refused all the same: its owner wants to know.
    const key = await this.keys.verify(/^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '');
    if (!key) {
      throw unauthorized(
        'The key is not valid. Check that it is whole and was neither revoked nor expired.',
        true,
      );
    }
    if (!allows(key.scopes, scope) && !(scope === 'read' && this.readAccess === 'open')) {
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
    request.actor = `key:${key.id}`;
    return true;
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
