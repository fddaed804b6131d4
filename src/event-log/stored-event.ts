/** Who appended an event and because of what. Small; never text of an article, which could not be erased here. */
export interface EventMetadata {
  /** "ingest", "analysis", "threading", "key:<id>", … */
  readonly actor: string;
  /** Id of the event this one follows from. */
  readonly causationId?: string;
  /** Of the request that started it all. */
  readonly correlationId?: string;
  readonly [key: string]: unknown;
}

export interface NewEvent {
  /** Idempotency: derived from content wherever the same fact could be appended twice. */
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  /** ISO instant, the world's clock. */
  readonly occurredAt: string;
  /** 1 unless the type has had other shapes. */
  readonly schemaVersion?: number;
  /** What is known of this event beside its request's metadata: its own cause, say. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A run of events for one stream. */
export interface AppendRequest {
  readonly stream: string;
  /** The version the stream must be at; 0: it must not exist. */
  readonly expectedVersion: number | 'any';
  readonly events: readonly NewEvent[];
  readonly metadata: EventMetadata;
}

export interface AppendResult {
  /** `duplicate`: its first event id is in the log already, nothing was written. */
  readonly outcome: 'appended' | 'duplicate' | 'conflict';
  /** Of the stream, afterwards. */
  readonly version: number;
  /** One per event; empty after a conflict. */
  readonly positions: readonly bigint[];
  /** ISO instant, our clock. */
  readonly recordedAt: string;
}

export interface StoredEvent {
  readonly position: bigint;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** Upcast to the newest shape; `null` when the payload was erased. */
  readonly data: unknown;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
}

/** Lifts an event's data from one schema version to the newest; identity for types that never changed. */
export type Upcast = (type: string, schemaVersion: number, data: unknown) => unknown;
