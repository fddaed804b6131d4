export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

/** How two clusterings of the same things overlap: sizes of the clusters of each, and of each pair's intersection. */
function overlap(found: readonly string[], gold: readonly string[]) {
  const foundSizes = new Map<string, number>();
  const goldSizes = new Map<string, number>();
  const both = new Map<string, { found: string; gold: string; size: number }>();
  found.forEach((cluster, i) => {
    const story = gold[i]!;
    foundSizes.set(cluster, (foundSizes.get(cluster) ?? 0) + 1);
    goldSizes.set(story, (goldSizes.get(story) ?? 0) + 1);
    const key = JSON.stringify([cluster, story]);
    const known = both.get(key);
    if (known) known.size++;
    else both.set(key, { found: cluster, gold: story, size: 1 });
  });
  return { foundSizes, goldSizes, both: [...both.values()] };
}

/** B-cubed (Bagga and Baldwin 1998): for each thing, how pure and how complete its cluster is, averaged over things. */
export function bCubed(found: readonly string[], gold: readonly string[]): PrecisionRecall {
  const { foundSizes, goldSizes, both } = overlap(found, gold);
  let precision = 0;
  let recall = 0;
  for (const each of both) {
    precision += (each.size * each.size) / foundSizes.get(each.found)!;
    recall += (each.size * each.size) / goldSizes.get(each.gold)!;
  }
  precision /= found.length;
  recall /= found.length;
  return { precision, recall, f1: f1(precision, recall) };
}

const pairs = (size: number): number => (size * (size - 1)) / 2;

/** Of the pairs put together, those that belong together, and the other way round. */
export function pairwise(found: readonly string[], gold: readonly string[]): PrecisionRecall {
  const { foundSizes, goldSizes, both } = overlap(found, gold);
  const sum = (sizes: Iterable<number>): number => [...sizes].reduce((all, size) => all + pairs(size), 0);
  const right = sum(both.map((each) => each.size));
  const precision = right / (sum(foundSizes.values()) || 1);
  const recall = right / (sum(goldSizes.values()) || 1);
  return { precision, recall, f1: f1(precision, recall) };
}

/** Numbers in [0, 1) from a seed (mulberry32): the same order on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  const random = seeded(seed);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
