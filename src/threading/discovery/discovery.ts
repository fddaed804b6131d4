import type { Reason } from '../../domain/story.js';
import type { ArticleTerms } from './article-terms.js';
import { KnownNames } from './known-names.js';
import { leadNamesFactor, withLeadNames } from './lead-names.js';
import { closest, withLead } from './leads.js';
import { meaningFactor, meaningReason, MOST, withArticle } from './meaning.js';
import { timesFactor, withTimes } from './named-times.js';
import {
  ALL_PARTS,
  closestFactor,
  freshness,
  needed,
  probability,
  reasonsToJoin,
  sizeFactor,
  TYPICAL_WORDS,
  type Parts,
} from './nearness.js';
import { having, Postings, type Posting } from './postings.js';
import { insert, SHORTLIST, type Ranked } from './ranking.js';
import { Rarity } from './rarity.js';
import type { ThreadingArticle } from '../reading.js';
import { fromSketch, sketchOf, type Story, type StorySketch } from './story-sketch.js';
import { Sums } from './sums.js';
import { weigh, type Weighed, type WeighedTerm } from './weighing.js';

export interface NearestStory {
  readonly storyId: string;
  /** 0.5..1: how probable it is that the article belongs there. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly runnerUp?: { readonly storyId: string; readonly score: number };
}

export const MAX_TERMS = 100;

const NO_NAMES: ReadonlyMap<string, number> = new Map();

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
  /** Left by stories that were taken out: other processes' news of stories must not grow the process. */
  private readonly free: number[] = [];
  private readonly postings = new Postings();
  private readonly rarities = new Rarity();
  private readonly names = new KnownNames();
  private readonly sums = new Sums();
  /** The article weighed last, as long as the index is as it was: what is compared is mostly added next. */
  private weighed: Weighed | null = null;

  /** @param parts fewer, to measure what the others contribute */
  constructor(private readonly parts: Parts = ALL_PARTS) {}

  /** Number of open stories. */
  get size(): number {
    return this.places.size;
  }

  has(storyId: string): boolean {
    return this.places.has(storyId);
  }

  /** So many articles have come to a story. */
  articlesIn(storyId: string): number {
    const place = this.places.get(storyId);
    return (place === undefined ? undefined : this.stories[place]?.articles) ?? 0;
  }

  /** Of the open stories. */
  ids(): string[] {
    return [...this.places.keys()];
  }

  /** The story an article belongs to, or null when it is near none. */
  nearest(article: ThreadingArticle): NearestStory | null {
    const weighed = this.weigh(article);
    const [best, second] = this.rank(weighed);
    if (!best || best.ratio < 1) return null;
    const shared = this.shared(best.story, weighed);
    return {
      storyId: best.story.storyId,
      score: probability(best.ratio),
      reasons: [
        ...reasonsToJoin(best.story, weighed.known, shared, best.ratio),
        ...meaningReason(best.meaning),
      ],
      ...(second ? { runnerUp: { storyId: second.story.storyId, score: probability(second.ratio) } } : {}),
    };
  }

