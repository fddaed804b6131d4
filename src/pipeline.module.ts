import type pg from 'pg';
import type { EventLog } from './event-log/event-log.js';
import type { ModelReader } from './model/model-reader.js';
import type { ModelsSettings } from './model/settings.js';
import { ArticlesProjector } from './projections/articles/articles.projector.js';
import { ReferencedEvents } from './projections/story-state/story-events.js';
import { StoryStateProjector } from './projections/story-state/story-state.projector.js';
import type { JobQueues, JobWorker } from './queue/job-queues.js';
import { LogConsumer, type EventHandler } from './queue/log-consumer.js';
import { LogListener } from './queue/log-listener.js';
import { Relay } from './queue/relay.js';
import { Sweeper } from './queue/sweeper.js';
import type { Logger } from './shared/logger.js';
import type { Metrics } from './shared/metrics.js';
import { AnalysisThreads } from './threading/analysis-threads.js';
import { ArticleAnalyzer } from './threading/article-analyzer.js';
import { Threader } from './threading/threader.js';

/** `worker.close()` of BullMQ has no time limit of its own. */
const CLOSE_WORKERS_MS = 5_000;

export interface PipelineOptions {
  readonly pool: pg.Pool;
  /** For the connection that listens. */
  readonly databaseUrl: string;
  readonly log: EventLog;
  readonly queues: JobQueues;
  readonly logger: Logger;
  /** Worker threads for analysis; 0 runs it in this thread. */
  readonly analysisThreads: number;
  /** Undefined: no model is asked. */
  readonly reader?: ModelReader | undefined;
}

/** What reads articles by models; loaded only where some are plugged in. */
export async function openReader(
  settings: ModelsSettings,
  metrics: Metrics,
  logger: Logger,
): Promise<ModelReader> {
  const [{ ModelReader }, { ModelMetrics }] = await Promise.all([
    import('./model/model-reader.js'),
    import('./model/model-metrics.js'),
  ]);
  return new ModelReader(settings, new ModelMetrics(metrics.registry), logger);
}

/** The read models there are, by the name of their checkpoint. */
export function projectors(log: EventLog, logger: Logger): EventHandler[] {
  return [new StoryStateProjector(new ReferencedEvents(log), logger), new ArticlesProjector()];
}

/** What a worker process does: from the log's new events to states that can be read. */
export class Pipeline {
  private readonly consumers: ReadonlyMap<string, LogConsumer>;
  private readonly relay: LogConsumer;
  private readonly threads: AnalysisThreads;
  private readonly analyzer: ArticleAnalyzer;
  private readonly listener: LogListener;
  private readonly sweeper: Sweeper;
  private workers: JobWorker[] = [];

  constructor(private readonly options: PipelineOptions) {
    const { pool, log, logger, queues, databaseUrl, analysisThreads, reader } = options;
    const handlers = [new Threader(log, logger), ...projectors(log, logger)];
    const consume = (handler: EventHandler): LogConsumer => new LogConsumer(pool, log, handler, logger);
    this.consumers = new Map(handlers.map((handler) => [handler.name, consume(handler)]));
    const routes = { analysis: ['ArticleIngested', 'ArticleRevised'], consumers: [...this.consumers.keys()] };
    this.relay = consume(new Relay(queues, routes, logger));
    this.threads = new AnalysisThreads(analysisThreads);
    this.analyzer = new ArticleAnalyzer(pool, log, this.threads, logger, reader ?? null);
    this.listener = new LogListener(databaseUrl, logger);
    this.sweeper = new Sweeper(pool, [this.relay, ...this.consumers.values()], [this.analyzer], logger);
  }

  /** Resolves when work that comes in is done at once: listened for, and the threads warm. */
  async start(): Promise<void> {
    const { queues } = this.options;
    this.workers = [
      queues.answer('analysis', 1, () => this.analyzer.catchUp()),
      queues.answer('consume', this.consumers.size, async ({ consumer }) =>
        this.consumers.get(consumer)?.catchUp(),
      ),
    ];
    this.listener.on('dateline_log', () => {
      // A failure is logged by the consumer; the sweeper tries again.
      this.relay.catchUp().catch(() => undefined);
    });
    await Promise.all([this.listener.start(), this.threads.warmUp()]);
    this.sweeper.start();
  }

  /** Sweepers, workers with a time limit, consumers, threads: nothing half-done is left behind. */
  async stop(): Promise<void> {
    await this.sweeper.stop();
    await this.listener.stop();
    const consumers = [this.relay, ...this.consumers.values(), this.analyzer];
    await Promise.all(consumers.map((consumer) => consumer.stop()));
    await Promise.all(this.workers.map((worker) => closeInTime(worker)));
    await this.threads.close();
  }

  /** Works off all there is without the queue; for tests and one-off commands. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await this.relay.catchUp();
      await this.analyzer.catchUp();
      for (const consumer of this.consumers.values()) await consumer.catchUp();
    }
  }
}

async function closeInTime(worker: JobWorker): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_WORKERS_MS);
  });
  await Promise.race([
    worker.close().catch(() => undefined),
    late.then(() => worker.close(true).catch(() => undefined)),
  ]);
  clearTimeout(timer);
}
