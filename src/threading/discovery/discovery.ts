import type { Reason } from '../../domain/story.js';
import { articleTerms, NAME, type ArticleTerms } from './article-terms.js';
import { leadNamesFactor, withLeadNames } from './lead-names.js';
import { closest, leadOf, withLead } from './leads.js';
import { meaningFactor, meaningReason, MOST, withArticle } from './meaning.js';
import { timesFactor, withTimes } from './named-times.js';
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
import { Postings, type Posting } from './postings.js';
import { insert, SHORTLIST, type Ranked } from './ranking.js';
import { Rarity } from './rarity.js';
import type { ThreadingArticle } from '../reading.js';
import { fromSketch, sketchOf, type Story, type StorySketch } from './story-sketch.js';
import { Sums } from './sums.js';

export interface NearestStory {
  readonly storyId: string;
  /** 0.5..1: how probable it is that the article belongs there. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly runnerUp?: { readonly storyId: string; readonly score: number };
}

/** A term of an article with how rare it is among the stories. */
interface WeighedTerm {
  readonly key: string;
  readonly weight: number;
  readonly rarity: number;
  readonly stories: number;
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
    const shared = this.shared(best.story, article);
    return {
      storyId: best.story.storyId,
      score: probability(best.ratio),
      reasons: [...reasonsToJoin(best.story, terms, shared, best.ratio), ...meaningReason(best.meaning)],
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
        centroid: this.postings.centroid(this.stories.length),
        leads: [],
        leadNames: new Map(),
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
    const known = articleTerms(article);
    const { at, times } = known;
    this.absorb(story, terms, length);
    story.leads = withLead(story.leads, leadOf(lead));
    story.leadNames = withLeadNames(story.leadNames, known);
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
    story.centroid.filter(() => false);
    this.stories[place] = undefined;
    this.places.delete(storyId);
    this.weighed = null;
  }

  snapshot(storyId: string): StorySketch {
    const place = this.places.get(storyId);
    const story = place === undefined ? undefined : this.stories[place];
    if (!story) throw new Error(`no story ${storyId} in the index`);
    return sketchOf(story);
  }

  load(sketches: Iterable<StorySketch>): void {
    for (const sketch of sketches) {
      this.remove(sketch.storyId);
      const centroid = this.postings.centroid(this.stories.length);
      this.place(fromSketch(sketch, centroid));
      for (const [key, sum] of sketch.terms) centroid.add(key, sum);
    }
  }

  private place(story: Story): void {
    const place = this.stories.push(story) - 1;
    this.sums.scale(place, story.articles * story.length);
    this.places.set(story.storyId, place);
    this.weighed = null;
  }

  /** How rare a term is that so many stories have. */
  private rarity(stories: number): number {
    return this.parts.rarity ? this.rarities.of(stories, this.places.size) : 1;
  }

  private weigh(article: ThreadingArticle): Weighed {
    if (this.weighed?.article === article) return this.weighed;
    const { weights, names, numbers, lead: leading } = articleTerms(article);
    const terms: WeighedTerm[] = [];
    let square = 0;
    for (const [key, counted] of weights) {
      const posting = this.postings.of(key);
      const stories = posting.stories.length;
      const rarity = this.rarity(stories);
      const weight = this.parts.names || !names.has(key) ? counted : counted / NAME;
      terms.push({ key, weight, rarity, stories, posting });
      square += weight * rarity * (weight * rarity);
    }
    const telling = (key: string): boolean => names.has(key) || numbers.has(key);
    const lead = new Map<string, number>();
    for (const key of leading) {
      lead.set(key, this.rarity(this.postings.of(key).stories.length) * (telling(key) ? NAME : 1));
    }
    this.weighed = { article, terms, length: Math.sqrt(square) || 1, lead };
    return this.weighed;
  }

