import { isSpeechVerb } from '../lexicon/speech.js';
import { TIME_UNITS, WEEKDAYS } from '../lexicon/time.js';
import type { Token } from '../reading/tokens.js';
import { findVerbs, type VerbGroup } from './verbs.js';

/**
 * Where a verb stands: `main` carries the sentence, `joined` is joined to it by "and" or "but", `content` is what
 * somebody says or decides, the others only describe.
 */
export type ClauseKind = 'main' | 'joined' | 'content' | 'relative' | 'subordinate' | 'bare';

export interface Clause {
  readonly verb: VerbGroup;
  readonly kind: ClauseKind;
  /** Token index of the first word of the clause, its subject included. */
  readonly start: number;
  /** For `relative` and `subordinate`: the word that opens it. */
  readonly opener?: string;
}

const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'where']);
const SUBORDINATE = new Set(
  'because since although though while whereas unless until if when whenever after before as once whether so given wherever whatever'.split(
    ' ',
  ),
);

/**
 * Sorts the verbs of a sentence into clauses. There is no grammar behind it, only the order of words: it is right for
 * the plain sentences that reports are made of, and linear.
 */
export function findClauses(tokens: readonly Token[]): Clause[] {
  const verbs = findVerbs(tokens);
  const clauses: Clause[] = [];
  let edge = 0;
  let mainFound = false;
  const lead = leadEnd(tokens, verbs);
  for (const [index, verb] of verbs.entries()) {
    const start = Math.max(edge, verb.from < lead ? 0 : verb.from >= lead && edge < lead ? lead : edge);
    const { kind, from, opener } = classify(
      tokens,
      verbs,
      clauses,
      index,
      start,
      mainFound,
      verb.from < lead,
    );
    // Relative clauses may stand between the subject and the main verb.
    const first = kind === 'main' && !mainFound ? lead : from;
    if (kind === 'main') mainFound = true;
    clauses.push({ verb, kind, start: first, ...(opener ? { opener } : {}) });
    // "since a tanker owned by Orm sank": what only describes leaves the opener to the next verb.
    if (kind !== 'bare' || !opener) edge = verb.to;
  }
  return clauses;
}

/** Token index where an introduction ("On Monday, …", "After the vote, …") ends; 0 without one. */
function leadEnd(tokens: readonly Token[], verbs: readonly VerbGroup[]): number {
  const first = tokens[0];
  if (!first || isAmount(tokens)) return 0;
  const opensLead =
    first.tag === 'ADP' ||
    first.tag === 'SCONJ' ||
    first.tag === 'ADV' ||
    isCount(tokens) ||
    SUBORDINATE.has(first.lower) ||
    (verbs[0]?.from === 0 &&
      (verbs[0].tense === 'none' || /^(?:asked|pressed|questioned)$/.test(first.lower))) ||
    /^(?:according|following|given|including|regarding|concerning|considering)$/.test(first.lower);
  if (!opensLead) return 0;
  for (let i = 1; i < tokens.length - 1; i += 1) {
    if (tokens[i]!.quoted || tokens[i]!.text !== ',') continue;
    // "On Sunday 40 crews were freed, and …": a clause of its own, no introduction
    if (/^(?:and|but)$/.test(tokens[i + 1]!.lower) && isWhole(tokens.slice(0, i), verbs)) return 0;
    // "In March, April and May, …": the lead goes on while no verb can follow.
    if (verbs.some((verb) => verb.from > i && verb.tense !== 'none')) return i + 1;
  }
  return 0;
}

/** Whether the words before a comma are a clause that nothing opens. */
const isWhole = (words: readonly Token[], verbs: readonly VerbGroup[]): boolean =>
  verbs.some(({ to, tense, ambiguous }) => to <= words.length && tense !== 'none' && !ambiguous) &&
  words.every(({ lower }) => !RELATIVE.has(lower) && lower !== 'that' && !SUBORDINATE.has(lower));

/** "Two days after the flood, …", "More than a year before the vote, …" */
const isCount = (tokens: readonly Token[]): boolean =>
  tokens
    .slice(1, 6)
    .some(({ lower }, i) => /^(?:after|before|since)$/.test(lower) && TIME_UNITS.has(tokens[i]!.lower));

