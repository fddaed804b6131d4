import type { AnalyzedEntity, EntityType, Span } from '../domain/statements.js';
import { decideType, evidenceOf, type Evidence } from './entity-types.js';
import { GIVEN_NAMES } from './lexicon/given-names.js';
import { ORGANISATION_CUES } from './lexicon/organisations.js';
import { countryNamed, PLACE_CUES } from './lexicon/places.js';
import { isAcronymOf, nameWords, nearlyEqual, samePerson, surname } from './name-forms.js';
import { findNames, type NameCandidate } from './names.js';
import type { Reading } from './reading.js';
import { roleOf } from './roles.js';

/** A mention of an entity, by token indexes of one sentence; `to` is exclusive. */
export interface Mention extends Span {
  readonly entity: number;
  readonly from: number;
  readonly to: number;
}

export interface Entities {
  readonly list: readonly AnalyzedEntity[];
  /** Mentions in each sentence, in order. */
  readonly bySentence: readonly (readonly Mention[])[];
  /** Indexes of organisations that are only ever named as a place where something was said or reported. */
  readonly outlets: ReadonlySet<number>;
  /** Lower-case words of every name. */
  readonly words: ReadonlySet<string>;
}

interface Group {
  type: EntityType;
  name: string;
  words: string[];
  readonly forms: Map<string, number>;
  readonly roles: string[];
  readonly evidence: Evidence;
  readonly candidates: NameCandidate[];
  certain: boolean;
}

/** More names than this are a list or a table: the rest is not looked at, so that merging stays cheap. */
const MOST_GROUPS = 400;

/**
 * The people, organisations and places of a report, one each: "Ann Roe", "Roe" and "Mr. Roe" are one person, "NWA" is
 * the "Northern Water Agency" that was spelt out, "U.S." is the United States.
 */
export function findEntities(reading: Reading): Entities {
  const { text, input } = reading;
  const groups = new Map<string, Group>();
  for (const candidate of findNames(reading)) {
    const written = writtenForm(text, candidate);
    const country = countryNamed(written);
    const key = country ? country.toLowerCase() : nameWords(written).join(' ');
    if (key === '' || isLoneCue(candidate)) continue;
    let group = groups.get(key);
    if (!group) {
      if (groups.size >= MOST_GROUPS) continue;
      group = newGroup(country ?? written, candidate.type ?? 'organisation');
      groups.set(key, group);
    }
    addTo(group, candidate, written);
    const role = roleOf(candidate, text);
    if (role && (candidate.type === 'person' || candidate.type === undefined)) group.roles.push(role);
  }
  const all = [...groups.values()].filter((group) => !isPeopleOf(group, groups));
  for (const group of all) group.type = settledType(group);
  weighNeighbours(all, reading);
  weighShortForms(all, groups);
  for (const group of all) group.type = settledType(group);
  const merged = mergeGroups(all);
  return assemble(
    reading,
    merged.filter((group) => !isPublisherOnly(group, input.publisher)),
  );
}

const newGroup = (name: string, type: EntityType): Group => ({
  type,
  name,
  words: nameWords(name),
  forms: new Map(),
  roles: [],
  evidence: { person: 0, organisation: 0, place: 0 },
  candidates: [],
  certain: false,
});

const writtenForm = (text: string, { sentence, from, to }: NameCandidate): string =>
  text.slice(sentence.tokens[from]!.start, sentence.tokens[to - 1]!.end).replace(/\s+/g, ' ');

/** "the Council", "the Strip": part of some name said in full elsewhere, nothing by itself. */
const isLoneCue = ({ sentence, from, to }: NameCandidate): boolean =>
  to - from === 1 &&
  (ORGANISATION_CUES.has(sentence.tokens[from]!.lower) || PLACE_CUES.has(sentence.tokens[from]!.lower)) &&
  !/^\p{Lu}{2,}$/u.test(sentence.tokens[from]!.text);

function addTo(group: Group, candidate: NameCandidate, written: string): void {
  group.forms.set(written, (group.forms.get(written) ?? 0) + 1);
  group.candidates.push(candidate);
  const evidence = evidenceOf(candidate);
  group.evidence.person += evidence.person;
  group.evidence.organisation += evidence.organisation;
  group.evidence.place += evidence.place;
  if (candidate.type) {
    // What the name itself tells outweighs all that stands around it.
    group.evidence[candidate.type] += 12;
    group.certain = true;
  }
}

function settledType(group: Group): EntityType {
  if (countryNamed(group.name)) return 'place';
  return decideType(group.evidence, group.words.length);
}

/** "Ruritanians": the people of a place that is named too. */
function isPeopleOf(group: Group, groups: ReadonlyMap<string, Group>): boolean {
  const root = /^(\p{L}{3,}?)(?:i?ans?|ns?|is|ites?|ese)$/u.exec(
    group.words.length === 1 ? group.words[0]! : '',
  )?.[1];
  return root !== undefined && !group.certain && root !== group.words[0] && groups.has(root);
}

