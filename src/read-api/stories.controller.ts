import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { EventLog } from '../event-log/event-log.js';
import { listStories } from '../projections/story-state/story-list.js';
import { StoryStates } from '../projections/story-state/story-states.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answer, answerJson } from '../shared/http/answer.js';
import { assertSameQuestion, readCursor, writeCursor } from '../shared/http/cursor.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import * as parameter from '../shared/http/parameters.js';
import { PG_POOL } from '../shared/pg.js';
import { cleanLine } from '../shared/text-hygiene.js';
import { pageOf, StorySummaryAnswer, VersionAnswer } from './list-answers.js';
import { status, StoryStateAnswer } from './state-answers.js';
import { findStory, noSuchState } from './find-story.js';

const words = (description: string) =>
  z
    .string()
    .max(500)
    .meta({ description })
    .transform((text) => cleanLine(text) || undefined);

const ListParameters = parameter.parameters({
  at: parameter.at.optional(),
  knownAt: parameter.knownAt.optional(),
  q: words('Words to find in titles, descriptions and names, as typed into a search box.').optional(),
  entity: words(
    'A person, organisation or place that a story speaks of, in any of its spellings.',
  ).optional(),
  status: status.optional(),
  limit: parameter.limit,
  cursor: parameter.cursor.optional(),
});

const StateParameters = parameter.eitherVersionOrMoment(parameter.parameters(parameter.statePoint));

const VersionsParameters = parameter.parameters({
  limit: parameter.limit,
  cursor: parameter.cursor.optional(),
});

/** A page of the list is what was known when its first page was asked for; `after` is the last story of the page before. */
const ListPlace = z.strictObject({
  after: z.uuid(),
  at: z.iso.datetime().optional(),
  knownAt: z.iso.datetime(),
  asked: z.strictObject({ knownAt: z.string().optional() }),
  q: z.string().optional(),
  entity: z.string().optional(),
  status: status.optional(),
});

const VersionsPlace = z.strictObject({ story: z.uuid(), after: z.int().min(1) });

@Section('stories')
@Controller('v1/stories')
@Scope('read')
export class StoriesController {
  constructor(
    private readonly states: StoryStates,
    private readonly log: EventLog,
    @Inject(PG_POOL) private readonly pool: pg.Pool,
  ) {}

  @Get()
  @Describe({
    id: 'listStories',
    summary: 'Stories as of a moment',
    description: 'Tracked stories first. Every page shows what was known when the first was asked for.',
    answers: { ...notModified, 200: { schema: pageOf(StorySummaryAnswer) } },
    problems: [400],
  })
  async list(
    @Query({ schema: ListParameters, pipes: [ParametersPipe] }) query: z.output<typeof ListParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place =
      query.cursor === undefined ? await this.firstPlace(query) : readListPlace(query.cursor, query);
    const limit = query.limit ?? parameter.DEFAULT_LIMIT;
    const found = await listStories(this.pool, {
      at: place.at === undefined ? undefined : new Date(place.at),
      knownAt: new Date(place.knownAt),
      q: place.q,
      entity: place.entity,
      status: place.status,
      after: place.after,
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    const next = found.length > limit ? writeCursor({ ...place, after: items.at(-1)!.id }) : null;
    answerJson(request, reply, { items, next });
  }

  @Get(':story')
  @Describe({
    id: 'getStory',
    summary: 'The state of a story',
    description:
      'By default as of now; `at` and `knownAt` move the two clocks, `version` asks for the nth recorded state. Versions, and states of a past `knownAt`, never change and may be cached for ever.',
    answers: { ...notModified, 200: { schema: StoryStateAnswer } },
    problems: [400, 404],
  })
  async state(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Query({ schema: StateParameters, pipes: [ParametersPipe] }) query: z.output<typeof StateParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await findStory(this.states, story);
    const state = await this.states.state(id, query);
    if (!state) throw noSuchState(story, query);
    answer(request, reply, state.body, state);
  }

  @Get(':story/versions')
  @Describe({
    id: 'listVersions',
    summary: 'The versions of a story',
    description: 'Oldest first: each with its cause, its times on both clocks and one line on what changed.',
    answers: { ...notModified, 200: { schema: pageOf(VersionAnswer) } },
    problems: [400, 404],
  })
  async versions(
    @Param('story', { schema: parameter.storyName }) story: string,
    @Query({ schema: VersionsParameters, pipes: [ParametersPipe] })
    query: z.output<typeof VersionsParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = await findStory(this.states, story);
    const place =
      query.cursor === undefined ? { story: id, after: 0 } : readCursor(query.cursor, VersionsPlace);
    assertSameQuestion({ story: id }, { story: place.story });
    const limit = query.limit ?? parameter.DEFAULT_LIMIT;
    const found = await this.states.versions(id, place.after, limit + 1);
    const items = found.slice(0, limit).map(({ storyId: _id, slug: _slug, title: _title, ...item }) => item);
    const next = found.length > limit ? writeCursor({ story: id, after: items.at(-1)!.version }) : null;
    answerJson(request, reply, { items, next });
  }

  /** Up to when things are known on every page; nothing that comes in meanwhile moves an item from page to page. */
  private async firstPlace({ at, knownAt, q, entity, status }: z.output<typeof ListParameters>) {
    const newest = knownAt?.toISOString() ?? (await this.log.head()).recordedAt ?? new Date(0).toISOString();
    const asked = { knownAt: knownAt?.toISOString() };
    return { after: undefined, at: at?.toISOString(), knownAt: newest, asked, q, entity, status };
  }
}

function readListPlace(cursor: string, { at, knownAt, q, entity, status }: z.output<typeof ListParameters>) {
  const place = readCursor(cursor, ListPlace);
  const then = {
    at: place.at,
    knownAt: place.asked.knownAt,
    q: place.q,
    entity: place.entity,
    status: place.status,
  };
  assertSameQuestion({ at: at?.toISOString(), knownAt: knownAt?.toISOString(), q, entity, status }, then);
  return place;
}
