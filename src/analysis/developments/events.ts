import type { DevelopmentStatus } from '../../domain/statements.js';
import type { Clause } from '../sentence/clauses.js';
import {
  CANCEL_VERBS,
  DRAWN_OUT_VERBS,
  EVENT_NOUNS,
  LOOSE_UNDOING,
  PLAN_NOUNS,
  PLAN_WORDS,
  POSTPONE_VERBS,
  PUNCTUAL_VERBS,
  STATIVE_VERBS,
  TIMETABLED,
} from '../lexicon/events.js';
import { isAftermath, isPresence, isUnderWay } from './standing.js';
import { isPersonNoun } from '../lexicon/roles.js';
import { isSpeechAct, isSpeechVerb } from '../lexicon/speech.js';
import { stem } from '../reading/stem.js';
import type { Token } from '../reading/tokens.js';

/** What a clause tells, if it tells a happening at all. */
export interface Happening {
  readonly status: DevelopmentStatus;
  /** Needs a date of its own: "has ordered", "had agreed" say that, not when. */
  readonly needsDate: boolean;
  /** Saying that is done by saying: an announcement, a warning. */
  readonly act: boolean;
  /** How things have been for a time and still are: "the talks have been deadlocked for weeks". */
  readonly lasting?: true;
  /** Told in the present, "The court clears the captain": news of the day at the head of a report, and nowhere else. */
  readonly vivid?: true;
  /** That of something under way, which is news wherever it stands: talks, a strike, a siege. */
  readonly underWay?: true;
  /** How things stand after what happened, "A man is dead after …": of the day of that, where one is given. */
  readonly aftermath?: true;
}

/** Whether a clause tells something that happened or is to happen, by its verb. */
export function happeningOf(tokens: readonly Token[], clause: Clause): Happening | undefined {
  const { verb } = clause;
  const head = tokens[verb.head]!.lower;
  const undone = undoneBy(tokens, clause);
  if (undone) return { status: undone, needsDate: false, act: false };
  if (isPlan(tokens, clause)) return { status: 'planned', needsDate: true, act: false };
  if (verb.tense === 'modal' || verb.tense === 'none' || verb.tense === 'future') return undefined;
  if (isSpeechVerb(head) && !DRAWN_OUT_VERBS.has(head) && !isDone(tokens, clause)) {
    // "has asked a judge", "has claimed victory": done by saying it, where "has said" only tells.
    const act =
      verb.tense === 'perfect'
        ? !/^(?:said|thought|believed|learned|described|called|felt|told)$/.test(head)
        : isSpeechAct(head) && verb.tense !== 'present';
    if (act) return { status: 'happened', needsDate: verb.tense !== 'past', act };
    // "The mayor announces a ban": as vivid as other news.
    return isVivid(tokens, clause) ? { ...VIVID, act: true } : undefined;
  }
  // "was scheduled for Monday" tells a plan, not a happening; what became of it is told elsewhere, unless it is to come.
  if (verb.passive && PLAN_WORDS.has(head)) return undefined;
  const stative = STATIVE_VERBS.has(head) && !verb.passive && !isPresence(tokens, clause);
  if (verb.tense === 'perfect' && !verb.negated && saysHowLong(tokens, verb.to)) {
    const told = { status: 'happened', needsDate: true, act: false } as const;
    if (namesEvent(tokens, clause)) return { ...told, underWay: true };
    if (stative) return { ...told, lasting: true };
  }
  if (isAftermath(tokens, clause)) return { ...VIVID, aftermath: true };
  if (stative && !isEventSubject(tokens, clause)) return undefined;
  if (stative) return { status: 'happened', needsDate: true, act: false };
  if (verb.passive && STATIVE_VERBS.has(head)) return undefined;
  // "had been expecting to sail": it came otherwise, or nothing says so.
  if (verb.progressive && /^(?:expecting|planning|hoping|waiting|preparing)$/.test(head)) return undefined;
  // "The outcry follows a vote on Monday" tells of the vote.
  if (verb.tense === 'present' && head === 'follows')
    return { status: 'happened', needsDate: true, act: false };
  if (verb.negated) return { status: 'happened', needsDate: true, act: false };
  if (verb.tense === 'past')
    return {
      status: 'happened',
      needsDate: verb.progressive || DRAWN_OUT_VERBS.has(head) || head === 'was' || head === 'were',
      act: false,
    };
  if (verb.tense === 'perfect' || verb.tense === 'past-perfect')
    return { status: 'happened', needsDate: true, act: false };
  if (verb.tense === 'present' && isUnderWay(tokens, clause) && !isHabit(tokens, clause)) return VIVID;
  return isVivid(tokens, clause) ? VIVID : undefined;
}

