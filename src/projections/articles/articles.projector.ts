import type pg from 'pg';
import type { StoredEvent } from '../../event-log/stored-event.js';
import type { EventHandler } from '../../queue/log-consumer.js';

/** Notes which decisions of threading concern which article. */
export class ArticlesProjector implements EventHandler {
  readonly name = 'articles';
  readonly batchSize = 500;
  readonly tables = ['article_decisions'];

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    const decisions = events.filter(
      (event) => event.type === 'ArticleThreaded' || event.type === 'ArticleUnthreaded',
    );
    if (decisions.length === 0) return;
    await client.query({
      name: 'dateline-article-decisions',
      text: `insert into dateline.article_decisions (article_id, position)
             select * from unnest($1::uuid[], $2::bigint[]) on conflict do nothing`,
      values: [
        decisions.map((event) => (event.data as { articleId: string }).articleId),
        decisions.map((event) => event.position.toString()),
      ],
    });
  }

  forget(): void {
    // Remembers nothing.
  }
}
