import { happeningOf } from '../analysis/developments/events.js';
import { PLAN_WORDS, TIMETABLED } from '../analysis/lexicon/events.js';
import { isSpeechAct, isSpeechVerb } from '../analysis/lexicon/speech.js';
import { quotedSpans } from '../analysis/reading/quotes.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize, type Token } from '../analysis/reading/tokens.js';
import { findClauses, type Clause } from '../analysis/sentence/clauses.js';
import type { DevelopmentStatus } from '../domain/statements.js';

const UNDONE: ReadonlySet<DevelopmentStatus> = new Set(['cancelled', 'postponed']);
const DECIDES = /^(?:plans?|planned|agreed|decided|intends?|intend|intended)$/;

/**
 * Whether an English sentence tells what it tells as done, to come, or undone, outside quotation marks. Analysis asks
 * much more of a sentence before it takes a development from it; this only keeps a model from making a plan, a wish or
 * a question of the text into a happening, or the other way round.
 */
export function isToldAs(sentence: string, status: DevelopmentStatus): boolean {
  const tokens = tokenize(sentence);
  tagTokens(tokens);
  quotedSpans(tokens);
  if (tokens.findLast(({ type }) => type === 'punct')?.text === '?') return false;
  const all = findClauses(tokens);
  const clauses = all.filter(({ verb }) => !tokens[verb.head]!.quoted);
  if (UNDONE.has(status)) return clauses.some((clause) => happeningOf(tokens, clause)?.status === status);
  if (clauses.some(({ opener }) => opener === 'if' || opener === 'unless')) return false;
  if (status === 'planned') return clauses.some((clause) => isToCome(tokens, clause));
  // "Fog, then a crunch: …" has no verb to tell more.
  return all.every(({ verb }) => verb.tense === 'none')
    ? tokens.every(({ quoted, type }) => !quoted || type !== 'word')
    : clauses.some((clause) => isDone(tokens, clause));
}

/** A clause of its own or of what somebody says; that something was said is no news, an announcement is. */
function isDone(tokens: readonly Token[], { kind, verb }: Clause): boolean {
  const head = tokens[verb.head]!.lower;
  if (kind !== 'main' && kind !== 'joined' && kind !== 'content') return false;
  if (PLAN_WORDS.has(head) && verb.passive) return false;
  if (isSpeechVerb(head) && !isSpeechAct(head)) return false;
  return /^(?:past|present|perfect|past-perfect)$/.test(verb.tense);
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
