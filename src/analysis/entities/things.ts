import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { KNOWN_BODIES, KNOWN_OUTLETS } from '../lexicon/organisations.js';
import { isPersonNoun } from '../lexicon/roles.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { Token } from '../reading/tokens.js';
import { GROUP_NOUNS } from './entity-types.js';
import type { Group } from './entity-groups.js';
import { isAcronym, isUpper } from './name-runs.js';
import type { NameCandidate } from './names.js';

/** Vessels, vehicles, weapons and drugs: "the Elmhaven rig", "the tanker Ash". */
const CRAFT: ReadonlySet<string> = new Set(
  (
    'rig ship warship flagship tanker vessel ferry yacht trawler freighter frigate destroyer submarine drillship lifeboat helicopter ' +
    'missile rocket spacecraft spaceship satellite probe rover telescope airliner jetliner pickup sedan minivan rifle smartphone laptop painkiller sedative vaccine'
  )
    .split(' ')
    .flatMap((word) => [word, `${word}s`]),
);
/** What such a name is said to have made or to be: works, only before it, since "an Elm film" may be by Elm. */
const WORK: ReadonlySet<string> = new Set(
  'film movie album single song novel musical sitcom ballad hit memoir play book'
    .split(' ')
    .flatMap((word) => [word, `${word}s`]),
);

/** Named, but nobody and nowhere: a ship, a song, an acronym of plain words, a word with a capital. */
export function isThing(group: Group): boolean {
  const { words, type, certain, candidates } = group;
  // "the Kari for Ever concert"
  if (type === 'person')
    return (
      candidates.every(isEvent) ||
      // "an Oscar"
      (words.length === 1 && candidates.every(isOneOf)) ||
      (!GIVEN_NAMES.has(words[0]!) && isCraftByName(group))
    );
  if (KNOWN_BODIES.has(words[0]!) || KNOWN_OUTLETS.has(words[0]!)) return false;
  if (words.length === 1 && certain && type === 'organisation' && isAcronym(firstToken(candidates[0]!)))
    return candidates.some(abbreviatesWords) || !candidates.some(isActor);
  if (certain) return false;
  return (
    (candidates.some((each) => isCraft(each) || (words.length > 1 && isWrecked(each))) &&
      !candidates.some(speaks)) ||
    isPlainWord(group) ||
    isNameOnly(group)
  );
}

/** Two capitals in a row are a person's unless something else is said of them; a rig is called a rig, or has an explosion. */
const isCraftByName = ({ candidates, evidence, roles }: Group): boolean =>
  candidates.every(isCraft) ||
  (evidence.person < CALLED_PERSON &&
    roles.length * 2 < candidates.length &&
    candidates.some((each) => isCraft(each) || isWrecked(each)) &&
    !candidates.some(says));

/** As much as an office, an age or a "who" says of a name. */
const CALLED_PERSON = 2;

/** A little more than "the" before it says of a word; of a plural, which is a team more often than not, a little less. */
const ONCE = 1.6;
const TEAM = 1.2;

/**
 * Plain words that have capitals once, in a title of a song perhaps, and nothing around them that says they act. What
 * comes back is a name: the dictionary knows many bodies, too.
 */
const isPlainWord = ({ words, candidates, evidence, type }: Group): boolean =>
  type === 'organisation' &&
  candidates.length === 1 &&
  words.every(isEnglishWord) &&
  // "the Wall" is one, "the Observer reported" is not; who does something under two names is more than a plain word.
  (words.length === 1
    ? evidence.organisation < (words[0]!.endsWith('s') ? TEAM : ONCE) && !candidates.some(says)
    : evidence.organisation <= 0);

/**
 * One word that is named once or a few times, and nothing around it says what it is: a town, a surname, a drug or a car, and in one of
 * four a company. Capitals or a hyphen inside are a brand's.
 */
const isNameOnly = ({ words, candidates, evidence, type, name }: Group): boolean =>
  type === 'organisation' &&
  words.length === 1 &&
  isUnsaid(Math.max(evidence.person, evidence.organisation, evidence.place), candidates.length) &&
  !/\p{Ll}\p{Lu}|-\p{Lu}|\d/u.test(name) &&
  !isAcronym(firstToken(candidates[0]!)) &&
  !candidates.some(isToldThings);

/** Of what comes back a little more is asked than of what comes once. */
const isUnsaid = (said: number, times: number): boolean =>
  times === 1 ? said < SAID_SOMETHING : said <= 0 && times <= 3;

const isToldThings = ({ sentence: { tokens }, from }: NameCandidate): boolean =>
  /^(?:told|tells)$/.test(tokens[from - 1]?.lower ?? '');

