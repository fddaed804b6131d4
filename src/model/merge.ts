import type { Analysis, Span } from '../domain/statements.js';
import type { Verified } from './verify.js';

/** A development that tells the news of the report weighs at least this: what a summary is drawn from. */
const LEAD_SALIENCE = 0.85;

/**
 * Adds what a model found to what the analyzer did. Where both speak of the same characters the analyzer's stands: it
 * can be run again. The model's pick of the news only raises weights; a summary stays sentences of the sources.
 *
 * @param by index of the model's answer, which every statement of it carries
 */
export function merge(
  analysis: Analysis,
  found: Verified,
  by: number,
): { analysis: Analysis; kept: number; known: number } {
  const developments = unmet(found.developments, analysis.developments, (it) => it);
  const figures = unmet(found.figures, analysis.figures, (it) => it.valueSpan);
  const claims = unmet(found.claims, analysis.claims, (it) => it);
  const all = [...analysis.developments, ...developments.map((it) => ({ ...it, by }))];
  const kept = developments.length + figures.length + claims.length;
  return {
    analysis: {
      ...analysis,
      developments: all.map((it) =>
        it.salience < LEAD_SALIENCE && found.lead.some((span) => overlaps(span, it))
          ? { ...it, salience: LEAD_SALIENCE }
          : it,
      ),
      figures: [...analysis.figures, ...figures.map((it) => ({ ...it, by }))],
      claims: [...analysis.claims, ...claims.map((it) => ({ ...it, by }))],
    },
    kept,
    known: found.developments.length + found.figures.length + found.claims.length - kept,
  };
}

/** Those that overlap none of the known ones, nor each other. */
function unmet<T>(found: readonly T[], known: readonly T[], spanOf: (it: T) => Span): T[] {
  const taken = known.map(spanOf);
  return found.filter((it) => {
    const span = spanOf(it);
    if (taken.some((other) => overlaps(other, span))) return false;
    taken.push(span);
    return true;
  });
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
