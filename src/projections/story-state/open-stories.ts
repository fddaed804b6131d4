import type { NameDecision } from '../../domain/names-decided.js';
import type { StoryEvent } from '../../domain/story.js';
import type { Queryable } from '../../shared/pg.js';

/** A story while a batch goes over it. */
export interface OpenStory {
  version: number;
  /** World's time of the newest article so far: one published before it comes late. */
  newest: string;
  title: string;
  status: string;
  /** Where it lives on, as long as its status is `merged`. */
  mergedInto: string | null;
  names: readonly NameDecision[];
  /** World's time of the first change; every state there is lies at it or after. */
  oldest: string;
  touched: boolean;
  /** Publication times of the articles that stand in it and that this batch is about. */
  readonly standing: Map<string, string>;
}

/** The stories that a batch goes over, as they were left by the one before. */
export class OpenStories {
  private constructor(
    private readonly stories: Map<string, OpenStory>,
    private readonly slugs: Set<string>,
    private readonly parked: Set<string>,
  ) {}

  static async load(client: Queryable, changes: readonly StoryEvent[]): Promise<OpenStories> {
    if (changes.length === 0) return new OpenStories(new Map(), new Set(), new Set());
    const ids = [...new Set(changes.map((change) => change.data.storyId))];
    const slugs = changes.flatMap((change) => openingOf(change)?.slug ?? []);
    const articles = new Set(
      changes.flatMap((change) => ('articleId' in change.data ? change.data.articleId : [])),
    );
    return new OpenStories(
      await readStories(client, ids, [...articles]),
      await readSlugs(client, slugs),
      await readParked(client, ids),
    );
  }

  get(storyId: string): OpenStory | undefined {
    return this.stories.get(storyId);
  }

  isParked(storyId: string): boolean {
    return this.parked.has(storyId);
  }

  park(storyId: string): void {
    this.parked.add(storyId);
  }

  /**
   * Begins a story. Two with one slug are of no command's making, but a log may have them: the first keeps it and the
   * other goes by its id, which no slug looks like. An error would stop the consumer, and with it every story.
   *
   * @returns the slug it goes by
   * @throws when it was begun before
   */
  open(storyId: string, { slug: wanted, title }: Opening): string {
    if (this.stories.has(storyId)) throw new Error(`story ${storyId} is opened a second time`);
    const slug = this.slugs.has(wanted) ? storyId : wanted;
    this.slugs.add(slug);
    this.stories.set(storyId, {
      title,
      version: 0,
      newest: '',
      status: 'open',
      mergedInto: null,
      names: [],
      oldest: '',
      touched: false,
      standing: new Map(),
    });
    return slug;
  }

  /** Those that this batch has changed and that go on. */
  *touched(): Generator<[storyId: string, story: OpenStory]> {
    for (const [storyId, story] of this.stories) {
      if (story.touched && !this.parked.has(storyId)) yield [storyId, story];
    }
  }
}

interface Opening {
  readonly slug: string;
  readonly title: string;
}

/** What a story is called that begins with this change; null when none does. */
export function openingOf(change: StoryEvent): Opening | null {
  return change.type === 'StoryTracked' || change.type === 'StoryOpened' ? change.data : null;
}

interface StoryRow {
  story_id: string;
  version: number;
  title: string;
  status: string;
  mergedInto: string | null;
  names: readonly NameDecision[];
  oldest: Date;
  newest: Date | null;
  standing: Record<string, string> | null;
}

async function readStories(
  client: Queryable,
  ids: readonly string[],
  articles: readonly string[],
): Promise<Map<string, OpenStory>> {
  const { rows } = await client.query<StoryRow>({
    name: 'dateline-load-stories',
    text: `select s.story_id, s.version, h.title, h.status, h.merged_into as "mergedInto",
             coalesce(h.names_decided, '[]') as names,
             (select min(effective_at) from dateline.story_changes c where c.story_id = s.story_id) as oldest,
             (select max(published_at) from dateline.story_articles a where a.story_id = s.story_id) as newest,
             (select json_object_agg(article_id, published_at) from dateline.story_articles a
              where a.story_id = s.story_id and a.article_id = any($2::uuid[]) and to_version is null) as standing
           from dateline.stories s
           cross join lateral (select title, status, merged_into, names_decided from dateline.story_headers h
                               where h.story_id = s.story_id order by from_version desc limit 1) h
           where s.story_id = any($1::uuid[])`,
    values: [ids, articles],
  });
  return new Map(
    rows.map(({ story_id, newest, oldest, standing, ...story }) => {
      const times = Object.entries(standing ?? {}).map(([id, time]): [string, string] => [
        id,
        new Date(time).toISOString(),
      ]);
      const open = {
        ...story,
        newest: newest?.toISOString() ?? '',
        oldest: oldest.toISOString(),
        touched: false,
        standing: new Map(times),
      };
      return [story_id, open];
    }),
  );
}

/** Those of the slugs that stories have. */
async function readSlugs(client: Queryable, slugs: readonly string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set();
  const { rows } = await client.query<{ slug: string }>({
    name: 'dateline-taken-slugs',
    text: 'select slug from dateline.stories where slug = any($1::text[])',
    values: [slugs],
  });
  return new Set(rows.map((row) => row.slug));
}

async function readParked(client: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ story_id: string }>({
    name: 'dateline-parked-stories',
    text: 'select story_id from dateline.parked_stories where story_id = any($1::uuid[])',
    values: [ids],
  });
  return new Set(rows.map((row) => row.story_id));
}
