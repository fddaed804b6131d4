import type pg from 'pg';
import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { StoryEvent, TrackedStory } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import type { StoredEvent } from '../event-log/stored-event.js';
import type { EventHandler } from '../queue/log-consumer.js';
import type { Logger } from '../shared/logger.js';
import { backfill } from './backfill.js';
import { decideThreading } from './decide.js';
import { ACTOR, toRequests, type Decided } from './decided.js';
import { Dormancy, type DormancyChange } from './dormancy.js';
import { mergeChanges, mergeSmallStories } from './merge-stories.js';
import { inNewsOrder } from './news-order.js';
import { threadingArticle } from './reading.js';
import { FEW_ARTICLES } from './ruleset.js';
import { SecondLooks } from './second-looks.js';
import {
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

/** Events of others after which an analysis may be decided differently than before. */
const BEARING = new Set([
  ...[
    'StoryTracked',
    'StoryClosed',
    'StoriesMerged',
    'StoryReopened',
    'ArticleThreaded',
    'ArticleUnthreaded',
  ],
  ...['ArticleRetracted', 'ArticleErased'],
]);

/** Reads the log in order and decides, once and for all, which stories each article belongs to. */
export class Threader implements EventHandler {
  readonly name = 'threading';
  readonly batchSize = 100;
  private readonly memory: ThreadingMemory;
  private readonly dormancy = new Dormancy();
  private readonly secondLooks = new SecondLooks();

  constructor(
    private readonly log: EventLog,
    private readonly logger: Logger,
  ) {
    this.memory = new ThreadingMemory(log, logger);
  }

  forget(): void {
    this.memory.forget();
    this.dormancy.forget();
    this.secondLooks.forget();
  }

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    const batch = events.at(-1)!.position;
    await this.memory.load(client, batch);
    await this.dormancy.load(client);
    await this.secondLooks.load(client);
    const decided: Decided[] = [];
    const analysed: StoredEvent[] = [];
    for (const event of events) {
      if (event.type === 'ArticleAnalyzed') {
        if (event.data !== null) analysed.push(event);
        continue;
      }
      if (event.metadata.actor === ACTOR) continue;
      this.leaveAlone(event);
      if (!BEARING.has(event.type)) continue;
      // Analyses before and after it keep their order.
      await this.threadAnalysed(analysed.splice(0), client, decided);
      await this.handleOther(event, client, decided);
    }
    await this.threadAnalysed(analysed, client, decided);
    await this.memory.writeSketches(client, batch);
    await this.dormancy.write(client);
    await this.secondLooks.write(client);
    await this.append(client, decided);
  }

  private async threadAnalysed(
    analyses: readonly StoredEvent[],
    client: pg.PoolClient,
    decided: Decided[],
  ): Promise<void> {
    if (analyses.length === 0) return;
    const events = inNewsOrder(analyses);
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
      const article = threadingArticle(text, analyzed, event.occurredAt);
      const known = toAnalysedArticle(analyzed, event.position, event.occurredAt);
      let before = memberships.get(article.articleId) ?? [];
      const settles = { position: analyzed.textPosition, articleId: article.articleId };
      const note = (changes: readonly DormancyChange[]): void => {
        for (const change of changes) decided.push({ ...change, cause: event, text: settles });
      };
      // First the news comes to this day, then the article is read: after a long silence it wakes its story.
      note(this.dormancy.advance(event.occurredAt));
      const waiting = this.secondLooks.take(this.dormancy.today);
      if (waiting.length > 0) {
        await writeArticles(client, articles.splice(0));
        await this.lookAgain(waiting, event, client, decided, memberships);
        before = memberships.get(article.articleId) ?? [];
      }
      const decision = decideThreading(
        article,
        known,
        this.memory.tracked.values(),
        this.memory.index,
        before,
      );
      decision.touched.forEach((storyId) => this.touch(storyId));
      memberships.set(article.articleId, [...decision.stories]);
      revisions.set(article.articleId, article.revision);
      articles.push(known);
      for (const story of decision.events) {
        decided.push({ event: story, cause: event, occurredAt: event.occurredAt, text: settles });
      }
      await writeMembership(client, article.articleId, decision.stories);
      for (const { storyId } of decision.stories) {
        note(this.joined(storyId, article.articleId, article.publishedAt));
      }
      const left = decision.events.filter(({ type }) => type === 'ArticleUnthreaded');
      if (left.length > 0) await writeArticles(client, articles.splice(0));
      for (const { data } of left) note(await this.dormancy.leave(data.storyId, client));
    }
    await writeArticles(client, articles);
  }

  private async handleOther(event: StoredEvent, client: pg.PoolClient, decided: Decided[]): Promise<void> {
    const change = { type: event.type, data: event.data } as StoryEvent;
    switch (change.type) {
      case 'StoryTracked': {
        await writeTracked(client, change.data);
        this.memory.tracked.set(change.data.storyId, change.data);
        await this.takeUp(change.data, event, client, decided);
        return;
      }
      case 'StoryClosed':
      case 'StoriesMerged':
        await writeOpen(client, change.data.storyId, false);
        this.dormancy.mark(change.data.storyId, false);
        this.memory.tracked.delete(change.data.storyId);
        return;
      case 'StoryReopened': {
        this.dormancy.mark(change.data.storyId, true);
        const story = await writeOpen(client, change.data.storyId, true);
        if (story) this.memory.tracked.set(story.storyId, story);
        return;
      }
      case 'ArticleThreaded':
      case 'ArticleUnthreaded':
        await this.applyOthers(change, event, client, decided);
        return;
      default:
        await this.takeOut(event, client, decided);
    }
  }

  /** A discovered story has a new article. */
  private touch(storyId: string): void {
    this.memory.touch(storyId);
    if (this.memory.index.articlesIn(storyId) > FEW_ARTICLES) this.secondLooks.settle(storyId);
    else this.secondLooks.defer(storyId, this.dormancy.today);
  }

  /** What somebody has decided about a story, no second look undoes. */
  private leaveAlone({ stream, data }: StoredEvent): void {
    if (!stream.startsWith('story-')) return;
    const { storyId, into, intoStoryId } = (data ?? {}) as Partial<
      Record<'storyId' | 'into' | 'intoStoryId', string>
    >;
    for (const id of [storyId, into, intoStoryId]) if (id !== undefined) this.secondLooks.settle(id);
  }

  /** Merges discovered stories of few articles into others where they belong there by now. */
  private async lookAgain(
    storyIds: readonly string[],
    cause: StoredEvent,
    client: pg.PoolClient,
    decided: Decided[],
    memberships: Map<string, Membership[]>,
  ): Promise<void> {
    const mergedAt = new Date(this.dormancy.today).toISOString();
    for (const merge of await mergeSmallStories(storyIds, client, this.log, this.memory)) {
      const { storyId, into, members } = merge;
      this.dormancy.mark(storyId, false);
      for (const change of mergeChanges(merge, mergedAt)) decided.push({ ...change, cause });
      for (const { article, stories } of members) {
        const { articleId, publishedAt } = article;
        if (memberships.has(articleId)) memberships.set(articleId, stories);
        for (const change of this.joined(into, articleId, publishedAt)) decided.push({ ...change, cause });
      }
      this.logger.info({ storyId, into, articles: members.length }, 'a story was merged on a second look');
    }
  }

  private joined(storyId: string, articleId: string, publishedAt: string): DormancyChange[] {
    const before = this.dormancy.lastOf(storyId);
    this.dormancy.join(storyId, publishedAt);
    return this.dormancy.settle(storyId, before, articleId);
  }

  /** A story tracked only now takes up what came before it. */
  private async takeUp(
    story: TrackedStory,
    cause: StoredEvent,
    client: pg.PoolClient,
    decided: Decided[],
  ): Promise<void> {
    let articles = 0;
    for await (const joining of backfill(story, client, this.log)) {
      decided.push({ ...joining, cause });
      this.dormancy.join(story.storyId, joining.occurredAt);
      articles += 1;
    }
    for (const change of this.dormancy.settle(story.storyId, undefined, ''))
      decided.push({ ...change, cause });
    if (articles > 0)
      this.logger.info({ story: story.slug, articles }, 'a newly tracked story took up earlier articles');
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
    for (const { storyId } of members) {
      for (const change of await this.dormancy.leave(storyId, client))
        decided.push({ ...change, cause: event });
    }
  }

  /** A decision of somebody else's, an editor's: threading goes on from it. */
  private async applyOthers(
    change: StoryEvent & { type: 'ArticleThreaded' | 'ArticleUnthreaded' },
    cause: StoredEvent,
    client: pg.PoolClient,
    decided: Decided[],
  ): Promise<void> {
    const { articleId, storyId, publishedAt } = change.data;
    const before = (await readMemberships(client, [articleId])).get(articleId) ?? [];
    const others = before.filter((member) => member.storyId !== storyId);
    const joined: Membership[] =
      change.type === 'ArticleThreaded' ? [{ storyId, discovered: !this.memory.tracked.has(storyId) }] : [];
    await writeMembership(client, articleId, [...others, ...joined]);
    const changes =
      change.type === 'ArticleThreaded'
        ? this.joined(storyId, articleId, publishedAt)
        : await this.dormancy.leave(storyId, client);
    for (const dormancy of changes) decided.push({ ...dormancy, cause });
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
