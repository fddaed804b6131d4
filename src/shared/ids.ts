import { createHash, randomUUID } from 'node:crypto';

/** Namespace of every id that Dateline derives from content; never change it, ids would change with it. */
const NAMESPACE = Buffer.from('6f1d7f0e5b8b4d0a9f5c2e1a7c3d9b42', 'hex');

/**
 * A UUID derived from its parts (RFC 9562 version 5): the same parts give the same id on every machine, which is
 * what makes appending again harmless. Parts are length-prefixed, so `['ab','c']` and `['a','bc']` differ.
 */
export function derivedId(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE);
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random UUID, for what happens once and is not derived from content. */
export const randomId = (): string => randomUUID();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);
