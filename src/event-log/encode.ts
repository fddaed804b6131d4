import { hash, randomBytes } from 'node:crypto';
import { byteaArray, jsonArray, uuidArray } from '../shared/pg-arrays.js';
import type { AppendRequest } from './stored-event.js';

/** The arguments of `dateline.append_events`, in its order. */
export type AppendArguments = readonly unknown[];

const SALT_BYTES = 16;

/**
 * Lays requests out as the flat arrays that `dateline.append_events` takes: one statement whatever their number.
 * The hash is SHA-256 over a random 16-byte salt and the body, so that it proves a text without giving it away.
 */
export function encodeRequests(requests: readonly AppendRequest[]): AppendArguments {
  const events = requests.flatMap((request) => request.events);
  const salts: Buffer[] = [];
  const hashes: Buffer[] = [];
  const bodies: Buffer[] = [];
  const random = randomBytes(SALT_BYTES * events.length);
  events.forEach(({ data }, i) => {
    const salt = random.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES);
    const text = JSON.stringify(data);
    const salted = Buffer.allocUnsafe(SALT_BYTES + Buffer.byteLength(text));
    salted.set(salt);
    salted.write(text, SALT_BYTES);
    salts.push(salt);
    hashes.push(hash('sha256', salted, 'buffer'));
    bodies.push(salted.subarray(SALT_BYTES));
  });
  return [
    requests.map((request) => request.stream),
    requests.map((request) => (request.expectedVersion === 'any' ? -1 : request.expectedVersion)),
    requests.map((request) => request.events.length),
    uuidArray(events.map((event) => event.id)),
    events.map((event) => event.type),
    events.map((event) => event.schemaVersion ?? 1),
    events.map((event) => event.occurredAt),
    byteaArray(hashes),
    byteaArray(salts),
    jsonArray(bodies),
    jsonArray(requests.flatMap(metadataOf)),
  ];
}

/** One per event; most share their request's. */
function metadataOf({ events, metadata }: AppendRequest): Buffer[] {
  const shared = Buffer.from(JSON.stringify(metadata));
  return events.map((event) =>
    event.metadata ? Buffer.from(JSON.stringify({ ...metadata, ...event.metadata })) : shared,
  );
}
