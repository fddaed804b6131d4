import type pg from 'pg';

/**
 * The tables that are folded from the log and nothing else, each with the columns that count: `gaps` only says that
 * the cache of states is not full yet.
 */
const TABLES: Readonly<Record<string, string>> = {
  stories: 'story_id, slug, tracked, version, updated_at',
  story_headers: '*',
  story_changes: '*',
  story_articles: '*',
  article_decisions: '*',
  unsettled: '*',
};

/** A digest of each read model's rows, in an order of their own: the same rows in any table, the same digest. */
export async function tableDigests(pool: pg.Pool): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const [table, columns] of Object.entries(TABLES)) {
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' rows ' || coalesce(encode(sha256(convert_to(
                string_agg(t::text, E'\\n' order by t::text collate "C"), 'UTF8')), 'hex'), '') as digest
       from (select ${columns} from dateline.${table}) t`,
    );
    digests.set(table, rows[0]!.digest);
  }
  return digests;
}
