import { createHash } from 'node:crypto';
import { emptyAggregate, fromContribution, merge, type Aggregate } from './content/aggregate.js';
import type { Contribution } from './content/contribution.js';

/** One article of a story as known at some version; members are in publication order, then by id. */
export interface Member {
  readonly articleId: string;
  readonly fromVersion: number;
  readonly revision: number;
}

/**
 * A run of members that ends at a boundary. Where runs end depends only on the ids of the articles in them
 * (content-defined chunking, as in a prolly tree), never on the order of arrival: the same articles always make the
 * same runs, and a late article changes only the run it falls into and the few above it.
 */
export interface Run {
  readonly digest: Buffer;
  readonly members: readonly Member[];
  readonly parts: readonly Run[];
}

/** Bits of an article's id per level: runs hold 32 parts on average. */
const BITS = 5;
const LEVELS = 4;

/** How high a run the article closes: 0 for none. Ids are hashes, so their last digits are as good as random. */
function boundaryLevel(articleId: string): number {
  let bits = parseInt(articleId.slice(-8), 16);
  let level = 0;
  while (level < LEVELS && bits % (1 << BITS) === 0) {
    level += 1;
    bits = Math.floor(bits / (1 << BITS));
  }
  return level;
}

/**
 * Covers a story's members with closed runs, the largest first, and the members after the last closed run: some
 * 32 × levels pieces at the most on average, however long the story.
 */
export function cover(members: readonly Member[]): { runs: Run[]; rest: readonly Member[] } {
  let pieces: { run: Run; level: number }[] = [];
  let start = 0;
  members.forEach((member, i) => {
    const level = boundaryLevel(member.articleId);
    if (level === 0) return;
    pieces.push({ run: leafRun(members.slice(start, i + 1)), level });
    start = i + 1;
  });
  const tails: Run[][] = [];
  for (let height = 2; height <= LEVELS; height++) {
    const closed: { run: Run; level: number }[] = [];
    let open: Run[] = [];
    for (const { run, level } of pieces) {
      open.push(run);
      if (level >= height) {
        closed.push({ run: branchRun(open), level });
        open = [];
      }
    }
    tails.push(open);
    pieces = closed;
  }
  return { runs: [...pieces.map(({ run }) => run), ...tails.reverse().flat()], rest: members.slice(start) };
}

function leafRun(members: readonly Member[]): Run {
  const hash = createHash('sha1');
  for (const member of members) hash.update(`${member.articleId}@${member.fromVersion}\n`);
  return { digest: hash.digest().subarray(0, 12), members, parts: [] };
}

function branchRun(parts: readonly Run[]): Run {
  const hash = createHash('sha1').update('branch\n');
  for (const part of parts) hash.update(part.digest);
  return { digest: hash.digest().subarray(0, 12), members: parts.flatMap((part) => part.members), parts };
}

/** Where keyframes and contributions come from. */
export interface FoldSource {
  keyframes(digests: readonly Buffer[]): Promise<Map<string, Aggregate>>;
  contributions(members: readonly Member[]): Promise<Contribution[]>;
  /** Called with each keyframe that had to be folded. */
  folded(digest: Buffer, aggregate: Aggregate): void;
}

/** Folds members into one aggregate, from keyframes as far as there are any. */
export async function foldMembers(members: readonly Member[], source: FoldSource): Promise<Aggregate> {
  const { runs, rest } = cover(members);
  let whole = emptyAggregate();
  for (const aggregate of await foldRuns(runs, source)) whole = merge(whole, aggregate);
  for (const contribution of await source.contributions(rest)) whole = merge(whole, fromContribution(contribution));
  return whole;
}

async function foldRuns(runs: readonly Run[], source: FoldSource): Promise<Aggregate[]> {
  if (runs.length === 0) return [];
  const known = await source.keyframes(runs.map((run) => run.digest));
  const folded: Aggregate[] = [];
  for (const run of runs) folded.push(known.get(run.digest.toString('hex')) ?? (await foldRun(run, source)));
  return folded;
}

async function foldRun(run: Run, source: FoldSource): Promise<Aggregate> {
  let aggregate = emptyAggregate();
  const parts =
    run.parts.length > 0
      ? await foldRuns(run.parts, source)
      : (await source.contributions(run.members)).map((contribution) => fromContribution(contribution));
  for (const part of parts) aggregate = merge(aggregate, part);
  source.folded(run.digest, aggregate);
  return aggregate;
}
