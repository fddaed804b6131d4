import type { ResolvedAttribution } from '../claims/claim-facts.js';
import type { Reading } from '../reading/reading.js';
import type { Parsed } from '../sentence/parse.js';
import type { Draft } from './draft.js';
import { dateOf } from './event-dates.js';
import { happeningOf } from './events.js';

/** "The board has confirmed it will meet on Friday": what is made known without a day is told by the day it is for. */
export function planTold(parsed: Parsed, told: Draft | undefined, reading: Reading): Draft | undefined {
  if (!told?.happening.act || told.when) return undefined;
  const { clauses, tokens } = parsed;
  const content = clauses.find(({ kind, verb }) => kind === 'content' && verb.from > told.clause.verb.to);
  const happening = content && !tokens[content.verb.head]!.quoted && happeningOf(tokens, content);
  if (!happening || happening.status !== 'planned') return undefined;
  const dated = dateOf(parsed, content, 'planned', reading, []);
  return dated.when ? { ...told, clause: content, happening, ...dated } : undefined;
}

/** "The mayor said she would meet the owners on Friday": what somebody says is to be, on a day still to come. */
export function wouldBe(
  parsed: Parsed,
  attributions: readonly ResolvedAttribution[],
  reading: Reading,
  from: number,
  drafts: readonly Draft[],
): Draft | undefined {
  const { tokens, clauses } = parsed;
  if (parsed.dates.length === 0 || drafts.some(({ when }) => when)) return undefined;
  const saying = attributions.find(({ position }) => position === 'leading')?.clause;
  if (saying?.verb.tense !== 'past' || clauses.some(({ opener }) => opener === 'if')) return undefined;
  const clause = clauses.find(
    ({ kind, verb }) =>
      kind === 'content' &&
      verb.from > saying.verb.to &&
      tokens[verb.from]!.lower === 'would' &&
      // "a box that would hold a boat"
      tokens[verb.from - 1]!.lower !== 'that',
  );
  if (!clause || clause.verb.negated || tokens[clause.verb.head]!.quoted) return undefined;
  if (/^(?:have|be|like|do)$/.test(tokens[clause.verb.from + 1]!.lower) && !clause.verb.passive)
    return undefined;
  const happening = { status: 'planned', needsDate: true, act: false } as const;
  const { when, expression } = dateOf(parsed, clause, 'planned', reading, []);
  if (!when || !expression || expression.from < clause.verb.from) return undefined;
  return {
    parsed,
    clause,
    happening,
    tellers: [],
    from,
    to: tokens.length,
    inherited: false,
    when,
    expression,
  };
}
