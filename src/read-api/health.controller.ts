import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';
import { Scope } from '../shared/access/scope.guard.js';
import { Lifecycle } from '../shared/lifecycle.js';
import { PG_POOL } from '../shared/pg.js';
import { Problem } from '../shared/problem.js';

const ANSWER_WITHIN_MS = 2_000;

/** For whoever starts, stops and balances processes. */
@ApiTags('operations')
@Scope('public')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(PG_POOL) private readonly pool: pg.Pool,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs', operationId: 'live' })
  @ApiOkResponse({ description: 'It does' })
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process takes requests and reaches its database', operationId: 'ready' })
  @ApiOkResponse({ description: 'It does' })
  @ApiServiceUnavailableResponse({ description: 'Starting, stopping, or without its database' })
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
