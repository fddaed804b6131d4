import type { ArticleAnalyzed } from '../domain/article.js';
import type { StoredEvent } from '../event-log/stored-event.js';

/**
 * Analyses in the order of the news: by publication, then by article and revision. Analyses end in whatever order the
 * workers finish and articles come in as feeds have them; a story opened by the earliest report that is at hand has the
 * same id and slug whichever of them came first.
 */
export function inNewsOrder(analyses: readonly StoredEvent[]): StoredEvent[] {
  return analyses
    .map((event) => ({ event, at: Date.parse(event.occurredAt), ...(event.data as ArticleAnalyzed) }))
    .sort((a, b) => a.at - b.at || compare(a.articleId, b.articleId) || a.revision - b.revision)
    .map(({ event }) => event);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
