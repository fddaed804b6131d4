import type { Span } from '../../domain/statements.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import type { Token } from './tokens.js';

/**
 * The quoted stretches of one passage, without their marks, and sets `quoted` on the tokens inside; a quotation inside
 * another is part of it. A mark left open runs to the passage's end, as in a quotation of several paragraphs; a stray
 * closing mark is ignored.
 *
 * @param begun the passage begins inside a quotation: see `quotedOn`
 */
export function quotedSpans(tokens: readonly Token[], begun = false): Span[] {
  const spans: Span[] = [];
  let open: { readonly end: number } | undefined = begun && tokens[0] ? { end: tokens[0].start } : undefined;
  const marks = new Set(outerMarks(tokens));
  for (const token of tokens) {
    if (!marks.has(token)) {
      token.quoted = open !== undefined;
      continue;
    }
    if (token.type === 'open') open ??= token;
    else if (token.type === 'close' && open) {
      if (token.start > open.end) spans.push({ start: open.end, end: token.start });
      open = undefined;
    }
  }
  const last = tokens.at(-1);
  if (open && last && last.end > open.end) spans.push({ start: open.end, end: last.end });
  return spans;
}

/** Words of a nickname. */
const MOST_WORDS = 2;

/**
 * How many tokens a nickname takes with its marks that opens at `at`, inside a name: “Reds” in "Ann “Reds” Roe"; 0 where
 * none does.
 */
export function nicknameAt(tokens: readonly Token[], at: number): number {
  const open = tokens[at];
  if (open?.type !== 'open' || !/^["']$/.test(open.lower)) return 0;
  if (!GIVEN_NAMES.has(tokens[at - 1]?.lower ?? '')) return 0;
  const isName = (token: Token | undefined): boolean => token?.type === 'word' && /^\p{Lu}/u.test(token.text);
  let end = at + 1;
  while (end - at <= MOST_WORDS && isName(tokens[end])) end += 1;
  const closed = end > at + 1 && tokens[end]?.type === 'close' && tokens[end]!.lower === open.lower;
  return closed && isName(tokens[end + 1]) ? end + 1 - at : 0;
}

const isSingle = ({ text }: Token): boolean => /^['‘’]$/.test(text);

/** The marks of quotations, without those in single marks inside one in double marks. */
function outerMarks(tokens: readonly Token[]): Token[] {
  let double = false;
  let named = 0;
  return tokens.filter((token, at) => {
    if (token.lower !== '"' || at < named) return false;
    const nickname = token.type === 'open' ? nicknameAt(tokens, at) : 0;
    if (nickname > 0) {
      named = at + nickname;
      return false;
    }
    if (isSingle(token)) return !double;
    double = token.type === 'open';
    return true;
  });
}

/** A quotation that nobody closes is not looked for further than this. */
const MOST_PASSAGES = 6;
const MOST_BETWEEN = 3;

/**
 * Whether each passage begins inside a quotation that one before it opened: in texts with a line for each sentence. The
 * mark that closes it comes before another opens, where a quotation of several paragraphs would open anew.
 */
export function quotedOn(passages: readonly (readonly Token[])[]): boolean[] {
  const marks = passages.map((tokens) => outerMarks(tokens).map(({ type }) => type));
  const begun = passages.map(() => false);
  for (let at = 0; at < passages.length; at += 1) {
    const open = marks[at]!.at(-1) === 'open';
    if (!open) continue;
    let end = at + 1;
    while (end < passages.length && end - at < MOST_PASSAGES && marks[end]!.length === 0) end += 1;
    if (marks[end]?.[0] === 'close' && end - at <= MOST_PASSAGES) begun.fill(true, at + 1, end + 1);
    // Opened anew without having been closed: what stands between is of it, unless somebody says something there.
    const between = passages.slice(at + 1, end);
    const anew = passages[end]?.[0]?.lower === '"' && marks[end]?.[0] === 'open';
    if (
      anew &&
      between.length <= MOST_BETWEEN &&
      !between.some((tokens) => tokens.some(({ lower }) => isSpeechVerb(lower)))
    )
      begun.fill(true, at + 1, end);
  }
  return begun;
}
