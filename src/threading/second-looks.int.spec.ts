import { pino } from 'pino';
import { articleOf } from '../../test/fixtures/threading-articles.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { upcast } from '../domain/upcast.js';
import { EventLog } from '../event-log/event-log.js';
import { Changes } from '../projections/story-state/changes.js';
import { ReferencedEvents } from '../projections/story-state/story-events.js';
import { StoryStateProjector } from '../projections/story-state/story-state.projector.js';
import { StoryStates } from '../projections/story-state/story-states.js';
import { LogConsumer } from '../queue/log-consumer.js';
import { derivedId } from '../shared/ids.js';
import { Threader } from './threader.js';

const logger = pino({ level: 'silent' });

/** Headline, text, hour of the news. */
type Report = readonly [title: string, text: string, hour: number];
const OWNER = ['Halden Lines misses crew of the Orvik', 'Halden Lines said six of the crew of its tanker Orvik are missing. The owner sends a team.', 6] as const; // prettier-ignore
const BANG = ['Loud bang wakes Port Velda', 'People in Port Velda heard a loud bang before dawn. Windows broke along the quay and smoke rose over the water.', 8] as const; // prettier-ignore
const QUAY = ['Smoke over the quay of Port Velda', 'Smoke rose over the water of Port Velda after a loud bang before dawn. Windows broke along the quay.', 10] as const; // prettier-ignore
const BOTH = ['Tanker Orvik exploded in Port Velda', 'The loud bang in Port Velda was the tanker Orvik of Halden Lines, which exploded at the quay before dawn. Windows broke, smoke rose, six of the crew are missing.', 15] as const; // prettier-ignore
const CUP = ['Rovers win the cup in extra time', 'The Rovers beat Castle United by two goals to one. A late header by Bram Oster decided the final.', 16] as const; // prettier-ignore
const LATER = ['Snow closes the Garmel pass', 'The pass of Garmel was closed by snow. Drivers waited for hours, road master Ina Foss said.', 80] as const; // prettier-ignore

