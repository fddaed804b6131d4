import type { StoryEvent } from '../domain/story.js';
import type { Queryable } from '../shared/pg.js';

/** A story without a new article for so long, by the news's clock, is dormant. Longer than most silences in a story. */
export const QUIET_DAYS = 30;
const DAY_MS = 86_400_000;
const QUIET_MS = QUIET_DAYS * DAY_MS;
/** Stories that go dormant because of one article at the most; the next article goes on with the rest. */
const MAX_AT_ONCE = 500;

type Status = 'open' | 'dormant' | 'closed';

interface Activity {
  /** Publication of its newest article, milliseconds. */
  lastAt: number;
  status: Status;
}

/** A decision with its time on the world's clock. */
export interface DormancyChange {
  readonly event: StoryEvent;
  readonly occurredAt: string;
}

/**
 * Which stories go dormant and which wake. The clock is the newest publication in the log, in whole days, never the
 * wall's: what is decided depends on the log alone. A story with no news for `QUIET_DAYS` goes dormant as of the end of
 * them; a new article within them wakes it. An older one that comes late does not.
 */
export class Dormancy {
  private stories: Map<string, Activity> | null = null;
  /** The stories that may go dormant. */
  private readonly open = new Set<string>();
  private readonly changed = new Set<string>();
  /** Beginning of the newest day of the news, and of the day up to which quiet stories have been looked for. */
  private newest = -Infinity;
  private lookedAt = -Infinity;
  private savedDays = '';

  forget(): void {
    this.stories = null;
    this.open.clear();
    this.changed.clear();
  }

  async load(client: Queryable): Promise<void> {
    if (this.stories) return;
    const { rows } = await client.query<{ story_id: string; last_at: Date; status: Status }>(
      'select story_id, last_at, status from dateline.threading_activity',
    );
    this.stories = new Map(
      rows.map(({ story_id, last_at, status }) => [story_id, { lastAt: last_at.getTime(), status }]),
    );
    for (const { story_id, status } of rows) if (status === 'open') this.open.add(story_id);
    // Infinities of Postgres come as numbers.
    const { rows: days } = await client.query<{ newest: Date | number; looked_at: Date | number }>(
      'select newest, looked_at from dateline.threading_news_day',
    );
    this.newest = Number(days[0]?.newest ?? -Infinity);
    this.lookedAt = Number(days[0]?.looked_at ?? -Infinity);
    this.savedDays = `${this.newest}/${this.lookedAt}`;
  }

  /** The news has come to a moment: the stories that have had none for too long by then, the quietest first. */
  advance(publishedAt: string): DormancyChange[] {
    const day = Math.floor(Date.parse(publishedAt) / DAY_MS) * DAY_MS;
    if (day > this.newest) this.newest = day;
    if (this.lookedAt >= this.newest) return [];
    const due = [...this.open]
      .map((storyId) => ({ storyId, lastAt: this.known.get(storyId)!.lastAt }))
      .filter(({ lastAt }) => this.isQuiet(lastAt))
      .sort((a, b) => a.lastAt - b.lastAt || (a.storyId < b.storyId ? -1 : 1));
    if (due.length <= MAX_AT_ONCE) this.lookedAt = this.newest;
    return due.slice(0, MAX_AT_ONCE).map(({ storyId, lastAt }) => this.fallAsleep(storyId, lastAt));
  }

  /** Notes an article that joins a story; call {@link settle} when all that come at once have joined. */
  join(storyId: string, publishedAt: string): void {
    const at = Date.parse(publishedAt);
    const story = this.known.get(storyId);
    if (!story) this.set(storyId, { lastAt: at, status: 'open' });
    else if (at > story.lastAt) this.set(storyId, { ...story, lastAt: at });
  }

