import { get, type IncomingMessage } from 'node:http';

export interface ServerSentEvent {
  readonly id: string;
  readonly data?: string;
}

/** A reader of server-sent events that can be cut off; it knows no more of the format than a browser does. */
export class SseReader {
  readonly events: ServerSentEvent[] = [];
  /** Of the last block that had one, events or not: what a browser sends as Last-Event-ID. */
  lastId = '';
  private readonly ended: Promise<void>;

  private constructor(readonly response: IncomingMessage) {
    this.ended = this.read().catch(() => undefined);
  }

  /** Resolves with the answer's status and headers; events come in meanwhile. A connection of its own. */
  static open(url: string, headers: Record<string, string> = {}): Promise<SseReader> {
    return new Promise((resolve, reject) => {
      const request = get(url, { agent: false, headers: { accept: 'text/event-stream', ...headers } });
      request.once('response', (response) => resolve(new SseReader(response)));
      request.once('error', reject);
    });
  }

  /** Goes away in the middle of whatever is being sent. */
  cut(): Promise<void> {
    this.response.destroy();
    return this.ended;
  }

  /** Resolves when the server has ended the stream. */
  end(): Promise<void> {
    return this.ended;
  }

  async until(count: number, timeoutMs = 10_000): Promise<ServerSentEvent[]> {
    const deadline = Date.now() + timeoutMs;
    while (this.events.length < count) {
      if (Date.now() > deadline)
        throw new Error(`${this.events.length} of ${count} events within ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.events;
  }

  private async read(): Promise<void> {
    let rest = '';
    this.response.setEncoding('utf8');
    for await (const chunk of this.response) {
      const blocks = `${rest}${chunk as string}`.split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = block
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
    const field = (name: string): string | undefined => fields.find(([key]) => key === name)?.[1];
    this.lastId = field('id') ?? this.lastId;
    const data = field('data');
    if (data !== undefined) this.events.push({ id: this.lastId, data });
  }
}
