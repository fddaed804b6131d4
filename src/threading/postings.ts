/** A term of a story: what an article's term is compared with. Lies in the story's centroid and in the term's postings. */
export interface Entry {
  readonly key: string;
  /** The story's place in the index. */
  readonly story: number;
  /** Sum over the story's articles of weight / length²; divided by their number it is the centroid's. */
  sum: number;
  /** Place in the term's postings. */
  place: number;
}

/** For each term the stories that have it. Adding and removing an entry costs the same however long the list. */
export class Postings {
  private readonly lists = new Map<string, Entry[]>();

  of(key: string): readonly Entry[] {
    return this.lists.get(key) ?? NONE;
  }

  add(key: string, story: number, sum: number): Entry {
    let list = this.lists.get(key);
    if (!list) this.lists.set(key, (list = []));
    const entry = { key, story, sum, place: list.length };
    list.push(entry);
    return entry;
  }

  remove(entry: Entry): void {
    const list = this.lists.get(entry.key)!;
    const last = list.pop()!;
    if (last !== entry) {
      list[entry.place] = last;
      last.place = entry.place;
    }
    if (list.length === 0) this.lists.delete(entry.key);
  }
}

const NONE: readonly Entry[] = [];
