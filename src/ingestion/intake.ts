import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { parseJson } from '../shared/json.js';
import { Lifecycle } from '../shared/lifecycle.js';
import { LOGGER, type Logger } from '../shared/logger.js';
import { Metrics } from '../shared/metrics.js';
import { Problem } from '../shared/problem.js';
import { ExtractionPool } from './extract/pool.js';
import { inChunks, readLines, type Line } from './ndjson.js';
import { prepareArticle, type PreparedArticle } from './prepare-article.js';
import { TakeInArticles, type TakeInContext, type TakenIn } from './take-in.js';

/** A page of 10 MB and what JSON adds in escapes. */
export const MAX_LINE_BYTES = 12 * 1024 * 1024;
const CHUNK = { maxItems: 100, maxBytes: 8 * 1024 * 1024, maxMs: 20 };
/** Pages of one batch that wait for extraction at once, so that no batch takes all places. */
const PAGES_AT_ONCE = 4;
const WAIT_FOR_EXTRACTION_MS = 250;

/** Takes in what a request sends, alone or line by line. */
@Injectable()
export class Intake {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ExtractionPool) private readonly extraction: ExtractionPool,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One article. Throws the {@link Problem} of one that cannot be taken in. */
  async one(body: unknown, context: TakeInContext): Promise<TakenIn> {
    try {
      const article = await prepareArticle(body, this.extraction);
      const [result] = await this.commands.execute(new TakeInArticles([article], context));
      if (result instanceof Problem) throw result;
      this.metrics.taken.inc({ outcome: result!.outcome });
      return result!;
    } catch (error) {
      if (error instanceof Problem) this.metrics.taken.inc({ outcome: 'refused' });
      throw error;
    }
  }

  /**
   * Takes in NDJSON, and gives a line of NDJSON for each line that is not blank, in the same order, as soon as it is
   * decided. Reads only as fast as its results are read. Never throws for what is in a line.
   */
  async *batch(
    source: AsyncIterable<Uint8Array>,
    context: TakeInContext,
  ): AsyncGenerator<string, void, undefined> {
    for await (const lines of inChunks(readLines(source, MAX_LINE_BYTES), CHUNK)) {
      if (this.lifecycle.draining) {
        const detail =
          'The server is stopping. This line and those after it were not taken in: send them again.';
        yield answerLine(lines[0]!.number, new Problem(503, 'stopping', 'The server is stopping', detail));
        return;
      }
      const results = await this.chunk(lines, context);
      yield lines.map(({ number }, i) => answerLine(number, results[i]!)).join('');
    }
  }

  private async chunk(lines: readonly Line[], context: TakeInContext): Promise<(TakenIn | Problem)[]> {
    const prepared = await this.prepare(lines);
    const articles = prepared.filter((article): article is PreparedArticle => !(article instanceof Problem));
    let taken: (TakenIn | Problem)[];
    try {
      taken = articles.length === 0 ? [] : await this.commands.execute(new TakeInArticles(articles, context));
    } catch (error) {
      this.logger.error(
        { err: error, correlationId: context.correlationId, articles: articles.length },
        'taking in a chunk of a batch failed',
      );
      const detail = 'The log could not be written. Send this line again; nothing happens twice.';
      taken = articles.map(() => new Problem(503, 'unavailable', 'Unavailable', detail));
    }
    let next = 0;
    return prepared.map((article) => {
      const result = article instanceof Problem ? article : taken[next++]!;
      this.metrics.taken.inc({ outcome: result instanceof Problem ? 'refused' : result.outcome });
      return result;
    });
  }

  /** In order; several pages wait for extraction at a time, everything else is done at once. */
  private async prepare(lines: readonly Line[]): Promise<(PreparedArticle | Problem)[]> {
    const prepared: (PreparedArticle | Problem)[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let i = next++; i < lines.length; i = next++) prepared[i] = await this.prepareLine(lines[i]!);
    };
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, work));
    return prepared;
  }

  private async prepareLine({ bytes }: Line): Promise<PreparedArticle | Problem> {
    try {
      if (!bytes) {
        const limit = `${MAX_LINE_BYTES / 1024 / 1024} MB`;
        throw new Problem(
          413,
          'too-large',
          'Too large',
          `The line is longer than ${limit}. Send the text without the page around it.`,
        );
      }
      return await prepareArticle(parseJson(bytes), this.extraction.patiently(WAIT_FOR_EXTRACTION_MS));
    } catch (error) {
      if (error instanceof Problem) return error.slug === 'invalid-json' ? ofLine(error) : error;
      this.logger.error({ err: error }, 'a line of a batch could not be read');
      return new Problem(
        500,
        'internal',
        'Internal error',
        'Something went wrong here, not with this line. Send it again.',
      );
    }
  }
}

/** The JSON parser speaks of a body. */
const ofLine = ({ status, slug, title, detail }: Problem): Problem =>
  new Problem(status, slug, title, detail.replace(/^The body/, 'The line'));

const answerLine = (line: number, result: TakenIn | Problem): string =>
  `${JSON.stringify({ line, ...(result instanceof Problem ? result.toJSON() : result) })}\n`;
