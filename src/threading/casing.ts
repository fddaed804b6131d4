import { FOREIGN, kindAt, lettersEnd, SMALL } from './latin.js';
import type { Stretch } from './stretch.js';

/** How a line uses capitals: in Title Case, and where all are, they say nothing about names. */
export type Casing = 'sentence' | 'title' | 'capitals';

/** In Title Case words of so many letters have capitals. */
const LONG = 5;

/** How a line of Latin letters and common marks uses capitals; null where it has other characters. */
export function latinCasing(stretch: Stretch, from: number, to: number): Casing | null {
  const { units } = stretch;
  let [words, long, capitals, small] = [0, 0, 0, false];
  let at = from;
  while (at < to) {
    const start = at;
    const first = kindAt(units, at++);
    if (first === FOREIGN) return null;
    if (first < SMALL) continue;
    at = lettersEnd(units, at, to);
    small ||= first === SMALL || (at > start + 1 && !allCapitals(units, start, at));
    words++;
    if (at - start < LONG) continue;
    long++;
    if (first > SMALL) capitals++;
  }
  return casing(stretch.cut(from, to), !small && words > 2, long, capitals);
}

function allCapitals(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kindAt(units, at) === SMALL) return false;
  return true;
}

/** How a line of any letters uses capitals. */
export function casingOf(line: string): Casing {
  // A word or two in capitals are initials ("US"), no headline.
  const isCapitals = !/\p{Ll}/u.test(line) && /\p{L}\P{L}+\p{L}+\P{L}+\p{L}/u.test(line);
  let [long, capitals] = [0, 0];
  for (const { 0: word } of line.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
    long++;
    if (word[0] !== word[0]!.toLowerCase()) capitals++;
  }
  return casing(line, isCapitals, long, capitals);
}

/** @param long words of some length @param capitals those of them that begin with one */
function casing(line: string, isCapitals: boolean, long: number, capitals: number): Casing {
  if (isCapitals) return 'capitals';
  if (line.trimEnd().endsWith('.')) return 'sentence';
  return long >= 4 && capitals / long > 0.75 ? 'title' : 'sentence';
}
