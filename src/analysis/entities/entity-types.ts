import type { EntityType } from '../../domain/statements.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { KNOWN_BODIES, KNOWN_OUTLETS, ORGANISATION_CUES } from '../lexicon/organisations.js';
import { isKnownPlace, PLACE_CUES, PLACE_PREPOSITIONS, SURE_PLACE_CUES } from '../lexicon/places.js';
import { HONORIFICS, NAME_SUFFIXES, ROLE_NOUNS, TITLE_NOUNS } from '../lexicon/roles.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { isTeam } from './name-parts.js';
import { isAcronym } from './name-runs.js';
import type { NameCandidate } from './names.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { Token } from '../reading/tokens.js';

/** Nouns that follow the name of a group or company and nothing else's: "… fighters", "… shareholders". */
const GROUP_FOLLOWERS = new Set(
  'battalion battalions fighter fighters militant militants member members leadership gunmen insurgents rebels operatives rule activity shares stock executives employees customers subsidiary spokesman spokeswoman spokesperson fans players officials leader leaders'.split(
    ' ',
  ),
);
/** Common nouns a body's name follows: "the security agency Norn", "the militant group Ash". */
export const GROUP_NOUNS = new Set(
  'agency group company firm movement newspaper paper broadcaster network party organization organisation faction militia station magazine website retailer maker giant bank airline outlet manufacturer brand chain startup studio label charity band operator regulator watchdog consultancy insurer lender contractor supplier carrier utility union carmaker automaker drugmaker chipmaker'.split(
    ' ',
  ),
);
/** What is won has winners: "Ash winner Ann Roe". */
const PRIZE_FOLLOWERS = /^(?:winners?|nominees?|finalists?|contestants?|laureates?|awards?|prize|trophy)$/;
const PLACE_FOLLOWERS = new Set(
  'area region city border residents crossing coast suburb neighborhood neighbourhood district province'.split(
    ' ',
  ),
);
/** Offices and jobs that follow the name of the body they are held in: "Elm Motors chief Ann Roe". */
const BODY_OFFICES = new Set(
  'head chief boss chair chairman chairwoman director commander executive ceo founder president analyst engineer coach striker researcher scientist'.split(
    ' ',
  ),
);
/** "residents of Ash", "an invasion of Ash", "an attack on Ash": nouns whose "of" or "on" a place follows. */
const OF_PLACES = new Set(
  `residents people population civilians inhabitants streets outskirts centre center suburbs parts areas part area north south east west
   invasion occupation siege evacuation bombardment bombing shelling liberation capture control map coast`.split(
    /\s+/,
  ),
);
const ON_PLACES = new Set(
  'attack attacks assault assaults strikes strike raid raids offensive march talks operation'.split(' '),
);
const OF_BODIES = new Set(
  'members fighters leaders leadership employees shares shareholders wing arm supporters battalions units headquarters'.split(
    ' ',
  ),
);
/** "analysts at Ash" */
const EMPLOYED =
  /^(?:analyst|economist|strategist|trader|researcher|scientist|professor|lecturer|fellow|partner|engineer|employee|executive)s?$/;
const FACILITIES =
  /^(?:refiner(?:y|ies)|plants?|factor(?:y|ies)|mines?|terminal|airport|base|oilfield|gasfield|mill|smelter|reactor|shipyard|depot|quarry)$/;
/** Going somewhere, or making others leave it; and what is done to a body. */
const GOING =
  /^(?:leav(?:e|es|ing)|left|enter(?:s|ed|ing)?|reach(?:es|ed|ing)?|invad(?:e|es|ed|ing)|flee(?:s|ing)?|fled|visit(?:s|ed|ing)?|evacuat(?:e|es|ed|ing)|occup(?:y|ies|ied|ying))$/;
