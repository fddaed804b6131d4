import type { DevelopmentStatus } from '../../domain/statements.js';
import type { ResolvedAttribution } from '../claims/claim-facts.js';
import type { Clause } from '../sentence/clauses.js';
import type { DayRange, TimeExpression } from '../time/day-range.js';
import { definiteEvents, eventFamily } from './events.js';
import { EVENT_NOUNS, PLAN_WORDS } from '../lexicon/events.js';
import { governingClause, type Parsed } from '../sentence/parse.js';
import type { Reading } from '../reading/reading.js';
import { stem } from '../reading/stem.js';

/** Longer spans ("over the past 15 years") date no happening. */
const LONGEST_RANGE_DAYS = 62;
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
    if (expression.relation === 'since') continue;
    // "will be done by Friday": the day a plan is to be done by; "until Friday" dates nothing.
    if (expression.relation === 'until' && !(status === 'planned' && isDeadline(parsed, expression)))
      continue;
    // "after its May 2 attack": the day of another happening; "the May 2 attack killed …" is its own.
    if (expression.relation === 'of' && expression.from > clause.verb.from) continue;
    if (tails.some(({ segment }) => expression.from >= segment[0] && expression.to <= segment[1])) continue;
    if (!belongs(parsed, clause, expression)) continue;
    const when = expression.resolve(status === 'planned' ? 'future' : 'past');
    if (!when || !fits(when, expression, status, reading, clause.verb.tense === 'perfect')) continue;
    const known = status === 'happened' && when.to > reading.today ? { ...when, to: reading.today } : when;
    if (!best || rank(expression, when) > rank(best.expression, best.when))
      best = { when: known, expression };
  }
  return best ?? {};
}

const isDeadline = ({ tokens }: Parsed, { from }: TimeExpression): boolean =>
  tokens.slice(Math.max(0, from - 2), from).some(({ lower }) => lower === 'by');

const rank = (expression: TimeExpression, when: DayRange): number =>
  (expression.relation === 'at' ? 2 : 0) + (when.precision === 'day' ? 1 : 0);

