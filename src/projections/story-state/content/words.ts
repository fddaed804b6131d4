const MARKS = /\p{M}+/gu;
const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const WORD = /[\p{L}\p{N}]+(?:[.,'-][\p{L}\p{N}]+)*/gu;
/** The same for folded ASCII, in a third of the time. */
const ASCII_WORD = /[a-z0-9]+(?:[.,'-][a-z0-9]+)*/g;

/** Lower case, without accents, typographic apostrophes made plain: what spellings are compared by. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').replace(/[‘’ʼ]/g, "'").replace(/[‐‑]/g, '-').toLowerCase();
}

/** Folded words and numbers in order; a possessive `'s` is dropped. */
export function words(text: string): string[] {
  const folded = fold(text);
  const found = folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) ?? [];
  return found.map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word));
}

const STOP = new Set(
  `a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over per
  to under until up upon via with within without about above after again against all also am any are aren't be because been
  before being below between both can cannot could did do does doing don't down during each few further had has have
  having he her here hers him his how i is it its itself just may me might more most much must my no not now off once only
  other our own s said same say says she should some such t their theirs them themselves there they through too very was
  we were what when where which while who whom whose why will would you your while although though since however
  according reported report told mr mrs ms dr meanwhile still among amid around one two`
    .split(/\s+/)
    .filter(Boolean),
);

export const isStopWord = (word: string): boolean => STOP.has(word);

/** The words that carry meaning, in order, each cut to its stem. */
export function contentStems(text: string): string[] {
  const stems: string[] = [];
  for (const word of words(text)) if (!STOP.has(word)) stems.push(stem(word));
  return stems;
}

const stemsOf = new WeakMap<object, readonly string[]>();

/** The stems of a record's text, kept as long as the record is: a story is rendered again with every article. */
export function stemsOfRecord(record: { readonly text: string }): readonly string[] {
  let stems = stemsOf.get(record);
  if (stems === undefined) stemsOf.set(record, (stems = contentStems(record.text)));
  return stems;
}

const stemmed = new Map<string, string>();

/**
 * Cuts the common English endings, so that "talks", "talked" and "talking" compare equal. Lighter than Porter (1980):
 * it compares sentences of one story with each other, where a wrong merge costs more than a missed one.
 */
export function stem(word: string): string {
  let cut = stemmed.get(word);
  if (cut === undefined) {
    cut = cutEndings(word);
    // A stream of made-up words must not grow the process.
    if (stemmed.size >= 30_000) stemmed.clear();
    stemmed.set(word, cut);
  }
  return cut;
}

function cutEndings(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word))
    return word.length === 4 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  let w = word;
  if (w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (/[^sui]s$/.test(w)) w = w.slice(0, -1);
  const cut = w.replace(/(?:ations?|ations?|ing|ed|ion|ment|ly|er|or)$/, '');
  if (cut.length >= 4 || (cut.length === 3 && cut !== w && /[aeiou]/.test(cut))) w = cut;
  if (w.length > 4 && /([^aeiouls])\1$/.test(w)) w = w.slice(0, -1);
  return w.length > 3 && w.endsWith('e') ? w.slice(0, -1) : w;
}

const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;
/** Tells the second half of a key from the first. */
const SECOND = 0x9e3779b9;

/** FNV-1a over UTF-16 code units, finished as in MurmurHash3; 32 bits unsigned. */
function hash32(text: string, seed = 0): number {
  let h = FNV_START ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return finish(h);
}

function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex8 = (n: number): string =>
  `${HEX[n >>> 24]}${HEX[(n >>> 16) & 0xff]}${HEX[(n >>> 8) & 0xff]}${HEX[n & 0xff]}`;

/** The same for texts that differ only in case, accents, spacing or punctuation; 16 hex digits. */
export function textKey(text: string): string {
  const folded = fold(text);
  if (PLAIN.test(folded)) return plainKey(folded);
  const plain = words(folded).join(' ');
  return hex8(hash32(plain)) + hex8(hash32(plain, SECOND));
}

/** What has no letters but ASCII's: quotation marks and dashes are most of what else there is. */
const PLAIN = /^[\x00-\x7f\u2000-\u206f]*$/;

/** `textKey` of a folded plain text, word by word without cutting any out: a rebuild makes millions of them. */
function plainKey(folded: string): string {
  let first = FNV_START;
  let second = FNV_START ^ SECOND;
  let any = false;
  for (let i = 0; i < folded.length;) {
    if (!isAlphanumeric(folded.charCodeAt(i))) {
      i += 1;
      continue;
    }
    const end = wordEnd(folded, i);
    const stop = end - i > 2 && folded.endsWith("'s", end) ? end - 2 : end;
    if (any) {
      first = Math.imul(first ^ SPACE, FNV_PRIME);
      second = Math.imul(second ^ SPACE, FNV_PRIME);
    }
    any = true;
    for (; i < stop; i++) {
      const code = folded.charCodeAt(i);
      first = Math.imul(first ^ code, FNV_PRIME);
      second = Math.imul(second ^ code, FNV_PRIME);
    }
    i = end;
  }
  return hex8(finish(first)) + hex8(finish(second));
}

/** Where the word ends that begins at `start`, as ASCII_WORD has it. */
function wordEnd(folded: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const code = folded.charCodeAt(end);
    if (isAlphanumeric(code)) end += 1;
    else if (isJoint(code) && isAlphanumeric(folded.charCodeAt(end + 1))) end += 2;
    else return end;
  }
}

const SPACE = 0x20;
const isAlphanumeric = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
/** `.`, `,`, `'` or `-`. */
const isJoint = (code: number): boolean => code === 0x2e || code === 0x2c || code === 0x27 || code === 0x2d;
