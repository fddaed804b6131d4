import { setTimeout as sleep } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import {
  absentArticle,
  evolveArticle,
  takeIn,
  type ArticleEvent,
  type ArticleState,
  type TakeInOutcome,
} from '../domain/article.js';
import { EventLog } from '../event-log/event-log.js';
import type { AppendRequest, AppendResult, NewEvent, StoredEvent } from '../event-log/stored-event.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { derivedId } from '../shared/ids.js';
import { PG_POOL } from '../shared/pg.js';
import { Problem } from '../shared/problem.js';
import { findArticleIds, type KnownId } from './article-ids.js';
import { contentHash, type PreparedArticle } from './prepare-article.js';

/** Each attempt lost means that another writer of the same article won, so this is as many writers as may meet. */
const MAX_ATTEMPTS = 64;

export interface TakenIn {
  readonly id: string;
  readonly revision: number;
  readonly outcome: TakeInOutcome;
  /** Of the event that holds this revision. */
  readonly position: string;
}

/** Who takes in, and in whose request. */
export interface TakeInContext {
  readonly actor: string;
  readonly correlationId?: string;
  /** Of a request with an `Idempotency-Key`: kept with what it appends, by which a repeated one knows its own work. */
  readonly once?: string;
}

/** Whether an event is the work of the very request that is being made again. */
export const isOwnWork = ({ metadata }: StoredEvent, { once }: TakeInContext): boolean =>
  once !== undefined && metadata.once === once;

/** Takes articles in: the one way into the log for all of them. Answers in their order, a problem for those refused. */
export class TakeInArticles extends Command<(TakenIn | Problem)[]> {
  constructor(
    readonly articles: readonly PreparedArticle[],
    readonly context: TakeInContext,
  ) {
    super();
  }
}

@CommandHandler(TakeInArticles)
export class TakeInArticlesHandler implements ICommandHandler<TakeInArticles> {
  constructor(
    @Inject(PG_POOL) private readonly pool: pg.Pool,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ articles, context }: TakeInArticles): Promise<(TakenIn | Problem)[]> {
    const ids = await findArticleIds(this.pool, articles);
    const results: (TakenIn | Problem | undefined)[] = ids.map((id) =>
      id instanceof Problem ? id : undefined,
    );
    let first = true;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const open = articles.flatMap((article, i) =>
        results[i] ? [] : [{ i, article, id: ids[i] as KnownId }],
      );
      if (open.length === 0) break;
      if (!first) await sleep(Math.random() * Math.min(50, 2 * attempt));
      const streams = await this.read(open.map(({ id }) => id).filter((id) => !first || !id.fresh));
      const now = this.clock.now();
      const drafts = new Map<string, Draft>();
      for (const { i, article, id } of open) {
        const draft =
          drafts.get(id.articleId) ??
          new Draft(id.articleId, streams.get(streamOf(id.articleId)) ?? [], now, context);
        drafts.set(id.articleId, draft);
        results[i] = draft.add(i, article);
      }
      await this.write([...drafts.values()], results);
      first = false;
    }
    return results.map((result) => result ?? busy());
  }

  private async read(ids: readonly KnownId[]): Promise<Map<string, StoredEvent[]>> {
    const streams = [...new Set(ids.map(({ articleId }) => streamOf(articleId)))];
    return streams.length === 0 ? new Map() : this.log.readStreams(streams);
  }

  /** Appends the drafts and fills in the results of those that got in; the others are decided again on what is there. */
  private async write(drafts: readonly Draft[], results: (TakenIn | Problem | undefined)[]): Promise<void> {
    const changed = drafts.filter((draft) => draft.events.length > 0);
    const requests = changed.map((draft) => draft.request());
    // A single one goes together with whatever else this process appends meanwhile.
    const appended =
      requests.length === 1 ? [await this.log.append(requests[0]!)] : await this.log.appendAll(requests);
    changed.forEach((draft, k) => draft.settle(appended[k]!, results));
  }
}

