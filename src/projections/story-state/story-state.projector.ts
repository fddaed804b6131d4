import type pg from 'pg';
import type { ArticleAnalyzed, ArticleRevision } from '../../domain/article.js';
import type { ArticleThreaded, StoryEvent } from '../../domain/story.js';
import type { StoredEvent } from '../../event-log/stored-event.js';
import type { EventHandler } from '../../queue/log-consumer.js';
import type { Logger } from '../../shared/logger.js';
import { contribute } from './content/contribution.js';
import { changeKind, changeLine } from './change-line.js';
import { GapFiller } from './fill-gaps.js';
import { StateBuilder } from './state-builder.js';
import { asStoryEvent, type ReferencedEvents } from './story-events.js';
import { StoryRows, storeKeyframes, storeStates } from './story-rows.js';

/** Contributions that a reader folds in some 30 ms. */
const UNSTORED_CHANGES = 64;

/** A story while a batch goes over it. */
interface OpenStory {
  slug: string;
  version: number;
  /** World's time of the newest article so far: one published before it comes late. */
  newest: string;
  title: string;
  status: string;
  parked: boolean;
  touched: boolean;
  /** Publication times of the articles that stand in it and that this batch is about. */
  standing: Map<string, string>;
}

/** Folds the log into versioned story states. Pure but for the writes: the same log gives the same rows. */
export class StoryStateProjector implements EventHandler {
  readonly name = 'story-state';
  readonly batchSize = 200;
  readonly tables = [
    'stories',
    'story_headers',
    'story_changes',
    'story_articles',
    'story_keyframes',
    'story_states',
    'unsettled',
    'parked_stories',
  ];
  private readonly builder = new StateBuilder();
  private readonly gaps = new GapFiller(this.builder);
  /** Changes of a story since its newest state was last stored. */
  private readonly unstored = new Map<string, number>();

  constructor(
    private readonly referenced: ReferencedEvents,
    private readonly logger: Logger,
  ) {}