  /** The nearest stories, those that the article may join first. Ties fall to the smaller id. */
  private rank(weighed: Weighed, { at, times }: ArticleTerms): Ranked<Story>[] {
    const { article, terms, lead } = weighed;
    const { parts } = this;
    const asked = needed(parts.length ? terms.length : TYPICAL_WORDS);
    const { keys, weights } = leadOf(lead);
    const leads = new Map(keys.map((key, i) => [key, weights[i]!]));
    this.sumUp(weighed);
    const { embedding } = article;
    const meaningOf = meaningFactor(
      embedding,
      embedding ? this.sums.places().map((place) => this.stories[place]!) : [],
    );
    const atMost = embedding ? 1 + MOST : 1;
    const single = parts.singleWord ? SINGLE_WORD : 0;
    const shortlist: (Ranked<Story> & { readonly near: number })[] = [];
    // Meaning adds no more than so much, and age only takes away: most need not be asked.
    const least = (): number => ((shortlist[SHORTLIST - 1]?.ratio ?? 0) / atMost) * asked * weighed.length;
    let place = -1;
    while ((place = this.sums.next(place + 1, single, least())) >= 0) {
      const near = this.sums.at(place, single) / weighed.length;
      const story = this.stories[place]!;
      const meaning = meaningOf(story);
      const ratio = (near / asked) * meaning * (parts.age ? freshness(story, at) : 1);
      insert(shortlist, { story, meaning, near, ratio, standing: ratio });
    }
    this.sums.clear();
    const ranked: Ranked<Story>[] = [];
    for (const { story, meaning, near, ratio: whole } of shortlist) {
      const compared = parts.closest && story.leads.length > 0;
      const close = compared ? closestFactor(closest(leads, story.leads), near) : 1;
      const named = parts.leadNames ? this.leadNames(story, article) : 1;
      const ratio = whole * close * named * (parts.times ? timesFactor(times, story.times) : 1);
      const standing = parts.size && ratio >= 1 ? ratio * sizeFactor(story.articles) : ratio;
      insert(ranked, { story, meaning, ratio, standing });
    }
    return ranked;
  }

  private leadNames(story: Story, article: ThreadingArticle): number {
    const rarity = (key: string): number => this.rarity(this.postings.of(key).stories.length);
    const ofStory = (key: string): boolean => this.postings.of(key).slot >= 0;
    return story.centroid.during(() => leadNamesFactor(story, articleTerms(article), ofStory, rarity));
  }

  private sumUp({ terms }: Weighed): void {
    const rarestFirst = [...terms].sort((a, b) => a.stories - b.stories);
    let looked = 0;
    for (const { weight, rarity, stories, posting } of rarestFirst) {
      looked += stories;
      if (looked > MAX_POSTINGS) break;
      this.sums.add(posting, weight * rarity * rarity);
    }
  }

  private lengthOf({ centroid, articles }: Story): number {
    let square = 0;
    centroid.forEach((sum, stories) => {
      const weight = (sum / articles) * this.rarity(stories);
      square += weight * weight;
    });
    return Math.sqrt(square) || 1;
  }

  /** The terms of an article that a story has as well. */
  private shared({ centroid }: Story, article: ThreadingArticle): string[] {
    const { terms } = this.weigh(article);
    return centroid.during(() => terms.filter(({ posting }) => posting.slot >= 0).map(({ key }) => key));
  }

  /** Adds an article's terms to a centroid and keeps the weightiest; what would fall out is not even put in. */
  private absorb({ centroid }: Story, terms: readonly WeighedTerm[], length: number): void {
    const fresh: { key: string; share: number; weight: number }[] = [];
    centroid.during(() => {
      for (const { key, weight, rarity, posting } of terms) {
        const share = weight / length;
        if (posting.slot >= 0) centroid.increase(posting.slot, share);
        else fresh.push({ key, share, weight: share * rarity });
      }
    });
    let least = -1;
    if (centroid.size + fresh.length > MAX_TERMS) {
      const weights: number[] = [];
      centroid.forEach((sum, stories) => weights.push(sum * this.rarity(stories)));
      const all = Float64Array.from([...weights, ...fresh.map(({ weight }) => weight)]).sort();
      least = all[all.length - MAX_TERMS]!;
      centroid.filter((slot) => weights[slot]! >= least);
    }
    for (const { key, share, weight } of fresh) {
      if (weight >= least && centroid.size < MAX_TERMS) centroid.add(key, share);
    }
  }
}
