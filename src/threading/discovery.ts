import type { Reason } from '../domain/story.js';
import { articleTerms } from './article-terms.js';
import { freshness, probability, reasonsToJoin } from './nearness.js';
import { Postings, type Entry, type Posting } from './postings.js';
import type { ThreadingArticle } from './reading.js';

/** What the index keeps of a discovered story. JSON; the same sketches loaded give the same decisions. */
export interface StorySketch {
  readonly storyId: string;
  readonly articles: number;
  /** Publication of its earliest and latest article, milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Length of the centroid when the story last changed. */
  readonly length: number;
  /** At most `MAX_TERMS` stems with their weight sums. */
  readonly terms: readonly (readonly [key: string, sum: number])[];
}

export interface NearestStory {
  readonly storyId: string;
  /** 0.5..1: how probable it is that the article belongs there. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly runnerUp?: { readonly storyId: string; readonly score: number };
}

interface Story {
  readonly storyId: string;
  articles: number;
  firstAt: number;
  lastAt: number;
  length: number;
  readonly centroid: Map<string, Entry>;
}

/** A story with the article's cosine to it over the cosine that it takes to join. */
interface Ranked {
  readonly story: Story;
  readonly ratio: number;
}

/** A term of an article with how rare it is among the stories. */
interface WeighedTerm {
  readonly key: string;
  readonly weight: number;
  readonly rarity: number;
  readonly posting: Posting;
}

interface Weighed {
  readonly article: ThreadingArticle;
  readonly terms: readonly WeighedTerm[];
  readonly length: number;
}

export const MAX_TERMS = 100;

// Found on the training part of one set of texts and one of headlines, then held against texts not used for it; the
// result is flat around these values. See bench/eval.
const RARITY = { power: 1.25, prior: 40 };
/** Cosine that joins: short articles have few words to share, so less will do. By the logarithm of distinct words. */
const JOIN = { at: 0.22, slope: 0.08, typical: 4.5, least: 0.03 };
/** Of the strongest word in common this much is not counted: happenings of one kind share such a word. */
const SINGLE_WORD = 0.7;
/** Postings looked at per decision, rarest terms first: bounds the time however many stories are open. */
const MAX_POSTINGS = 15_000;

/**
 * The discovered stories in memory, as centroids of weighed words over an inverted index: single-pass clustering by
 * cosine (Allan, Papka, Lavrenko 1998), with rarity counted over stories instead of articles, so that a story of
 * hundreds of reports does not make its own names common.
 */
export class StoryIndex {
  private readonly stories: (Story | undefined)[] = [];
  private readonly places = new Map<string, number>();
  private readonly postings = new Postings();
  /** By place: what a decision adds up, and by how much that is to be divided. */
  private dots = new Float64Array(1024);
  private peaks = new Float64Array(1024);
  private scales = new Float64Array(1024);
  /** The article weighed last, as long as the index is as it was: what is compared is mostly added next. */
  private weighed: Weighed | null = null;

  /** Number of open stories. */
  get size(): number {
    return this.places.size;
  }

  /** The story an article belongs to, or null when it is near none. */
  nearest(article: ThreadingArticle): NearestStory | null {
    const terms = articleTerms(article);
    const [best, second] = this.rank(this.weigh(article), terms.at);
    if (!best || best.ratio < 1) return null;
    return {
      storyId: best.story.storyId,
      score: probability(best.ratio),
      reasons: reasonsToJoin(best.story, terms, best.ratio),
      ...(second ? { runnerUp: { storyId: second.story.storyId, score: probability(second.ratio) } } : {}),
    };
  }

  /** Opens a story with its first article. */
  open(storyId: string, article: ThreadingArticle): void {
    if (!this.places.has(storyId)) {
      const at = Date.parse(article.publishedAt);
      this.place({ storyId, articles: 0, firstAt: at, lastAt: at, length: 1, centroid: new Map() });
    }
    this.add(storyId, article);
  }

  /** Adds an article to an open story. @throws when there is no such story */
  add(storyId: string, article: ThreadingArticle): void {
    const place = this.places.get(storyId);
    const story = place === undefined ? undefined : this.stories[place];
    if (place === undefined || !story) throw new Error(`no story ${storyId} in the index`);
    const { terms, length } = this.weigh(article);
    const { at } = articleTerms(article);
    this.absorb(story, place, terms, length);
    story.articles++;
    story.firstAt = Math.min(story.firstAt, at);
    story.lastAt = Math.max(story.lastAt, at);
    story.length = this.lengthOf(story);
    this.scales[place] = story.articles * story.length;
    this.weighed = null;
  }

  /** Takes a story out: merged into another, or closed. */
  remove(storyId: string): void {
    const place = this.places.get(storyId);
    const story = place === undefined ? undefined : this.stories[place];
    if (place === undefined || !story) return;
    for (const entry of story.centroid.values()) this.postings.remove(entry);
    this.stories[place] = undefined;
    this.places.delete(storyId);
    this.weighed = null;
  }

  snapshot(storyId: string): StorySketch {
    const place = this.places.get(storyId);
    const story = place === undefined ? undefined : this.stories[place];
    if (!story) throw new Error(`no story ${storyId} in the index`);
    const { articles, firstAt, lastAt, length, centroid } = story;
    const terms = [...centroid.values()].map(({ key, sum }) => [key, sum] as const);
    return { storyId, articles, firstAt, lastAt, length, terms };
  }

