// (b) GET /v1/stories/{slug}?at= of stories of three lengths, at random moments of their lives, against a bare Fastify
// handler that sends a row of the same size. Both are processes of their own with a pool of the same size; the load
// comes from this one.
import autocannon from 'autocannon';
import type pg from 'pg';
import { upcast } from '../src/domain/upcast.js';
import { EventLog } from '../src/event-log/event-log.js';
import { ReferencedEvents } from '../src/projections/story-state/story-events.js';
import { StoryStateProjector } from '../src/projections/story-state/story-state.projector.js';
import { LogConsumer } from '../src/queue/log-consumer.js';
import { withDatabase } from './support/database.js';
import { compare, type Measured, type Side } from './support/measure.js';
import { startProcess } from './support/processes.js';
import { Random } from './support/random.js';
import { count, printHead, printRatios } from './support/report.js';
import { silent } from './support/silent.js';
import { newStory, writeStories, type BenchStory } from './support/stories.js';

const LENGTHS = [10, 1_000, 10_000];
const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 10;
const DIFFERENT = 2_000;
const AIM = 0.75;

/** Every state is stored, as it is on a server that has been idle for a moment. */
async function project(pool: pg.Pool, log: EventLog): Promise<void> {
  const projector = new StoryStateProjector(new ReferencedEvents(log), silent);
  await new LogConsumer(pool, log, projector, silent).catchUp();
}

/** The same texts as the story's states, in the same storage, under a plain key. */
async function fillBareTable(
  pool: pg.Pool,
  { id, slug }: BenchStory,
): Promise<{ rows: number; bytes: number }> {
  await pool.query(`
    create table bench."${slug}" (id bigint primary key, body text not null) with (toast_tuple_target = 8160);
    insert into bench."${slug}"
      select row_number() over (order by md5(effective_at::text)), head || body
      from dateline.story_states where story_id = '${id}'`);
  const { rows } = await pool.query<{ rows: number; bytes: number }>(
    `select count(*)::int as rows, avg(octet_length(body))::int as bytes from bench."${slug}"`,
  );
  return rows[0]!;
}

/** Requests a second that were answered with 200. */
async function load(url: string, paths: readonly string[]): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: paths.map((path) => ({ path })),
  });
  const good = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests failed`);
  return good / result.duration;
}

await withDatabase(async ({ url, pool }) => {
  await printHead('(b) A story as of a date, against a row by primary key', pool);
  const log = new EventLog(pool, upcast);
  const random = new Random(2);
  const stories = LENGTHS.map((articles) => newStory(random, `story-of-${articles}`, articles));
  const events = await writeStories(log, random, stories);
  await project(pool, log);
  await pool.query('create schema bench');
  const bare = new Map<BenchStory, { rows: number; bytes: number }>();
  for (const story of stories) bare.set(story, await fillBareTable(pool, story));
  await pool.query('vacuum analyze');
  console.log(
    `${count(events)} events; states of ${stories.map((story) => `${count(bare.get(story)!.bytes)} bytes (${story.slug})`).join(', ')}\n`,
  );

  const environment = {
    DATABASE_URL: url,
    DATELINE_DATABASE_CONNECTIONS: '10',
    LOG_LEVEL: 'warn',
    PORT: '0',
  };
  const api = await startProcess('dist/main.js', ['serve'], environment);
  const handler = await startProcess('dist-bench/bench/bare-server.js', [], environment);
  try {
    const measured: Measured[] = [];
    for (const story of stories) {
      const { slug, from, to } = story;
      const ours = Array.from({ length: DIFFERENT }, () => {
        const at = new Date(from.getTime() + random.next() * (to.getTime() - from.getTime()));
        return `/v1/stories/${slug}?at=${at.toISOString()}`;
      });
      const theirs = Array.from(
        { length: DIFFERENT },
        () => `/${slug}/${1 + random.below(bare.get(story)!.rows)}`,
      );
      const sides: Side[] = [
        { name: `a row of ${slug}`, run: () => load(handler.url, theirs) },
        { name: slug, run: () => load(api.url, ours) },
      ];
      measured.push(...(await compare(ROUNDS, sides)));
    }
    printRatios('requests/s', measured, Object.fromEntries(stories.map(({ slug }) => [slug, AIM])));
  } finally {
    await Promise.all([api.stop(), handler.stop()]);
  }
});
