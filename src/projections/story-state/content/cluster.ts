import type { EntityType } from '../../../domain/statements.js';
import type { EntityRecord } from './aggregate.js';
import { personParts, withoutDesignator } from './names.js';

/** One person, organisation or place, with the records of its spellings. */
export interface Cluster {
  readonly type: EntityType;
  readonly records: EntityRecord[];
}

export const mentionsOf = (cluster: Cluster): number =>
  cluster.records.reduce((sum, it) => sum + it.mentions, 0);

/** What several own is the one's that has so many times what the next has. */
export const DOMINANT = 4;

/** Clusters by the keys that only they have, or that they have in by far the most articles. */
export function ownersOf(
  clusters: readonly Cluster[],
  keysOf: (record: EntityRecord) => readonly string[],
): Map<string, Cluster> {
  const claims = new Map<string, Map<Cluster, number>>();
  for (const cluster of clusters) {
    for (const record of cluster.records) {
      for (const key of new Set(keysOf(record))) {
        let claim = claims.get(key);
        if (!claim) claims.set(key, (claim = new Map()));
        claim.set(cluster, (claim.get(cluster) ?? 0) + record.articles);
      }
    }
  }
  const owners = new Map<string, Cluster>();
  for (const [key, claim] of claims) {
    const [first, second] = [...claim].sort((a, b) => b[1] - a[1]);
    if (!second || first![1] >= DOMINANT * second[1]) owners.set(key, first![0]);
  }
  return owners;
}

/** 1 for a name that says who is meant, given name and surname or words rather than initials; else 0. */
export function fullness(name: string, type: EntityType): 0 | 1 {
  if (type === 'person') return personParts(name).given.some((part) => part.length > 1) ? 1 : 0;
  return /^[\p{Lu}\d.]{1,7}$/u.test(withoutDesignator(name)) ? 0 : 1;
}
