import { SENTENCE_OPENERS } from '../lexicon/function-words.js';
import { NOT_NAMES, ORGANISATION_CUES, TOPIC_WORDS } from '../lexicon/organisations.js';
import { isDemonym, isKnownPlace, PLACE_CUES } from '../lexicon/places.js';
import {
  NAME_PARTICLES,
  NAME_SUFFIXES,
  OFFICE_COMPLEMENTS,
  ROLE_NOUNS,
  TITLE_NOUNS,
} from '../lexicon/roles.js';
import { nicknameAt } from '../reading/quotes.js';
import type { Token } from '../reading/tokens.js';

/** A word with a capital, or with one behind an Arabic article: "al-Hadid". */
export const isUpper = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.type === 'word' &&
  /^(?:\p{Lu}|(?:a[dlnrstz]|a[ds]h|el|ul)[-‐‑]\p{Lu}\p{Ll})/u.test(token.text);
export const isAcronym = (token: Token): boolean =>
  /^(?:\p{Lu}\.){2,}$|^\p{Lu}[\p{Lu}\d]{1,7}$/u.test(token.text);

/** "UN-backed", "Danish-Swedish", "U.S.-Canada": built from names, but nobody's name. */
export function isCompoundAdjective(token: Token): boolean {
  if (!token.text.includes('-')) return false;
  // "R-Texas": a party and a state.
  if (/^[DRI][-‐‑]\p{Lu}(?:\p{Ll}|\.|$)/u.test(token.text)) return true;
  const parts = token.text.split(/[-‐‑]/);
  // "Ki-moon" is a name, "Labour-led" is not.
  if (parts.some((part) => COMPOUND_TAILS.test(part))) return true;
  return parts.some((part) => isKnownPlace(part) || isDemonym(part) || /^(?:\p{Lu}\.?){2,}$/u.test(part));
}

const COMPOUND_TAILS =
  /^(?:\p{Ll}{6,}|led|run|based|era|born|wide|made|own(?:ed)?|like|style|held|type|class|only|bound|wing|area|level|free|linked|fired|rich|rated|sized)$/u;

const ARTICLES: ReadonlySet<string> = new Set(['A', 'An', 'The']);
const TITLE_LINKS: ReadonlySet<string> = new Set('of in for on and at from with to under'.split(' '));

/** Longer runs are headings or lists. */
const LONGEST_RUN = 12;

export function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to - from < LONGEST_RUN) {
    const token = tokens[to];
    if (!token) break;
    // "… in Elmhaven A ferry …": where a mark was lost. "Return Of The Fulmar" goes on.
    if (ARTICLES.has(token.text) && tokens[to + 1]?.text !== '&' && !TITLE_LINKS.has(tokens[to - 1]!.lower))
      break;
    // "… for BP BP says": where a mark was lost, too.
    if (isAcronym(token) && token.text === tokens[to - 1]!.text) break;
    // "Yahoo! said": a mark inside a brand.
    const mark =
      token.text === '!' &&
      token.start === tokens[to - 1]!.end &&
      /^\p{Ll}/u.test(tokens[to + 1]?.text ?? '');
    if (mark || (isUpper(token) && !NOT_NAMES.has(token.lower) && !isCompoundAdjective(token))) to += 1;
    else if (nicknameAt(tokens, to) > 0) to += nicknameAt(tokens, to);
    else if (joins(tokens, from, to)) to += linkLength(tokens, to) + 1;
    else if (token.text === ',' && topicList(tokens, from, to) > 0) to += topicList(tokens, from, to);
    else if (token.text === ',' && NAME_SUFFIXES.has(tokens[to + 1]?.lower ?? '') && isUpper(tokens[to + 1]))
      to += 2;
    else break;
  }
  // "… found in Elmhaven The ferry …": where a mark was lost, what follows begins a sentence of its own.
  while (to - from > 1 && opensSentence(tokens, to - 1)) to -= 1;
  return to;
}

/** "The", "There", "More than" at the end of a run. "Channel Two" is a name. */
const opensSentence = (tokens: readonly Token[], at: number): boolean => {
  const { lower, text } = tokens[at]!;
  if (lower === 'more') return tokens[at + 1]?.lower === 'than';
  return (
    SENTENCE_OPENERS.has(lower) && !/^(?:one|two|three|who|so|no)$/.test(lower) && !/^\p{Lu}{2}/u.test(text)
  );
};

const linkLength = (tokens: readonly Token[], at: number): number =>
  tokens[at + 1]?.lower === 'the' ||
  (NAME_PARTICLES.has(tokens[at]!.lower) && NAME_PARTICLES.has(tokens[at + 1]?.lower ?? ''))
    ? 2
    : 1;

/** Whether a small word at `at` stands inside one name: "Ministry of Defence", "van der Berg", "Trade and Energy Board". */
function joins(tokens: readonly Token[], from: number, at: number): boolean {
  const link = tokens[at]!;
  const before = tokens[at - 1]!;
  const after = tokens[at + linkLength(tokens, at)];
  if (!isUpper(after) || NOT_NAMES.has(after!.lower)) return false;
  if (link.text === '&') return true;
  if (NAME_PARTICLES.has(link.lower) && link.type === 'word' && tokens[at + 1]?.lower !== 'the')
    return !PLACE_CUES.has(before.lower);
  if (link.lower === 'of' || link.lower === 'for') {
    const office = ROLE_NOUNS.has(before.lower) && link.lower === 'of' && after === tokens[at + 1];
    const body = ORGANISATION_CUES.has(before.lower) || (PLACE_CUES.has(before.lower) && link.lower === 'of');
    return office ? OFFICE_COMPLEMENTS.has(after!.lower) : body || before.lower === 'chiefs';
  }
  if (link.lower !== 'and' || after !== tokens[at + 1]) return false;
  if (isOfBody(tokens, from, at) && TOPIC_WORDS.has(before.lower) && TOPIC_WORDS.has(after!.lower))
    return true;
  let last = at + 1;
  while (isUpper(tokens[last + 1]) && last < at + 4) last += 1;
  const cue = ORGANISATION_CUES.has(tokens[last]!.lower) || TITLE_NOUNS.has(tokens[last]!.lower);
  return (
    cue &&
    last > at &&
    at > from - 1 &&
    TOPIC_WORDS.has(before.lower) &&
    TOPIC_WORDS.has(tokens[at + 1]!.lower)
  );
}

/** Inside "Ministry of …": what stands behind the "of" is what the body is for. */
function isOfBody(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = from + 1; i < at; i += 1)
    if (tokens[i]!.lower === 'of' && ORGANISATION_CUES.has(tokens[i - 1]!.lower)) return true;
  return false;
}

/**
 * At the comma of "Ministry of Trade, Industry and Energy": how many tokens of the list belong to the name; 0 when it is
 * no list of topics that ends with "and" and another.
 */
function topicList(tokens: readonly Token[], from: number, comma: number): number {
  const isTopic = (token: Token | undefined): boolean => isUpper(token) && TOPIC_WORDS.has(token!.lower);
  if (!isOfBody(tokens, from, comma) || !isTopic(tokens[comma - 1])) return 0;
  let at = comma;
  while (tokens[at]?.text === ',' && isTopic(tokens[at + 1])) at += 2;
  const and = tokens[at]?.text === ',' ? at + 1 : at;
  return tokens[and]?.lower === 'and' && isTopic(tokens[and + 1]) ? and + 2 - comma : 0;
}
