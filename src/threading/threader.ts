import type pg from 'pg';
import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { StoryEvent, TrackedStory } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import type { AppendRequest, NewEvent, StoredEvent } from '../event-log/stored-event.js';
import type { EventHandler } from '../queue/log-consumer.js';
import { derivedId } from '../shared/ids.js';
import type { Logger } from '../shared/logger.js';
import { decideThreading, threaded } from './decide.js';
import { matchTracked, type ThreadingArticle } from './ruleset.js';
import {
  articlesPublished,
  readMemberships,
  readRevisions,
  ThreadingMemory,
  toAnalysedArticle,
  writeArticles,
  writeMembership,
  writeOpen,
  writeTracked,
  type AnalysedArticle,
  type Membership,
} from './threading-memory.js';

const ACTOR = 'threading';
const BACKFILL_PAGE = 100;

/** A decision's event with what caused it. */
interface Decided {
  readonly event: StoryEvent;
  readonly cause: StoredEvent;
  /** Time on the world's clock. */
  readonly occurredAt: string;
  /** The text that is threaded with this decision. */
  readonly text?: { readonly position: string; readonly articleId: string };
}

/** Reads the log in order and decides, once and for all, which stories each article belongs to. */
export class Threader implements EventHandler {
  readonly name = 'threading';
  readonly batchSize = 100;
  private readonly memory = new ThreadingMemory();

  constructor(
    private readonly log: EventLog,
    private readonly logger: Logger,
  ) {}

  forget(): void {
    this.memory.forget();
  }

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    await this.memory.load(client);
    const decided: Decided[] = [];
    const analysed: StoredEvent[] = [];
    for (const event of events) {
      if (event.type === 'ArticleAnalyzed') {
        if (event.data !== null) analysed.push(event);
        continue;
      }
      if (event.metadata.actor === ACTOR) continue;
      // Whatever is not an analysis may bear on the analyses before and after it: keep the order.
      await this.threadAnalysed(analysed.splice(0), client, decided);
      await this.handleOther(event, client, decided);
    }
    await this.threadAnalysed(analysed, client, decided);
    await this.memory.writeSketches(client);
    await this.append(client, decided);
  }

  private async threadAnalysed(
    events: readonly StoredEvent[],
    client: pg.PoolClient,
    decided: Decided[],
  ): Promise<void> {
    if (events.length === 0) return;
    const ids = events.map((event) => (event.data as ArticleAnalyzed).articleId);
    const memberships = await readMemberships(client, ids);
    const revisions = await readRevisions(client, ids);
    const texts = await this.loadTexts(
      events.map((event) => BigInt((event.data as ArticleAnalyzed).textPosition)),
    );
    const articles: AnalysedArticle[] = [];
    for (const event of events) {
      const analyzed = event.data as ArticleAnalyzed;
      // A revision overtaken by a later one decides nothing any more.
      if ((revisions.get(analyzed.articleId) ?? 0) > analyzed.revision) continue;
      const text = texts.get(BigInt(analyzed.textPosition));
      if (!text) continue;
      const article = toThreadingArticle(text, analyzed, event.occurredAt);
      const known = toAnalysedArticle(analyzed, event.position, event.occurredAt);
      const before = memberships.get(article.articleId) ?? [];
      const decision = decideThreading(
        article,
        known,
        this.memory.tracked.values(),
        this.memory.index,
        before,
      );
      decision.touched.forEach((storyId) => this.memory.touch(storyId));
      memberships.set(article.articleId, [...decision.stories]);
      revisions.set(article.articleId, article.revision);
      articles.push(known);
      const settles = { position: analyzed.textPosition, articleId: article.articleId };
      for (const story of decision.events) {
        decided.push({ event: story, cause: event, occurredAt: event.occurredAt, text: settles });
      }
      await writeMembership(client, article.articleId, decision.stories);
    }
    await writeArticles(client, articles);
  }

  private async handleOther(event: StoredEvent, client: pg.PoolClient, decided: Decided[]): Promise<void> {
    const change = { type: event.type, data: event.data } as StoryEvent;
    switch (change.type) {
      case 'StoryTracked': {
        await writeTracked(client, change.data);
        this.memory.tracked.set(change.data.storyId, change.data);
        await this.backfill(change.data, event, client, decided);
        return;
      }
      case 'StoryClosed':
      case 'StoriesMerged':
        await writeOpen(client, change.data.storyId, false);
        this.memory.tracked.delete(change.data.storyId);
        return;
      case 'StoryReopened': {
        const story = await writeOpen(client, change.data.storyId, true);
        if (story) this.memory.tracked.set(story.storyId, story);
        return;
      }
      case 'ArticleThreaded':
      case 'ArticleUnthreaded':
        await this.applyOthers(change, client);
        return;
      default:
        if (event.type === 'ArticleRetracted' || event.type === 'ArticleErased')
          await this.takeOut(event, client, decided);
    }
  }

  /** A story tracked only now takes up what came before it. */
  private async backfill(
    story: TrackedStory,
    cause: StoredEvent,
    client: pg.PoolClient,
    decided: Decided[],
  ): Promise<void> {
    let found = 0;
    for await (const page of articlesPublished(client, story.profile, BACKFILL_PAGE)) {
      const events = await this.log.readPositions(
        page.flatMap((article) => [article.textPosition, article.analysisPosition]),
      );
      const byPosition = new Map(events.map((event) => [event.position, event]));
      const memberships = await readMemberships(
        client,
        page.map((article) => article.articleId),
      );
      for (const known of page) {
        const text = byPosition.get(known.textPosition)?.data as ArticleRevision | null | undefined;
        const analyzed = byPosition.get(known.analysisPosition)?.data as ArticleAnalyzed | null | undefined;
        if (!text || !analyzed) continue;
        const before = memberships.get(known.articleId) ?? [];
        if (before.some((member) => member.storyId === story.storyId)) continue;
        const article = toThreadingArticle(text, analyzed, known.publishedAt);
        const match = matchTracked(article, story);
        if (!match) continue;
        // Only this story is decided: the article stays where else it is.
        const joins: StoryEvent = {
          type: 'ArticleThreaded',
          data: threaded(article, known, story.storyId, match),
        };
        decided.push({ event: joins, cause, occurredAt: known.publishedAt });
        await writeMembership(client, known.articleId, [
          ...before,
          { storyId: story.storyId, discovered: false },
        ]);
        found += 1;
      }
    }
    if (found > 0)
      this.logger.info(
        { story: story.slug, articles: found },
        'a newly tracked story took up earlier articles',
      );
  }

  /** A retracted or erased article leaves every story it is in. */
  private async takeOut(event: StoredEvent, client: pg.PoolClient, decided: Decided[]): Promise<void> {
    const articleId = event.stream.slice('article-'.length);
    const reason = (event.data as { reason?: string } | null)?.reason ?? event.type;
    const members = (await readMemberships(client, [articleId])).get(articleId) ?? [];
    const { rows } = await client.query<{ published_at: Date }>(
      'delete from dateline.threading_articles where article_id = $1 returning published_at',
      [articleId],
    );
    const publishedAt = rows[0]?.published_at.toISOString() ?? event.occurredAt;
    for (const { storyId } of members) {
      const left: StoryEvent = {
        type: 'ArticleUnthreaded',
        data: { storyId, articleId, reason, publishedAt },
      };
      decided.push({ event: left, cause: event, occurredAt: event.occurredAt });
    }
    await writeMembership(client, articleId, []);
  }

  /** A decision of somebody else's, an editor's: threading goes on from it. */
  private async applyOthers(
    change: StoryEvent & { type: 'ArticleThreaded' | 'ArticleUnthreaded' },
    client: pg.PoolClient,
  ): Promise<void> {
    const { articleId, storyId } = change.data;
    const before = (await readMemberships(client, [articleId])).get(articleId) ?? [];
    const others = before.filter((member) => member.storyId !== storyId);
    const joined: Membership[] =
      change.type === 'ArticleThreaded' ? [{ storyId, discovered: !this.memory.tracked.has(storyId) }] : [];
    await writeMembership(client, articleId, [...others, ...joined]);
  }

  private async loadTexts(positions: readonly bigint[]): Promise<Map<bigint, ArticleRevision>> {
    const events = await this.log.readPositions([...new Set(positions)]);
    return new Map(
      events.flatMap((event) => (event.data ? [[event.position, event.data as ArticleRevision]] : [])),
    );
  }

  private async append(client: pg.PoolClient, decided: readonly Decided[]): Promise<void> {
    const requests = toRequests(decided);
    const results = await this.log.appendIn(client, requests);
    results.forEach((result, i) => {
      if (result.outcome !== 'appended') {
        throw new Error(
          `threading has decided for ${requests[i]!.stream} before (${result.outcome}); its checkpoint is wrong`,
        );
      }
    });
  }
}

