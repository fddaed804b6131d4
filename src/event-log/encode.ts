import { createHash, randomBytes } from 'node:crypto';
import type { AppendRequest } from './stored-event.js';

/** The arguments of `dateline.append_events`, in its order. */
export type AppendArguments = readonly unknown[];

/**
 * Lays requests out as the flat arrays that `dateline.append_events` takes: one statement whatever their number.
 * The hash is SHA-256 over a random 16-byte salt and the body, so that it proves a text without giving it away.
 */
export function encodeRequests(requests: readonly AppendRequest[]): AppendArguments {
  const events = requests.flatMap((request) => request.events.map((event) => ({ event, metadata: request.metadata })));
  const salts: Buffer[] = [];
  const hashes: Buffer[] = [];
  const bodies: string[] = [];
  for (const { event } of events) {
    const salt = randomBytes(16);
    const body = JSON.stringify(event.data);
    salts.push(salt);
    bodies.push(body);
    hashes.push(createHash('sha256').update(salt).update(body).digest());
  }
  return [
    requests.map((request) => request.stream),
    requests.map((request) => (request.expectedVersion === 'any' ? -1 : request.expectedVersion)),
    requests.map((request) => request.events.length),
    events.map(({ event }) => event.id),
    events.map(({ event }) => event.type),
    events.map(({ event }) => event.schemaVersion ?? 1),
    events.map(({ event }) => event.occurredAt),
    hashes,
    salts,
    bodies,
    events.map(({ event, metadata }) => JSON.stringify(event.metadata ? { ...metadata, ...event.metadata } : metadata)),
  ];
}