/** "At least 40", "Over 1,000", "Up to a dozen": a subject that begins like an introduction. */
const isAmount = ([first, second, third]: readonly Token[]): boolean =>
  /^(?:at|up|over|about|around|under|between|near|close)$/.test(first?.lower ?? '') &&
  (/^(?:least|most)$/.test(second?.lower ?? '') ||
    second?.tag === 'NUM' ||
    (second?.lower === 'to' && (third?.tag === 'NUM' || /^(?:a|an|half)$/.test(third?.lower ?? ''))));

function classify(
  tokens: readonly Token[],
  verbs: readonly VerbGroup[],
  clauses: readonly Clause[],
  index: number,
  edge: number,
  mainFound: boolean,
  inLead: boolean,
): { kind: ClauseKind; from: number; opener?: string } {
  const verb = verbs[index]!;
  let from = edge;
  let opener: string | undefined;
  let openerAt = -1;
  let joined = false;
  for (let i = verb.from - 1; i >= edge; i -= 1) {
    const { lower, type } = tokens[i]!;
    if (type !== 'word') {
      if (lower === ';' || lower === ':') {
        from = Math.max(from, i + 1);
        break;
      }
      continue;
    }
    // "“… for those who fish,” Ann Roe told the paper": what opens a clause in a quotation opens none behind it.
    if (tokens[i]!.quoted && !tokens[verb.head]!.quoted) continue;
    if (
      RELATIVE.has(lower) ||
      // "That meeting was …" begins with what it points to.
      (lower === 'that' && (i > 0 || tokens[1]?.tag !== 'NOUN')) ||
      (SUBORDINATE.has(lower) && opensClause(tokens, i, verb.from)) ||
      (lower === 'as' && opensWithAs(tokens, i, verb))
    ) {
      [opener, openerAt] = [lower, i];
      break;
    }
    if ((lower === 'and' || lower === 'but' || lower === 'or') && joinsClause(tokens, i, verb.from)) {
      joined = true;
      from = i + 1;
      break;
    }
  }
  if (openerAt >= 0) from = openerAt + 1;
  if (inLead)
    return { kind: verb.tense === 'none' ? 'bare' : 'subordinate', from, ...(opener ? { opener } : {}) };
  // "… will begin, as scheduled, on Monday"
  const asPlanned = verb.ambiguous && tokens[verb.from - 1]?.lower === 'as';
  if (verb.tense === 'none' || asPlanned) return { kind: 'bare', from };
  // "The talks, under way since the end of a truce, have failed": what the comma ends has no verb, and this has no subject.
  if (openerAt > 0 && !mainFound && tokens[verb.from - 1]!.text === ',') return { kind: 'main', from: edge };
  // "said the rules issued Monday closed …": what only describes stands between.
  let last = index - 1;
  while (last > 0 && verbs[last]!.ambiguous && clauses[last]!.kind === 'bare') last -= 1;
  const previous = verbs[last];
  const saysBefore =
    previous !== undefined && isSpeechVerb(tokens[previous.head]!.lower) && previous.tense !== 'none';
  const told = saysBefore && /^t(?:old|ells?|elling)$/.test(tokens[previous.head]!.lower);
  if (opener === 'that' && told) return { kind: 'content', from, opener };
  if (opener === 'that') return contentOrRelative(tokens, openerAt, from, mainFound);
  if (opener && RELATIVE.has(opener)) return { kind: 'relative', from, opener };
  if (opener && !mainFound && isLoose(tokens, verbs, index, openerAt)) return { kind: 'main', from: edge };
  const describes =
    opener && from < verb.from && tokens[verb.to]?.tag === 'ADP' && yieldsToLater(tokens, verbs, index);
  if (opener) return { kind: describes ? 'bare' : 'subordinate', from, opener };
  // "The rig, leased by a bank, is burning": a verb with its doer behind it, set off by commas.
  const setOff = tokens[verb.from - 1]?.text === ',' && tokens[verb.to]?.lower === 'by';
  if (setOff && verb.ambiguous && (verbs[index + 1] || mainFound)) return { kind: 'bare', from };
  if (!mainFound) {
    if (yieldsToLater(tokens, verbs, index)) return { kind: 'bare', from };
    return { kind: 'main', from };
  }
  // "who came and left": the second verb stands where the first does, if it is of the same tense.
  const before = clauses.findLast((other) => other.verb.tense !== 'none');
  const inner =
    before && before.kind !== 'main' && before.kind !== 'joined' && before.verb.tense === verb.tense;
  if (joined && inner && from === verb.from) return { kind: before.kind, from };
  if (joined) return { kind: 'joined', from };
  if (saysBefore) return { kind: yieldsToLater(tokens, verbs, index) ? 'bare' : 'content', from };
  // "a war sparked by …": no mark, no "and", a bare past form right after its noun.
  const gap = tokens.slice(edge, verb.from);
  const afterNoun = /^(?:NOUN|PROPN)$/.test(tokens[verb.from - 1]?.tag ?? '');
  if (verb.ambiguous && verb.tense === 'past' && afterNoun && gap.every((token) => token.type === 'word'))
    return { kind: 'bare', from };
  // A second verb with a subject of its own after a comma: "…, officials said".
  return { kind: 'joined', from };
}

