import type { Span } from '../../domain/statements.js';
import { ABBREVIATIONS } from '../lexicon/abbreviations.js';

/** Universal part-of-speech tags, as far as analysis asks for them. */
export type Tag =
  | 'NOUN'
  | 'PROPN'
  | 'VERB'
  | 'AUX'
  | 'ADJ'
  | 'ADV'
  | 'ADP'
  | 'DET'
  | 'PRON'
  | 'NUM'
  | 'CCONJ'
  | 'SCONJ'
  | 'PART'
  | 'PUNCT'
  | 'X';

export type TokenType = 'word' | 'number' | 'punct' | 'open' | 'close';

export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** Lower-case, straight apostrophes, and without the dots of an abbreviation: "us" for "U.S.". */
  readonly lower: string;
  readonly type: TokenType;
  /** 'X' until the tagger has spoken. */
  tag: Tag;
  /** Inside a quotation. */
  quoted: boolean;
}

// Sticky and without nested repetition: each looks at a character at most twice, so no input makes them slow.
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/uy;
const DOTTED = /(?:\p{L}\.){2,}/uy;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*/uy;
const SPACE = /[\s\u200b\ufeff]+/uy;
const EMAIL = /[\w.+-]{1,64}@[\w.-]{1,255}/y;
const ELLIPSIS = /\.{2,}|…/y;

