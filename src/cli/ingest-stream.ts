import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { readLines } from '../ingestion/ndjson.js';
import type { OutgoingLine } from './ingest-files.js';

const MAX_ANSWER_BYTES = 1024 * 1024;

/** The server's word on one line: a result, or a problem. */
export interface LineAnswer {
  readonly outcome?: 'created' | 'revised' | 'unchanged';
  readonly status?: number;
  readonly detail?: string;
}

/** The server could not be reached, or would not have it; nothing more can be sent. The message says what to do. */
export class ServerError extends Error {}

/**
 * Streams lines to `POST /v1/articles/batch` and gives the answer to each, in order. `fetch` will not do: its answer
 * begins when the request has ended.
 *
 * @throws ServerError
 */
export async function* sendLines(
  server: URL,
  key: string | undefined,
  lines: AsyncIterable<OutgoingLine>,
): AsyncGenerator<{ line: OutgoingLine; answer: LineAnswer }> {
  const url = new URL(`${server.href.replace(/\/+$/, '')}/v1/articles/batch`);
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...(key ? { authorization: `Bearer ${key}` } : {}) },
  });
  const unanswered: OutgoingLine[] = [];
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  const sent = write(request, lines, unanswered);
  // Heard here, so that no error of a connection that is given up ends the process; the awaits below meet them all.
  request.on('error', () => undefined);
  answered.catch(() => undefined);
  let unreadable: unknown;
  sent.catch((error: unknown) => {
    if (!isConnection(error)) unreadable = error;
    request.destroy(error as Error);
  });
  try {
    const [response] = await answered.catch((error: Error) => Promise.reject(unreachable(error, server)));
    if (response.statusCode !== 200) throw new ServerError(await refusal(response, server));
    for await (const { bytes } of readLines(response, MAX_ANSWER_BYTES)) {
      const line = unanswered.shift();
      if (line && bytes) yield { line, answer: JSON.parse(bytes.toString('utf8')) as LineAnswer };
    }
    await sent;
    if (unanswered.length > 0) throw new Error('ended early');
  } catch (error) {
    if (unreadable) throw unreadable;
    if (!isConnection(error)) throw error;
    throw new ServerError(
      `The connection to ${server.href} was lost; ${unanswered.length} lines have no answer. Run the same again: what is there already stays unchanged.`,
    );
  } finally {
    request.destroy();
  }
}

/** Sends as fast as the server reads. */
async function write(
  request: ClientRequest,
  lines: AsyncIterable<OutgoingLine>,
  unanswered: OutgoingLine[],
): Promise<void> {
  const gone = new Promise<void>((resolve) => request.once('close', resolve));
  for await (const line of lines) {
    if (request.destroyed) return;
    // The answers hold no text: only what they are matched with is kept.
    unanswered.push({ ...line, json: '' });
    if (
      !request.write(
        typeof line.json === 'string' ? `${line.json}\n` : Buffer.concat([line.json, Buffer.from('\n')]),
      )
    ) {
      await Promise.race([new Promise<void>((resolve) => request.once('drain', resolve)), gone]);
    }
  }
  request.end();
}

function isConnection(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return /^(?:ECONN|EPIPE|ERR_STREAM)/.test(code ?? '') || message === 'aborted' || message === 'ended early';
}

function unreachable(error: NodeJS.ErrnoException, server: URL): Error {
  // Errors of our own reading pass through as they are.
  if (!error.code || !/^E[A-Z]+$/.test(error.code)) return error;
  return new ServerError(
    `No Dateline answers at ${server.href} (${error.code}). Start it with "npm start", or name another with --url.`,
  );
}

async function refusal(response: IncomingMessage, server: URL): Promise<string> {
  const body = await text(response).catch(() => '');
  let detail = '';
  try {
    detail = (JSON.parse(body) as { detail?: string }).detail ?? '';
  } catch {
    detail = `What answers at ${server.href} does not look like a Dateline.`;
  }
  const hint =
    response.statusCode === 401 ? ' Give a key with --key, DATELINE_KEY or DATELINE_ADMIN_KEY.' : '';
  return `The server refused (${response.statusCode}): ${detail}${hint}`;
}
