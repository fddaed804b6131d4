import type { ArticleAnalyzed, ArticleRevision } from '../../src/domain/article.js';
import type { ArticleThreaded, StoryEvent } from '../../src/domain/story.js';
import { passageText, printOf } from '../../src/domain/text-print.js';
import type { EventLog } from '../../src/event-log/event-log.js';
import type { AppendRequest, NewEvent } from '../../src/event-log/stored-event.js';
import { derivedId } from '../../src/shared/ids.js';
import { generateArticle, newCast, type Cast, type GeneratedArticle } from './articles.js';
import type { Random } from './random.js';

/** A story to be, with the articles that it has so far. */
export interface BenchStory {
  readonly id: string;
  readonly slug: string;
  readonly cast: Cast;
  /** Its life on the world's clock. */
  readonly from: Date;
  readonly to: Date;
  readonly articles: number;
}

/** What the pipeline takes up at once: so are its events mixed in the log. */
const BATCH = 16;
const APPEND = 400;

export function newStory(random: Random, slug: string, articles: number): BenchStory {
  const from = new Date('2022-01-01T06:00:00Z');
  // An article every three hours, whatever the length.
  const to = new Date(from.getTime() + articles * 3 * 3_600_000);
  return { id: derivedId('bench story', slug), slug, cast: newCast(random), from, to, articles };
}

/**
 * Writes stories into the log as the pipeline does: texts, their analyses, the decisions where they belong. Articles
 * of all stories are mixed and come in the order of their publication.
 *
 * @returns the number of events
 */
export async function writeStories(
  log: EventLog,
  random: Random,
  stories: readonly BenchStory[],
): Promise<number> {
  const writer = new LogWriter(log);
  await writer.open();
  for (const story of stories) writer.add(`story-${story.id}`, tracked(story), story.from);
  const due = stories.flatMap((story) =>
    Array.from({ length: story.articles }, (_, i) => {
      const share = (i + random.next()) / story.articles;
      return {
        story,
        at: new Date(story.from.getTime() + share * (story.to.getTime() - story.from.getTime())),
      };
    }),
  );
  due.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (let i = 0; i < due.length; i += BATCH) {
    const batch = due.slice(i, i + BATCH).map(({ story, at }, k) => {
      const article = generateArticle(random, story.cast, at);
      return { story, article, id: derivedId('bench article', story.slug, String(i + k)) };
    });
    const texts = batch.map(({ article, id }) =>
      writer.add(`article-${id}`, ingested(id, article), article.publishedAt),
    );
    const analyses = batch.map(({ article, id }, k) =>
      writer.add(`article-${id}`, analyzed(id, texts[k]!, article), article.publishedAt),
    );
    batch.forEach(({ story, article, id }, k) => {
      const settles = [{ position: String(texts[k]!), articleId: id }];
      const event = threaded(story, id, texts[k]!, analyses[k]!, article);
      writer.add(`story-${story.id}`, event, article.publishedAt, { settles });
    });
    await writer.flushFull();
  }
  return writer.flush();
}

/** Knows the position that each event is going to have: nobody else writes meanwhile. */
class LogWriter {
  private position = 0n;
  private written = 0;
  private requests: AppendRequest[] = [];

  constructor(private readonly log: EventLog) {}

  async open(): Promise<void> {
    this.position = (await this.log.head()).position;
  }

  add(
    stream: string,
    event: Pick<NewEvent, 'type' | 'data'>,
    at: Date | string,
    metadata?: NewEvent['metadata'],
  ): bigint {
    this.position += 1n;
    const occurredAt = typeof at === 'string' ? at : at.toISOString();
    const id = derivedId('bench event', String(this.position));
    this.requests.push({
      stream,
      expectedVersion: 'any',
      events: [{ id, type: event.type, data: event.data, occurredAt, ...(metadata ? { metadata } : {}) }],
      metadata: { actor: 'bench', correlationId: id },
    });
    return this.position;
  }

  async flushFull(): Promise<void> {
    if (this.requests.length >= APPEND) await this.flush();
  }

  /** Streams are distinct within a call, so a stream that comes again begins the next. */
  async flush(): Promise<number> {
    const calls: AppendRequest[][] = [[]];
    let streams = new Set<string>();
    for (const request of this.requests) {
      const last = calls.at(-1)!.at(-1);
      if (last?.stream === request.stream) {
        calls.at(-1)![calls.at(-1)!.length - 1] = { ...last, events: [...last.events, ...request.events] };
        continue;
      }
      if (streams.has(request.stream)) {
        calls.push([]);
        streams = new Set();
      }
      streams.add(request.stream);
      calls.at(-1)!.push(request);
    }
    for (const call of calls) await this.log.appendAll(call);
    this.written += this.requests.length;
    this.requests = [];
    return this.written;
  }
}

function tracked({ id, slug, cast }: BenchStory): StoryEvent {
  const profile = { anyOf: cast.people.map(({ name }) => name), allOf: [], noneOf: [] };
  return {
    type: 'StoryTracked',
    data: { storyId: id, slug, title: `The story ${slug}`, description: 'A benchmark.', profile },
  };
}

function ingested(
  articleId: string,
  { title, text, publisher, publishedAt }: GeneratedArticle,
): { type: string; data: ArticleRevision } {
  const data = { articleId, revision: 1, title, text, publisher, publishedAt, contentHash: articleId };
  return { type: 'ArticleIngested', data: { ...data, url: `https://news.example/${articleId}` } };
}

function analyzed(
  articleId: string,
  textPosition: bigint,
  article: GeneratedArticle,
): { type: string; data: ArticleAnalyzed } {
  const { text, passages, entities, developments, figures, claims } = article;
  const analysis = {
    analyzer: { name: 'bench', version: 1 },
    language: 'en',
    passages,
    entities,
    developments,
    figures,
    claims,
    relays: [],
    print: printOf(passageText(text, passages)),
  };
  return {
    type: 'ArticleAnalyzed',
    data: { articleId, revision: 1, textPosition: String(textPosition), analysis, models: [] },
  };
}

function threaded(
  story: BenchStory,
  articleId: string,
  textPosition: bigint,
  analysisPosition: bigint,
  { passages, publishedAt }: GeneratedArticle,
): { type: string; data: ArticleThreaded } {
  return {
    type: 'ArticleThreaded',
    data: {
      storyId: story.id,
      articleId,
      revision: 1,
      role: 'primary',
      score: 0.8,
      passages: passages.map(({ start, end }) => ({ start, end })),
      reasons: [{ kind: 'profile-term', text: story.cast.people[0]!.name, weight: 0.5 }],
      ruleset: { name: 'bench', version: 1 },
      publishedAt,
      textPosition: String(textPosition),
      analysisPosition: String(analysisPosition),
    },
  };
}
