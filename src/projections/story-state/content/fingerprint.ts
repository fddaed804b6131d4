import { fold } from './words.js';

const SHINGLE = 4;
/** Shingles are counted up to 2^30. */
const COUNTER_BITS = 30;
/** Near-copies differ in at most so many of 64 bits; two unrelated texts do so once in four million pairs. */
const MAX_DISTANCE = 12;

/**
 * A text's print: 8 hex digits of its smallest shingle hash (min-hash, Broder 1997), equal for two texts as likely as
 * their shingles overlap, and 16 of a simhash (Charikar 2002) over shingles of four words. Empty for under ten words.
 */
export function fingerprint(text: string): string {
  const hashes = wordHashes(text);
  if (hashes.length < 10) return '';
  const lowOnes = new Int32Array(COUNTER_BITS);
  const highOnes = new Int32Array(COUNTER_BITS);
  const shingles = hashes.length - SHINGLE + 1;
  let smallest = 0xffffffff;
  for (let i = 0; i < shingles; i++) {
    const low = combine(hashes, i, 0);
    const high = combine(hashes, i, 0x5bd1e995);
    if (low < smallest) smallest = low;
    count(lowOnes, low);
    count(highOnes, high);
  }
  return hex(smallest) + mostly(highOnes, shingles) + mostly(lowOnes, shingles);
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

/** A hash of each word, FNV-1a over its characters; no word is cut out as a text of its own, which takes thrice the time. */
function wordHashes(text: string): number[] {
  const folded = fold(text);
  const hashes: number[] = [];
  let hash = 0;
  for (let i = 0; i <= folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (isOfWord(code)) hash = Math.imul((hash || 0x811c9dc5) ^ code, 0x01000193);
    else if (hash !== 0) {
      hashes.push(hash);
      hash = 0;
    }
  }
  return hashes;
}

/** Letters and digits, and whatever is neither ASCII nor general punctuation. */
const isOfWord = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && (code < 0x2000 || code > 0x206f));

/** Of a shingle's words in order; 32 bits unsigned, finished as in MurmurHash3. */
function combine(hashes: readonly number[], from: number, seed: number): number {
  let h = seed;
  for (let i = from; i < from + SHINGLE; i++)
    h = Math.imul(((h << 13) | (h >>> 19)) ^ hashes[i]!, 0xcc9e2d51);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');

/** Adds each of 32 bits to its own counter: 32 counters side by side, one plane for each binary digit of theirs. */
function count(planes: Int32Array, bits: number): void {
  for (let plane = 0; bits !== 0; plane++) {
    const carry = planes[plane]! & bits;
    planes[plane]! ^= bits;
    bits = carry;
  }
}

/** Each bit as most have it. */
function mostly(planes: Int32Array, of: number): string {
  let n = 0;
  for (let bit = 0; bit < 32; bit++) {
    let ones = 0;
    for (let plane = 0; 1 << plane <= of; plane++) ones |= ((planes[plane]! >>> bit) & 1) << plane;
    if (2 * ones > of) n |= 1 << bit;
  }
  return hex(n);
}

function popcount(n: number): number {
  n -= (n >>> 1) & 0x55555555;
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
