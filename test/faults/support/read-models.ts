import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import {
  StateBuilder,
  type BuiltState,
  type StatePoint,
} from '../../../src/projections/story-state/state-builder.js';

/**
 * The tables that are folded from the log and nothing else, each with the columns that count: `gaps` only says that
 * the cache of states is not full yet.
 */
const TABLES: Readonly<Record<string, string>> = {
  stories: 'story_id, slug, tracked, version, updated_at',
  story_headers: '*',
  story_quiet: '*',
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

/** Rows of the caches, and how many of them are not what folding the story's articles from nothing gives. */
export async function checkCaches(
  pool: pg.Pool,
): Promise<{ states: number; keyframes: number; wrong: number }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: states } = await client.query<BuiltState & { storyId: string }>(
      `select story_id as "storyId", effective_at as "effectiveAt", version, position::text as position,
              recorded_at as "recordedAt", head, body from dateline.story_states`,
    );
    const { rows: keyframes } = await client.query<{ storyId: string; digest: Buffer; aggregate: string }>(
      'select story_id as "storyId", digest, aggregate::text as aggregate from dateline.story_keyframes',
    );
    // Nothing to start from: every state is folded from its articles. Taken back below.
    await client.query('delete from dateline.story_keyframes');
    const fresh = new Map<string, string>();
    const builders = new Map<string, StateBuilder>();
    const build = (storyId: string, point: StatePoint): Promise<BuiltState> => {
      const builder = builders.get(storyId) ?? new StateBuilder();
      builders.set(storyId, builder);
      return builder.build(client, storyId, point, (digest, aggregate) =>
        fresh.set(`${storyId}/${digest.toString('hex')}`, JSON.stringify(aggregate)),
      );
    };
    let wrong = 0;
    for (const { storyId, ...stored } of states) {
      const { effectiveAt, version } = stored;
      const built = await build(storyId, { effectiveAt, version });
      if (!isDeepStrictEqual(built, stored)) wrong += 1;
    }
    // Keyframes are also made on the way to states that were outdated before they were stored.
    const { rows: heads } = await client.query<{ storyId: string; effectiveAt: Date; version: number }>(
      `select story_id as "storyId", version, max(effective_at) over (partition by story_id order by version) as "effectiveAt"
       from dateline.story_changes`,
    );
    for (const { storyId, ...point } of heads) await build(storyId, point);
    for (const { storyId, digest, aggregate } of keyframes) {
      if (fresh.get(`${storyId}/${digest.toString('hex')}`) !== aggregate) wrong += 1;
    }
    return { states: states.length, keyframes: keyframes.length, wrong };
  } finally {
    await client.query('rollback');
    client.release();
  }
}