const VIVID = { status: 'happened', needsDate: true, act: false, vivid: true } as const;

/** "The court clears the captain", "Two sailors are convicted": what is over when it is done, told in the present. */
function isVivid(tokens: readonly Token[], clause: Clause): boolean {
  const { verb } = clause;
  const head = tokens[verb.head]!.lower;
  return (
    verb.tense === 'present' &&
    !verb.progressive &&
    !verb.negated &&
    PUNCTUAL.has(stem(head)) &&
    !(verb.passive && SEEN_IN_PICTURES.has(head)) &&
    !isHabit(tokens, clause)
  );
}

/** "Flames are captured by a camera": what stands under a picture. */
const SEEN_IN_PICTURES = new Set('captured found gathered hit burned fired collapsed sold'.split(' '));

/** Verbs of saying that are none: a blast "claimed two lives", a case "was reported" where it came up. */
function isDone(tokens: readonly Token[], { start, verb }: Clause): boolean {
  const head = tokens[verb.head]!.lower;
  if (head === 'claimed')
    return tokens.slice(verb.to, verb.to + 6).some(({ lower }) => lower === 'lives' || lower === 'life');
  // "have been told to leave": an order, whoever gave it
  if (head === 'told') return verb.passive && tokens[verb.to]?.lower === 'to';
  // "wrote a letter to the board", "testified before the board"
  if (head === 'wrote')
    return tokens
      .slice(verb.to, verb.to + 6)
      .some(
        ({ lower }, i) => /^(?:letters?|books?|articles?|memo)$/.test(lower) || (i === 0 && lower === 'to'),
      );
  if (head === 'testified') return /^(?:before|in|at|for|against|about)$/.test(tokens[verb.to]?.lower ?? '');
  if (head === 'reported' && !verb.passive)
    return tokens.slice(verb.to, verb.to + 7).some(({ lower }) => RESULTS.has(lower));
  return head === 'reported' && verb.passive && tokens[start]!.lower !== 'it' && isFound(tokens[verb.to]);
}

/** What companies report is done by reporting it. */
const RESULTS = new Set(
  'loss losses profit profits earnings revenue revenues results sales income'.split(' '),
);

/** "… was reported in the town", "… were reported.", but not "… was reported to have left". */
const isFound = (next: Token | undefined): boolean =>
  next === undefined || next.text === '.' || /^(?:in|at|near|on|from)$/.test(next.lower);

const PUNCTUAL: ReadonlySet<string> = new Set([...PUNCTUAL_VERBS].map(stem));

/** "Many die every year", "When boats sink, …": how things are. */
const isHabit = (tokens: readonly Token[], { verb }: Clause): boolean =>
  tokens.some(
    ({ lower, quoted }, i) => !quoted && (HABIT.has(lower) || (i < verb.from && GENERAL.has(lower))),
  );

const HABIT = new Set(
  'every each often usually always sometimes never typically generally whenever you we i'.split(' '),
);
const GENERAL = new Set('when if most many how why what'.split(' '));