const FIGHTING =
  /^(?:dismantl(?:e|es|ed|ing)|defeat(?:s|ed|ing)?|fight(?:s|ing)?|fought|eliminat(?:e|es|ed|ing)|destroy(?:s|ed|ing)?|join(?:s|ed|ing)?|disarm(?:s|ed|ing)?)$/;
/** Prepositions after which a name is hardly ever a place. */
const PARTY_PREPOSITIONS = new Set(['against', 'with', 'between', 'by', 'for']);
/** What is said to be done "by" a journalist. */
const BYLINE = /^(?:reporting|editing|writing|reported|edited|written|compiled|filmed|photographed)$/;

/** How often the text treats a name as each kind of thing. */
export interface Evidence {
  person: number;
  organisation: number;
  place: number;
}

/** What the words around one mention say of its kind. Weights were set by reading, not learned. */
export function evidenceOf({ sentence, from, to }: NameCandidate): Evidence {
  const { tokens } = sentence;
  const words = tokens.slice(from, to);
  const before = tokens[from - 1];
  const beforeThat = tokens[from - 2];
  const after = tokens[to];
  const evidence: Evidence = { person: 0, organisation: 0, place: 0 };
  const many = words.length >= 2 && words.length <= 4;
  if (many && GIVEN_NAMES.has(words[0]!.lower)) evidence.person += 3;
  // "A. J. Roe", "Arcade Roe Jr."
  if (many && /^\p{Lu}\.$/u.test(words[0]!.text)) evidence.person += 3;
  if (words.length > 1 && NAME_SUFFIXES.has(words.at(-1)!.lower)) evidence.person += 4;
  if (many && words.slice(1, -1).some((word) => /^\p{Lu}\.?$/u.test(word.text))) evidence.person += 3;
  if (many && SURE_PLACE_CUES.has(words.at(-1)!.lower)) evidence.place += 4;
  if (words.some((word) => ORGANISATION_CUES.has(word.lower)))
    evidence.organisation += words.length > 2 ? 2 : 1;
  if (many) addWords(evidence, words);
  if (words.some((word) => KNOWN_OUTLETS.has(word.lower))) evidence.organisation += 4;
  if (KNOWN_BODIES.has(words[0]!.lower)) evidence.organisation += 2;
  if (words.length === 1 && GIVEN_NAMES.has(words[0]!.lower)) evidence.person += 1;
  // "the Ash fire brigade": the article is the brigade's.
  if (before?.lower === 'the' && !(after?.tag === 'NOUN' && /^\p{Ll}/u.test(after.text))) {
    evidence.organisation += many ? 3 : 1.5;
    // "the Georgia Foxes"
    if (many && isTeam(words.at(-1)!)) evidence.person -= 4;
  }
  if (before && GROUP_NOUNS.has(before.lower)) evidence.organisation += 3;
  // "One newspaper, Ash, said"
  if (before?.text === ',' && beforeThat && GROUP_NOUNS.has(beforeThat.lower)) evidence.organisation += 3;
  // "the rig's owner Elm": an office stands before a full name, only a title before a single one.
  if (
    before &&
    (HONORIFICS.has(before.lower) || TITLE_NOUNS.has(before.lower) || (many && ROLE_NOUNS.has(before.lower)))
  )
    evidence.person += many ? 3 : 2;
  // "It is up to Roe" goes nowhere.
  if (before && PLACE_PREPOSITIONS.has(before.lower) && beforeThat?.lower !== 'up')
    evidence.place += STRONG_PLACE.has(before.lower) ? 2 : 1;
  if ((before?.lower === 'and' || before?.text === ',') && listsPlaces(tokens, from - 1)) evidence.place += 1;
  if (before?.lower === 'of' && beforeThat && PLACE_CUES.has(beforeThat.lower)) evidence.place += 3;
  if (before?.lower === 'of' && beforeThat && OF_PLACES.has(beforeThat.lower)) evidence.place += 1.5;
  if (before?.lower === 'on' && beforeThat && ON_PLACES.has(beforeThat.lower)) evidence.place += 1;
  if (before?.lower === 'of' && beforeThat && OF_BODIES.has(beforeThat.lower)) evidence.organisation += 2;
  // "its Ash refinery": where it has one.
  if (before && /^(?:its|their)$/.test(before.lower) && FACILITIES.test(after?.lower ?? ''))
    evidence.place += 2.5;
  if (before?.lower === 'at' && EMPLOYED.test(beforeThat?.lower ?? '')) evidence.organisation += 2.5;
  if (before && GOING.test(before.lower)) evidence.place += 1.5;
  if (before && FIGHTING.test(before.lower)) evidence.organisation += 1.5;
  if (isBorderOf(tokens, from)) evidence.place += 2;
  const party = before && PARTY_PREPOSITIONS.has(before.lower);
  // "aid for Ash" goes there.
  if (
    party &&
    before.lower === 'for' &&
    /^(?:aid|supplies|food|relief|flights?|bound|headed|left)$/.test(beforeThat?.lower ?? '')
  )
    evidence.place += 1;
  else if (many && before?.lower === 'by' && BYLINE.test(beforeThat?.lower ?? '')) evidence.person += 2;
  else if (party) evidence.organisation += 0.5;
  if (after) addFollower(evidence, tokens, to, many);
  return evidence;
}

