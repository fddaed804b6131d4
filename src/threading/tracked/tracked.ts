import type { Reason, StoryPassage, StoryRole, TrackedStory } from '../../domain/story.js';
import {
  evidenceIn,
  noisyOr,
  shareOfPassages,
  type Evidence,
  type Findings,
  type Surroundings,
} from './evidence.js';
import { OtherForms } from './other-forms.js';
import { compileStory, type CompiledStory } from './profile.js';
import { read, type Reading, type ThreadingArticle } from '../reading.js';
import { Subject } from '../subject.js';
import { tell } from './tracked-reasons.js';

/** That an article belongs to a tracked story, how, and why. */
export interface TrackedMatch {
  readonly role: StoryRole;
  /** 0..1: how probable it is that a reader would put the article there. */
  readonly score: number;
  /** The passages that belong to the story, as spans of the revision's text, in reading order. */
  readonly passages: readonly StoryPassage[];
  readonly reasons: readonly Reason[];
}

/** A passage tells of the story from this evidence on. */
const TELLS = 0.5;
/** Below this an article only drops a word of the story in passing. */
export const BELONGS = 0.78;

/** What of a story stands in an article, before it is judged whether that is enough. */
export interface Found {
  readonly wanted: CompiledStory;
  readonly reading: Reading;
  readonly title: Evidence;
  /** Of each passage. */
  readonly evidences: readonly Evidence[];
  readonly surroundings: Surroundings;
}

/** How much that is. */
export interface Weighed {
  readonly findings: Findings;
  /** Whether each passage tells of the story. */
  readonly tells: readonly boolean[];
  /** Probability that it is the article's subject, 0..1; from 0.5 on it is. */
  readonly primary: number;
  /** Of the passages that tell of it, 0..1; from `BELONGS` on the article has the story in its background. */
  readonly background: number;
}

/**
 * Whether an article belongs to a tracked story. A pure function of these two, so the order in which articles arrive
 * cannot matter. `primary` when headline, lead or much of the text tell of the story, and then all its passages belong
 * but those of clearly another subject; `background` when single passages do, and then only these.
 *
 * @returns null when the profile or its window rules the article out, or all it has is a word in passing
 */
export function matchTracked(article: ThreadingArticle, story: TrackedStory): TrackedMatch | null {
  if (!isInWindow(compileStory(story), article)) return null;
  const found = lookFor(story, article);
  return isAdmitted(found) ? judge(story, found, weighEvidence(found)) : null;
}

export function isInWindow(wanted: CompiledStory, { publishedAt }: ThreadingArticle): boolean {
  const published = Date.parse(publishedAt);
  return published >= wanted.from && published <= wanted.to;
}

export function lookFor(story: TrackedStory, article: ThreadingArticle): Found {
  const wanted = compileStory(story);
  const reading = read(article);
  const surroundings = { commonness: shareOfPassages(reading), forms: OtherForms.in(article) };
  const title = evidenceIn(wanted, [reading.title], surroundings);
  const evidences = reading.passages.map((each) => evidenceIn(wanted, each.sentences, surroundings));
  return { wanted, reading, title, evidences, surroundings };
}

export function weighEvidence({ reading, title, evidences }: Found): Weighed {
  const tells = evidences.map((evidence) => evidence.strength >= TELLS);
  const telling = evidences.filter((_, i) => tells[i]);
  const findings: Findings = {
    title,
    lead: strongest(evidences.slice(0, leadOf(evidences.length))) ?? title,
    telling,
    share: reading.passages.length > 0 ? shareOf(reading, tells) : title.strength >= TELLS ? 1 : 0,
    passages: reading.passages.length,
  };
  return {
    findings,
    tells,
    primary: primaryProbability(findings),
    background: backgroundStrength(telling),
  };
}

