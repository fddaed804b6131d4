import { fold, isStopWord, stem, words } from './words.js';

/** What a figure counts, taken apart to be compared. */
export interface Subject {
  /** Unit, with the words for people as one. */
  readonly unit: string;
  /** Names in it: whose, where. */
  readonly names: ReadonlySet<string>;
  /** What tells it from other counts of the same unit: "kill", "tent", "rescue". */
  readonly specifics: ReadonlySet<string>;
  /** A count of who is in a place, however it is put. */
  readonly presence: boolean;
  /** It says "the city", "there" or nothing for a place that the report named before. */
  readonly vague: boolean;
}

const stems = (list: string): Set<string> => new Set(list.split(/\s+/).map(stem));

/** People counted as people; "children", "soldiers" or "hostages" are counts of their own. */
const ANYONE = stems('people person persons individuals men-and-women population inhabitants humans');
/** Living, staying or sheltering somewhere: a population, by any of its descriptions. */
const PRESENT = stems(
  `residents civilians displaced refugees refuge sheltering sheltered shelter living live lives stay staying crowded crammed
   packed people population inhabitants home number total estimated currently now remaining noncombatants noncombatant
   war-displaced uprooted seeking sought found finding take taken taking war`,
);
const NOWHERE = /^(?:the )?population$/i;
const FILLER = stems(
  'remaining final last other total number total count figure estimate estimated overall around currently reported least far',
);
/** Being somewhere, of things and units as of people: "brigades left in Orm", "brigades that have gathered in Orm". */
const BEING_THERE = stems(
  'remaining gathered concentrated stationed located based deployed hiding positioned situated still along',
);

/** What is told of the dead and the hurt in many words is one count: "people who died", "deaths", "death toll". */
const BEFALLEN: ReadonlyMap<string, string> = new Map(
  (
    [
      ['kill', 'killed dead died die dies death deaths toll fatality fatalities perished slain'],
      ['injur', 'injured injuries wounded hurt'],
    ] as const
  ).flatMap(([to, forms]) => [...stems(forms)].map((form): [string, string] => [form, to])),
);

const SOMEWHERE = stems(
  'city cities town area region vicinity enclave strip territory country village place border there here northern southern eastern western',
);

/** "brigades left in Orm" are there, "people who have left Orm" are not. */
const LEFT_THERE = /\b(?:are |is |were )?left (?=(?:in|at|on|inside|there)\b)/gi;

/** @param subject readable on its own: "displaced people in the old town" */
export function parseSubject(subject: string, unit: string): Subject {
  const names = new Set<string>();
  const rest = new Set<string>();
  let vague = false;
  let first = true;
  for (const token of subject.replace(LEFT_THERE, '').match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? []) {
    const word = words(token)[0];
    if (word === undefined) continue;
    const cut = stem(word);
    if (SOMEWHERE.has(cut)) vague = true;
    if (isStopWord(word)) continue;
    const capital = /^\p{Lu}/u.test(token) && !(first && (ANYONE.has(cut) || PRESENT.has(cut)));
    first = false;
    if (capital) names.add(cut);
    else if (BEING_THERE.has(cut)) continue;
    else if (!SOMEWHERE.has(cut) && !FILLER.has(cut) && !ANYONE.has(cut)) rest.add(BEFALLEN.get(cut) ?? cut);
  }
  const unitStem = stem(words(unit)[0] ?? '');
  const befallen = BEFALLEN.has(unitStem);
  const people = befallen || ANYONE.has(unitStem) || PRESENT.has(unitStem);
  // "The population", "displaced people": of some place that the report named before.
  if ((names.size === 0 && [...rest].some((word) => PRESENT.has(word))) || NOWHERE.test(subject))
    vague = true;
  rest.delete(unitStem);
  const presence = people && (names.size > 0 || vague) && [...rest].every((word) => PRESENT.has(word));
  return {
    unit: people ? 'people' : fold(unit),
    names,
    specifics: presence ? new Set() : rest,
    presence,
    vague,
  };
}

/** How far two subjects are one: always, if their numbers are of one size, only if they are equal, or not at all. */
export type SubjectMatch = 'same' | 'close' | 'kin' | 'different';

/**
 * "Velmians killed in Orm" and "people killed in Orm" are close; "people killed in the attack" and "people killed
 * in the October massacre" are kin.
 */
export function compareSubjects(a: Subject, b: Subject): SubjectMatch {
  if (a.unit !== b.unit || a.presence !== b.presence) return 'different';
  if (!equal(a.specifics, b.specifics)) {
    if ([...a.specifics].some((word) => b.specifics.has(word))) return 'kin';
    const nested = a.specifics.size === 0 || b.specifics.size === 0;
    const shared = contains(a.names, b.names) || contains(b.names, a.names);
    return nested && a.names.size > 0 && b.names.size > 0 && shared ? 'kin' : 'different';
  }
  if (equal(a.names, b.names) && !(a.vague && b.vague && a.names.size === 0)) return 'same';
  if (a.presence && (a.vague || b.vague)) return 'close';
  if (a.names.size === 0 || b.names.size === 0)
    return a.specifics.size > 0 || !a.presence ? 'close' : 'different';
  return contains(a.names, b.names) || contains(b.names, a.names) ? 'close' : 'different';
}

const contains = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...b].every((word) => a.has(word));
const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && contains(a, b);
