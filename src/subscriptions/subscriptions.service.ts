import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Lifecycle } from '../shared/lifecycle.js';
import { Problem } from '../shared/problem.js';
import { ChangeTail } from './change-tail.js';
import { EventStream, type EventStreamOptions } from './event-stream.js';

const BATCH = 200;
/** Each holds a socket and little else; beyond it is somebody's loop. */
const MAX_STREAMS = 10_000;

export interface Follower {
  readonly response: ServerResponse;
  readonly headers: Readonly<Record<string, number | string | string[] | undefined>>;
  readonly after: bigint;
  /** Whether the reader came without a position of its own. */
  readonly fromHead: boolean;
  readonly storyId?: string;
}

/** The streams that are open in this process. */
@Injectable()
export class SubscriptionsService implements OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  /** Of every stream opened from now on; tests shorten them. */
  options: EventStreamOptions = {};

  constructor(
    private readonly tail: ChangeTail,
    lifecycle: Lifecycle,
  ) {
    lifecycle.onDrain(() => this.closeAll());
  }

  get open(): number {
    return this.streams.size;
  }

  assertRoom(): void {
    if (this.streams.size < MAX_STREAMS) return;
    const detail = `This process has ${MAX_STREAMS} streams open already. Try again, or read /v1/changes with wait=60.`;
    throw new Problem(503, 'too-many-streams', 'Too many streams', detail, {}, { 'Retry-After': '10' });
  }

  /** Sends a reader every change after a position and goes on with those to come, until one of the two sides ends it. */
  async follow({ response, headers, after, fromHead, storyId }: Follower): Promise<void> {
    const stream = new EventStream(response, headers, this.options);
    this.streams.add(stream);
    try {
      let open = fromHead ? await stream.mark(after.toString()) : true;
      while (open) {
        const seen = this.tail.count;
        const changes = await this.tail.read(after, BATCH, storyId);
        for (const change of changes) {
          open = await stream.send(change.position, change);
          if (!open) break;
          after = BigInt(change.position);
        }
        if (changes.length === 0) {
          await this.tail.moved(seen, stream.signal);
          open = !stream.signal.aborted;
        }
      }
    } finally {
      // Ended by a failure to read, too: the reader comes back with its last id.
      stream.close();
      this.streams.delete(stream);
    }
  }

  /** Ends all streams: an open one would keep the server from closing. Readers come back with their last id. */
  closeAll(): void {
    for (const stream of [...this.streams]) stream.close();
    this.tail.stop();
  }

  onModuleDestroy(): void {
    this.closeAll();
  }
}
