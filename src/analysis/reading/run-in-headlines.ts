import { SENTENCE_OPENERS, STOP_WORDS } from '../lexicon/function-words.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { MONTHS, WEEKDAYS } from '../lexicon/time.js';
import type { Token } from './tokens.js';

/** How far a headline or a caption may reach, and what is left of the sentence behind it at least. */
const LONGEST_HEADLINE = 50;
export const SHORTEST_SENTENCE = 6;
const FEWEST_HEADLINE_WORDS = 3;
/** "Group A", "vitamin A": a letter and no article. */
const LETTERED =
  /^(?:bloc|block|category|class|division|exhibit|flu|grade|group|hepatitis|influenza|league|level|list|option|part|plan|pool|point|schedule|section|serie|series|side|team|tier|type|unit|vitamin|wing|zone)s?$/;

/** Words that a headline shares with the sentence behind it, what part of the headline they are, and how soon it is named again. */
const SHARED_WORDS = 3;
const SHARED = 0.5;
const SOON = 6;

/**
 * Where a headline ends whose sentence says it again: "Elm ferry crew found alive Four of the Elm ferry crew have …". No
 * sentence names twice what it opens with and says its other words again, parted by a capital alone. 0 without one.
 */
function echoEnd(tokens: readonly Token[]): number {
  const [one, two] = [tokens[0]!, tokens[1]!].map((it) => (it && tells(it) ? it.lower : undefined));
  const named = (from: number, to: number): boolean => {
    for (let i = from; i < Math.min(to, tokens.length); i += 1) {
      const { lower } = tokens[i]!;
      if (lower === one || lower === two) return true;
    }
    return false;
  };
  const last = Math.min(tokens.length - SHORTEST_SENTENCE, LONGEST_HEADLINE);
  if (!named(FEWEST_HEADLINE_WORDS, last + SOON)) return 0;
  const before = new Set<string>();
  let [end, most] = [0, SHARED_WORDS - 1];
  for (let i = 0; i <= last; i += 1) {
    const token = tokens[i]!;
    if (endsHere(token)) break;
    if (i >= FEWEST_HEADLINE_WORDS && beginsAnew(tokens[i - 1]!, token) && named(i, i + SOON)) {
      const after = new Set(tokens.slice(i, i + LONGEST_HEADLINE).map(({ lower }) => lower));
      const shared = [...before].filter((word) => after.has(word)).length;
      if (shared > most && shared >= SHARED * before.size) [end, most] = [i, shared];
    }
    if (tells(token)) before.add(token.lower);
  }
  return end;
}

/** "… met Wednesday in Elm" goes on. */
const beginsAnew = (before: Token, token: Token): boolean =>
  isUpper(token) &&
  isSmall(before) &&
  tells(before) &&
  !isSpeechVerb(before.lower) &&
  !WEEKDAYS.has(token.lower) &&
  !MONTHS.has(token.lower);

const tells = ({ type, lower }: Token): boolean =>
  type === 'word' && lower.length > 2 && !STOP_WORDS.has(lower);

/**
 * Where a headline or caption ends that has run into the first sentence ("Ferry sinks off the cape A ferry has …"): no
 * sentence has an article or the like with a capital before a small word, and no mark before it. 0 without one.
 */
function headlineEnd(tokens: readonly Token[], stamped: boolean): number {
  let end = 0;
  const last = Math.min(tokens.length - SHORTEST_SENTENCE, LONGEST_HEADLINE);
  for (let i = 1; i <= last; i += 1) {
    const token = tokens[i]!;
    if (endsHere(token)) break;
    if (!isCapitalised(token.text) || !opensSentence(token.lower) || !goesOn(tokens, i)) continue;
    if ((stamped || i >= FEWEST_HEADLINE_WORDS) && endsHeadline(tokens[i - 1]!, token)) end = i;
  }
  // "3 March 2031 The trial begins": the day of an entry, and no headline.
  return end === 0 || stamped || tokens.slice(0, end).some(isNoDate) ? end : 0;
}

const isNoDate = ({ type, lower }: Token): boolean =>
  type === 'word' && !MONTHS.has(lower) && !WEEKDAYS.has(lower);

/** A sentence, or the headline at a quotation. */
const endsHere = ({ lower }: Token): boolean =>
  lower.length === 1 && (lower === '.' || lower === '"' || lower === '?' || lower === '!');

/** Not "I", which may stand anywhere, nor letters as "IT"; by code, since every word of a page is asked. */
function isCapitalised(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x41 || first > 0x5a) return false;
  const second = text.charCodeAt(1);
  return (second >= 0x61 && second <= 0x7a) || text === 'A';
}

/** "Up to forty", "Thousands of people". */
const OF_NUMBERS = /^(?:up|more|dozens|hundreds|thousands|millions|scores)$/;
const opensSentence = (lower: string): boolean => SENTENCE_OPENERS.has(lower) || OF_NUMBERS.test(lower);

const isSmall = ({ type, text }: Token): boolean => type === 'word' && /^\p{Ll}{2}/u.test(text);

const ACRONYM = /^\p{Lu}{2,4}$/u;

/** "A ferry", "A Velmian ferry", "The UN", and not the novel "A Ferry to Orm". */
function goesOn(tokens: readonly Token[], i: number): boolean {
  const [before, opener, next, after] = [tokens[i - 1]!, tokens[i]!, tokens[i + 1]!, tokens[i + 2]!];
  if (isSmall(next)) return !OF_NUMBERS.test(opener.lower) || /^(?:to|than|of)$/.test(next.lower);
  if (opener.lower === 'the') return isSmall(before) && ACRONYM.test(next.text) && isSmall(after);
  return /^an?$/.test(opener.lower) && isSmall(before) && isUpper(next) && isSmall(after) && tells(after);
}

/** Behind a name only an article or a number begins anew: "Air Force One to land". */
function endsHeadline(before: Token, opener: Token): boolean {
  if (before.type !== 'word') return before.type === 'number';
  const article = /^(?:an?|the)$/.test(opener.lower) || OF_NUMBERS.test(opener.lower);
  if (STOP_WORDS.has(before.lower) || (opener.lower === 'a' && LETTERED.test(before.lower))) return false;
  return article || isSmall(before);
}

export const isUpper = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

/**
 * Token index after a headline or caption that lost its line break and ran into the sentence behind it; 0 without one.
 *
 * @param stamped whether the stamp of a page stood before it, behind which a label may be one word
 */
export const runInHeadlineEnd = (tokens: readonly Token[], stamped: boolean): number =>
  headlineEnd(tokens, stamped) || echoEnd(tokens);
