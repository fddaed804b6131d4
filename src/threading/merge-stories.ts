import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { Reason, StoryEvent } from '../domain/story.js';
import type { EventLog } from '../event-log/event-log.js';
import type { Queryable } from '../shared/pg.js';
import { threaded, wholeArticle, type ArticlePositions } from './decide.js';
import { threadingArticle, type ThreadingArticle } from './reading.js';
import { FEW_ARTICLES, secondLook, type NearestStory } from './ruleset.js';
import {
  readMemberships,
  writeMembership,
  type Membership,
  type ThreadingMemory,
} from './threading-memory.js';

/** An article of a discovered story. */
interface StoryMember {
  readonly article: ThreadingArticle;
  readonly positions: ArticlePositions;
}

interface Row {
  readonly story_id: string;
  readonly text_position: string;
  readonly analysis_position: string;
  readonly published_at: Date;
}

/**
 * The articles that stand in discovered stories, in the order of publication.
 *
 * @param atMost stories of more are left out, and those with an erased text
 */
async function readMembers(
  client: Queryable,
  log: EventLog,
  storyIds: readonly string[],
  atMost: number,
): Promise<Map<string, StoryMember[]>> {
  const { rows } = await client.query<Row>({
    name: 'dateline-members-of-stories',
    text: `select * from unnest($1::uuid[]) s(story_id) cross join lateral (
             select a.text_position, a.analysis_position, a.published_at
             from dateline.threading_members m join dateline.threading_articles a using (article_id)
             where m.story_id = s.story_id and m.discovered order by a.published_at, a.article_id limit $2) a`,
    values: [storyIds, atMost + 1],
  });
  const rowsOf = new Map<string, Row[]>(storyIds.map((storyId) => [storyId, []]));
  for (const row of rows) rowsOf.get(row.story_id)!.push(row);
  for (const [storyId, { length }] of rowsOf) if (length > atMost) rowsOf.delete(storyId);
  const wanted = [...rowsOf.values()].flat();
  const events = await log.readPositions(
    wanted.flatMap((row) => [BigInt(row.text_position), BigInt(row.analysis_position)]),
  );
  const data = new Map(events.map((event) => [event.position.toString(), event.data]));
  const members = new Map<string, StoryMember[]>();
  for (const [storyId, own] of rowsOf) {
    const found = own.flatMap((row) => toMember(row, data) ?? []);
    if (found.length > 0 && found.length === own.length) members.set(storyId, found);
  }
  return members;
}

function toMember(row: Row, data: ReadonlyMap<string, unknown>): StoryMember | null {
  const text = data.get(row.text_position) as ArticleRevision | null | undefined;
  const analyzed = data.get(row.analysis_position) as ArticleAnalyzed | null | undefined;
  if (!text || !analyzed) return null;
  return {
    article: threadingArticle(text, analyzed, row.published_at.toISOString()),
    positions: {
      textPosition: BigInt(row.text_position),
      analysisPosition: BigInt(row.analysis_position),
    },
  };
}

/** A discovered story that was merged into another. */
export interface StoryMerge {
  readonly storyId: string;
  readonly into: string;
  /** All its articles, in the order of publication: what brings each to the other, and the stories it is in now. */
  readonly members: readonly (StoryMember & {
    readonly nearest: NearestStory | null;
    readonly stories: Membership[];
  })[];
}

/**
 * Looks a second time at discovered stories, in this order, and merges those of few articles that belong elsewhere, in
 * the database and in memory.
 */
export async function mergeSmallStories(
  storyIds: readonly string[],
  client: Queryable,
  log: EventLog,
  memory: ThreadingMemory,
): Promise<StoryMerge[]> {
  const membersOf = await readMembers(client, log, storyIds, FEW_ARTICLES);
  const merges: StoryMerge[] = [];
  for (const [storyId, members] of membersOf) {
    if (members.length > FEW_ARTICLES || !memory.index.has(storyId)) continue;
    const articles = members.map(({ article }) => article);
    const look = secondLook(memory.index, storyId, articles);
    if (!look) continue;
    const { into, nearest } = look;
    // Which may be looked at itself after this one.
    membersOf.get(into)?.push(...members);
    memory.drop(storyId);
    memory.touch(into);
    for (const article of articles) memory.index.add(into, article);
    const stories = await moveMembers(client, articles, storyId, into);
    merges.push({
      storyId,
      into,
      members: members.map((member, i) => ({
        ...member,
        nearest: nearest[i] ?? null,
        stories: stories[i]!,
      })),
    });
  }
  return merges;
}

/** @returns the stories that each article is in from now on */
async function moveMembers(
  client: Queryable,
  articles: readonly ThreadingArticle[],
  from: string,
  into: string,
): Promise<Membership[][]> {
  const before = await readMemberships(
    client,
    articles.map(({ articleId }) => articleId),
  );
  const after: Membership[][] = [];
  for (const { articleId } of articles) {
    const others = (before.get(articleId) ?? []).filter(({ storyId }) => storyId !== from);
    const stories = [...others, { storyId: into, discovered: true }];
    await writeMembership(client, articleId, stories);
    after.push(stories);
  }
  return after;
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
 * @param mergedAt ISO instant on the world's clock
 */
export function mergeChanges({ storyId, into, members }: StoryMerge, mergedAt: string): MergeChange[] {
  const near = members.filter(({ nearest }) => nearest !== null).length;
  const again: Reason = {
    kind: 'second-look',
    text:
      members.length === 1
        ? 'alone in its story, and near this one now that more has been reported'
        : `${near} of the ${members.length} articles of the story it was in are near this one by now`,
    weight: Math.round((near / members.length) * 100) / 100,
  };
  const changes = members.flatMap(({ article, positions, nearest }): MergeChange[] => {
    const { articleId, publishedAt } = article;
    const match = wholeArticle(article, nearest?.score ?? 0.5, [again, ...(nearest?.reasons ?? [])]);
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
