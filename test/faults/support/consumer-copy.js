// One copy of every consumer of the log, in a process of its own that a test can freeze. Plain JavaScript over the
// built program, as it is shipped. Told `{hold: true}`, each consumer stops once inside its transaction, after its
// writes and before its commit, and says `{inside: name}`: that is where a freeze hurts most.
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createPool } from '../../../dist/database.js';
import { upcast } from '../../../dist/domain/upcast.js';
import { EventLog } from '../../../dist/event-log/event-log.js';
import { projectors } from '../../../dist/pipeline.module.js';
import { LogConsumer } from '../../../dist/queue/log-consumer.js';
import { Relay } from '../../../dist/queue/relay.js';
import { AnalysisThreads } from '../../../dist/threading/analysis-threads.js';
import { ArticleAnalyzer } from '../../../dist/threading/article-analyzer.js';
import { Threader } from '../../../dist/threading/threader.js';

/** Long enough for the test to hear of it and to send SIGSTOP; nothing is idle for so long otherwise. */
const HOLD_MS = 400;

const url = process.argv[2];
const logger = pino({ level: 'silent' });
const pool = createPool({ url, max: 20 });
pool.on('error', () => {});
const log = new EventLog(pool, upcast);

let holding = new Set();
async function hold(name) {
  if (!holding.delete(name)) return;
  process.send({ inside: name });
  await sleep(HOLD_MS);
}

/** Writes down each event it reads, with nothing that would keep it from doing so twice. */
const ledger = {
  name: 'ledger',
  batchSize: 50,
  async handle(events, client) {
    await client.query('insert into dateline.ledger select unnest($1::bigint[])', [
      events.map((e) => e.position),
    ]);
  },
  forget() {},
};

function heldInside(handler) {
  return Object.create(handler, {
    handle: {
      async value(events, client) {
        await handler.handle(events, client);
        await hold(handler.name);
      },
    },
  });
}

const relay = new Relay(
  { ring: () => Promise.resolve() },
  { analysis: ['ArticleIngested', 'ArticleRevised'], consumers: [] },
  logger,
);
const consumers = [relay, new Threader(log, logger), ...projectors(log, logger), ledger].map(
  (handler) => new LogConsumer(pool, log, heldInside(handler), logger),
);
const analysisLog = Object.create(log, {
  appendIn: {
    async value(client, requests) {
      const results = await log.appendIn(client, requests);
      await hold('analysis');
      return results;
    },
  },
});
const analyzer = new ArticleAnalyzer(pool, analysisLog, new AnalysisThreads(0), logger);

/** Negative control: rows in one transaction, checkpoint in another, nobody fenced. */
const careless = {
  name: 'careless',
  async catchUp() {
    const { rows } = await pool.query(
      'select coalesce(max(position), 0) as position from dateline.careless_checkpoint',
    );
    const events = await log.readAll(BigInt(rows[0].position), 50);
    if (events.length === 0) return;
    await pool.query('insert into dateline.careless select unnest($1::bigint[])', [
      events.map((e) => e.position),
    ]);
    await pool.query('insert into dateline.careless_checkpoint values ($1)', [events.at(-1).position]);
  },
};

let stopped = false;
async function run(consumer) {
  while (!stopped) {
    await consumer.catchUp().catch((error) => process.send({ failed: consumer.name, error: String(error) }));
    await sleep(10);
  }
}

process.on('message', async (message) => {
  if (message.hold) holding = new Set(message.hold);
  if (message.stop) {
    stopped = true;
    await running;
    await pool.end();
    process.exit(0);
  }
});
// Of no use without the test that started it.
process.on('disconnect', () => process.exit(1));
const running = Promise.all([...consumers, analyzer, careless].map(run));
process.send({ ready: true });
