/** A term of a story: lies in the story's centroid and, at `place`, in the term's postings. */
export interface Entry {
  readonly key: string;
  /** The story's place in the index. */
  readonly story: number;
  place: number;
}

/** The stories that have a term, side by side so that going through them stays in the processor's cache. */
export interface Posting {
  readonly stories: readonly number[];
  /** For each of these stories the sum over its articles of weight / length². */
  readonly sums: readonly number[];
}

interface List {
  readonly stories: number[];
  readonly sums: number[];
  readonly entries: Entry[];
}

/** For each term the stories that have it. Adding and removing an entry costs the same however long the list. */
export class Postings {
  private readonly lists = new Map<string, List>();

  of(key: string): Posting {
    return this.lists.get(key) ?? NONE;
  }

  sumOf(entry: Entry): number {
    return this.lists.get(entry.key)!.sums[entry.place]!;
  }

  increase(entry: Entry, by: number): void {
    this.lists.get(entry.key)!.sums[entry.place]! += by;
  }

  add(key: string, story: number, sum: number): Entry {
    let list = this.lists.get(key);
    if (!list) this.lists.set(key, (list = { stories: [], sums: [], entries: [] }));
    const entry = { key, story, place: list.entries.length };
    list.stories.push(story);
    list.sums.push(sum);
    list.entries.push(entry);
    return entry;
  }

  remove(entry: Entry): void {
    const list = this.lists.get(entry.key)!;
    const story = list.stories.pop()!;
    const sum = list.sums.pop()!;
    const last = list.entries.pop()!;
    if (last !== entry) {
      list.stories[entry.place] = story;
      list.sums[entry.place] = sum;
      list.entries[entry.place] = last;
      last.place = entry.place;
    }
    if (list.entries.length === 0) this.lists.delete(entry.key);
  }
}

const NONE: Posting = { stories: [], sums: [] };
