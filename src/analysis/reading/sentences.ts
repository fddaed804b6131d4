import type { Span } from '../../domain/statements.js';
import { MAY_END_SENTENCE } from '../lexicon/abbreviations.js';
import { SENTENCE_OPENERS } from '../lexicon/function-words.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { MONTHS, WEEKDAYS } from '../lexicon/time.js';
import type { Token } from './tokens.js';

/** A run of tokens that makes one sentence. */
export interface TokenSentence extends Span {
  readonly tokens: readonly Token[];
}

const ENDING = new Set(['.', '?', '!', '…', '؟', '。', '！', '？']);

const startsUpper = (token: Token): boolean => /^[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(token.text);

/**
 * Cuts the tokens of one passage into sentences. Closing quotation marks and brackets belong to the sentence they
 * close; a full stop ends nothing after an initial, inside an abbreviation, or before a small letter.
 */
export function splitSentences(tokens: readonly Token[]): TokenSentence[] {
  const sentences: TokenSentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to <= from) return;
    const part = tokens.slice(from, to);
    sentences.push({ start: part[0]!.start, end: part.at(-1)!.end, tokens: part });
    from = to;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    if (!mayEnd(tokens, i)) continue;
    let next = i + 1;
    while (next < tokens.length && tokens[next]!.type === 'close') next += 1;
    if (next >= tokens.length || endsBefore(tokens, i, next)) close(next);
    i = Math.max(i, next - 1);
  }
  close(tokens.length);
  return sentences;
}

function mayEnd(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.type === 'punct') return ENDING.has(token.text);
  return token.type === 'word' && token.text.endsWith('.');
}

function endsBefore(tokens: readonly Token[], i: number, next: number): boolean {
  const token = tokens[i]!;
  const following = tokens[next]!;
  if (following.start === tokens[next - 1]!.end && following.type !== 'open') return false;
  const opens = following.type === 'open' || startsUpper(following);
  if (!opens) return false;
  if (token.type === 'word') return endsAfterAbbreviation(tokens, token, following, next);
  const quoted = next > i + 1 && tokens[next - 1]!.lower === '"';
  if (quoted && token.text !== '.' && saysSoon(tokens, next)) return false;
  return true;
}

/** "…ready?” Ann Lee asked": the question mark ends the quotation, not the sentence. */
function saysSoon(tokens: readonly Token[], next: number): boolean {
  for (let k = next; k < Math.min(tokens.length, next + 6); k += 1) {
    const token = tokens[k]!;
    if (token.type === 'punct') return false;
    if (isSpeechVerb(token.lower)) return true;
    if (token.type === 'open') return false;
  }
  return false;
}

function endsAfterAbbreviation(
  tokens: readonly Token[],
  token: Token,
  following: Token,
  next: number,
): boolean {
  const opener = SENTENCE_OPENERS.has(following.lower) && startsUpper(following);
  const dotted = token.text.length > 3 && token.text.slice(0, -1).includes('.');
  // "at 10 a.m. Friday, May 5"
  if (dotted && /^[ap]m$/.test(token.lower) && (WEEKDAYS.has(following.lower) || MONTHS.has(following.lower)))
    return false;
  if (dotted || MAY_END_SENTENCE.has(token.lower)) {
    return (
      opener ||
      (following.type === 'open' && following.lower === '"') ||
      (token.lower.length === 2 && /^[ap]m$/.test(token.lower))
    );
  }
  // "No. 5", "Oct. 7", "J. Smith" go on; "The" after "Mr." does not occur.
  return (
    opener && !tokens[next + 1]?.text.startsWith('.') && token.text.length > 2 && following.lower !== 'a'
  );
}