/** Less than any word around a name says of its kind but that it stands behind "by" or "with". */
const SAID_SOMETHING = 0.6;

const firstToken = ({ sentence, from }: NameCandidate): Token => sentence.tokens[from]!;

const isCraft = ({ sentence: { tokens }, from, to }: NameCandidate): boolean => {
  const before = tokens[from - 1]?.text === ',' ? from - 2 : from - 1;
  const word = tokens[before]?.lower ?? '';
  return (
    CRAFT.has(word) ||
    (before === from - 1 && WORK.has(word)) ||
    CRAFT.has(calledAfter(tokens, to)) ||
    (calledAfter(tokens, to) === 'platform' && tokens[to]!.lower !== 'platform')
  );
};

/** What befalls ships, rigs and trains: "the Elm Star disaster". */
const WRECKS =
  /^(?:disaster|explosion|blast|accident|spill|leak|blowout|crash|sinking|wreck|wreckage|derailment|collision)$/;
const isWrecked = ({ sentence: { tokens }, to }: NameCandidate): boolean =>
  WRECKS.test(calledAfter(tokens, to));

/** What the name is said to be: "the Elm Star oil drilling rig". */
function calledAfter(tokens: readonly Token[], to: number): string {
  let at = to;
  while (
    at < to + 2 &&
    /^(?:oil|gas|drilling|offshore|cruise|cargo|container)$/.test(tokens[at]?.lower ?? '')
  )
    at += 1;
  return tokens[at]?.lower ?? '';
}

const isOneOf = ({ sentence: { tokens }, from }: NameCandidate): boolean =>
  /^an?$/.test(tokens[from - 1]?.lower ?? '');

const says = ({ sentence: { tokens }, to }: NameCandidate): boolean =>
  tokens[to] !== undefined && isSpeechVerb(tokens[to].lower) && tokens[to].tag !== 'NOUN';

const EVENTS =
  /^(?:concert|gig|tribute|show|tour|festival|telethon|tournament|exhibition|award|prize|appeal)s?$/;
const isEvent = ({ sentence: { tokens }, from, to }: NameCandidate): boolean =>
  /^(?:the|this|'s)$/.test(tokens[from - 1]?.lower ?? '') && EVENTS.test(tokens[to]?.lower ?? '');

/** Somebody who says something, or has officials. */
const speaks = (candidate: NameCandidate): boolean => {
  const { tokens } = candidate.sentence;
  const own = tokens[tokens[candidate.to]?.lower === "'s" ? candidate.to + 1 : candidate.to];
  return says(candidate) || (own !== undefined && isPersonNoun(own.lower));
};

/** What bodies do and things do not: they act, own, employ, are dealt with, and are called "the". */
const isActor = (candidate: NameCandidate): boolean => {
  const { tokens } = candidate.sentence;
  const before = tokens[candidate.from - 1]?.lower ?? '';
  const after = tokens[candidate.to];
  return (
    speaks(candidate) ||
    /^(?:VERB|AUX)$/.test(after?.tag ?? '') ||
    after?.lower === "'s" ||
    GROUP_NOUNS.has(before) ||
    (before === ',' && GROUP_NOUNS.has(tokens[candidate.from - 2]?.lower ?? '')) ||
    isListed(candidate) ||
    /^(?:the|by|at|with|against|told|from)$/.test(before)
  );
};

/** "Elm, UNEX and Ash": beside another name. */
const isListed = ({ sentence: { tokens }, from, to }: NameCandidate): boolean => {
  const links = (i: number): boolean => /^(?:,|and|or)$/.test(tokens[i]?.lower ?? '');
  return (links(from - 1) && isUpper(tokens[from - 2])) || (links(to) && isUpper(tokens[to + 1]));
};

/** "blowout preventer (BOP)", "bird lung, or BL": letters of words that are no name. */
function abbreviatesWords({ sentence: { tokens }, from, to }: NameCandidate): boolean {
  const letters = tokens[from]!.text.toLowerCase().replace(/[^\p{L}]/gu, '');
  const bracket = tokens[from - 1]?.text === '(' && tokens[to]?.text === ')';
  const or = tokens[from - 1]?.lower === 'or' && tokens[from - 2]?.text === ',';
  if (!bracket && !or) return false;
  const last = bracket ? from - 2 : from - 3;
  const plain = (i: number): boolean => /^\p{Ll}/u.test(tokens[i]?.text ?? '');
  if (!plain(last) || !tokens[last]!.lower.startsWith(letters.at(-1)!)) return false;
  for (let i = last - 1; i > last - 1 - letters.length && plain(i); i -= 1)
    if (tokens[i]!.lower.startsWith(letters[0]!)) return true;
  return false;
}
