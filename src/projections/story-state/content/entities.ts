import type { EntityType } from '../../../domain/statements.js';
import type { StateEntity } from '../../../domain/story-state.js';
import type { EntityRecord } from './aggregate.js';
import { fullness, mentionsOf, ownersOf, type Cluster } from './cluster.js';
import { NO_DECISIONS, type NameDecisions } from './name-decisions.js';
import { namedClusters } from './named-clusters.js';
import { nameKey, personParts, withoutDesignator } from './names.js';
import { personClusters } from './person-clusters.js';
import { contentStems } from './words.js';
import { compareText } from './records.js';

/** Times that a surname's bearer must be mentioned as often as an organisation of that name to own those mentions too. */
const CLEARLY_MEANT = 2;

/**
 * The entities of a story, one for all spellings that its articles use. Depends on the records alone, not on their
 * order: pairs are joined in the order of mentions, then of names.
 */
export class EntityNames {
  private readonly byKey = new Map<string, StateEntity>();
  readonly all: readonly StateEntity[];

  constructor(
    records: readonly EntityRecord[],
    private readonly decisions: NameDecisions = NO_DECISIONS,
  ) {
    const sorted = [...records].sort((a, b) => b.mentions - a.mentions || compareText(a.key, b.key));
    const found = [
      ...personClusters(
        sorted.filter((it) => it.type === 'person'),
        decisions,
      ),
      ...(['organisation', 'place'] as const).flatMap((type) =>
        namedClusters(
          type,
          sorted.filter((it) => it.type === type),
          decisions,
        ),
      ),
    ];
    this.all = joinDecided(joinTypes(found, decisions), decisions)
      .map((cluster) => this.describe(cluster))
      .sort((a, b) => b.mentions - a.mentions || compareText(a.name, b.name) || compareText(a.type, b.type));
  }

