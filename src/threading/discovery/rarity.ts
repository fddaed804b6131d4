/** Stories that are thought to be there before the first one: the first few say little about which words are rare. */
const PRIOR = 40;
const POWER = 1.25;

/** All stories are counted to a hundredth: one more of thousands makes nothing rarer, and all would be computed anew. */
const COUNTED_BITS = 7;

/**
 * How rare a term is, by the stories that have it: inverse document frequency with stories for documents, so that a
 * story of hundreds of reports does not make its own names common. Remembered until the number of stories changes.
 */
export class Rarity {
  private readonly known = new Float64Array(8192);
  private size = -1;

  /** @param having stories with the term @param stories all of them */
  of(having: number, stories: number): number {
    const size = counted(stories);
    if (size !== this.size) {
      this.known.fill(0);
      this.size = size;
    }
    if (having >= this.known.length) return compute(having, size);
    return (this.known[having] ||= compute(having, size));
  }
}

/** Zero bits after the first few. */
function counted(stories: number): number {
  const bits = Math.max(0, 32 - Math.clz32(stories) - COUNTED_BITS);
  return (stories >>> bits) << bits;
}

const compute = (having: number, size: number): number =>
  Math.log(1 + (size + PRIOR) / (having + 1)) ** POWER;
