import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { StoryStates } from '../projections/story-state/story-states.js';
import { Scope } from '../shared/access/scope.guard.js';
import { Describe, DescribeHeader, Section } from '../shared/http/describe.js';
import { isStoryName, storyNotFound } from '../shared/http/not-found.js';
import { ParametersPipe, REFLECTED, type Reflected } from '../shared/http/parameters.pipe.js';
import { parameters, position, storyName } from '../shared/http/parameters.js';
import { LOGGER, type Logger } from '../shared/logger.js';
import { Problem } from '../shared/problem.js';
import { Cursors } from './cursor.js';
import { SubscriptionsService } from './subscriptions.service.js';

const UpdatesParameters = parameters({
  after: position(
    'Changes after this position, then those to come; 0 is the beginning. Without it, and without Last-Event-ID: only those to come.',
  ).optional(),
});
type UpdatesQuery = z.output<typeof UpdatesParameters>;

const description =
  'The items of /v1/changes as server-sent events without a name: `id` is the position, `data` the change. A reader that was cut off sends its last id in `Last-Event-ID` (browsers do so by themselves) and misses nothing; it wins over `after`. Comments come every 15 seconds.';
const answers = { 200: { description: 'The stream', mediaType: 'text/event-stream' } };
const LastEventId = (): MethodDecorator =>
  DescribeHeader({ name: 'Last-Event-ID', description: 'Position to go on from' });

/**
 * Streams are written on the raw response, after every check: Nest's own server-sent events open the stream first, and
 * then no 404 or 410 can be said any more.
 */
@Section('subscriptions')
@Controller('v1')
@Scope('read')
export class UpdatesController {
  constructor(
    private readonly states: StoryStates,
    private readonly cursors: Cursors,
    private readonly subscriptions: SubscriptionsService,
    @Inject(REFLECTED) private readonly reflected: Reflected,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('updates')
  @LastEventId()
  @Describe({
    id: 'streamChanges',
    summary: 'Every change of every story, as it comes',
    description,
    answers,
    problems: [400, 410],
  })
  all(
    @Query({ schema: UpdatesParameters, pipes: [ParametersPipe] }) query: UpdatesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.stream(query, request, reply);
  }

  @Get('stories/:story/updates')
  @LastEventId()
  @Describe({
    id: 'streamStoryChanges',
    summary: 'Every change of one story, as it comes',
    description,
    answers,
    problems: [400, 404, 410],
  })
  async ofStory(
    @Param('story', { schema: storyName }) name: string,
    @Query({ schema: UpdatesParameters, pipes: [ParametersPipe] }) query: UpdatesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const story = isStoryName(name) ? await this.states.resolve(name) : null;
    if (!story) throw storyNotFound(name);
    return this.stream(query, request, reply, story.id);
  }

  private async stream(
    query: UpdatesQuery,
    request: FastifyRequest,
    reply: FastifyReply,
    storyId?: string,
  ): Promise<void> {
    const given = readLastEventId(request) ?? query.after;
    if (given !== undefined) await this.cursors.assertOfThisLog(given);
    this.subscriptions.assertRoom();
    const after = given ?? (await this.cursors.head());
    if (request.method === 'HEAD') {
      void reply.header('Content-Type', 'text/event-stream; charset=utf-8').send();
      return;
    }
    const headers = { ...reply.getHeaders(), 'Dateline-Position': this.reflected.settled().toString() };
    reply.hijack();
    this.subscriptions
      .follow({
        response: reply.raw,
        headers,
        after,
        fromHead: given === undefined,
        ...(storyId ? { storyId } : {}),
      })
      .catch((error: unknown) =>
        this.logger.error({ err: error, requestId: request.id }, 'a stream of changes failed'),
      );
  }
}

function readLastEventId({ headers }: FastifyRequest): bigint | undefined {
  const id = headers['last-event-id'];
  // Browsers send an empty one before they have seen any.
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && /^\d{1,18}$/.test(id)) return BigInt(id);
  throw new Problem(
    400,
    'bad-parameter',
    'The position cannot be used',
    'Last-Event-ID is the id of an event of this stream: digits alone.',
  );
}
