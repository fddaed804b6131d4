/** One line of an NDJSON body; `bytes` is absent when it was longer than allowed. Blank lines are counted, not given. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes?: Buffer;
}

const NEWLINE = 0x0a;

/** Splits a stream of bytes into lines. Holds one line at a time and drops what exceeds `maxBytes` as it comes. */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line, void, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const finish = (): Line | undefined => {
    const line = length > maxBytes ? { number } : { number, bytes: Buffer.concat(parts) };
    number += 1;
    parts = [];
    length = 0;
    return line.bytes && isBlank(line.bytes) ? undefined : line;
  };
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      from = end + 1;
      const line = finish();
      if (line) yield line;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  const last = length > 0 ? finish() : undefined;
  if (last) yield last;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

export interface ChunkLimits {
  readonly maxItems: number;
  readonly maxBytes: number;
  /** How long the first of a chunk waits for the others. */
  readonly maxMs: number;
}

/**
 * Gathers what comes quickly into chunks, and gives what comes slowly without delay: a chunk ends when it is full or
 * `maxMs` after its first item. Nothing is read ahead of the chunk that is being worked on but one item.
 */
export async function* inChunks(
  lines: AsyncIterable<Line>,
  limits: ChunkLimits,
): AsyncGenerator<Line[], void, undefined> {
  const iterator = lines[Symbol.asyncIterator]();
  let pending = iterator.next();
  try {
    for (;;) {
      const first = await pending;
      if (first.done) return;
      const chunk = [first.value];
      let bytes = first.value.bytes?.length ?? 0;
      const alarm = new Alarm(limits.maxMs);
      for (;;) {
        pending = iterator.next();
        // Without a handler a rejection that comes while the chunk is worked on would end the process.
        pending.catch(() => undefined);
        if (chunk.length >= limits.maxItems || bytes >= limits.maxBytes) break;
        const next = await Promise.race([pending, alarm.rings]);
        if (next === 'late' || next.done) break;
        chunk.push(next.value);
        bytes += next.value.bytes?.length ?? 0;
      }
      alarm.stop();
      yield chunk;
    }
  } finally {
    // Not awaited: it would wait for a sender who has gone quiet.
    void iterator.return?.(undefined);
  }
}

class Alarm {
  readonly rings: Promise<'late'>;
  private timer!: NodeJS.Timeout;

  constructor(ms: number) {
    this.rings = new Promise((resolve) => {
      this.timer = setTimeout(() => resolve('late'), ms);
    });
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
