import type pg from 'pg';
import type { ChangeKind } from './change-line.js';

/** One change of one story, as subscribers read it. */
export interface ChangeRow {
  /** Where in the log subscribers are told of it; also a valid `after`. */
  readonly position: string;
  readonly storyId: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly kind: ChangeKind;
  readonly cause: {
    readonly type: string;
    readonly eventId: string;
    readonly articleId?: string;
    readonly storyId?: string;
  };
  /** The world's clock, ISO instant. */
  readonly effectiveAt: string;
  /** Ours. */
  readonly recordedAt: string;
  readonly line: string;
  readonly kinds: readonly string[];
}

interface Row {
  position: string;
  story_id: string;
  slug: string;
  title: string;
  version: number;
  kind: ChangeKind;
  cause: string;
  event_id: string;
  article_id: string | null;
  other_story: string | null;
  effective_at: Date;
  recorded_at: Date;
  line: string;
  kinds: string[];
}

const SELECT = `select coalesce(c.announced, c.position) as position, c.story_id, s.slug, h.title, c.version, c.kind, c.cause, c.event_id, c.article_id, c.other_story,
    c.effective_at, c.recorded_at, c.line, c.kinds
  from dateline.story_changes c
  join dateline.stories s using (story_id)
  cross join lateral (select title from dateline.story_headers h
                      where h.story_id = c.story_id and h.from_version <= c.version order by from_version desc limit 1) h`;

/**
 * The one stream of changes behind every door: in log order, written with its checkpoint, so nothing shows up late. What
 * a story had to leave out while it was parked is told where the log says that it is made up for (replay.ts), so that a
 * reader who has gone on meanwhile misses nothing. While a rebuild is under way the stream ends where the fold is: a
 * reader waits there, and then goes on without a gap.
 */
export class Changes {
  constructor(private readonly pool: pg.Pool) {}

  /** Changes after a position, oldest first, of one story or of all. */
  async read({
    after,
    limit,
    storyId,
  }: {
    after: bigint;
    limit: number;
    storyId?: string;
  }): Promise<ChangeRow[]> {
    const { rows } = await this.pool.query<Row>(
      storyId === undefined
        ? {
            name: 'dateline-changes',
            text: `${SELECT} where c.announced > $1 order by c.announced limit $2`,
            values: [after.toString(), limit],
          }
        : {
            name: 'dateline-story-changes',
            // By version, which has the index; a story's versions are told in their order.
            text: `${SELECT} where c.story_id = $3 and c.announced > $1 order by c.version limit $2`,
            values: [after.toString(), limit, storyId],
          },
    );
    return rows.map(toChange);
  }

  /** A story's changes after a version, oldest first. */
  async versions(storyId: string, after: number, limit: number): Promise<ChangeRow[]> {
    const { rows } = await this.pool.query<Row>({
      name: 'dateline-story-versions',
      text: `${SELECT} where c.story_id = $1 and c.version > $2 order by c.version limit $3`,
      values: [storyId, after, limit],
    });
    return rows.map(toChange);
  }

  /**
   * Position of the newest event that the changes reflect, or did before a rebuild that has not come as far yet: who
   * begins here is told of nothing old.
   */
  async head(): Promise<bigint> {
    const { rows } = await this.pool.query<{ position: string }>(
      `select coalesce(max(greatest(position, reached)), 0) as position from dateline.checkpoints where consumer = 'story-state'`,
    );
    return BigInt(rows[0]!.position);
  }
}

function toChange(row: Row): ChangeRow {
  return {
    position: row.position,
    storyId: row.story_id,
    slug: row.slug,
    title: row.title,
    version: row.version,
    kind: row.kind,
    cause: {
      type: row.cause,
      eventId: row.event_id,
      ...(row.article_id ? { articleId: row.article_id } : {}),
      ...(row.other_story ? { storyId: row.other_story } : {}),
    },
    effectiveAt: row.effective_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    line: row.line,
    kinds: row.kinds,
  };
}
