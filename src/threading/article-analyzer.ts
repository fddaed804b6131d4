import type pg from 'pg';
import type { AnalysisInput } from '../analysis/analyze.js';
import { ARTICLE_ANALYZED_VERSION, type ArticleAnalyzed, type ArticleRevision } from '../domain/article.js';
import type { Analysis } from '../domain/statements.js';
import type { EventLog } from '../event-log/event-log.js';
import type { AppendRequest, StoredEvent } from '../event-log/stored-event.js';
import { ReadingStopped } from '../model/failure.js';
import type { ModelReader, ReadByModels } from '../model/model-reader.js';
import { claimTasks, completeTasks, failTasks, type Claim } from '../queue/tasks.js';
import { derivedId } from '../shared/ids.js';
import type { Logger } from '../shared/logger.js';
import { inTransaction } from '../shared/pg.js';
import type { AnalysisThreads } from './analysis-threads.js';

const QUEUE = 'analysis';
/** Articles of one claim: amortises the append without making a killed worker's loss noticeable. */
const BATCH = 16;
/** A text that has failed this often is recorded as one that cannot be analysed. */
const MAX_FAILURES = 4;

/**
 * Analyses what the relay has put down as tasks and appends the results. Any number of processes may do so at once;
 * a task done twice gives the same event id, which the log takes once.
 */
export class ArticleAnalyzer {
  readonly name = QUEUE;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    private readonly threads: AnalysisThreads,
    private readonly logger: Logger,
    /** Null, the default: no model is asked. */
    private readonly models: ModelReader | null = null,
  ) {}

  /** Works until no unclaimed task is left. Calls made meanwhile make it look once more. */
  catchUp(): Promise<void> {
    this.again = true;
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  /** Lets the claims under way finish; none is made after that. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.models?.stop();
    await this.running?.catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      // Models are what takes the time where they are asked: one claim with as many articles as they may read at once.
      const drains = this.models ? 1 : this.threads.concurrency;
      await Promise.all(Array.from({ length: drains }, () => this.drain()));
    }
  }

  private async drain(): Promise<void> {
    while (!this.stopped) {
      const claim = await claimTasks(this.pool, QUEUE, this.models?.concurrency ?? BATCH);
      if (!claim) return;
      try {
        await this.work(claim);
      } catch (error) {
        // The lease runs out and the tasks are taken up again, here or elsewhere.
        const positions = claim.tasks.map((task) => task.position.toString());
        this.logger.error(
          { err: error, positions },
          'analysis was cut short; the articles will be tried again',
        );
        throw error;
      } finally {
        claim.release();
      }
    }
  }

  /** Null when the process stops before the models have answered: the article is left for another to read. */
  private async readByModels(event: StoredEvent, analysis: Analysis): Promise<ReadByModels | null> {
    if (!this.models) return { analysis, models: [] };
    try {
      return await this.models.read((event.data as ArticleRevision).articleId, toInput(event), analysis);
    } catch (error) {
      if (error instanceof ReadingStopped) return null;
      throw error;
    }
  }

  private async work(claim: Claim): Promise<void> {
    const failures = new Map(claim.tasks.map((task) => [task.position, task.failures]));
    const texts = (await this.log.readPositions([...failures.keys()])).filter(({ data }) => data !== null);
    const results: [StoredEvent, Analysis][] = [];
    const failed: bigint[] = [];
    // One that has failed is tried alone, so that it does not take the others with it, and at last given up.
    const together = texts.filter(({ position }) => failures.get(position) === 0);
    const alone = texts.filter(({ position }) => failures.get(position)! > 0);
    for (const group of [together, ...alone.map((event) => [event])]) {
      if (group.length === 0) continue;
      try {
        const analyses = await this.threads.analyze(group.map(toInput));
        group.forEach((event, i) => results.push([event, analyses[i]!]));
      } catch (error) {
        const positions = group.map(({ position }) => position);
        const givenUp = positions.length === 1 && failures.get(positions[0]!)! + 1 >= MAX_FAILURES;
        const outcome = givenUp ? 'given up' : 'will be tried again, alone';
        this.logger.error({ err: error, positions: positions.map(String) }, `analysis failed; ${outcome}`);
        if (givenUp) results.push([group[0]!, await giveUp(error)]);
        else failed.push(...positions);
      }
    }
    const read = await Promise.all(results.map(([event, analysis]) => this.readByModels(event, analysis)));
    const requests = read.flatMap((it, i) => (it ? [toRequest(results[i]![0], it)] : []));
    // What was answered before the process stopped is recorded; it was paid for.
    const left = results.flatMap(([{ position }], i) => (read[i] ? [] : [position]));
    const done = [...failures.keys()].filter((it) => !failed.includes(it) && !left.includes(it));
    await inTransaction(this.pool, async (client) => {
      if (failed.length > 0) await failTasks(client, QUEUE, failed);
      await completeTasks(client, QUEUE, done);
      for (const round of rounds(requests)) {
        await this.log.appendIn(client, round);
      }
    });
  }
}

/** Loads what analyses, with its language model, which this thread has no other use for. */
async function giveUp(error: unknown): Promise<Analysis> {
  const { failedAnalysis } = await import('../analysis/analyze.js');
  return failedAnalysis(String(error));
}

function toInput(event: StoredEvent): AnalysisInput {
  const { title, text, publisher, byline, language, timezone } = event.data as ArticleRevision;
  // The event's time, not the raw one: a publication time in the future was clamped.
  return { title, text, publisher, byline, publishedAt: event.occurredAt, language, timezone };
}

function toRequest(event: StoredEvent, { analysis, models }: ReadByModels): AppendRequest {
  const { articleId, revision } = event.data as ArticleRevision;
  const data: ArticleAnalyzed = {
    articleId,
    revision,
    textPosition: event.position.toString(),
    analysis,
    models,
  };
  const { name, version } = analysis.analyzer;
  return {
    stream: event.stream,
    expectedVersion: 'any',
    events: [
      {
        id: derivedId('analyzed', event.id, `${name}@${version}`),
        type: 'ArticleAnalyzed',
        schemaVersion: ARTICLE_ANALYZED_VERSION,
        data,
        occurredAt: event.occurredAt,
      },
    ],
    metadata: { actor: 'analysis', causationId: event.id, correlationId: event.metadata.correlationId },
  };
}

/** Streams are distinct within a call: a second revision of the same article goes into a second round. */
function rounds(requests: readonly AppendRequest[]): AppendRequest[][] {
  const all: Map<string, AppendRequest>[] = [];
  for (const request of requests) {
    const free = all.find((round) => !round.has(request.stream));
    if (free) free.set(request.stream, request);
    else all.push(new Map([[request.stream, request]]));
  }
  return all.map((round) => [...round.values()]);
}
