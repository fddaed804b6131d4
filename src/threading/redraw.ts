import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Logger } from '../shared/logger.js';
import type { Queryable } from '../shared/pg.js';
import { threadingArticle } from './reading.js';
import { StoryIndex } from './ruleset.js';

const PAGE = 100;

const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Member {
  readonly article_id: string;
  readonly story_id: string;
  readonly text_position: string;
  readonly analysis_position: string;
  readonly published_at: Date;
}

/**
 * Draws the discovered stories anew from the articles that stand in them. A sketch is how one ruleset sees a story: the
 * next one's articles cannot be compared with it. No decision is made again. In the order of the news: whichever
 * article came in first, the same sketches come of it.
 *
 * @returns an index with every discovered story that has an article left
 */
export async function redrawSketches(client: Queryable, log: EventLog, logger: Logger): Promise<StoryIndex> {
  const index = new StoryIndex();
  let articles = 0;
  let after: [publishedAt: Date | string, articleId: string, storyId: string] = ['-infinity', NOBODY, NOBODY];
  for (;;) {
    const { rows } = await client.query<Member>(
      `select a.article_id, m.story_id, a.text_position, a.analysis_position, a.published_at
       from dateline.threading_articles a
       join dateline.threading_members m on m.article_id = a.article_id and m.discovered
       where (a.published_at, a.article_id, m.story_id) > ($1, $2, $3)
       order by a.published_at, a.article_id, m.story_id limit $4`,
      [...after, PAGE],
    );
    if (rows.length === 0) break;
    const events = await log.readPositions(
      rows.flatMap((row) => [BigInt(row.text_position), BigInt(row.analysis_position)]),
    );
    const data = new Map(events.map((event) => [event.position.toString(), event.data]));
    for (const row of rows) {
      const text = data.get(row.text_position) as ArticleRevision | null | undefined;
      const analyzed = data.get(row.analysis_position) as ArticleAnalyzed | null | undefined;
      if (!text || !analyzed) continue;
      index.open(row.story_id, threadingArticle(text, analyzed, row.published_at.toISOString()));
      articles += 1;
    }
    const last = rows.at(-1)!;
    after = [last.published_at, last.article_id, last.story_id];
    logger.info({ articles }, 'drawing discovered stories anew for this version of the rules');
  }
  return index;
}