/** What a name is listed with, it is like: "between Ash and Elm", "Ash, Elm and Oak". A pronoun after it makes a person. */
function weighNeighbours(groups: readonly Group[], { sentences }: Reading): void {
  const known = new Map<string, EntityType>();
  for (const group of groups) {
    for (const { sentence, from, to } of group.candidates) {
      if (group.certain || group.evidence[group.type] >= 3) {
        // Countries are listed with anything that acts: they tell little of their neighbours.
        if (countryNamed(group.name)) continue;
        known.set(`${sentence.index}:${to}`, group.type);
        known.set(`${sentence.index}:-${from}`, group.type);
      }
    }
  }
  for (const group of groups) {
    if (group.certain) continue;
    for (const { sentence, from, to } of group.candidates) {
      const { tokens } = sentence;
      const linked = (token: { lower: string } | undefined): boolean =>
        token?.lower === 'and' || token?.lower === 'or' || token?.lower === ',';
      const before = linked(tokens[from - 1]) ? known.get(`${sentence.index}:${from - 1}`) : undefined;
      const after = linked(tokens[to]) ? known.get(`${sentence.index}:-${to + 1}`) : undefined;
      if (before) group.evidence[before] += tokens[from - 1]!.lower === ',' ? 0.5 : 2;
      if (after) group.evidence[after] += tokens[to]!.lower === ',' ? 0.5 : 2;
      if (group.words.length > 1) continue;
      const following = sentences[sentence.index + 1];
      const here = tokens[to]?.lower === ',' ? [] : tokens.slice(to, to + 12);
      const next = following && following.passage === sentence.passage ? following.tokens : [];
      if ([...here, ...next].some(({ lower }) => PERSONAL.has(lower))) group.evidence.person += 0.8;
    }
  }
}

/** People go by their last word, bodies by their first: whichever is also met alone tells which a name is. */
function weighShortForms(groups: readonly Group[], all: ReadonlyMap<string, Group>): void {
  for (const { words, evidence, certain } of groups) {
    if (certain || words.length < 2 || words.length > 3) continue;
    if (all.has(surname(words))) evidence.person += 2;
    if (all.has(words[0]!) && !GIVEN_NAMES.has(words[0]!)) evidence.organisation += 1.5;
  }
}

const PERSONAL = new Set(['he', 'him', 'his', 'she', 'her', 'himself', 'herself']);

/** Puts together the groups that are one: persons by name, bodies by acronym and short form, places by spelling. */
function mergeGroups(groups: Group[]): Group[] {
  const full = groups.filter((group) => group.words.length > 1);
  const kept: Group[] = [];
  for (const group of [...full].sort((a, b) => b.words.length - a.words.length)) {
    const same = kept.find((other) => isSame(other, group));
    if (same) absorb(same, group);
    else kept.push(group);
  }
  for (const group of groups) {
    if (group.words.length > 1) continue;
    const whole = wholeOf(group, kept);
    if (whole) absorb(whole, group);
    else kept.push(group);
  }
  return kept;
}

function isSame(a: Group, b: Group): boolean {
  if (a.type === 'organisation' && a.certain && withoutSuffix(a.words) === withoutSuffix(b.words))
    return true;
  if (a.type === 'person' && b.type === 'person') return samePerson(a.words, b.words);
  if (a.type !== b.type || a.type === 'person') return false;
  if (a.words.length === b.words.length) {
    const different = a.words.filter((word, index) => word !== b.words[index]);
    return (
      different.length === 1 && different.every((word) => nearlyEqual(word, b.words[a.words.indexOf(word)]!))
    );
  }
  // "Israel's Trade Ministry"-like forms are cut at the possessive; "UN Security Council" ends as "Security Council".
  return a.words.slice(-b.words.length).join(' ') === b.words.join(' ') && b.words.length > 1;
}

const COMPANY_SUFFIXES = new Set(
  'inc ltd llc plc corp corporation co company group holdings ag sa nv gmbh'.split(' '),
);

/** "Elm Motors Co." and "Elm Motors" are one. */
function withoutSuffix(words: readonly string[]): string {
  let to = words.length;
  while (to > 1 && COMPANY_SUFFIXES.has(words[to - 1]!)) to -= 1;
  return words.slice(0, to).join(' ');
}

