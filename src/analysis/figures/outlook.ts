import type { Clause } from '../sentence/clauses.js';
import type { Parsed } from '../sentence/parse.js';
import type { VerbGroup } from '../sentence/verbs.js';

/** How sure a number is that nobody has counted yet. */
export type Outlook = 'expected' | 'possible';

const EXPECTING =
  /^(?:expect|forecast|project|predict|anticipat|foresee|budget|slat|schedul)(?:e|es|ed|ing|s|n)?$|^foresaw$/;
/** "is likely to", "is set to" */
const BOUND = /^(?:likely|set|due|bound|sure|certain|poised)$/;

export const isExpecting = (word: string): boolean => EXPECTING.test(word);

/** "will rise to 40", "could rise to 40": told of what is to come, and not of what is. */
export function outlookOf(
  { tokens }: Parsed,
  { from, tense }: Pick<VerbGroup, 'from' | 'tense'>,
): Outlook | undefined {
  if (tense === 'future') return 'expected';
  if (tense !== 'modal') return undefined;
  return /^(?:should|must)$/.test(tokens[from]!.lower) ? 'expected' : 'possible';
}

/** "(The toll) is expected [to rise]", "is likely [to rise]": where the subject of such an infinitive ends. */
export function boundBefore(
  { tokens, clauses }: Parsed,
  infinitive: Clause,
): { readonly to: number; readonly outlook?: Outlook } | undefined {
  const { from } = infinitive.verb;
  if (tokens[from]!.lower !== 'to') return undefined;
  const bound = BOUND.test(tokens[from - 1]!.lower) && tokens[from - 1]!.tag !== 'NOUN';
  const before = clauses[clauses.indexOf(infinitive) - 1]?.verb;
  if (before && before.tense !== 'none' && before.to === from && before.passive) {
    const expected = isExpecting(tokens[before.head]!.lower) || BOUND.test(tokens[before.head]!.lower);
    return { to: before.from, ...(expected ? { outlook: 'expected' as const } : {}) };
  }
  let end = from - 1;
  if (bound && /^(?:more|most|less|very|un)$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  return bound && before && before.tense !== 'none' && before.to === end
    ? { to: before.from, outlook: 'expected' }
    : undefined;
}

/** "possible death toll", "Elm’s expected losses". */
export function told(subject: string, outlook: Outlook | undefined): string {
  if (outlook === undefined || /\b(?:expected|possible|potential|projected|forecast)\b/.test(subject))
    return subject;
  const owner = /^.*['’]s? /.exec(subject)?.[0] ?? '';
  return `${owner}${outlook} ${subject.slice(owner.length)}`;
}
