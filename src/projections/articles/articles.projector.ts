import type pg from 'pg';
import type { ArticleAnalyzed } from '../../domain/article.js';
import { printBands, readPrint } from '../../domain/text-print.js';
import type { StoredEvent } from '../../event-log/stored-event.js';
import type { EventHandler } from '../../queue/log-consumer.js';

/** Notes which decisions of threading concern which article, and the prints of the texts there are. */
export class ArticlesProjector implements EventHandler {
  readonly name = 'articles';
  readonly shape = 2;
  readonly batchSize = 500;
  readonly tables = ['article_decisions', 'article_prints'];

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    await this.decisions(events, client);
    await this.prints(events, client);
  }

  private async decisions(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
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

  private async prints(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    // Of each article what the last of these events leaves: its newest print, or none.
    const latest = new Map<string, { revision: number; publishedAt: string; print: string } | null>();
    for (const { type, data, stream, occurredAt } of events) {
      if (type === 'ArticleRetracted' || type === 'ArticleErased') {
        latest.set(stream.slice('article-'.length), null);
      } else if (type === 'ArticleAnalyzed' && data !== null) {
        const { articleId, revision, analysis } = data as ArticleAnalyzed;
        const print = analysis.print ?? '';
        if ((latest.get(articleId)?.revision ?? 0) <= revision)
          latest.set(articleId, { revision, publishedAt: occurredAt, print });
      }
    }
    if (latest.size === 0) return;
    const kept: unknown[] = [];
    const gone: string[] = [];
    for (const [articleId, it] of latest) {
      const print = it && readPrint(it.print);
      if (print)
        kept.push({ article_id: articleId, revision: it.revision, published_at: it.publishedAt, print: it.print, bands: printBands(print) }); // prettier-ignore
      else gone.push(articleId);
    }
    await client.query({
      name: 'dateline-drop-prints',
      text: 'delete from dateline.article_prints where article_id = any($1::uuid[])',
      values: [gone],
    });
    await client.query({
      name: 'dateline-article-prints',
      text: `insert into dateline.article_prints as p (article_id, revision, published_at, print, bands)
             select * from json_to_recordset($1) as x(article_id uuid, revision int, published_at timestamptz, print text, bands int[])
             on conflict (article_id) do update set revision = excluded.revision, published_at = excluded.published_at,
               print = excluded.print, bands = excluded.bands where excluded.revision >= p.revision`,
      values: [JSON.stringify(kept)],
    });
  }

  forget(): void {
    // Remembers nothing.
  }
}
