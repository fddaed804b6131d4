import { stemsOfRecord } from './words.js';

/** Weighted words of one statement. */
export type Vector = ReadonlyMap<string, number>;

/**
 * Compares the statements of one story. Words that most of them share ("talks", the story's own place) weigh little,
 * by their inverse document frequency among the statements given.
 */
export class Similarity {
  private readonly frequency = new Map<string, number>();

  constructor(
    private readonly bags: readonly (readonly string[])[],
    /** A small story's frequencies say little; as if there were so many more statements without the word. */
    private readonly prior = 8,
  ) {
    for (const bag of bags)
      for (const word of new Set(bag)) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
  }

  vector(bag: readonly string[]): Vector {
    const vector = new Map<string, number>();
    let norm = 0;
    for (const word of new Set(bag)) {
      const weight = Math.log(1 + (this.bags.length + this.prior) / (this.frequency.get(word) ?? 1));
      vector.set(word, weight);
      norm += weight * weight;
    }
    const length = Math.sqrt(norm) || 1;
    for (const [word, weight] of vector) vector.set(word, weight / length);
    return vector;
  }
}

export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

/** Share of the shorter text's content words that the other has too. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}

export const bagOf = (record: { readonly text: string }, names: readonly string[]): string[] => [
  ...stemsOfRecord(record),
  ...names.map((name) => `@${name}`),
];
