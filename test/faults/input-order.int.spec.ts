import type { StoryState } from '../../src/domain/story-state.js';
import { StoryStates } from '../../src/projections/story-state/story-states.js';
import { createTestDatabase } from '../support/database.js';
import { firstDay, lastDay, makeReports, storiesTracked, type Report } from './support/articles.js';
import { form, limitMs, Random, report, seed } from './support/form.js';
import { takeIn, trackStories } from './support/log-load.js';
import { handPipeline } from './support/pipeline.js';

const DAY_MS = 86_400_000;

/** Every tracked story as of every day, without what depends on when this server heard of it. */
type Record = ReadonlyMap<string, string>;

describe('promise 8: input order does not matter to the record', () => {
  it(
    'the same articles in random orders give the same states at every date',
    async () => {
      const random = new Random(seed);
      const reports = makeReports(random, form(50, 300));
      const orders = form(3, 20);
      const inOrder = [...reports].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt, 'en'));
      const expected = await record(inOrder, random);
      let wrong = 0;
      for (let order = 0; order < orders; order++) {
        const found = await record(random.shuffled(reports), random);
        for (const [asked, state] of expected) {
          if (found.get(asked) === state) continue;
          wrong += 1;
          expect(JSON.parse(found.get(asked)!)).toEqual(JSON.parse(state));
        }
      }
      report('8 input order does not matter', {
        acked: reports.length * (orders + 1),
        inLog: reports.length * (orders + 1),
        applied: expected.size * (orders + 1),
        wrong,
      });
      expect(wrong).toBe(0);
    },
    limitMs(60_000),
  );
});

async function record(reports: readonly Report[], random: Random): Promise<Record> {
  const database = await createTestDatabase();
  const { log, pipeline, close } = handPipeline(database);
  try {
    await trackStories(log);
    const left = [...reports];
    while (left.length > 0) {
      await takeIn(log, left.splice(0, random.int(1, 12)));
      if (random.chance(0.5)) await pipeline.settle();
    }
    await pipeline.settle();
    const states = new StoryStates(database.pool);
    const found = new Map<string, string>();
    let entries = 0;
    for (const { data: story } of storiesTracked) {
      for (let at = firstDay; at <= lastDay; at = new Date(at.getTime() + DAY_MS)) {
        const answer = await states.state(story.storyId, { at });
        const state = JSON.parse(answer!.body.toString()) as StoryState;
        entries += state.timeline.length + state.figures.length + state.claims.length;
        const { id: _id, version: _version, position: _position, knownAt: _knownAt, ...rest } = state;
        found.set(`${story.slug} at ${at.toISOString()}`, JSON.stringify(rest));
      }
    }
    // Otherwise there was nothing that an order could change.
    expect(entries).toBeGreaterThan(reports.length);
    return found;
  } finally {
    await close();
    await database.drop();
  }
}
