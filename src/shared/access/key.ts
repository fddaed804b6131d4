import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key may be used for. `admin` implies the others. */
export const SCOPES = ['read', 'ingest', 'edit', 'admin'] as const;
export type KeyScope = (typeof SCOPES)[number];

const KEY = /^dl_([A-Za-z0-9]{4,32})_[A-Za-z0-9_-]{32,128}$/;

/** A new key: `dl_<id>_<secret>`, 32 random bytes of secret. Whoever gets it keeps it; only its hash is stored. */
export function newKey(): { readonly id: string; readonly key: string } {
  const id = randomBytes(6).toString('hex');
  return { id, key: `dl_${id}_${randomBytes(32).toString('base64url')}` };
}

/** The id in a key, or `undefined` when the text is no key. */
export const keyId = (key: string): string | undefined => KEY.exec(key)?.[1];

/** Unsalted and fast on purpose: a secret of 32 random bytes cannot be guessed from its hash. */
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest();

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

export const allows = (granted: readonly string[], needed: KeyScope): boolean =>
  granted.includes(needed) || granted.includes('admin');
