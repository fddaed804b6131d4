import anyAscii from 'any-ascii';
import { cached } from '../cached.js';
import { withoutAffixes } from './affixes.js';

/**
 * How names sound, to tell that names in two scripts are one: for each letter all that it may stand for in the other
 * script (Freeman, Condon and Ackerman 2006, "Cross Linguistic Name Matching in English and Arabic"). So a word has
 * several readings; two words sound alike when they have a reading whose consonants are the same and whose vowels can be,
 * for Arabic and Hebrew write only some of them.
 *
 * One sign a sound: vowels `A` a, `I` e, i and y, `U` o and u; consonants `S` sh, `Z` zh, `C` ts, `c` ch, `x` kh, the
 * others as in English. What may be left out is also read as nothing.
 */
type Sounds = readonly string[];

/** Kept of a word: long names have many readings, and the first of each letter are the likeliest. */
const MOST_READINGS = 32;

/** What letters of an English text may sound like, the longest first. */
const LATIN: readonly (readonly [RegExp, Sounds])[] = [
  [/tsch|tch|cz/y, ['c', 'C']],
  [/sch/y, ['S', 'sk']],
  [/ch/y, ['c', 'k', 'h', 'x', 'S', 'C']],
  [/kh/y, ['x', 'h', 'k']],
  [/sh/y, ['S', 'sh']],
  [/zh/y, ['Z', 'z']],
  [/t[sz]/y, ['C', 'ts', 'tz']],
  [/ph/y, ['f', 'p']],
  [/th/y, ['t', 'th']],
  [/dh/y, ['d', 'z', 'dh']],
  [/gh/y, ['g', 'gh']],
  [/ck|qu?|k/y, ['k']],
  [/c(?=[eiy])/y, ['s', 'C']],
  [/c/y, ['k']],
  [/g(?=[eiy])/y, ['g', 'j']],
  [/g/y, ['g']],
  [/j/y, ['j', 'Z']],
  [/x/y, ['ks']],
  [/w/y, ['U', 'v', 'f']],
  [/z/y, ['z', 'C', 'ts']],
  [/(?<=[aeiou])h$/y, ['h', '']],
  [/h(?=[^aeiouy])/y, ['h', '']],
  [/(?<!^.)e$/y, ['I', '']],
  [/a/y, ['A']],
  [/[eiy]/y, ['I']],
  [/[ou]/y, ['U']],
  ...[...'bdfhlmnprstv'].map((letter) => [new RegExp(letter, 'y'), [letter]] as const),
];

/** Letters of other scripts whose romanisation does not say all that they may stand for, or says more. */
const FOREIGN = new Map<string, Sounds>(
  Object.entries({
    // Arabic, which has no p and no v
    ...each('اىآأإةءئؤ', ['A']),
    ...each('ع', ['A', '']),
    ...each('و', ['U', 'v']),
    ب: ['b', 'p'],
    ف: ['f', 'v'],
    ج: ['j', 'g'],
    ق: ['k', 'g'],
    ك: ['k', 'g'],
    خ: ['x'],
    ه: ['h', 'A'],
    ث: ['t', 's'],
    ظ: ['z', 'd'],
    // Hebrew, which does not tell b from v, p from f, s from sh
    ...each('א', ['A']),
    ...each('ע', ['A', '']),
    ...each('ו', ['U', 'v']),
    ...each('פף', ['p', 'f']),
    ...each('כך', ['k', 'h']),
    ב: ['b', 'v'],
    ה: ['h', 'A'],
    ש: ['s', 'S'],
    ג: ['g', 'j'],
    // Cyrillic
    ...each('ьъ', ['']),
    г: ['g', 'h'],
    х: ['h', 'x'],
    щ: ['S'],
    ђ: ['j'],
    џ: ['j'],
    ю: ['U'],
    я: ['A'],
    ё: ['U'],
    // Greek
    χ: ['h'],
  }),
);

