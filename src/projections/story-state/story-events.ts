import type { ArticleAnalyzed, ArticleRevision } from '../../domain/article.js';
import type { ChangeReplayed, StoryEvent } from '../../domain/story.js';
import type { StoredEvent } from '../../event-log/stored-event.js';
import type { EventLog } from '../../event-log/event-log.js';

/** The texts and analyses that threading decisions point to, kept while they are likely to be asked for. */
export class ReferencedEvents {
  private readonly events = new Map<bigint, unknown>();

  constructor(
    private readonly log: EventLog,
    private readonly max = 1_500,
  ) {}

  keep(position: bigint, data: unknown): void {
    this.events.delete(position);
    this.events.set(position, data);
    if (this.events.size > this.max) this.events.delete(this.events.keys().next().value!);
  }

  /** Undefined when it is not at hand. */
  kept(position: bigint): unknown {
    return this.events.get(position);
  }

  /** Fetches, by one query, what is not at hand. `null` stands for an erased text. */
  private async load(positions: readonly bigint[]): Promise<Map<bigint, unknown>> {
    const loaded = new Map<bigint, unknown>();
    const missing: bigint[] = [];
    for (const position of new Set(positions)) {
      if (this.events.has(position)) loaded.set(position, this.events.get(position));
      else missing.push(position);
    }
    for (const event of await this.log.readPositions(missing)) {
      loaded.set(event.position, event.data);
      this.keep(event.position, event.data);
    }
    return loaded;
  }

  /** The texts and analyses that the changes are about. */
  loadFor(changes: readonly StoryEvent[]): Promise<Map<bigint, unknown>> {
    const positions = changes.flatMap((change) =>
      change.type === 'ArticleThreaded'
        ? [BigInt(change.data.textPosition), BigInt(change.data.analysisPosition)]
        : [],
    );
    return this.load(positions);
  }

  clear(): void {
    this.events.clear();
  }
}

const STORY_EVENTS = new Set<string>([
  'StoryTracked',
  'StoryOpened',
  'ArticleThreaded',
  'ArticleUnthreaded',
  'StoryRenamed',
  'StoryClosed',
  'StoryReopened',
  'StoryWentDormant',
  'StoryWoke',
  'StoriesMerged',
  'StorySplit',
  'NamesDecided',
] satisfies StoryEvent['type'][]);

/** The event's part that the log knows and the part that the domain knows; null for an event of no story. */
export function asStoryEvent(event: StoredEvent): StoryEvent | null {
  return STORY_EVENTS.has(event.type) ? ({ type: event.type, data: event.data } as StoryEvent) : null;
}

/** The event as one that tells a change which subscribers have missed; null when it is another. */
export function asReplay(event: StoredEvent): ChangeReplayed | null {
  return event.type === 'ChangeReplayed' ? (event as StoredEvent & ChangeReplayed) : null;
}

export type TextEvent = ArticleRevision | null;
export type AnalysisEvent = ArticleAnalyzed | null;
