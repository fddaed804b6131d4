import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StoryContent } from '../domain/story-state.js';
import { StoryStates } from '../projections/story-state/story-states.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answerJson } from '../shared/http/answer.js';
import { assertSameQuestion, readCursor, writeCursor } from '../shared/http/cursor.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import * as parameter from '../shared/http/parameters.js';
import { findStory, noSuchState } from './find-story.js';
import { pageOf } from './list-answers.js';
import { ClaimAnswer, FigureAnswer, StateArticleAnswer, TimelineEntryAnswer } from './state-answers.js';

const PartParameters = parameter.eitherVersionOrMoment(
  parameter.parameters({
    ...parameter.statePoint,
    limit: parameter.limit,
    cursor: parameter.cursor.optional(),
  }),
);
type PartQuery = z.output<typeof PartParameters>;

const parts = {
  timeline: (content: StoryContent) => content.timeline,
  articles: (content: StoryContent) => content.articles.items,
  figures: (content: StoryContent) => content.figures,
  claims: (content: StoryContent) => content.claims,
} as const;
type Part = keyof typeof parts;

/** All pages are of the state that the first was of: the same moment, and nothing recorded since. */
const PartPlace = z.strictObject({
  part: z.string(),
  story: z.uuid(),
  offset: z.int().min(1),
  at: z.iso.datetime().optional(),
  version: z.int().min(1),
  asked: z.strictObject({ knownAt: z.string().optional(), version: z.int().optional() }),
});

/** The lists of a state, whole and in pages; the state itself has only the beginning of long ones. */
@Section('stories')
@Controller('v1/stories/:story')
@Scope('read')
export class StoryPartsController {
  constructor(private readonly states: StoryStates) {}

  @Get('timeline')
  @Describe({
    id: 'listTimeline',
    summary: 'What happened, and is to happen',
    answers: { ...notModified, 200: { schema: pageOf(TimelineEntryAnswer) } },
    problems: [400, 404],
  })
  timeline(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Query({ schema: PartParameters, pipes: [ParametersPipe] }) query: PartQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page('timeline', story, query, request, reply);
  }

  @Get('articles')
  @Describe({
    id: 'listStoryArticles',
    summary: 'The articles of a story',
    answers: { ...notModified, 200: { schema: pageOf(StateArticleAnswer) } },
    problems: [400, 404],
  })
  articles(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Query({ schema: PartParameters, pipes: [ParametersPipe] }) query: PartQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page('articles', story, query, request, reply);
  }

  @Get('figures')
  @Describe({
    id: 'listFigures',
    summary: 'Numbers, who gave them, and where they differ',
    answers: { ...notModified, 200: { schema: pageOf(FigureAnswer) } },
    problems: [400, 404],
  })
  figures(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Query({ schema: PartParameters, pipes: [ParametersPipe] }) query: PartQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page('figures', story, query, request, reply);
  }

  @Get('claims')
  @Describe({
    id: 'listClaims',
    summary: 'Who said what',
    answers: { ...notModified, 200: { schema: pageOf(ClaimAnswer) } },
    problems: [400, 404],
  })
  claims(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Query({ schema: PartParameters, pipes: [ParametersPipe] }) query: PartQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page('claims', story, query, request, reply);
  }

  private async page(
    part: Part,
    story: string,
    query: PartQuery,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { id } = await findStory(this.states, story);
    const place = query.cursor === undefined ? undefined : readPlace(query.cursor, part, id, query);
    const at = place ? (place.at === undefined ? undefined : new Date(place.at)) : query.at;
    const point = place ? { at, version: place.version } : query;
    const found = await this.states.content(id, point);
    if (!found) throw noSuchState(story, query);
    const offset = place?.offset ?? 0;
    const limit = query.limit ?? parameter.DEFAULT_LIMIT;
    const all = parts[part](found.full);
    const asked = place?.asked ?? { knownAt: query.knownAt?.toISOString(), version: query.version };
    const next = {
      part,
      story: id,
      offset: offset + limit,
      at: at?.toISOString(),
      version: found.version,
      asked,
    };
    answerJson(
      request,
      reply,
      {
        items: all.slice(offset, offset + limit),
        next: offset + limit < all.length ? writeCursor(next) : null,
      },
      { immutable: found.immutable },
    );
  }
}

function readPlace(cursor: string, part: Part, story: string, query: PartQuery): z.output<typeof PartPlace> {
  const place = readCursor(cursor, PartPlace);
  assertSameQuestion(
    {
      part,
      story,
      at: query.at?.toISOString(),
      knownAt: query.knownAt?.toISOString(),
      version: query.version,
    },
    { part: place.part, story: place.story, at: place.at, ...place.asked },
  );
  return place;
}
