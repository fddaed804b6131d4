import type { EventLog } from '../event-log/event-log.js';
import type { Logger } from '../shared/logger.js';
import type { Queryable } from '../shared/pg.js';
import { redrawSketches } from './redraw.js';
import { RULESET, StoryIndex, type StorySketch } from './ruleset.js';

interface Row {
  readonly story_id: string;
  /** Null: the story was merged into another. */
  readonly sketch: StorySketch | null;
  readonly ruleset: number;
  readonly changed: string;
}

/**
 * The discovered stories in memory, as they are in the database. When another process has gone on meanwhile, or a batch
 * was rolled back, the stories concerned are read again and not all: ten thousand sketches take seconds to read, and with
 * several workers it is often another one's turn.
 *
 * A batch is named by the position of its last event. Batches are written one after the other, under the consumer's lock.
 */
export class StoredIndex {
  private index: StoryIndex | null = null;
  private overtaken = false;
  /** Changed by the batch under way. */
  private readonly touched = new Set<string>();
  /** Written by the batch before, which was not committed if this process is overtaken. */
  private unsettled: { readonly ids: readonly string[]; readonly batch: bigint } | null = null;
  /** The last batch of which all that it changed is in memory. */
  private known = -1n;

  constructor(
    private readonly log: EventLog,
    private readonly logger: Logger,
  ) {}

  /** What is in memory may differ from what is in the database. */
  forget(): void {
    this.overtaken = true;
  }

  /** Once at the beginning of each batch. */
  async load(client: Queryable, batch: bigint): Promise<void> {
    if (!this.index) this.index = await this.readAll(client, batch);
    else if (this.overtaken)
      this.index = (await this.readChanged(client, this.index)) ?? (await this.readAll(client, batch));
    else if (this.unsettled) this.known = this.unsettled.batch;
    this.overtaken = false;
    this.unsettled = null;
    this.touched.clear();
  }

  get current(): StoryIndex {
    if (!this.index) throw new Error('the stories are used before they are loaded');
    return this.index;
  }

  /** Marks a story as changed, to be written. */
  touch(storyId: string): void {
    this.touched.add(storyId);
  }

  /** Takes out a story that is merged into another. */
  drop(storyId: string): void {
    this.current.remove(storyId);
    this.touch(storyId);
  }

  async write(client: Queryable, batch: bigint): Promise<void> {
    if (this.touched.size === 0) return;
    const ids = [...this.touched];
    this.unsettled = { ids, batch };
    await writeSketches(client, this.current, ids, batch);
  }

  private async readAll(client: Queryable, batch: bigint): Promise<StoryIndex> {
    this.known = -1n;
    const { rows } = await client.query<Row>(
      'select story_id, sketch, ruleset, changed from dateline.threading_sketches order by story_id',
    );
    if (rows.some(ofOtherRules)) {
      const index = await redrawSketches(client, this.log, this.logger);
      await client.query('delete from dateline.threading_sketches');
      await writeSketches(client, index, index.ids(), batch);
      return index;
    }
    const index = new StoryIndex();
    this.take(rows, index);
    return index;
  }

  /** Null when what was written cannot be told from what changed: everything is to be read. */
  private async readChanged(client: Queryable, index: StoryIndex): Promise<StoryIndex | null> {
    const doubtful = new Set([...this.touched, ...(this.unsettled?.ids ?? [])]);
    const { rows } = await client.query<Row>({
      name: 'dateline-changed-sketches',
      text: `select story_id, sketch, ruleset, changed from dateline.threading_sketches
             where changed > $1 or story_id = any($2::uuid[]) order by story_id`,
      values: [this.known.toString(), [...doubtful]],
    });
    if (rows.some(ofOtherRules)) return null;
    for (const { story_id } of rows) doubtful.delete(story_id);
    for (const storyId of doubtful) index.remove(storyId);
    this.take(rows, index);
    const { rows: counts } = await client.query<{ stories: number }>(
      'select count(sketch)::int as stories from dateline.threading_sketches',
    );
    return counts[0]!.stories === index.size ? index : null;
  }

  private take(rows: readonly Row[], index: StoryIndex): void {
    index.load(rows.flatMap(({ sketch }) => sketch ?? []));
    for (const { story_id, sketch, changed } of rows) {
      if (!sketch) index.remove(story_id);
      if (BigInt(changed) > this.known) this.known = BigInt(changed);
    }
  }
}

const ofOtherRules = ({ sketch, ruleset }: Row): boolean => sketch !== null && ruleset !== RULESET.version;

async function writeSketches(
  client: Queryable,
  index: StoryIndex,
  ids: readonly string[],
  batch: bigint,
): Promise<void> {
  await client.query(
    `insert into dateline.threading_sketches (story_id, sketch, ruleset, changed)
     select *, $3, $4::bigint from unnest($1::uuid[], $2::json[])
     on conflict (story_id) do update
       set sketch = excluded.sketch, ruleset = excluded.ruleset, changed = excluded.changed`,
    [
      ids,
      ids.map((id) => (index.has(id) ? JSON.stringify(index.snapshot(id)) : null)),
      RULESET.version,
      batch.toString(),
    ],
  );
}