/** What the words of a longer name are in themselves. */
function addWords(evidence: Evidence, words: readonly Token[]): void {
  const first = words[0]!;
  const last = words.at(-1)!;
  if (GIVEN_NAMES.has(first.lower)) return;
  if (isTeam(last) && isKnownPlace(first.text)) evidence.organisation += 2;
  // "Aid Norway"
  if (isKnownPlace(last.text)) evidence.person -= 2;
  // "Magic Keyboard": what has a word for each of its words is called after them. Surnames are words, too.
  if (words.every(({ lower }) => isEnglishWord(lower))) {
    evidence.person -= 2.2;
    evidence.place -= 0.8;
  }
  // "Roe Cells", "AX Motor": names of makers and what they make.
  else if (isEnglishWord(last.lower) && (/[^s]s$/.test(last.lower) || isAcronym(first))) evidence.person -= 3;
  // "Money BP": nobody's surname.
  if (/^\p{Lu}{2,}$/u.test(last.text) && !NAME_SUFFIXES.has(last.lower) && !/^\p{Lu}{2,}$/u.test(first.text))
    evidence.person -= 3;
  // "HMS Elm": initials of three letters are no person's.
  if (/^\p{Lu}{3,}$/u.test(first.text)) evidence.person -= 3;
  if (words.some(({ text }) => BRAND.test(text))) evidence.organisation += 1.5;
  // "Moon Jae-in".
  if (/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(last.text) && !isEnglishWord(last.lower.split('-')[1]!))
    evidence.person += 1.5;
}

/** What befalls people, and no body or place. */
const BEFELL =
  /^(?:killed|arrested|born|sworn|hospitali[sz]ed|jailed|sentenced|assassinated|buried|wounded|kidnapped|detained|inaugurated|married|diagnosed|beheaded|deported|extradited)$/;
const DIED = /^(?:died|resigned|retired|tweeted|married|testified)$/;

/** "WoodSpring", "4Roe"; not "McRoe", "DeVos". */
const BRAND = /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O'|O’)\p{Lu})\p{Lu}?\p{Ll}+\p{Lu}|\d/u;

/** "the border between Ash and Elm". */
function isBorderOf(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i > from - 6 && i > 0; i -= 1) {
    const { lower, text } = tokens[i]!;
    if (lower === 'between')
      return /^(?:border|borders|frontier|crossing|fence|wall|road|strait|distance)$/.test(
        tokens[i - 1]!.lower,
      );
    if (lower !== 'and' && lower !== 'the' && !/^\p{Lu}/u.test(text)) return false;
  }
  return false;
}

