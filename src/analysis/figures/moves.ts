import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import type { Parsed } from '../sentence/parse.js';
import type { VerbGroup } from '../sentence/verbs.js';
import { boundBefore, isExpecting, outlookOf, type Outlook } from './outlook.js';

const UP =
  /^(?:rose|risen|rise|rises|rising|climbs?|climbing|jumps?|jumping|gains?|gaining|surges?|surging|soars?|soaring|grows?|growing|increases?|increasing|grew|grown|climbed|swelled|increased|jumped|gained|surged|soared|advances?|advanced|accelerates?|accelerated|quickens?|quickened|doubles?|doubled|triples?|tripled|quadrupled|rebounds?|rebounded|widens?|widened|spiked)$/;
const DOWN =
  /^(?:fell|fallen|falls?|falling|drops?|dropping|declines?|declining|loses?|slips?|slipping|plunges?|plunging|slid|slides?|sliding|tumbles?|tumbling|slumps?|slumping|sinks?|sinking|sheds?|decreases?|decreasing|dropped|declined|lost|slipped|plunged|tumbled|slumped|sank|shed|decreased|shrank|shrinks?|shrinking|slows?|slowed|slowing|eases?|eased|easing|cools?|cooled|cooling|dips?|dipped|narrows?|narrowed|halved|contracts?|contracted|retreats?|retreated|moderated)$/;
const LEVELS =
  /^(?:is|was|are|were|be|been|stands|stood|reached|reaches|reach|exceed|exceeds|total|totals|amounts?|amounted|top|swollen|hit|hits|totaled|totalled|topped|exceeded|passed|surpassed|edged|averaged|averages|held|holds|remains?|remained|stays?|stayed)$/;
const HEIGHT =
  /^(?:high|highs|low|lows|record|total|peak|average|level|levels|maximum|minimum|range|region|order)$/;
/** Between such a verb and its number no more words may stand. */
const FAR = 6;
const FURTHEST = 9;

/** The verb by which a number with no noun tells how much its subject is, or how far it went; `to` is where the subject ends. */
export function measuringVerb(
  parsed: Parsed,
  number: NumberPhrase,
):
  | { readonly verb: Pick<VerbGroup, 'head' | 'to'>; readonly to: number; readonly outlook?: Outlook }
  | undefined {
  const { tokens, clauses } = parsed;
  const taken = takenForNoun(tokens, number.qualifierFrom);
  if (taken !== undefined) return { verb: { head: taken, to: taken + 1 }, to: taken };
  const index = clauses.findLastIndex(({ verb }) => verb.head < number.from);
  const found = clauses[index]?.verb;
  // "will slow to 2 percent": the tagger's adjective
  const slow =
    found !== undefined &&
    /^(?:future|modal)$/.test(found.tense) &&
    found.head === found.to - 1 &&
    tokens[found.head]!.tag === 'AUX' &&
    measures(tokens[found.to]!);
  const verb = slow ? { ...found, head: found.to, to: found.to + 1 } : found;
  if (!verb || !isNear(parsed, verb.to, number)) return undefined;
  const head = tokens[verb.head]!.lower;
  // "closed down 5 percent", "is forecast up 5 percent to $40"
  const foreseen = verb.passive && (isExpecting(head) || head === 'seen');
  const directed =
    (TRADED.test(head) &&
      (isDirection(tokens[number.qualifierFrom - 1]) || isDirection(tokens[number.to]))) ||
    (foreseen && isDirection(tokens[verb.to]));
  const before = clauses[index - 1]?.verb;
  // "gained 40 points to close at 9,000": the subject is that of what it did before.
  const closes =
    TRADED.test(head) &&
    tokens[verb.from]!.lower === 'to' &&
    before !== undefined &&
    before.tense !== 'none' &&
    (directed || (tokens[number.qualifierFrom - 1]!.lower === 'at' && measures(tokens[before.head]!)));
  if (closes) return { verb, to: before.from };
  if (!directed && !measures(tokens[verb.head]!)) return undefined;
  if (verb.tense !== 'none') {
    const outlook = foreseen ? 'expected' : outlookOf(parsed, verb);
    return { verb, to: ownSubject(parsed, index), ...(outlook ? { outlook } : {}) };
  }
  // "is expected to fall to 3 percent"; "they expect growth to fall to 3 percent", "with sales dropping 12 percent".
  const bound = boundBefore(parsed, clauses[index]!);
  if (bound) return { verb, ...bound };
  // "is to rise to 40"
  if (
    before?.to === verb.from &&
    tokens[verb.from]!.lower === 'to' &&
    /^(?:is|are|was|were)$/.test(tokens[before.head]!.lower)
  )
    return { verb, to: ownSubject(parsed, index - 1), outlook: 'expected' };
  // "has since risen to 40"
  if (
    before &&
    /^(?:has|have|had)$/.test(tokens[before.head]!.lower) &&
    verb.from - before.to === 1 &&
    /^(?:since|now|already|also|only|even)$/.test(tokens[before.to]!.lower)
  )
    return { verb, to: before.from };
  if (before?.to === verb.from) return undefined;
  // "fell before closing down 4 percent"
  if (before && before.tense !== 'none' && /^(?:before|after)$/.test(tokens[verb.from - 1]?.lower ?? ''))
    return { verb, to: ownSubject(parsed, index - 1) };
  if (tokens[verb.from]!.lower !== 'to' || !before)
    return /ing$/.test(tokens[verb.head]!.lower) ? { verb, to: verb.from } : undefined;
  const expected = isExpecting(tokens[before.head]!.lower);
  return { verb, to: verb.from, ...(expected ? { outlook: 'expected' as const } : {}) };
}

