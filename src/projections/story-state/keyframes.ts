import { createHash } from 'node:crypto';
import { emptyAggregate, fromContribution, merge, mergeAll, type Aggregate } from './content/aggregate.js';
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
 *
 * @param memo its leaf runs are used again as far as they are of the same members
 */
export function cover(
  members: readonly Member[],
  memo = new FoldMemo(),
): { runs: Run[]; rest: readonly Member[] } {
  let pieces = memo.leavesOf(members);
  let start = pieces.at(-1)?.end ?? 0;
  for (let i = start; i < members.length; i++) {
    const level = boundaryLevel(members[i]!.articleId);
    if (level === 0) continue;
    pieces.push({ run: leafRun(members.slice(start, i + 1)), level, end: i + 1 });
    start = i + 1;
  }
  memo.keepLeaves(members, [...pieces]);
  const tails: Run[][] = [];
  for (let height = 2; height <= LEVELS; height++) {
    const closed: Piece[] = [];
    let open: Run[] = [];
    for (const { run, level, end } of pieces) {
      open.push(run);
      if (level >= height) {
        closed.push({ run: branchRun(open), level, end });
        open = [];
      }
    }
    tails.push(open);
    pieces = closed;
  }
  return { runs: [...pieces.map(({ run }) => run), ...tails.reverse().flat()], rest: members.slice(start) };
}

/** A closed run, how high its boundary is, and how many members there are up to its end. */
interface Piece {
  readonly run: Run;
  readonly level: number;
  readonly end: number;
}

/**
 * What folding a story left behind. The states of neighbouring dates and versions begin with the same pieces, so the
 * next fold goes on from where it parts with the last: one merge instead of some fifty.
 */
export class FoldMemo {
  private members: readonly Member[] = [];
  private leaves: readonly Piece[] = [];
  private steps: readonly FoldStep[] = [];

  /** The leaf runs of the last members that are of these too. */
  leavesOf(members: readonly Member[]): Piece[] {
    const most = Math.min(members.length, this.members.length);
    let same = 0;
    while (same < most && isSame(members[same]!, this.members[same]!)) same += 1;
    return this.leaves.filter(({ end }) => end <= same);
  }

  keepLeaves(members: readonly Member[], leaves: readonly Piece[]): void {
    this.members = members;
    this.leaves = leaves;
  }

  /** The steps that the last fold began with and that one of these pieces begins with, too. */
  stepsOf(pieces: readonly string[]): FoldStep[] {
    const parting = this.steps.findIndex(({ piece }, i) => piece !== pieces[i]);
    return this.steps.slice(0, parting < 0 ? pieces.length : parting);
  }

  keepSteps(steps: readonly FoldStep[]): void {
    this.steps = steps;
  }
}

interface FoldStep {
  /** Names a run or a member. */
  readonly piece: string;
  /** Of this piece and those before it. */
  readonly aggregate: Aggregate;
}

const isSame = (a: Member, b: Member): boolean =>
  a === b || (a.articleId === b.articleId && a.fromVersion === b.fromVersion);

function leafRun(members: readonly Member[]): Run {
  const hash = createHash('sha1');
  for (const member of members) hash.update(`${nameOf(member)}\n`);
  return { digest: hash.digest().subarray(0, 12), members, parts: [] };
}

function branchRun(parts: readonly Run[]): Run {
  const hash = createHash('sha1').update('branch\n');
  for (const part of parts) hash.update(part.digest);
  return {
    digest: hash.digest().subarray(0, 12),
    parts,
    // Only asked for where there is nothing to put them together from.
    get members() {
      return parts.flatMap((part) => part.members);
    },
  };
}

/** Where keyframes and contributions come from. */
export interface FoldSource {
  keyframes(digests: readonly Buffer[]): Promise<Map<string, Aggregate>>;
  contributions(members: readonly Member[]): Promise<Contribution[]>;
  /** Called with each keyframe that had to be folded. */
  folded(digest: Buffer, aggregate: Aggregate): void;
}

/** Folds members into one aggregate, from keyframes and from what the last fold left as far as there are any. */
export async function foldMembers(
  members: readonly Member[],
  source: FoldSource,
  memo = new FoldMemo(),
): Promise<Aggregate> {
  const { runs, rest } = cover(members, memo);
  const pieces = [...runs.map((run) => run.digest.toString('hex')), ...rest.map(nameOf)];
  const steps = memo.stepsOf(pieces);
  const aggregates = await foldRuns(runs.slice(steps.length), source);
  const contributions = await source.contributions(rest.slice(Math.max(0, steps.length - runs.length)));
  for (const part of [
    ...aggregates,
    ...contributions.map((contribution) => fromContribution(contribution)),
  ]) {
    const aggregate = merge(steps.at(-1)?.aggregate ?? emptyAggregate(), part);
    steps.push({ piece: pieces[steps.length]!, aggregate });
  }
  memo.keepSteps(steps);
  return steps.at(-1)?.aggregate ?? emptyAggregate();
}

const nameOf = ({ articleId, fromVersion }: Member): string => `${articleId}@${fromVersion}`;

async function foldRuns(runs: readonly Run[], source: FoldSource): Promise<Aggregate[]> {
  if (runs.length === 0) return [];
  const known = await source.keyframes(runs.map((run) => run.digest));
  const folded: Aggregate[] = [];
  for (const run of runs) folded.push(known.get(run.digest.toString('hex')) ?? (await foldRun(run, source)));
  return folded;
}

async function foldRun(run: Run, source: FoldSource): Promise<Aggregate> {
  const parts =
    run.parts.length > 0
      ? await foldRuns(run.parts, source)
      : (await source.contributions(run.members)).map((contribution) => fromContribution(contribution));
  const aggregate = mergeAll(parts);
  source.folded(run.digest, aggregate);
  return aggregate;
}
