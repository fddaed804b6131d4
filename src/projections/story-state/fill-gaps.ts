import type pg from 'pg';
import { MemberHistory } from './member-history.js';
import type { StateBuilder } from './state-builder.js';
import { storeKeyframes, storeStates } from './story-rows.js';

/** States built per transaction: some 50 ms, so that new events never wait long. */
const PER_TURN = 20;

/** Fills in states that are asked for by date but not stored, a few at a time. */
export class GapFiller {
  /** Of the story of the last turn. */
  private last: { storyId: string; history: MemberHistory } | null = null;

  constructor(private readonly builder: StateBuilder) {}

  /** The tables may have been emptied meanwhile. */
  forget(): void {
    this.last = null;
  }

  /**
   * Stores states of one story that are missing, newest first: those between the changes of one batch, and those that
   * a late article outdated. Until then a reader folds them from keyframes.
   *
   * @returns true when there may be more to fill
   */
  async fill(client: pg.PoolClient): Promise<boolean> {
    const { rows: stories } = await client.query<{ story_id: string; version: number }>({
      name: 'dateline-story-with-gaps',
      text: 'select story_id, version from dateline.stories where gaps limit 1',
    });
    const story = stories[0];
    if (!story) return false;
    const storyId = story.story_id;
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
    const history = await this.historyOf(client, storyId, story.version);
    const keyframes: { digest: Buffer; aggregate: unknown }[] = [];
    const states = await this.builder.buildAll(client, storyId, points, history, (digest, aggregate) =>
      keyframes.push({ digest, aggregate }),
    );
    await storeKeyframes(client, storyId, keyframes);
    await storeStates(client, storyId, states);
    if (points.length < PER_TURN) {
      await client.query('update dateline.stories set gaps = false where story_id = $1', [storyId]);
    }
    return true;
  }

  private async historyOf(client: pg.PoolClient, storyId: string, version: number): Promise<MemberHistory> {
    const known = this.last;
    if (known?.storyId === storyId && known.history.version === version) return known.history;
    const history = await MemberHistory.read(client, storyId, version);
    this.last = { storyId, history };
    return history;
  }
}