describe('a second look at a story of few articles', () => {
  let database: TestDatabase;
  let log: EventLog;

  beforeEach(async () => {
    database = await createTestDatabase();
    log = new EventLog(database.pool, upcast);
  });
  afterEach(() => database?.drop());

  const idOf = ([title]: Report): string => derivedId('second-look', title);

  async function report(which: Report, revision = 1): Promise<void> {
    const [title, text, hour] = which;
    const articleId = idOf(which);
    const occurredAt = new Date(Date.UTC(2031, 4, 10, hour)).toISOString();
    const { analysis, publisher } = articleOf(title, text);
    const append = (type: string, data: unknown, schemaVersion = 1) =>
      log.append({
        stream: `article-${articleId}`,
        expectedVersion: 'any',
        events: [{ id: derivedId(articleId, type, String(revision)), type, schemaVersion, data, occurredAt }],
        metadata: { actor: 'test' },
      });
    const data = { articleId, revision, title, text, publisher, publishedAt: occurredAt, contentHash: title };
    const { positions } = await append(revision === 1 ? 'ArticleIngested' : 'ArticleRevised', data);
    const textPosition = positions[0]!.toString();
    await append('ArticleAnalyzed', { articleId, revision, textPosition, analysis, models: [] }, 2);
  }

  /** One after the other, as they come in. */
  async function read(reports: readonly Report[], threader = new Threader(log, logger)): Promise<void> {
    for (const one of reports) {
      await report(one);
      await new LogConsumer(database.pool, log, threader, logger).catchUp();
    }
  }

  async function storyOf(which: Report): Promise<string> {
    const { rows } = await database.pool.query<{ story_id: string }>(
      'select story_id from dateline.threading_members where article_id = $1',
      [idOf(which)],
    );
    expect(rows).toHaveLength(1);
    return rows[0]!.story_id;
  }

  async function events(type: string): Promise<Record<string, unknown>[]> {
    const all = await log.readAll(0n, 1000);
    return all.filter((event) => event.type === type).map(({ data }) => data as Record<string, unknown>);
  }

  it('merges it where it belongs now that more has been reported, and only then', async () => {
    await read([OWNER, BANG, QUAY, BOTH, CUP]);
    const [owner, bang, cup] = [await storyOf(OWNER), await storyOf(BANG), await storyOf(CUP)];
    expect(owner).not.toBe(bang);
    expect(await storyOf(BOTH)).toBe(bang);
    expect(await events('StoriesMerged')).toEqual([]);

    await read([LATER]);
    expect(await storyOf(OWNER)).toBe(bang);
    expect(await storyOf(CUP)).toBe(cup);
    expect(await events('StoriesMerged')).toMatchObject([{ storyId: owner, into: bang }]);
    expect(await events('ArticleUnthreaded')).toMatchObject([
      { storyId: owner, articleId: idOf(OWNER), movedTo: bang },
    ]);
    const [joined] = (await events('ArticleThreaded')).filter(({ movedFrom }) => movedFrom === owner);
    expect(joined).toMatchObject({
      storyId: bang,
      articleId: idOf(OWNER),
      reasons: [{ kind: 'second-look', weight: 1 }, { kind: 'words' }, {}, {}, {}],
    });

    // A revision of its article stays where it is now.
    await report(OWNER, 2);
    await new LogConsumer(database.pool, log, new Threader(log, logger), logger).catchUp();
    expect(await storyOf(OWNER)).toBe(bang);
  });

  it('is told to readers and subscribers: the id lives on and says where, nobody is told of news or a retraction', async () => {
    await read([OWNER, BANG, QUAY, BOTH, LATER]);
    const into = await storyOf(BANG);
    const merged = derivedId('story', idOf(OWNER));
    const projector = new StoryStateProjector(new ReferencedEvents(log), logger);
    await new LogConsumer(database.pool, log, projector, logger).catchUp();
    const states = new StoryStates(database.pool);
    const stateOf = async (id: string, query = {}) =>
      JSON.parse((await states.state(id, query))!.body.toString()) as Record<string, unknown>;
    expect(await stateOf(merged)).toMatchObject({
      status: 'merged',
      mergedInto: into,
      articles: { total: 0 },
    });
    expect(await stateOf(merged, { version: 2 })).toMatchObject({ status: 'open', articles: { total: 1 } });
    expect(await stateOf(into)).toMatchObject({ status: 'open', articles: { total: 4 } });
    expect(await stateOf(into)).not.toHaveProperty('mergedInto');
    const changes = await new Changes(database.pool).read({ after: 0n, limit: 100 });
    expect(
      changes
        .filter(({ cause }) => cause.storyId !== undefined)
        .map(({ storyId, kind, cause }) => [
          cause.type,
          kind,
          storyId === merged ? 'merged' : 'into',
          cause.storyId,
        ])
        .sort(),
    ).toEqual([
      ['ArticleThreaded', 'lineage', 'into', merged],
      ['ArticleUnthreaded', 'lineage', 'merged', into],
      ['StoriesMerged', 'lineage', 'merged', into],
    ]);
    await states.onModuleDestroy();
  });

  it('is remembered by whoever goes on, and what is merged is gone for those who had it in memory', async () => {
    const [one, other] = [new Threader(log, logger), new Threader(log, logger)];
    await read([OWNER, BANG], one);
    await read([QUAY], other);
    await read([BOTH], one);
    other.forget();
    await read([LATER], other);
    expect(await storyOf(OWNER)).toBe(await storyOf(BANG));
    one.forget();
    const again = ['Halden Lines names missing crew of the Orvik', OWNER[1], 90] as const;
    await read([again], one);
    expect(await storyOf(again)).toBe(await storyOf(BANG));
  });

  it('is not for a story that somebody has decided about', async () => {
    await read([OWNER, BANG, QUAY, BOTH]);
    const owner = await storyOf(OWNER);
    await log.append({
      stream: `story-${owner}`,
      expectedVersion: 'any',
      events: [
        {
          id: derivedId('renamed'),
          type: 'StoryRenamed',
          data: { storyId: owner, title: 'The crew of the Orvik' },
          occurredAt: new Date(Date.UTC(2031, 4, 10, 18)).toISOString(),
        },
      ],
      metadata: { actor: 'editor' },
    });
    await read([LATER]);
    expect(await storyOf(OWNER)).toBe(owner);
    expect(await events('StoriesMerged')).toEqual([]);
  });
});