/** "The first boats after the storm on Monday brought …": what "after" opens is no clause, for the sentence has no other verb. */
function isLoose(
  tokens: readonly Token[],
  verbs: readonly VerbGroup[],
  index: number,
  openerAt: number,
): boolean {
  const { lower, tag } = tokens[openerAt]!;
  return (
    openerAt > 0 &&
    /^(?:after|before)$/.test(lower) &&
    tag === 'ADP' &&
    tokens.slice(openerAt + 1, verbs[index]!.from).some((token) => token.tag === 'ADP') &&
    verbs.slice(index + 1).every(({ tense, ambiguous }) => tense === 'none' || ambiguous)
  );
}

/** "… and left", "…, but the talks failed": a conjunction before a verb, or before a subject after a comma. */
const joinsClause = (tokens: readonly Token[], at: number, verbFrom: number): boolean =>
  tokens[at - 1]?.text === ',' ||
  tokens.slice(at + 1, verbFrom).every((token) => token.tag === 'ADV' || token.tag === 'PART');

/** "after" and "before" are tagged as prepositions even when a clause follows; "so" and "once" may be adverbs. */
function opensClause(tokens: readonly Token[], at: number, verbFrom: number): boolean {
  const { lower, tag } = tokens[at]!;
  if (lower === 'when') return true;
  // "The day before, the crew …"
  if (tokens[at + 1]!.text === ',' && (lower === 'before' || lower === 'after')) return false;
  // "once the bill passes", but not "was once a mill"
  if (lower === 'once' && tag === 'ADV')
    return tokens.slice(at + 1, verbFrom).some((token) => /^(?:NOUN|PROPN|PRON)$/.test(token.tag));
  return (tag !== 'ADP' || lower === 'after' || lower === 'before') && tag !== 'ADV';
}

/** "as the storm made landfall", but not "as a ferry built in Elm", "such as those left behind". */
function opensWithAs(tokens: readonly Token[], at: number, { from, to, ambiguous }: VerbGroup): boolean {
  const subject = tokens.slice(at + 1, from);
  const [first] = subject;
  if (!first || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(first.tag) || tokens[at - 1]?.lower === 'such')
    return false;
  if (
    !subject.every(
      ({ tag, lower }) => /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|PART|ADV)$/.test(tag) || lower === 'of',
    )
  )
    return false;
  return !ambiguous || /^(?:DET|NOUN|PROPN|NUM|PRON)$/.test(tokens[to]?.tag ?? '');
}

/** "said that …" is content; "the plan that …" is relative. */
function contentOrRelative(
  tokens: readonly Token[],
  at: number,
  from: number,
  mainFound: boolean,
): { kind: ClauseKind; from: number; opener: string } {
  const before = tokens[at - 1];
  const noun =
    before !== undefined && (before.tag === 'NOUN' || before.tag === 'PROPN' || before.text === ',');
  const content = !noun || CONTENT_NOUNS.has(before.lower);
  return { kind: content && mainFound ? 'content' : 'relative', from, opener: 'that' };
}

