import type { DevelopmentStatus } from '../../domain/statements.js';
import type { ResolvedAttribution } from '../claims/claim-facts.js';
import type { Clause } from '../sentence/clauses.js';
import { range, type DayRange, type TimeExpression } from '../time/day-range.js';
import { ATTENDING, EVENT_NOUNS, TIMETABLED } from '../lexicon/events.js';
import { governingClause, type Parsed } from '../sentence/parse.js';
import { belongs } from './date-clauses.js';
import type { Reading } from '../reading/reading.js';

/** Longer spans ("over the past 15 years") date no happening. */
const LONGEST_RANGE_DAYS = 62;
/** "early 2031", "between March and May" */
const LONGEST_PART_OF_YEAR_DAYS = 123;
/** "will be raised in 2031" is an outlook; a plan for a year is one for this year or the next. */
const FURTHEST_YEAR_DAYS = 366;

export const sameWhen = (a: DayRange, b: DayRange): boolean => a.from === b.from && a.to === b.to;

/**
 * The day a clause speaks of, by an expression of its own; for a trailing attribution's day ("…, she said on Monday")
 * nothing follows about the happening.
 *
 * @param limit token index after the last word that may belong to the clause
 */
export function dateOf(
  parsed: Parsed,
  clause: Clause,
  status: DevelopmentStatus,
  reading: Reading,
  attributions: readonly ResolvedAttribution[],
  limit = parsed.tokens.length,
): { when?: DayRange; expression?: TimeExpression } {
  const tails = attributions.filter(
    ({ position, clause: saying }) => position === 'trailing' && saying !== clause,
  );
  let best: { when: DayRange; expression: TimeExpression } | undefined;
  for (const expression of parsed.dates) {
    if (expression.to > limit || parsed.tokens[expression.from]!.quoted) continue;
    if (isBehindColon(parsed, clause, expression)) continue;
    if (expression.relation === 'since' && !saysSince(parsed, clause, expression, status)) continue;
    // "will be done by Friday", "will not be done until Friday": the day of a plan; "until Friday" dates nothing.
    const awaited = clause.verb.negated || isDeadline(parsed, expression);
    const moved = status === 'postponed' && isMovedTo(parsed, clause, expression);
    // What opens a report, "A judge has put off the trial until May", is news of its own day.
    if (moved && parsed.sentence.index === reading.lead) continue;
    const lasts = status === 'planned' && isToLast(parsed, clause, expression);
    if (expression.relation === 'until' && !(status === 'planned' && awaited) && !lasts && !moved) continue;
    // "after its May 2 attack": the day of another happening; "the May 2 attack killed …", "in a May 2 meeting" is its own.
    const behind = expression.from > clause.verb.from;
    if (
      expression.relation === 'of' &&
      (behind
        ? !saysWhen(parsed, clause, expression)
        : isAfter(parsed, expression) || isOfAnother(parsed, clause, expression))
    )
      continue;
    // "called off the trip after the attack on May 2": when it was attacked, not when the trip was to be.
    if (status !== 'happened' && status !== 'planned' && isOfEventBefore(parsed, expression)) continue;
    if (tails.some(({ segment }) => expression.from >= segment[0] && expression.to <= segment[1])) continue;
    // "called off the talks, due on May 2, she said": whatever else stands beside it
    const ofUndone =
      (status === 'cancelled' || status === 'postponed') && behind && isOfPlan(parsed, expression);
    if (!ofUndone && !belongs(parsed, clause, expression)) continue;
    if (isInSpiteOf(parsed, clause, expression)) continue;
    if (status === 'happened' && isOfWhatWasSince(parsed, clause, expression)) continue;
    // "signed up for a race scheduled for July": what is told happened before that.
    if (status === 'happened' && isPlannedFor(parsed, expression)) continue;
    const meantDay = meant(parsed, clause, expression, status, reading);
    const when =
      meantDay && expression.relation === 'since' && status === 'happened'
        ? range(meantDay.from, reading.today)
        : meantDay;
    if (!when || !fits(when, expression, status, reading, clause.verb.tense === 'perfect' && !moved))
      continue;
    // "The season begins in May", "They meet today": a day still to come makes a timetable of it, no less.
    const timetable =
      clause.verb.tense === 'present' && TIMETABLED.has(parsed.tokens[clause.verb.head]!.lower);
    if (timetable && (when.precision !== 'day' || when.from < reading.today)) continue;
    const known = status === 'happened' && when.to > reading.today ? { ...when, to: reading.today } : when;
    if (!best || rank(expression, when) > rank(best.expression, best.when))
      best = { when: known, expression };
  }
  return best ?? {};
}

