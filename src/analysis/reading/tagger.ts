import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsHelpers, type WinkMethods } from 'wink-nlp';
import { INSTITUTIONS, isSpeechVerb } from '../lexicon/speech.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { isPersonNoun } from '../lexicon/roles.js';
import type { Tag, Token } from './tokens.js';

/**
 * Parts of speech by wink-nlp (0.8 ms per 600 words, about 95 % right on news). It is given our own tokens joined by
 * single spaces: its tokenizer is quadratic on words without end, and ours keep their offsets.
 */
interface Tagger {
  readonly nlp: WinkMethods;
  readonly pos: ItsHelpers['pos'];
}

let tagger: Tagger | undefined;
let tagged = 0;

/** wink-nlp remembers every word it has ever met: a fresh instance now and then (50 ms) bounds the memory. */
const TOKENS_PER_INSTANCE = 3_000_000;
const CHUNK = 3000;
const LONGEST_WORD = 28;

function instance(): Tagger {
  if (!tagger || tagged > TOKENS_PER_INSTANCE) {
    const nlp = winkNLP(model, ['pos']);
    tagger = { nlp, pos: nlp.its.pos };
    tagged = 0;
  }
  return tagger;
}

/** Sets `tag` on each token, in place. Deterministic: earlier texts have no influence. */
export function tagTokens(tokens: readonly Token[]): void {
  for (let from = 0; from < tokens.length; from += CHUNK) tagChunk(tokens.slice(from, from + CHUNK));
}

function tagChunk(tokens: readonly Token[]): void {
  const { nlp, pos } = instance();
  tagged += tokens.length;
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const token of tokens) {
    const form = plainForm(token);
    starts.push(length);
    parts.push(form);
    length += form.length + 1;
  }
  const joined = parts.join(' ');
  const document = nlp.readDoc(joined);
  const values = document.tokens().out() as string[];
  const tags = document.tokens().out(pos) as unknown as string[];
  let place = 0;
  let index = 0;
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k]!;
    while (joined[place] === ' ') place += 1;
    if (!joined.startsWith(value, place)) break;
    while (index + 1 < tokens.length && starts[index + 1]! <= place) index += 1;
    const token = tokens[index]!;
    const tag = tags[k]! as Tag;
    // "don't" is tagged by its verb, "six-month" by its last part, as the head of an English compound stands last.
    if (token.tag === 'X' || (token.lower.includes('-') && tag !== 'PUNCT')) token.tag = tag;
    place += value.length;
  }
  tokens.forEach((token, index) => settle(token, index, tokens));
}

/** Most words are. */
const PLAIN = /^[A-Za-z]+$/;