  forget(): void {
    this.referenced.clear();
    this.gaps.forget();
    this.unstored.clear();
  }

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    const rows = new StoryRows();
    this.keepTexts(events, rows);
    const stories = await loadStories(client, events);
    const data = await this.referenced.load(referencedPositions(events));
    for (const event of events) this.fold(event, stories, data, rows);
    await rows.write(client);
    const more = events.length >= this.batchSize;
    if (!more) this.unstored.clear();
    for (const [storyId, story] of stories) {
      if (story.touched && !story.parked && this.isDue(storyId, rows, more)) {
        await this.storeHead(client, storyId, story.version);
      }
    }
    if (rows.changes.length > 0 || rows.settled.length > 0)
      await client.query(`select pg_notify('dateline_changes', '')`);
  }

  /** Stores states that are missing, a few at a time, while there is nothing to read; true while there are more. */
  idle(client: pg.PoolClient): Promise<boolean> {
    return this.gaps.fill(client);
  }

  /**
   * Whether to store the story's newest state. Far behind the log that would mostly be work for nothing, the next batch
   * outdates it: then only now and then, so that a reader who folds it meanwhile never has far to go.
   */
  private isDue(storyId: string, rows: StoryRows, more: boolean): boolean {
    const changes = rows.changes.filter((change) => change.storyId === storyId).length;
    const unstored = (this.unstored.get(storyId) ?? 0) + changes;
    if (more && unstored < UNSTORED_CHANGES) {
      this.unstored.set(storyId, unstored);
      return false;
    }
    this.unstored.delete(storyId);
    return true;
  }

  private keepTexts(events: readonly StoredEvent[], rows: StoryRows): void {
    for (const event of events) {
      if (event.type === 'ArticleIngested' || event.type === 'ArticleRevised') {
        this.referenced.keep(event.position, event.data);
        // From the stream's name, not the data: an erased text was taken in all the same.
        rows.unsettled.push({ position: event.position, articleId: event.stream.slice('article-'.length) });
      } else if (event.type === 'ArticleAnalyzed') {
        this.referenced.keep(event.position, event.data);
      }
    }
  }

  private fold(
    event: StoredEvent,
    stories: Map<string, OpenStory>,
    data: Map<bigint, unknown>,
    rows: StoryRows,
  ): void {
    const { settles } = event.metadata as { settles?: readonly { position: string; articleId: string }[] };
    for (const text of settles ?? [])
      rows.settled.push({ position: BigInt(text.position), articleId: text.articleId });

    const change = asStoryEvent(event);
    if (!change) return;
    const storyId = change.data.storyId;
    const story = stories.get(storyId);
    if (story?.parked) return;
    try {
      this.foldStoryEvent(event, change, stories, data, rows);
    } catch (error) {
      // The story stops here, the rest goes on; a rebuild after the fix replays it in order.
      this.logger.error(
        { err: error, storyId, position: event.position.toString(), type: event.type },
        'story parked',
      );
      rows.parked.push({ storyId, position: event.position, error: String(error) });
      if (story) story.parked = true;
    }
  }

  private foldStoryEvent(
    event: StoredEvent,
    change: StoryEvent,
    stories: Map<string, OpenStory>,
    data: Map<bigint, unknown>,
    rows: StoryRows,
  ): void {
    const storyId = change.data.storyId;
    const opened = openingOf(change);
    if (opened) {
      stories.set(storyId, {
        ...opened,
        version: 0,
        newest: '',
        status: 'open',
        parked: false,
        touched: false,
        standing: new Map(),
      });
      rows.stories.push({ storyId, slug: opened.slug, tracked: change.type === 'StoryTracked' });
    }
    const story = stories.get(storyId);
    if (!story)
      throw new Error(`${event.type} at ${event.position} is of story ${storyId}, which was never opened`);
    const version = story.version + 1;
    const contributed =
      change.type === 'ArticleThreaded' ? this.foldArticle(change.data, version, data, rows, event) : null;
    if (change.type === 'ArticleUnthreaded') {
      rows.endings.push({ storyId, articleId: change.data.articleId, version });
    }
    foldHeader(change, story, version, rows);
    const effectiveAt = effectiveTime(event, change, story.standing);
    rows.changes.push({
      position: event.position,
      storyId,
      version,
      kind: changeKind(change, effectiveAt < story.newest),
      cause: event.type,
      eventId: event.id,
      articleId: 'articleId' in change.data ? change.data.articleId : null,
      effectiveAt,
      recordedAt: event.recordedAt,
      ...changeLine(change, contributed),
    });
    story.version = version;
    story.touched = true;
    if (change.type === 'ArticleThreaded' && effectiveAt > story.newest) story.newest = effectiveAt;
  }

  private foldArticle(
    threaded: ArticleThreaded,
    version: number,
    data: Map<bigint, unknown>,
    rows: StoryRows,
    event: StoredEvent,
  ): ReturnType<typeof contribute> | null {
    const text = data.get(BigInt(threaded.textPosition)) as ArticleRevision | null | undefined;
    const analyzed = data.get(BigInt(threaded.analysisPosition)) as ArticleAnalyzed | null | undefined;
    if (text === undefined || analyzed === undefined) {
      throw new Error(`ArticleThreaded at ${event.position} points to positions that the log does not have`);
    }
    const { storyId, articleId, revision, publishedAt } = threaded;
    // Erased: the article leaves no trace in the state but the change itself.
    const contribution =
      text === null || analyzed === null ? null : contribute(text, publishedAt, analyzed.analysis, threaded);
    // Only now that nothing can fail any more: a parked story keeps the article as it stood.
    rows.endings.push({ storyId, articleId, version });
    if (text === null || contribution === null) return null;
    const names = [
      ...new Set(
        contribution.entities.flatMap((e) => [e.name, ...e.aliases]).map((name) => name.toLowerCase()),
      ),
    ];
    rows.articles.push({
      storyId,
      articleId,
      version,
      revision,
      publishedAt,
      publisher: text.publisher,
      names,
      searchText: [text.title, ...names].join(' \n '),
      contribution: JSON.stringify(contribution),
    });
    return contribution;
  }

  private async storeHead(client: pg.PoolClient, storyId: string, version: number): Promise<void> {
    const { rows } = await client.query<{ effective_at: Date }>({
      name: 'dateline-newest-effective',
      text: 'select max(effective_at) as effective_at from dateline.story_changes where story_id = $1',
      values: [storyId],
    });
    const keyframes: { digest: Buffer; aggregate: unknown }[] = [];
    const state = await this.builder.build(
      client,
      storyId,
      { effectiveAt: rows[0]!.effective_at, version },
      (digest, aggregate) => keyframes.push({ digest, aggregate }),
    );
    await storeKeyframes(client, storyId, keyframes);
    await storeStates(client, storyId, [state]);
  }
}

