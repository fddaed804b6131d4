import type pg from 'pg';
import type { ArticleAnalyzed, ArticleRevision } from '../../domain/article.js';
import type { EmbeddingAnswer, StatementsAnswer } from '../../domain/model-answer.js';
import type { Analysis } from '../../domain/statements.js';
import type { ArticleOrigin } from '../../domain/story-state.js';
import type { ArticleThreaded, StoryEvent } from '../../domain/story.js';
import type { EventLog } from '../../event-log/event-log.js';
import type { StoredEvent } from '../../event-log/stored-event.js';
import { findCopies, originOf, type ArticleCopy } from './copies.js';

export interface RevisionView extends Omit<ArticleRevision, 'articleId' | 'revision' | 'text' | 'title'> {
  readonly revision: number;
  readonly title: string | null;
  /** Null when it was erased. */
  readonly text: string | null;
  readonly position: string;
  readonly recordedAt: string;
}

/** A story the article is in, and why. */
export interface ArticleStory extends Omit<
  ArticleThreaded,
  'articleId' | 'textPosition' | 'analysisPosition' | 'publishedAt'
> {
  readonly position: string;
  readonly recordedAt: string;
}

/** What models were asked beside, and what became of it; vectors stay in the log. */
export interface ArticleAnalysis extends Omit<Analysis, 'print'> {
  readonly revision: number;
  readonly models: readonly (StatementsAnswer | Omit<EmbeddingAnswer, 'vector'>)[];
}

export interface ArticleView {
  readonly id: string;
  readonly status: 'present' | 'retracted' | 'erased';
  /** The newest. */
  readonly revision: number;
  /** Oldest first. */
  readonly revisions: readonly RevisionView[];
  /** Of the newest revision analysed; null while none is. */
  readonly analysis: ArticleAnalysis | null;
  /** Whose reporting it is, when not its publisher's. */
  readonly origin: ArticleOrigin | null;
  /** Articles of the weeks around it that have much of its text, earliest first, whatever stories they are in. */
  readonly copies: readonly ArticleCopy[];
  readonly stories: readonly ArticleStory[];
}

/** Answers what is known of one article, straight from its stream: articles have few events. */
export class Articles {
  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
  ) {}

  async find(id: string): Promise<ArticleView | null> {
    const events = await this.log.readStream(`article-${id}`);
    if (events.length === 0) return null;
    const revisions: RevisionView[] = [];
    let analysed: { readonly data: ArticleAnalyzed; readonly publishedAt: string } | null = null;
    let status: ArticleView['status'] = 'present';
    for (const event of events) {
      if (event.type === 'ArticleIngested' || event.type === 'ArticleRevised') {
        status = 'present';
        revisions.push(toRevision(event, revisions.length + 1));
      } else if (event.type === 'ArticleAnalyzed' && event.data) {
        const data = event.data as ArticleAnalyzed;
        if (!analysed || data.revision >= analysed.data.revision)
          analysed = { data, publishedAt: event.occurredAt };
      } else if (event.type === 'ArticleRetracted') {
        status = 'retracted';
      } else if (event.type === 'ArticleErased') {
        status = 'erased';
      }
    }
    const copies = analysed && status === 'present' ? await this.copies(id, analysed) : [];
    const article = { id, publisher: revisions.at(-1)!.publisher, publishedAt: analysed?.publishedAt ?? '' };
    return {
      id,
      status,
      revision: revisions.length,
      revisions,
      analysis: analysed && toAnalysis(analysed.data),
      origin: originOf(article, analysed?.data.analysis.relays ?? [], copies),
      copies,
      stories: await this.stories(id),
    };
  }

  private async copies(
    id: string,
    { data, publishedAt }: { readonly data: ArticleAnalyzed; readonly publishedAt: string },
  ): Promise<ArticleCopy[]> {
    const found = await findCopies(this.pool, id, data.analysis.print ?? '', publishedAt);
    const streams = await this.log.readStreams(found.map(({ articleId }) => `article-${articleId}`));
    return found.flatMap((copy) => {
      const events = streams.get(`article-${copy.articleId}`);
      const last = events?.findLast(({ type }) => type !== 'ArticleAnalyzed');
      // What was retracted or erased is nobody's copy any more.
      const there = last?.type === 'ArticleIngested' || last?.type === 'ArticleRevised';
      const data = there ? (last.data as ArticleRevision | null) : null;
      const analysed = events?.findLast(({ type }) => type === 'ArticleAnalyzed')
        ?.data as ArticleAnalyzed | null;
      const relays = analysed?.analysis.relays[0];
      return data ? [{ ...copy, publisher: data.publisher, ...(relays ? { relays } : {}) }] : [];
    });
  }

  private async stories(id: string): Promise<ArticleStory[]> {
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'dateline-article-decisions-of',
      text: 'select position from dateline.article_decisions where article_id = $1 order by position',
      values: [id],
    });
    const standing = new Map<string, ArticleStory>();
    for (const event of await this.log.readPositions(rows.map((row) => BigInt(row.position)))) {
      const change = { type: event.type, data: event.data } as StoryEvent;
      if (change.type === 'ArticleThreaded') {
        const {
          articleId: _a,
          textPosition: _t,
          analysisPosition: _n,
          publishedAt: _p,
          ...why
        } = change.data;
        standing.set(why.storyId, {
          ...why,
          position: event.position.toString(),
          recordedAt: event.recordedAt,
        });
      } else if (change.type === 'ArticleUnthreaded') {
        standing.delete(change.data.storyId);
      }
    }
    return [...standing.values()];
  }
}

function toAnalysis({ revision, analysis, models }: ArticleAnalyzed): ArticleAnalysis {
  const { print: _print, ...found } = analysis;
  return {
    revision,
    ...found,
    models: models.map((answer) => {
      if (answer.task === 'statements') return answer;
      const { vector: _vector, ...about } = answer;
      return about;
    }),
  };
}

function toRevision(event: StoredEvent, revision: number): RevisionView {
  const data = event.data as ArticleRevision | null;
  const recorded = { position: event.position.toString(), recordedAt: event.recordedAt };
  if (!data) {
    return {
      revision,
      title: null,
      text: null,
      publisher: '',
      publishedAt: event.occurredAt,
      contentHash: '',
      ...recorded,
    };
  }
  const { articleId: _id, revision: _revision, ...fields } = data;
  return { revision, ...fields, ...recorded };
}
