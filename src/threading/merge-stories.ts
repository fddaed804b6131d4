import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { Reason, StoryEvent } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Queryable } from '../shared/pg.js';
import { threaded, wholeArticle, type ArticlePositions } from './decide.js';
import { threadingArticle, type ThreadingArticle } from './reading.js';
import type { SecondLook } from './ruleset.js';

/** An article of a discovered story. */
export interface StoryMember {
  readonly article: ThreadingArticle;
  readonly positions: ArticlePositions;
}

interface Row {
  readonly text_position: string;
  readonly analysis_position: string;
  readonly published_at: Date;
}

/**
 * The articles that stand in a discovered story, in the order of publication.
 *
 * @param atMost null is returned for a story of more, and for one with an erased text
 */
export async function readMembers(
  client: Queryable,
  log: EventLog,
  storyId: string,
  atMost: number,
): Promise<StoryMember[] | null> {
  const { rows } = await client.query<Row>({
    name: 'dateline-members-of-story',
    text: `select a.text_position, a.analysis_position, a.published_at
           from dateline.threading_members m join dateline.threading_articles a using (article_id)
           where m.story_id = $1 and m.discovered order by a.published_at, a.article_id limit $2`,
    values: [storyId, atMost + 1],
  });
  if (rows.length === 0 || rows.length > atMost) return null;
  const positions = rows.map((row) => ({
    textPosition: BigInt(row.text_position),
    analysisPosition: BigInt(row.analysis_position),
  }));
  const events = await log.readPositions(
    positions.flatMap(({ textPosition, analysisPosition }) => [textPosition, analysisPosition]),
  );
  const data = new Map(events.map((event) => [event.position, event.data]));
  const members: StoryMember[] = [];
  for (const [i, { published_at }] of rows.entries()) {
    const text = data.get(positions[i]!.textPosition) as ArticleRevision | null | undefined;
    const analyzed = data.get(positions[i]!.analysisPosition) as ArticleAnalyzed | null | undefined;
    if (!text || !analyzed) return null;
    members.push({
      article: threadingArticle(text, analyzed, published_at.toISOString()),
      positions: positions[i]!,
    });
  }
  return members;
}

/** An event of a merge with its time on the world's clock. */
export interface MergeChange {
  readonly event: StoryEvent;
  readonly occurredAt: string;
}

/**
 * What is recorded when a discovered story is merged into another: each article leaves the one and joins the other, and
 * the story's id says where it went.
 *
 * @param members all articles of the story, in the order of `look.nearest`
 * @param mergedAt ISO instant on the world's clock
 */
export function mergeChanges(
  storyId: string,
  look: SecondLook,
  members: readonly StoryMember[],
  mergedAt: string,
): MergeChange[] {
  const { into, nearest } = look;
  const near = nearest.filter((found) => found !== null);
  const share = near.length / members.length;
  const changes = members.flatMap(({ article, positions }, i): MergeChange[] => {
    const { articleId, publishedAt } = article;
    const secondLook: Reason = {
      kind: 'second-look',
      text: `${near.length} of the ${members.length} articles of the story it was in are near this one`,
      weight: Math.round(share * 100) / 100,
    };
    const found = nearest[i];
    const match = wholeArticle(article, found?.score ?? 0.5, [secondLook, ...(found?.reasons ?? [])]);
    const joins = { ...threaded(article, positions, into, match), movedFrom: storyId };
    const left = { storyId, articleId, reason: MERGED, publishedAt, movedTo: into };
    return [
      { event: { type: 'ArticleUnthreaded', data: left }, occurredAt: publishedAt },
      { event: { type: 'ArticleThreaded', data: joins }, occurredAt: publishedAt },
    ];
  });
  const data = { storyId, into, reason: MERGED };
  return [...changes, { event: { type: 'StoriesMerged', data }, occurredAt: mergedAt }];
}

const MERGED = 'on a second look, when more had been reported, it tells of the same';
