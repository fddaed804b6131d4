import type pg from 'pg';
import type { ArticleAnalyzed } from '../domain/article.js';
import type { TrackedStory } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Logger } from '../shared/logger.js';
import type { Queryable } from '../shared/pg.js';
import { redrawSketches } from './redraw.js';
import { RULESET, StoryIndex, type StorySketch } from './ruleset.js';

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
 * What threading knows: the stories there are and which articles stand in them. Kept in memory between batches, written
 * with the checkpoint, and thrown away when another process has gone on meanwhile.
 */
export class ThreadingMemory {
  private loaded: { tracked: Map<string, TrackedStory>; index: StoryIndex } | null = null;
  private readonly sketched = new Set<string>();

  constructor(
    private readonly log: EventLog,
    private readonly logger: Logger,
  ) {}

  forget(): void {
    this.loaded = null;
    this.sketched.clear();
  }

  async load(client: Queryable): Promise<void> {
    if (this.loaded) return;
    const { rows: tracked } = await client.query<{ story: TrackedStory }>(
      'select story from dateline.threading_tracked where open order by story_id',
    );
    const index = await this.loadIndex(client);
    this.loaded = { tracked: new Map(tracked.map(({ story }) => [story.storyId, story])), index };
  }

  private async loadIndex(client: Queryable): Promise<StoryIndex> {
    const { rows } = await client.query<{ sketch: StorySketch; ruleset: number }>(
      'select sketch, ruleset from dateline.threading_sketches order by story_id',
    );
    if (rows.some(({ ruleset }) => ruleset !== RULESET.version)) {
      const index = await redrawSketches(client, this.log, this.logger);
      await client.query('delete from dateline.threading_sketches');
      await writeSketches(client, index, index.ids());
      return index;
    }
    const index = new StoryIndex();
    index.load(rows.map(({ sketch }) => sketch));
    return index;
  }

  /** Open tracked stories. */
  get tracked(): Map<string, TrackedStory> {
    return this.current.tracked;
  }

  get index(): StoryIndex {
    return this.current.index;
  }

  /** Marks a discovered story's sketch as changed, to be written. */
  touch(storyId: string): void {
    this.sketched.add(storyId);
  }

  async writeSketches(client: Queryable): Promise<void> {
    if (this.sketched.size === 0) return;
    const ids = [...this.sketched];
    this.sketched.clear();
    await writeSketches(client, this.index, ids);
  }

  private get current(): { tracked: Map<string, TrackedStory>; index: StoryIndex } {
    if (!this.loaded) throw new Error('threading memory is used before it is loaded');
    return this.loaded;
  }
}

async function writeSketches(client: Queryable, index: StoryIndex, ids: readonly string[]): Promise<void> {
  await client.query(
    `insert into dateline.threading_sketches (story_id, sketch, ruleset)
     select *, $3 from unnest($1::uuid[], $2::json[])
     on conflict (story_id) do update set sketch = excluded.sketch, ruleset = excluded.ruleset`,
    [ids, ids.map((id) => JSON.stringify(index.snapshot(id))), RULESET.version],
  );
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
