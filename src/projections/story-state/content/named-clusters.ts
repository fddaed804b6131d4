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
    const owner = [
      byName.get(key),
      byAlias.get(key),
      byInitials.get(acronymLetters(withoutDesignator(record.name)) ?? ''),
    ].find((it) => it && decisions.mayJoin(it, [record]));
    if (owner) owner.records.push(record);
    else {
      const cluster = { type, records: [record] };
      clusters.push(cluster);
      byName.set(key, cluster);
    }
  }
  return type === 'organisation' ? withoutPrefixes(clusters, decisions) : clusters;
}

/** "US Coast Guard" is the Coast Guard, where the reports know of no other. */
function withoutPrefixes(clusters: readonly Cluster[], decisions: NameDecisions): Cluster[] {
  const byKey = new Map(
    clusters.flatMap((it) =>
      it.records.map(({ name }): [string, Cluster] => [plainKey('organisation', name), it]),
    ),
  );
  const prefixed = new Map<Cluster, Set<Cluster>>();
  for (const cluster of clusters) {
    for (const { name } of cluster.records) {
      const [, rest] = PREFIXED.exec(name) ?? [];
      const plain = rest === undefined ? undefined : byKey.get(plainKey('organisation', rest));
      if (!plain || plain === cluster) continue;
      const known = prefixed.get(plain);
      if (known) known.add(cluster);
      else prefixed.set(plain, new Set([cluster]));
    }
  }
  const gone = new Set<Cluster>();
  for (const [plain, [only, another]] of prefixed) {
    if (!only || another || gone.has(plain) || !decisions.mayJoin(plain, only.records)) continue;
    plain.records.push(...only.records);
    gone.add(only);
  }
  return clusters.filter((it) => !gone.has(it));
}

/** An acronym before two words or more. */
const PREFIXED = /^(?:\p{Lu}\.?){2,4}\s(\p{Lu}\S*\s\S.*)$/u;

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
