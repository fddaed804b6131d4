import type { Span } from '../../domain/statements.js';
import type { Reason, TrackedStory } from '../../domain/story.js';
import type { TriedPassage } from '../../domain/story-trial.js';
import { evidenceIn, type Evidence } from './evidence.js';
import { compileStory } from './profile.js';
import type { ThreadingArticle } from '../reading.js';
import { BELONGS, isInWindow, judge, lookFor, weighEvidence, type Found, type Weighed } from './tracked.js';
import { tell } from './tracked-reasons.js';

/** An article that a profile just leaves out. */
export interface NearMiss {
  /** As of a match: what the article would have, or has, 0..1. */
  readonly score: number;
  /** What keeps it out, for an editor to read. */
  readonly why: readonly string[];
  readonly reasons: readonly Reason[];
}

/** With less than this of what it takes, an article is not near. */
const NEAR = 0.6;

/**
 * Why an article that {@link matchTracked} leaves out is left out, if it is near: the profile's terms or window keep it
 * out, or it is short of the threshold, by less than two fifths. Made of the parts that decide.
 */
export function nearMiss(article: ThreadingArticle, story: TrackedStory): NearMiss | null {
  const found = lookFor(story, article);
  const weighed = weighEvidence(found);
  const barred = [...outsideWindow(article, story), ...barredByTerms(found)];
  const match = judge(story, found, weighed);
  if (match) return barred.length === 0 ? null : { score: match.score, why: barred, reasons: match.reasons };
  const { title, lead } = weighed.findings;
  // Without a term the words of the description are all there is: then they say how near an article is.
  const words = barred.length === 1 && barred[0] === NO_TERM ? Math.max(title.strength, lead.strength) : 0;
  const nearness = Math.min(1, Math.max(weighed.primary / 0.5, weighed.background / BELONGS, words / 0.5));
  if (nearness < NEAR) return null;
  const reasons = tell('background', weighed.findings, story, found.wanted);
  return {
    score: nearness / 2,
    why: words > 0 ? [noTerm(title, lead)] : [...barred, tooLittle(weighed, nearness / 2)],
    reasons,
  };
}

const NO_TERM = 'no term of `anyOf` occurs';

function outsideWindow(article: ThreadingArticle, story: TrackedStory): string[] {
  if (isInWindow(compileStory(story), article)) return [];
  const { from, to } = story.profile;
  const day = article.publishedAt.slice(0, 10);
  const early = from !== undefined && Date.parse(article.publishedAt) < Date.parse(from);
  return [
    early ? `published on ${day}, before \`from\` (${from})` : `published on ${day}, after \`to\` (${to})`,
  ];
}

function barredByTerms({ wanted, title, evidences }: Found): string[] {
  const all = [title, ...evidences];
  const met = (term: { text: string }): boolean => all.some((evidence) => evidence.terms.has(term.text));
  const excluded = new Set(all.flatMap((evidence) => evidence.excluded ?? []));
  const missing = wanted.allOf.filter((term) => !met(term)).map(({ text }) => `“${text}”`);
  return [
    ...[...excluded].map((term) => `“${term}” of \`noneOf\` occurs`),
    ...(missing.length > 0 ? [`${missing.join(', ')} of \`allOf\` does not occur`] : []),
    ...(wanted.anyOf.length > 0 && !wanted.anyOf.some(met) ? [NO_TERM] : []),
  ];
}

function noTerm(title: Evidence, lead: Evidence): string {
  const words = [...new Set([...title.description, ...lead.description])].slice(0, 8);
  return `${NO_TERM}, though words of the description do: ${words.join(', ')}`;
}

/** On the scale of the score beside it: a match has 0.50 or more. */
function tooLittle({ findings: { telling, passages } }: Weighed, score: number): string {
  const told = telling.length === 0 ? 'no passage tells' : `${telling.length} of ${passages} passages tell`;
  // Rounded down: what is hardly too little is too little.
  const reached = (Math.floor(score * 100) / 100).toFixed(2);
  return `${told} of it, and that is too little: ${reached} of the 0.50 it takes`;
}

const MAX_PASSAGES = 3;
const MAX_EXCERPT = 300;

/**
 * What an article says of a story: the telling sentence of its strongest passages, at most three, in reading order.
 *
 * @param within only passages that are among these; all when absent
 */
export function excerpts(
  article: ThreadingArticle,
  story: TrackedStory,
  within?: readonly Span[],
): TriedPassage[] {
  const found = lookFor(story, article);
  // Half as much as the strongest says, or more: a name in passing is no excerpt worth reading.
  const least = Math.max(0.01, ...found.evidences.map(({ strength }) => strength / 2));
  const allowed = within && new Set(within.map(({ start }) => start));
  return found.reading.passages
    .map(({ passage, sentences }, i) => ({ passage, sentences, i, evidence: found.evidences[i]! }))
    .filter(({ passage, evidence }) => evidence.strength >= least && (allowed?.has(passage.start) ?? true))
    .sort((a, b) => b.evidence.strength - a.evidence.strength || a.i - b.i)
    .slice(0, MAX_PASSAGES)
    .sort((a, b) => a.i - b.i)
    .map(({ passage, sentences, evidence }) => {
      const spans = passage.sentences.length > 0 ? passage.sentences : [passage];
      const strengths = sentences.map(
        (sentence) => evidenceIn(found.wanted, [sentence], found.surroundings).strength,
      );
      const { start, end } = spans[strengths.indexOf(Math.max(...strengths))] ?? passage;
      const text = article.text.slice(start, Math.min(end, start + MAX_EXCERPT)).trim();
      return {
        start,
        end,
        text: end > start + MAX_EXCERPT ? `${text}…` : text,
        terms: [...evidence.terms.keys(), ...evidence.description],
      };
    });
}