  load(sketches: Iterable<StorySketch>): void {
    for (const { storyId, articles, firstAt, lastAt, length, terms } of sketches) {
      this.remove(storyId);
      const story: Story = { storyId, articles, firstAt, lastAt, length, centroid: new Map() };
      const place = this.place(story);
      for (const [key, sum] of terms) story.centroid.set(key, this.postings.add(key, place, sum));
    }
  }

  private place(story: Story): number {
    const place = this.stories.push(story) - 1;
    if (place >= this.dots.length) this.grow();
    this.scales[place] = story.articles * story.length;
    this.places.set(story.storyId, place);
    this.weighed = null;
    return place;
  }

  private grow(): void {
    const size = this.dots.length * 2;
    const { scales } = this;
    this.dots = new Float64Array(size);
    this.peaks = new Float64Array(size);
    this.scales = new Float64Array(size);
    this.scales.set(scales);
  }

  /** How rare a term is that so many stories have. */
  private rarity(stories: number): number {
    return Math.log(1 + (this.places.size + RARITY.prior) / (stories + 1)) ** RARITY.power;
  }

  private weigh(article: ThreadingArticle): Weighed {
    if (this.weighed?.article === article) return this.weighed;
    const terms: WeighedTerm[] = [];
    let square = 0;
    for (const [key, weight] of articleTerms(article).weights) {
      const posting = this.postings.of(key);
      const rarity = this.rarity(posting.stories.length);
      terms.push({ key, weight, rarity, posting });
      square += (weight * rarity) ** 2;
    }
    this.weighed = { article, terms, length: Math.sqrt(square) || 1 };
    return this.weighed;
  }

  /** The two nearest stories, by cosine over what is needed to join. Ties fall to the smaller id. */
  private rank({ terms, length }: Weighed, at: number): Ranked[] {
    const { dots, peaks, scales } = this;
    const touched: number[] = [];
    const rarestFirst = [...terms].sort((a, b) => a.posting.stories.length - b.posting.stories.length);
    let looked = 0;
    for (const { weight, rarity, posting } of rarestFirst) {
      const { stories, sums } = posting;
      looked += stories.length;
      if (looked > MAX_POSTINGS) break;
      const factor = weight * rarity * rarity;
      for (let i = 0; i < stories.length; i++) {
        const story = stories[i]!;
        const part = factor * sums[i]!;
        if (dots[story] === 0) touched.push(story);
        dots[story]! += part;
        if (part > peaks[story]!) peaks[story] = part;
      }
    }
    const needed = Math.max(JOIN.least, JOIN.at + JOIN.slope * (Math.log(terms.length + 1) - JOIN.typical));
    const ranked: Ranked[] = [];
    for (const place of touched) {
      const near = dots[place]! - SINGLE_WORD * peaks[place]!;
      dots[place] = peaks[place] = 0;
      const closest = near / (scales[place]! * length * needed);
      // Age only takes away: what is behind the second already need not be dated.
      if (ranked.length < 2 || closest >= ranked[1]!.ratio) {
        const story = this.stories[place]!;
        keepTwoBest(ranked, { story, ratio: closest * freshness(story, at) });
      }
    }
    return ranked;
  }

  private lengthOf(story: Story): number {
    let square = 0;
    for (const { sum, stories } of story.centroid.values()) {
      square += ((sum / story.articles) * this.rarity(stories)) ** 2;
    }
    return Math.sqrt(square) || 1;
  }

  /** Adds an article's terms to a centroid and keeps the weightiest; what would fall out is not even put in. */
  private absorb(story: Story, place: number, terms: readonly WeighedTerm[], length: number): void {
    const { centroid } = story;
    const fresh: { key: string; share: number; weight: number }[] = [];
    for (const { key, weight, rarity } of terms) {
      const share = weight / (length * length);
      const entry = centroid.get(key);
      if (entry) entry.increase(share);
      else fresh.push({ key, share, weight: share * rarity });
    }
    let least = -1;
    if (centroid.size + fresh.length > MAX_TERMS) {
      const weights = fresh.map(({ weight }) => weight);
      for (const { sum, stories } of centroid.values()) weights.push(sum * this.rarity(stories));
      least = weights.sort((a, b) => b - a)[MAX_TERMS - 1]!;
      for (const entry of centroid.values()) {
        if (entry.sum * this.rarity(entry.stories) >= least) continue;
        centroid.delete(entry.key);
        this.postings.remove(entry);
      }
    }
    for (const { key, share, weight } of fresh) {
      if (weight < least || centroid.size >= MAX_TERMS) continue;
      centroid.set(key, this.postings.add(key, place, share));
    }
  }
}

/** Whether `a` comes before `b`: nearer, or as near with the smaller id. */
const precedes = (a: Ranked, b: Ranked | undefined): boolean =>
  !b || a.ratio > b.ratio || (a.ratio === b.ratio && a.story.storyId < b.story.storyId);

function keepTwoBest(ranked: Ranked[], next: Ranked): void {
  if (precedes(next, ranked[0])) ranked.unshift(next);
  else if (precedes(next, ranked[1])) ranked.splice(1, 0, next);
  if (ranked.length > 2) ranked.pop();
}
