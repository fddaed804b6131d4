import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Scope } from '../shared/access/scope.guard.js';
import { Describe, openApiSchema } from '../shared/http/describe.js';
import { readBody } from './article-body.js';
import { StoryBody, TrackStory, type Tracked } from './track-story.js';

const TrackedAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    outcome: z.enum(['created', 'unchanged']),
    position: z.string().meta({ description: 'Where in the log its definition is.' }),
  })
  .meta({ id: 'Tracked' });

/** The way in for stories that an editor defines. */
@ApiTags('stories')
@Controller('v1/stories')
@Scope('edit')
export class StoryIntakeController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiBody({ schema: openApiSchema(StoryBody, 'input') as object })
  @Describe({
    id: 'trackStory',
    summary: 'Track a story',
    description:
      'From now on articles are matched with it, and those that are there already. The same again is `unchanged`.',
    answers: {
      201: { description: 'It is new', schema: TrackedAnswer },
      200: { description: 'It was tracked already', schema: TrackedAnswer },
    },
    problems: [400, 409, 413, 415],
  })
  async track(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Tracked> {
    const context = { actor: request.actor ?? 'anonymous', correlationId: request.correlationId };
    const result = await this.commands.execute(new TrackStory(readBody(StoryBody, body), context));
    void reply.status(result.outcome === 'created' ? 201 : 200);
    return result;
  }
}
