import type pg from 'pg';
import type { AnalysisInput } from '../analysis/analyze.js';
import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { Analysis } from '../domain/statements.js';
import type { EventLog } from '../event-log/event-log.js';
import type { AppendRequest, StoredEvent } from '../event-log/stored-event.js';
import { claimTasks, completeTasks, type Claim } from '../queue/tasks.js';
import { derivedId } from '../shared/ids.js';
import type { Logger } from '../shared/logger.js';
import { inTransaction } from '../shared/pg.js';
import { failedAnalysis, type AnalysisThreads } from './analysis-threads.js';

const QUEUE = 'analysis';
/** Articles of one claim: amortises the append without making a killed worker's loss noticeable. */
const BATCH = 16;
/** A text that has taken a worker down this often is recorded as one that cannot be analysed. */
const MAX_ATTEMPTS = 4;

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
    await this.running?.catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await Promise.all(Array.from({ length: this.threads.concurrency }, () => this.drain()));
    }
  }

  private async drain(): Promise<void> {
    while (!this.stopped) {
      const claim = await claimTasks(this.pool, QUEUE, BATCH);
      if (!claim) return;
      try {
        await this.work(claim);
      } catch (error) {
        // The lease runs out and the tasks are taken up again, here or elsewhere.
        const positions = claim.tasks.map((task) => task.position.toString());
        this.logger.error({ err: error, positions }, 'analysis failed; the articles will be tried again');
        throw error;
      } finally {
        claim.release();
      }
    }
  }

  private async work(claim: Claim): Promise<void> {
    const texts = await this.log.readPositions(claim.tasks.map((task) => task.position));
    // One that keeps failing is tried alone, so that it does not take the others with it, and then given up.
    const suspects = new Map(
      claim.tasks.filter((task) => task.attempts > 1).map((task) => [task.position, task.attempts]),
    );
    const together = texts.filter((event) => event.data !== null && !suspects.has(event.position));
    const analysed = await this.threads.analyze(together.map(toInput));
    const results: [StoredEvent, Analysis][] = together.map((event, i) => [event, analysed[i]!]);
    for (const event of texts.filter((text) => text.data !== null && suspects.has(text.position))) {
      results.push([event, await this.tryAlone(event, suspects.get(event.position)!)]);
    }
    await inTransaction(this.pool, async (client) => {
      await completeTasks(
        client,
        QUEUE,
        claim.tasks.map((task) => task.position),
      );
      for (const round of rounds(results.map(([event, analysis]) => toRequest(event, analysis)))) {
        await this.log.appendIn(client, round);
      }
    });
  }

  private async tryAlone(event: StoredEvent, attempts: number): Promise<Analysis> {
    try {
      return (await this.threads.analyze([toInput(event)]))[0]!;
    } catch (error) {
      if (attempts < MAX_ATTEMPTS) throw error;
      this.logger.error(
        { err: error, position: event.position.toString(), attempts },
        'article cannot be analysed; given up',
      );
      return failedAnalysis(error instanceof Error ? error.message : String(error));
    }
  }
}

function toInput(event: StoredEvent): AnalysisInput {
  const { title, text, publisher, byline, language, timezone } = event.data as ArticleRevision;
  // The event's time, not the raw one: a publication time in the future was clamped.
  return { title, text, publisher, byline, publishedAt: event.occurredAt, language, timezone };
}

function toRequest(event: StoredEvent, analysis: Analysis): AppendRequest {
  const { articleId, revision } = event.data as ArticleRevision;
  const data: ArticleAnalyzed = { articleId, revision, textPosition: event.position.toString(), analysis };
  const { name, version } = analysis.analyzer;
  return {
    stream: event.stream,
    expectedVersion: 'any',
    events: [
      {
        id: derivedId('analyzed', event.id, `${name}@${version}`),
        type: 'ArticleAnalyzed',
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
