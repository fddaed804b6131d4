import { STOP_WORDS } from '../lexicon/function-words.js';
import { stem } from './stem.js';

const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
const LONGEST = 40;

/** Texts are made of the same words: looking a stem up takes a fraction of the time that working it out takes. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** The engine keeps a whole text for a longer piece of it. */
const LONGEST_COPIED = 12;

function stemOf(word: string): string {
  if (word.length > LONGEST_COPIED) return stem(word);
  let found = known.get(word);
  if (found === undefined) {
    found = stem(word);
    // A stream of made-up words must not grow the process.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, found);
  }
  return found;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The stems of a stretch of text that carry meaning, each once. Cheap: used before anything is tokenised. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  const folded = text.toLowerCase();
  for (const word of folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) ?? []) {
    if (word.length > 2 && word.length <= LONGEST && !STOP_WORDS.has(word)) stems.add(stemOf(word));
  }
  return stems;
}

/** Share of `part` that `whole` has too; 0 when `part` is empty. */
export function shareOf(part: ReadonlySet<string>, whole: { has(stem: string): boolean }): number {
  if (part.size === 0) return 0;
  let shared = 0;
  for (const item of part) if (whole.has(item)) shared += 1;
  return shared / part.size;
}
