import { isSpeechVerb } from '../analysis/lexicon/speech.js';
import type { Token } from '../analysis/reading/tokens.js';
import type { Span } from '../domain/statements.js';

/** An aside between a speaker and the verb has so many words: "Ann Roe, the mayor of Elm since 2019, said". */
const LONGEST_ASIDE = 14;
/** "said the former harbour master Ann Roe" */
const LONGEST_TITLE = 6;

const IS = /^(?:is|are|was|were|be|been|being)$/;
/** Verbs behind which stands who is spoken to. */
const ADDRESSES =
  /^(?:tell|tells|told|telling|ask|asks|asked|urge|urges|urged|warn|warns|warned|advised|assured|informed)$/;

/**
 * Whether an English sentence names somebody as the one who says something in it: "X said", "X, the mayor, said",
 * "said X", "according to X", "X: “…”". That a name stands nearby is not enough.
 *
 * @param sentence tagged, and marked where it is quoted
 * @param speaker within the sentence, as characters of the text
 * @param others whoever else is named there
 */
export function saysSo(sentence: readonly Token[], speaker: Span, others: readonly Span[]): boolean {
  const tokens = sentence.filter(({ quoted }) => !quoted);
  const from = tokens.findIndex(({ start }) => start >= speaker.start);
  if (from < 0 || tokens[from]!.start >= speaker.end) return false;
  const behind = tokens.findIndex(({ start }) => start >= speaker.end);
  const isOther = ({ start }: Token): boolean => others.some((it) => it.start <= start && start < it.end);
  const before = tokens.slice(Math.max(0, from - LONGEST_TITLE - 1), from).reverse();
  return (
    (behind > 0 && !isOfSomething(before) && follows(tokens.slice(behind), isOther)) ||
    (precedes(before, isOther) && !(behind > 0 && hasVerb(tokens.slice(behind))))
  );
}

/** "said Elm was closed": of Elm something is said. */
const hasVerb = (tokens: readonly Token[]): boolean =>
  /^(?:VERB|AUX)$/.test(tokens.find(({ tag }) => tag !== 'ADV')?.tag ?? '');

/** Whether a sentence has a verb of saying that is its own, and not of what is quoted. */
export const tellsOfSaying = (sentence: readonly Token[]): boolean =>
  sentence.some(({ lower, tag, quoted }) => !quoted && isSpeechVerb(lower) && tag !== 'NOUN');

/** "a witness from the town council said": it was the witness. */
const isOfSomething = ([nearest, next]: readonly Token[]): boolean =>
  (nearest?.tag === 'DET' ? next : nearest)?.tag === 'ADP';

function follows(tokens: readonly Token[], isOther: (token: Token) => boolean): boolean {
  let rest = tokens;
  if (rest[0]?.text === ':') return rest[1]?.lower === '"';
  if (rest[0]?.text === ',') {
    const close = rest.findIndex(({ text }, i) => i > 0 && text === ',');
    if (close < 0 || close > LONGEST_ASIDE || rest.slice(0, close).some(isOther)) return false;
    rest = rest.slice(close + 1);
  }
  const verb = rest.findIndex(({ tag }) => tag !== 'ADV' && tag !== 'AUX');
  // "never said"
  if (rest.slice(0, Math.max(0, verb)).some(({ lower }) => /^(?:never|not|n't)$/.test(lower))) return false;
  // "is said to be": by whom is not told.
  if (verb < 0 || verb > 3 || rest.slice(0, verb).some(({ lower }) => IS.test(lower))) return false;
  return isSpeechVerb(rest[verb]!.lower);
}

/** @param tokens those before the speaker, the nearest first */
function precedes(tokens: readonly Token[], isOther: (token: Token) => boolean): boolean {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.lower === 'to' && next?.lower === 'according') return true;
    // "…, said X", "“…” said X"; in "Y told X" the verb has a subject already.
    if (isSpeechVerb(token.lower))
      return (
        !ADDRESSES.test(token.lower) && (next === undefined || next.text === ',' || next.type === 'close')
      );
    if (token.tag === 'VERB' || token.tag === 'AUX' || token.type === 'close' || isOther(token)) return false;
  }
  return false;
}
