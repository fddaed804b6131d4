import { withoutDates } from './dateless.js';
import { contentStems } from './words.js';

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

/** How many words two statements share, and what part of the shorter one's that is. */
export function sharedWords(a: Vector, b: Vector): { count: number; share: number } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const word of small.keys()) if (large.has(word)) count += 1;
  return { count, share: small.size === 0 ? 0 : count / small.size };
}

/** Share of the shorter text's content words that the other has too. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}

const told = new WeakMap<object, readonly string[]>();

/** What a record tells, without when: that is compared apart. Kept as long as the record is. */
export function bagOf(record: { readonly text: string }, names: readonly string[]): string[] {
  let stems = told.get(record);
  if (stems === undefined) told.set(record, (stems = contentStems(withoutDates(record.text))));
  return [...stems, ...names.map((name) => `@${name}`)];
}
