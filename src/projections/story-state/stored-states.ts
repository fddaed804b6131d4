import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { StatePoint } from './member-history.js';
import type { BuiltState } from './state-builder.js';

/** A state ready to send: JSON text before its two clocks, bytes after them. */
export interface ReadyState extends Omit<BuiltState, 'body'> {
  readonly body: Buffer;
}

/** Which row it was, so that Postgres can say whether it still is. */
interface CachedState extends ReadyState {
  readonly stamp: string;
}

interface StoredRow extends StatePoint {
  readonly stamp: string | null;
  readonly position: string;
  readonly recordedAt: Date;
  readonly head: string;
  readonly body: string | null;
}

const MAX_CACHED_BYTES = 64 * 1024 * 1024;
const MAX_REMEMBERED_QUESTIONS = 20_000;

/**
 * Reads stored states. Postgres decides each time which state answers a question; what it need not do again is to
 * unpack and send the text of one that this process has already.
 */
export class StoredStates {
  private readonly states = new LRUCache<string, CachedState>({
    maxSize: MAX_CACHED_BYTES,
    sizeCalculation: ({ body }) => body.length + 500,
  });
  /** Which state answered a question the last time. */
  private readonly answers = new LRUCache<string, string>({ max: MAX_REMEMBERED_QUESTIONS });

  constructor(private readonly pool: pg.Pool) {}

  /**
   * The newest change on both clocks, with the stored state for it where there is one; null when there is no change up
   * to then. Costs two index look-ups.
   *
   * @param at null: now
   * @param version what may be in the answer: changes up to this one
   */
  async find(storyId: string, at: Date | null, version: number): Promise<ReadyState | StatePoint | null> {
    const question = `${storyId}/${at?.getTime() ?? ''}/${version}`;
    const guess = this.states.get(this.answers.get(question) ?? '');
    const { rows } = await this.pool.query<StoredRow>({
      name: 'dateline-find-state',
      // stamp is null where no state is stored for that moment
      text: `select t.effective_at as "effectiveAt", s.version, s.position::text as position,
               s.recorded_at as "recordedAt", s.head, s.stamp,
               case when s.stamp = $4 and t.effective_at = $5 then null else s.body end as body
             from (select effective_at from dateline.story_changes
                   where story_id = $1 and effective_at <= coalesce($2, 'infinity'::timestamptz) and version <= $3
                   order by effective_at desc limit 1) t
             left join lateral (
               select *, version || '/' || xmin as stamp from dateline.story_states s
               where s.story_id = $1 and s.effective_at = t.effective_at and s.version <= $3
                 and (s.valid_to is null or s.valid_to > $3) limit 1) s on true`,
      values: [storyId, at, version, guess?.stamp, guess?.effectiveAt],
    });
    const row = rows[0];
    if (!row) return null;
    if (row.stamp === null)
      return { effectiveAt: row.effectiveAt, version: await this.lastVersion(storyId, row, version) };
    if (row.body === null) return guess!;
    const state = { ...stateBytes({ ...row, body: row.body }), stamp: row.stamp };
    const key = `${storyId}/${row.effectiveAt.getTime()}/${row.stamp}`;
    this.states.set(key, state);
    this.answers.set(question, key);
    return state;
  }

  private async lastVersion(storyId: string, { effectiveAt }: StatePoint, version: number): Promise<number> {
    const { rows } = await this.pool.query<{ version: number }>({
      name: 'dateline-last-version-at',
      text: `select max(version) as version from dateline.story_changes
             where story_id = $1 and effective_at <= $2 and version <= $3`,
      values: [storyId, effectiveAt, version],
    });
    return rows[0]!.version;
  }
}

/** A state with its text encoded once, however often it is sent. */
export function stateBytes({
  effectiveAt,
  version,
  position,
  recordedAt,
  head,
  body,
}: BuiltState): ReadyState {
  return { effectiveAt, version, position, recordedAt, head, body: Buffer.from(body) };
}
