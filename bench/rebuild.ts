// (d) `dateline rebuild story-state`, against reading the same events by one ordered query, parsed.
import { upcast } from '../src/domain/upcast.js';
import { EventLog } from '../src/event-log/event-log.js';
import { ReferencedEvents } from '../src/projections/story-state/story-events.js';
import { StoryStateProjector } from '../src/projections/story-state/story-state.projector.js';
import { rebuild } from '../src/projections/rebuild.js';
import { withDatabase } from './support/database.js';
import { compare, seconds } from './support/measure.js';
import { Random } from './support/random.js';
import { count, printHead, printRatios } from './support/report.js';
import { newStory, writeStories } from './support/stories.js';
import { silent } from './support/silent.js';

const ROUNDS = 3;
/** Numbers of stories by their length: many short ones, a few that run for long. */
const STORIES = [
  { stories: 150, articles: 6 },
  { stories: 20, articles: 40 },
  { stories: 5, articles: 200 },
  { stories: 1, articles: 1_000 },
];

await withDatabase(async ({ pool }) => {
  await printHead('(d) Rebuilding the states of stories, against reading the same events', pool);
  const log = new EventLog(pool, upcast);
  const random = new Random(4);
  const stories = STORIES.flatMap(({ stories: many, articles }, i) =>
    Array.from({ length: many }, (_, k) => newStory(random, `story-${i}-${k}`, articles)),
  );
  const events = await writeStories(log, random, stories);
  await pool.query('vacuum analyze');
  console.log(`${count(events)} events of ${count(stories.length)} stories\n`);
  const measured = await compare(ROUNDS, [
    {
      name: 'one ordered query',
      run: async () => {
        let read = 0;
        const time = await seconds(async () => (read = (await log.readAll(0n, events)).length));
        if (read !== events) throw new Error(`read ${read} events of ${events}`);
        return events / time;
      },
    },
    {
      name: 'rebuild story-state',
      run: async () => {
        const projector = new StoryStateProjector(new ReferencedEvents(log), silent);
        return events / (await seconds(() => rebuild(pool, log, projector, silent, () => undefined)));
      },
    },
  ]);
  printRatios('events/s', measured, { 'rebuild story-state': 0.2 });
});