const at = (pattern: RegExp, text: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

const OPENING = new Set(['“', '„', '«', '(', '[', '{', '‘']);
const CLOSING = new Set(['”', '»', ')', ']', '}', '’']);

/**
 * Cuts a stretch of text into words, numbers and marks with their exact places. A possessive "'s" is a token of its
 * own, an abbreviation keeps its full stop, quotation marks say whether they open or close.
 *
 * @param from,to UTF-16 offsets into `text`; tokens lie inside and carry offsets into `text`
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const source = to === text.length ? text : text.slice(0, to);
  const tokens: Token[] = [];
  const push = (start: number, end: number, type: TokenType, lower?: string): void => {
    const written = source.slice(start, end);
    tokens.push({
      start,
      end,
      text: written,
      lower: lower ?? written.toLowerCase(),
      type,
      tag: 'X',
      quoted: false,
    });
  };
  // The next @, looked up once per @ and not once per word.
  let sign = source.indexOf('@', from);
  let i = from;
  while (i < source.length) {
    const code = source.charCodeAt(i);
    if (code === SINGLE_SPACE) {
      i += 1;
      continue;
    }
    const plain = plainWordEnd(source, i);
    if (plain > i) {
      const word = source.slice(i, plain);
      const lower = word.toLowerCase();
      const abbreviated = source[plain] === '.' && isAbbreviation(word, lower);
      push(i, abbreviated ? plain + 1 : plain, 'word', lower);
      i = abbreviated ? plain + 1 : plain;
      continue;
    }
    const space = at(SPACE, source, i);
    if (space) {
      i += space.length;
      continue;
    }
    const char = source[i]!;
    const number = at(NUMBER, source, i);
    if (number) {
      const rest = at(WORD, source, i);
      // "27-year-old", "7th", "F16" are words; "1.3" and "250,000" are numbers.
      if (rest && rest.length > number.length) i = pushWord(source, i, rest, push);
      else {
        push(i, i + number.length, 'number');
        i += number.length;
      }
      continue;
    }
    if (isLetterAt(source, i)) {
      const dotted = at(DOTTED, source, i);
      if (dotted && !isLetter(source[i + dotted.length])) {
        // "U.S.-led" is one word.
        const tail = source[i + dotted.length] === '-' ? at(WORD, source, i + dotted.length + 1) : undefined;
        const length = dotted.length + (tail ? tail.length + 1 : 0);
        push(
          i,
          i + length,
          'word',
          source
            .slice(i, i + length)
            .toLowerCase()
            .replaceAll('.', ''),
        );
        i += length;
        continue;
      }
      if (sign !== -1 && sign < i) sign = source.indexOf('@', i);
      const email = sign !== -1 && sign - i <= 64 ? at(EMAIL, source, i) : undefined;
      if (email) {
        push(i, i + email.length, 'word');
        i += email.length;
        continue;
      }
      const word = at(WORD, source, i);
      if (word) {
        i = pushWord(source, i, word, push);
        continue;
      }
    }
    i = pushMark(source, i, char, push, tokens);
  }
  return withSingleQuotes(tokens);
}

/** Words in a quotation between single marks, at most. */
const MOST_QUOTED = 200;

/**
 * "'The road is closed,' Ann said": single marks quote as double ones do, where the closing one stands behind another
 * mark. An apostrophe at a word's end never does.
 */
function withSingleQuotes(tokens: Token[]): Token[] {
  if (!tokens.some(isSingleOpen)) return tokens;
  for (let open = 0; open < tokens.length; open += 1) {
    if (!isSingleOpen(tokens[open]!)) continue;
    for (let close = open + 2; close < Math.min(tokens.length, open + MOST_QUOTED); close += 1) {
      const { lower, text } = tokens[close]!;
      if (lower === '"' || text === '‘' || text === '`') break;
      if (lower !== "'" || text === '‘' || !/^[,.?!…]$/.test(tokens[close - 1]!.text)) continue;
      // In place: a copy would have another shape, which slows all that reads tokens.
      Object.assign(tokens[open]!, { lower: '"', type: 'open' });
      Object.assign(tokens[close]!, { lower: '"', type: 'close' });
      open = close;
      break;
    }
  }
  return tokens;
}

const isSingleOpen = ({ text, type }: Token): boolean =>
  text === '‘' || text === '`' || (text === "'" && type === 'open');

const SINGLE_SPACE = 32;

/** What cannot go on with a word, be part of a form that is cut otherwise, or of an address. */
const PLAIN_END = new Set([...' \n,;:!?)]"'].map((char) => char.charCodeAt(0)));
const FULL_STOP = 46;

const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * Where a word of plain letters ends that nothing but a space or a mark stands behind, as most words are; `start` for
 * all others, which patterns are for.
 */
function plainWordEnd(source: string, start: number): number {
  let end = start;
  while (end < source.length && isPlainLetter(source.charCodeAt(end))) end += 1;
  if (end === source.length) return end;
  const code = source.charCodeAt(end);
  if (PLAIN_END.has(code)) return end;
  // "the end. Then": a full stop between letters may be an abbreviation's, or an address's.
  const ends = code === FULL_STOP && end > start + 1;
  return ends && (end + 1 === source.length || source.charCodeAt(end + 1) === SINGLE_SPACE) ? end : start;
}

const isLetterAt = (source: string, i: number): boolean => {
  const code = source.codePointAt(i)!;
  return code < 128
    ? (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    : /\p{L}/u.test(String.fromCodePoint(code));
};

type Push = (start: number, end: number, type: TokenType, lower?: string) => void;

function pushWord(source: string, start: number, word: string, push: Push): number {
  const lower = word.toLowerCase().replaceAll('’', "'").replace(/[‐‑]/g, '-');
  const possessive = lower.endsWith("'s") && lower.length > 2 && !CONTRACTED.has(lower);
  if (possessive) {
    const cut = start + word.length - 2;
    push(start, cut, 'word', lower.slice(0, -2));
    push(cut, cut + 2, 'word', "'s");
    return cut + 2;
  }
  // "he'd be", "they'll go": the verb is a word of its own.
  const short = lower.includes("'") ? CONTRACTION.exec(lower.slice(0, 9))?.[1] : undefined;
  if (short) {
    const cut = start + word.length - short.length;
    push(start, cut, 'word', lower.slice(0, -short.length));
    push(cut, start + word.length, 'word', short);
    return start + word.length;
  }
  const end = start + word.length;
  if (source[end] === '.' && isAbbreviation(word, lower)) {
    push(start, end + 1, 'word', lower);
    return end + 1;
  }
  push(start, end, 'word', lower);
  return end;
}

const CONTRACTION = /^(?:i|you|he|she|it|we|they|who|that|there)('(?:d|ll|re|ve))$/;

const CONTRACTED = new Set([
  "it's",
  "he's",
  "she's",
  "that's",
  "there's",
  "here's",
  "what's",
  "who's",
  "let's",
  "where's",
  "how's",
]);

const isAbbreviation = (word: string, lower: string): boolean =>
  (word.length === 1 && word !== 'I' && word !== lower) ||
  (ABBREVIATIONS.has(lower) && (word !== lower || SMALL.has(lower)));

/** Abbreviations also written small. Others must begin with a capital: "Mar." is a month, "mar." is a word at an end. */
const SMALL = new Set(['no', 'vs', 'etc', 'approx', 'gen', 'est', 'al']);

function pushMark(source: string, i: number, char: string, push: Push, tokens: readonly Token[]): number {
  const ellipsis = at(ELLIPSIS, source, i);
  if (ellipsis) {
    push(i, i + ellipsis.length, 'punct', '…');
    return i + ellipsis.length;
  }
  const pair = source.slice(i, i + 2);
  if (pair === '``' || pair === "''") {
    push(i, i + 2, pair === '``' && !closesInstead(source, i + 2, tokens) ? 'open' : 'close', '"');
    return i + 2;
  }
  if (char === '"') {
    const before = source[i - 1];
    const opens = before === undefined || /[\s([{—–-]/.test(before);
    const followedBySpace = source[i + 1] === undefined || /\s/.test(source[i + 1]!);
    push(i, i + 1, opens && !followedBySpace ? 'open' : 'close', '"');
    return i + 1;
  }
  if ((char === '’' || char === "'") && /^s(?![\p{L}\p{N}])/u.test(source.slice(i + 1, i + 4))) {
    // A possessive written apart, as in tokenised corpora: "the river 's".
    push(i, i + 2, 'word', "'s");
    return i + 2;
  }
  if (char === '-' && (source.startsWith('-LRB-', i) || source.startsWith('-RRB-', i))) {
    const opens = source[i + 1] === 'L';
    push(i, i + 5, opens ? 'open' : 'close', opens ? '(' : ')');
    return i + 5;
  }
  if (char === '’' || char === "'") {
    const previous = tokens.at(-1);
    const opens = char === "'" && previous?.end !== i && isLetter(source[i + 1]);
    push(i, i + 1, opens ? 'open' : 'close', "'");
    return i + 1;
  }
  const length = source.codePointAt(i)! > 0xffff ? 2 : 1;
  const lower = char === '“' || char === '”' || char === '„' ? '"' : char === '‘' ? "'" : undefined;
  const opens = OPENING.has(char) && !(char === '“' && closesInstead(source, i + length, tokens));
  push(i, i + length, opens ? 'open' : OPENING.has(char) || CLOSING.has(char) ? 'close' : 'punct', lower);
  return i + length;
}

/** "“The quay is gone,“ said Ann Roe": an opening mark in an open quotation, with a mark before it and no sentence behind. */
function closesInstead(source: string, after: number, tokens: readonly Token[]): boolean {
  if (!/^[,.?!]$/.test(tokens.at(-1)?.text ?? '')) return false;
  if (!/^(?:\s+\p{Ll}|\s*$)/u.test(source.slice(after, after + 8).replace(/\n[^]*/, ''))) return false;
  return tokens.slice(-MOST_QUOTED).findLast(({ lower }) => lower === '"')?.type === 'open';
}
