import type { Vector } from '../content/similarity.js';
import { cosine, own, span, type Rarity, type Report, type StoryEvidence } from './evidence.js';

export interface Part {
  readonly articles: readonly string[];
  /** Milliseconds. */
  readonly first: number;
  readonly last: number;
  /** Names and words of this part that the other has not. */
  readonly terms: readonly string[];
}

/** A story that looks like two. */
export interface Split {
  readonly story: string;
  /** 0..1 */
  readonly score: number;
  /** How alike the two parts are, 0..1, and on average an article and the rest of its part. */
  readonly between: number;
  readonly within: number;
  /** The older first. */
  readonly parts: readonly [Part, Part];
}

/** Fewer articles show no pattern. */
const LEAST_ARTICLES = 6;
const LEAST_PART = 3;
const LEAST_SHARE = 0.2;
const ROUNDS = 6;
/** The parts have to be this unlike; found on pairs of stories put together, and on stories left whole. */
const MOST_BETWEEN = 0.15;
const LEAST_RATIO = 2.5;

/** Whether a story's articles fall into two that have little in common: 2-means from two beginnings, by cosine. */
export function suggestSplit({ id, reports }: StoryEvidence, rarity: Rarity): Split | null {
  if (reports.length < LEAST_ARTICLES) return null;
  const inTime = [...reports].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const vectors = new Map(inTime.map((report) => [report, rarity.vector([report])]));
  let best: Split | null = null;
  for (const seeds of [farApart(inTime, vectors), aroundLargestGap(inTime)]) {
    const parts = cluster(inTime, seeds, vectors, rarity);
    const split = parts && judge(id, parts, vectors, rarity);
    if (split && (!best || split.score > best.score)) best = split;
  }
  return best;
}

type Halves = readonly [readonly Report[], readonly Report[]];

/** The first report, the one least like it, and the one least like that. */
function farApart(reports: readonly Report[], vectors: ReadonlyMap<Report, Vector>): Halves {
  const farthest = (from: Report): Report =>
    reports.reduce((far, each) =>
      cosine(vectors.get(each)!, vectors.get(from)!) < cosine(vectors.get(far)!, vectors.get(from)!)
        ? each
        : far,
    );
  const one = farthest(reports[0]!);
  return [[one], [farthest(one)]];
}

function aroundLargestGap(reports: readonly Report[]): Halves {
  let cut = 1;
  for (let i = 2; i < reports.length; i++) {
    if (reports[i]!.at - reports[i - 1]!.at > reports[cut]!.at - reports[cut - 1]!.at) cut = i;
  }
  return [reports.slice(0, cut), reports.slice(cut)];
}

function cluster(
  reports: readonly Report[],
  seeds: Halves,
  vectors: ReadonlyMap<Report, Vector>,
  rarity: Rarity,
): Halves | null {
  let halves = seeds;
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = halves.map((half) => rarity.vector(half)) as [Vector, Vector];
    const inA = reports.map((report) => cosine(vectors.get(report)!, a) >= cosine(vectors.get(report)!, b));
    halves = [reports.filter((_, i) => inA[i]), reports.filter((_, i) => !inA[i])];
    if (halves.some((half) => half.length === 0)) return null;
  }
  return halves;
}

function judge(
  story: string,
  halves: Halves,
  vectors: ReadonlyMap<Report, Vector>,
  rarity: Rarity,
): Split | null {
  const [a, b] = halves;
  const least = Math.max(LEAST_PART, LEAST_SHARE * (a.length + b.length));
  if (a.length < least || b.length < least) return null;
  const [x, y] = [rarity.vector(a), rarity.vector(b)];
  const between = cosine(x, y);
  const within = Math.min(coherence(a, vectors, rarity), coherence(b, vectors, rarity));
  if (between > MOST_BETWEEN || within < LEAST_RATIO * between || within === 0) return null;
  const parts: [Part, Part] = [partOf(a, x, y, rarity), partOf(b, y, x, rarity)];
  if (parts[0].first > parts[1].first) parts.reverse();
  return { story, score: within / (within + between), between, within, parts };
}

/** How like the rest of its part a report is, on average. */
function coherence(part: readonly Report[], vectors: ReadonlyMap<Report, Vector>, rarity: Rarity): number {
  const all = part.map((report) =>
    cosine(vectors.get(report)!, rarity.vector(part.filter((each) => each !== report))),
  );
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function partOf(reports: readonly Report[], self: Vector, other: Vector, rarity: Rarity): Part {
  return { articles: reports.map(({ id }) => id), ...span(reports), terms: own(self, other, rarity, 8) };
}
