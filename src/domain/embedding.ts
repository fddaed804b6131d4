/** A vector with the model it is of: vectors of two models have nothing to say to each other. */
export interface Embedding {
  readonly model: string;
  /** See {@link packVector}. */
  readonly vector: string;
}

const FULL = 127;

/**
 * A vector in bytes: one signed byte per dimension, the longest at 127, in base64. Its length is lost, its direction
 * off by less than a hundredth, which is all that cosine needs; a quarter of the size of floats, and the same on every
 * machine.
 */
export function packVector(vector: readonly number[]): string {
  const most = vector.reduce((max, it) => Math.max(max, Math.abs(it)), 0) || 1;
  return Buffer.from(Int8Array.from(vector, (it) => Math.round((it / most) * FULL)).buffer).toString(
    'base64',
  );
}

/** -1..1; null when the two are not of one model. */
export function similarity(a: Embedding | undefined, b: Embedding | undefined): number | null {
  if (!a || !b || a.model !== b.model) return null;
  const [left, right] = [unpack(a.vector), unpack(b.vector)];
  if (left.length !== right.length) return null;
  let dot = 0;
  let leftSquare = 0;
  let rightSquare = 0;
  for (let i = 0; i < left.length; i++) {
    dot += left[i]! * right[i]!;
    leftSquare += left[i]! ** 2;
    rightSquare += right[i]! ** 2;
  }
  return dot / (Math.sqrt(leftSquare * rightSquare) || 1);
}

const unpack = (vector: string): Int8Array => new Int8Array(Buffer.from(vector, 'base64'));

/** The direction between two vectors of one model, the first being the mean of `weight` others. */
export function meanVector(mean: string, weight: number, next: string): string {
  const [a, b] = [unit(unpack(mean)), unit(unpack(next))];
  return packVector(a.map((it, i) => it * weight + b[i]!));
}

function unit(vector: Int8Array): number[] {
  const length = Math.hypot(...vector) || 1;
  return Array.from(vector, (it) => it / length);
}
