import { contentStems, fold } from './words.js';

const TITLES = new Set(
  `mr mrs ms miss dr sir dame lord lady gen general lt lieutenant col colonel maj major capt captain cmdr commander adm
  admiral sgt sergeant brig brigadier president prime minister premier chancellor king queen prince princess sen senator
  rep representative gov governor judge justice professor prof rabbi pope cardinal bishop sheikh imam ayatollah chief
  secretary ambassador chairman spokesman spokesperson spokeswoman former`.split(/\s+/),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = new Set([
  'al',
  'el',
  'bin',
  'bint',
  'ibn',
  'ben',
  'von',
  'van',
  'de',
  'da',
  'di',
  'la',
  'le',
  'der',
  'den',
  'du',
]);

/** Short forms of given names that share no beginning with the long one. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    william: ['bill', 'billy', 'will'],
    robert: ['bob', 'bobby', 'rob'],
    james: ['jim', 'jimmy'],
    michael: ['mike', 'mick'],
    edward: ['ted', 'ed', 'eddie'],
    richard: ['dick', 'rick'],
    charles: ['chuck', 'charlie'],
    anthony: ['tony'],
    joseph: ['joe'],
    john: ['jack'],
    elizabeth: ['liz', 'beth'],
    stephen: ['steve'],
    steven: ['steve'],
    lawrence: ['larry'],
    margaret: ['peggy', 'maggie'],
  }),
);

/** What names are compared by: folded, without article, dots, quotes and possessive. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/'s\b/g, '')
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** What a company calls itself for the register, and no report need say. */
const DESIGNATOR =
  /(?<=\S),? (?:P\.?L\.?C|Inc|Incorporated|Ltd|Limited|L\.?L\.?C|L\.?L\.?P|Corp|Corporation|Co|AG|SE|S\.?A|N\.?V|GmbH|SpA|AB|ASA|Oyj|Pty|Bhd|KK)\.?$/i;

/** "Velm Ferries Ltd" is Velm Ferries. */
export const withoutDesignator = (name: string): string => name.replace(DESIGNATOR, '');

export interface PersonParts {
  readonly given: readonly string[];
  readonly surname: string;
}

const parsedNames = new Map<string, PersonParts>();

/** Given names and surname, without titles; a particle goes with the surname. */
export function personParts(name: string): PersonParts {
  let parts = parsedNames.get(name);
  if (parts === undefined) {
    parts = parsePerson(name);
    // A stream of made-up names must not grow the process.
    if (parsedNames.size >= 20_000) parsedNames.clear();
    parsedNames.set(name, parts);
  }
  return parts;
}

function parsePerson(name: string): PersonParts {
  let parts = nameKey(name).split(' ');
  while (parts.length > 1 && TITLES.has(parts[0]!)) parts = parts.slice(1);
  while (parts.length > 1 && SUFFIXES.has(parts.at(-1)!)) parts = parts.slice(0, -1);
  const given = parts.slice(0, -1).filter((part) => !PARTICLES.has(part));
  return { given, surname: parts.at(-1) ?? '' };
}

/** Consonants by sound: how transliterations of one name mostly agree. Empty for a name of vowels. */
export function skeleton(word: string): string {
  return fold(word)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(.)\1+/gu, '$1')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/(?<=.)[aeiouyh]/g, '')
    .replace(/^y/, 'i');
}

/** Two spellings of one word: the same consonants, and one or, in a long word, two letters' difference. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || skeleton(a) !== skeleton(b)) return false;
  if (Math.max(a.length, b.length) <= 4) return false;
  if (/o$/.test(a) !== /o$/.test(b) && /a$/.test(a) !== /a$/.test(b)) return false;
  return distance(a, b) <= (Math.min(a.length, b.length) >= 7 ? 2 : 1);
}

/** "Stan" for "Stanley": more is cut off than tells two names apart. */
const isClipped = (short: string, long: string): boolean =>
  short.length >= 3 && long.length - short.length >= 3 && long.startsWith(short);

export type Likeness = 'same' | 'spelling' | 'with-role' | 'different';

/**
 * How two given names compare: the same (or an initial or short form of it), another spelling, close enough if the
 * bearers also hold the same office, or different.
 */
export function compareGiven(a: string, b: string): Likeness {
  if (a === b) return 'same';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 'same' : 'different';
  if (SHORT_FORMS.get(long)?.includes(short) || isClipped(short, long)) return 'same';
  // Paul and Paula, though transliterations differ by as much.
  if (long === `${short}a`) return 'different';
  if (alike(a, b)) return 'spelling';
  return a[0] === b[0] && short.length >= 4 && distance(a, b) <= 2 ? 'with-role' : 'different';
}

/** Whether two roles may be of one office; unknown agrees with everything. */
export function rolesAgree(a: string | undefined, b: string | undefined): 'agree' | 'unknown' | 'differ' {
  if (!a || !b) return 'unknown';
  const other = new Set(contentStems(b));
  return contentStems(a).some((stem) => other.has(stem)) ? 'agree' : 'differ';
}

/** The letters of an acronym, folded ("UN", "U.S.", "IDFs"); undefined for what is none. */
export function acronymLetters(name: string): string | undefined {
  const letters = name.replace(/[.\s]/g, '');
  return /^\p{Lu}{2,6}s?$/u.test(letters) ? letters.replace(/s$/, '').toLowerCase() : undefined;
}

/** What a name of several words may be shortened to: its initials, with and without its small words. */
export function initialsOf(name: string): string[] {
  const parts = nameKey(name).split(' ');
  if (parts.length < 2) return [];
  const initials = (list: readonly string[]): string => list.map((part) => part[0]).join('');
  const main = parts.filter((part) => !/^(?:of|the|and|for|on|in)$/.test(part));
  return [...new Set([initials(parts), initials(main)])];
}

/** Edits between two words (Levenshtein 1966), a swap of neighbours counted as two; stops caring above 3. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