/** Whether the subject ends in what is happening: "the peace talks", not "the mayor, after talks". */
function namesEvent(tokens: readonly Token[], { start, verb }: Clause): boolean {
  const subject = tokens.slice(start, Math.min(verb.from, start + 6));
  const end = subject.findIndex(({ tag, type }) => tag === 'ADP' || type !== 'word');
  const head = (end === -1 ? subject : subject.slice(0, end)).findLast(({ tag }) => tag !== 'AUX');
  return head !== undefined && EVENT_NOUNS.has(head.lower);
}

/** "… for weeks", "… for more than a month". */
export const saysHowLong = (tokens: readonly Token[], after: number, end = after + 6): boolean =>
  tokens
    .slice(after, end)
    .some(
      ({ lower }, index, near) =>
        lower === 'for' &&
        near
          .slice(index + 1, index + 6)
          .some((token) => /^(?:hours|days?|weeks?|months?|years?)$/.test(token.lower)),
    );

const BEFORE_A_NOUN = /^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|your|'s|’s)$/;

const isPerson = ({ tag, lower }: Token): boolean => tag === 'NOUN' && isPersonNoun(lower);

function undoneBy(tokens: readonly Token[], { verb, start }: Clause): DevelopmentStatus | undefined {
  if (verb.tense === 'modal' || verb.negated) return undefined;
  // "their delayed meeting", "a cancelled visit": what it was once, not what is told of it.
  if (verb.from > 0 && BEFORE_A_NOUN.test(tokens[verb.from - 1]!.lower)) return undefined;
  const head = tokens[verb.head]!.lower;
  if (
    LOOSE_UNDOING.has(head) &&
    !tokens.slice(start, verb.to + 8).some(({ lower }) => EVENT_NOUNS.has(lower) || PLAN_NOUNS.has(lower))
  )
    return undefined;
  // "Two officials of the programme are suspended": who, not what.
  if (LOOSE_UNDOING.has(head) && verb.passive && tokens.slice(start, verb.from).some(isPerson))
    return undefined;
  if (CANCEL_VERBS.has(head) && verb.tense !== 'none') return 'cancelled';
  if (POSTPONE_VERBS.has(head) && verb.tense !== 'none') return 'postponed';
  if (/^(?:called|put)$/.test(head) && tokens[verb.to]?.lower === 'off')
    return head === 'put' ? 'postponed' : 'cancelled';
  if (/^(?:agreed|decided)$/.test(head) && tokens[verb.to]?.lower === 'to') {
    const next = tokens[verb.to + 1]?.lower ?? '';
    if (CANCEL_VERBS.has(next)) return 'cancelled';
    if (POSTPONE_VERBS.has(next)) return 'postponed';
  }
  return undefined;
}

/** "will meet", "is set to meet", "is scheduled for", "plans to meet", "are to meet", "is meeting" with a day to come. */
function isPlan(tokens: readonly Token[], clause: Clause): boolean {
  const { verb } = clause;
  const head = tokens[verb.head]!.lower;
  // "is also due to"
  const at =
    tokens[verb.to]?.tag === 'ADV' && !PLAN_WORDS.has(tokens[verb.to]!.lower) ? verb.to + 1 : verb.to;
  const next = tokens[at]?.lower;
  if (verb.tense === 'future')
    return (
      // "will not open until Friday" opens then
      (!verb.negated || tokens.slice(verb.to, verb.to + 6).some(({ lower }) => lower === 'until')) &&
      !(
        STATIVE_VERBS.has(head) &&
        !/^(?:appear|be|consider|hold|begin|continue|face|last|play|work)$/.test(head)
      )
    );
  if (verb.tense === 'modal' || verb.tense === 'none') return false;
  // "is not expected to open until Friday"
  if (verb.negated)
    return (
      verb.tense === 'present' &&
      (SET_DOWN.has(head) || next === 'due') &&
      tokens.slice(verb.to, verb.to + 8).some(({ lower }) => lower === 'until')
    );
  if (/^(?:is|are)$/.test(head))
    return (
      next === 'to' ||
      // "The next hearing is on 3 May"
      (/^(?:on|in|for)$/.test(next ?? '') && namesEvent(tokens, clause)) ||
      (PLAN_WORDS.has(next ?? '') && (tokens[at + 1]?.lower === 'to' || next === 'due'))
    );
  if (/^(?:plans|plan|intends|intend)$/.test(head)) return next === 'to';
  if (verb.tense === 'present' && TIMETABLED.has(head)) return true;
  // "are expected to have left": a guess at what is done
  if (next === 'to' && tokens[at + 1]?.lower === 'have') return false;
  if (verb.tense === 'present' && (verb.passive || verb.progressive))
    return PLAN_WORDS.has(head) || head === 'planned' || head === 'scheduled';
  // "has been set for Friday"
  if (verb.tense === 'perfect' && verb.passive) return SET_DOWN.has(head) && next === 'for';
  // "was due to open on Friday", of a Friday to come, unless something came between
  if (/^(?:was|were)$/.test(tokens[verb.from]!.lower) && (SET_DOWN.has(head) || next === 'due'))
    return (
      tokens[SET_DOWN.has(head) ? at : at + 1]?.lower === 'to' &&
      !tokens.some(({ lower }, i) => i > at && /^(?:but|before|until|when|instead)$/.test(lower))
    );
  return false;
}

