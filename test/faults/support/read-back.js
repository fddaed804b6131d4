// Reads everything a reader can ask for and prints a digest of each kind of answer, after rebuilding the read models
// where asked to. Plain JavaScript over the built program, in a process of its own so that its time zone, locale and
// clock can be anything: FAULT_CLOCK_MS is added to the time of day, FAULT_BATCH replaces the batch sizes.
import { createHash } from 'node:crypto';

const offset = Number(process.env.FAULT_CLOCK_MS ?? 0);
if (offset !== 0) {
  const TrueDate = Date;
  globalThis.Date = class extends TrueDate {
    constructor(...args) {
      if (args.length === 0) super(TrueDate.now() + offset);
      else super(...args);
    }
    static now() {
      return TrueDate.now() + offset;
    }
  };
}

// After the clock is set.
const { pino } = await import('pino');
const { createPool } = await import('../../../dist/database.js');
const { upcast } = await import('../../../dist/domain/upcast.js');
const { EventLog } = await import('../../../dist/event-log/event-log.js');
const { projectors } = await import('../../../dist/pipeline.module.js');
const { Articles } = await import('../../../dist/projections/articles/articles.js');
const { rebuild } = await import('../../../dist/projections/rebuild.js');
const { Changes } = await import('../../../dist/projections/story-state/changes.js');
const { listStories } = await import('../../../dist/projections/story-state/story-list.js');
const { StoryStates } = await import('../../../dist/projections/story-state/story-states.js');

const [url, mode] = process.argv.slice(2);
const pool = createPool({ url, max: 6 });
const log = new EventLog(pool, upcast);
const logger = pino({ level: 'silent' });

if (mode === 'rebuild') {
  for (const handler of projectors(log, logger)) {
    const batchSize = Number(process.env.FAULT_BATCH ?? handler.batchSize);
    const sized = Object.create(handler, { batchSize: { value: batchSize } });
    await rebuild(pool, log, sized, logger, () => {});
  }
}

const answers = {};
/** Adds one answer to the digest of its kind. */
function note(kind, answer) {
  answers[kind] ??= { count: 0, hash: createHash('sha256') };
  answers[kind].count += 1;
  answers[kind].hash.update(JSON.stringify(answer) + '\n');
}

const states = new StoryStates(pool);
const { rows: stories } = await pool.query(
  'select story_id as id, version from dateline.stories order by story_id',
);
const { rows: times } = await pool.query(
  'select min(effective_at) as first, max(effective_at) as last from dateline.story_changes where article_id is not null',
);
const DAY = 86_400_000;
const days = [];
for (let at = +times[0].first - DAY; at <= +times[0].last + DAY; at += DAY) days.push(new Date(at));

for (const { id, version } of stories) {
  for (let v = 1; v <= version; v++) note('byVersion', await states.state(id, { version: v }));
  for (const at of days) note('byDate', await states.state(id, { at }));
  const { rows: known } = await pool.query(
    'select recorded_at from dateline.story_changes where story_id = $1 and version % 7 = 1 order by version',
    [id],
  );
  for (const { recorded_at: knownAt } of known) {
    note('byBothClocks', await states.state(id, { knownAt }));
    for (let i = 0; i < days.length; i += 4)
      note('byBothClocks', await states.state(id, { at: days[i], knownAt }));
  }
  note('lists', (await states.content(id, {}))?.full);
}
const changes = new Changes(pool);
for (let after = 0n; ;) {
  const page = await changes.read({ after, limit: 500 });
  if (page.length === 0) break;
  for (const change of page) note('changes', change);
  after = BigInt(page.at(-1).position);
}
for (const at of [undefined, ...days.filter((_, i) => i % 5 === 0)])
  note('storyLists', await listStories(pool, { at, limit: 1000 }));
const articles = new Articles(pool, log);
const { rows: ids } = await pool.query(
  'select distinct article_id as id from dateline.article_decisions order by 1 limit 50',
);
for (const { id } of ids) note('articles', await articles.find(id));

const digests = Object.fromEntries(
  Object.entries(answers).map(([kind, { count, hash }]) => [kind, `${count} ${hash.digest('hex')}`]),
);
console.log(
  JSON.stringify({ digests, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: Date.now() }),
);
await pool.end();
