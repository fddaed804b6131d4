import type { Passage, Span } from '../../../domain/statements.js';
import type { StoryPassage, StoryRole } from '../../../domain/story.js';
import { contentStems, stemsOfRecord } from './words.js';

/**
 * How much a statement is about the story whose state shows it, and not only its report. Two parts, for the two moments
 * at which they are known: `bearing`, from what threading found in its passage, goes into a contribution and so into
 * what is kept of it; `relevance` adds, when a state is rendered, what the story's other statements speak of.
 */

/** A passage of this strength is about the story: what threading asks of one that tells of it. */
const ABOUT = 0.5;
/** What opens a report on the story bears on it at least so much, by whatever name it goes on about it. */
const OPENING = 0.7;
/** What a statement keeps of its salience in a story that its passage does not tell of at all. */
const LEAST = 0.5;

/** Where a statement stands in its report. */
export interface Place {
  readonly role: StoryRole;
  readonly passages: readonly Passage[];
  /** Which of them it is in. */
  readonly passage: number;
}

/**
 * How far a statement bears on the story, 0..1: the mean of what threading found in its own sentence and in the passage
 * around it, which says what the sentence goes on about. Undefined where threading has not judged that: in the events
 * of earlier rulesets, and in discovered stories, where an article belongs as a whole.
 */
export function bearingOf(
  statement: Span,
  told: StoryPassage,
  { role, passages, passage }: Place,
): number | undefined {
  if (told.strength === undefined) return undefined;
  const { sentences } = passages[passage]!;
  const at = sentences.findIndex(({ end }) => statement.start < end);
  const own = told.strengths?.length === sentences.length ? told.strengths[at] : undefined;
  const found = Math.min(1, ((own ?? told.strength) + told.strength) / 2 / ABOUT);
  const opens = role === 'primary' && passage < Math.min(2, passages.length / 4);
  return opens ? Math.max(OPENING, found) : found;
}

/** What salience is multiplied by. A report of two stories says the same in both; each shows first what is its own. */
export const emphasis = (bearing: number | undefined): number => LEAST + (1 - LEAST) * (bearing ?? 1);

/** How many of a sentence's words say what it is about; the others are its own news. */
const MOST_TELLING = 4;
/** Of relevance, where threading has judged; elsewhere the words shared with the story are all there is. */
const BEARING = 0.5;

interface Statement {
  readonly text: string;
  readonly bearing?: number;
}

/** What of an aggregate it needs. */
interface Told {
  readonly newest: readonly { readonly title: string }[];
  readonly developments: readonly Statement[];
  readonly claims: readonly Statement[];
}

/**
 * How much each development and claim is about the story, 0..1, by its bearing and by how common its commonest words
 * are in what else is told of the story: headlines, developments and claims, each as far as it bears on the story
 * itself. A report's aside ("the two countries had exchanged fire a month before") has little of either.
 */
export function relevance({ newest, developments, claims }: Told): ReadonlyMap<object, number> {
  const shares = new Map<string, number>();
  const add = (stems: readonly string[], share: number): void => {
    for (const stem of new Set(stems)) shares.set(stem, (shares.get(stem) ?? 0) + share);
  };
  const own = ({ bearing = 1 }: Statement): number => bearing / Math.max(1, developments.length);
  const shareOfClaim = ({ bearing = 1 }: Statement): number => bearing / claims.length;
  for (const article of newest) add(contentStems(article.title), 1 / newest.length);
  for (const it of developments) add(stemsOfRecord(it), own(it));
  for (const it of claims) add(stemsOfRecord(it), shareOfClaim(it));
  /** What its commonest words have beside its own share of them. */
  const shared = (it: Statement, share: number): number =>
    [...new Set(stemsOfRecord(it))]
      .map((stem) => shares.get(stem)! - share)
      .sort((a, b) => b - a)
      .slice(0, MOST_TELLING)
      .reduce((sum, each) => sum + each, 0);
  const scores = new Map<Statement, number>();
  for (const it of developments) scores.set(it, shared(it, own(it)));
  for (const it of claims) scores.set(it, shared(it, shareOfClaim(it)));
  const most = Math.max(...scores.values(), Number.MIN_VALUE);
  for (const [it, score] of scores) {
    const core = score / most;
    scores.set(it, it.bearing === undefined ? core : BEARING * it.bearing + (1 - BEARING) * core);
  }
  return scores;
}
