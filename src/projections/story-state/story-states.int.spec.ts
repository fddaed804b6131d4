import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { ArticleRevision } from '../../domain/article.js';
import type { Analysis } from '../../domain/statements.js';
import type { StoryState } from '../../domain/story-state.js';
import type { ArticleThreaded } from '../../domain/story.js';
import { upcast } from '../../domain/upcast.js';
import { EventLog } from '../../event-log/event-log.js';
import { LogConsumer } from '../../queue/log-consumer.js';
import { derivedId } from '../../shared/ids.js';
import { Changes } from './changes.js';
import { ReferencedEvents } from './story-events.js';
import { StoryStateProjector } from './story-state.projector.js';
import { StoryStates } from './story-states.js';
import { listStories } from './story-list.js';

const logger = pino({ level: 'silent' });
const storyId = derivedId('story', 'night-ferry');

/** A one-sentence report that says one figure. */
function report(
  day: number,
  passengers: number,
): { article: Omit<ArticleRevision, 'revision'>; analysis: Analysis } {
  const text = `The night ferry carried ${passengers} passengers, the company said.`;
  const number = text.indexOf(String(passengers));
  const span = { start: 0, end: text.length };
  const published = `2024-04-${String(day).padStart(2, '0')}`;
  return {
    article: {
      articleId: derivedId('article', String(day)),
      externalId: `report-${day}`,
      title: `Night ferry, day ${day}`,
      text,
      publisher: 'The Harbour Gazette',
      publishedAt: `${published}T08:00:00.000Z`,
      contentHash: text,
    },
    analysis: {
      analyzer: { name: 'test', version: 1 },
      language: 'en',
      passages: [{ ...span, kind: 'paragraph', sentences: [span] }],
      entities: [
        {
          name: 'Fjord Line',
          type: 'organisation',
          aliases: ['the company'],
          mentions: [{ start: 4, end: 15 }],
        },
      ],
      developments: [
        {
          ...span,
          date: { from: published, to: published, precision: 'day' },
          status: 'happened',
          entities: [0],
          salience: 0.8,
          passage: 0,
        },
      ],
      figures: [
        {
          ...span,
          value: passengers,
          unit: 'passengers',
          subject: 'passengers of the night ferry',
          attributedTo: 'the company',
          valueSpan: { start: number, end: number + String(passengers).length },
          salience: 0.7,
          passage: 0,
        },
      ],
      claims: [],
      relays: [],
    },
  };
}