const streamOf = (articleId: string): string => `article-${articleId}`;

/** What the request that appended such an event was answered. */
const OUTCOMES = { ArticleIngested: 'created', ArticleRevised: 'revised' } as const;

/** What is to be appended to one article's stream: more than one revision when it comes twice in a batch. */
class Draft {
  readonly events: NewEvent[] = [];
  private state: ArticleState;
  /** The newest revision in the log. */
  private newest: StoredEvent | undefined;
  private readonly waiting: { i: number; event: number; revision: number; outcome: TakeInOutcome }[] = [];

  constructor(
    private readonly articleId: string,
    private readonly stored: readonly StoredEvent[],
    private readonly now: Date,
    private readonly context: TakeInContext,
  ) {
    this.state = stored.reduce((state, storedEvent) => {
      const { type, data } = storedEvent;
      const event = { type, data } as ArticleEvent;
      // An erased text tells nothing any more; the event that erased it follows.
      if (data === null && event.type !== 'ArticleErased') return state;
      if (event.type === 'ArticleIngested' || event.type === 'ArticleRevised') this.newest = storedEvent;
      return evolveArticle(state, event);
    }, absentArticle as ArticleState);
  }

  /** The article's result, or `undefined` when it depends on the append. */
  add(i: number, article: PreparedArticle): TakenIn | Problem | undefined {
    const fields = this.complete(article);
    try {
      const decided = takeIn(this.state, {
        ...fields,
        articleId: this.articleId,
        contentHash: contentHash(fields),
      });
      const { outcome, revision } = decided;
      for (const event of decided.events) {
        this.state = evolveArticle(this.state, event);
        this.events.push(this.newEvent(event, fields.publishedAt));
      }
      if (this.events.length > 0) {
        this.waiting.push({ i, event: this.events.length - 1, revision, outcome });
        return undefined;
      }
      const newest = this.newest!;
      const lost = isOwnWork(newest, this.context);
      return {
        id: this.articleId,
        revision,
        outcome: lost ? OUTCOMES[newest.type as keyof typeof OUTCOMES] : outcome,
        position: newest.position.toString(),
      };
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  request(): AppendRequest {
    const expectedVersion = this.stored.at(-1)?.version ?? 0;
    return {
      stream: streamOf(this.articleId),
      expectedVersion,
      events: this.events,
      metadata: { ...this.context },
    };
  }

  /** After a conflict, and after a duplicate, whose later events may be missing, the log has something new to say. */
  settle({ outcome, positions }: AppendResult, results: (TakenIn | Problem | undefined)[]): void {
    if (outcome !== 'appended') return;
    for (const item of this.waiting) {
      results[item.i] = {
        id: this.articleId,
        revision: item.revision,
        outcome: item.outcome,
        position: positions[item.event]!.toString(),
      };
    }
  }

  /** An article is not another one for being sent by one of its two addresses only. */
  private complete(article: PreparedArticle): PreparedArticle {
    if (this.state.status === 'absent') return article;
    return {
      ...article,
      url: article.url ?? this.state.url,
      externalId: article.externalId ?? this.state.externalId,
    };
  }

  private newEvent(event: ArticleEvent, publishedAt: string): NewEvent {
    const { revision, contentHash: hash } = event.data as { revision: number; contentHash: string };
    // What claims to be from the future was reported by now; the claim itself stays in the data.
    const occurredAt = publishedAt > this.now.toISOString() ? this.now.toISOString() : publishedAt;
    return {
      id: derivedId(this.articleId, String(revision), hash),
      type: event.type,
      data: event.data,
      occurredAt,
    };
  }
}

function busy(): Problem {
  const detail = 'Too many others are changing this article. Send it again in a moment.';
  return new Problem(503, 'busy', 'Too many writers', detail, {}, { 'retry-after': '1' });
}
