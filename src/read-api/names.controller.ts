import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { StoryNames, type DecidedNames } from '../projections/story-state/story-names.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answerJson } from '../shared/http/answer.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { describes } from '../shared/http/describes.js';
import { isStoryName, storyNotFound } from '../shared/http/not-found.js';
import * as parameter from '../shared/http/parameters.js';
import { pageOf } from './list-answers.js';

const DecidedNamesAnswer = describes<DecidedNames>()(
  z
    .strictObject({
      names: z.tuple([z.string(), z.string()]),
      are: z.enum(['same', 'different', 'undecided']),
      reason: z.string(),
      position: z.string().meta({ description: 'Of the decision in the log.' }),
      decidedAt: z.iso.datetime(),
    })
    .meta({ id: 'DecidedNames' }),
);

/** What editors have decided about who is who. */
@Section('stories')
@Controller('v1/stories/:story/names')
@Scope('read')
export class NamesController {
  constructor(private readonly names: StoryNames) {}

  @Get()
  @Describe({
    id: 'listDecidedNames',
    summary: 'Names that somebody has said are of one, or of two',
    description: 'The last decision about each pair, oldest first; all of them on one page.',
    answers: { ...notModified, 200: { schema: pageOf(DecidedNamesAnswer) } },
    problems: [404],
  })
  async list(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const items = isStoryName(story) ? await this.names.list(story) : null;
    if (!items) throw storyNotFound(story);
    answerJson(request, reply, { items, next: null });
  }
}
