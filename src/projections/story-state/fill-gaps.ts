import type pg from 'pg';
import type { StateBuilder } from './state-builder.js';
import { storeKeyframes, storeStates } from './story-rows.js';

/** States built per transaction: some 50 ms, so that new events never wait long. */
const PER_TURN = 20;

/**
 * Stores states of one story that are asked for by date but not stored, newest first: those between the changes of one
 * batch, and those that a late article outdated. Until then a reader folds them from keyframes.
 *
 * @returns true when there may be more to fill
 */
export async function fillGaps(client: pg.PoolClient, builder: StateBuilder): Promise<boolean> {
  const { rows: stories } = await client.query<{ story_id: string }>({
    name: 'dateline-story-with-gaps',
    text: 'select story_id from dateline.stories where gaps limit 1',
  });
  const storyId = stories[0]?.story_id;
  if (!storyId) return false;
  const { rows: points } = await client.query<{ effectiveAt: Date; version: number }>({
    name: 'dateline-gaps',
    text: `with gaps as (
             select distinct c.effective_at from dateline.story_changes c
             where c.story_id = $1 and not exists (
               select 1 from dateline.story_states s
               where s.story_id = $1 and s.effective_at = c.effective_at and s.valid_to is null)
             order by c.effective_at desc limit $2)
           select g.effective_at as "effectiveAt",
             (select max(c.version) from dateline.story_changes c where c.story_id = $1 and c.effective_at <= g.effective_at) as version
           from gaps g order by 1 desc`,
    values: [storyId, PER_TURN],
  });
  const keyframes: { digest: Buffer; aggregate: unknown }[] = [];
  const states = [];
  for (const point of points) {
    states.push(
      await builder.build(client, storyId, point, (digest, aggregate) => keyframes.push({ digest, aggregate })),
    );
  }
  await storeKeyframes(client, storyId, keyframes);
  await storeStates(client, storyId, states);
  if (points.length < PER_TURN) {
    await client.query('update dateline.stories set gaps = false where story_id = $1', [storyId]);
  }
  return true;
}
