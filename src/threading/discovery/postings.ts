/** The stories that have a term. */
export interface Posting {
  readonly key: string;
  /**
   * Two numbers for each story, side by side so that going through them stays in the processor's cache: where the term
   * stands, of which `storyOf` gives the story, and the sum over the story's articles of weight / length.
   */
  readonly pairs: readonly number[];
  /** Where the term stands in the centroid that is being looked at; -1 where it does not have the term. */
  readonly slot: number;
}

interface List extends Posting {
  readonly pairs: number[];
  slot: number;
}

/** Slots of a centroid at the most, as a power of two. */
const SLOT_BITS = 10;

/** The place of the story that a pair's first number is about. */
export const storyOf = (code: number): number => code >>> SLOT_BITS;
const slotOf = (code: number): number => code & ((1 << SLOT_BITS) - 1);

/** How many stories have a term. */
export const having = ({ pairs }: Posting): number => pairs.length >>> 1;

/** The terms of a story in the order in which they came, numbers side by side: some thousand stories have a million. */
export class Centroid {
  private lists: List[] = [];
  private sums: number[] = [];
  /** Where the story's pair begins in each list. */
  private at: number[] = [];

  constructor(
    private readonly all: Map<string, List>,
    private readonly centroids: readonly Centroid[],
    /** Of the story. */
    private readonly place: number,
  ) {}

  get size(): number {
    return this.lists.length;
  }

  /** Says for every posting, while `look` runs, where in this centroid its term stands. */
  during<T>(look: () => T): T {
    const { lists } = this;
    for (let slot = 0; slot < lists.length; slot++) lists[slot]!.slot = slot;
    try {
      return look();
    } finally {
      for (let slot = 0; slot < lists.length; slot++) lists[slot]!.slot = -1;
    }
  }

  /** Calls `visit` with each term's sum and with how many stories have the term. */
  forEach(visit: (sum: number, stories: number) => void): void {
    const { lists, sums } = this;
    for (let slot = 0; slot < lists.length; slot++) visit(sums[slot]!, having(lists[slot]!));
  }

  terms(): (readonly [key: string, sum: number])[] {
    return this.lists.map(({ key }, slot) => [key, this.sums[slot]!] as const);
  }

  increase(slot: number, by: number): void {
    const sum = this.sums[slot]! + by;
    this.sums[slot] = sum;
    this.lists[slot]!.pairs[this.at[slot]! + 1] = sum;
  }

  /** @param posting of this term, where the caller has it: looking it up among hundreds of thousands takes time */
  add(key: string, sum: number, posting?: Posting): void {
    const code = (this.place << SLOT_BITS) + this.lists.length;
    let list = posting?.key === key ? (posting as List) : this.all.get(key);
    // Most terms have one story: an array of two takes a tenth of the room of one that was empty and grew.
    if (list) list.pairs.push(code, sum);
    else this.all.set(key, (list = { key, pairs: [code, sum], slot: -1 }));
    this.lists.push(list);
    this.sums.push(sum);
    this.at.push(list.pairs.length - 2);
  }

  /** Keeps the terms that `keeps` names by where they stand; the others leave the story. */
  filter(keeps: (slot: number) => boolean): void {
    const { lists, sums, at } = this;
    let kept = 0;
    for (let slot = 0; slot < lists.length; slot++) {
      const [list, pair] = [lists[slot]!, at[slot]!];
      if (!keeps(slot)) {
        this.takeOut(list, pair);
        continue;
      }
      lists[kept] = list;
      sums[kept] = sums[slot]!;
      at[kept] = pair;
      list.pairs[pair] = (this.place << SLOT_BITS) + kept++;
    }
    lists.length = sums.length = at.length = kept;
  }

  /** The last of the list moves to the place of what goes, however long the list. */
  private takeOut(list: List, pair: number): void {
    const { pairs } = list;
    const [sum, code] = [pairs.pop()!, pairs.pop()!];
    if (pairs.length === 0) this.all.delete(list.key);
    if (pairs.length === pair) return;
    pairs[pair] = code;
    pairs[pair + 1] = sum;
    this.centroids[storyOf(code)]!.at[slotOf(code)] = pair;
  }
}

/** For each term the stories that have it. */
export class Postings {
  private readonly lists = new Map<string, List>();
  private readonly centroids: Centroid[] = [];

  of(key: string): Posting {
    return this.lists.get(key) ?? NONE;
  }

  /** The centroid, without terms as yet, of the story at this place. */
  centroid(place: number): Centroid {
    return (this.centroids[place] = new Centroid(this.lists, this.centroids, place));
  }
}

const NONE: Posting = { key: '', pairs: [], slot: -1 };
