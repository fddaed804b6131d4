import type { Queryable } from '../../shared/pg.js';
import type { Member } from './keyframes.js';

/** A state's place on both clocks: the newest change it includes by each. */
export interface StatePoint {
  /** World's clock: everything effective up to here is in it. */
  readonly effectiveAt: Date;
  /** The last version, in log order, that changed the state at `effectiveAt`. */
  readonly version: number;
}

interface MemberRow extends Member {
  readonly publishedAt: Date;
  /** The version that took it out again; null while it stands. */
  readonly toVersion: number | null;
}

/** Every member that a story has had, to find those of many states without asking for each. */
export class MemberHistory {
  private constructor(private readonly rows: readonly MemberRow[]) {}

  static async read(client: Queryable, storyId: string): Promise<MemberHistory> {
    const { rows } = await client.query<MemberRow>({
      name: 'dateline-read-member-history',
      text: `select article_id as "articleId", from_version as "fromVersion", revision,
               published_at as "publishedAt", to_version as "toVersion"
             from dateline.story_articles where story_id = $1
             order by published_at, article_id, from_version`,
      values: [storyId],
    });
    return new MemberHistory(rows);
  }

  /** The articles a state rests on, in publication order. */
  at({ effectiveAt, version }: StatePoint): Member[] {
    return this.rows.filter(
      ({ publishedAt, fromVersion, toVersion }) =>
        publishedAt <= effectiveAt && fromVersion <= version && (toVersion === null || toVersion > version),
    );
  }
}
