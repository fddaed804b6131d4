import type { Analysis } from '../../src/domain/statements.js';
import type { ArticleThreaded, StoryEvent } from '../../src/domain/story.js';
import { ArticlesProjector } from '../../src/projections/articles/articles.projector.js';
import { Positions } from '../../src/projections/positions.js';
import { ReferencedEvents } from '../../src/projections/story-state/story-events.js';
import { StoryStateProjector } from '../../src/projections/story-state/story-state.projector.js';
import { LogConsumer } from '../../src/queue/log-consumer.js';
import type { Resources } from '../../src/resources.js';
import { derivedId } from '../../src/shared/ids.js';

export interface Filed {
  /** Which article; the same again with another revision is a revision. */
  readonly name: string;
  readonly revision?: number;
  readonly publishedAt: string;
  readonly publisher?: string;
  readonly title?: string;
  /** A sentence with a number in front of it: "120 ships wait". */
  readonly count?: number;
  /** Where the ships wait, and who speaks. */
  readonly place?: string;
  readonly speaker?: string;
}

/**
 * Writes what ingestion, analysis and threading would have written for invented articles, and folds it: for tests of
 * what comes after. Each report makes one development, one figure and one claim.
 */
export class Newsroom {
  private readonly consumers: readonly LogConsumer[];
  private readonly positions: Positions;

  constructor(private readonly resources: Resources) {
    const { pool, log, logger } = resources;
    const handlers = [new StoryStateProjector(new ReferencedEvents(log), logger), new ArticlesProjector()];
    this.consumers = handlers.map((handler) => new LogConsumer(pool, log, handler, logger));
    this.positions = new Positions(pool, logger);
  }

  storyId = (slug: string): string => derivedId('test-story', slug);
  articleId = (name: string): string => derivedId('test-article', name);

  async track(slug: string, title = `About ${slug}`): Promise<string> {
    const storyId = this.storyId(slug);
    const profile = { anyOf: ['harbour'], allOf: [], noneOf: [] };
    await this.storyEvent({
      type: 'StoryTracked',
      data: { storyId, slug, title, description: 'Ships and those who wait for them', profile },
    });
    return storyId;
  }

  /** Files an article in a story; its change is the newest version of the story. */
  async file(slug: string, filed: Filed): Promise<string> {
    const { name, revision = 1, publishedAt, publisher = 'The Harbour Post', count = 120 } = filed;
    const { place = 'Port Meridian', speaker = 'Ada Quill' } = filed;
    const articleId = this.articleId(name);
    const title = filed.title ?? `Ships wait: ${name}`;
    const text = `${count} ships waited off ${place} on Tuesday.\n"The harbour is full," said ${speaker}.`;
    const stream = `article-${articleId}`;
    const data = {
      articleId,
      revision,
      title,
      text,
      publisher,
      publishedAt,
      contentHash: `${name}-${revision}`,
    };
    const type = revision === 1 ? 'ArticleIngested' : 'ArticleRevised';
    const textPosition = await this.append(stream, type, data, publishedAt);
    const analysis = analyse(text, count, publishedAt, place, speaker);
    const analyzed = { articleId, revision, textPosition, analysis };
    const analysisPosition = await this.append(stream, 'ArticleAnalyzed', analyzed, publishedAt);
    const threaded: ArticleThreaded = {
      storyId: this.storyId(slug),
      articleId,
      revision,
      role: 'primary',
      score: 0.8,
      passages: analysis.passages.map(({ start, end }) => ({ start, end })),
      reasons: [{ kind: 'profile-term', text: 'speaks of the harbour', weight: 0.8 }],
      ruleset: { name: 'invented', version: 1 },
      publishedAt,
      textPosition,
      analysisPosition,
    };
    await this.storyEvent({ type: 'ArticleThreaded', data: threaded }, [
      { position: textPosition, articleId },
    ]);
    return articleId;
  }

  async storyEvent(
    event: StoryEvent,
    settles: readonly { position: string; articleId: string }[] = [],
  ): Promise<string> {
    const at = 'publishedAt' in event.data ? event.data.publishedAt : new Date().toISOString();
    return this.append(`story-${event.data.storyId}`, event.type, event.data, at, { settles });
  }

  /** Folds all there is. The API notices within a moment; send `minPosition` to be sure. */
  async fold(): Promise<void> {
    for (const consumer of this.consumers) await consumer.catchUp();
    await this.positions.look();
  }

  async head(): Promise<bigint> {
    return (await this.resources.log.head()).position;
  }

  private async append(
    stream: string,
    type: string,
    data: unknown,
    occurredAt: string,
    more: object = {},
  ): Promise<string> {
    const { positions } = await this.resources.log.append({
      stream,
      expectedVersion: 'any',
      events: [{ id: derivedId(stream, type, JSON.stringify(data)), type, data, occurredAt }],
      metadata: { actor: 'test', ...more },
    });
    return positions[0]!.toString();
  }
}

function analyse(text: string, count: number, publishedAt: string, place: string, speaker: string): Analysis {
  const end = text.indexOf('\n');
  const first = { start: 0, end };
  const second = { start: end + 1, end: text.length };
  const day = publishedAt.slice(0, 10);
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return {
    analyzer: { name: 'invented', version: 1 },
    language: 'en',
    passages: [
      { ...first, kind: 'paragraph', sentences: [first] },
      { ...second, kind: 'paragraph', sentences: [second] },
    ],
    entities: [
      { name: place, type: 'place', aliases: [], mentions: [span(place)] },
      {
        name: speaker,
        type: 'person',
        aliases: [],
        role: 'harbour master',
        mentions: [span(speaker)],
      },
    ],
    developments: [
      {
        ...first,
        date: { from: day, to: day, precision: 'day' },
        status: 'happened',
        entities: [0],
        salience: 0.9,
        passage: 0,
      },
    ],
    figures: [
      {
        ...first,
        value: count,
        unit: 'ships',
        subject: `ships off ${place}`,
        valueSpan: span(String(count)),
        salience: 0.8,
        passage: 0,
      },
    ],
    claims: [
      {
        ...span('The harbour is full,'),
        speaker,
        entity: 1,
        anonymous: false,
        quoted: true,
        kind: 'statement',
        saidOn: day,
        salience: 0.7,
        passage: 1,
      },
    ],
    relays: [],
  };
}