/** "… for three reasons: the letter of May 2, …": what is listed has days of its own. */
function isBehindColon({ tokens }: Parsed, { verb }: Clause, { from, relation }: TimeExpression): boolean {
  const colon = tokens.findIndex(({ text }, i) => i >= verb.to && i < from && text === ':');
  return (
    colon !== -1 &&
    (relation === 'of' || tokens[from - 1]?.lower === 'of') &&
    !tokens.slice(colon, from).some(({ tag }) => tag === 'VERB' || tag === 'AUX')
  );
}

/** The day on the side that the status looks to; "due on 28 May" was put off whether that is past or to come. */
function meant(
  parsed: Parsed,
  clause: Clause,
  expression: TimeExpression,
  status: DevelopmentStatus,
  { today }: Reading,
): DayRange | undefined {
  const { verb } = clause;
  const direction = status === 'planned' ? 'future' : 'past';
  // "was due to open on Friday"
  const wasPlanned = status === 'planned' && verb.tense === 'past';
  const undone = (status === 'cancelled' || status === 'postponed') && isOfPlan(parsed, expression);
  if (status === 'postponed' && isMovedTo(parsed, clause, expression)) return expression.resolve('future');
  if (!wasPlanned && !undone) return expression.resolve(direction);
  const [past, future] = [expression.resolve('past'), expression.resolve('future')];
  return past && future && today - past.to < future.from - today ? past : future;
}

/** "was postponed until Friday", "put off to May", "has been rescheduled for June": the day it is now for. */
const isMovedTo = ({ tokens }: Parsed, { verb }: Clause, { from }: TimeExpression): boolean =>
  from > verb.from &&
  tokens
    .slice(Math.max(verb.to, from - 3), from)
    .some(({ lower }) => /^(?:until|till|to|for)$/.test(lower)) &&
  !tokens.slice(verb.to, from).some(({ lower }) => isPlanWord(lower));

/** "due on Friday", "scheduled to be held on Friday", "planned for Friday" */
const isOfPlan = ({ tokens }: Parsed, { from }: TimeExpression): boolean =>
  tokens.slice(Math.max(0, from - 6), from).some(({ lower }) => isPlanWord(lower));

const isPlannedFor = ({ tokens }: Parsed, { from }: TimeExpression): boolean =>
  /^(?:scheduled|slated|planned)$/.test(tokens[from - 2]?.lower ?? '') &&
  /^(?:for|in)$/.test(tokens[from - 1]!.lower) &&
  tokens[from - 3]?.lower !== 'as';

export const isPlanWord = (lower: string): boolean =>
  /^(?:planned|scheduled|slated|due|set|expected)$/.test(lower);

/** "After Monday's vote, …", "Since last month's fire, …": the day of what went before. */
const isAfter = ({ tokens }: Parsed, { from }: TimeExpression): boolean =>
  tokens
    .slice(Math.max(0, from - 2), from)
    .some(({ lower }) => /^(?:since|until|after|before|following|despite|amid)$/.test(lower));

/** "after its attack on May 2", "following talks in Elm on Monday". */
function isOfEventBefore({ tokens }: Parsed, { from }: TimeExpression): boolean {
  const after = tokens.findLastIndex(({ lower }, i) => i < from && /^(?:after|following|since)$/.test(lower));
  return (
    after !== -1 &&
    tokens.slice(after, from).every(({ text, tag }) => text !== ',' && tag !== 'VERB') &&
    tokens.slice(after, from).some(({ lower }) => EVENT_NOUNS.has(lower))
  );
}

/** "made the first visit since a scuffle in Elm on Oct. 7": the day of what it is the first after. */
const isOfWhatWasSince = (
  { tokens }: Parsed,
  { verb }: Clause,
  { from, relation }: TimeExpression,
): boolean =>
  relation === 'at' &&
  verb.tense === 'past' &&
  tokens
    .slice(verb.to, from - 1)
    .some(
      ({ lower }, i, between) =>
        lower === 'since' &&
        between.slice(i).every(({ text, tag }) => text !== ',' && tag !== 'VERB' && tag !== 'AUX'),
    );

/** "Despite the warning last month, the board met": the day of what was before. */
const isInSpiteOf = ({ tokens }: Parsed, { start, verb }: Clause, { from }: TimeExpression): boolean =>
  from < verb.from && start > from && /^(?:despite|amid|unlike)$/.test(tokens[0]!.lower);

/** "Survivors of Monday's fire met": the day of what the subject only belongs to. */
const isOfAnother = ({ tokens }: Parsed, { start }: Clause, { from, to }: TimeExpression): boolean =>
  tokens
    .slice(start, tokens[from - 1]?.lower === 'of' && tokens[to]?.lower !== "'s" ? from - 1 : from)
    .some(({ lower }) => /^(?:of|from|for|about)$/.test(lower));

