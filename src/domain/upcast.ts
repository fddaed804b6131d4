import type { ArticleEvent } from './article.js';
import type { ChangeReplayed, StoryEvent } from './story.js';

export type EventType = ArticleEvent['type'] | StoryEvent['type'] | ChangeReplayed['type'];

/** Lifts an event's data from one schema version to the next; pure. */
export type Upcaster = (data: unknown) => unknown;

/**
 * Per event type, the steps from version 1 on: `[from1to2, from2to3]`. A type's newest version is one more than it has
 * steps. Changing an event's shape means adding a step here and a golden file of the old shape, which is never edited
 * again, in golden/.
 */
export const UPCASTERS: Readonly<Record<EventType, readonly Upcaster[]>> = {
  ArticleIngested: [],
  ArticleRevised: [],
  ArticleRetracted: [],
  ArticleErased: [],
  ArticleAnalyzed: [withoutModels],
  StoryTracked: [],
  StoryOpened: [],
  ArticleThreaded: [],
  ArticleUnthreaded: [],
  StoryRenamed: [],
  StoryClosed: [],
  StoryReopened: [],
  StoryWentDormant: [],
  StoryWoke: [],
  StoriesMerged: [],
  StorySplit: [],
  NamesDecided: [],
  ChangeReplayed: [],
};

/** Version 1 knew no models, and had terms that nothing read. */
function withoutModels(data: unknown): unknown {
  const { analysis, ...rest } = data as { analysis: object & { terms?: unknown } };
  const { terms: _terms, ...kept } = analysis;
  return { ...rest, analysis: kept, models: [] };
}

/**
 * An event's data in its newest shape.
 *
 * @throws when the type is unknown or its version newer than this program: an older program must not guess
 */
export function upcast(
  type: string,
  schemaVersion: number,
  data: unknown,
  upcasters: Readonly<Record<string, readonly Upcaster[]>> = UPCASTERS,
): unknown {
  const steps = Object.hasOwn(upcasters, type) ? upcasters[type] : undefined;
  if (!steps)
    throw new Error(`the log has an event of type ${type}, which this version of Dateline does not know`);
  if (schemaVersion > steps.length + 1) {
    throw new Error(
      `the log has ${type} in schema version ${schemaVersion}; this Dateline knows up to ${steps.length + 1}`,
    );
  }
  return steps.slice(schemaVersion - 1).reduce((lifted, step) => step(lifted), data);
}