describe('states of a story', () => {
  let database: TestDatabase;
  let log: EventLog;
  let states: StoryStates;
  let projector: LogConsumer;

  beforeEach(async () => {
    database = await createTestDatabase();
    log = new EventLog(database.pool, upcast);
    states = new StoryStates(database.pool);
    projector = newProjector();
    await append('StoryTracked', `story-${storyId}`, {
      storyId,
      slug: 'night-ferry',
      title: 'The night ferry',
      description: 'A ferry at night',
      profile: { anyOf: ['ferry'], allOf: [], noneOf: [] },
    });
  });
  afterEach(() => database.drop());

  const newProjector = (batch?: number): LogConsumer => {
    const handler = new StoryStateProjector(new ReferencedEvents(log), logger);
    if (batch) Object.defineProperty(handler, 'batchSize', { value: batch });
    return new LogConsumer(database.pool, log, handler, logger);
  };

  let n = 0;
  async function append(
    type: string,
    stream: string,
    data: unknown,
    occurredAt = '2024-04-30T00:00:00.000Z',
    metadata = {},
  ): Promise<bigint> {
    const { positions } = await log.append({
      stream,
      expectedVersion: 'any',
      events: [{ id: derivedId('test', String(n++)), type, data, occurredAt, metadata }],
      metadata: { actor: 'test' },
    });
    return positions[0]!;
  }

  /** Takes a report in, analysed and threaded. */
  async function take(day: number, passengers = day * 10, revision = 1): Promise<void> {
    const { article, analysis } = report(day, passengers);
    const { articleId, publishedAt } = article;
    const stream = `article-${articleId}`;
    const text = await append(
      revision === 1 ? 'ArticleIngested' : 'ArticleRevised',
      stream,
      { ...article, revision },
      publishedAt,
    );
    const textPosition = text.toString();
    const analysed = await append(
      'ArticleAnalyzed',
      stream,
      { articleId, revision, textPosition, analysis },
      publishedAt,
    );
    const threaded: ArticleThreaded = {
      storyId,
      articleId,
      revision,
      role: 'primary',
      score: 0.9,
      passages: analysis.passages,
      reasons: [],
      ruleset: { name: 'test', version: 1 },
      publishedAt,
      textPosition,
      analysisPosition: analysed.toString(),
    };
    await append('ArticleThreaded', `story-${storyId}`, threaded, publishedAt, {
      settles: [{ position: textPosition, articleId }],
    });
  }

  const state = async (query: Parameters<StoryStates['state']>[1]): Promise<StoryState | null> => {
    const answer = await states.state('night-ferry', query);
    return answer && (JSON.parse(answer.body.toString()) as StoryState);
  };
  const endOf = (day: number): Date => new Date(Date.UTC(2024, 3, day, 23, 59, 59, 999));
  const total = async (query: Parameters<StoryStates['state']>[1]): Promise<number | undefined> =>
    (await state(query))?.articles.total;

  it('shows at each date what was reported by then', async () => {
    for (const day of [2, 5, 9]) await take(day);
    await projector.catchUp();
    const totals = await Promise.all([1, 2, 4, 5, 8, 9, 20].map((day) => total({ at: endOf(day) })));
    expect(totals).toEqual([0, 1, 1, 2, 2, 3, 3]);
    const newest = await state({});
    expect(newest).toMatchObject({
      id: storyId,
      slug: 'night-ferry',
      title: 'The night ferry',
      status: 'open',
      version: 4,
    });
    expect(newest!.figures[0]!.values.map((v) => v.value).sort()).toEqual([20, 50, 90]);
    expect(newest!.figures[0]!.values[0]!.sources[0]).toMatchObject({
      publisher: 'The Harbour Gazette',
      start: 0,
    });
  });

  it('changes the past by a late article from now on, never what was known before', async () => {
    await take(5);
    await take(9);
    await projector.catchUp();
    const before = await states.state('night-ferry', { version: 3 });
    const known = new Date(JSON.parse(before!.body.toString()).knownAt as string);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await take(2);
    await projector.catchUp();
    expect(await total({ at: endOf(3) })).toBe(1);
    expect(await total({ at: endOf(6) })).toBe(2);
    expect(await total({})).toBe(3);
    expect(await total({ at: endOf(3), knownAt: known })).toBe(0);
    expect(await total({ at: endOf(6), knownAt: known })).toBe(1);
    expect(await total({ knownAt: known })).toBe(2);
    expect((await states.state('night-ferry', { version: 3 }))!.body).toEqual(before!.body);
    expect(await state({ knownAt: new Date(0) })).toBeNull();
    expect(await state({ version: 99 })).toBeNull();
    const kinds = (await new Changes(database.pool).read({ after: 0n, limit: 10 })).map(
      (change) => change.kind,
    );
    expect(kinds).toEqual(['lineage', 'live', 'live', 'late']);
  });

  it('gives a version for each change, its bytes for ever, and replaces a revised text', async () => {
    await take(2, 20);
    await projector.catchUp();
    const first = (await states.state('night-ferry', { version: 2 }))!;
    await take(2, 21, 2);
    await projector.catchUp();
    expect((await states.state('night-ferry', { version: 2 }))!.body).toEqual(first.body);
    expect(first.immutable).toBe(true);
    const newest = (await state({}))!;
    expect(newest.articles.total).toBe(1);
    expect(newest.figures[0]!.values.map((v) => v.value)).toEqual([21]);
    expect((await states.versions(storyId, 0, 10)).map((v) => [v.version, v.kind, v.cause.type])).toEqual([
      [1, 'lineage', 'StoryTracked'],
      [2, 'live', 'ArticleThreaded'],
      [3, 'correction', 'ArticleThreaded'],
    ]);
  });

  it('answers from memory what is still so, and not what no longer is', async () => {
    await take(5);
    await projector.catchUp();
    const asked = { at: endOf(6) };
    const first = (await states.state('night-ferry', asked))!;
    expect((await states.state('night-ferry', asked))!.body).toEqual(first.body);
    await take(2);
    await projector.catchUp();
    expect(await total(asked)).toBe(2);
    const second = (await states.state('night-ferry', asked))!;
    expect(second.version).toBe(first.version + 1);
    expect((await states.state('night-ferry', asked))!.body).toEqual(second.body);
  });

  it('stores states in proportion to the articles, also where each comes before all others', async () => {
    for (let day = 28; day > 0; day--) {
      await take(day);
      await projector.catchUp();
    }
    const { rows } = await database.pool.query<{ stored: number }>(
      'select count(*)::int as stored from dateline.story_states where story_id = $1',
      [storyId],
    );
    // Each article, when it came in, outdated the states of all that had come before: 406 in all.
    expect(rows[0]!.stored).toBeLessThanOrEqual(4 * 29);
    expect(rows[0]!.stored).toBeGreaterThan(28);
    for (const day of [1, 9, 28]) expect(await total({ at: endOf(day) })).toBe(day);
  });

  it('takes an article out from then on', async () => {
    await take(2);
    await take(5);
    const { articleId, publishedAt } = report(2, 20).article;
    await append('ArticleUnthreaded', `story-${storyId}`, {
      storyId,
      articleId,
      reason: 'withdrawn',
      publishedAt,
    });
    await projector.catchUp();
    expect(await total({})).toBe(1);
    expect(await total({ at: endOf(3) })).toBe(0);
    expect(await total({ version: 3 })).toBe(2);
  });

  it('gives the same answers whatever the order of arrival and the size of batches', async () => {
    const days = [3, 1, 7, 5, 2, 8, 6, 4];
    for (const day of days) await take(day);
    await projector.catchUp();
    const ask = async (): Promise<unknown[]> =>
      Promise.all(
        [...days.map((day) => ({ at: endOf(day) })), ...days.map((_, i) => ({ version: i + 1 }))].map(
          async (query) =>
            (await new StoryStates(database.pool).state('night-ferry', query))?.body.toString(),
        ),
      );
    const live = await ask();
    for (const batch of [1, 3, 7]) {
      const again = newProjector(batch);
      await again.reset();
      await again.catchUp();
      expect(await ask()).toEqual(live);
    }
    const [inOrder] = await Promise.all([state({ at: endOf(5) })]);
    expect(inOrder!.articles.items.map((item) => item.title)).toEqual(
      [5, 4, 3, 2, 1].map((day) => `Night ferry, day ${day}`),
    );
  });

  it('parks a story whose event cannot be folded, and no other', async () => {
    await take(2);
    await append('ArticleThreaded', `story-${storyId}`, {
      storyId,
      articleId: derivedId('x'),
      textPosition: '900',
      analysisPosition: '901',
      publishedAt: '2024-04-03T00:00:00.000Z',
      revision: 1,
      passages: [],
    });
    await take(3);
    const other = derivedId('story', 'other');
    await append('StoryOpened', `story-${other}`, {
      storyId: other,
      slug: 'other',
      title: 'Another',
      articleId: derivedId('x'),
    });
    await projector.catchUp();
    expect(await total({})).toBe(1);
    expect(await states.state('other', {})).not.toBeNull();
    const { rows } = await database.pool.query('select story_id, error from dateline.parked_stories');
    expect(rows).toEqual([{ story_id: storyId, error: expect.stringContaining('does not have') }]);
  });

  it('lists stories by words, names and status as of a moment', async () => {
    await take(2);
    await projector.catchUp();
    const list = async (query: object): Promise<number> =>
      (await listStories(database.pool, { limit: 10, ...query })).length;
    expect(await list({})).toBe(1);
    expect(await list({ q: 'night' })).toBe(1);
    expect(await list({ q: 'aeroplane' })).toBe(0);
    expect(await list({ entity: 'fjord line' })).toBe(1);
    expect(await list({ entity: 'fjord line', at: new Date('2024-04-01') })).toBe(0);
    expect(await list({ status: 'closed' })).toBe(0);
    expect(await list({ knownAt: new Date('2020-01-01') })).toBe(0);
  });
});
