import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { ConfigError, readConfig, type Config } from '../config.js';
import { StartError } from '../start-error.js';
import { registerKeys } from './keys.js';
import { registerRebuild } from './rebuild.js';
import { registerMigrate } from './migrate.js';
import { registerGenerators } from './generate.js';
import { registerIngest } from './ingest.js';
import { registerStories } from './stories.js';
import { registerServers } from './up.js';

/** Runs one command of the command line and sets the exit code; a failure is told in a line or two. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await (await createProgram()).parseAsync(argv);
  } catch (error) {
    process.exitCode = 1;
    console.error(explain(error));
  }
}

async function createProgram(): Promise<Command> {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
    description: string;
  };
  const program = new Command('dateline')
    .description(manifest.description)
    .version(manifest.version, '-v, --version')
    .showHelpAfterError()
    .addHelpText('after', '\nSettings are environment variables: see README.md.');
  const config = (): Config => readConfig(process.env);
  registerServers(program, config, manifest.version);
  registerMigrate(program, config);
  registerRebuild(program, config);
  registerKeys(program, config);
  registerIngest(program);
  registerStories(program);
  registerGenerators(program);
  return program;
}

/** Errors that the reader can do something about come without a stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartError) return error.message;
  const { code, message, stack } = error as Error & { code?: string };
  if (code && UNREACHABLE.test(code))
    return `The database cannot be reached (${message || code}). Check DATABASE_URL.`;
  return process.env.LOG_LEVEL === 'debug' ? (stack ?? message) : `${message || String(error)}`;
}

const UNREACHABLE = /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|28|3D000|57P)/;
