import { pino } from 'pino';
import { articleOf } from '../../test/fixtures/threading-articles.js';
import { createTestDatabase } from '../../test/support/database.js';
import { upcast } from '../domain/upcast.js';
import { EventLog } from '../event-log/event-log.js';
import { LogConsumer } from '../queue/log-consumer.js';
import { derivedId } from '../shared/ids.js';
import { Threader } from './threader.js';

const logger = pino({ level: 'silent' });

/** Headline, text, hour. */
const QUAKE = ['Quake shakes Port Velda', 'A quake of magnitude 6.1 shook Port Velda before dawn. Roofs fell in the harbour quarter.', 6] as const; // prettier-ignore
const COUNT = ['Port Velda counts quake damage', 'Port Velda counts the damage of the quake of magnitude 6.1. Roofs fell in the harbour quarter.', 9] as const; // prettier-ignore
const AFTER = ['Aftershock in Port Velda', 'After the quake of magnitude 6.1 another shook the harbour quarter of Port Velda. Roofs fell again.', 15] as const; // prettier-ignore
const CUP = ['Rovers win the cup in extra time', 'The Rovers beat Castle United by two goals to one. A late header by Bram Oster decided the final.', 9] as const; // prettier-ignore
type Report = readonly [title: string, text: string, hour: number];

/** The stories that a server opens when reports come in this order, all at hand before it threads the first. */
async function openedBy(reports: readonly Report[]): Promise<unknown[]> {
  const database = await createTestDatabase();
  try {
    const log = new EventLog(database.pool, upcast);
    for (const [title, text, hour] of reports) {
      const articleId = derivedId('news-order', title);
      const occurredAt = new Date(Date.UTC(2031, 4, 10, hour)).toISOString();
      const { analysis, publisher } = articleOf(title, text);
      const append = (expectedVersion: number, type: string, data: unknown, schemaVersion = 1) =>
        log.append({
          stream: `article-${articleId}`,
          expectedVersion,
          events: [{ id: derivedId(articleId, type), type, schemaVersion, data, occurredAt }],
          metadata: { actor: 'test' },
        });
      const revision = { articleId, revision: 1, title, text, publisher, publishedAt: occurredAt, contentHash: title }; // prettier-ignore
      const { positions } = await append(0, 'ArticleIngested', revision);
      const textPosition = positions[0]!.toString();
      await append(1, 'ArticleAnalyzed', { articleId, revision: 1, textPosition, analysis, models: [] }, 2);
    }
    await new LogConsumer(database.pool, log, new Threader(log, logger), logger).catchUp();
    const events = await log.readAll(0n, 1000);
    return events.filter(({ type }) => type === 'StoryOpened').map(({ data }) => data);
  } finally {
    await database.drop();
  }
}

test('whichever report came in first, a story has the id and slug of the earliest', async () => {
  const opened = await openedBy([QUAKE, COUNT, CUP, AFTER]);
  expect(opened).toMatchObject([{ title: QUAKE[0] }, { title: CUP[0] }]);
  expect(new Set(await openedBy([AFTER, CUP, COUNT, QUAKE]))).toEqual(new Set(opened));
  expect(new Set(await openedBy([CUP, COUNT, AFTER, QUAKE]))).toEqual(new Set(opened));
});
