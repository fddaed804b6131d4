import { STOP_WORDS } from '../lexicon/function-words.js';
import { stem } from './stem.js';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The stems of a stretch of text that carry meaning, each once. Cheap: used before anything is tokenised. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (word.length > 2 && word.length <= 40 && !STOP_WORDS.has(word)) stems.add(stem(word));
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
