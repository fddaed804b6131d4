import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { StoryStates } from '../projections/story-state/story-states.js';
import { Suggestions, type Suggestion } from '../projections/story-state/suggestions/suggestions.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answerJson } from '../shared/http/answer.js';
import { assertSameQuestion, readCursor, writeCursor } from '../shared/http/cursor.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { describes } from '../shared/http/describes.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import * as parameter from '../shared/http/parameters.js';
import { findStory } from './find-story.js';
import { pageOf } from './list-answers.js';
import { status } from './state-answers.js';

const instant = z.iso.datetime();

const SuggestionAnswer = describes<Suggestion>()(
  z
    .strictObject({
      id: z.uuid().meta({ description: 'The same as long as it is about the same stories.' }),
      kind: z.enum(['merge', 'split']),
      score: z.number().min(0).max(1),
      stories: z
        .array(
          z.strictObject({
            id: z.uuid(),
            slug: z.string(),
            title: z.string(),
            tracked: z.boolean(),
            status,
            articles: z.int().min(0),
          }),
        )
        .meta({ description: 'Two of a merge, one of a split.' }),
      reasons: z.array(z.strictObject({ kind: z.string(), text: z.string(), weight: z.number() })),
      evidence: z.strictObject({
        names: z.array(z.string()).meta({ description: 'Of a merge: in both stories, at most twenty.' }),
        articles: z.array(z.uuid()).meta({ description: 'Of a merge: in both stories.' }),
        parts: z
          .array(
            z.strictObject({
              articles: z.array(z.uuid()),
              from: instant,
              to: instant,
              terms: z.array(z.string()).meta({ description: 'What the other part has not.' }),
            }),
          )
          .meta({ description: 'Of a split: the two parts, the older first.' }),
      }),
    })
    .meta({ id: 'Suggestion' }),
);

const SuggestionParameters = parameter.parameters({
  kind: z.enum(['merge', 'split'], { error: 'give merge or split' }).optional(),
  story: parameter.storyName.optional(),
  limit: parameter.limit,
  cursor: parameter.cursor.optional(),
});

const Place = z.strictObject({
  score: z.number(),
  after: z.uuid(),
  kind: z.string().optional(),
  story: z.string().optional(),
});

/** What an editor may want to do about stories. */
@Section('stories')
@Controller('v1/suggestions')
@Scope('edit')
export class SuggestionsController {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly states: StoryStates,
  ) {}

  @Get()
  @Describe({
    id: 'listSuggestions',
    summary: 'Stories to merge or to split',
    description:
      'The strongest first, with the reasons. They rest on headlines, names and times of the 60 newest articles of the 1,000 stories that changed last, are at most half a minute old, and nothing is done about them unless somebody does it.',
    answers: { ...notModified, 200: { schema: pageOf(SuggestionAnswer) } },
    problems: [400, 404],
  })
  async list(
    @Query({ schema: SuggestionParameters, pipes: [ParametersPipe] })
    { kind, story, limit = parameter.DEFAULT_LIMIT, cursor }: z.output<typeof SuggestionParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { kind, story: story === undefined ? undefined : (await findStory(this.states, story)).id };
    const place = cursor === undefined ? null : readCursor(cursor, Place);
    if (place) assertSameQuestion(asked, { kind: place.kind, story: place.story });
    const about = place ?? asked;
    const { suggestions } = await this.suggestions.list();
    const found = suggestions.filter(
      (each) =>
        (about.kind === undefined || each.kind === about.kind) &&
        (about.story === undefined || each.stories.some(({ id }) => id === about.story)) &&
        (!place || each.score < place.score || (each.score === place.score && each.id > place.after)),
    );
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const { kind: ofKind, story: ofStory } = about;
    const next =
      last && found.length > limit
        ? writeCursor({ score: last.score, after: last.id, kind: ofKind, story: ofStory })
        : null;
    answerJson(request, reply, { items, next });
  }
}
