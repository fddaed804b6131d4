import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Presets, SingleBar } from 'cli-progress';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Trial } from '../ingestion/try-story.js';
import { ask, findKey, Refused, withServer, type ServerOptions } from './ask.js';
import { UsageError } from './ingest-files.js';
import { ServerError } from './ingest-stream.js';
import { suggest, type SuggestOptions } from './suggest.js';
import { trialTable } from './trial-table.js';

export interface TryOptions extends ServerOptions {
  /** Of a file that holds several. */
  readonly slug?: string;
  readonly sort: 'newest' | 'score';
  /** Most articles to look through, newest first. */
  readonly limit?: number;
  /** Most articles to print. */
  readonly show: number;
  readonly json?: boolean;
}

const PER_REQUEST = 200;
const MAX_NEAR_MISSES = 20;

/** `stories try` and `stories suggest`: for editors, over HTTP. They exit 0, or 2 when it could not be done. */
export function registerStories(program: Command): void {
  const stories = program.command('stories').description('what editors ask before they act');
  withServer(stories.command('try'), 'edit')
    .description(
      'see what a story would catch among the articles there are, and why; nothing is written or tracked',
    )
    .argument('<profile>', 'a JSON file, or - for standard input')
    .option('--slug <slug>', 'of a file that holds a list of stories: which')
    .addOption(new Option('--sort <order>', 'of the table').choices(['newest', 'score']).default('newest'))
    .option('--limit <articles>', 'look through so many articles, newest first; all when left out', toCount)
    .option('--show <articles>', 'print at most so many', toCount, 25)
    .option('--json', 'print everything as JSON instead of a table')
    .addHelpText(
      'after',
      `
The file has what POST /v1/stories takes; the slug may be left out:
  {
    "title": "Harbour strike",
    "description": "The strike of the dock workers over wages, and the talks to end it.",
    "profile": { "anyOf": ["dock workers", "harbour strike"], "allOf": [], "noneOf": [], "from": "2024-02-01" }
  }
Track it with POST /v1/stories when it catches what it should.`,
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (file: string, options: TryOptions) => {
      const key = options.key ?? (await findKey(process.env));
      process.exitCode = await tryStory(file, { ...options, key });
    });
  withServer(stories.command('suggest'), 'edit')
    .description('see which stories look like one and which like two, and why; nothing is done about them')
    .option('--limit <suggestions>', 'at most so many, the strongest first', toCount, 20)
    .option('--json', 'print everything as JSON')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (options: SuggestOptions) => {
      process.exitCode = await suggest({ ...options, key: options.key ?? (await findKey(process.env)) });
    });
}

/** Tries the story of a file and prints what it would catch. Answers the exit code. */
export async function tryStory(file: string, options: TryOptions): Promise<0 | 2> {
  try {
    const story = await readStory(file, options.slug);
    const trial = await search(story, options);
    console.log(
      options.json
        ? JSON.stringify(trial, null, 2)
        : trialTable(trial, {
            title: (story as { title: string }).title,
            show: options.show,
            width: process.stdout.columns || 100,
          }),
    );
    return 0;
  } catch (error) {
    if (error instanceof Refused && error.errors.length > 0) {
      console.error(`${file} cannot be tried:`);
      for (const { field, detail } of error.errors) console.error(`  ${field}: ${detail}`);
    } else if (error instanceof UsageError || error instanceof ServerError) console.error(error.message);
    else throw error;
    return 2;
  }
}

async function search(story: object, options: TryOptions): Promise<Trial> {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: '[{bar}] {value} of {total} articles' }, Presets.legacy)
    : undefined;
  let found: Trial | undefined;
  try {
    for (let cursor: string | null = ''; cursor !== null; cursor = found.next) {
      const left = (options.limit ?? Infinity) - (found?.searched ?? 0);
      if (left <= 0) break;
      const query = new URLSearchParams({ dryRun: 'true', limit: String(Math.min(PER_REQUEST, left)) });
      if (cursor) query.set('cursor', cursor);
      const page: Trial = await ask(options, `/v1/stories?${query.toString()}`, story);
      const total = Math.min(page.total, options.limit ?? Infinity);
      if (!found) bar?.start(total, 0);
      found = found ? join(found, page) : page;
      bar?.setTotal(total);
      bar?.update(found.searched);
    }
  } finally {
    bar?.stop();
  }
  const { items, ...rest } = found!;
  // They come newest first, and the sort is stable.
  return { ...rest, items: options.sort === 'score' ? [...items].sort((a, b) => b.score - a.score) : items };
}

function join(found: Trial, page: Trial): Trial {
  const missed = [...found.nearMisses, ...page.nearMisses].sort((a, b) => b.score - a.score);
  return {
    ...page,
    searched: found.searched + page.searched,
    caught: {
      primary: found.caught.primary + page.caught.primary,
      background: found.caught.background + page.caught.background,
    },
    terms: found.terms.map((it, i) => ({ ...it, articles: it.articles + page.terms[i]!.articles })),
    items: [...found.items, ...page.items],
    nearMisses: missed.slice(0, MAX_NEAR_MISSES),
  };
}

/** @throws UsageError that says what is wrong with the file */
async function readStory(file: string, slug: string | undefined): Promise<object> {
  const source = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
    },
  );
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}.`);
  }
  if (Array.isArray(value)) value = choose(file, value, slug);
  if (typeof value !== 'object' || value === null)
    throw new UsageError(
      `${file} holds no story: it has to be a JSON object with title, description and profile.`,
    );
  return value;
}

function choose(file: string, stories: readonly unknown[], slug: string | undefined): unknown {
  if (stories.length === 1 && slug === undefined) return stories[0];
  const slugs = stories.map((story) => (story as { slug?: unknown } | null)?.slug);
  const chosen = slug === undefined ? -1 : slugs.indexOf(slug);
  if (chosen >= 0) return stories[chosen];
  const have = slugs.filter((name) => typeof name === 'string').join(', ');
  throw new UsageError(
    `${file} holds ${stories.length} stories${have ? ` (${have})` : ''}: choose one with --slug.`,
  );
}

function toCount(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return Number(given);
}
