import type pg from 'pg';
import type { ArticleThreaded, StoryEvent } from '../../domain/story.js';
import type { AppendRequest, StoredEvent } from '../../event-log/stored-event.js';
import type { EventHandler } from '../../queue/log-consumer.js';
import type { Logger } from '../../shared/logger.js';
import type { Contribution } from './content/contribution.js';
import { contributedRow, type ContributedRow } from './contributed-row.js';
import { changeKind, changeLine, otherStory } from './change-line.js';
import { GapFiller } from './fill-gaps.js';
import { foldHeader } from './fold-header.js';
import { OpenStories, openingOf, type OpenStory } from './open-stories.js';
import { readReplays, tellMissed } from './replay.js';
import { StateBuilder } from './state-builder.js';
import {
  asReplay,
  asStoryEvent,
  type AnalysisEvent,
  type ReferencedEvents,
  type TextEvent,
} from './story-events.js';
import { StoryRows, storeKeyframes, storeStates } from './story-rows.js';

/** Contributions that the first reader to ask folds in some 100 ms. */
const UNSTORED_CHANGES = 200;

/** Folds the log into versioned story states. Pure but for the writes: the same log gives the same rows. */
export class StoryStateProjector implements EventHandler {
  readonly name = 'story-state';
  readonly batchSize = 500;
  /** Raise it with whatever makes other states of the same events. */
  readonly shape = 6;
  readonly tables = [
    'stories',
    'story_headers',
    'story_quiet',
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
  /** Where changes are told that the log tells anew, by their own position; null: not looked up yet. */
  private replays: ReadonlyMap<bigint, bigint> | null = null;
  /** What was worked out ahead, by the position of the decision. */
  private readonly foreseen = new Map<bigint, ContributedRow>();

  constructor(
    private readonly referenced: ReferencedEvents,
    private readonly logger: Logger,
  ) {}

  forget(): void {
    this.referenced.clear();
    this.gaps.forget();
    this.unstored.clear();
    this.foreseen.clear();
    this.replays = null;
  }

  /** Copies out what articles contribute, most of the work of a fold, which takes the events alone. */
  foresee(events: readonly StoredEvent[]): void {
    this.keepTexts(events);
    for (const event of events) {
      const change = asStoryEvent(event);
      if (change?.type !== 'ArticleThreaded') continue;
      const text = this.referenced.kept(BigInt(change.data.textPosition)) as TextEvent | undefined;
      const analyzed = this.referenced.kept(BigInt(change.data.analysisPosition)) as
        AnalysisEvent | undefined;
      if (!text || !analyzed) continue;
      try {
        this.foreseen.set(event.position, contributedRow(text, analyzed, change.data));
      } catch {
        // It fails again when its turn comes, and parks the story there.
      }
    }
  }

  async handle(events: readonly StoredEvent[], client: pg.PoolClient): Promise<void> {
    const rows = new StoryRows();
    this.keepTexts(events);
    noteUnsettled(events, rows);
    const changes = events.flatMap((event) => asStoryEvent(event) ?? []);
    const stories = await OpenStories.load(client, changes);
    const data = await this.referenced.loadFor(changes);
    this.replays ??= await readReplays(client);
    for (const event of events) {
      this.fold(event, stories, data, rows);
      this.foreseen.delete(event.position);
    }
    await rows.write(client);
    const more = events.length >= this.batchSize;
    if (!more) this.unstored.clear();
    for (const [storyId, story] of stories.touched()) {
      if (this.isDue(storyId, rows, more)) await this.storeHead(client, storyId, story.version);
    }
    if (rows.isNews) await client.query(`select pg_notify('dateline_changes', '')`);
  }

  /** What a rebuild may bring to light is said in the log first. */
  beforeReset(client: pg.PoolClient): Promise<AppendRequest[]> {
    return tellMissed(client);
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

  private keepTexts(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (isText(event) || event.type === 'ArticleAnalyzed') this.referenced.keep(event.position, event.data);
    }
  }

  private fold(event: StoredEvent, stories: OpenStories, data: Map<bigint, unknown>, rows: StoryRows): void {
    const { settles } = event.metadata as { settles?: readonly { position: string; articleId: string }[] };
    for (const text of settles ?? [])
      rows.settled.push({ position: BigInt(text.position), articleId: text.articleId });

    const change = asStoryEvent(event);
    const replayed = asReplay(event);
    if (replayed && this.toldAt(BigInt(replayed.data.position), event.position) === event.position)
      rows.announcements.push({ position: replayed.data.position, announced: event.position });
    if (!change || stories.isParked(change.data.storyId)) return;
    const storyId = change.data.storyId;
    try {
      this.foldStoryEvent(event, change, stories, data, rows);
    } catch (error) {
      // The story stops here, the rest goes on; a rebuild after the fix folds it in order, and what subscribers have
      // missed of it is told them then.
      this.logger.error(
        { err: error, storyId, position: event.position.toString(), type: event.type },
        'story parked',
      );
      rows.parked.push({ storyId, position: event.position, error: String(error) });
      stories.park(storyId);
    }
  }

  private foldStoryEvent(
    event: StoredEvent,
    change: StoryEvent,
    stories: OpenStories,
    data: Map<bigint, unknown>,
    rows: StoryRows,
  ): void {
    const storyId = change.data.storyId;
    const opening = openingOf(change);
    if (opening) {
      const slug = stories.open(storyId, opening);
      rows.stories.push({ storyId, slug, tracked: change.type === 'StoryTracked' });
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
    foldHeader(change, story, version, event.position, rows);
    const effectiveAt = effectiveTime(event, change, story);
    if (story.oldest === '' || effectiveAt < story.oldest) story.oldest = effectiveAt;
    if (change.type === 'StoryWentDormant') {
      rows.quiet.push({ storyId, version, since: change.data.quietSince, effectiveAt });
    }
    rows.changes.push({
      position: event.position,
      announced: this.replays?.has(event.position) ? null : event.position,
      storyId,
      version,
      kind: changeKind(change, effectiveAt < story.newest),
      cause: event.type,
      eventId: event.id,
      articleId: 'articleId' in change.data ? change.data.articleId : null,
      otherStory: otherStory(change),
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
  ): Contribution | null {
    const text = data.get(BigInt(threaded.textPosition)) as TextEvent | undefined;
    const analyzed = data.get(BigInt(threaded.analysisPosition)) as AnalysisEvent | undefined;
    if (text === undefined || analyzed === undefined) {
      throw new Error(`ArticleThreaded at ${event.position} points to positions that the log does not have`);
    }
    const { storyId, articleId, revision, publishedAt } = threaded;
    // Erased: the article leaves no trace in the state but the change itself.
    const row =
      text && analyzed
        ? (this.foreseen.get(event.position) ?? contributedRow(text, analyzed, threaded))
        : null;
    // Only now that nothing can fail any more: a parked story keeps the article as it stood.
    rows.endings.push({ storyId, articleId, version });
    if (!row) return null;
    const { contribution, ...columns } = row;
    rows.articles.push({ storyId, articleId, version, revision, publishedAt, ...columns });
    return contribution;
  }

  /** A change that is told anew more than once counts as told at the last. */
  private toldAt(position: bigint, otherwise: bigint): bigint {
    return this.replays?.get(position) ?? otherwise;
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

const isText = ({ type }: StoredEvent): boolean => type === 'ArticleIngested' || type === 'ArticleRevised';

function noteUnsettled(events: readonly StoredEvent[], rows: StoryRows): void {
  for (const event of events) {
    // From the stream's name, not the data: an erased text was taken in all the same.
    if (isText(event))
      rows.unsettled.push({ position: event.position, articleId: event.stream.slice('article-'.length) });
  }
}

/**
 * When the change takes effect on the world's clock: an article's at its publication. A revision that moves the time of
 * publication changes the states from the earlier of the two on, since the old text leaves them. Who is who does not hang on
 * when it was decided: that changes every state. Moves `standing` on.
 */
function effectiveTime(event: StoredEvent, change: StoryEvent, { standing, oldest }: OpenStory): string {
  if (change.type === 'NamesDecided') return oldest;
  if (change.type !== 'ArticleThreaded' && change.type !== 'ArticleUnthreaded') return event.occurredAt;
  const { articleId, publishedAt } = change.data;
  const before = standing.get(articleId);
  if (change.type === 'ArticleThreaded') standing.set(articleId, publishedAt);
  else standing.delete(articleId);
  return before !== undefined && before < publishedAt ? before : publishedAt;
}
