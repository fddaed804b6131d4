import type { EntityType } from '../../../domain/statements.js';
import type { StateEntity } from '../../../domain/story-state.js';
import type { EntityRecord } from './aggregate.js';
import { acronymLetters, alike, compareGiven, initialsOf, nameKey, personParts, rolesAgree, skeleton } from './names.js';
import { compareText } from './records.js';

/** One person, organisation or place, with the records of its spellings. */
interface Cluster {
  readonly type: EntityType;
  readonly records: EntityRecord[];
}

/** Surname-only mentions go to the bearer with so many times the mentions of the next. */
const DOMINANT = 4;

/**
 * The entities of a story, one for all spellings that its articles use. Depends on the records alone, not on their
 * order: pairs are joined in the order of mentions, then of names.
 */
export class EntityNames {
  private readonly clusters: Cluster[];
  private readonly byKey = new Map<string, StateEntity>();
  readonly all: readonly StateEntity[];

  constructor(records: readonly EntityRecord[]) {
    const sorted = [...records].sort((a, b) => b.mentions - a.mentions || compareText(a.key, b.key));
    this.clusters = joinTypes([
      ...personClusters(sorted.filter((it) => it.type === 'person')),
      ...namedClusters('organisation', sorted),
      ...namedClusters('place', sorted),
    ]);
    this.all = this.clusters
      .map((cluster) => this.describe(cluster))
      .sort((a, b) => b.mentions - a.mentions || compareText(a.name, b.name) || compareText(a.type, b.type));
  }

  /** The canonical name of an entity that an article calls `name`; `name` itself when it is not known any more. */
  canonical(name: string, type: EntityType): string {
    return this.byKey.get(`${type}/${nameKey(name)}`)?.name ?? name;
  }

  /** By a name whose type is not known: a speaker. People first. */
  find(name: string): StateEntity | undefined {
    const key = nameKey(name);
    return (
      this.byKey.get(`person/${key}`) ??
      this.byKey.get(`organisation/${key}`) ??
      this.byKey.get(`place/${key}`)
    );
  }

  private describe({ type, records }: Cluster): StateEntity {
    const forms = new Map<string, EntityRecord>();
    for (const it of records) if (!forms.has(it.name)) forms.set(it.name, it);
    // What most outlets call it, not who mentions it most often.
    const name = [...forms.values()].sort(
      (a, b) =>
        fullness(b.name, type) - fullness(a.name, type) ||
        b.articles - a.articles ||
        b.mentions - a.mentions ||
        b.name.length - a.name.length ||
        compareText(a.name, b.name),
    )[0]!.name;
    const role = records
      .flatMap((it) => (it.role ? [it.role] : []))
      .sort((a, b) => compareText(b[1], a[1]) || compareText(b[2], a[2]))[0]?.[0];
    const aliases = [...new Set([...forms.keys(), ...records.flatMap((it) => it.aliases)])]
      .filter((it) => it !== name)
      .sort(
        (a, b) =>
          (forms.get(b)?.mentions ?? 0) - (forms.get(a)?.mentions ?? 0) ||
          b.length - a.length ||
          compareText(a, b),
      );
    const entity = {
      name,
      type,
      aliases,
      ...(role ? { role } : {}),
      mentions: records.reduce((sum, it) => sum + it.mentions, 0),
    };
    for (const it of records) this.byKey.set(`${it.type}/${nameKey(it.name)}`, entity);
    return entity;
  }
}

/** A name that says who is meant: given name and surname; words rather than initials. */
function fullness(name: string, type: EntityType): number {
  if (type === 'person') return personParts(name).given.some((part) => part.length > 1) ? 1 : 0;
  return /^[\p{Lu}\d.]{1,7}$/u.test(name) ? 0 : 1;
}

