import type { Span } from './statements.js';

/**
 * Parts of the hash space that keep their smallest hash each, and of it the last byte. With 128 what two texts have in
 * common is known to three hundredths, which tells a rewritten report from two that quote one statement; with 64 it is
 * four and a half.
 */
const BINS = 128;
/** The first bits of a hash are its part of the space. */
const BIN_SHIFT = 32 - Math.log2(BINS);
const NOTHING = 0xff;
/** Words that follow each other in both texts: four seldom do by chance. */
const SHINGLE = 4;
/** A text of fewer words says too little to be told from another. */
const MIN_WORDS = 10;
const MOST_COUNTED = 0xffff;

/**
 * A text's print, by which copies are found without the text: a one-permutation min-hash (Li, Owen, Zhang 2012) of its
 * shingles of four words, with one byte of each smallest hash (Li, König 2010), and their number. Case, accents and
 * punctuation don't matter. 176 characters of base64; empty for fewer than ten words.
 */
export function printOf(text: string): string {
  const hashes = wordHashes(text);
  if (hashes.length < MIN_WORDS) return '';
  const smallest = new Float64Array(BINS).fill(Infinity);
  const shingles = hashes.length - SHINGLE + 1;
  for (let i = 0; i < shingles; i++) {
    const hash = combine(hashes, i);
    const bin = hash >>> BIN_SHIFT;
    if (hash < smallest[bin]!) smallest[bin] = hash;
  }
  const bytes = new Uint8Array(BINS + 2);
  smallest.forEach(
    (hash, bin) => (bytes[bin] = hash === Infinity ? NOTHING : Math.min(hash % 256, NOTHING - 1)),
  );
  const count = Math.min(shingles, MOST_COUNTED);
  bytes.set([count >> 8, count & 0xff], BINS);
  return Buffer.from(bytes).toString('base64');
}

/** What a print is taken of: the passages, without the page's furniture between them. */
export const passageText = (text: string, passages: readonly Span[]): string =>
  passages.map(({ start, end }) => text.slice(start, end)).join('\n');

/** A print, ready to be compared. */
export interface Print {
  readonly bins: Uint8Array;
  readonly shingles: number;
}

/** @returns null for an empty print, or one that is none */
export function readPrint(print: string): Print | null {
  const bytes = Buffer.from(print, 'base64');
  if (bytes.length !== BINS + 2) return null;
  return { bins: bytes.subarray(0, BINS), shingles: bytes.readUInt16BE(BINS) };
}

/** How much two texts have in common, by their prints. */
export interface Overlap {
  /** Part of all their shingles that both have, 0..1; exact to about three hundredths. */
  readonly both: number;
  /** Part of the shorter one's shingles that the other has, 0..1. */
  readonly ofShorter: number;
}

export function overlap(a: Print, b: Print): Overlap {
  let common = 0;
  let empty = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const byte = a.bins[bin];
    if (byte !== b.bins[bin]) continue;
    if (byte === NOTHING) empty += 1;
    else common += 1;
  }
  const full = BINS - empty;
  // Bytes are alike by chance once in 255 times.
  const both = full === 0 ? 0 : Math.max(0, (common - full / 255) / (full - full / 255));
  const ofShorter = (both * (a.shingles + b.shingles)) / ((1 + both) * Math.min(a.shingles, b.shingles));
  return { both, ofShorter: Math.min(1, ofShorter) };
}

/** Two bins side by side: texts of which a quarter is common share a pair nearly always, others hardly ever. */
const PAIR = 2;

/** Keys for an index of prints: copies have one in common, numbers up to 2^23. */
export function printBands({ bins }: Print): number[] {
  const bands: number[] = [];
  for (let bin = 0; bin <= BINS - PAIR; bin++) {
    const [first, second] = [bins[bin]!, bins[bin + 1]!];
    if (first !== NOTHING && second !== NOTHING) bands.push(bin * 65_536 + first * 256 + second);
  }
  return bands;
}

/** The same text; the same with edits or cuts; another that has whole sentences of it. */
export type CopyKind = 'copy' | 'edited' | 'rewritten';

/** Of both together, or of the shorter text, so much stands in the other one, by kind. */
const EXACT = 0.9;
const EDITED = 0.6;
const REWRITTEN = 0.3;
/** Less than this of both together may be one statement that both quote, or chance. */
const MORE_THAN_QUOTED = 0.13;
/** A digest of a long report has less of both together, and then more of its own from there. */
const DIGEST = { both: 0.06, ofShorter: 0.4 };

/** What one of two texts is to the other; null for texts written apart. */
export function copyKind({ both, ofShorter }: Overlap): CopyKind | null {
  const digest = both >= DIGEST.both && ofShorter >= DIGEST.ofShorter;
  if (!digest && (both < MORE_THAN_QUOTED || ofShorter < REWRITTEN)) return null;
  if (both >= EXACT) return 'copy';
  return ofShorter >= EDITED ? 'edited' : 'rewritten';
}

/** A hash of each word, FNV-1a over its characters; no word is cut out as a text of its own, which takes thrice the time. */
function wordHashes(text: string): number[] {
  const folded = text.normalize('NFD').toLowerCase();
  const hashes: number[] = [];
  let hash = 0;
  for (let i = 0; i <= folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code >= 0x300 && code < 0x370) continue;
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
function combine(hashes: readonly number[], from: number): number {
  let h = 0;
  for (let i = from; i < from + SHINGLE; i++)
    h = Math.imul(((h << 13) | (h >>> 19)) ^ hashes[i]!, 0xcc9e2d51);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
