import type pg from 'pg';
import type { ArticleAnalyzed } from '../domain/article.js';
import type { TrackedStory } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Logger } from '../shared/logger.js';
import type { Queryable } from '../shared/pg.js';
import type { StoryIndex } from './ruleset.js';
import { StoredIndex } from './stored-index.js';

export interface Membership {
  readonly storyId: string;
  readonly discovered: boolean;
}

export interface AnalysedArticle {
  readonly articleId: string;
  readonly revision: number;
  readonly textPosition: bigint;
  readonly analysisPosition: bigint;
  readonly publishedAt: string;
}

/**
 * What threading knows: the stories there are and which articles stand in them. Kept in memory between batches and
 * written with the checkpoint; what another process has changed meanwhile is read again.
 */
export class ThreadingMemory {
  private stories: Map<string, TrackedStory> | null = null;
  private readonly discovered: StoredIndex;

  constructor(log: EventLog, logger: Logger) {
    this.discovered = new StoredIndex(log, logger);
  }

  forget(): void {
    this.stories = null;
    this.discovered.forget();
  }

  /** @param batch position of the last event of the batch that begins */
  async load(client: Queryable, batch: bigint): Promise<void> {
    this.stories ??= await readTracked(client);
    await this.discovered.load(client, batch);
  }

  /** Open tracked stories. */
  get tracked(): Map<string, TrackedStory> {
    if (!this.stories) throw new Error('threading memory is used before it is loaded');
    return this.stories;
  }

  get index(): StoryIndex {
    return this.discovered.current;
  }

  /** Marks a discovered story's sketch as changed, to be written. */
  touch(storyId: string): void {
    this.discovered.touch(storyId);
  }

  /** Takes out a discovered story that is merged into another. */
  drop(storyId: string): void {
    this.discovered.drop(storyId);
  }

  async writeSketches(client: Queryable, batch: bigint): Promise<void> {
    await this.discovered.write(client, batch);
  }
}

async function readTracked(client: Queryable): Promise<Map<string, TrackedStory>> {
  const { rows } = await client.query<{ story: TrackedStory }>(
    'select story from dateline.threading_tracked where open order by story_id',
  );
  return new Map(rows.map(({ story }) => [story.storyId, story]));
}

export async function writeTracked(client: Queryable, story: TrackedStory): Promise<void> {
  await client.query(
    `insert into dateline.threading_tracked (story_id, story, open) values ($1, $2, true) on conflict do nothing`,
    [story.storyId, JSON.stringify(story)],
  );
}

export async function writeOpen(
  client: Queryable,
  storyId: string,
  open: boolean,
): Promise<TrackedStory | null> {
  const { rows } = await client.query<{ story: TrackedStory }>(
    'update dateline.threading_tracked set open = $2 where story_id = $1 returning story',
    [storyId, open],
  );
  return rows[0]?.story ?? null;
}

export async function readMemberships(
  client: Queryable,
  articleIds: readonly string[],
): Promise<Map<string, Membership[]>> {
  const { rows } = await client.query<{ article_id: string; story_id: string; discovered: boolean }>({
    name: 'dateline-memberships',
    text: `select article_id, story_id, discovered from dateline.threading_members
           where article_id = any($1::uuid[]) order by story_id`,
    values: [articleIds],
  });
  const memberships = new Map<string, Membership[]>();
  for (const { article_id, story_id, discovered } of rows) {
    const of = memberships.get(article_id) ?? [];
    of.push({ storyId: story_id, discovered });
    memberships.set(article_id, of);
  }
  return memberships;
}

export async function writeMembership(
  client: Queryable,
  articleId: string,
  stories: readonly Membership[],
): Promise<void> {
  await client.query({
    name: 'dateline-write-membership',
    text: `with gone as (
             delete from dateline.threading_members where article_id = $1 and not story_id = any($2::uuid[]))
           insert into dateline.threading_members (article_id, story_id, discovered)
           select $1, * from unnest($2::uuid[], $3::bool[]) on conflict do nothing`,
    values: [articleId, stories.map((story) => story.storyId), stories.map((story) => story.discovered)],
  });
}

/** Notes the newest analysed revisions; an older one that comes later does not replace a newer. */
export async function writeArticles(client: Queryable, articles: readonly AnalysedArticle[]): Promise<void> {
  if (articles.length === 0) return;
  await client.query({
    name: 'dateline-threading-articles',
    text: `insert into dateline.threading_articles as a (article_id, revision, text_position, analysis_position, published_at)
           select distinct on (x.article_id) * from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[], $5::timestamptz[])
             x(article_id, revision, text_position, analysis_position, published_at)
           order by x.article_id, x.revision desc
           on conflict (article_id) do update set revision = excluded.revision, text_position = excluded.text_position,
             analysis_position = excluded.analysis_position, published_at = excluded.published_at
           where excluded.revision >= a.revision`,
    values: [
      articles.map((article) => article.articleId),
      articles.map((article) => article.revision),
      articles.map((article) => article.textPosition.toString()),
      articles.map((article) => article.analysisPosition.toString()),
      articles.map((article) => article.publishedAt),
    ],
  });
}

export async function readRevisions(
  client: Queryable,
  articleIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ article_id: string; revision: number }>({
    name: 'dateline-threading-revisions',
    text: 'select article_id, revision from dateline.threading_articles where article_id = any($1::uuid[])',
    values: [articleIds],
  });
  return new Map(rows.map((row) => [row.article_id, row.revision]));
}

/** Analysed articles published within a window, a page at a time, in order of publication. */
export async function* articlesPublished(
  client: pg.PoolClient,
  window: { from?: string; to?: string },
  pageSize: number,
): AsyncGenerator<AnalysedArticle[]> {
  let after: [Date | string, string] = [window.from ?? '-infinity', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows } = await client.query<{
      article_id: string;
      revision: number;
      text_position: string;
      analysis_position: string;
      published_at: Date;
    }>(
      `select article_id, revision, text_position, analysis_position, published_at from dateline.threading_articles
       where (published_at, article_id) > ($1, $2) and published_at <= $3 order by published_at, article_id limit $4`,
      [...after, window.to ?? 'infinity', pageSize],
    );
    if (rows.length === 0) return;
    yield rows.map((row) => ({
      articleId: row.article_id,
      revision: row.revision,
      textPosition: BigInt(row.text_position),
      analysisPosition: BigInt(row.analysis_position),
      publishedAt: row.published_at.toISOString(),
    }));
    const last = rows.at(-1)!;
    after = [last.published_at, last.article_id];
  }
}

/** From an `ArticleAnalyzed` event. */
export function toAnalysedArticle(
  analyzed: ArticleAnalyzed,
  analysisPosition: bigint,
  publishedAt: string,
): AnalysedArticle {
  const { articleId, revision, textPosition } = analyzed;
  return { articleId, revision, textPosition: BigInt(textPosition), analysisPosition, publishedAt };
}
