import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NestLog } from './nest-log.js';
import { ProblemFilter } from './problem.filter.js';
import { randomId } from './shared/ids.js';
import { parseJson } from './shared/json.js';
import { Problem } from './shared/problem.js';
import type { Logger } from './shared/logger.js';
import type { Metrics } from './shared/metrics.js';
import { answerUnrouted } from './unrouted.js';

const MB = 1024 * 1024;
const BODY_LIMIT = 1 * MB;
/** An article comes with its whole page at times: 10 MB of it, and what JSON adds in escapes. */
const ARTICLE_LIMIT = 12 * MB;
/** What a caller may choose as an id; it ends up in logs and metadata. */
const SANE_ID = /^[\w.:-]{1,64}$/;
const KEY_IN_URL = /dl_[A-Za-z0-9]+_[\w-]+/g;

declare module 'fastify' {
  interface FastifyRequest {
    /** `X-Correlation-Id` of the caller, or the request's own id: goes into the metadata of events. */
    correlationId: string;
  }
}

export interface HttpOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Makes the HTTP application of a module, not yet listening. */
export async function createHttpApp(
  module: Type | DynamicModule,
  { logger, metrics }: HttpOptions,
): Promise<NestFastifyApplication> {
  const problems = new ProblemFilter(logger);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 300 },
    genReqId: (raw: { headers: Record<string, string | string[] | undefined> }) =>
      sane(raw.headers['x-request-id']) ?? randomId(),
    // Idle connections go at once when we stop; those at work are given time by whoever stops us.
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, request, reply),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  readBodies(fastify);
  addHeaders(fastify);
  observe(fastify, logger, metrics);
  answerUnrouted(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
  });
  app.useGlobalFilters(problems);
  return app;
}

function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      refuseEncoding(request);
      done(null, parseJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  // Handed on as a stream: a batch is read line by line, as fast as it is taken in.
  for (const type of ['application/x-ndjson', 'application/ndjson', 'application/jsonl']) {
    fastify.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  }
  fastify.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === '/v1/articles') route.bodyLimit = ARTICLE_LIMIT;
  });
}

/** Compressed bytes would be called bad UTF-8, which tells nobody what to do. */
function refuseEncoding({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'];
  if (!encoding || encoding === 'identity') return;
  const detail = 'Send the body uncompressed, without Content-Encoding.';
  throw new Problem(415, 'unsupported-media-type', 'Unsupported media type', detail);
}

/** What Node refuses before there is a request: headers too large or too slow, bytes that are no HTTP. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  const { _httpMessage: answering } = socket as Socket & { _httpMessage?: { headersSent: boolean } };
  // Half an answer is out, such as that of a batch whose rest is garbage: nothing may be written into it.
  if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent) {
    socket.destroy();
    return;
  }
  const problem = {
    HPE_HEADER_OVERFLOW: new Problem(
      431,
      'headers-too-large',
      'Headers too large',
      'Address and headers of a request are at most 16 kB. Shorten them.',
    ),
    ERR_HTTP_REQUEST_TIMEOUT: new Problem(
      408,
      'timeout',
      'The request took too long',
      'It did not come in time. Send it again.',
    ),
  }[error.code ?? ''];
  const body = JSON.stringify(
    problem ?? new Problem(400, 'bad-request', 'Bad request', 'What came is no HTTP request. Send HTTP/1.1.'),
  );
  const status = problem?.status ?? 400;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
  // Not at once: that would reset the connection under the answer.
  socket.setTimeout(1_000, () => socket.destroy());
}

function addHeaders(fastify: FastifyInstance): void {
  fastify.decorateRequest('correlationId', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.correlationId = sane(request.headers['x-correlation-id']) ?? request.id;
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': request.url.startsWith('/docs')
        ? DOCS_POLICY
        : "default-src 'none'; frame-ancestors 'none'",
    });
    done();
  });
}

/** The page at /docs runs scripts of its own origin, and its styles are inline. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'";

function observe(fastify: FastifyInstance, logger: Logger, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    const line = {
      method: request.method,
      // Keys belong into a header; one that strayed into the URL stays out of the log all the same.
      url: request.url.replace(KEY_IN_URL, 'dl_…'),
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      requestId: request.id,
      correlationId: request.correlationId,
    };
    const quiet = route.startsWith('/health') || route === '/metrics';
    logger[quiet ? 'trace' : 'info'](line, 'request');
    if (!isLong(request)) {
      metrics.requests.observe(
        { method: request.method, route, status: String(status) },
        reply.elapsedTime / 1000,
      );
    }
    done();
  });
}

/** Open for as long as the reader likes: its time says nothing about us. */
function isLong(request: FastifyRequest): boolean {
  return (
    request.url.includes('/updates') || request.url.includes('wait=') || request.url.includes('minPosition=')
  );
}

function sane(id: string | string[] | undefined): string | undefined {
  return typeof id === 'string' && SANE_ID.test(id) ? id : undefined;
}
