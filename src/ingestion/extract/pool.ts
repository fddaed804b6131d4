import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Problem } from '../../shared/problem.js';
import type { ExtractedArticle } from './extract.js';
import type { ExtractionOutcome, ExtractionTask } from './worker.js';

/** A page takes some 15 ms; one that takes this long is made to. Its thread is ended and the next page gets a new one. */
const TIMEOUT_MS = 10_000;
/** Pages waiting for a thread, of up to 10 MB each. */
const MAX_WAITING = 32;

/** Extracts articles from HTML in a worker thread, so that no page holds up the event loop or outlives its time. */
export class ExtractionPool {
  private readonly piscina: Piscina<ExtractionTask, ExtractionOutcome> | null;

  constructor(private readonly timeoutMs = TIMEOUT_MS) {
    // Run from TypeScript sources (tests) there is no file that a thread could load: then it runs here, without the
    // time limit.
    this.piscina = import.meta.url.endsWith('.js')
      ? new Piscina({
          filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
          minThreads: 0,
          maxThreads: 1,
          idleTimeout: 60_000,
          maxQueue: MAX_WAITING,
          resourceLimits: { maxOldGenerationSizeMb: 512 },
        })
      : null;
  }

  /**
   * @param timezone IANA zone for times that the page gives without an offset
   * @throws Problem 422 when there is no article in the page or it takes too long, 503 when too many pages wait
   */
  async extract(html: string, timezone?: string): Promise<ExtractedArticle> {
    const outcome = await this.run({ html, timezone });
    if ('article' in outcome) return outcome.article;
    const { status, slug, title, detail } = outcome.problem;
    throw new Problem(status, slug, title, detail);
  }

  /** The same for senders who can wait: looks again after `ms` while too many pages wait. */
  patiently(ms: number): Pick<ExtractionPool, 'extract'> {
    return {
      extract: async (html, timezone) => {
        while (this.full) await sleep(ms);
        return this.extract(html, timezone);
      },
    };
  }

  /** Nest calls it when the application closes. */
  onModuleDestroy(): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    await this.piscina?.destroy();
  }

  private get full(): boolean {
    return this.piscina !== null && this.piscina.queueSize >= MAX_WAITING;
  }

  private async run(task: ExtractionTask): Promise<ExtractionOutcome> {
    // A thread's business elsewhere: the parser of HTML and all it brings.
    if (!this.piscina) return (await import('./worker.js')).default(task);
    if (this.full) {
      throw new Problem(
        503,
        'busy',
        'Too many pages are being read',
        'Send this article again in a moment.',
        {},
        { 'retry-after': '2' },
      );
    }
    // Those before it may take their full time too.
    const signal = new AbortController();
    const timer = setTimeout(() => signal.abort(), this.timeoutMs * (1 + this.piscina.queueSize));
    try {
      return await this.piscina.run(task, { signal: signal.signal });
    } catch (error) {
      if (signal.signal.aborted || isOutOfMemory(error)) {
        throw new Problem(
          422,
          'html-too-complex',
          'The HTML took too long to read',
          "Send the article's text as `text`, or only the part of the HTML that holds it.",
        );
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
