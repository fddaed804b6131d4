import type { Reason } from '../domain/story.js';
import { articleTerms, NAME, type ArticleTerms } from './article-terms.js';
import { closest, leadOf, withLead, type Lead } from './leads.js';
import { meaningFactor, meaningReason, MOST, withArticle, type StoryMeaning } from './meaning.js';
import { timesFactor, withTimes, type NamedTimes } from './named-times.js';
import {
  ALL_PARTS,
  closestFactor,
  freshness,
  needed,
  probability,
  reasonsToJoin,
  SINGLE_WORD,
  sizeFactor,
  TYPICAL_WORDS,
  type Parts,
} from './nearness.js';
import { Postings, type Entry, type Posting } from './postings.js';
import { insert, SHORTLIST, type Ranked } from './ranking.js';
import { Rarity } from './rarity.js';
import type { ThreadingArticle } from './reading.js';
import { Sums } from './sums.js';

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
  /** How its latest articles begin; sketches of ruleset 1 have none. */
  readonly leads?: readonly Lead[];
  /** Where a model gives articles vectors. */
  readonly meaning?: StoryMeaning;
  readonly times?: NamedTimes;
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
  leads: readonly Lead[];
  meaning?: StoryMeaning | undefined;
  times?: NamedTimes | undefined;
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
  /** Weights of the terms that its lead has. */
  readonly lead: ReadonlyMap<string, number>;
}

export const MAX_TERMS = 100;

/** Postings looked at per decision, rarest terms first: bounds the time however many stories are open. */
const MAX_POSTINGS = 6_000;

/**
 * The discovered stories in memory, as centroids of weighed words over an inverted index: single-pass clustering by
 * cosine (Allan, Papka, Lavrenko 1998), with rarity counted over stories. The few stories nearest as a whole are then
 * compared closely (nearness.ts).
 */
export class StoryIndex {
  private readonly stories: (Story | undefined)[] = [];
  private readonly places = new Map<string, number>();
  private readonly postings = new Postings();
  private readonly rarities = new Rarity();
  private readonly sums = new Sums();
  /** The article weighed last, as long as the index is as it was: what is compared is mostly added next. */
  private weighed: Weighed | null = null;

  /** @param parts fewer, to measure what the others contribute */
  constructor(private readonly parts: Parts = ALL_PARTS) {}

  /** Number of open stories. */
  get size(): number {
    return this.places.size;
  }

  /** Of the open stories. */
  ids(): string[] {
    return [...this.places.keys()];
  }

  /** The story an article belongs to, or null when it is near none. */
  nearest(article: ThreadingArticle): NearestStory | null {
    const terms = articleTerms(article);
    const [best, second] = this.rank(this.weigh(article), terms);
    if (!best || best.ratio < 1) return null;
    return {
      storyId: best.story.storyId,
      score: probability(best.ratio),
      reasons: [...reasonsToJoin(best.story, terms, best.ratio), ...meaningReason(best.meaning)],
      ...(second ? { runnerUp: { storyId: second.story.storyId, score: probability(second.ratio) } } : {}),
    };
  }

  /** Opens a story with its first article. */
  open(storyId: string, article: ThreadingArticle): void {
    if (!this.places.has(storyId)) {
      const at = Date.parse(article.publishedAt);
      this.place({
        storyId,
        articles: 0,
        firstAt: at,
        lastAt: at,
        length: 1,
        centroid: new Map(),
        leads: [],
      });
    }
    this.add(storyId, article);
  }

  /** Adds an article to an open story. @throws when there is no such story */
  add(storyId: string, article: ThreadingArticle): void {
    const place = this.places.get(storyId);
    const story = place === undefined ? undefined : this.stories[place];
    if (place === undefined || !story) throw new Error(`no story ${storyId} in the index`);
    const { terms, length, lead } = this.weigh(article);
    const { at, times } = articleTerms(article);
    this.absorb(story, place, terms, length);
    story.leads = withLead(story.leads, leadOf(lead));
    story.meaning = withArticle(story.meaning, article.embedding);
    story.times = withTimes(story.times, times);
    story.articles++;
    story.firstAt = Math.min(story.firstAt, at);
    story.lastAt = Math.max(story.lastAt, at);
    story.length = this.lengthOf(story);
    this.sums.scale(place, story.articles * story.length);
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
    const { centroid, meaning, times, ...rest } = story;
    const terms = [...centroid.values()].map(({ key, sum }) => [key, sum] as const);
    return { ...rest, terms, ...(meaning && { meaning }), ...(times && { times }) };
  }

