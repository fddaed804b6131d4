import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** The header has whole seconds: within the one it names, more may come that it could not tell. */
const SETTLED_MS = 2_000;

export interface AnswerOptions {
  readonly contentType?: string;
  /** Strong, quoted; by default from the body's bytes. */
  readonly etag?: string;
  /** Whether this answer can never change. */
  readonly immutable?: boolean;
  readonly lastModified?: Date;
}

/** Sends a body as it is, or 304 to a caller who has it. */
export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string | Buffer,
  options: AnswerOptions = {},
): void {
  const etag = options.etag ?? etagOf(body);
  void reply.header('ETag', etag).header('Cache-Control', cacheControl(request, options.immutable ?? false));
  const { lastModified } = options;
  if (lastModified && Date.now() - lastModified.getTime() > SETTLED_MS) {
    void reply.header('Last-Modified', lastModified.toUTCString());
  }
  if (isFresh(request, etag, lastModified)) void reply.status(304).send();
  else void reply.header('Content-Type', options.contentType ?? JSON_TYPE).send(body);
}

/** Sends a value as JSON, or 304 to a caller who has it. */
export function answerJson(
  request: FastifyRequest,
  reply: FastifyReply,
  value: unknown,
  options: AnswerOptions = {},
): void {
  answer(request, reply, JSON.stringify(value), options);
}

export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`;
}

function cacheControl(request: FastifyRequest, immutable: boolean): string {
  if (!immutable) return 'no-cache';
  // What was asked for with a key is nobody else's to keep.
  return `${request.headers.authorization ? 'private' : 'public'}, max-age=31536000, immutable`;
}

/** RFC 9110, 13.2.2: If-Modified-Since counts only without If-None-Match. */
function isFresh({ headers }: FastifyRequest, etag: string, lastModified?: Date): boolean {
  const given = headers['if-none-match'];
  if (given !== undefined) {
    return given.trim() === '*' || given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return lastModified !== undefined && Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}