const CONTENT_NOUNS = new Set(
  'fact claim claims statement announcement message report reports news idea view belief hope fear warning condition decision directive concern monday tuesday wednesday thursday friday saturday sunday today yesterday week month'.split(
    ' ',
  ),
);

/** "the rules announced Monday would close …": only the day stands between a thing made known and its verb. */
const saidThatDay = (tokens: readonly Token[], verb: VerbGroup, next: VerbGroup | undefined): boolean =>
  next?.from === verb.to + 1 &&
  next.tense !== 'none' &&
  tokens[verb.head]!.lower !== 'said' &&
  isDayWord(tokens[verb.to]);

const isDayWord = (token: Token | undefined): boolean =>
  token !== undefined && (WEEKDAYS.has(token.lower) || /^(?:today|yesterday)$/.test(token.lower));

/**
 * "The plans the army presented in May included …", "aid handed to families ran out": a bare past form is no main verb
 * when another finite verb follows with nothing between that could open a clause.
 */
function yieldsToLater(tokens: readonly Token[], verbs: readonly VerbGroup[], index: number): boolean {
  const verb = verbs[index]!;
  if (!verb.ambiguous) return false;
  if (isSpeechVerb(tokens[verb.head]!.lower)) return saidThatDay(tokens, verb, verbs[index + 1]);
  // "They also raised the fate of crews held in Orm": after such a subject it is no participle.
  const subject = tokens.slice(0, verb.from).findLast(({ tag }) => tag !== 'ADV');
  if (subject && /^(?:he|she|it|they|we|i)$/.test(subject.lower)) return false;
  // "Jon Orm yesterday spoke of papers leaked to …": with its day in front it is no participle either.
  if (isDayWord(tokens[verb.from - 1])) return false;
  for (const next of verbs.slice(index + 1, index + 4)) {
    // "refused to agree": what an infinitive follows is a verb in its own right.
    if (next.from === verb.to && tokens[next.from]!.lower === 'to') return false;
    for (let i = verb.to; i < next.from; i += 1) {
      const { type, lower, tag } = tokens[i]!;
      if (type !== 'word' && type !== 'number') return false;
      if (
        (lower === 'and' && !isPairOf(tokens, verb, i)) ||
        lower === 'but' ||
        lower === 'or' ||
        lower === 'that' ||
        RELATIVE.has(lower) ||
        SUBORDINATE.has(lower) ||
        tag === 'SCONJ'
      )
        return false;
      // A new subject pronoun begins a clause of its own: "said he left".
      if (tag === 'PRON' && /^(?:he|she|it|they|we|i|you)$/.test(lower)) return false;
    }
    if (next.tense !== 'none') return !isActive(tokens, verb, next);
  }
  return false;
}

/** "crews trained by banks in Elm and Bergen are …": the "and" of two names behind a participle with its doer. */
const isPairOf = (tokens: readonly Token[], verb: VerbGroup, at: number): boolean =>
  tokens[verb.to]?.lower === 'by' && tokens[at - 1]?.tag === 'PROPN' && tokens[at + 1]?.tag === 'PROPN';

/** "convicted a man charged in …": what has an object and is followed by a participle carries the sentence. */
const isActive = (tokens: readonly Token[], verb: VerbGroup, next: VerbGroup): boolean =>
  // "called off the talks planned for May"
  (/^(?:planned|scheduled|slated)$/.test(tokens[next.head]!.lower) && tokens[next.to]?.lower === 'for') ||
  (next.ambiguous &&
    !TAKES_TWO.has(tokens[verb.head]!.lower) &&
    /^(?:a|an|its|his|their)$/.test(tokens[verb.to]?.lower ?? '') &&
    !TIME_UNITS.has(tokens[verb.to + 1]?.lower ?? '') &&
    tokens[next.from - 1]?.tag === 'NOUN' &&
    /^(?:by|in|at|with|of|on|over|from|after|during)$/.test(tokens[next.to]?.lower ?? ''));

/** "a man given a seat", "the boy called a hero": passive with a noun right behind. */
const TAKES_TWO = new Set(
  'given handed awarded paid shown sent left offered granted denied told named called elected appointed made considered bought brought issued'.split(
    ' ',
  ),
);
