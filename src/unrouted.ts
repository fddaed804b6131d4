import type { FastifyInstance } from 'fastify';
import { Problem } from './shared/problem.js';

/**
 * Answers what no route takes, before a body is read: 405 with the methods there are where the path is known (RFC 9110,
 * 15.5.6), 404 elsewhere. OPTIONS is answered for every known path.
 */
export function answerUnrouted(fastify: FastifyInstance): void {
  const routes: { readonly segments: readonly string[]; readonly methods: readonly string[] }[] = [];
  fastify.addHook('onRoute', ({ url, method }) => {
    routes.push({ segments: url.split('/'), methods: [method].flat() });
  });
  const methodsAt = (path: string): string[] => {
    const segments = path.split('/');
    const found = routes.filter((route) => matches(route.segments, segments));
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?')[0]!;
    const methods = methodsAt(path);
    if (methods.length === 0) {
      const detail = `There is no ${request.method} ${path}. See /docs for the routes there are.`;
      return done(new Problem(404, 'no-such-route', 'No such route', detail));
    }
    const allow = [...methods, 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') {
      void reply.code(204).header('allow', allow).send();
      return;
    }
    const detail = `${path} takes ${methods.join(', ')}, not ${request.method}. See /docs.`;
    done(new Problem(405, 'method-not-allowed', 'Method not allowed', detail, { methods }, { allow }));
  });
}

/** A parameter of a route is one segment of a path. */
function matches(route: readonly string[], path: readonly string[]): boolean {
  return (
    route.length === path.length &&
    route.every((part, i) => (part.startsWith(':') ? path[i] !== '' : part === path[i]))
  );
}
