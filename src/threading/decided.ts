import type { StoryEvent } from '../domain/story.js';
import type { AppendRequest, NewEvent, StoredEvent } from '../event-log/stored-event.js';
import { derivedId } from '../shared/ids.js';

/** Who decides, in the log. */
export const ACTOR = 'threading';

/** A decision's event with what caused it. */
export interface Decided {
  readonly event: StoryEvent;
  readonly cause: StoredEvent;
  /** Time on the world's clock. */
  readonly occurredAt: string;
  /** The text that is threaded with this decision. */
  readonly text?: { readonly position: string; readonly articleId: string };
}

/**
 * One request per story, decisions in order within it. The last event of each text's decisions, in the order in which
 * they get their positions, says that the text is settled: whoever has read up to there has read all of them.
 */
export function toRequests(decided: readonly Decided[]): AppendRequest[] {
  const streams = new Map<string, Decided[]>();
  for (const decision of decided) {
    const stream = `story-${decision.event.data.storyId}`;
    const of = streams.get(stream);
    if (of) of.push(decision);
    else streams.set(stream, [decision]);
  }
  const lastOf = new Map<string, Decided>();
  for (const decisions of streams.values()) {
    for (const decision of decisions) if (decision.text) lastOf.set(decision.text.position, decision);
  }
  return [...streams].map(([stream, decisions]) => ({
    stream,
    expectedVersion: 'any',
    events: decisions.map((decision) => toNewEvent(decision, lastOf)),
    metadata: { actor: ACTOR },
  }));
}

function toNewEvent(decision: Decided, lastOf: Map<string, Decided>): NewEvent {
  const { event, cause, occurredAt, text } = decision;
  const articleId = 'articleId' in event.data ? event.data.articleId : '';
  return {
    id: derivedId('decided', event.type, event.data.storyId, articleId, cause.id),
    type: event.type,
    data: event.data,
    occurredAt,
    metadata: {
      causationId: cause.id,
      correlationId: cause.metadata.correlationId,
      ...(text && lastOf.get(text.position) === decision ? { settles: [text] } : {}),
    },
  };
}