const TRADED = /^(?:clos|trad|end|finish|open|settl)(?:e|es|ed|ing|s)?$/;

const LONGEST_ASIDE = 16;

/** "Kari Vold, 42, was", "the index, which tracks ships, fell": where the subject ends before an aside, or else at its verb. */
export function beforeAside(tokens: readonly Token[], verb: number): number {
  if (tokens[verb - 1]?.text !== ',') return verb;
  const comma = tokens.findLastIndex(({ text }, i) => i < verb - 1 && text === ',');
  const aside = comma > 0 && verb - comma < LONGEST_ASIDE && /^(?:NOUN|PROPN)$/.test(tokens[comma - 1]!.tag);
  const opens = tokens[comma + 1];
  const named =
    tokens[comma - 1]?.tag === 'NOUN' &&
    verb - comma < 5 &&
    tokens.slice(comma + 1, verb - 1).every(({ tag }) => tag === 'PROPN');
  return aside && (named || opens?.tag === 'NUM' || /^(?:who|which|an?|the|whose)$/.test(opens?.lower ?? ''))
    ? comma
    : verb;
}

/** Where the subject of a verb ends: of one that is joined on without, "rose to 40 and may reach 60", that of the first. */
export function ownSubject({ tokens, clauses, dates }: Parsed, index: number): number {
  const { verb, kind } = clauses[index]!;
  let to = beforeAside(tokens, verb.from);
  // "Rainfall this year was"
  const day = dates.find((date) => date.to === to && date.from > 0);
  if (day && /^(?:NOUN|PROPN)$/.test(tokens[day.from - 1]!.tag)) to = day.from;
  while (tokens[to - 1]?.tag === 'ADV' && to > 1) to -= 1;
  const first = clauses.slice(0, index).findLast((clause) => clause.verb.tense !== 'none');
  const joined = kind === 'joined' && /^(?:and|but)$/.test(tokens[to - 1]?.lower ?? '');
  return joined && first && first.kind !== 'relative' ? beforeAside(tokens, first.verb.from) : to;
}

const measures = ({ lower }: Token): boolean => UP.test(lower) || DOWN.test(lower) || LEVELS.test(lower);

