import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readLines } from '../ingestion/ndjson.js';

/** One article as it goes over the wire. */
export interface OutgoingLine {
  /** JSON of one line, without the line's end. */
  readonly json: Buffer | string;
  /** What to call it when it fails: `articles.ndjson:12`, `page.html`. */
  readonly origin: string;
  /** How much of the input has been read with it. */
  readonly bytes: number;
}

/** What files that are no JSON cannot tell. */
export interface Defaults {
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly timezone?: string;
  readonly language?: string;
}

/** Something about the call that the caller has to change; the message says how. */
export class UsageError extends Error {}

const MAX_LINE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Checks that all files can be read, before anything is sent. Answers their size, `undefined` with `-` among them. */
export async function checkFiles(files: readonly string[], defaults: Defaults): Promise<number | undefined> {
  let total: number | undefined = 0;
  for (const file of files) {
    if (file === '-') {
      total = undefined;
      continue;
    }
    const found = await stat(file).catch(() => undefined);
    if (!found) throw new UsageError(`${file}: there is no such file.`);
    if (found.isDirectory())
      throw new UsageError(`${file} is a directory. Name its files, as ${file.replace(/\/+$/, '')}/*.html.`);
    await (await open(file).catch(() => Promise.reject(new UsageError(`${file} cannot be read.`)))).close();
    if (isText(file) && !defaults.publisher)
      throw new UsageError(`${file} does not tell its publisher. Add --publisher.`);
    if (isText(file) && !defaults.publishedAt)
      throw new UsageError(`${file} does not tell when it was published. Add --published-at.`);
    if (total !== undefined) total += found.size;
  }
  return total;
}

const isText = (file: string): boolean => /\.(?:txt|text|md)$/i.test(file);
const isPage = (file: string): boolean => /\.x?html?$/i.test(file);

/** The articles of a file, or of standard input for `-`: NDJSON, a JSON array or object, HTML, or text. */
export async function* readFileArticles(
  file: string,
  defaults: Defaults,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<OutgoingLine> {
  const source = file === '-' ? stdin : (createReadStream(file) as AsyncIterable<Uint8Array>);
  const name = file === '-' ? 'stdin' : path.basename(file);
  if (isPage(file) || isText(file)) {
    const bytes = await buffer(source);
    const article = isPage(file) ? fromPage(bytes, file, defaults) : fromText(decode(bytes), file, defaults);
    yield { json: JSON.stringify(article), origin: name, bytes: bytes.length };
    return;
  }
  yield* fromJson(source, name, defaults);
}

/** NDJSON is passed on line by line; what begins as an array, as a page or as an object of several lines is read whole. */
async function* fromJson(
  source: AsyncIterable<Uint8Array>,
  name: string,
  defaults: Defaults,
): AsyncGenerator<OutgoingLine> {
  const { first, rest } = await untilFirstLine(source);
  const start = first
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start === '') return;
  if (start.startsWith('<')) {
    const page = await buffer(rest);
    yield { json: JSON.stringify(fromPage(page, undefined, defaults)), origin: name, bytes: page.length };
    return;
  }
  if (start.startsWith('[') || (start.startsWith('{') && !isJson(start))) {
    const whole = decode(await buffer(rest));
    const value = parse(whole);
    if (value !== undefined) {
      const items = Array.isArray(value) ? (value as unknown[]) : [value];
      for (const [i, item] of items.entries()) {
        const origin = items.length === 1 ? name : `${name}[${i}]`;
        yield {
          json: JSON.stringify(item),
          origin,
          bytes: Math.round(Buffer.byteLength(whole) / items.length),
        };
      }
      return;
    }
    if (start.startsWith('[')) throw new UsageError(`${name} begins like a JSON array but is not JSON.`);
    yield* fromLines(bytesOf(whole), name);
    return;
  }
  yield* fromLines(rest, name);
}

async function* fromLines(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<OutgoingLine> {
  for await (const { number, bytes } of readLines(source, MAX_LINE_BYTES)) {
    // Too long for any article: the server says so as well, of a shorter line.
    const json = bytes ? withoutMark(bytes) : Buffer.alloc(0);
    if (!bytes) throw new UsageError(`${name}:${number} is longer than 64 MB, which no article is.`);
    yield { json, origin: `${name}:${number}`, bytes: bytes.length + 1 };
  }
}

function fromText(text: string, file: string, defaults: Defaults): Record<string, unknown> {
  const [title = '', ...rest] = text.trimStart().split(/\r?\n/);
  return { ...defaults, externalId: path.basename(file), title: title.trim(), text: rest.join('\n').trim() };
}

function fromPage(bytes: Buffer, file: string | undefined, defaults: Defaults): Record<string, unknown> {
  const html = decodePage(bytes);
  // A page that names its own address is found again by that, wherever its file lies.
  const named = /<(?:link|meta)\b[^>]*(?:canonical|og:url)/i.test(html);
  return { ...defaults, ...(named || !file ? {} : { externalId: path.basename(file) }), html };
}

/** By the mark at its beginning or by what the page says of itself; UTF-8 when it says nothing. */
function decodePage(bytes: Buffer): string {
  const head = bytes.subarray(0, 2048).toString('latin1');
  const declared = /<meta[^>]+charset=["']?([\w-]{2,30})/i.exec(head)?.[1];
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8').decode(bytes);
  } catch {
    return decode(bytes);
  }
}

const decode = (bytes: Buffer): string => new TextDecoder().decode(bytes);
const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
const isJson = (text: string): boolean => parse(text) !== undefined;

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads on until a line that is not blank is whole, so that input that trickles in is sent as it comes. */
async function untilFirstLine(
  source: AsyncIterable<Uint8Array>,
): Promise<{ first: Buffer; rest: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  let read = Buffer.alloc(0);
  let from = 0;
  for (;;) {
    const end = read.indexOf(NEWLINE, from);
    const line = read.subarray(from, end === -1 ? undefined : end);
    if (end !== -1 && line.toString('latin1').trim() !== '')
      return { first: line, rest: chain(read, iterator) };
    if (end !== -1) {
      from = end + 1;
      continue;
    }
    const next = await iterator.next();
    if (next.done) return { first: line, rest: chain(read, iterator) };
    read = Buffer.concat([read, next.value]);
  }
}

async function* chain(read: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield read;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
