import type pg from 'pg';
import type { ArticleAnalyzed, ArticleRevision } from '../../domain/article.js';
import type { TrackedStory } from '../../domain/story.js';
import type {
  CaughtArticle,
  MissedArticle,
  StoryDraft,
  StoryTrial,
  TrialPlace,
} from '../../domain/story-trial.js';
import type { EventLog } from '../../event-log/event-log.js';
import { excerpts, nearMiss } from './near-miss.js';
import { threadingArticle } from '../reading.js';
import { TermCounts } from './term-counts.js';
import { matchTracked, RULESET, type ThreadingArticle } from '../ruleset.js';

/** Articles between two turns of the event loop: some 25 ms, so that other requests go on meanwhile. */
const SLICE = 10;
/** Near misses by date are of interest only around the window. */
const AROUND_WINDOW_MS = 30 * 86_400_000;
const MAX_NEAR_MISSES = 20;

interface Row {
  article_id: string;
  published_at: Date;
  text_position: string;
  analysis_position: string;
}

/** Tries a story on the articles that are in the log already, by the rules that thread, and writes nothing. */
export class StoryTrials {
  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
  ) {}

  /** @param limit articles to look through, newest first, those after `after` in that order */
  async try(draft: StoryDraft, limit: number, after: TrialPlace | null): Promise<StoryTrial> {
    const story: TrackedStory = { ...draft, storyId: 'trial', slug: 'trial' };
    const items: CaughtArticle[] = [];
    const missed: MissedArticle[] = [];
    const terms = new TermCounts(story);
    let [searched, place, more] = [0, after, true];
    while (searched < limit && more) {
      const rows = await this.readSlice(draft, place, Math.min(SLICE, limit - searched));
      more = rows.length > 0;
      for (const { article, url } of await this.load(rows)) {
        terms.add(article);
        tryOne(article, url, story, items, missed);
      }
      const last = rows.at(-1);
      if (last) place = { publishedAt: last.published_at.toISOString(), articleId: last.article_id };
      searched += rows.length;
      missed.sort((a, b) => b.score - a.score).splice(MAX_NEAR_MISSES);
    }
    if (more) more = (await this.readSlice(draft, place, 1)).length > 0;
    const caught = { primary: 0, background: 0 };
    for (const { role } of items) caught[role] += 1;
    return {
      ruleset: RULESET,
      searched,
      total: await this.count(draft),
      caught,
      terms: terms.counts(),
      items: await this.withStories(items),
      nearMisses: await this.withStories(missed),
      after: more ? place : null,
    };
  }

  private async readSlice(draft: StoryDraft, after: TrialPlace | null, limit: number): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({
      name: 'dateline-trial-slice',
      text: `select article_id, published_at, text_position, analysis_position from dateline.threading_articles
             where published_at between $1 and $2 and (published_at, article_id) < ($3, $4)
             order by published_at desc, article_id desc limit $5`,
      values: [
        ...around(draft),
        after?.publishedAt ?? 'infinity',
        after?.articleId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        limit,
      ],
    });
    return rows;
  }

  private async count(draft: StoryDraft): Promise<number> {
    const { rows } = await this.pool.query<{ total: number }>(
      'select count(*)::int as total from dateline.threading_articles where published_at between $1 and $2',
      [...around(draft)],
    );
    return rows[0]!.total;
  }

  /** Texts with the analyses that there are of them; what was erased is left out. */
  private async load(rows: readonly Row[]): Promise<{ article: ThreadingArticle; url?: string }[]> {
    const events = await this.log.readPositions(
      rows.flatMap((row) => [BigInt(row.text_position), BigInt(row.analysis_position)]),
    );
    const data = new Map(events.map((event) => [event.position.toString(), event.data]));
    return rows.flatMap((row) => {
      const text = data.get(row.text_position) as ArticleRevision | null | undefined;
      const analyzed = data.get(row.analysis_position) as ArticleAnalyzed | null | undefined;
      if (!text || !analyzed) return [];
      const article = threadingArticle(text, analyzed, row.published_at.toISOString());
      return [{ article, ...(text.url === undefined ? {} : { url: text.url }) }];
    });
  }

  private async withStories<T extends CaughtArticle | MissedArticle>(articles: readonly T[]): Promise<T[]> {
    if (articles.length === 0) return [];
    const { rows } = await this.pool.query<{ article_id: string; slugs: string[] }>(
      `select m.article_id, array_agg(s.slug order by s.slug) as slugs
       from dateline.threading_members m join dateline.stories s using (story_id)
       where m.article_id = any($1::uuid[]) group by 1`,
      [articles.map(({ articleId }) => articleId)],
    );
    const slugs = new Map(rows.map((row) => [row.article_id, row.slugs]));
    return articles.map((article) => ({ ...article, stories: slugs.get(article.articleId) ?? [] }));
  }
}

function tryOne(
  article: ThreadingArticle,
  url: string | undefined,
  story: TrackedStory,
  items: CaughtArticle[],
  missed: MissedArticle[],
): void {
  const match = matchTracked(article, story);
  const miss = match ? null : nearMiss(article, story);
  const found = match ?? miss;
  if (!found) return;
  const { articleId, revision, title, publisher, publishedAt } = article;
  const tried = {
    articleId,
    revision,
    title,
    ...(url === undefined ? {} : { url }),
    publisher,
    publishedAt,
    score: Math.round(found.score * 1000) / 1000,
    reasons: found.reasons,
    passages: excerpts(article, story, match?.passages),
    stories: [],
  };
  if (match) items.push({ role: match.role, ...tried });
  else if (miss) missed.push({ why: miss.why, ...tried });
}

function around({ profile: { from, to } }: StoryDraft): [string, string] {
  const shift = (moment: string, by: number): string => new Date(Date.parse(moment) + by).toISOString();
  return [
    from === undefined ? '-infinity' : shift(from, -AROUND_WINDOW_MS),
    to === undefined ? 'infinity' : shift(to, AROUND_WINDOW_MS),
  ];
}