/** "in Ash [Bay] and …": an "and" inside a list of names that a preposition of place opens. */
function listsPlaces(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 8 && i >= 0; i -= 1) {
    const token = tokens[i]!;
    if (PLACE_PREPOSITIONS.has(token.lower)) return i < at - 1;
    if (token.type === 'word' && !/^\p{Lu}/u.test(token.text) && token.lower !== 'the') return false;
  }
  return false;
}

const STRONG_PLACE = new Set('in northern southern eastern western central near outside'.split(' '));

function addFollower(evidence: Evidence, tokens: readonly Token[], to: number, many: boolean): void {
  const after = tokens[to]!;
  if (GROUP_FOLLOWERS.has(after.lower)) evidence.organisation += 2;
  if (BODY_OFFICES.has(after.lower) && /^\p{Ll}/u.test(after.text)) evidence.organisation += 2.5;
  if (PRIZE_FOLLOWERS.test(after.lower)) evidence.organisation += 3;
  if (PLACE_FOLLOWERS.has(after.lower)) evidence.place += 3;
  if (PLACE_CUES.has(after.lower) && /^\p{Ll}/u.test(after.text)) evidence.place += 3;
  if (/^(?:presidency|aide|aides|ally|allies|family)$/.test(after.lower) && !many) evidence.person += 2;
  if (/^(?:reported|reports)$/.test(after.lower) && !many) evidence.organisation += 2;
  // "Roe was killed", "Roe died"
  const befell = /^(?:was|were|been)$/.test(after.lower) ? tokens[to + 1]! : after;
  if (befell !== undefined && (befell === after ? DIED : BEFELL).test(befell.lower)) evidence.person += 1.5;
  // "Elm said it was …": what is called "it" is nobody.
  const itself = tokens[to + 1]?.lower === 'it' && tokens[to + 2]?.tag === 'AUX';
  if (isSpeechVerb(after.lower) && itself) evidence.organisation += 1.5;
  else if (isSpeechVerb(after.lower) && after.tag !== 'NOUN') evidence.person += many ? 1.5 : 0.6;
  else if (after.tag === 'VERB' || after.tag === 'AUX') {
    evidence.person += many ? 0.7 : 0.2;
    evidence.organisation += 0.3;
  }
  if (after.text !== ',') return;
  const next = tokens[to + 1];
  if (next?.type === 'number' && tokens[to + 2]?.text === ',') evidence.person += 3;
  if (next?.lower === 'who') evidence.person += 2;
  if (next?.lower === 'whose') evidence.person += many ? 2 : 0.5;
  const told = apposed(tokens, to + 1);
  if (ROLE_NOUNS.has(told)) evidence.person += 1.5;
  else if (GROUP_NOUNS.has(told)) evidence.organisation += 2;
}

/** The noun that says what a name is: "chairman" of ", chairman of the oil company", "company" of ", an oil company,". */
function apposed(tokens: readonly Token[], from: number): string {
  let told = '';
  for (let i = from; i < Math.min(tokens.length, from + 7); i += 1) {
    const { lower, type, tag } = tokens[i]!;
    if (type !== 'word' || (told && (tag === 'ADP' || lower === 'who' || lower === 'that'))) break;
    if (ROLE_NOUNS.has(lower) || GROUP_NOUNS.has(lower)) told = lower;
  }
  return told;
}

/** The kind with the most evidence; a tie goes to what an unknown name of that length usually is in the news. */
export function decideType(evidence: Evidence, wordCount: number): EntityType {
  const bias =
    wordCount >= 2 && wordCount <= 3
      ? { person: 0.8, organisation: 0.3, place: 0.2 }
      : { person: 0, organisation: 0.4, place: 0.1 };
  const person = evidence.person + bias.person;
  const organisation = evidence.organisation + bias.organisation;
  const place = evidence.place + bias.place;
  if (person > organisation && person >= place) return 'person';
  return place > organisation ? 'place' : 'organisation';
}
