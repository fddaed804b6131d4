import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  applyDecorators,
  Inject,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { derivedId, randomId } from '../shared/ids.js';
import { DescribeHeader } from '../shared/http/describe.js';
import { LOGGER, type Logger } from '../shared/logger.js';
import { PG_POOL } from '../shared/pg.js';
import { Problem } from '../shared/problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** This request under its `Idempotency-Key`, the same when it is made again; absent without a key. */
    once?: string;
  }
}

/** Longer than any request takes: after that whoever was at it has died, and the same request may be made again. */
const PENDING = '1 minute';
const KEPT = '24 hours';
/** Expired rows that one answer clears away: more than it adds. */
const CLEARED = 10;
/** A quoted string, as RFC 8941 has it, or the same without its quotes. */
const KEY = /^(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x2b\x2d-\x7e]{1,255}))$/;

interface Kept {
  readonly same: boolean;
  readonly status: number | null;
  readonly answer: unknown;
}

/**
 * Answers a request with an `Idempotency-Key` once and repeats that answer for a day (draft-ietf-httpapi-
 * idempotency-key-header). A claim is written first, then the work is done, then the answer is kept: who dies in between
 * leaves a claim that lapses, and the same request is worked on again. It changes nothing, and it finds itself named in
 * the metadata of what it had appended ({@link FastifyRequest.once}), so its answer is the one that was lost.
 * Only success is kept: what was refused has done nothing, and may be mended and sent again under its key.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    @Inject(PG_POOL) private readonly pool: pg.Pool,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    const { dryRun } = request.query as { dryRun?: string };
    // What writes nothing may be done as often as one likes; a stream is no body of these routes.
    if (header === undefined || dryRun === 'true' || request.body instanceof Readable) return next.handle();
    const row = [request.actor ?? 'anonymous', readKey(header), randomId()] as const;
    const print = fingerprint(request);
    request.once = derivedId('once', row[0], row[1], print.toString('hex'));
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const kept = await this.claim(row, print);
    if (kept) {
      void reply.status(kept.status!);
      return of(kept.answer);
    }
    try {
      const answer: unknown = await lastValueFrom(next.handle());
      await this.keep(row, reply.statusCode, answer);
      return of(answer);
    } catch (error) {
      await this.release(row);
      throw error;
    }
  }

  /** @returns what was answered before; null when the request is ours to work on */
  private async claim([actor, key, claim]: Row, fingerprint: Buffer): Promise<Kept | null> {
    const { rowCount } = await this.pool.query({
      name: 'dateline-claim-idempotency',
      text: `insert into dateline.idempotency_keys as k (actor, key, claim, fingerprint, expires_at)
             values ($1, $2, $3, $4, clock_timestamp() + interval '${PENDING}')
             on conflict (actor, key) do update
               set claim = excluded.claim, fingerprint = excluded.fingerprint, expires_at = excluded.expires_at,
                   status = null, answer = null
               where k.expires_at < clock_timestamp()`,
      values: [actor, key, claim, fingerprint],
    });
    if (rowCount === 1) return null;
    const { rows } = await this.pool.query<Kept>({
      name: 'dateline-find-idempotency',
      text: `select fingerprint = $3 as same, status, answer from dateline.idempotency_keys
             where actor = $1 and key = $2`,
      values: [actor, key, fingerprint],
    });
    const kept = rows[0];
    if (kept && !kept.same) throw reused(key);
    // Not there any more: the other one has just been refused, and its key is free again.
    if (!kept || kept.status === null) throw underWay(key);
    return kept;
  }

  private async keep([actor, key, claim]: Row, status: number, answer: unknown): Promise<void> {
    try {
      await this.pool.query({
        name: 'dateline-keep-idempotency',
        text: `with cleared as (
                 delete from dateline.idempotency_keys where (actor, key) in (
                   select actor, key from dateline.idempotency_keys where expires_at < clock_timestamp()
                   order by expires_at limit ${CLEARED} for update skip locked))
               update dateline.idempotency_keys
               set status = $4, answer = $5, expires_at = clock_timestamp() + interval '${KEPT}'
               where actor = $1 and key = $2 and claim = $3 and expires_at >= clock_timestamp()`,
        values: [actor, key, claim, status, JSON.stringify(answer)],
      });
    } catch (error) {
      // The work is done and in the log: that is what counts.
      this.logger.warn({ err: error }, 'an answer could not be kept for its Idempotency-Key');
    }
  }

  private async release([actor, key, claim]: Row): Promise<void> {
    await this.pool
      .query('delete from dateline.idempotency_keys where actor = $1 and key = $2 and claim = $3', [
        actor,
        key,
        claim,
      ])
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'an Idempotency-Key stays claimed for a minute'),
      );
  }
}

/** Lets a route that answers by returning be called again safely; see {@link Idempotency}. */
export const OncePerKey = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(Idempotency),
    DescribeHeader({
      name: 'Idempotency-Key',
      description:
        'Any name of this request, such as a UUID: the same request with the same key gets the same answer for 24 hours, another one 422, and 409 while the first is under way. A refusal is not kept.',
      example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
    }),
  );

/** Actor, key and claim. */
type Row = readonly [string, string, string];

function readKey(header: string | string[]): string {
  const match = typeof header === 'string' ? KEY.exec(header) : null;
  const key = match?.[1] ?? match?.[2];
  if (key !== undefined) return key;
  const detail = 'Give one Idempotency-Key of 1 to 255 characters of ASCII in double quotes, such as a UUID.';
  throw new Problem(400, 'bad-idempotency-key', 'The Idempotency-Key cannot be used', detail);
}

const fingerprint = ({ method, url, body }: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
    .digest();

function reused(key: string): Problem {
  const detail = `The Idempotency-Key "${key}" was sent with another request within the last day. Take a new key for a new request.`;
  return new Problem(422, 'idempotency-key-reused', 'The key is of another request', detail);
}

function underWay(key: string): Problem {
  const detail = `The request with the Idempotency-Key "${key}" is still being worked on. Send it again in a moment.`;
  return new Problem(409, 'request-under-way', 'Under way', detail, {}, { 'retry-after': '1' });
}