function plainForm(token: Token): string {
  if (token.type === 'open' || token.type === 'close') return token.lower === "'" ? "'" : token.lower;
  if (token.type === 'punct')
    return token.text === '…' || token.text === '—' || token.text === '–' ? '-' : token.text;
  if (token.text.length <= LONGEST_WORD && PLAIN.test(token.text)) return token.text;
  const text = token.text.replaceAll('’', "'").replace(/[‐‑]/g, '-');
  if (text.length > LONGEST_WORD) return 'thing';
  return /^[\p{L}\p{M}\p{N}.,'-]+$/u.test(text) ? text : 'thing';
}

/** "the crew rescued two sailors", "who drowned off Elm": past forms the tagger does not know, where only a verb can stand. */
function isUnknownPast(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (!before || !after || !/^(?:ADJ|NOUN)$/.test(token.tag)) return false;
  // "the gunman shot two sailors", "the boards split yesterday"
  if (token.lower === 'shot' || token.lower === 'split')
    return (
      /^(?:NOUN|PROPN)$/.test(before.tag) &&
      (/^(?:NUM|DET)$/.test(after.tag) || after.lower === 'yesterday' || after.lower === 'today')
    );
  if (!/[^eb]ed$/.test(token.text) || /^(?:hundred|kindred|naked|sacred|wicked)$/.test(token.lower))
    return false;
  if (/^(?:who|which|that)$/.test(before.lower)) return /^(?:ADP|DET)$/.test(after.tag);
  // "Orm floored Berg", but not "Elm based Shell"
  if (before.tag === 'PROPN' && after.tag === 'PROPN')
    return token.tag === 'ADJ' && /^\p{Ll}+$/u.test(token.text) && token.lower !== 'based';
  return /^(?:NOUN|PROPN)$/.test(before.tag) && /^(?:NUM|DET)$/.test(after.tag);
}

/** Whether an article stands before the one or two words before a token: "the relief (well)". */
const endsPhrase = (tokens: readonly Token[], at: number): boolean =>
  /^(?:NOUN|ADJ)$/.test(tokens[at - 1]?.tag ?? '') &&
  [at - 2, at - 3].some((i) => /^(?:the|an?|its|their)$/.test(tokens[i]?.lower ?? ''));

/** Participles that mostly stand before a noun. */
const ATTRIBUTIVE: ReadonlySet<string> = new Set(
  `existing growing rising falling increasing declining mounting remaining outstanding ongoing surviving emerging missing
  leading neighbouring neighboring opposing competing conflicting pending incoming outgoing prevailing soaring surging
  lingering looming dwindling shrinking`.split(/\s+/),
);

function settle(token: Token, index: number, tokens: readonly Token[]): void {
  const before = tokens[index - 1];
  if (token.type === 'number') token.tag = 'NUM';
  // "the 49ers": people called by a number.
  else if (token.tag === 'NUM' && /^\d+ers$/.test(token.lower)) token.tag = 'NOUN';
  else if (token.lower[0] === "'" && /^'(?:d|ll|re|ve)$/.test(token.lower)) token.tag = 'AUX';
  else if (token.type !== 'word') token.tag = 'PUNCT';
  else if (token.lower === "'s" && token.tag !== 'AUX') token.tag = 'PART';
  // "the clean-up", "a break-in": its last part is no preposition here.
  else if (token.tag === 'ADP' && token.lower.includes('-')) token.tag = 'NOUN';
  // "…, lamenting that": the tagger knows few such participles.
  else if (before?.text === ',' && token.lower.endsWith('ing') && isSpeechVerb(token.lower))
    token.tag = 'VERB';
  // "Norway estimates that the …": with a clause behind it no plural.
  else if (
    (token.tag === 'NOUN'
      ? before?.tag === 'PROPN'
      : token.tag === 'ADJ' && /^(?:NOUN|PROPN)$/.test(before?.tag ?? '')) &&
    tokens[index + 1]?.lower === 'that' &&
    (/^(?:DET|PRON|PROPN|ADJ|NUM|NOUN)$/.test(tokens[index + 2]?.tag ?? '') ||
      tokens[index + 2]?.lower.endsWith('ing')) &&
    isSpeechVerb(token.lower)
  )
    token.tag = 'VERB';
  // "Prosecutors claim the …", "the team fears it …": behind those who speak, and before a subject, no plural.
  else if (token.tag === 'NOUN' && isSpeechVerb(token.lower) && isSaying(tokens, index)) token.tag = 'VERB';
  // "Rob Jones left": a name at the beginning, not an order.
  else if (
    token.tag === 'VERB' &&
    before?.type !== 'word' &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    tokens[index + 1]?.tag === 'PROPN' &&
    GIVEN_NAMES.has(token.lower)
  )
    token.tag = 'PROPN';
  // "lead researcher Ann Roe"
  else if (token.lower === 'lead' && token.tag === 'VERB' && isPersonNoun(tokens[index + 1]?.lower ?? ''))
    token.tag = 'ADJ';
  // "has infected 900 people"
  else if (
    token.tag === 'ADJ' &&
    token.lower.endsWith('ed') &&
    /^(?:has|have|had)$/.test(before?.lower ?? '') &&
    /^(?:NUM|DET|PRON)$/.test(tokens[tokens[index + 1]?.lower === 'more' ? index + 3 : index + 1]?.tag ?? '')
  )
    token.tag = 'VERB';
  // "will be shown live from Elm", "died aged 50": no verbs there.
  else if (
    token.tag === 'VERB' &&
    before?.tag === 'VERB' &&
    (token.lower === 'live' || (token.lower === 'aged' && /^\d/.test(tokens[index + 1]?.text ?? '')))
  )
    token.tag = 'ADV';
  // "will close 32 shops", "to plug 40 wells": what is done to so many.
  else if (
    /^(?:ADJ|NOUN)$/.test(token.tag) &&
    (/^(?:will|would|can|could|may|might|must|should|shall)$/.test(before?.lower ?? '') ||
      (before?.lower === 'to' && before.tag === 'PART')) &&
    tokens[index + 1]?.type === 'number'
  )
    token.tag = 'VERB';
  // "When police arrested two men": hardly ever a verb.
  else if (token.tag === 'VERB' && token.lower === 'police' && before?.lower !== 'to') token.tag = 'NOUN';
  // "the damaged well": between an article and its noun no verb stands, and no adverb ends it.
  else if (token.lower === 'well' && token.tag === 'ADV' && endsPhrase(tokens, index)) token.tag = 'NOUN';
  else if (
    token.tag === 'VERB' &&
    token.lower.endsWith('ed') &&
    /^(?:the|an?|its|their)$/.test(before?.lower ?? '') &&
    (/^(?:NOUN|ADJ)$/.test(tokens[index + 1]?.tag ?? '') || tokens[index + 1]?.lower === 'well')
  )
    token.tag = 'ADJ';
  // "Existing contracts will close": at the beginning, before what they tell of.
  else if (
    token.tag === 'VERB' &&
    before?.type !== 'word' &&
    ATTRIBUTIVE.has(token.lower) &&
    tokens[index + 1]?.tag === 'NOUN'
  )
    token.tag = 'ADJ';
  // "after a stabbing in Elm"
  else if (
    token.tag === 'VERB' &&
    token.lower.endsWith('ing') &&
    /^(?:an?|the)$/.test(before?.lower ?? '') &&
    tokens[index + 1]?.tag === 'ADP'
  )
    token.tag = 'NOUN';
  // "The owners plan to sell": behind a plural that nothing owns.
  else if (
    token.lower === 'plan' &&
    token.tag === 'NOUN' &&
    tokens[index + 1]?.lower === 'to' &&
    /[^s]s$/.test(before?.lower ?? '') &&
    /^(?:NOUN|PROPN)$/.test(before?.tag ?? '')
  )
    token.tag = 'VERB';
  // "…,” comments Ann Roe": behind a quotation the plural of no noun.
  else if (
    token.tag === 'NOUN' &&
    before?.type === 'close' &&
    before.lower === '"' &&
    tokens[index + 1]?.tag === 'PROPN' &&
    isSpeechVerb(token.lower)
  )
    token.tag = 'VERB';
  else if (isUnknownPast(token, before, tokens[index + 1])) token.tag = 'VERB';
  // "his live concerts": between "his" and a noun no verb fits.
  else if (
    token.tag === 'VERB' &&
    /^(?:his|its|their|my|our|your)$/.test(before?.lower ?? '') &&
    tokens[index + 1]?.tag === 'NOUN' &&
    !/(?:ed|en|ing)$/.test(token.lower)
  )
    token.tag = 'ADJ';
  // "resisted calls to go", "faces claims of theft": behind a verb, and before what it is about, a plural.
  else if (
    token.tag === 'VERB' &&
    before?.tag === 'VERB' &&
    /[^s]s$/.test(token.lower) &&
    /^(?:to|for|from|of|by|against|about)$/.test(tokens[index + 1]?.lower ?? '')
  )
    token.tag = 'NOUN';
  // A capital inside a sentence is a name's: "the Red Cross", "Will Hay", "…, Manning said", "…,” Fed chief Ann Roe said".
  else if (
    /^(?:VERB|AUX)$/.test(token.tag) &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    (before?.type === 'word' ||
      before?.text === ',' ||
      (before?.type === 'close' && tokens[index - 2]?.text === ','))
  )
    token.tag = 'PROPN';
}

const CLAUSE_REACH = 7;

/** Whether a word that may be a noun or a verb of saying stands between who says and a clause: "critics claim the …". */
function isSaying(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!before || !next) return false;
  const name = before.tag === 'PROPN' && /[^s]s$/.test(tokens[at]!.lower) && next.tag !== 'PROPN';
  if (!name && !isPersonNoun(before.lower) && !INSTITUTIONS.has(before.lower)) return false;
  const several = /(?:[^s]s|people|police)$/.test(before.lower);
  if (several === /[^s]s$/.test(tokens[at]!.lower)) return false;
  if (!/^(?:DET|PROPN)$/.test(next.tag) && !/^(?:he|she|it|they|there|that)$/.test(next.lower)) return false;
  for (const { type, tag } of tokens.slice(at + 1, at + CLAUSE_REACH)) {
    if (type !== 'word' && type !== 'number') return false;
    if (tag === 'AUX' || tag === 'VERB') return true;
  }
  return false;
}
