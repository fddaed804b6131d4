import type { EntityType } from '../../../domain/statements.js';
import type { EntityRecord } from './aggregate.js';
import { fullness, ownersOf, type Cluster } from './cluster.js';
import { NO_DECISIONS, type NameDecisions } from './name-decisions.js';
import { acronymLetters, alike, initialsOf, nameKey, skeleton, withoutDesignator } from './names.js';

/**
 * Organisations or places: by name or its spelling; then acronyms by name, by what an article gives as another's
 * alias, and by initials.
 *
 * @param records of one type, by mentions, then by key
 */
export function namedClusters(
  type: EntityType,
  records: readonly EntityRecord[],
  decisions: NameDecisions = NO_DECISIONS,
): Cluster[] {
  const byName = new Map<string, Cluster>();
  const clusters = spelledOut(type, records, byName, decisions);
  const byAlias = ownersOf(clusters, (it) => it.aliases.map(nameKey));
  const byInitials = ownersOf(clusters, (it) => initialsOf(withoutDesignator(it.name)));
  for (const record of records) {
    if (fullness(record.name, type) === 1) continue;
    const key = plainKey(type, record.name);
    const owner = [byName.get(key), byAlias.get(key), byInitials.get(acronymLetters(record.name) ?? '')].find(
      (it) => it && decisions.mayJoin(it, [record]),
    );
    if (owner) owner.records.push(record);
    else {
      const cluster = { type, records: [record] };
      clusters.push(cluster);
      byName.set(key, cluster);
    }
  }
  return clusters;
}

function spelledOut(
  type: EntityType,
  records: readonly EntityRecord[],
  byName: Map<string, Cluster>,
  decisions: NameDecisions,
): Cluster[] {
  const clusters: Cluster[] = [];
  const bySound = new Map<string, Cluster[]>();
  for (const record of records) {
    if (fullness(record.name, type) === 0) continue;
    const key = plainKey(type, record.name);
    const sound = key.split(' ').map(skeleton).join(' ');
    let neighbours = bySound.get(sound);
    if (!neighbours) bySound.set(sound, (neighbours = []));
    const same = [
      byName.get(key),
      ...neighbours.filter((it) => it.records.some((other) => alikeNames(plainKey(type, other.name), key))),
    ].find((it) => it && decisions.mayJoin(it, [record]));
    const cluster = same ?? { type, records: [] };
    cluster.records.push(record);
    if (!same) {
      clusters.push(cluster);
      neighbours.push(cluster);
    }
    byName.set(key, cluster);
  }
  return clusters;
}

/** "Velm Peninsula" is Velm: the word says what lies there, while "Velm City" and "Velm Province" are other places. */
function plainKey(type: EntityType, name: string): string {
  if (type === 'organisation') return nameKey(withoutDesignator(name));
  return nameKey(name).replace(/(?<=.) (?:strip|peninsula|island|archipelago|atoll)$/, '');
}

function alikeNames(a: string, b: string): boolean {
  const x = a.split(' ');
  const y = b.split(' ');
  return x.length === y.length && x.every((word, i) => alike(word, y[i]!));
}
