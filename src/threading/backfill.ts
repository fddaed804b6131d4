import type pg from 'pg';
import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { StoryEvent, TrackedStory } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import { threaded } from './decide.js';
import { threadingArticle } from './reading.js';
import { matchTracked } from './ruleset.js';
import { articlesPublished, readMemberships, writeMembership } from './threading-memory.js';

const PAGE = 100;

/** An article that joins a story with its time on the world's clock. */
export interface Joining {
  readonly event: StoryEvent;
  readonly occurredAt: string;
}

/**
 * What a story that is tracked only now takes up of what came before it, in the order of publication. Only this story is
 * decided: each article stays where else it is.
 */
export async function* backfill(
  story: TrackedStory,
  client: pg.PoolClient,
  log: EventLog,
): AsyncGenerator<Joining> {
  for await (const page of articlesPublished(client, story.profile, PAGE)) {
    const events = await log.readPositions(
      page.flatMap((article) => [article.textPosition, article.analysisPosition]),
    );
    const byPosition = new Map(events.map((event) => [event.position, event]));
    const memberships = await readMemberships(
      client,
      page.map((article) => article.articleId),
    );
    for (const known of page) {
      const text = byPosition.get(known.textPosition)?.data as ArticleRevision | null | undefined;
      const analyzed = byPosition.get(known.analysisPosition)?.data as ArticleAnalyzed | null | undefined;
      if (!text || !analyzed) continue;
      const before = memberships.get(known.articleId) ?? [];
      if (before.some((member) => member.storyId === story.storyId)) continue;
      const article = threadingArticle(text, analyzed, known.publishedAt);
      const match = matchTracked(article, story);
      if (!match) continue;
      const data = { ...threaded(article, known, story.storyId, match), backfilled: true } as const;
      await writeMembership(client, known.articleId, [
        ...before,
        { storyId: story.storyId, discovered: false },
      ]);
      yield { event: { type: 'ArticleThreaded', data }, occurredAt: known.publishedAt };
    }
  }
}
