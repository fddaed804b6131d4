import type { ChangeReplayed } from '../../domain/story.js';
import type { AppendRequest } from '../../event-log/stored-event.js';
import { randomId } from '../../shared/ids.js';
import type { Queryable } from '../../shared/pg.js';

interface Missed {
  story_id: string;
  stream: string;
  version: number;
  positions: string[];
  occurred: Date[];
}

/**
 * The changes that the log tells anew, by their position, each with the last position that it does so. Known before a
 * fold comes to the change, they keep it from being told at a place that its readers have passed or will pass again.
 * Only a reset adds to them (log-consumer.ts), which forgets what was read here.
 */
export async function readReplays(client: Queryable): Promise<Map<bigint, bigint>> {
  const { rows } = await client.query<{ position: string; told: string }>(
    `select p.body->>'position' as position, max(e.position) as told
     from dateline.events e join dateline.payloads p using (position)
     where e.type = 'ChangeReplayed' group by 1`,
  );
  return new Map(rows.map(({ position, told }) => [BigInt(position), BigInt(told)]));
}

/**
 * What parked stories have missed, as events for the log: one for each of their events from the one on that could not
 * be folded. A rebuild that gets past that one finds the changes in order, at positions that subscribers have passed;
 * these events, beyond whatever anybody has read, are where they are told. They say nothing while the story is still
 * parked, and a later attempt tells again, further on. Call it before what is parked is forgotten.
 *
 * Who was told of some of it before, because it is only this rebuild's code that parked the story so early, is told
 * again: twice is better than never.
 *
 * Each stream is to be as it was read: a change appended meanwhile would be told before those it follows.
 */
export async function tellMissed(client: Queryable): Promise<AppendRequest[]> {
  const { rows } = await client.query<Missed>(
    `select p.story_id, e.stream, max(e.version) as version,
       array_agg(e.position::text order by e.position) filter (where missed) as positions,
       array_agg(e.occurred_at order by e.position) filter (where missed) as occurred
     from dateline.parked_stories p
     join dateline.events e on e.stream = 'story-' || p.story_id
     cross join lateral (select e.position >= p.position and e.type <> 'ChangeReplayed' as missed) m
     group by 1, 2 having bool_or(missed)`,
  );
  return rows.map(({ story_id: storyId, stream, version, positions, occurred }) => ({
    stream,
    expectedVersion: version,
    events: positions.map((position, i) => {
      const data: ChangeReplayed['data'] = { storyId, position };
      return { id: randomId(), type: 'ChangeReplayed', data, occurredAt: occurred[i]!.toISOString() };
    }),
    metadata: { actor: 'rebuild' },
  }));
}
