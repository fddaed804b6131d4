import { Controller, Get, Inject, Optional, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { StoryStates } from '../projections/story-state/story-states.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answer } from '../shared/http/answer.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { isStoryName, storyNotFound } from '../shared/http/not-found.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import { parameters, storyName } from '../shared/http/parameters.js';
import { PUBLIC_URL } from '../shared/http/public-url.js';
import { atomFeed, jsonFeed, type StoryFeed } from './feeds.js';

const ENTRIES = 50;
const FeedParameters = parameters({});
type FeedQuery = z.output<typeof FeedParameters>;

const description = 'The newest 50 changes, newest first. Answers conditional requests; ids never change.';
const JsonFeedAnswer = z
  .looseObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    items: z.array(z.looseObject({ id: z.string(), url: z.string(), content_text: z.string() })),
  })
  .meta({ id: 'JsonFeed', description: 'https://www.jsonfeed.org/version/1.1/' });

@Section('subscriptions')
@Controller('v1/stories/:story')
@Scope('read')
export class FeedsController {
  constructor(
    private readonly states: StoryStates,
    @Optional() @Inject(PUBLIC_URL) private readonly publicUrl?: string,
  ) {}

  @Get('feed.atom')
  @Describe({
    id: 'atomFeed',
    summary: 'The changes of a story as Atom',
    description,
    answers: { ...notModified, 200: { mediaType: 'application/atom+xml' } },
    problems: [400, 404],
  })
  atom(
    @Param('story', { schema: storyName }) story: string,
    @Query({ schema: FeedParameters, pipes: [ParametersPipe] }) _query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(story, request, reply, atomFeed, 'application/atom+xml; charset=utf-8');
  }

  @Get('feed.json')
  @Describe({
    id: 'jsonFeed',
    summary: 'The changes of a story as JSON Feed',
    description,
    answers: {
      ...notModified,
      200: { mediaType: 'application/feed+json', schema: JsonFeedAnswer },
    },
    problems: [400, 404],
  })
  json(
    @Param('story', { schema: storyName }) story: string,
    @Query({ schema: FeedParameters, pipes: [ParametersPipe] }) _query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(story, request, reply, jsonFeed, 'application/feed+json; charset=utf-8');
  }

  private async send(
    story: string,
    request: FastifyRequest,
    reply: FastifyReply,
    write: (feed: StoryFeed) => string,
    contentType: string,
  ): Promise<void> {
    const feed = await this.feedOf(story, request);
    answer(request, reply, write(feed), { contentType, lastModified: new Date(feed.updated) });
  }

  private async feedOf(name: string, request: FastifyRequest): Promise<StoryFeed> {
    const state = isStoryName(name) ? await this.states.state(name, {}) : null;
    if (!state) throw storyNotFound(name);
    const { version, storyId, slug } = state;
    const changes = (await this.states.versions(storyId, version - ENTRIES, ENTRIES)).reverse();
    const newest = changes[0]!;
    return {
      base: this.publicUrl ?? `${request.protocol}://${request.host}`,
      storyId,
      slug,
      title: newest.title,
      updated: newest.recordedAt,
      changes,
    };
  }
}