  /**
   * What articles that joined make of a story: it wakes, or is dormant, or nothing changes.
   *
   * @param before the newest publication before they joined, of {@link lastOf}
   */
  settle(storyId: string, before: number | undefined, articleId: string): DormancyChange[] {
    const story = this.known.get(storyId);
    if (!story || story.status === 'closed') return [];
    const { lastAt, status } = story;
    if (before !== undefined && lastAt <= before) return [];
    if (this.isQuiet(lastAt)) return [this.fallAsleep(storyId, lastAt)];
    if (status !== 'dormant' || before === undefined) return [];
    this.set(storyId, { lastAt, status: 'open' });
    const quietSince = new Date(before).toISOString();
    return [
      {
        event: { type: 'StoryWoke', data: { storyId, articleId, quietSince } },
        occurredAt: new Date(lastAt).toISOString(),
      },
    ];
  }

  /** An article has left a story, whose newest may be an earlier one now; the memberships have to be written before. */
  async leave(storyId: string, client: Queryable): Promise<DormancyChange[]> {
    const story = this.known.get(storyId);
    if (!story) return [];
    const { rows } = await client.query<{ last_at: Date | null }>({
      name: 'dateline-newest-of-story',
      text: `select max(a.published_at) as last_at from dateline.threading_members m
             join dateline.threading_articles a using (article_id) where m.story_id = $1`,
      values: [storyId],
    });
    const lastAt = rows[0]?.last_at?.getTime();
    // A story without articles waits for its first again.
    if (lastAt === undefined) return [];
    this.set(storyId, { ...story, lastAt });
    return story.status === 'open' && this.isQuiet(lastAt) ? [this.fallAsleep(storyId, lastAt)] : [];
  }

  /** Beginning of the newest day of the news, milliseconds. */
  get today(): number {
    return this.newest;
  }

  /** Publication of a story's newest article, milliseconds. */
  lastOf(storyId: string): number | undefined {
    return this.known.get(storyId)?.lastAt;
  }

  /** An editor has closed or reopened a story: a closed one does not go dormant. */
  mark(storyId: string, open: boolean): void {
    const story = this.known.get(storyId);
    if (story) this.set(storyId, { ...story, status: open ? 'open' : 'closed' });
    // Reopened without news, it is looked at on the next day of the news.
  }

  async write(client: Queryable): Promise<void> {
    if (this.changed.size > 0) {
      const ids = [...this.changed];
      this.changed.clear();
      const stories = ids.map((id) => this.known.get(id)!);
      await client.query(
        `insert into dateline.threading_activity (story_id, last_at, status)
         select * from unnest($1::uuid[], $2::timestamptz[], $3::text[])
         on conflict (story_id) do update set last_at = excluded.last_at, status = excluded.status`,
        [ids, stories.map(({ lastAt }) => new Date(lastAt)), stories.map(({ status }) => status)],
      );
    }
    const days = `${this.newest}/${this.lookedAt}`;
    if (days === this.savedDays || this.newest === -Infinity) return;
    this.savedDays = days;
    await client.query(
      `insert into dateline.threading_news_day (newest, looked_at) values ($1, $2)
       on conflict (only_row) do update set newest = excluded.newest, looked_at = excluded.looked_at`,
      [new Date(this.newest), this.lookedAt === -Infinity ? '-infinity' : new Date(this.lookedAt)],
    );
  }

  private isQuiet = (lastAt: number): boolean => lastAt + QUIET_MS <= this.newest;

  private fallAsleep(storyId: string, lastAt: number): DormancyChange {
    this.set(storyId, { lastAt, status: 'dormant' });
    const quietSince = new Date(lastAt).toISOString();
    return {
      event: { type: 'StoryWentDormant', data: { storyId, quietSince } },
      occurredAt: new Date(lastAt + QUIET_MS).toISOString(),
    };
  }

  private set(storyId: string, activity: Activity): void {
    this.known.set(storyId, activity);
    if (activity.status === 'open') this.open.add(storyId);
    else this.open.delete(storyId);
    this.changed.add(storyId);
  }

  private get known(): Map<string, Activity> {
    if (!this.stories) throw new Error('dormancy is used before it is loaded');
    return this.stories;
  }
}
