import { happeningOf } from '../analysis/developments/events.js';
import { PLAN_WORDS, TIMETABLED } from '../analysis/lexicon/events.js';
import type { Token } from '../analysis/reading/tokens.js';
import { findClauses, type Clause } from '../analysis/sentence/clauses.js';
import type { DevelopmentStatus } from '../domain/statements.js';

const UNDONE: ReadonlySet<DevelopmentStatus> = new Set(['cancelled', 'postponed']);
/** Clauses that tell something, and do not only say of what or when it is told. */
const OWN: ReadonlySet<Clause['kind']> = new Set(['main', 'joined', 'content']);
const DECIDES = /^(?:plans?|planned|agreed|decided|intends?|intend|intended)$/;

/**
 * Whether an English sentence tells what it tells as done, to come, or undone, outside quotation marks. Analysis asks
 * more of a sentence before it takes a development from it; this only keeps a model from making a plan, a wish, a habit
 * or a question of the text into a happening, or the other way round.
 *
 * @param tokens tagged, and marked where they are quoted
 * @param dated whether the report says the day: what "has" been done, or is to be, has none of its own
 */
export function isToldAs(tokens: readonly Token[], status: DevelopmentStatus, dated: boolean): boolean {
  if (tokens.findLast(({ type }) => type === 'punct')?.text === '?') return false;
  const all = findClauses(tokens);
  const clauses = all.filter(({ verb }) => !tokens[verb.head]!.quoted);
  if (UNDONE.has(status)) return clauses.some((clause) => happeningOf(tokens, clause)?.status === status);
  if (clauses.some(({ opener }) => opener === 'if' || opener === 'unless')) return false;
  if (status === 'planned') return dated && clauses.some((clause) => isToCome(tokens, clause));
  // "Fog, then a crunch: …" has no verb to tell more.
  if (all.every(({ verb }) => verb.tense === 'none'))
    return tokens.every(({ quoted, type }) => !quoted || type !== 'word');
  return clauses.some((clause) => {
    if (!OWN.has(clause.kind)) return false;
    const told = happeningOf(tokens, clause);
    return told?.status === 'happened' && (dated || !told.needsDate);
  });
}

function isToCome(tokens: readonly Token[], { verb }: Clause): boolean {
  if (verb.negated) return false;
  // "is due": what makes it a plan stands behind the verb.
  const words = tokens.slice(verb.from, verb.to + 1);
  return (
    verb.tense === 'future' ||
    (verb.tense === 'modal' && words.some(({ lower }) => lower === 'would')) ||
    words.some(({ lower }) => PLAN_WORDS.has(lower) || DECIDES.test(lower)) ||
    (verb.tense === 'present' && (verb.progressive || TIMETABLED.has(tokens[verb.head]!.lower)))
  );
}
