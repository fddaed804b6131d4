/** The stories that have a term, side by side so that going through them stays in the processor's cache. */
export interface Posting {
  readonly stories: readonly number[];
  /** For each of these stories the sum over its articles of weight / length. */
  readonly sums: readonly number[];
}

interface List {
  readonly stories: number[];
  readonly sums: number[];
  readonly entries: Entry[];
}

/** A term of a story: lies in the story's centroid and, at `place`, in the term's posting. */
export class Entry {
  constructor(
    readonly key: string,
    private readonly list: List,
    private place: number,
  ) {}

  get sum(): number {
    return this.list.sums[this.place]!;
  }

  /** How many stories have the term. */
  get stories(): number {
    return this.list.stories.length;
  }

  increase(by: number): void {
    this.list.sums[this.place]! += by;
  }

  /** Takes the term from the story: the last of the list moves to its place, however long the list. */
  remove(): void {
    const { stories, sums, entries } = this.list;
    const [story, sum, last] = [stories.pop()!, sums.pop()!, entries.pop()!];
    if (last === this) return;
    stories[this.place] = story;
    sums[this.place] = sum;
    entries[this.place] = last;
    last.place = this.place;
  }
}

/** For each term the stories that have it. */
export class Postings {
  private readonly lists = new Map<string, List>();

  of(key: string): Posting {
    return this.lists.get(key) ?? NONE;
  }

  add(key: string, story: number, sum: number): Entry {
    let list = this.lists.get(key);
    if (!list) this.lists.set(key, (list = { stories: [], sums: [], entries: [] }));
    const entry = new Entry(key, list, list.entries.length);
    list.stories.push(story);
    list.sums.push(sum);
    list.entries.push(entry);
    return entry;
  }

  remove(entry: Entry): void {
    entry.remove();
    if (entry.stories === 0) this.lists.delete(entry.key);
  }
}

const NONE: Posting = { stories: [], sums: [] };
