/**
 * How much an aggregate keeps. An aggregate is stored as a keyframe for about one article in thirty, so with every cap
 * reached it weighs some 80 kB of JSON (bounded in aggregate.spec.ts), whatever the length of the story.
 */
export interface AggregateLimits {
  /** Of each kind of statement: the most recent, and the weightiest of all time; see `Quota`. */
  readonly developments: Quota;
  readonly figures: Quota;
  readonly claims: Quota;
  /** Entities by mentions. */
  readonly entities: number;
  readonly aliases: number;
  /** Days by mentions, with their counts. */
  readonly dates: number;
  readonly publishers: number;
  readonly articles: number;
  /** Text prints in the sample that finds copies; up to here origins are counted exactly. */
  readonly prints: number;
  readonly sources: number;
}

export interface Quota {
  readonly recent: number;
  readonly recentPerGroup: number;
  readonly best: number;
  readonly bestPerGroup: number;
  /** So that the weightiest are not all of one month; groups lie within months. */
  readonly bestPerMonth: number;
}

export const AGGREGATE_LIMITS: AggregateLimits = {
  developments: { recent: 24, recentPerGroup: 5, best: 44, bestPerGroup: 2, bestPerMonth: 10 },
  figures: { recent: 20, recentPerGroup: 5, best: 24, bestPerGroup: 3, bestPerMonth: 8 },
  claims: { recent: 14, recentPerGroup: 8, best: 8, bestPerGroup: 2, bestPerMonth: 3 },
  entities: 100,
  aliases: 4,
  dates: 250,
  publishers: 120,
  articles: 12,
  prints: 128,
  sources: 3,
};

/** What a rendered state shows of an aggregate. */
export interface RenderLimits {
  readonly summary: number;
  readonly timeline: number;
  /** Entries of one day. */
  readonly timelinePerDay: number;
  /** Whether to show what reports tell in passing of other matters. */
  readonly asides: boolean;
  readonly figures: number;
  readonly values: number;
  readonly claims: number;
  readonly entities: number;
  readonly articles: number;
  readonly publishers: number;
  readonly names: number;
  readonly sources: number;
}

export const RENDER_LIMITS: RenderLimits = {
  summary: 5,
  timeline: 40,
  timelinePerDay: 5,
  asides: false,
  figures: 20,
  values: 6,
  claims: 14,
  entities: 30,
  articles: 12,
  publishers: 40,
  names: 6,
  sources: 3,
};

const ALL = Number.MAX_SAFE_INTEGER;
const ALL_OF_KIND: Quota = { recent: ALL, recentPerGroup: ALL, best: 0, bestPerGroup: 0, bestPerMonth: 0 };

/** For the paged routes, which show everything. */
export const NO_AGGREGATE_LIMITS: AggregateLimits = {
  developments: ALL_OF_KIND,
  figures: ALL_OF_KIND,
  claims: ALL_OF_KIND,
  entities: ALL,
  aliases: ALL,
  dates: ALL,
  publishers: ALL,
  articles: ALL,
  prints: 2_000,
  sources: ALL,
};

export const NO_RENDER_LIMITS: RenderLimits = {
  summary: 5,
  timeline: ALL,
  timelinePerDay: ALL,
  asides: true,
  figures: ALL,
  values: ALL,
  claims: ALL,
  entities: ALL,
  articles: ALL,
  publishers: ALL,
  names: ALL,
  sources: ALL,
};