function belongs(parsed: Parsed, clause: Clause, expression: TimeExpression): boolean {
  const governing = governingClause(parsed, expression.from);
  if (governing === clause) return !isPlanInserted(parsed, clause, expression);
  if (!governing) return false;
  // "… met to sign a pact on Friday": the infinitive is part of what the clause tells.
  const { clauses, tokens } = parsed;
  const at = clauses.indexOf(governing);
  if (governing.kind === 'bare' && goesOn(parsed, clause, at)) return true;
  // "It is believed the quake on 12 January killed …": the day stands beside the happening in the subject.
  const inSubject = expression.from > clause.start && expression.from < clause.verb.from;
  if (
    inSubject &&
    governing.verb.to <= clause.start &&
    tokens.slice(clause.start, expression.from).some(({ lower }) => EVENT_NOUNS.has(lower))
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
  const ofBefore =
    tokens[verb.from]!.lower === 'to' ||
    isMeanwhile(parsed, before, clauses[at]!) ||
    isObject(tokens, verb.from);
  return ofBefore && (before === clause || (before.kind === 'bare' && goesOn(parsed, clause, at - 1)));
}

/** "… talks about returning", "… plans for moving": an -ing after a preposition that only says what about. */
const isObject = (tokens: Parsed['tokens'], at: number): boolean =>
  tokens[at]!.lower.endsWith('ing') && /^(?:about|for|on|over|of)$/.test(tokens[at - 1]?.lower ?? '');

/** "… fell while climbing on Monday", "…, killing two on Monday", "… as planned on Monday", "began entering on Monday". */
function isMeanwhile({ tokens }: Parsed, before: Clause, { verb }: Clause): boolean {
  const link = tokens[verb.from - 1]?.lower ?? '';
  if (link === 'as') return true;
  return (
    tokens[verb.head]!.lower.endsWith('ing') &&
    (verb.from === before.verb.to || /^(?:while|when|by|,)$/.test(link))
  );
}

/** "The talks, originally due on Monday, were held": the day of a plan that the sentence tells the end of. */
function isPlanInserted({ tokens }: Parsed, clause: Clause, expression: TimeExpression): boolean {
  const open = tokens.findLastIndex(({ text }, i) => text === ',' && i < expression.from);
  const close = tokens.findIndex(({ text }, i) => text === ',' && i >= expression.to);
  return (
    open >= clause.start &&
    close > 0 &&
    close < clause.verb.from &&
    tokens.slice(open, expression.from).some(({ lower }) => PLAN_WORDS.has(lower))
  );
}

function fits(
  when: DayRange,
  expression: TimeExpression,
  status: DevelopmentStatus,
  reading: Reading,
  perfect: boolean,
): boolean {
  if (when.precision === 'year')
    return status === 'planned' && when.to >= reading.today && when.from < reading.today + FURTHEST_YEAR_DAYS;
  if (when.to - when.from > LONGEST_RANGE_DAYS && when.precision !== 'month') return false;
  // Nobody "has met on Monday": with a perfect tense a single day belongs to something else.
  if (perfect && when.precision === 'day' && when.from !== reading.today && !expression.fixed) return false;
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

interface Remembered {
  readonly verb: string;
  /** "They also discussed …": more of a meeting told before. */
  readonly goesOn: boolean;
  readonly nouns: readonly string[];
  readonly families: readonly number[];
  readonly people: ReadonlySet<number>;
  readonly stems: ReadonlySet<string>;
  readonly when: DayRange;
  readonly sentence: number;
}

const MEETING = eventFamily('meeting');
/** What people do when they meet. */
const TALKED = /^(?:discussed|talked|addressed|raised|negotiated|agreed)$/;

/** How many sentences back a happening is still being spoken of without its day. */
const REACH = 12;

/** Remembers dated happenings, so that "the meeting ended" or "they met for hours" takes the day of the meeting. */
export class EventMemory {
  private readonly seen: Remembered[] = [];

  learn(parsed: Parsed, clause: Clause, when: DayRange): void {
    this.seen.push(sketch(parsed, clause, when));
  }

  /** The day of the happening that a clause goes on about; undefined when it may well be another. */
  recall(parsed: Parsed, clause: Clause): DayRange | undefined {
    const now = sketch(parsed, clause, { from: 0, to: 0, precision: 'day' });
    const definite = definiteEvents(parsed.tokens, clause.start, clause.verb);
    const spokenAgain = definite.map(eventStem);
    const families = definite.map(eventFamily).filter((family) => family >= 0);
    for (const earlier of this.seen.toReversed()) {
      const distance = now.sentence - earlier.sentence;
      if (distance > REACH) break;
      if (spokenAgain.some((noun) => earlier.nouns.includes(noun) || earlier.verb === noun))
        return earlier.when;
      if (families.some((family) => earlier.families.includes(family))) return earlier.when;
      if (now.goesOn && (earlier.verb === 'meet' || earlier.families.includes(MEETING))) return earlier.when;
      const sameVerb = now.verb === earlier.verb || earlier.nouns.includes(now.verb);
      if (
        sameVerb &&
        (distance <= 1 || shares(now.people, earlier.people) || common(now.stems, earlier.stems) >= 2)
      )
        return earlier.when;
    }
    const last = this.seen.at(-1);
    return last && last.sentence === 0 && now.sentence === 1 && shares(now.people, last.people)
      ? last.when
      : undefined;
  }

  /** The day a later sentence gives to what an opening tells without one. */
  foresee(
    parsed: Parsed,
    clause: Clause,
    ahead: readonly { parsed: Parsed; clause: Clause; when?: DayRange | undefined }[],
  ): DayRange | undefined {
    const now = sketch(parsed, clause, { from: 0, to: 0, precision: 'day' });
    const match = ahead.find((later) => sketch(later.parsed, later.clause, later.when!).verb === now.verb);
    return match?.when;
  }

  /** The day another sentence gives to the happening a plan is for: "will be raised at the meeting". */
  foreseeEvent(
    parsed: Parsed,
    clause: Clause,
    plans: readonly { parsed: Parsed; clause: Clause; when?: DayRange | undefined }[],
  ): DayRange | undefined {
    const now = sketch(parsed, clause, { from: 0, to: 0, precision: 'day' });
    const match = plans.find((plan) => {
      const again = definiteEvents(plan.parsed.tokens, 0).map(eventStem);
      return again.some((noun) => now.nouns.includes(noun));
    });
    return match?.when;
  }
}

function sketch({ tokens, sentence, mentions }: Parsed, clause: Clause, when: DayRange): Remembered {
  const events = tokens
    .filter((token, index) => EVENT_NOUNS.has(token.lower) && !token.quoted && !isBackground(tokens, index))
    .map((token) => token.lower);
  const head = tokens[clause.verb.head]!.lower;
  return {
    verb: eventStem(head),
    goesOn: TALKED.test(head) && tokens[clause.verb.from - 1]?.lower === 'also',
    nouns: events.map(eventStem),
    families: events.map(eventFamily).filter((family) => family >= 0),
    people: new Set(mentions.map(({ entity }) => entity)),
    stems: new Set(
      tokens.filter(({ tag }) => tag === 'NOUN' || tag === 'ADJ').map((token) => stem(token.lower)),
    ),
    when,
    sentence: sentence.index,
  };
}

/** "… after the storm": a happening before the one that is told. */
const isBackground = (tokens: Parsed['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }) => /^(?:after|following|since|before|despite|from)$/.test(lower));

const IRREGULAR: Readonly<Record<string, string>> = {
  met: 'meet',
  struck: 'strik',
  shot: 'shoot',
  fell: 'fall',
  won: 'win',
  died: 'di',
  killed: 'kill',
  bombed: 'bomb',
  held: 'hold',
};

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((item) => b.has(item)).length;

/** "met", "meeting" and "meetings" are one. */
const eventStem = (word: string): string =>
  IRREGULAR[word] ?? stem(word.replace(/s$/, '')).replace(/ing$/, '');

const shares = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  [...a].some((item) => b.has(item));
