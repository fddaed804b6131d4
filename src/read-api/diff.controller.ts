import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StoryState } from '../domain/story-state.js';
import { diffStates, typedChanges } from '../projections/story-state/content/change.js';
import { StoryStates, type StateQuery } from '../projections/story-state/story-states.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answerJson } from '../shared/http/answer.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { MOMENT_FORMS, parseMoment } from '../shared/http/moment.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import { parameters, storyName } from '../shared/http/parameters.js';
import { DiffAnswer } from './diff-answer.js';
import { findStory, noSuchState } from './find-story.js';

const side = (description: string) =>
  z
    .string({ error: 'is needed: a version number, an instant or a date' })
    .meta({ description: `${description} A version number; or a moment, as for \`at\`.` })
    .transform((text, context): StateQuery => {
      const version = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
      if (version !== undefined && version > 0) return { version };
      const at = parseMoment(text);
      if (at) return { at };
      context.addIssue({ code: 'custom', message: `give a version number from 1 on; or ${MOMENT_FORMS}` });
      return z.NEVER;
    });

const DiffParameters = parameters({
  from: side('The state to begin with.'),
  to: side('The state to end with.'),
});

@Section('stories')
@Controller('v1/stories/:story/diff')
@Scope('read')
export class DiffController {
  constructor(private readonly states: StoryStates) {}

  @Get()
  @Describe({
    id: 'diffStory',
    summary: 'What changed between two states of a story',
    description:
      'Typed changes over the whole of both states; and an RFC 6902 patch that makes the second state of the first, as GET /v1/stories/{story} answers them.',
    answers: { ...notModified, 200: { schema: DiffAnswer } },
    problems: [400, 404],
  })
  async diff(
    @Param('story', { schema: storyName }) name: string,
    @Query({ schema: DiffParameters, pipes: [ParametersPipe] }) query: z.output<typeof DiffParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const story = await findStory(this.states, name);
    const find = async (point: StateQuery) => {
      const found = await this.states.content(story.id, point);
      if (!found) throw noSuchState(name, point);
      return found;
    };
    const [from, to] = await Promise.all([find(query.from), find(query.to)]);
    const value = {
      ...story,
      from: place(from.state),
      to: place(to.state),
      // A state shows the beginning of long lists; what merely moved out of sight there has not changed.
      changes: typedChanges({ ...from.state, ...from.full }, { ...to.state, ...to.full }),
      patch: diffStates(from.state, to.state).patch,
    };
    answerJson(request, reply, value, { immutable: from.immutable && to.immutable });
  }
}

function place({ version, at, knownAt, position }: StoryState) {
  return { version, at, knownAt, position };
}
