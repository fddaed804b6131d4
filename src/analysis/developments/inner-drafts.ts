import type { Clause } from '../sentence/clauses.js';
import { mentionAt, type Parsed } from '../sentence/parse.js';
import type { DayRange, TimeExpression } from '../time/day-range.js';
import type { Reading } from '../reading/reading.js';
import { FEWEST_WORDS, isPronoun, type Draft } from './draft.js';
import { dateOf, isPlanWord } from './event-dates.js';
import { happeningOf, type Happening } from './events.js';
import { EVENT_NOUNS } from '../lexicon/events.js';
import type { Token } from '../reading/tokens.js';

/** A description longer than this is rarely one noun's. */
const MOST_WORDS_BEFORE = 8;

/** "Forty died when the ferry sank on Monday", "… as they crossed the strait on Monday": both on that day. */
export function withInnerDay(best: Draft | undefined, reading: Reading): Draft | undefined {
  const status = best?.happening.status;
  const tense = status === 'planned' ? 'present' : 'past';
  // "The rig had been burning for a day when it sank on Monday"
  const wasUnderWay = best?.clause.verb.tense === 'past-perfect' && best.clause.verb.progressive;
  if (
    !best ||
    best.when ||
    (status !== 'planned' &&
      (status !== 'happened' ||
        !(best.clause.verb.tense === 'past' || wasUnderWay || best.happening.aftermath)))
  )
    return best;
  const { parsed, clause: told, to } = best;
  for (const clause of parsed.clauses) {
    const { kind, opener, start, verb } = clause;
    // "Two were killed after a boat sank on Monday"; who was arrested after it may be so later.
    const hurt =
      opener === 'after' &&
      (best.happening.aftermath ||
        /^(?:killed|injured|wounded|hurt)$/.test(parsed.tokens[told.verb.head]!.lower));
    const same = (wasUnderWay ? opener === 'when' : /^(?:when|as|while)$/.test(opener ?? '')) || hurt;
    // "She will be replaced by Jon Orm, who starts on Monday"
    // … and "The vote, which is planned for Monday, will be open to all"
    const head = parsed.tokens[verb.head]!.lower;
    const takesOver =
      status === 'planned' &&
      ((opener === 'who' && /^(?:starts|begins)$/.test(head) && start > told.verb.to) ||
        (opener === 'which' && isPlanWord(head) && start <= told.verb.from));
    if (!takesOver && (kind !== 'subordinate' || !same)) continue;
    if (!takesOver && start <= told.verb.to) continue;
    if (verb.from >= to || verb.tense !== tense || parsed.tokens[verb.head]!.quoted) continue;
    const dated = dateOf(parsed, clause, status!, reading, [], clauseEnd(parsed, clause, to));
    if (dated.when) return { ...best, ...dated };
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
  if (happening.status === 'planned' && clause.kind !== 'relative') return [];
  const end = clauseEnd(parsed, clause, to);
  const own = dateOf(parsed, clause, happening.status, reading, [], end);
  const outer = own.when ? own : outerDay(parsed, clause, from, reading, happening);
  if (!outer.when || end - from < FEWEST_WORDS) return [];
  return [{ parsed, clause, happening, tellers: [], from, to: end, inherited: false, ...outer }];
}

/** A day that stands before the clause and is its own: "the flood on May 2, when …", "the May 2 flood that …". */
function outerDay(
  parsed: Parsed,
  clause: Clause,
  from: number,
  reading: Reading,
  { status }: Happening,
): { when?: DayRange; expression?: TimeExpression } {
  if (status !== 'happened') return {};
  if (clause.opener === 'when') return beforeWhen(parsed, clause, reading);
  return clause.kind === 'relative' && clause.opener !== 'where'
    ? dayOfPhrase(parsed, from, clause, reading)
    : {};
}

/** Where the words of an inner clause begin that can be read alone: its own subject, or the name before "who". */
function innerStart(parsed: Parsed, clause: Clause): number | undefined {
  const { tokens, clauses } = parsed;
  const { kind, opener, start, verb } = clause;
  // "since the rig caught fire on Monday and sank on Tuesday"
  const before = clauses[clauses.indexOf(clause) - 1];
  if (!opener && start === verb.from && before?.kind === kind && before.opener)
    return innerStart(parsed, before);
  const bySubject =
    kind === 'subordinate'
      ? /^(?:after|when|before|as|because|since)$/.test(opener ?? '')
      : kind === 'relative' && opener === 'where';
  if (bySubject) {
    const own = start < verb.from && !isPronoun(tokens[start]);
    // "After a break I returned": the tale of whoever writes.
    return own && !tokens.slice(start, verb.from).some(({ lower }) => /^(?:i|we|you)$/.test(lower))
      ? start
      : undefined;
  }
  if (kind !== 'relative' || !/^(?:who|which|whose|that)$/.test(opener ?? '')) return undefined;
  const at = start - 1;
  if (tokens[at]?.lower !== opener) return undefined;
  // "told the conference that she left": what was told there.
  if (opener === 'that' && verb.from !== start) return undefined;
  let last = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  // "Jon Orm, 16, who"
  if (tokens[last]?.tag === 'NUM' && tokens[last - 1]?.text === ',') last -= 2;
  const day = parsed.dates.find((date) => date.to === last + 1);
  const head = day ? beforeDay(tokens, day.from) : last;
  if (EVENT_NOUNS.has(tokens[head]?.lower ?? '')) return phraseStart(tokens, head);
  const name = mentionAt(parsed, last);
  if (!name && tokens[last]?.tag === 'NOUN') return describedThing(parsed, last, clause);
  // "the trial of Orm, which begins …": it is not Orm that begins.
  if (opener === 'that' || (opener === 'which' && tokens[(name?.from ?? 0) - 1]?.tag === 'ADP'))
    return undefined;
  return name?.from;
}

/**
 * "the gunmen who raided the bank on Monday", "The figures, which the bank released on Monday": told of a thing with an
 * article, if the word before it does not hang it on another, "in an email to staff, which leaked on Monday".
 */
function describedThing(
  { tokens, dates }: Parsed,
  noun: number,
  { opener, verb }: Clause,
): number | undefined {
  const from = phraseStart(tokens, noun);
  if (from === undefined) return undefined;
  if (opener === 'which' && tokens[from - 1]?.tag === 'ADP') return undefined;
  // "a sailor who died in May" may have been any.
  return dates.some((date) => date.from > verb.from && date.resolve('past')?.precision === 'day')
    ? from
    : undefined;
}

/** The last word before "on Monday", "of May 2". */
const beforeDay = (tokens: readonly Token[], at: number): number =>
  tokens[at - 1]?.tag === 'ADP' ? at - 2 : at - 1;

/** Where "the May 2 quake", "the old town's worst fire" begin: at their article; nowhere without one. */
function phraseStart(tokens: readonly Token[], head: number): number | undefined {
  for (let i = head - 1; i >= 0 && i >= head - MOST_WORDS_BEFORE; i -= 1) {
    const { tag, lower, type } = tokens[i]!;
    // "the Gulf of Elm ferry disaster"
    if (lower === 'of' && tokens[i - 1]?.tag === 'PROPN' && tokens[i + 1]?.tag === 'PROPN') continue;
    if (type === 'punct' || tag === 'VERB' || tag === 'AUX' || tag === 'ADP') return undefined;
    if (tag === 'DET' || /^(?:its|their|his|her)$/.test(lower)) return tag === 'DET' ? i : undefined;
  }
  return undefined;
}

/** The day that stands in the words before "that": "the May 2 quake that …", "the quake on May 2, which …". */
function dayOfPhrase(
  { dates }: Parsed,
  from: number,
  clause: Clause,
  reading: Reading,
): { when?: DayRange; expression?: TimeExpression } {
  const expression = dates.find((date) => date.from > from && date.to < clause.start);
  const when = expression?.resolve('past');
  return when && expression && when.from <= reading.today && when.precision !== 'year'
    ? { when: { ...when, to: Math.min(when.to, reading.today) }, expression }
    : {};
}

function clauseEnd({ tokens, clauses }: Parsed, clause: Clause, limit: number): number {
  const after = clauses.find(({ kind, verb }) => kind === 'main' && verb.from > clause.verb.to);
  // "The crew that left on Monday [is lost]"
  // … but not "the crew, who, it emerged, also [had]"
  const subject = after && tokens[after.verb.from - 1]!.lower !== 'also';
  let end = clause.kind === 'relative' && subject ? Math.min(limit, after.verb.from) : limit;
  for (let i = clause.verb.to; i < end; i += 1) {
    // "… that caused the leak, or for failing to …": another thing that is told of the outer clause
    if (tokens[i]!.text === ',' && tokens[i + 1]?.tag === 'CCONJ' && tokens[i + 3]?.lower.endsWith('ing')) {
      end = i;
      break;
    }
    if (tokens[i]!.text === ',' || tokens[i]!.text === ';') {
      const next = clauses.find(({ verb }) => verb.from > i);
      if (!next || next.verb.tense !== 'none' || tokens[i]!.text === ';') {
        end = i;
        break;
      }
    }
  }
  // "… on Monday and", before what the next clause tells
  while (tokens[end - 1]!.tag === 'CCONJ') end -= 1;
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
