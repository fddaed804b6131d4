import { Body, Controller, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Scope } from '../shared/access/scope.guard.js';
import { Describe, Section } from '../shared/http/describe.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import * as parameter from '../shared/http/parameters.js';
import { isStoryName, storyNotFound } from '../shared/http/not-found.js';
import { readBody } from './article-body.js';
import { DecideNames, NamesBody, type NamesAnswer } from './decide-names.js';
import { OncePerKey } from './idempotency.js';
import { StoryBody, StoryDraftBody, TrackStory, type Tracked } from './track-story.js';
import { TrialAnswer } from './trial-answer.js';
import { TryStory, type Trial } from './try-story.js';

const TrackedAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    outcome: z.enum(['created', 'unchanged']),
    position: z.string().meta({ description: 'Where in the log its definition is.' }),
  })
  .meta({ id: 'Tracked' });

const DecidedAnswer = z
  .object({
    outcome: z.enum(['decided', 'unchanged']),
    position: z.string().meta({
      description: 'Where in the log the decision is; as `minPosition` it waits until states show it.',
    }),
  })
  .meta({ id: 'NamesAnswer' });

const TRIED_BY_DEFAULT = 200;

const TrackParameters = parameter
  .parameters({
    dryRun: z
      .enum(['true', 'false'], { error: 'give true or false' })
      .meta({
        description: 'true: answer what the story would catch of what is there already, and write nothing.',
      })
      .optional(),
    limit: parameter
      .wholeNumber('Of a dry run: articles to look through.', 1, parameter.MAX_LIMIT, TRIED_BY_DEFAULT)
      .optional(),
    cursor: parameter.cursor.optional(),
  })
  .superRefine(({ dryRun, limit, cursor }, context) => {
    if (dryRun === 'true' || (limit === undefined && cursor === undefined)) return;
    const path = [limit === undefined ? 'cursor' : 'limit'];
    context.addIssue({
      code: 'custom',
      path,
      message: 'goes with dryRun=true; leave it out to track a story',
    });
  });

/** The way in for stories that an editor defines. */
@Section('stories')
@Controller('v1/stories')
@Scope('edit')
export class StoryIntakeController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @OncePerKey()
  @Describe({
    id: 'trackStory',
    summary: 'Track a story',
    description:
      'From now on articles are matched with it, and those that are there already. The same again is `unchanged`. With `dryRun=true` nothing is tracked: the answer says what the story would catch among the articles there are, newest first, and why, and what it would just miss. The body then needs no `slug`; `next` goes on with older articles.',
    body: StoryBody,
    answers: {
      201: { description: 'It is new', schema: TrackedAnswer },
      200: {
        description: 'It was tracked already; or what a dry run found',
        schema: z.union([TrackedAnswer, TrialAnswer]),
      },
    },
    problems: [400, 409, 413, 415, 422],
  })
  async track(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
    @Query({ schema: TrackParameters, pipes: [ParametersPipe] }) query: z.output<typeof TrackParameters>,
  ): Promise<Tracked | Trial> {
    if (query.dryRun === 'true') {
      return this.commands.execute(
        new TryStory(readBody(StoryDraftBody, body), query.limit ?? TRIED_BY_DEFAULT, query.cursor),
      );
    }
    const { actor = 'anonymous', correlationId, once } = request;
    const context = { actor, correlationId, once };
    const result = await this.commands.execute(new TrackStory(readBody(StoryBody, body), context));
    void reply.status(result.outcome === 'created' ? 201 : 200);
    return result;
  }

  @Post(':story/names')
  @HttpCode(200)
  @OncePerKey()
  @Describe({
    id: 'decideNames',
    summary: 'Say that two names are of one, or of two',
    description:
      'Reports spell names in many ways, and states take what looks like one person, organisation or place for one. What an editor says stands above that, in every state of this story from now on; states `knownAt` earlier stay as they were. Subscribers hear of it as a `correction`. It can be taken back, and nothing is lost.',
    body: NamesBody,
    answers: { 200: { schema: DecidedAnswer } },
    problems: [400, 404, 409, 413, 415, 422],
  })
  decideNames(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<NamesAnswer> {
    if (!isStoryName(story)) throw storyNotFound(story);
    const { actor = 'anonymous', correlationId, once } = request;
    return this.commands.execute(
      new DecideNames(story, readBody(NamesBody, body), { actor, correlationId, once }),
    );
  }
}
