import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { AnalysisInput } from '../analysis/analyze.js';
import type { Analysis } from '../domain/statements.js';

/** A text that takes longer than this has something wrong with it; 600 words take some 5 ms. */
const TIMEOUT_MS = 10_000;

const WARM_UP: AnalysisInput = {
  title: 'Ships wait',
  text: 'Some 40 ships waited off the port on Tuesday, the harbour master said.',
  publisher: '',
  publishedAt: '2000-01-01T00:00:00.000Z',
};

/** Runs analysis in worker threads, so that the event loop, and with it leases and health checks, stays free. */
export class AnalysisThreads {
  private readonly pool: Piscina<AnalysisInput[], Analysis[]> | null;

  /** @param threads 0 analyses in the calling thread */
  constructor(threads: number) {
    const file = fileURLToPath(new URL('../analysis/thread.js', import.meta.url));
    // Run from TypeScript sources (tests) there is no file a thread could load.
    const compiled = import.meta.url.endsWith('.js');
    this.pool =
      threads > 0 && compiled
        ? new Piscina({
            filename: file,
            minThreads: 1,
            maxThreads: threads,
            idleTimeout: 60_000,
            concurrentTasksPerWorker: 1,
          })
        : null;
  }

  get concurrency(): number {
    return this.pool?.options.maxThreads ?? 1;
  }

  /** Resolves when there is a thread that has loaded what analysis needs: 0.2 s of work. */
  async warmUp(): Promise<void> {
    await this.analyze([WARM_UP]);
  }

  /** Analyses texts in the order given; rejects when a thread dies or takes too long. */
  async analyze(inputs: AnalysisInput[]): Promise<Analysis[]> {
    if (this.pool) return this.pool.run(inputs, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // Only here: a thread that hands texts on needs no language model of its own: 17 MB, and a sixth of the start.
    const { analyze } = await import('../analysis/analyze.js');
    return inputs.map(analyze);
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }
}
