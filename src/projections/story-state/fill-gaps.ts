import type pg from 'pg';
import { MemberHistory, type StatePoint } from './member-history.js';
import type { StateBuilder } from './state-builder.js';
import { storeKeyframes, storeStates } from './story-rows.js';

/** States built per transaction: some 50 ms, so that new events never wait long. */
const PER_TURN = 20;

/**
 * States stored of a story are at most so many a change of it. Without late articles one each is enough; but each late
 * one outdates all states after it, and storing all of them again every time would write the square of the story.
 */
const STORED_PER_CHANGE = 4;

/** What a story lacks, as of one of its versions. */
interface Lack {
  readonly storyId: string;
  readonly version: number;
  /** Newest first. */
  readonly points: StatePoint[];
  readonly history: MemberHistory;
}

/** Fills in states that are asked for by date but not stored, a few at a time. */
export class GapFiller {
  /** Of the story of the last turn: looked up once for all its turns, unless it changes in between. */
  private last: Lack | null = null;

  constructor(private readonly builder: StateBuilder) {}

  /** The tables may have been emptied meanwhile. */
  forget(): void {
    this.last = null;
  }

  /**
   * Stores states of one story that are missing, newest first: those between the changes of one batch, and those that
   * late articles outdated, as far as the story's share of storage goes. A reader folds the others from keyframes.
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
    const lack = await this.lackOf(client, storyId, story.version);
    if (lack) await this.store(client, lack, lack.points.splice(0, PER_TURN));
    if (!lack || lack.points.length === 0) {
      await client.query('update dateline.stories set gaps = false where story_id = $1', [storyId]);
    }
    return true;
  }

  private async store(
    client: pg.PoolClient,
    { storyId, history }: Lack,
    points: readonly StatePoint[],
  ): Promise<void> {
    const keyframes: { digest: Buffer; aggregate: unknown }[] = [];
    const states = await this.builder.buildAll(client, storyId, points, history, (digest, aggregate) =>
      keyframes.push({ digest, aggregate }),
    );
    await storeKeyframes(client, storyId, keyframes);
    await storeStates(client, storyId, states);
  }

  private async lackOf(client: pg.PoolClient, storyId: string, version: number): Promise<Lack | null> {
    const known = this.last;
    if (known?.storyId === storyId && known.version === version) return known;
    const points = await readGaps(client, storyId, version * STORED_PER_CHANGE);
    if (points.length === 0) return null;
    const history = await MemberHistory.read(client, storyId);
    return (this.last = { storyId, version, points, history });
  }
}

/**
 * The moments of a story without a stored state, newest first, as many as may be stored until there are `most`; each with the version of the state to store. The versions
 * come from one pass over the story's changes, made only where something is missing: of 10,000 changes it takes 20 ms,
 * and the newest version up to a moment, looked up for each, took 1 ms a state.
 */
async function readGaps(client: pg.PoolClient, storyId: string, most: number): Promise<StatePoint[]> {
  const { rows } = await client.query<StatePoint>({
    name: 'dateline-gaps',
    text: `with gaps as materialized (
             select distinct c.effective_at from dateline.story_changes c
             where c.story_id = $1 and not exists (
               select 1 from dateline.story_states s
               where s.story_id = $1 and s.effective_at = c.effective_at and s.valid_to is null)),
           versions as (
             select effective_at, max(max(version)) over (order by effective_at) as version
             from dateline.story_changes where story_id = $1 and exists (select 1 from gaps) group by effective_at)
           select effective_at as "effectiveAt", version from versions join gaps using (effective_at) order by 1 desc
           limit greatest(0, $2 - (select count(*) from dateline.story_states where story_id = $1))`,
    values: [storyId, most],
  });
  return rows;
}
