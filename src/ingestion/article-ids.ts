import type pg from 'pg';
import { derivedId } from '../shared/ids.js';
import { Problem } from '../shared/problem.js';
import { articleKeys } from './article-identity.js';
import type { PreparedArticle } from './prepare-article.js';

const UNIQUE_VIOLATION = '23505';
/** Each attempt lost means that somebody else's claim was made, which the next one finds. */
const MAX_ATTEMPTS = 10;

/** An article's id, and whether its keys were all unknown, so that it very likely has no events yet. */
export interface KnownId {
  readonly articleId: string;
  readonly fresh: boolean;
}

/**
 * Finds the ids of articles by their addresses, and claims what is unknown, so that everybody who comes with one of an
 * article's addresses gets the same id from now on. Set-based: two statements however many articles.
 *
 * @returns in the order given; a Problem 409 for an article whose addresses belong to two different ones
 */
export async function findArticleIds(
  pool: pg.Pool,
  articles: readonly PreparedArticle[],
): Promise<(KnownId | Problem)[]> {
  const keysOf = articles.map(articleKeys);
  const all = [...new Set(keysOf.flat())].sort();
  for (let attempt = 1; ; attempt++) {
    const { rows } = await pool.query<{ key: string; article_id: string }>({
      name: 'dateline-article-keys',
      text: 'select key, article_id from dateline.article_keys where key = any($1::text[])',
      values: [all],
    });
    const known = new Map(rows.map((row) => [row.key, row.article_id]));
    const claims = new Map<string, string>();
    const found = articles.map((_, i) => resolve(keysOf[i]!, known, claims));
    if (claims.size === 0) return found;
    try {
      // Sorted, so that two who claim at once wait for each other in the same order. All or nothing: half a claim
      // could join one key of somebody else's article with one of ours.
      const keys = [...claims.keys()].sort();
      await pool.query({
        name: 'dateline-claim-article-keys',
        text: 'insert into dateline.article_keys (key, article_id) select * from unnest($1::text[], $2::uuid[])',
        values: [keys, keys.map((key) => claims.get(key)!)],
      });
      return found;
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function resolve(
  keys: readonly string[],
  known: ReadonlyMap<string, string>,
  claims: Map<string, string>,
): KnownId | Problem {
  const ids = new Set(keys.flatMap((key) => known.get(key) ?? claims.get(key) ?? []));
  if (ids.size > 1) {
    const detail =
      'Its `url` is that of one article and its `externalId` that of another. Send only the one that is right.';
    return new Problem(409, 'identity-conflict', 'Two articles in one', detail, { articles: [...ids] });
  }
  const [existing] = ids;
  const articleId = existing ?? derivedId('article', keys[0]!);
  for (const key of keys) if (!known.has(key)) claims.set(key, articleId);
  return { articleId, fresh: existing === undefined };
}
