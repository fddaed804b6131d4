import type { Clause } from '../sentence/clauses.js';
import { mentionAt, type Parsed } from '../sentence/parse.js';
import type { DayRange, TimeExpression } from '../time/day-range.js';
import type { Reading } from '../reading/reading.js';
import { FEWEST_WORDS, isPronoun, type Draft } from './draft.js';
import { dateOf } from './event-dates.js';
import { happeningOf } from './events.js';

/** "Forty died when the ferry sank on Monday", "… as they crossed the strait on Monday": both on that day. */
export function withInnerDay(best: Draft | undefined, reading: Reading): Draft | undefined {
  if (!best || best.when || best.happening.status !== 'happened' || best.clause.verb.tense !== 'past')
    return best;
  const { parsed, clause: told, to } = best;
  for (const clause of parsed.clauses) {
    const { kind, opener, start, verb } = clause;
    if (kind !== 'subordinate' || !/^(?:when|as|while)$/.test(opener ?? '') || start <= told.verb.to)
      continue;
    if (verb.from >= to || verb.tense !== 'past' || parsed.tokens[verb.head]!.quoted) continue;
    const same = dateOf(parsed, clause, 'happened', reading, [], clauseEnd(parsed, clause, to));
    if (same.when) return { ...best, ...same };
  }
  return best;
}

/** A clause inside with a day of its own: "… after the board met on March 3", "Jon Orm, who left on May 2". */
export function innerDraft(parsed: Parsed, clause: Clause, reading: Reading, to: number): Draft[] {
  const { tokens } = parsed;
  const from = innerStart(parsed, clause);
  if (from === undefined || clause.verb.from >= to || tokens[clause.verb.head]!.quoted) return [];
  const happening = happeningOf(tokens, clause);
  if (!happening || happening.act || (happening.status === 'happened' && clause.verb.tense !== 'past'))
    return [];
  const end = clauseEnd(parsed, clause, to);
  const own = dateOf(parsed, clause, happening.status, reading, [], end);
  const outer = clause.opener === 'when' && !own.when ? beforeWhen(parsed, clause, reading) : own;
  if (!outer.when || end - from < FEWEST_WORDS) return [];
  return [{ parsed, clause, happening, tellers: [], from, to: end, inherited: false, ...outer }];
}

/** Where the words of an inner clause begin that can be read alone: its own subject, or the name before "who". */
function innerStart(parsed: Parsed, { kind, opener, start, verb }: Clause): number | undefined {
  const { tokens } = parsed;
  const bySubject =
    kind === 'subordinate'
      ? /^(?:after|when|before|as|because|since)$/.test(opener ?? '')
      : kind === 'relative' && opener === 'where';
  if (bySubject) return start < verb.from && !isPronoun(tokens[start]) ? start : undefined;
  if (kind !== 'relative' || !/^(?:who|which|whose)$/.test(opener ?? '')) return undefined;
  const at = start - 1;
  if (tokens[at]?.lower !== opener) return undefined;
  const last = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  return mentionAt(parsed, last)?.from;
}

function clauseEnd({ tokens, clauses }: Parsed, clause: Clause, limit: number): number {
  let end = limit;
  for (let i = clause.verb.to; i < limit; i += 1) {
    if (tokens[i]!.text === ',' || tokens[i]!.text === ';') {
      const next = clauses.find(({ verb }) => verb.from > i);
      if (!next || next.verb.tense !== 'none' || tokens[i]!.text === ';') {
        end = i;
        break;
      }
    }
  }
  return end;
}

function beforeWhen(
  { tokens, dates }: Parsed,
  clause: Clause,
  reading: Reading,
): { when?: DayRange; expression?: TimeExpression } {
  const at = clause.start - 1;
  const expression = dates.findLast(
    // "the flood of May 2, when …", "the flood on May 2 when …"
    (date) => date.to === at || (date.to < at && at - date.to <= 4 && tokens[at - 1]?.text === ','),
  );
  const when = expression?.resolve('past');
  return when && when.from <= reading.today && when.precision !== 'year'
    ? { when, expression: expression! }
    : {};
}
