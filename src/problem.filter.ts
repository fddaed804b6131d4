import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from './shared/logger.js';
import { Problem } from './shared/problem.js';

/** So long the rest of a refused body may go on coming. */
const LINGER_MS = 2_000;

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
    if (!request.raw.complete) linger(request, reply);
    void reply
      .code(problem.status)
      .headers({ ...problem.headers, 'cache-control': 'no-store', 'x-request-id': request.id })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...problem.toJSON(), requestId: request.id }));
  }
}

/**
 * What is still to come of a refused body is read and forgotten, for a while: hanging up at once would reset the
 * connection under the answer, and its sender would hear of a broken pipe instead of what to do.
 */
function linger({ raw }: FastifyRequest, reply: FastifyReply): void {
  // Fastify's own refusal of a long body hangs up.
  reply.removeHeader('connection');
  reply.raw.once('finish', () => {
    raw.resume();
    setTimeout(() => raw.complete || raw.socket.destroy(), LINGER_MS).unref();
  });
}

/** What a caller is told of an error: enough to act on, nothing of our insides. */
export function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromHttpException(error, request);
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  if (isUnavailable(code, message)) {
    const detail = 'The database does not answer or has too much to do. Try again in a moment.';
    return new Problem(503, 'unavailable', 'Unavailable', detail, {}, { 'retry-after': '2' });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return fromStatus(statusCode, 'Bad request', message, request);
  const detail = 'Something went wrong here, not with your request. Try again; if it stays, quote requestId.';
  return new Problem(500, 'internal', 'Internal error', detail);
}

function fromHttpException(error: HttpException, request: FastifyRequest): Problem {
  const response = error.getResponse();
  const title = typeof response === 'object' && 'error' in response ? String(response.error) : error.name;
  return fromStatus(error.getStatus(), title, error.message, request);
}

/** What Fastify and Nest only name, with what to do about it. */
function fromStatus(
  status: number,
  title: string,
  message: string | undefined,
  { routeOptions }: FastifyRequest,
): Problem {
  switch (status) {
    case 413: {
      const limit = `${Math.floor((routeOptions.bodyLimit ?? 0) / 1024 / 1024)} MB`;
      const detail = `The body is larger than the ${limit} that this route takes. Send less at once: of an article its \`text\`, not the page around it.`;
      return new Problem(413, 'too-large', 'Too large', detail);
    }
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