  /** Opens a story with its first article. */
  open(storyId: string, article: ThreadingArticle): void {
    if (!this.places.has(storyId)) {
      const at = Date.parse(article.publishedAt);
      const place = this.freePlace();
      this.put(place, {
        storyId,
        articles: 0,
        firstAt: at,
        lastAt: at,
        length: 1,
        centroid: this.postings.centroid(place),
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
    const { terms, length, lead, known } = this.weigh(article);
    const { at, times } = known;
    this.absorb(story, terms, length);
    story.leads = withLead(story.leads, lead);
    const leadNames = withLeadNames(story.leadNames, known);
    this.names.replace(story.leadNames, leadNames);
    story.leadNames = leadNames;
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
    this.names.replace(story.leadNames, NO_NAMES);
    this.stories[place] = undefined;
    this.free.push(place);
    this.places.delete(storyId);
    this.weighed = null;
  }

  snapshot(storyId: string): StorySketch {
    const place = this.places.get(storyId);
    const story = place === undefined ? undefined : this.stories[place];
    if (!story) throw new Error(`no story ${storyId} in the index`);
    return sketchOf(story);
  }

  /** Takes stories as they were stored, in the place of what is here of them. */
  load(sketches: Iterable<StorySketch>): void {
    for (const sketch of sketches) {
      this.remove(sketch.storyId);
      const place = this.freePlace();
      const centroid = this.postings.centroid(place);
      this.put(place, fromSketch(sketch, centroid));
      for (const [key, sum] of sketch.terms) centroid.add(key, sum);
    }
  }

  private freePlace(): number {
    return this.free.pop() ?? this.stories.length;
  }

  private put(place: number, story: Story): void {
    this.stories[place] = story;
    this.sums.scale(place, story.articles * story.length);
    this.places.set(story.storyId, place);
    this.names.replace(NO_NAMES, story.leadNames);
    this.weighed = null;
  }

  /** How rare a term is that so many stories have. */
  private rarity(stories: number): number {
    return this.parts.rarity ? this.rarities.of(stories, this.places.size) : 1;
  }

  private weigh(article: ThreadingArticle): Weighed {
    if (this.weighed?.article === article) return this.weighed;
    const { postings, names } = this;
    const rarity = (stories: number): number => this.rarity(stories);
    return (this.weighed = weigh(article, { postings, names, rarity }, this.parts));
  }

  /** The nearest stories, those that the article may join first. Ties fall to the smaller id. */
  private rank(weighed: Weighed): Ranked<Story>[] {
    const { article, terms, lead, known } = weighed;
    const { at, times } = known;
    const { parts } = this;
    const asked = needed(parts.length ? terms.length : TYPICAL_WORDS);
    const leads = new Map(lead.keys.map((key, i) => [key, lead.weights[i]!]));
    this.sumUp(weighed);
    const { embedding } = article;
    const meaningOf = meaningFactor(
      embedding,
      embedding ? this.sums.places().map((place) => this.stories[place]!) : [],
    );
    const atMost = embedding ? 1 + MOST : 1;
    const shortlist: (Ranked<Story> & { readonly near: number })[] = [];
    // Meaning adds no more than so much, and age only takes away: most need not be asked.
    const least = (): number => ((shortlist[SHORTLIST - 1]?.ratio ?? 0) / atMost) * asked * weighed.length;
    let place = -1;
    while ((place = this.sums.next(place + 1, least())) >= 0) {
      const near = this.sums.at(place) / weighed.length;
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
      const named = parts.leadNames ? this.leadNames(story, known) : 1;
      const ratio = whole * close * named * (parts.times ? timesFactor(times, story.times) : 1);
      const standing = parts.size && ratio >= 1 ? ratio * sizeFactor(story.articles) : ratio;
      insert(ranked, { story, meaning, ratio, standing });
    }
    return ranked;
  }

  private leadNames(story: Story, terms: ArticleTerms): number {
    const rarity = (key: string): number => this.rarity(having(this.postings.of(key)));
    const ofStory = (key: string): boolean => this.postings.of(key).slot >= 0;
    return story.centroid.during(() => leadNamesFactor(story, terms, ofStory, rarity));
  }

  private sumUp({ terms }: Weighed): void {
    const rarestFirst = [...terms].sort((a, b) => a.stories - b.stories);
    let looked = 0;
    for (const { weight, rarity, stories, posting, single } of rarestFirst) {
      looked += stories;
      if (looked > MAX_POSTINGS) break;
      this.sums.add(posting, weight * rarity * rarity, this.parts.singleWord ? single : 0);
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
  private shared({ centroid }: Story, { terms }: Weighed): string[] {
    return centroid.during(() => terms.filter(({ posting }) => posting.slot >= 0).map(({ key }) => key));
  }

  /** Adds an article's terms to a centroid and keeps the weightiest; what would fall out is not even put in. */
  private absorb({ centroid }: Story, terms: readonly WeighedTerm[], length: number): void {
    const fresh: { key: string; posting: Posting; share: number; weight: number }[] = [];
    centroid.during(() => {
      for (const { key, weight, rarity, posting } of terms) {
        const share = weight / length;
        if (posting.slot >= 0) centroid.increase(posting.slot, share);
        else fresh.push({ key, posting, share, weight: share * rarity });
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
    for (const { key, posting, share, weight } of fresh) {
      if (weight >= least && centroid.size < MAX_TERMS) centroid.add(key, share, posting);
    }
  }
}
