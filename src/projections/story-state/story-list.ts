import type pg from 'pg';
import { statusAt } from './status.js';

export interface StoryListQuery {
  readonly at?: Date;
  readonly knownAt?: Date;
  /** Words to find in titles, names and descriptions, as typed into a search box. */
  readonly q?: string;
  /** A name in any spelling. */
  readonly entity?: string;
  readonly status?: string;
  /** Id of the last story of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface StorySummary {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: string;
  readonly tracked: boolean;
  readonly description?: string;
  /** Articles in it at that moment. */
  readonly articles: number;
  /** Publication of the first and the newest of them, ISO instants. */
  readonly firstReportedAt?: string;
  readonly lastReportedAt?: string;
  /** As known at that moment. */
  readonly version: number;
}

interface Row {
  id: string;
  slug: string;
  title: string;
  status: string;
  tracked: boolean;
  description: string | null;
  articles: number;
  first: Date | null;
  last: Date | null;
  version: number;
}

/**
 * Stories as of a moment on both clocks, tracked ones first, then by id: an order that new data does not change, so
 * that pages are stable. A discovered story is there from its first article on.
 */
export async function listStories(pool: pg.Pool, query: StoryListQuery): Promise<StorySummary[]> {
  const { rows } = await pool.query<Row>({
    name: 'dateline-list-stories',
    // $1 at, $2 knownAt, $3 q, $4 entity, $5 status, $6 after, $7 limit
    text: `select s.story_id as id, s.slug, h.title, st.status, s.tracked, d.description, v.version,
             a.articles, a.first, a.last
           from dateline.stories s
           cross join lateral (select version from dateline.story_changes c
                               where c.story_id = s.story_id and ($2::timestamptz is null or c.recorded_at <= $2)
                               order by version desc limit 1) v
           cross join lateral (select title, status from dateline.story_headers x
                               where x.story_id = s.story_id and x.from_version <= v.version
                               order by from_version desc limit 1) h
           cross join lateral (select ${statusAt('s.story_id', 'v.version', "coalesce($1::timestamptz, 'infinity')")} as status) st
           left join lateral (select description from dateline.story_headers x
                              where x.story_id = s.story_id and x.from_version <= v.version and description is not null
                              order by from_version desc limit 1) d on true
           cross join lateral (select count(*)::int as articles, min(published_at) as first, max(published_at) as last
                               from dateline.story_articles a
                               where a.story_id = s.story_id
                                 and a.published_at <= coalesce($1::timestamptz, 'infinity')
                                 and a.from_version <= v.version and (a.to_version is null or a.to_version > v.version)) a
           where (a.articles > 0 or s.tracked)
             and ($5::text is null or st.status = $5)
             and ($6::text is null or (not s.tracked, s.story_id) >
                  (select not y.tracked, y.story_id from dateline.stories y where y.story_id::text = $6))
             and ($4::text is null or exists (
               select 1 from dateline.story_articles a
               where a.story_id = s.story_id and a.names && array[lower($4)]
                 and a.published_at <= coalesce($1::timestamptz, 'infinity')
                 and a.from_version <= v.version and (a.to_version is null or a.to_version > v.version)))
             and ($3::text is null
               or to_tsvector('simple', h.title || ' ' || coalesce(d.description, '')) @@ websearch_to_tsquery('simple', $3)
               or exists (
                 select 1 from dateline.story_articles a
                 where a.story_id = s.story_id and a.search @@ websearch_to_tsquery('simple', $3)
                   and a.published_at <= coalesce($1::timestamptz, 'infinity')
                   and a.from_version <= v.version and (a.to_version is null or a.to_version > v.version)))
           order by not s.tracked, s.story_id
           limit $7`,
    values: [
      query.at ?? null,
      query.knownAt ?? null,
      query.q ?? null,
      query.entity ?? null,
      query.status ?? null,
      query.after ?? null,
      query.limit,
    ],
  });
  return rows.map(({ description, first, last, ...row }) => ({
    ...row,
    ...(description === null ? {} : { description }),
    ...(first ? { firstReportedAt: first.toISOString() } : {}),
    ...(last ? { lastReportedAt: last.toISOString() } : {}),
  }));
}
