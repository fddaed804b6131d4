import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { ADMIN_KEY_FILE } from './admin-key.js';
import { ServerError } from './ingest-stream.js';

/** Which server, and by what right. */
export interface ServerOptions {
  readonly url: string;
  readonly key?: string;
}

/** Adds `--url` and `--key` to a command that speaks to a running server. */
export function withServer(command: Command, scope: string): Command {
  const environment = process.env;
  return command
    .option(
      '--url <url>',
      'the server',
      environment.DATELINE_URL || `http://127.0.0.1:${environment.PORT || 3000}`,
    )
    .option(
      '--key <key>',
      `API key with the scope "${scope}"; DATELINE_KEY, DATELINE_ADMIN_KEY and the data directory are looked at otherwise`,
    );
}

/** The key that the environment or the data directory of a server on this machine has. */
export async function findKey(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (environment.DATELINE_KEY || environment.DATELINE_ADMIN_KEY)
    return environment.DATELINE_KEY || environment.DATELINE_ADMIN_KEY;
  const file = path.join(environment.DATELINE_DATA_DIR || '.dateline', ADMIN_KEY_FILE);
  return (await readFile(file, 'utf8').catch(() => '')).trim() || undefined;
}

/** A request the server understood and refused; `errors` says of each field of the body what is wrong with it. */
export class Refused extends ServerError {
  constructor(
    message: string,
    readonly errors: readonly { readonly field: string; readonly detail: string }[],
  ) {
    super(message);
  }
}

/**
 * Asks a running server for JSON.
 *
 * @throws ServerError when it cannot be reached or refuses; the message says what to do
 */
export async function ask<T>({ url, key }: ServerOptions, route: string, body?: unknown): Promise<T> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ServerError(`"${url}" is no http or https address.`);
  const response = await fetch(`${url.replace(/\/+$/, '')}${route}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: Error & { cause?: { code?: string } }) => {
    const why = error.cause?.code ?? error.message;
    throw new ServerError(
      `No Dateline answers at ${url} (${why}). Start it with "npm start", or name another with --url.`,
    );
  });
  const answer = (await response.json().catch(() => null)) as unknown;
  if (response.ok && answer !== null) return answer as T;
  const problem = (answer ?? {}) as { detail?: string; errors?: Refused['errors'] };
  const detail = problem.detail ?? `What answers at ${url} does not look like a Dateline.`;
  const hint = response.status === 401 ? ' Give a key with --key, DATELINE_KEY or DATELINE_ADMIN_KEY.' : '';
  throw new Refused(`The server refused (${response.status}): ${detail}${hint}`, problem.errors ?? []);
}
