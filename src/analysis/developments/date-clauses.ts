import type { Clause } from '../sentence/clauses.js';
import { governingClause, type Parsed } from '../sentence/parse.js';
import { EVENT_NOUNS, PLAN_WORDS } from '../lexicon/events.js';
import type { TimeExpression } from '../time/day-range.js';

/** Whether an expression of time dates the clause: it stands with its verb, or with what only goes on telling it. */
export function belongs(parsed: Parsed, clause: Clause, expression: TimeExpression): boolean {
  const governing = governingClause(parsed, expression.from);
  if (governing === clause) return !isPlanInserted(parsed, clause, expression);
  if (!governing) return false;
  // "… met to sign a pact on Friday": the infinitive is part of what the clause tells.
  const { clauses, tokens } = parsed;
  const at = clauses.indexOf(governing);
  if (governing.kind === 'bare' && (goesOn(parsed, clause, at) || isMeantime(parsed, clause, at, expression)))
    return true;
  // "It is believed the quake on 12 January killed …", "She said winds on Monday pushed …": in the subject.
  const inSubject = expression.from > clause.start && expression.from < clause.verb.from;
  if (
    inSubject &&
    governing.verb.to <= clause.start &&
    tokens
      .slice(clause.start, expression.from)
      .some(({ lower, tag }) => (clause.kind === 'content' ? tag === 'NOUN' : EVENT_NOUNS.has(lower)))
  )
    return true;
  // The subject's own day: "The previous visit in May was …", "Monday's vote ended …".
  return (
    expression.from >= clause.start &&
    expression.from < clause.verb.from &&
    (governing.verb.from >= clause.verb.from || governing.start > expression.to) &&
    !isPlanInserted(parsed, clause, expression)
  );
}

/** Whether the clause at `at` is only the end of what `clause` tells: "will start [hiring] [to fill the posts] on Monday". */
function goesOn(parsed: Parsed, clause: Clause, at: number): boolean {
  const { clauses, tokens } = parsed;
  const { verb } = clauses[at]!;
  const before = clauses[at - 1];
  if (!before) return false;
  // "has agreed to meet on Friday": what is to come is not on the day it was agreed.
  if (tokens[verb.from]!.lower === 'to' && looksAhead(tokens, before)) return false;
  // "lost at home and travels to play on Friday": a verb that was taken for a noun has a day of its own.
  if (tokens[verb.from - 2]?.tag === 'CCONJ' && /^\p{Ll}+s$/u.test(tokens[verb.from - 1]!.text)) return false;
  const ofBefore =
    tokens[verb.from]!.lower === 'to' ||
    isMeanwhile(parsed, before, clauses[at]!) ||
    isObject(tokens, verb.from);
  return ofBefore && (before === clause || (before.kind === 'bare' && goesOn(parsed, clause, at - 1)));
}

/** Whether an infinitive after the verb is still to come: after a perfect, or a verb of planning. */
const looksAhead = (tokens: Parsed['tokens'], { verb }: Clause): boolean =>
  verb.tense === 'perfect' ||
  (verb.tense === 'past' &&
    /^(?:agreed|decided|promised|pledged|vowed|confirmed|invited|ordered|asked|urged|refused|threatened|offered)$/.test(
      tokens[verb.head]!.lower,
    ));

/** "… talks about returning", "… plans for moving": an -ing after a preposition that only says what about. */
const isObject = (tokens: Parsed['tokens'], at: number): boolean =>
  tokens[at]!.lower.endsWith('ing') && /^(?:about|for|from|on|over|of)$/.test(tokens[at - 1]?.lower ?? '');

/** "… fell while climbing on Monday", "…, killing two on Monday", "… as planned on Monday", "began entering on Monday". */
function isMeanwhile({ tokens }: Parsed, before: Clause, { verb }: Clause): boolean {
  const link = tokens[verb.from - 1]?.lower ?? '';
  if (link === 'as') return true;
  return (
    tokens[verb.head]!.lower.endsWith('ing') &&
    (verb.from === before.verb.to || /^(?:while|when|by|after|,)$/.test(link))
  );
}

/** "The talks, originally due on Monday, were held", "The mayor, hurt after a fall in May, was seen": the day of what was before. */
function isPlanInserted({ tokens }: Parsed, clause: Clause, expression: TimeExpression): boolean {
  const open = tokens.findLastIndex(({ text }, i) => text === ',' && i < expression.from);
  const close = tokens.findIndex(({ text }, i) => text === ',' && i >= expression.to);
  return (
    open >= clause.start &&
    close > 0 &&
    close < clause.verb.from &&
    tokens
      .slice(open, expression.from)
      .some(({ lower }) => PLAN_WORDS.has(lower) || /^(?:following|after|since)$/.test(lower))
  );
}

/** "Speaking on Monday, the mayor said …"; "A man walking home on Monday found …", the day right before the verb. */
function isMeantime(
  { tokens, clauses }: Parsed,
  { kind, verb, start }: Clause,
  at: number,
  { to }: TimeExpression,
): boolean {
  const during = clauses[at]!.verb;
  const head = tokens[during.head]!.lower;
  if (kind !== 'main' || verb.tense !== 'past' || during.from !== during.head || !head.endsWith('ing'))
    return false;
  if (during.from === 0) return to <= verb.from && clauses[at + 1]?.verb === verb;
  // "An official speaking on Monday revealed …": who, not when.
  return during.from > start && to === verb.from && head !== 'speaking';
}
