import { EVENT_NOUNS } from '../lexicon/events.js';
import { MONTHS } from '../lexicon/time.js';
import type { Token } from '../reading/tokens.js';
import type { Parsed } from '../sentence/parse.js';
import type { DayRange, TimeExpression } from '../time/day-range.js';
import type { Reading } from '../reading/reading.js';
import type { Draft } from './draft.js';
import { happeningOf } from './events.js';

const UNDONE: ReadonlySet<string> = new Set(['cancelled', 'postponed']);

/** "Tuesday's fire" alone says too little to be read by itself. */
const FEWEST_WORDS_OF_A_NAME = 4;
/** "a visit on Friday" says less than "the visit on Friday", which is known by now. */
const FEWEST_WORDS_OF_A_NEW_NAME = 6;
/** A day without a year is looked for this far back. */
const NEAR_DAYS = 62;
/** The words of a name before its noun, or behind it, are no more. */
const REACH = 8;

/**
 * Happenings that a sentence only names, with their day: "after Tuesday's fire at the old mill", "the May 2 collapse
 * of the quay". Told where nothing else in the report is of that day.
 */
export function namedHappenings(parsed: Parsed, reading: Reading): Draft[] {
  const { tokens, dates, clauses } = parsed;
  if (dates.length === 0 || clauses.length === 0) return [];
  // "The crew will row in a race on Sunday"
  if (clauses.some(({ verb: { tense } }) => tense === 'future' || tense === 'modal')) return [];
  return dates.flatMap((expression): Draft[] => {
    if (tokens[expression.from]!.quoted) return [];
    const span = nameAround(tokens, expression);
    if (!span || !isOver(tokens, span.from, expression)) return [];
    // "called off the trip after a storm in the bay on May 2": why, not what.
    if (clauses.some((clause) => UNDONE.has(happeningOf(tokens, clause)?.status ?? ''))) return [];
    const when = expression.resolve('past');
    if (!when || !/^(?:day|month)$/.test(when.precision) || when.to > reading.today) return [];
    // "the December 12 election", named in November, is none of a year ago.
    const hasYear = /^\d{4}$/.test(tokens[expression.to - 1]!.text);
    if (!hasYear && reading.today - when.from > NEAR_DAYS) return [];
    return [draftOf(parsed, span, when, expression)];
  });
}

const draftOf = (
  parsed: Parsed,
  { from, to }: { from: number; to: number },
  when: DayRange,
  expression: TimeExpression,
): Draft => ({
  parsed,
  clause: parsed.clauses[0]!,
  happening: { status: 'happened', needsDate: true, act: false },
  tellers: [],
  inherited: false,
  named: true,
  ...{ from, to, when, expression },
});

/** The words that name the happening an expression of time belongs to. */
function nameAround(
  tokens: readonly Token[],
  { from, to, relation }: TimeExpression,
): { from: number; to: number } | undefined {
  const named = tokens[from - 1]?.lower === 'on' ? nounBefore(tokens, from - 2) : undefined;
  const behind = named !== undefined;
  if (!behind && relation !== 'of') return undefined;
  const noun = named ?? headAfter(tokens, to);
  if (noun === undefined) return undefined;
  const start = nameStart(tokens, behind ? noun : from);
  const end = behind ? to : nameEnd(tokens, noun + 1);
  if (start === undefined) return undefined;
  const fewest = /^an?$/.test(tokens[start]!.lower) ? FEWEST_WORDS_OF_A_NEW_NAME : FEWEST_WORDS_OF_A_NAME;
  return end - start >= fewest ? { from: start, to: end } : undefined;
}

/** The noun of "[raid] on Monday", "[raid] on a mill in Elm on Monday": what says where may stand between. */
function nounBefore(tokens: readonly Token[], last: number): number | undefined {
  for (let i = last; i > last - REACH && i >= 0; i -= 1) {
    if (EVENT_NOUNS.has(tokens[i]!.lower)) return i;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PART|ADP)$/.test(tokens[i]!.tag)) return undefined;
  }
  return undefined;
}

/** The noun of "Monday 's deadly ferry crash": the last of the words that can stand before it, if something happens in it. */
function headAfter(tokens: readonly Token[], to: number): number | undefined {
  let i = tokens[to]?.lower === "'s" ? to + 1 : to;
  while (i < to + REACH && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[i]?.tag ?? '')) i += 1;
  return EVENT_NOUNS.has(tokens[i - 1]?.lower ?? '') ? i - 1 : undefined;
}

/** Back to the article or the owner, "the", "Jon Orm 's"; a pronoun names nobody. */
function nameStart(tokens: readonly Token[], at: number): number | undefined {
  let i = at;
  while (i > at - REACH && /^(?:ADJ|NOUN|PROPN|NUM)$/.test(tokens[i - 1]?.tag ?? '')) i -= 1;
  if (tokens[i - 1]?.tag === 'DET') return i - 1;
  if (/^(?:his|her|its|their|our|my|your)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  if (tokens[i - 1]?.lower !== "'s") return i;
  const owned = i - 1;
  i = owned;
  while (i > at - REACH && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[i - 1]?.tag ?? '')) i -= 1;
  return i < owned ? i : undefined;
}

/** Past "at the old mill in Elm". */
function nameEnd(tokens: readonly Token[], after: number): number {
  let end = after;
  while (
    end < after + REACH &&
    /^(?:in|at|of|off|near|aboard|outside|on|between)$/.test(tokens[end]?.lower ?? '')
  ) {
    let i = end + 1;
    while (/^(?:DET|ADJ|NOUN|PROPN|PART)$/.test(tokens[i]?.tag ?? '')) i += 1;
    if (i === end + 1) break;
    end = i;
  }
  return end;
}

/** Whether it is over: named after "after" or "in"; a date says so unless it stands after "ahead of" or "for". */
function isOver(tokens: readonly Token[], start: number, { from, to }: TimeExpression): boolean {
  const before = tokens[start - 1]?.lower ?? '';
  if (/^(?:after|following|since|in|during|despite|by)$/.test(before)) return true;
  const dated = tokens.slice(from, to).some(({ lower }) => MONTHS.has(lower));
  const article = tokens[start]!.tag === 'DET';
  return (
    dated && article && !/^(?:before|for|until|to)$/.test(before) && tokens[start - 2]?.lower !== 'ahead'
  );
}
