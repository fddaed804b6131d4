import path from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config.js';
import type { Resources } from '../resources.js';
import type { Roles, Server } from '../server.js';
import type { NewAdminKey } from './admin-key.js';

/** All of it, from the first signal to exit. */
const STOP_LIMIT_MS = 15_000;
/** npm passes a terminal's Ctrl-C on, so that one key press arrives twice. */
const SAME_KEY_PRESS_MS = 500;

/** `up`, `serve` and `work`: the commands that run until they are stopped. */
export function registerServers(program: Command, config: () => Config, version: string): void {
  const add = (name: string, description: string, roles: Roles): void => {
    program
      .command(name)
      .description(description)
      .action(() => runServer(config(), roles, version));
  };
  add('up', 'run API and workers in one process', { api: true, worker: true });
  add('serve', 'run the API alone; workers run elsewhere', { api: true, worker: false });
  add('work', 'run workers alone', { api: false, worker: true });
}

async function runServer(config: Config, roles: Roles, version: string): Promise<void> {
  const stopping = stopSignal();
  // Only now: `dateline --help` and bad settings need none of it.
  const [{ openResources }, { Server }, { prepareAdminKey }] = await Promise.all([
    import('../resources.js'),
    import('../server.js'),
    import('./admin-key.js'),
  ]);
  const resources = await openResources(config);
  const server = new Server(resources);
  failLoudly(resources);
  try {
    // Before the API is ready: whoever waits for that has the key and may use it at once.
    const key = roles.api ? await prepareAdminKey(resources) : undefined;
    await server.start(roles);
    console.log(banner(resources, roles, server, version, key));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const signal = await stopping;
  resources.logger.info({ signal }, 'stopping');
  const limit = setTimeout(() => {
    resources.logger.error(`could not stop within ${STOP_LIMIT_MS / 1000} s; exiting as it is`);
    process.exit(1);
  }, STOP_LIMIT_MS - 500);
  await server.stop();
  clearTimeout(limit);
  resources.logger.info('stopped');
  process.exit(0);
}

/** Resolves at the first signal to stop. A second one exits at once: whatever is acknowledged is on disk anyway. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const stop = (signal: NodeJS.Signals): void => {
      if (first === undefined) {
        first = Date.now();
        resolve(signal);
      } else if (Date.now() - first > SAME_KEY_PRESS_MS) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    // Nobody may be there any more to read what we say; that is no reason to stop half-way.
    process.stdout.on('error', () => undefined);
    if (process.env.npm_lifecycle_event !== undefined) stopWithParent(stop);
  });
}

/** npm sends SIGTERM to its shell, which dies of it and passes nothing on: we would go on as nobody's child. */
function stopWithParent(stop: (signal: NodeJS.Signals) => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop('SIGTERM');
  }, 200);
  timer.unref();
}

/** An error nobody caught leaves the process in an unknown state: say so and let it be started again. */
function failLoudly({ logger }: Resources): void {
  const fail = (err: unknown): void => {
    logger.fatal({ err }, 'uncaught error; exiting');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

function banner(
  { config }: Resources,
  roles: Roles,
  server: Server,
  version: string,
  adminKey: NewAdminKey | undefined,
): string {
  const what = roles.api && roles.worker ? '' : roles.api ? ' (API alone)' : ' (worker alone)';
  const lines = [`Dateline ${version} is ready${what}. Ctrl-C stops it.`, ''];
  if (roles.api) {
    lines.push(`  stories    ${server.url}/v1/stories`, `  docs       ${server.url}/docs`);
  }
  lines.push(`  data       ${config.databaseUrl ? 'DATABASE_URL' : path.resolve(config.dataDir)}`);
  lines.push(`  queue      ${config.redisUrl ? 'REDIS_URL' : 'Postgres'}`);
  if (adminKey) {
    const kept = adminKey.file
      ? `, kept in ${adminKey.file} for commands on this machine`
      : '; it is not kept anywhere';
    lines.push('', `  admin key  ${adminKey.key}`, `             shown this once${kept}`);
  }
  return `${lines.join('\n')}\n`;
}
