import type { Queryable } from '../shared/pg.js';

const DAY_MS = 86_400_000;
/** So long, by the news's clock, a story of few articles is left alone: by then others have told of the same. */
const WAIT_MS = 2 * DAY_MS;
/** Stories looked at because of one article at the most; the next article goes on with the rest. */
const MAX_AT_ONCE = 200;

/**
 * Which discovered stories are to be looked at a second time, and when: those of few articles, two days of news after
 * their last article came. Like dormancy it goes by the newest publication in the log, never by the wall's clock.
 */
export class SecondLooks {
  private readonly changed = new Set<string>();
  /** None is due before. */
  private next = -Infinity;

  /** @param due those that wait; null: they are still to be loaded */
  constructor(private due: Map<string, number> | null = null) {}

  forget(): void {
    this.due = null;
    this.changed.clear();
  }

  async load(client: Queryable): Promise<void> {
    if (this.due) return;
    const { rows } = await client.query<{ story_id: string; due: Date }>(
      'select story_id, due from dateline.threading_second_looks',
    );
    this.due = new Map(rows.map(({ story_id, due }) => [story_id, due.getTime()]));
    this.next = -Infinity;
  }

  /** A story of few articles has a new one. @param today beginning of the newest day of the news, milliseconds */
  defer(storyId: string, today: number): void {
    const due = today + WAIT_MS;
    this.waiting.set(storyId, due);
    this.next = Math.min(this.next, due);
    this.changed.add(storyId);
  }

  /** The story stands by itself: it has grown, somebody has decided about it, or it is gone. */
  settle(storyId: string): void {
    if (this.waiting.delete(storyId)) this.changed.add(storyId);
  }

  /** The stories whose time has come, those that wait longest first; they wait no longer. */
  take(today: number): string[] {
    if (today < this.next) return [];
    const all = [...this.waiting].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
    const taken = all.filter(([, due]) => due <= today).slice(0, MAX_AT_ONCE);
    for (const [storyId] of taken) this.settle(storyId);
    this.next = all[taken.length]?.[1] ?? Infinity;
    return taken.map(([storyId]) => storyId);
  }

  async write(client: Queryable): Promise<void> {
    if (this.changed.size === 0) return;
    const ids = [...this.changed];
    this.changed.clear();
    const due = ids.map((id) => this.waiting.get(id));
    await client.query({
      name: 'dateline-second-looks',
      text: `with gone as (
               delete from dateline.threading_second_looks
               where story_id in (select id from unnest($1::uuid[], $2::timestamptz[]) x(id, due) where due is null))
             insert into dateline.threading_second_looks (story_id, due)
             select id, due from unnest($1::uuid[], $2::timestamptz[]) x(id, due) where due is not null
             on conflict (story_id) do update set due = excluded.due`,
      values: [ids, due.map((at) => (at === undefined ? null : new Date(at)))],
    });
  }

  private get waiting(): Map<string, number> {
    if (!this.due) throw new Error('second looks are used before they are loaded');
    return this.due;
  }
}