function openingOf(change: StoryEvent): { slug: string; title: string } | null {
  if (change.type !== 'StoryTracked' && change.type !== 'StoryOpened') return null;
  return { slug: change.data.slug, title: change.data.title };
}

function foldHeader(change: StoryEvent, story: OpenStory, version: number, rows: StoryRows): void {
  const storyId = change.data.storyId;
  let description: string | null = null;
  let profile: string | null = null;
  switch (change.type) {
    case 'StoryTracked':
      description = change.data.description;
      profile = JSON.stringify(change.data.profile);
      break;
    case 'StoryOpened':
      break;
    case 'StoryRenamed':
      story.title = change.data.title;
      break;
    case 'StoryClosed':
      story.status = 'closed';
      break;
    case 'StoryReopened':
      story.status = 'open';
      break;
    case 'StoriesMerged':
      story.status = 'merged';
      break;
    case 'ArticleThreaded':
    case 'ArticleUnthreaded':
    case 'StorySplit':
      return;
    default: {
      const never: never = change;
      throw new Error(`unknown change ${JSON.stringify(never)}`);
    }
  }
  rows.headers.push({ storyId, version, title: story.title, status: story.status, description, profile });
}

/**
 * When the change takes effect on the world's clock: an article's at its publication. A revision that moves the time of
 * publication changes the states from the earlier of the two on, since the old text leaves them. Moves `standing` on.
 */
function effectiveTime(event: StoredEvent, change: StoryEvent, standing: Map<string, string>): string {
  if (change.type !== 'ArticleThreaded' && change.type !== 'ArticleUnthreaded') return event.occurredAt;
  const { articleId, publishedAt } = change.data;
  const before = standing.get(articleId);
  if (change.type === 'ArticleThreaded') standing.set(articleId, publishedAt);
  else standing.delete(articleId);
  return before !== undefined && before < publishedAt ? before : publishedAt;
}

function referencedPositions(events: readonly StoredEvent[]): bigint[] {
  return events.flatMap((event) => {
    if (event.type !== 'ArticleThreaded') return [];
    const { textPosition, analysisPosition } = event.data as ArticleThreaded;
    return [BigInt(textPosition), BigInt(analysisPosition)];
  });
}

async function loadStories(
  client: pg.PoolClient,
  events: readonly StoredEvent[],
): Promise<Map<string, OpenStory>> {
  const changes = events.flatMap((event) => asStoryEvent(event) ?? []);
  if (changes.length === 0) return new Map();
  const ids = [...new Set(changes.map((change) => change.data.storyId))];
  const articles = [
    ...new Set(changes.flatMap((change) => ('articleId' in change.data ? change.data.articleId : []))),
  ];
  const { rows } = await client.query<StoryRow>({
    name: 'dateline-load-stories',
    text: `select s.story_id, s.slug, s.version, h.title, h.status,
             (select max(published_at) from dateline.story_articles a where a.story_id = s.story_id) as newest,
             exists (select 1 from dateline.parked_stories p where p.story_id = s.story_id) as parked,
             (select json_object_agg(article_id, published_at) from dateline.story_articles a
              where a.story_id = s.story_id and a.article_id = any($2::uuid[]) and to_version is null) as standing
           from dateline.stories s
           cross join lateral (select title, status from dateline.story_headers h
                               where h.story_id = s.story_id order by from_version desc limit 1) h
           where s.story_id = any($1::uuid[])`,
    values: [ids, articles],
  });
  return new Map(
    rows.map(({ story_id, newest, standing, ...story }) => [
      story_id,
      {
        ...story,
        newest: newest?.toISOString() ?? '',
        touched: false,
        standing: new Map(
          Object.entries(standing ?? {}).map(([id, time]) => [id, new Date(time).toISOString()]),
        ),
      },
    ]),
  );
}

interface StoryRow {
  story_id: string;
  slug: string;
  version: number;
  title: string;
  status: string;
  newest: Date | null;
  parked: boolean;
  standing: Record<string, string> | null;
}
