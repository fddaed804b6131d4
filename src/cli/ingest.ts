import { Presets, SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { findKey, withServer, type ServerOptions } from './ask.js';
import {
  checkFiles,
  readFileArticles,
  UsageError,
  type Defaults,
  type OutgoingLine,
} from './ingest-files.js';
import { sendLines, ServerError } from './ingest-stream.js';

export interface IngestOptions extends Defaults, ServerOptions {}

const REPORT_MS = 5_000;
/** Told at the end, while a progress bar has the screen. */
const MAX_FAILURES_KEPT = 1_000;

/** `ingest`: articles from files into a running server. Exits 0, 1 when lines failed, 2 when it could not be done. */
export function registerIngest(program: Command): void {
  withServer(program.command('ingest'), 'ingest')
    .description('send articles to a running server: NDJSON, JSON arrays, HTML pages and text files')
    .argument('<files...>', 'files, or - for standard input')
    .option('--publisher <name>', 'for pages and texts that do not tell')
    .option(
      '--published-at <time>',
      'for pages and texts that do not tell: 2024-04-24T18:00:00Z or 2024-04-24',
    )
    .option('--timezone <zone>', "for pages and texts: the newsroom's time zone, as Europe/London")
    .option('--language <tag>', 'for pages and texts, as en')
    .addHelpText(
      'after',
      '\nA text file has its title in the first line. Exits 1 when lines failed, 2 when nothing could be sent.',
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (files: string[], options: IngestOptions) => {
      process.exitCode = await ingest(files, {
        ...options,
        key: options.key ?? (await findKey(process.env)),
      });
    });
}

/** Sends all files and tells what became of them. Answers the exit code. */
export async function ingest(
  files: readonly string[],
  { url, key, ...defaults }: IngestOptions,
): Promise<0 | 1 | 2> {
  const counts = { created: 0, revised: 0, unchanged: 0, failed: 0 };
  const started = Date.now();
  let progress: Progress | undefined;
  let code: 0 | 1 | 2 = 0;
  try {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new UsageError(`"${url}" is no http or https address.`);
    const total = await checkFiles(files, defaults);
    progress = new Progress(total);
    for await (const { line, answer } of sendLines(new URL(url), key, readAll(files, defaults))) {
      counts[answer.outcome ?? 'failed'] += 1;
      if (!answer.outcome) progress.failure(`${line.origin}: ${answer.detail ?? 'refused'}`);
      progress.advance(line.bytes);
    }
    if (counts.failed > 0) code = 1;
  } catch (error) {
    progress?.stop();
    if (!(error instanceof UsageError || error instanceof ServerError)) throw error;
    console.error(error.message);
    code = 2;
  }
  progress?.stop();
  const all = counts.created + counts.revised + counts.unchanged + counts.failed;
  if (code !== 2 || all > 0) {
    const parts = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    console.log(
      `${all} article${all === 1 ? '' : 's'} in ${((Date.now() - started) / 1000).toFixed(1)} s: ${parts.join(', ')}`,
    );
  }
  return code;
}

async function* readAll(files: readonly string[], defaults: Defaults): AsyncGenerator<OutgoingLine> {
  for (const file of files) yield* readFileArticles(file, defaults, process.stdin);
}

/** A bar where somebody looks on, a line now and then elsewhere; all on standard error. */
class Progress {
  private readonly bar: SingleBar | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private readonly failures: string[] = [];
  private readonly started = Date.now();
  private articles = 0;
  private untold = 0;

  constructor(private readonly totalBytes: number | undefined) {
    if (process.stderr.isTTY && totalBytes !== undefined) {
      const format = '[{bar}] {percentage}% | {articles} articles, {rate}/s';
      this.bar = new SingleBar({ format, hideCursor: true }, Presets.legacy);
    } else {
      this.timer = setInterval(() => console.error(`${this.articles} articles, ${this.rate()}/s`), REPORT_MS);
    }
  }

  advance(bytes: number): void {
    // Not before the first answer: a server that is not there needs no bar.
    if (this.articles === 0) this.bar?.start(this.totalBytes ?? 0, 0, { articles: 0, rate: 0 });
    this.articles += 1;
    this.bar?.increment(bytes, { articles: this.articles, rate: this.rate() });
  }

  failure(message: string): void {
    if (!this.bar) console.error(message);
    else if (this.failures.length < MAX_FAILURES_KEPT) this.failures.push(message);
    else this.untold += 1;
  }

  stop(): void {
    clearInterval(this.timer);
    this.bar?.stop();
    for (const failure of this.failures.splice(0)) console.error(failure);
    if (this.untold > 0) console.error(`… and ${this.untold} more`);
    this.untold = 0;
  }

  private rate(): number {
    return Math.round((this.articles * 1000) / Math.max(1, Date.now() - this.started));
  }
}