/** Sounds that romanisation writes otherwise. */
const ROMAN = new Map<string, string>(
  Object.entries({ sh: 'S', zh: 'Z', ts: 'C', ch: 'c', kh: 'x', gh: 'g', th: 't', dh: 'd', q: 'k', dz: 'z' }),
);
/** Pairs of letters that make one sound, and the vowel that Hebrew slips in before a last guttural. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/дж/g, 'џ'],
  [/تش/g, 'چ'],
  [/י(?=[חע]$)/g, ''],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/γκ/g, 'g'],
];

function each(letters: string, sounds: Sounds): Record<string, Sounds> {
  return Object.fromEntries([...letters].map((letter) => [letter, sounds]));
}

/** Readings of a word, by their consonants. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** What a folded word of a text in Latin script may sound like. */
export const readingsOf = cached((folded: string): Readings => {
  let readings: Sounds = [''];
  let at = 0;
  while (at < folded.length) {
    const [length, sounds] = latinSounds(folded, at);
    readings = followedBy(readings, sounds);
    at += length;
  }
  return byConsonants(readings);
});

function latinSounds(folded: string, at: number): [length: number, sounds: Sounds] {
  for (const [pattern, sounds] of LATIN) {
    pattern.lastIndex = at;
    const length = pattern.exec(folded)?.[0].length;
    if (length) return [length, sounds];
  }
  return [1, ['']];
}

/** What a folded word in another script may sound like, as it stands and without what its language fixes to names. */
export const foreignReadings = cached((folded: string): Readings =>
  byConsonants(
    withoutAffixes(folded).flatMap((word) => {
      let readings: Sounds = [''];
      for (const letter of onePerSound(word)) readings = followedBy(readings, foreignSounds(letter));
      return readings;
    }),
  ),
);

const onePerSound = (word: string): string =>
  PAIRS.reduce((rest, [pair, letter]) => rest.replace(pair, letter), word);

function foreignSounds(letter: string): Sounds {
  const known = FOREIGN.get(letter);
  if (known) return known;
  const roman = anyAscii(letter).toLowerCase();
  const sound = ROMAN.get(roman) ?? roman;
  return [
    sound
      .replace(/a+/g, 'A')
      .replace(/[eiy]+/g, 'I')
      .replace(/[ou]+/g, 'U')
      .replace(/[^A-Za-z]/g, ''),
  ];
}

const followedBy = (readings: Sounds, sounds: Sounds): Sounds =>
  sounds.flatMap((sound) => readings.map((reading) => reading + sound)).slice(0, MOST_READINGS);

const VOWELS = /[AIU]+/g;

function byConsonants(readings: Sounds): Readings {
  const found = new Map<string, string[]>();
  for (const each of readings) {
    const reading = each.replace(/(.)\1+/g, '$1');
    const consonants = reading.replace(VOWELS, '');
    const alike = found.get(consonants);
    if (alike) alike.push(reading);
    else found.set(consonants, [reading]);
  }
  return found;
}

/** Fewer consonants are shared by too many words. */
export const ENOUGH_CONSONANTS = 3;

/**
 * Whether a name in Latin script and a word in another sound alike.
 *
 * @param name,foreign folded
 * @param consonants at least so many must be heard
 */
export function soundAlike(name: string, foreign: string, consonants = ENOUGH_CONSONANTS): boolean {
  const latin = readingsOf(name);
  for (const [heard, readings] of foreignReadings(foreign)) {
    if (heard.length < consonants) continue;
    const others = latin.get(heard);
    if (others?.some((other) => readings.some((reading) => vowelsAgree(other, reading)))) return true;
  }
  return false;
}

/**
 * Whether two readings of the same consonants can be one: a vowel that the other script writes is in the name at that
 * place, and both begin and end alike.
 */
function vowelsAgree(latin: string, foreign: string): boolean {
  const [own, written] = [latin.split(/[^AIU]/), foreign.split(/[^AIU]/)];
  const last = own.length - 1;
  return own.every((vowels, i) => {
    const others = written[i]!;
    if ((i === 0 || i === last) && (vowels === '') !== (others === '')) return false;
    // What is written a is any vowel to an English speller: "Sullivan".
    return [...others].every((vowel) => (vowel === 'A' ? vowels !== '' : vowels.includes(vowel)));
  });
}
