import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Changes, type ChangeRow } from '../projections/story-state/changes.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answerJson } from '../shared/http/answer.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import { DEFAULT_LIMIT, limit, parameters, position, wholeNumber } from '../shared/http/parameters.js';
import { Lifecycle } from '../shared/lifecycle.js';
import { ChangeAnswer } from './change-answer.js';
import { ChangeTail } from './change-tail.js';
import { Cursors } from './cursor.js';

const MAX_WAIT_S = 60;

const ChangesParameters = parameters({
  after: position('Changes after this position; 0, the default, is the beginning.').optional(),
  limit,
  wait: wholeNumber('Seconds to wait for a change when there is none yet.', 0, MAX_WAIT_S, 0).optional(),
});

const ChangesPage = z.strictObject({
  items: z.array(ChangeAnswer),
  next: z.string().nullable().meta({
    description:
      'The `after` of the next page; null when there is nothing more yet: go on from the last item.',
  }),
});

@Section('subscriptions')
@Controller('v1/changes')
@Scope('read')
export class ChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly tail: ChangeTail,
    private readonly cursors: Cursors,
    private readonly lifecycle: Lifecycle,
  ) {}

  @Get()
  @Describe({
    id: 'listChanges',
    summary: 'Every change of every story, from a position on',
    description:
      'Oldest first. Remember the position of the last item that you have dealt with and ask for what is after it.',
    answers: { ...notModified, 200: { schema: ChangesPage } },
    problems: [400, 410],
  })
  async page(
    @Query({ schema: ChangesParameters, pipes: [ParametersPipe] }) query: z.output<typeof ChangesParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = query.after ?? 0n;
    const limit = query.limit ?? DEFAULT_LIMIT;
    await this.cursors.assertOfThisLog(after);
    const found = await this.readOrWait(after, limit + 1, query.wait ?? 0, reply);
    const items = found.slice(0, limit);
    answerJson(request, reply, { items, next: found.length > limit ? items.at(-1)!.position : null });
  }

  /** Answers at once when there is something; else when there is, the time is up, the caller left or we stop. */
  private async readOrWait(
    after: bigint,
    limit: number,
    seconds: number,
    reply: FastifyReply,
  ): Promise<ChangeRow[]> {
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, seconds * 1000);
    const forget = this.lifecycle.onDrain(abort);
    reply.raw.once('close', abort);
    try {
      await this.tail.start();
      let seen = this.tail.count;
      // From the database first: the tail may be a moment behind what `minPosition` has just waited for.
      let found = await this.changes.read({ after, limit });
      while (found.length === 0 && seconds > 0 && !stop.signal.aborted) {
        await this.tail.moved(seen, stop.signal);
        seen = this.tail.count;
        found = await this.tail.read(after, limit);
      }
      return found;
    } finally {
      clearTimeout(timer);
      forget();
      reply.raw.off('close', abort);
    }
  }
}
