/** The stories that have a term, side by side so that going through them stays in the processor's cache. */
export interface Posting {
  readonly key: string;
  readonly stories: readonly number[];
  /** For each of these stories the sum over its articles of weight / length. */
  readonly sums: readonly number[];
  /** Where the term stands in the centroid that is being looked at; -1 where it does not have the term. */
  readonly slot: number;
}

interface List extends Posting {
  readonly stories: number[];
  readonly sums: number[];
  readonly centroids: Centroid[];
  /** For each of these centroids where the term stands in it. */
  readonly slots: number[];
  slot: number;
}

/** The terms of a story in the order in which they came, numbers side by side: some thousand stories have a million. */
export class Centroid {
  private lists: List[] = [];
  private sums: number[] = [];
  /** Where the story stands in each list. */
  private at: number[] = [];

  constructor(
    private readonly all: Map<string, List>,
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
    for (let slot = 0; slot < lists.length; slot++) visit(sums[slot]!, lists[slot]!.stories.length);
  }

  terms(): (readonly [key: string, sum: number])[] {
    return this.lists.map(({ key }, slot) => [key, this.sums[slot]!] as const);
  }

  increase(slot: number, by: number): void {
    const sum = this.sums[slot]! + by;
    this.sums[slot] = sum;
    this.lists[slot]!.sums[this.at[slot]!] = sum;
  }

  add(key: string, sum: number): void {
    const slot = this.lists.length;
    let list = this.all.get(key);
    if (list) {
      list.stories.push(this.place);
      list.sums.push(sum);
      list.centroids.push(this);
      list.slots.push(slot);
    } else {
      // Most terms have one story: arrays of one take a tenth of the room of arrays that were empty and grew.
      const [stories, sums, centroids, slots] = [[this.place], [sum], [this], [slot]];
      this.all.set(key, (list = { key, stories, sums, centroids, slots, slot: -1 }));
    }
    this.lists.push(list);
    this.sums.push(sum);
    this.at.push(list.stories.length - 1);
  }

  /** Keeps the terms that `keeps` names by where they stand; the others leave the story. */
  filter(keeps: (slot: number) => boolean): void {
    const { lists, sums, at } = this;
    let kept = 0;
    for (let slot = 0; slot < lists.length; slot++) {
      const [list, place] = [lists[slot]!, at[slot]!];
      if (!keeps(slot)) {
        this.takeOut(list, place);
        continue;
      }
      lists[kept] = list;
      sums[kept] = sums[slot]!;
      at[kept] = place;
      list.slots[place] = kept++;
    }
    lists.length = sums.length = at.length = kept;
  }

  /** The last of the list moves to the place of what goes, however long the list. */
  private takeOut(list: List, place: number): void {
    const [story, sum] = [list.stories.pop()!, list.sums.pop()!];
    const [centroid, slot] = [list.centroids.pop()!, list.slots.pop()!];
    if (list.stories.length === 0) this.all.delete(list.key);
    if (centroid === this) return;
    list.stories[place] = story;
    list.sums[place] = sum;
    list.centroids[place] = centroid;
    list.slots[place] = slot;
    centroid.at[slot] = place;
  }
}

/** For each term the stories that have it. */
export class Postings {
  private readonly lists = new Map<string, List>();

  of(key: string): Posting {
    return this.lists.get(key) ?? NONE;
  }

  /** The centroid, without terms as yet, of the story at this place. */
  centroid(place: number): Centroid {
    return new Centroid(this.lists, place);
  }
}

const NONE: Posting = { key: '', stories: [], sums: [], slot: -1 };
