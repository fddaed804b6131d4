import type { EntityType } from '../../domain/statements.js';
import { decideType, evidenceOf, type Evidence } from './entity-types.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { countryNamed } from '../lexicon/places.js';
import { nameWords, surname } from './name-forms.js';
import type { NameCandidate } from './names.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { Reading } from '../reading/reading.js';

export interface Group {
  type: EntityType;
  name: string;
  words: string[];
  readonly forms: Map<string, number>;
  readonly roles: string[];
  readonly evidence: Evidence;
  readonly candidates: NameCandidate[];
  certain: boolean;
}

export const newGroup = (name: string, type: EntityType): Group => ({
  type,
  name,
  words: nameWords(name),
  forms: new Map(),
  roles: [],
  evidence: { person: 0, organisation: 0, place: 0 },
  candidates: [],
  certain: false,
});

export function addTo(group: Group, candidate: NameCandidate, written: string): void {
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

export function settledType(group: Group): EntityType {
  if (countryNamed(group.name)) return 'place';
  return decideType(group.evidence, group.words.length);
}

const PEOPLE_ENDINGS = ['ians', 'ian', 'ans', 'an', 'ns', 'n', 'is', 'i', 'ites', 'ite', 'ese', 'ers'];

/** "Ruritanians": the people of a place that is named too. */
export function isPeopleOf(group: Group, groups: ReadonlyMap<string, Group>): boolean {
  const word = group.words.length === 1 && !group.certain ? group.words[0]! : '';
  return PEOPLE_ENDINGS.some(
    (ending) =>
      word.length > ending.length + 2 && word.endsWith(ending) && groups.has(word.slice(0, -ending.length)),
  );
}

/** What a name is listed with, it is like: "between Ash and Elm", "Ash, Elm and Oak". A pronoun after it makes a person. */
export function weighNeighbours(groups: readonly Group[], { sentences }: Reading): void {
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
  const named = new Set(
    groups
      .filter(({ type, words }) => type === 'person' && words.length > 1)
      .flatMap(({ candidates }) => candidates.map(({ sentence }) => sentence.index)),
  );
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
      const following = sentences[sentence.index + 1];
      const next = following && following.passage === sentence.passage ? following.tokens : [];
      const acts = /^(?:VERB|AUX)$/.test(tokens[to]?.tag ?? '');
      if (acts && from <= 1 && next[0]?.lower === 'it') group.evidence.organisation += 1.5;
      // "He" may be anybody whom the sentence names: it tells of the one that acts, where nobody is named in full.
      const owns =
        tokens[to]?.lower === "'s" ||
        (tokens[to]?.lower === 'and' && PERSONAL.has(tokens[to + 1]?.lower ?? ''));
      if (group.words.length > 1 || !(acts || owns) || named.has(sentence.index)) continue;
      if ([...tokens.slice(to, to + 12), ...next].some(({ lower }) => PERSONAL.has(lower)))
        group.evidence.person += 1;
    }
  }
}

/** People go by their last word, bodies by their first: whichever is also met alone tells which a name is. */
export function weighShortForms(groups: readonly Group[], all: ReadonlyMap<string, Group>): void {
  for (const { words, evidence, certain } of groups) {
    // "the Roe administration" is somebody's.
    if (words[1] === 'administration') {
      const owner = all.get(words[0]!);
      if (owner) owner.evidence.person += 3;
    }
    if (certain || words.length < 2 || words.length > 3) continue;
    // A person's surname may be a word, but a name of words alone is more often no person's.
    if (all.has(surname(words))) evidence.person += words.every(isEnglishWord) ? 1 : 2;
    const short = all.get(words[0]!);
    if (!short) continue;
    if (!GIVEN_NAMES.has(words[0]!)) evidence.organisation += 1.5;
    // "Ann Roe … Ann": whatever stands around it.
    else if (!short.certain) short.evidence.person += 3;
  }
}

const PERSONAL = new Set(['he', 'him', 'his', 'she', 'her', 'himself', 'herself']);
