import { Controller, Get, Inject } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { Scope } from '../shared/access/scope.guard.js';
import { Describe, ProblemAnswer, Section } from '../shared/http/describe.js';
import { Lifecycle } from '../shared/lifecycle.js';
import { PG_POOL } from '../shared/pg.js';
import { Problem } from '../shared/problem.js';

const ANSWER_WITHIN_MS = 2_000;

/** For whoever starts, stops and balances processes. */
@Section('operations')
@Scope('public')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(PG_POOL) private readonly pool: pg.Pool,
  ) {}

  @Get('live')
  @Describe({
    id: 'live',
    summary: 'The process runs',
    answers: { 200: { description: 'It does', schema: z.object({ status: z.literal('live') }) } },
  })
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  @Describe({
    id: 'ready',
    summary: 'The process takes requests and reaches its database',
    answers: {
      200: { description: 'It does', schema: z.object({ status: z.literal('ready') }) },
      503: {
        description: 'Starting, stopping, or without its database',
        schema: ProblemAnswer,
        mediaType: 'application/problem+json',
      },
    },
  })
  async ready(): Promise<{ status: string }> {
    if (this.lifecycle.draining) throw notReady('This process is stopping. Ask another.');
    if (!this.lifecycle.ready) throw notReady('This process is starting. Ask again in a second.');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('too slow')), ANSWER_WITHIN_MS);
    });
    try {
      await Promise.race([this.pool.query('select 1'), late]);
    } catch {
      throw notReady('The database does not answer. Reads and writes wait until it does.');
    } finally {
      clearTimeout(timer);
    }
    return { status: 'ready' };
  }
}

function notReady(detail: string): Problem {
  return new Problem(503, 'not-ready', 'Not ready', detail, {}, { 'retry-after': '1' });
}
