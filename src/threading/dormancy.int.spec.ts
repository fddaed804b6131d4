import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { derivedId } from '../shared/ids.js';
import { Dormancy, type DormancyChange } from './dormancy.js';
import { writeArticles, writeMembership } from './threading-memory.js';

describe('what dormancy remembers', () => {
  let database: TestDatabase;
  const stories = Array.from({ length: 501 }, (_, i) => derivedId('quiet', String(i)));
  const on = (day: number): string => new Date(Date.UTC(2031, 0, day, 9)).toISOString();

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  /** One batch of a process that has just taken over. */
  async function batch<T>(work: (dormancy: Dormancy) => T | Promise<T>): Promise<T> {
    const dormancy = new Dormancy();
    await dormancy.load(database.pool);
    const result = await work(dormancy);
    await dormancy.write(database.pool);
    return result;
  }
  const facts = (changes: readonly DormancyChange[]): string[] =>
    changes.map(({ event, occurredAt }) => `${event.type} ${occurredAt.slice(0, 10)}`);

  it('is the same for whoever goes on', async () => {
    await batch((dormancy) => stories.forEach((story) => dormancy.join(story, on(1))));
    expect(await batch((dormancy) => dormancy.advance(on(20)))).toEqual([]);
    // Five hundred at a time: the one that is left is not forgotten.
    expect(await batch((dormancy) => dormancy.advance(on(60)))).toHaveLength(500);
    expect(await batch((dormancy) => facts(dormancy.advance(on(2))))).toEqual([
      'StoryWentDormant 2031-01-31',
    ]);
    expect(await batch((dormancy) => dormancy.advance(on(60)))).toEqual([]);
    const [story] = stories;
    const woke = await batch((dormancy) => {
      const before = dormancy.lastOf(story!);
      dormancy.join(story!, on(59));
      return facts(dormancy.settle(story!, before, derivedId('report')));
    });
    expect(woke).toEqual(['StoryWoke 2031-02-28']);
  });

  it('looks up the newest article that is left when one leaves', async () => {
    const story = derivedId('left');
    const [older, newer] = [derivedId('older'), derivedId('newer')];
    const article = { revision: 1, textPosition: 1n, analysisPosition: 2n };
    await writeArticles(database.pool, [
      { ...article, articleId: older, publishedAt: on(5) },
      { ...article, articleId: newer, publishedAt: on(58) },
    ]);
    for (const id of [older, newer])
      await writeMembership(database.pool, id, [{ storyId: story, discovered: true }]);
    await batch((dormancy) => dormancy.join(story, on(58)));
    await writeMembership(database.pool, newer, []);
    const asleep = await batch((dormancy) => dormancy.leave(story, database.pool));
    expect(facts(asleep)).toEqual(['StoryWentDormant 2031-02-04']);
    await writeMembership(database.pool, older, []);
    expect(await batch((dormancy) => dormancy.leave(story, database.pool))).toEqual([]);
  });
});