const SET_DOWN = new Set(['set', 'scheduled', 'slated', 'expected']);

/** Whether the subject is something happening: "the previous visit in May was to …". */
function isEventSubject(tokens: readonly Token[], { start, verb }: Clause): boolean {
  for (let i = start; i < Math.min(verb.from, start + 6); i += 1) {
    if (tokens[i]!.tag === 'ADP' || tokens[i]!.type !== 'word') return false;
    if (EVENT_NOUNS.has(tokens[i]!.lower))
      return tokens[verb.to]?.lower === 'to' || tokens[verb.to]?.tag === 'ADP';
  }
  return false;
}

const FAMILIES = [
  'meeting meetings talks talk visit visits summit conference call discussion discussions negotiation negotiations session briefing gathering debate',
  'attack attacks strike strikes raid raids assault bombing shooting blast explosion massacre killing murder',
  'crash accident collision',
  'earthquake quake tremor',
  'hurricane storm cyclone',
  'fire blaze wildfire',
  'trial hearing',
  'vote election elections referendum',
  'protest protests demonstration rally march riot riots',
].map((family) => new Set(family.split(' ')));

/** The kind of happening a noun names: a "discussion" may be the "meeting" spoken of before. */
export const eventFamily = (noun: string): number => FAMILIES.findIndex((family) => family.has(noun));

const BREAKS_SUBJECT = /^(?:,|who|which|whose)$/;

/**
 * The happening nouns with a definite article that a clause is about: in its subject, or where it says during what.
 *
 * @param verb the clause's verb; without one, every such noun from `start` on
 */
export function definiteEvents(tokens: readonly Token[], start: number, verb?: Clause['verb']): string[] {
  const found: string[] = [];
  for (let i = start; i < tokens.length; i += 1) {
    // "The board, blamed since the fire, met": what stands between subject and verb is not what the clause is about.
    if (verb && i > start && i < verb.from && BREAKS_SUBJECT.test(tokens[i]!.lower)) i = verb.from;
    if (!/^(?:the|this|that|these|those)$/.test(tokens[i]!.lower)) continue;
    if (verb && i >= verb.from && !/^(?:during|at|in|after|before)$/.test(tokens[i - 1]?.lower ?? ''))
      continue;
    for (let k = i + 1; k < Math.min(tokens.length, i + 4); k += 1) {
      if (EVENT_NOUNS.has(tokens[k]!.lower)) {
        found.push(tokens[k]!.lower);
        break;
      }
      if (!/^(?:ADJ|NOUN|PROPN)$/.test(tokens[k]!.tag)) break;
    }
  }
  return found;
}