  /** The entity that an article calls `name` and takes for a `type`, which need not be what most take it for. */
  entity(name: string, type: EntityType): StateEntity | undefined {
    return this.byKey.get(`${type}/${nameKey(name)}`);
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
    const name = settledName([...forms.values()], type);
    const role = roleOf(records);
    const aliases = [...new Set([...forms.keys(), ...records.flatMap((it) => it.aliases)])]
      .filter((it) => it !== name && !records.some((other) => this.decisions.areApart(other.name, it)))
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

/** So many times the reports that say the first name must say another for that to stand in its place. */
const CLEARLY_MORE = 2;

/**
 * What an entity is called: in full if any report does so, and then as it was called first, until clearly more reports
 * call it otherwise. So the name that readers know does not go to and fro as reports come in.
 */
function settledName(all: readonly EntityRecord[], type: EntityType): string {
  const plain = all.filter((it) => type !== 'organisation' || withoutDesignator(it.name) === it.name);
  const forms = plain.length > 0 ? plain : all;
  const fullest = Math.max(...forms.map((it) => fullness(it.name, type)));
  const [first, ...later] = forms
    .filter((it) => fullness(it.name, type) === fullest)
    .sort(
      (a, b) =>
        compareText(a.since, b.since) ||
        b.articles - a.articles ||
        b.mentions - a.mentions ||
        b.name.length - a.name.length ||
        compareText(a.name, b.name),
    );
  const most = later.reduce((best, it) => (it.articles > best.articles ? it : best), first!);
  return (most.articles > CLEARLY_MORE * first!.articles ? most : first!).name;
}

/** The role last reported, in the fullest words that any report has for it: "Velm's harbour master", not "master". */
function roleOf(records: readonly EntityRecord[]): string | undefined {
  const roles = records
    .flatMap((it) => it.roles ?? [])
    .sort((a, b) => compareText(b[1], a[1]) || compareText(b[2], a[2]) || compareText(a[0], b[0]))
    .map(([role]) => role);
  const last = roles[0];
  if (last === undefined) return undefined;
  const stems = contentStems(last);
  const fuller = roles.filter((role) => {
    const own = contentStems(role);
    const added = own.filter((stem) => !stems.includes(stem));
    return (
      role.length <= MAX_ROLE &&
      added.length > 0 &&
      stems.every((stem) => own.includes(stem)) &&
      headOf(role) === headOf(last) &&
      !added.some((stem) => OTHER_OFFICE.has(stem))
    );
  });
  return fuller[0] ?? last;
}

/** The noun that says what the office is: "head" of "head of the harbour police" and of "harbour police head". */
const headOf = (role: string): string | undefined =>
  contentStems(role.split(/,| (?:of|for|to|at|in) /)[0]!).at(-1);

/** Words that make another office of it. */
const OTHER_OFFICE = new Set(
  contentStems(
    'former ex deputy vice acting interim incoming outgoing designate elect assistant honorary late retired',
  ),
);

const MAX_ROLE = 80;

/**
 * A name that some article takes for a place and most for an organisation is one entity, of the type that most reports
 * take it for; so is an organisation that has the surname of one much-mentioned person. A surname whose bearer is
 * named in full may be a place's name too.
 */
function joinTypes(clusters: readonly Cluster[], decisions: NameDecisions): Cluster[] {
  const byName = new Map<string, Cluster>();
  const joined: Cluster[] = [];
  const bearers = ownersOf(
    clusters.filter((it) => it.type === 'person'),
    (it) => [personParts(it.name).surname],
  );
  for (const cluster of [...clusters].sort((a, b) => mentionsOf(b) - mentionsOf(a))) {
    const keys = cluster.records.map((it) => nameKey(it.name));
    const owner = [namesake(cluster, keys, byName), surnameOwner(cluster, keys, bearers)].find(
      (it) => it && decisions.mayJoin(it, cluster.records),
    );
    if (owner) owner.records.push(...cluster.records);
    else joined.push(cluster);
    for (const key of keys) if (!byName.has(key)) byName.set(key, owner ?? cluster);
  }
  return joined.map((it) => ({ type: mostlyTakenFor(it), records: it.records }));
}

/** Makes one of what somebody has said is one, but for records that were told apart from it. */
function joinDecided(clusters: readonly Cluster[], decisions: NameDecisions): readonly Cluster[] {
  const joined = [...clusters];
  const placeOf = (key: string): number =>
    joined.findIndex((cluster) => cluster.records.some((it) => nameKey(it.name) === key));
  for (const [a, b] of decisions.same) {
    const one = joined[placeOf(a)];
    const place = placeOf(b);
    const other = joined[place];
    if (!one || !other || one === other) continue;
    const joining = other.records.filter((it) => decisions.mayJoin(one, [it]));
    const staying = other.records.filter((it) => !joining.includes(it));
    joined.splice(place, 1, ...(staying.length > 0 ? [{ ...other, records: staying }] : []));
    const both = { ...one, records: [...one.records, ...joining] };
    joined[joined.indexOf(one)] = { ...both, type: mostlyTakenFor(both) };
  }
  return joined;
}

/** Of another type and the same name. */
function namesake(
  cluster: Cluster,
  keys: readonly string[],
  byName: ReadonlyMap<string, Cluster>,
): Cluster | undefined {
  for (const key of keys) {
    const other = byName.get(key);
    if (!other || other.type === cluster.type) continue;
    const person = cluster.type === 'person' ? cluster : other.type === 'person' ? other : undefined;
    if (!person || key.includes(' ') || isBare(person)) return other;
  }
  return undefined;
}

const isBare = (person: Cluster): boolean => person.records.every((it) => fullness(it.name, 'person') === 0);

/**
 * By articles and mentions. Reports name people in full or with an office, so a lone word without is rather no person;
 * and a body is what analysis takes a word for that nothing tells of, a place never.
 */
function mostlyTakenFor({ type, records }: Cluster): EntityType {
  if (records.every((it) => it.type === type)) return type;
  const weights = (['place', 'organisation', 'person'] as const).map((kind) => {
    const own = records.filter((it) => it.type === kind);
    const named = own.some(
      (it) => kind === 'person' && (it.roles !== undefined || fullness(it.name, kind) === 1),
    );
    const said = own.reduce((sum, it) => sum + it.articles + it.mentions, 0);
    return { kind, weight: said * (kind === 'organisation' || (kind === 'person' && !named) ? 1 : 1.5) };
  });
  return weights.sort((a, b) => b.weight - a.weight)[0]!.kind;
}

function surnameOwner(
  cluster: Cluster,
  keys: readonly string[],
  bearers: ReadonlyMap<string, Cluster>,
): Cluster | undefined {
  const bearer =
    cluster.type === 'organisation' && !keys[0]!.includes(' ') ? bearers.get(keys[0]!) : undefined;
  return bearer && mentionsOf(bearer) >= CLEARLY_MEANT * mentionsOf(cluster) ? bearer : undefined;
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