  load(sketches: Iterable<StorySketch>): void {
    for (const { terms, leads = [], ...rest } of sketches) {
      this.remove(rest.storyId);
      const centroid = new Map<string, Entry>();
      const place = this.place({ ...rest, leads, centroid });
      for (const [key, sum] of terms) centroid.set(key, this.postings.add(key, place, sum));
    }
  }

  private place(story: Story): number {
    const place = this.stories.push(story) - 1;
    this.sums.scale(place, story.articles * story.length);
    this.places.set(story.storyId, place);
    this.weighed = null;
    return place;
  }

  /** How rare a term is that so many stories have. */
  private rarity(stories: number): number {
    return this.parts.rarity ? this.rarities.of(stories, this.places.size) : 1;
  }

  private weigh(article: ThreadingArticle): Weighed {
    if (this.weighed?.article === article) return this.weighed;
    const { weights, names, numbers, lead: leading } = articleTerms(article);
    const terms: WeighedTerm[] = [];
    const rarities = new Map<string, number>();
    let square = 0;
    for (const [key, counted] of weights) {
      const posting = this.postings.of(key);
      const rarity = this.rarity(posting.stories.length);
      const weight = this.parts.names || !names.has(key) ? counted : counted / NAME;
      rarities.set(key, rarity);
      terms.push({ key, weight, rarity, posting });
      square += (weight * rarity) ** 2;
    }
    const telling = (key: string): boolean => names.has(key) || numbers.has(key);
    const lead = new Map(leading.map((key) => [key, rarities.get(key)! * (telling(key) ? NAME : 1)]));
    this.weighed = { article, terms, length: Math.sqrt(square) || 1, lead };
    return this.weighed;
  }

  /** The nearest stories, those that the article may join first. Ties fall to the smaller id. */
  private rank(weighed: Weighed, { at, times }: ArticleTerms): Ranked<Story>[] {
    const { article, terms, lead } = weighed;
    const { parts } = this;
    const asked = needed(parts.length ? terms.length : TYPICAL_WORDS);
    const leads = new Map(leadOf(lead));
    this.sumUp(weighed);
    const touched = this.sums.places();
    const { embedding } = article;
    const meaningOf = meaningFactor(embedding, embedding ? touched.map((place) => this.stories[place]!) : []);
    const atMost = embedding ? 1 + MOST : 1;
    const single = parts.singleWord ? SINGLE_WORD : 0;
    const shortlist: (Ranked<Story> & { readonly near: number })[] = [];
    for (const place of touched) {
      const near = this.sums.at(place, single) / weighed.length;
      // Meaning adds no more than so much, and age only takes away: most need not be asked.
      if (near <= 0 || (near / asked) * atMost < (shortlist[SHORTLIST - 1]?.ratio ?? 0)) continue;
      const story = this.stories[place]!;
      const meaning = meaningOf(story);
      const ratio = (near / asked) * meaning * (parts.age ? freshness(story, at) : 1);
      insert(shortlist, { story, meaning, near, ratio, standing: ratio });
    }
    this.sums.clear();
    const ranked: Ranked<Story>[] = [];
    for (const { story, meaning, near, ratio: whole } of shortlist) {
      const compared = parts.closest && story.leads.length > 0;
      const asClosest = compared ? whole * closestFactor(closest(leads, story.leads), near) : whole;
      const ratio = parts.times ? asClosest * timesFactor(times, story.times) : asClosest;
      const standing = parts.size && ratio >= 1 ? ratio * sizeFactor(story.articles) : ratio;
      insert(ranked, { story, meaning, ratio, standing });
    }
    return ranked;
  }

  private sumUp({ terms }: Weighed): void {
    const rarestFirst = [...terms].sort((a, b) => a.posting.stories.length - b.posting.stories.length);
    let looked = 0;
    for (const { weight, rarity, posting } of rarestFirst) {
      looked += posting.stories.length;
      if (looked > MAX_POSTINGS) break;
      this.sums.add(posting, weight * rarity * rarity);
    }
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
      const share = weight / length;
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
