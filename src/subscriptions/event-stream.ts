import type { ServerResponse } from 'node:http';

export interface EventStreamOptions {
  /** Milliseconds between comments that keep proxies from closing an idle stream. */
  readonly heartbeatMs?: number;
  /** A reader that takes nothing for so long is cut off; it can go on from its last id. */
  readonly stallMs?: number;
}

/** After a lost connection a reader comes back after this long. */
const RETRY_MS = 2_000;

/**
 * Server-sent events over one response. What a slow reader has not taken stays in the log, not in memory: nothing is
 * sent before the socket has room again.
 */
export class EventStream {
  private readonly end = new AbortController();
  private readonly heartbeat: NodeJS.Timeout;
  private readonly stallMs: number;

  /** @param headers of the answer, besides those of the stream itself */
  constructor(
    private readonly response: ServerResponse,
    headers: Readonly<Record<string, number | string | string[] | undefined>>,
    { heartbeatMs = 15_000, stallMs = 30_000 }: EventStreamOptions = {},
  ) {
    this.stallMs = stallMs;
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) response.setHeader(name, value);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // A store in between must neither keep nor compress, which is to say delay, a stream.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
      // Once the stream has ended its connection is of no use, and left idle it would hold up a server that stops.
      Connection: 'close',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    response.once('close', () => this.close());
    response.on('error', () => this.close());
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs);
  }

  /** Aborts when the stream has ended, whoever ended it. */
  get signal(): AbortSignal {
    return this.end.signal;
  }

  /** Gives the reader a place to come back to before there is an event. */
  mark(id: string): Promise<boolean> {
    return this.write(`id: ${id}\n\n`);
  }

  /** Sends one event and waits until there is room for the next. False when the stream has ended. */
  send(id: string, data: unknown): Promise<boolean> {
    // JSON has no line ends, so one line of data it is.
    return this.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    if (this.signal.aborted) return;
    clearInterval(this.heartbeat);
    this.end.abort();
    if (!this.response.writableEnded) this.response.end();
  }

  private async write(text: string): Promise<boolean> {
    if (this.signal.aborted) return false;
    if (!this.response.write(text)) await this.drained();
    return !this.signal.aborted;
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.response.off('drain', done);
        this.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(() => this.cut(), this.stallMs);
      this.response.once('drain', done);
      this.signal.addEventListener('abort', done);
    });
  }

  /** What is buffered is not waited for. */
  private cut(): void {
    this.close();
    this.response.destroy();
  }

  private beat(): void {
    if (!this.response.writableNeedDrain) this.response.write(':\n\n');
  }
}