/** "in an Oct. 21 meeting", "at last Monday's hearing", "in the storm of May 2", "was razed by Friday's fire", "won Sunday's final". */
function saysWhen({ tokens }: Parsed, { verb }: Clause, { from, to }: TimeExpression): boolean {
  const noun = tokens[from - 1]?.lower === 'of' ? from - 2 : -1;
  const before =
    noun < 0 ? tokens.slice(Math.max(0, from - 2), from) : tokens.slice(Math.max(0, noun - 3), noun);
  const named = noun < 0 ? tokens.slice(to, to + 4) : tokens.slice(noun, noun + 1);
  if (!named.some(({ lower }) => EVENT_NOUNS.has(lower))) return false;
  return (
    before.some(({ lower }) => /^(?:in|at|during)$/.test(lower)) ||
    (verb.passive && before.some(({ lower }) => lower === 'by')) ||
    (ATTENDING.has(tokens[verb.head]!.lower) && from - verb.to <= 1)
  );
}

/** "has been shut since Friday", "have died since March"; "will be sold from May 2": from then on. */
const saysSince = (
  { tokens }: Parsed,
  { verb }: Clause,
  { from }: TimeExpression,
  status: DevelopmentStatus,
): boolean =>
  status === 'planned'
    ? tokens[from - 1]!.lower === 'from'
    : status === 'happened' &&
      verb.tense === 'perfect' &&
      !verb.negated &&
      tokens.slice(from - 2, from).some(({ lower }) => lower === 'since');

/** "is due to last until Friday": the plan is for how long. */
const isToLast = ({ tokens }: Parsed, { verb }: Clause, { from }: TimeExpression): boolean =>
  tokens.slice(verb.from, from).some(({ lower }) => /^(?:last|run|continue)$/.test(lower));

const isDeadline = ({ tokens }: Parsed, { from }: TimeExpression): boolean =>
  tokens.slice(Math.max(0, from - 2), from).some(({ lower }) => lower === 'by');

const rank = (expression: TimeExpression, when: DayRange): number =>
  (expression.relation === 'at' ? 2 : 0) + (when.precision === 'day' ? 1 : 0);

function fits(
  when: DayRange,
  expression: TimeExpression,
  status: DevelopmentStatus,
  reading: Reading,
  perfect: boolean,
): boolean {
  if (when.precision === 'year')
    return status === 'planned'
      ? when.to >= reading.today && when.from < reading.today + FURTHEST_YEAR_DAYS
      : // "earlier this year"
        expression.fixed === 'past' && when.to === reading.today;
  const longest = expression.fixed ? LONGEST_RANGE_DAYS : LONGEST_PART_OF_YEAR_DAYS;
  if (when.to - when.from > longest && when.precision !== 'month') return false;
  // Nobody "has met on Monday": with a perfect tense a single day belongs to something else.
  if (
    perfect &&
    status !== 'planned' &&
    when.precision === 'day' &&
    when.from !== reading.today &&
    !expression.fixed
  )
    return false;
  // "has been fined for a foul last weekend": the day of something else, as a single day would be
  if (
    perfect &&
    status === 'happened' &&
    expression.relation === 'at' &&
    when.precision !== 'day' &&
    when.to < reading.today
  )
    return false;
  // "has proposed an airlift like that of early 1990"
  if (
    perfect &&
    status === 'happened' &&
    !expression.fixed &&
    expression.relation !== 'since' &&
    when.to - when.from > LONGEST_RANGE_DAYS
  )
    return false;
  // "took place amid tensions in recent weeks": a long stretch dates only what has gone on through it.
  if (when.precision === 'range' && when.to - when.from > 10 && expression.fixed === 'past' && !perfect)
    return false;
  if (status === 'happened') return when.from <= reading.today && expression.fixed !== 'future';
  if (status === 'planned') return when.to >= reading.today && expression.fixed !== 'past';
  return true;
}

/**
 * "They rejected a plan that was handed over earlier this month": it happened in that period, if the period still runs.
 */
export function periodOfObject(
  parsed: Parsed,
  clause: Clause,
  reading: Reading,
): { when?: DayRange; expression?: TimeExpression } {
  if (clause.kind !== 'main' || clause.verb.tense !== 'past') return {};
  const { clauses, dates, tokens } = parsed;
  for (const expression of dates) {
    if (expression.from < clause.verb.to || expression.relation !== 'at' || tokens[expression.from]!.quoted)
      continue;
    const inside = governingClause(parsed, expression.from);
    const at = inside ? clauses.indexOf(inside) : -1;
    if (!inside || (inside.kind !== 'relative' && inside.kind !== 'bare') || clauses[at - 1] !== clause)
      continue;
    const when = expression.resolve('past');
    const running =
      when &&
      /^(?:week|month)$/.test(when.precision) &&
      when.from <= reading.today &&
      when.to >= reading.today;
    if (running) return { when: { ...when, to: reading.today }, expression };
  }
  return {};
}