function personClusters(records: readonly EntityRecord[]): Cluster[] {
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
    const same = clusters.find((cluster) => cluster.records.some((other) => samePerson(record, other)));
    if (same) same.records.push(record);
    else clusters.push({ type: 'person', records: [record] });
  }
  const unplaced: EntityRecord[] = [];
  for (const record of records) {
    const { given, surname } = personParts(record.name);
    if (given.length > 0) continue;
    const bearers = block(record)
      .filter((cluster) => cluster.records.some((it) => sameSurname(personParts(it.name).surname, surname)))
      .sort((a, b) => mentionsOf(b) - mentionsOf(a));
    const [first, second] = bearers;
    if (first && (!second || mentionsOf(first) >= DOMINANT * mentionsOf(second))) first.records.push(record);
    else if (!first) unplaced.push(record);
    else block(record).push({ type: 'person', records: [record] });
  }
  const clusters = [...bySurname.values()].flat();
  // What an article calls somebody it also names in full: a nickname, a given name.
  const byAlias = aliasIndex(clusters);
  const alone: Cluster[] = [];
  for (const record of unplaced) {
    const owner =
      byAlias.get(nameKey(record.name)) ??
      alone.find((it) => it.records.some((other) => samePerson(record, other)));
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
  const roles = rolesAgree(a.role?.[0], b.role?.[0]);
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

const mentionsOf = (cluster: Cluster): number => cluster.records.reduce((sum, it) => sum + it.mentions, 0);

/** Organisations or places: by name, by a name that an article gives as another's, by initials, by spelling. */
function namedClusters(type: EntityType, sorted: readonly EntityRecord[]): Cluster[] {
  const records = sorted.filter((it) => it.type === type);
  const clusters: Cluster[] = [];
  const byName = new Map<string, Cluster>();
  const bySound = new Map<string, Cluster[]>();
  const acronyms: EntityRecord[] = [];
  for (const record of records) {
    if (fullness(record.name, type) === 0) {
      acronyms.push(record);
      continue;
    }
    const key = nameKey(record.name);
    const sound = key.split(' ').map(skeleton).join(' ');
    const neighbours = bySound.get(sound) ?? [];
    const same =
      byName.get(key) ??
      neighbours.find((cluster) => cluster.records.some((it) => alikeNames(nameKey(it.name), key)));
    if (same) same.records.push(record);
    const cluster = same ?? { type, records: [record] };
    if (!same) {
      clusters.push(cluster);
      bySound.set(sound, [...neighbours, cluster]);
    }
    byName.set(key, cluster);
  }
  const byAlias = aliasIndex(clusters);
  for (const record of acronyms) {
    const key = nameKey(record.name);
    const spelled = clusters.filter((cluster) =>
      cluster.records.some((it) => isAcronymOf(record.name, it.name)),
    );
    const owner = byName.get(key) ?? byAlias.get(key) ?? (spelled.length === 1 ? spelled[0] : undefined);
    if (owner) owner.records.push(record);
    else {
      const cluster = { type, records: [record] };
      clusters.push(cluster);
      byName.set(key, cluster);
    }
  }
  return clusters;
}

function alikeNames(a: string, b: string): boolean {
  const x = a.split(' ');
  const y = b.split(' ');
  return x.length === y.length && x.every((word, i) => alike(word, y[i]!));
}

/** Names that are given as an alias in exactly one cluster. */
function aliasIndex(clusters: readonly Cluster[]): Map<string, Cluster> {
  const owners = new Map<string, Cluster | null>();
  for (const cluster of clusters) {
    for (const alias of new Set(cluster.records.flatMap((it) => it.aliases.map(nameKey)))) {
      owners.set(alias, owners.has(alias) ? null : cluster);
    }
  }
  const index = new Map<string, Cluster>();
  for (const [alias, owner] of owners) if (owner) index.set(alias, owner);
  return index;
}

/** Times that a surname's bearer must be mentioned as often as an organisation of that name to own those mentions too. */
const CLEARLY_MEANT = 2;

/** An organisation that has the surname of one much-named person is that person, taken for something else. */
function surnameOwner(cluster: Cluster, all: readonly Cluster[]): Cluster | undefined {
  const key = nameKey(cluster.records[0]!.name);
  if (cluster.type !== 'organisation' || key.includes(' ')) return undefined;
  const bearers = all.filter(
    (it) => it.type === 'person' && it.records.some((record) => personParts(record.name).surname === key),
  );
  const [only] = bearers;
  return only && bearers.length === 1 && mentionsOf(only) >= CLEARLY_MEANT * mentionsOf(cluster)
    ? only
    : undefined;
}

/**
 * A name that some article takes for a place and most for an organisation is one entity; so is a full personal name
 * taken for something else. A single word may be a person and a place.
 */
function joinTypes(clusters: readonly Cluster[]): Cluster[] {
  const byName = new Map<string, Cluster>();
  const joined: Cluster[] = [];
  for (const cluster of [...clusters].sort((a, b) => mentionsOf(b) - mentionsOf(a))) {
    const keys = cluster.records.map((it) => nameKey(it.name));
    const same = keys.map((key) => byName.get(key)).find((other) => other && other.type !== cluster.type);
    const owner = same ? undefined : surnameOwner(cluster, joined);
    if (owner) {
      owner.records.push(...cluster.records);
      continue;
    }
    const person = cluster.type === 'person' || same?.type === 'person';
    if (same && (!person || keys.some((key) => key.includes(' ') && byName.get(key) === same))) {
      same.records.push(...cluster.records);
      continue;
    }
    joined.push(cluster);
    for (const key of keys) if (!byName.has(key)) byName.set(key, cluster);
  }
  return joined;
}

/** For a state; `names` bounds the aliases. */
export function renderEntities(
  names: EntityNames,
  limits: { entities: number; names: number },
): StateEntity[] {
  return names.all
    .slice(0, limits.entities)
    .map((it) => ({ ...it, aliases: it.aliases.slice(0, limits.names) }));
}