/** The full name that a single word is short for, when there is exactly one or one clearly first. */
function wholeOf(group: Group, kept: readonly Group[]): Group | undefined {
  const word = group.words[0]!;
  if (group.type !== 'place' || !group.certain) {
    const people = kept.filter(
      (other) => other.type === 'person' && other.words.length > 1 && surname(other.words) === word,
    );
    if (people.length > 0) return nearest(people, group);
  }
  if (group.type === 'person') {
    const friends = kept.filter(
      (other) => other.type === 'person' && other.words.length > 1 && other.words[0] === word,
    );
    if (friends.length === 1) return friends[0];
  }
  if (/^\p{Lu}/u.test(group.name)) {
    const body = kept.find(
      (other) => other.type !== 'person' && other.words.length > 1 && isAcronymOf(group.name, other.name),
    );
    if (body) return body;
  }
  if (group.certain || group.type === 'place') return undefined;
  const firsts = kept.filter(
    (other) =>
      other.words.length > 1 && other.words[0] === word && other.type !== 'person' && isFacility(other),
  );
  return firsts.length === 1 ? firsts[0] : undefined;
}

const ADMINISTRATIVE = new Set(
  'strip city town village province district county region state governorate border republic'.split(' '),
);

/** A body or a building goes by its first word; a province does not go by its town's. */
const isFacility = (group: Group): boolean =>
  group.type === 'organisation' || !ADMINISTRATIVE.has(group.words.at(-1)!);

/** Of several namesakes, the one named last before the short form. */
function nearest(people: readonly Group[], group: Group): Group {
  const place = group.candidates[0]!.sentence.index;
  let best = people[0]!;
  let bestAt = -1;
  for (const person of people) {
    for (const { sentence } of person.candidates) {
      if (sentence.index <= place && sentence.index > bestAt) [best, bestAt] = [person, sentence.index];
    }
  }
  return best;
}

function absorb(target: Group, source: Group): void {
  for (const [form, count] of source.forms) target.forms.set(form, (target.forms.get(form) ?? 0) + count);
  target.candidates.push(...source.candidates);
  target.roles.push(...source.roles);
}

/** The publisher's name on its own page is no news, unless the report is about it: named again and again. */
const isPublisherOnly = (group: Group, publisher: string): boolean => {
  const own = nameWords(publisher.replace(/^the\s+/i, '')).join(' ');
  return (
    own !== '' &&
    nameWords(group.name.replace(/^the\s+/i, '')).join(' ') === own &&
    group.candidates.length < 8
  );
};

function assemble(reading: Reading, groups: Group[]): Entities {
  const first = (group: Group): number => Math.min(...group.candidates.map(positionOf));
  const ordered = groups.map((group) => ({ group, at: first(group) })).sort((a, b) => a.at - b.at);
  const bySentence: Mention[][] = reading.sentences.map(() => []);
  const words = new Set<string>();
  const list = ordered.map(({ group }, entity): AnalyzedEntity => {
    for (const form of group.forms.keys()) for (const word of nameWords(form)) words.add(word);
    const mentions = group.candidates
      .map(({ sentence, from, to }): Mention => {
        const span = { start: sentence.tokens[from]!.start, end: sentence.tokens[to - 1]!.end };
        const mention = { entity, from, to, ...span };
        bySentence[sentence.index]!.push(mention);
        return mention;
      })
      .sort((a, b) => a.start - b.start);
    const aliases = [...group.forms.keys()].filter((form) => form !== group.name);
    const role = bestRole(group.roles);
    return {
      name: group.name,
      type: group.type,
      aliases,
      ...(role && group.type === 'person' ? { role } : {}),
      mentions: mentions.map(({ start, end }) => ({ start, end })),
    };
  });
  for (const mentions of bySentence) mentions.sort((a, b) => a.from - b.from);
  const outlets = new Set(ordered.flatMap(({ group }, entity) => (isSpokenTo(group) ? [entity] : [])));
  return { list, bySentence, outlets, words };
}

/** Named only as whom somebody told something or what reported it, and never as anything else. */
function isSpokenTo(group: Group): boolean {
  if (group.type !== 'organisation') return false;
  let proof = 0;
  for (const { sentence, from, to } of group.candidates) {
    const { tokens } = sentence;
    const before = tokens[tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1]?.lower ?? '';
    if (tokens[to]?.lower === "'s") return false;
    if (/^(?:told|tells)$/.test(before) || /^(?:reported|reports)$/.test(tokens[to]?.lower ?? '')) proof += 1;
    else if (before !== 'to' && before !== 'by' && before !== 'with') return false;
  }
  return proof > 0;
}

const positionOf = ({ sentence, from }: NameCandidate): number => sentence.tokens[from]!.start;

/** The first full description, unless a later one says the same and more. */
function bestRole(roles: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const role of roles) {
    const words = role.toLowerCase().split(' ');
    if (words.length > 14) continue;
    const more =
      best !== undefined &&
      best
        .toLowerCase()
        .split(' ')
        .every((word) => words.includes(word));
    if (
      best === undefined ||
      (more && role.length > best.length) ||
      (!best.includes(' ') && words.length > 1)
    )
      best = role;
  }
  return best;
}
