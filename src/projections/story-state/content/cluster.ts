import type { EntityType } from '../../../domain/statements.js';
import type { EntityRecord } from './aggregate.js';
import { personParts } from './names.js';

/** One person, organisation or place, with the records of its spellings. */
export interface Cluster {
  readonly type: EntityType;
  readonly records: EntityRecord[];
}

export const mentionsOf = (cluster: Cluster): number =>
  cluster.records.reduce((sum, it) => sum + it.mentions, 0);

/** Clusters by the keys that only they have: what two own says nothing. */
export function ownersOf(
  clusters: readonly Cluster[],
  keysOf: (record: EntityRecord) => readonly string[],
): Map<string, Cluster> {
  const owners = new Map<string, Cluster | null>();
  for (const cluster of clusters) {
    for (const key of new Set(cluster.records.flatMap(keysOf)))
      owners.set(key, owners.has(key) ? null : cluster);
  }
  const index = new Map<string, Cluster>();
  for (const [key, owner] of owners) if (owner) index.set(key, owner);
  return index;
}

/** 1 for a name that says who is meant, given name and surname or words rather than initials; else 0. */
export function fullness(name: string, type: EntityType): 0 | 1 {
  if (type === 'person') return personParts(name).given.some((part) => part.length > 1) ? 1 : 0;
  return /^[\p{Lu}\d.]{1,7}$/u.test(name) ? 0 : 1;
}
