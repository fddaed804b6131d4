import type { Group } from './entity-groups.js';
import { KNOWN_BODIES, ORGANISATION_CUES } from '../lexicon/organisations.js';
import { isKnownPlace } from '../lexicon/places.js';
import { isEnglishWord } from '../reading/dictionary.js';
import { isAcronymOf, nearlyEqual, samePerson, surname } from './name-forms.js';

/** Puts together the groups that are one: persons by name, bodies by acronym and short form, places by spelling. */
export function mergeGroups(groups: Group[]): Group[] {
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
  // "Kari": also where nothing tells what it is.
  if (
    group.type === 'person' ||
    (!group.certain && group.type === 'organisation' && group.evidence.organisation < 1)
  ) {
    const friends = kept.filter(
      (other) => other.type === 'person' && other.words.length > 1 && other.words[0] === word,
    );
    if (friends.length === 1) return friends[0];
  }
  if (/^\p{Lu}/u.test(group.name)) {
    const known = SHORT_FORMS.get(word);
    const called = known && kept.find(({ words }) => words.slice(0, 2).join(' ') === known);
    if (called) return called;
    // "Ministry of Trade, Industry and Energy (MOTIE)": letters that only the brackets tell.
    const told = kept.find(
      (other) => other.type === 'organisation' && other.words[0]![0] === word[0] && introduces(other, group),
    );
    if (told) return told;
    const body = kept.find(
      (other) =>
        other.type !== 'person' &&
        other.words.length > 1 &&
        ((other.words[0] === word && withoutSuffix(other.words) === word) ||
          (isAcronymOf(group.name, other.name) && (isBody(other) || introduces(other, group)))),
    );
    if (body) return body;
  }
  if (group.certain) return undefined;
  const firsts = kept.filter(
    (other) =>
      other.words.length > 1 &&
      other.words[0] === word &&
      other.words[1] !== 'administration' &&
      other.type !== 'person' &&
      (group.type === 'place' ? BUILT.has(other.words.at(-1)!) : isFacility(other)),
  );
  // "Microsoft" is not its Harbour Response Alliance.
  const part = KNOWN_BODIES.has(word) && firsts.some(({ words }) => words.length > 2);
  return firsts.length === 1 && !part ? firsts[0] : undefined;
}

/** What bodies are called in every report of them, by no rule. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([['fed', 'federal reserve']]);

const ADMINISTRATIVE = new Set(
  'strip city town village province district county region state governorate border republic'.split(' '),
);

/** What is named by one word as well as in full, where that word is no town's: "Elm Hospital" and "Elm". */
const BUILT = new Set(
  'hospital prison airport stadium bridge tower towers corridor crossing camp palace'.split(' '),
);

/** A body or a building goes by its first word; a province does not go by its town's. */
const isFacility = (group: Group): boolean =>
  group.type === 'organisation' || !ADMINISTRATIVE.has(group.words.at(-1)!);

/** A name of which people would use the first letters: "Northern Water Agency", not "Bad People". */
const isBody = ({ certain, name, words, type }: Group): boolean =>
  certain ||
  isKnownPlace(name) ||
  type === 'place' ||
  words.some((word) => ORGANISATION_CUES.has(word)) ||
  !words.every(isEnglishWord);

/** "Bright Days (BD)", "BD (Bright Days)". */
const introduces = (body: Group, acronym: Group): boolean =>
  body.candidates.some(({ sentence, from, to }) =>
    acronym.candidates.some(
      (short) =>
        short.sentence === sentence &&
        ((short.from === to + 1 && sentence.tokens[to]!.text === '(') ||
          (from === short.to + 1 && sentence.tokens[short.to]!.text === '(')),
    ),
  );

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
