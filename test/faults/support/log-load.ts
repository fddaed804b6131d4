import type { EventLog } from '../../../src/event-log/event-log.js';
import { articleIdOf, storiesTracked, takenIn, type Report } from './articles.js';

/** Tracks the three stories of the reports. */
export async function trackStories(log: EventLog): Promise<void> {
  await log.appendAll(
    storiesTracked.map((event) => ({
      stream: `story-${event.data.storyId}`,
      expectedVersion: 0,
      events: [
        {
          id: event.data.storyId,
          type: event.type,
          data: event.data,
          occurredAt: '2031-01-01T00:00:00.000Z',
        },
      ],
      metadata: { actor: 'test' },
    })),
  );
}

/** Appends reports as ingestion does. */
export async function takeIn(log: EventLog, reports: readonly Report[]): Promise<void> {
  const results = await log.appendAll(
    reports.map((report) => ({
      stream: `article-${articleIdOf(report)}`,
      expectedVersion: 0,
      events: [takenIn(report)],
      metadata: { actor: 'test' },
    })),
  );
  const refused = results.filter(({ outcome }) => outcome !== 'appended');
  if (refused.length > 0)
    throw new Error(`${refused.length} reports were not appended: ${refused[0]!.outcome}`);
}
