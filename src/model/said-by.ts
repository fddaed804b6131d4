import { isSpeechVerb } from '../analysis/lexicon/speech.js';
import { quotedSpans } from '../analysis/reading/quotes.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize, type Token } from '../analysis/reading/tokens.js';
import type { Span } from '../domain/statements.js';

/** An aside between a speaker and the verb has so many words: "Ann Roe, the mayor of Elm since 2019, said". */
const LONGEST_ASIDE = 14;
/** "said the former harbour master Ann Roe" */
const LONGEST_TITLE = 6;

/**
 * Whether an English sentence names somebody as the one who says something in it: "X said", "X, the mayor, said",
 * "said X", "according to X", "X: “…”". That a name stands nearby is not enough.
 *
 * @param speaker within the sentence, as characters of the text
 * @param others whoever else is named there
 */
export function saysSo(text: string, sentence: Span, speaker: Span, others: readonly Span[]): boolean {
  const tokens = outsideQuotes(text, sentence);
  const from = tokens.findIndex(({ start }) => start >= speaker.start);
  const behind = tokens.findIndex(({ start }) => start >= speaker.end);
  if (from < 0 || tokens[from]!.start >= speaker.end) return false;
  const isOther = ({ start }: Token): boolean => others.some((it) => it.start <= start && start < it.end);
  const before = tokens.slice(Math.max(0, from - LONGEST_TITLE - 1), from).reverse();
  return follows(tokens.slice(behind < 0 ? tokens.length : behind), isOther) || precedes(before, isOther);
}

/** Whether a sentence has a verb of saying that is its own, and not of what is quoted. */
export const tellsOfSaying = (text: string, sentence: Span): boolean =>
  outsideQuotes(text, sentence).some(({ lower, tag }) => isSpeechVerb(lower) && tag !== 'NOUN');

/** Marks included. */
function outsideQuotes(text: string, { start, end }: Span): Token[] {
  const tokens = tokenize(text, start, end);
  tagTokens(tokens);
  quotedSpans(tokens);
  return tokens.filter(({ quoted }) => !quoted);
}

function follows(tokens: readonly Token[], isOther: (token: Token) => boolean): boolean {
  let rest = tokens;
  if (rest[0]?.text === ':') return rest[1]?.lower === '"';
  if (rest[0]?.text === ',') {
    const close = rest.findIndex(({ text }, i) => i > 0 && text === ',');
    if (close < 0 || close > LONGEST_ASIDE || rest.slice(0, close).some(isOther)) return false;
    rest = rest.slice(close + 1);
  }
  const verb = rest.findIndex(({ tag }) => tag !== 'ADV' && tag !== 'AUX');
  return verb >= 0 && verb <= 3 && isSpeechVerb(rest[verb]!.lower) && rest[verb + 1]?.lower !== 'by';
}

/** @param tokens those before the speaker, the nearest first */
function precedes(tokens: readonly Token[], isOther: (token: Token) => boolean): boolean {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.lower === 'to' && next?.lower === 'according') return true;
    // "…, said X", "“…” said X"; in "Y told X" the verb has a subject already.
    if (isSpeechVerb(token.lower)) return next === undefined || next.text === ',' || next.type === 'close';
    if (token.tag === 'VERB' || token.tag === 'AUX' || token.type === 'close' || isOther(token)) return false;
  }
  return false;
}
