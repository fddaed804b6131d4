import type { EntityRecord } from './aggregate.js';
import { DOMINANT, mentionsOf, ownersOf, type Cluster } from './cluster.js';
import { NO_DECISIONS, type NameDecisions } from './name-decisions.js';
import { alike, compareGiven, nameKey, personParts, rolesAgree, skeleton } from './names.js';

/**
 * People: by full name in any spelling, then bare surnames with their only or by far most mentioned bearer.
 *
 * @param records by mentions, then by key
 * @param decisions stand above all that
 */
export function personClusters(
  records: readonly EntityRecord[],
  decisions: NameDecisions = NO_DECISIONS,
): Cluster[] {
  const bySurname = new Map<string, Cluster[]>();
  const block = (record: EntityRecord): Cluster[] => {
    const { surname } = personParts(record.name);
    const key = skeleton(surname) || surname;
    let clusters = bySurname.get(key);
    if (!clusters) bySurname.set(key, (clusters = []));
    return clusters;
  };
  const full = records.filter((it) => personParts(it.name).given.length > 0);
  for (const record of full) {
    const clusters = block(record);
    const same = clusters.find(
      (cluster) =>
        cluster.records.some((other) => samePerson(record, other)) && decisions.mayJoin(cluster, [record]),
    );
    if (same) same.records.push(record);
    else clusters.push({ type: 'person', records: [record] });
  }
  const unplaced: EntityRecord[] = [];
  for (const record of records) {
    const { given, surname } = personParts(record.name);
    if (given.length > 0) continue;
    const bearers = block(record)
      .filter((cluster) => cluster.records.some((it) => sameSurname(personParts(it.name).surname, surname)))
      .filter((cluster) => decisions.mayJoin(cluster, [record]))
      .sort((a, b) => mentionsOf(b) - mentionsOf(a));
    const [first, second] = bearers;
    if (first && (!second || mentionsOf(first) >= DOMINANT * mentionsOf(second))) first.records.push(record);
    else if (!first) unplaced.push(record);
    else block(record).push({ type: 'person', records: [record] });
  }
  const clusters = [...bySurname.values()].flat();
  // What an article calls somebody it also names in full: a nickname, a given name.
  const byAlias = ownersOf(clusters, (it) => it.aliases.map(nameKey));
  const alone: Cluster[] = [];
  for (const record of unplaced) {
    const owner = [
      byAlias.get(nameKey(record.name)),
      alone.find((it) => it.records.some((other) => samePerson(record, other))),
    ].find((it) => it && decisions.mayJoin(it, [record]));
    if (owner) owner.records.push(record);
    else alone.push({ type: 'person', records: [record] });
  }
  return [...clusters, ...alone];
}

function samePerson(a: EntityRecord, b: EntityRecord): boolean {
  const x = personParts(a.name);
  const y = personParts(b.name);
  if (!sameSurname(x.surname, y.surname)) return false;
  if (x.given.length === 0 || y.given.length === 0) return x.given.length === y.given.length;
  const likeness = compareGiven(x.given[0]!, y.given[0]!);
  const middles = x.given.length > 1 && y.given.length > 1 ? compareGiven(x.given[1]!, y.given[1]!) : 'same';
  if (middles === 'different') return false;
  const roles = rolesAgree(a.roles?.[0]?.[0], b.roles?.[0]?.[0]);
  switch (likeness) {
    case 'same':
      return true;
    case 'spelling':
      return roles !== 'differ' || x.surname === y.surname;
    case 'with-role':
      return roles === 'agree' && x.surname === y.surname;
    case 'different':
      return false;
  }
}

const sameSurname = (a: string, b: string): boolean => a === b || alike(a, b);
