import { cosine, type Vector } from '../content/similarity.js';
import { fold, isStopWord, stem, words } from '../content/words.js';

/** One article of a story, as suggestions compare it. */
export interface Report {
  readonly id: string;
  /** Publication, milliseconds. */
  readonly at: number;
  /** Stems of its headline, and its names as `@name`, with the words they stand for. */
  readonly terms: ReadonlyMap<string, string>;
}

/** A story with its newest articles. */
export interface StoryEvidence {
  readonly id: string;
  readonly tracked: boolean;
  readonly reports: readonly Report[];
}

/** @param names of its people, organisations and places, in all their spellings */
export function reportOf(id: string, at: number, title: string, names: readonly string[]): Report {
  const headline = words(title)
    .filter((word) => !isStopWord(word))
    .map((word): [string, string] => [stem(word), word]);
  return {
    id,
    at,
    terms: new Map([...headline, ...names.map((name): [string, string] => [`@${fold(name)}`, name])]),
  };
}

/** A name tells twice as much as a word of a headline. */
const NAME = 2;
/** As if there were so many more stories: with three of them, nothing can be said to be rare. */
const PRIOR = 20;

/** How rare each term is among stories. */
export class Rarity {
  private readonly stories = new Map<string, number>();
  private readonly written = new Map<string, string>();

  constructor(private readonly all: readonly StoryEvidence[]) {
    for (const { reports } of all) {
      const found = new Map(reports.flatMap(({ terms }) => [...terms]));
      for (const [term, written] of found) {
        this.stories.set(term, (this.stories.get(term) ?? 0) + 1);
        if (!this.written.has(term)) this.written.set(term, written);
      }
    }
  }

  /** A term as somebody wrote it. */
  readable(term: string): string {
    return this.written.get(term) ?? term;
  }

  storiesWith(term: string): number {
    return this.stories.get(term) ?? 0;
  }

  weight(term: string): number {
    const rarity = Math.log((this.all.length + PRIOR) / (this.storiesWith(term) + 1));
    return Math.max(0, rarity) * (term.startsWith('@') ? NAME : 1);
  }

  /** Terms by the share of the reports that have them and how rare they are; of length 1. */
  vector(reports: readonly Report[]): Vector {
    const vector = new Map<string, number>();
    for (const { terms } of reports)
      for (const term of terms.keys()) vector.set(term, (vector.get(term) ?? 0) + 1);
    let square = 0;
    for (const [term, count] of vector) {
      const weight = (count / reports.length) * this.weight(term);
      vector.set(term, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [term, weight] of vector) vector.set(term, weight / length);
    return vector;
  }
}

/** What two vectors have in common, the weightiest first, as it is written. */
export function shared(a: Vector, b: Vector, rarity: Rarity): { names: string[]; words: string[] } {
  const common = [...a]
    .flatMap(([term, weight]) => {
      const other = b.get(term);
      return other ? [{ term, weight: weight * other }] : [];
    })
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
    .map(({ term }) => term);
  return {
    names: common.filter((term) => term.startsWith('@')).map((term) => rarity.readable(term)),
    words: common.filter((term) => !term.startsWith('@')).map((term) => rarity.readable(term)),
  };
}

/** The weightiest terms of a vector that another has not or hardly has, as they are written. */
export function own(a: Vector, b: Vector, rarity: Rarity, most: number): string[] {
  const terms = [...a]
    .filter(([term, weight]) => weight > 2 * (b.get(term) ?? 0))
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .map(([term]) => rarity.readable(term));
  // A name of one word is a word of headlines, too.
  return [...new Map(terms.map((term) => [fold(term), term])).values()].slice(0, most);
}

export const span = (reports: readonly Report[]): { first: number; last: number } => {
  const times = reports.map(({ at }) => at);
  return { first: Math.min(...times), last: Math.max(...times) };
};

export { cosine };
