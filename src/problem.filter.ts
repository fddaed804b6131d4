import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from './shared/logger.js';
import { Problem } from './shared/problem.js';

/** Answers every error as an RFC 9457 problem, and logs those that are ours with what was being done. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error, request);
    // A problem that a route answers on purpose, such as "not ready", is no failure of ours.
    if (problem.status >= 500 && problem !== error) {
      const doing = `${request.method} ${request.routeOptions.url ?? 'unknown route'}`;
      const level = problem.status === 500 ? 'error' : 'warn';
      this.logger[level]({ err: error, requestId: request.id, params: request.params }, `${doing} failed`);
    }
    if (reply.raw.headersSent) {
      // Half an answer is out: cutting it off is all that can tell the reader.
      reply.raw.destroy();
      return;
    }
    void reply
      .code(problem.status)
      .headers({ ...problem.headers, 'cache-control': 'no-store', 'x-request-id': request.id })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...problem.toJSON(), requestId: request.id }));
  }
}

/** What a caller is told of an error: enough to act on, nothing of our insides. */
export function toProblem(error: unknown, request: Pick<FastifyRequest, 'method' | 'url'>): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromHttpException(error, request);
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  if (isUnavailable(code, message)) {
    const detail = 'The database does not answer or has too much to do. Try again in a moment.';
    return new Problem(503, 'unavailable', 'Unavailable', detail, {}, { 'retry-after': '2' });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return fromStatus(statusCode, 'Bad request', message);
  const detail = 'Something went wrong here, not with your request. Try again; if it stays, quote requestId.';
  return new Problem(500, 'internal', 'Internal error', detail);
}

function fromHttpException(
  error: HttpException,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
): Problem {
  const status = error.getStatus();
  if (status === 404 && error.message.startsWith('Cannot ')) {
    const detail = `There is no ${method} ${url.split('?')[0]}. See /docs for the routes there are.`;
    return new Problem(404, 'no-such-route', 'No such route', detail);
  }
  const response = error.getResponse();
  const title = typeof response === 'object' && 'error' in response ? String(response.error) : error.name;
  return fromStatus(status, title, error.message);
}

/** What Fastify and Nest only name, with what to do about it. */
function fromStatus(status: number, title: string, message: string | undefined): Problem {
  switch (status) {
    case 413:
      return new Problem(
        413,
        'too-large',
        'Too large',
        'The body is larger than this route takes. Send less at once.',
      );
    case 415: {
      const detail =
        'Send JSON with Content-Type: application/json, or NDJSON with application/x-ndjson where it is taken.';
      return new Problem(415, 'unsupported-media-type', 'Unsupported media type', detail);
    }
    case 414: {
      const detail = 'A part of the path is longer than any id or slug. Check the address.';
      return new Problem(414, 'uri-too-long', 'Address too long', detail);
    }
    default: {
      const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      return new Problem(status, slug, title, message || 'The request cannot be read.');
    }
  }
}

/** Postgres away, starting, stopping or full (classes 08, 53, 57P), or no connection of the pool free in time. */
function isUnavailable(code: string | undefined, message: string | undefined): boolean {
  return (
    /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code ?? '') ||
    /timeout exceeded when trying|Connection terminated/.test(message ?? '')
  );
}