/** What an article that the profile admits is to a story; null when all it has is a word in passing. */
export function judge(
  story: TrackedStory,
  found: Found,
  { findings, tells, primary, background }: Weighed,
): TrackedMatch | null {
  const { wanted } = found;
  if (primary >= 0.5) {
    const passages = storyPassages(found, subjectPassages(found));
    return { role: 'primary', score: primary, passages, reasons: tell('primary', findings, story, wanted) };
  }
  if (background < BELONGS) return null;
  const passages = storyPassages(found, tells);
  // Strength says how much is told of the story; how sure that is rises from even at the threshold.
  const score = 0.5 + ((background - BELONGS) / (1 - BELONGS)) * 0.4;
  return { role: 'background', score, passages, reasons: tell('background', findings, story, wanted) };
}

/** The first quarter, at most three passages: a page often has its own summary above the first sentence. */
const leadOf = (passages: number): number => Math.min(3, Math.ceil(passages / 4));

/** Whether the profile's terms let the article in. */
export function isAdmitted({ wanted, title, evidences: passages }: Found): boolean {
  const evidences = [title, ...passages];
  if (evidences.some((evidence) => evidence.excluded)) return false;
  const met = (term: { text: string }): boolean =>
    evidences.some((evidence) => evidence.terms.has(term.text));
  return wanted.allOf.every(met) && (wanted.anyOf.length === 0 || wanted.anyOf.some(met));
}

/**
 * Logistic in the evidence of headline and lead and in the share of the text. A lead with two pieces of evidence and
 * some passages more suffice, as does a headline with a lead; one term in the lead, or anywhere later, does not.
 */
function primaryProbability({ title, lead, share, telling }: Findings): number {
  const several = Math.min(telling.length, 4) / 4;
  const both = title.strength >= TELLS && lead.strength >= TELLS ? 1 : 0;
  const z = -4.6 + 2.6 * title.strength + 4.6 * lead.strength + 3.6 * share + 0.8 * several + 0.8 * both;
  return 1 / (1 + Math.exp(-z));
}

/** The strongest passage counts whole, each further one by half: they say much the same. */
function backgroundStrength(telling: readonly Evidence[]): number {
  const [first = 0, ...others] = telling.map((evidence) => evidence.strength).sort((a, b) => b - a);
  return noisyOr([first, ...others.slice(0, 3).map((strength) => strength * 0.3)]);
}

const strongest = (evidences: readonly Evidence[]): Evidence | undefined =>
  evidences.reduce<Evidence | undefined>(
    (best, each) => (best && best.strength >= each.strength ? best : each),
    undefined,
  );

function shareOf(reading: Reading, tells: readonly boolean[]): number {
  let all = 0;
  let told = 0;
  reading.passages.forEach(({ passage }, i) => {
    const length = passage.end - passage.start;
    all += length;
    if (tells[i]) told += length;
  });
  return all === 0 ? 0 : told / all;
}

/** All passages but those without a trace of the story that have nothing in common with what was read before. */
function subjectPassages({ reading, evidences }: Found): boolean[] {
  const subject = new Subject(reading.title);
  const lead = leadOf(reading.passages.length);
  return reading.passages.map((each, i) => {
    subject.count(each.words);
    if (i >= lead && evidences[i]!.strength < TRACE && subject.isForeign) return false;
    subject.learn();
    return true;
  });
}

/** A name or two words of the description. */
const TRACE = 0.12;

/** The passages chosen, each with how much it and its sentences tell of the story. */
function storyPassages(
  { wanted, reading, evidences, surroundings }: Found,
  chosen: readonly boolean[],
): StoryPassage[] {
  return reading.passages.flatMap(({ passage: { start, end }, sentences }, i) => {
    if (!chosen[i]) return [];
    const strength = twoDigits(evidences[i]!.strength);
    if (sentences.length < 2) return [{ start, end, strength }];
    const each = sentences.map((words) => twoDigits(evidenceIn(wanted, [words], surroundings).strength));
    return [{ start, end, strength, strengths: each }];
  });
}

const twoDigits = (n: number): number => Math.round(n * 100) / 100;
