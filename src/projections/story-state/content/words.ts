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

/** FNV-1a over UTF-16 code units, finished as in MurmurHash3; 32 bits unsigned. */
export function hash32(text: string, seed = 0, start = 0, end = text.length): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex8 = (n: number): string => n.toString(16).padStart(8, '0');

/** The same for texts that differ only in case, accents, spacing or punctuation; 16 hex digits. */
export function textKey(text: string): string {
  const plain = words(text).join(' ');
  return hex8(hash32(plain)) + hex8(hash32(plain, 0x9e3779b9));
}