/** "the bullet hit the mother of 13": nothing but a level, another number or a day may stand between. */
function isNear({ tokens, dates, numbers }: Parsed, from: number, { qualifierFrom }: NumberPhrase): boolean {
  if (qualifierFrom - from > FURTHEST) return false;
  return tokens.slice(from, qualifierFrom).every(({ tag, lower, text }, i) => {
    // "half were old, 40 percent were new": the mark parts them.
    const next = tokens[from + i + 1];
    if (text === ';' || (text === ',' && !isDirection(next) && !/^(?:or|to|at)$/.test(next!.lower)))
      return false;
    return (
      !/^(?:NOUN|PROPN|PRON|VERB)$/.test(tag) ||
      HEIGHT.test(lower) ||
      /^\d{1,3}-(?:year|month|week|day)$/.test(lower) ||
      /^(?:percent|million|billion|thousand|points?|basis|cents?|pence)$/.test(lower) ||
      dates.some((date) => from + i >= date.from && from + i < date.to) ||
      numbers.some((other) => from + i >= other.from && from + i < other.to)
    );
  });
}

/** "shares fall 2%", "growth drops to 9 percent": the tagger's noun is a verb where one of the two has an -s. */
export function takenForNoun(tokens: readonly Token[], at: number): number | undefined {
  let i = at - 1;
  while (i > at - FAR && (/^(?:by|to)$/.test(tokens[i]?.lower ?? '') || tokens[i]?.type === 'number')) i -= 1;
  const [noun, verb] = [tokens[i - 1], tokens[i]];
  if (!/^(?:NOUN|PROPN)$/.test(noun?.tag ?? '') || verb?.tag !== 'NOUN') return undefined;
  const moves = UP.test(verb.lower) || DOWN.test(verb.lower);
  return moves && /s$/.test(noun!.lower) !== /s$/.test(verb.lower) ? i : undefined;
}

/** "Sales fell 30 percent", "by 30 percent" or "were down 30 percent": that is how far, not how much they are. */
export function isMoved(
  { tokens }: Parsed,
  { qualifierFrom: at, to, qualifier }: NumberPhrase,
  verb: Pick<VerbGroup, 'head' | 'to'>,
): 'rise in' | 'fall in' | undefined {
  const link = tokens[at - 1]!.lower;
  // "closed 4 percent down"
  if (isDirection(tokens[to]) && TRADED.test(tokens[verb.head]!.lower))
    return tokens[to]!.lower === 'up' ? 'rise in' : 'fall in';
  if (isDirection(tokens[at - 1])) return link === 'up' ? 'rise in' : 'fall in';
  if (link !== 'by' && verb.to !== at) return undefined;
  // "rose above 150" is where it stands.
  if (qualifier === 'above' || qualifier === 'below') return undefined;
  const { lower } = tokens[verb.head]!;
  if (UP.test(lower)) return 'rise in';
  return DOWN.test(lower) ? 'fall in' : undefined;
}

const isDirection = (token: Token | undefined): boolean => token?.lower === 'up' || token?.lower === 'down';

/** "(30 percent) lower", "more expensive", "too high". */
export const isComparison = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:more|less|fewer|too|above|below)$/.test(tokens[at]?.lower ?? '') ||
    /^(?!after$|over$|under$|earlier$|later$)\p{L}+er$/u.test(tokens[at]?.lower ?? '')) &&
  /^(?:ADJ|ADV|ADP)$/.test(tokens[at]!.tag);

/** "The index fell 500 points", "the river rose 4 metres" tell how far. */
export const isStep = ({ tokens, clauses }: Parsed, { to, qualifierFrom }: NumberPhrase): boolean =>
  /^(?:points|(?:centi|milli)?met(?:er|re)s|feet|inches|degrees)$/.test(tokens[to]?.lower ?? '') &&
  (clauses.some(
    ({ verb }) =>
      (verb.to === qualifierFrom || (verb.to === qualifierFrom - 1 && tokens[verb.to]!.lower === 'by')) &&
      (UP.test(tokens[verb.head]!.lower) || DOWN.test(tokens[verb.head]!.lower)),
  ) ||
    takenForNoun(tokens, qualifierFrom) !== undefined);
