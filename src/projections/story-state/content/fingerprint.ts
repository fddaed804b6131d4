import { hash32, words } from './words.js';

const SHINGLE = 4;
/** Near-copies differ in at most so many of 64 bits; two unrelated texts do so once in four million pairs. */
const MAX_DISTANCE = 12;

/**
 * A text's print: 8 hex digits of its smallest shingle hash (min-hash, Broder 1997), equal for two texts as likely as
 * their shingles overlap, and 16 of a simhash (Charikar 2002) over shingles of four words. Empty for under ten words.
 */
export function fingerprint(text: string): string {
  const list = words(text);
  if (list.length < 10) return '';
  const joined = list.join(' ');
  // Where each word begins and ends in it: a shingle is a stretch, and no text of its own has to be made for it.
  const starts: number[] = [];
  const ends: number[] = [];
  for (const word of list) {
    starts.push(ends.length === 0 ? 0 : ends.at(-1)! + 1);
    ends.push(starts.at(-1)! + word.length);
  }
  const ones = new Int32Array(64);
  const shingles = list.length - SHINGLE + 1;
  let smallest = 0xffffffff;
  for (let i = 0; i < shingles; i++) {
    const start = starts[i]!;
    const end = ends[i + SHINGLE - 1]!;
    const low = hash32(joined, 0, start, end);
    const high = hash32(joined, 0x5bd1e995, start, end);
    if (low < smallest) smallest = low;
    for (let bit = 0; bit < 32; bit++) {
      ones[bit]! += (low >>> bit) & 1;
      ones[bit + 32]! += (high >>> bit) & 1;
    }
  }
  return hex(smallest) + bits(ones, 32, shingles) + bits(ones, 0, shingles);
}

/** Whether two prints are of the same text but for small edits. */
export const nearCopies = (a: string, b: string): boolean =>
  a !== '' && b !== '' && countDistinct([a, b]) === 1;

/** Texts among these that are no near-copies of one before them. */
export function countDistinct(prints: readonly string[]): number {
  const distinct: [number, number][] = [];
  for (const print of prints) {
    const high = parseInt(print.slice(8, 16), 16);
    const low = parseInt(print.slice(16, 24), 16);
    if (!distinct.some(([h, l]) => popcount(h ^ high) + popcount(l ^ low) <= MAX_DISTANCE))
      distinct.push([high, low]);
  }
  return distinct.length;
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');

/** Each bit as most have it. */
function bits(ones: Int32Array, from: number, of: number): string {
  let n = 0;
  for (let bit = 0; bit < 32; bit++) if (2 * ones[from + bit]! > of) n |= 1 << bit;
  return hex(n);
}

function popcount(n: number): number {
  n -= (n >>> 1) & 0x55555555;
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