function toThreadingArticle(
  text: ArticleRevision,
  analyzed: ArticleAnalyzed,
  publishedAt: string,
): ThreadingArticle {
  const { articleId, revision, title, publisher } = text;
  return { articleId, revision, title, text: text.text, publisher, publishedAt, analysis: analyzed.analysis };
}

/**
 * One request per story, decisions in order within it. The last event of each text's decisions, in the order in which
 * they get their positions, says that the text is settled: whoever has read up to there has read all of them.
 */
function toRequests(decided: readonly Decided[]): AppendRequest[] {
  const streams = new Map<string, Decided[]>();
  for (const decision of decided) {
    const stream = `story-${decision.event.data.storyId}`;
    const of = streams.get(stream);
    if (of) of.push(decision);
    else streams.set(stream, [decision]);
  }
  const lastOf = new Map<string, Decided>();
  for (const decisions of streams.values()) {
    for (const decision of decisions) if (decision.text) lastOf.set(decision.text.position, decision);
  }
  return [...streams].map(([stream, decisions]) => ({
    stream,
    expectedVersion: 'any',
    events: decisions.map((decision) => toNewEvent(decision, lastOf)),
    metadata: { actor: ACTOR },
  }));
}

function toNewEvent(decision: Decided, lastOf: Map<string, Decided>): NewEvent {
  const { event, cause, occurredAt, text } = decision;
  const articleId = 'articleId' in event.data ? event.data.articleId : '';
  return {
    id: derivedId('decided', event.type, event.data.storyId, articleId, cause.id),
    type: event.type,
    data: event.data,
    occurredAt,
    metadata: {
      causationId: cause.id,
      correlationId: cause.metadata.correlationId,
      ...(text && lastOf.get(text.position) === decision ? { settles: [text] } : {}),
    },
  };
}
