import type { Clause } from '../sentence/clauses.js';
import type { Parsed } from '../sentence/parse.js';
import type { DayRange } from '../time/day-range.js';
import { EVENT_NOUNS } from '../lexicon/events.js';
import { stem } from '../reading/stem.js';
import { definiteEvents, eventFamily } from './events.js';

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
    const last = this.seen.at(-1);
    if (last && now.sentence - last.sentence <= REACH && isShortlyAfter(parsed, clause)) return last.when;
    for (const earlier of this.seen.toReversed()) {
      const distance = now.sentence - earlier.sentence;
      if (distance > REACH) break;
      if (spokenAgain.some((noun) => earlier.nouns.includes(noun) || earlier.verb === noun))
        return earlier.when;
      if (families.some((family) => earlier.families.includes(family))) return earlier.when;
      if (now.goesOn && (earlier.verb === 'meet' || earlier.families.includes(MEETING))) return earlier.when;
      const sameVerb =
        (now.verb === earlier.verb && !LIGHT.has(now.verb)) || earlier.nouns.includes(now.verb);
      if (
        sameVerb &&
        (distance <= 1 || shares(now.people, earlier.people) || common(now.stems, earlier.stems) >= 2)
      )
        return earlier.when;
    }
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
      // "The vote will be held on Friday", not "A date for the vote will be set on Friday".
      const { tokens } = plan.parsed;
      const { start, verb } = plan.clause;
      const end = tokens.findIndex(({ tag }, i) => i >= start && (tag === 'ADP' || i === verb.from));
      const subject = tokens[end - 1]?.lower ?? '';
      return (
        plan.when?.precision === 'day' && EVENT_NOUNS.has(subject) && now.nouns.includes(eventStem(subject))
      );
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

/** "After two hours the crew …", "Minutes later the quay …", "… left at 6 p.m.": goes on with what was told last. */
function isShortlyAfter({ tokens, dates }: Parsed, { verb }: Clause): boolean {
  const hour = tokens.some(({ lower }, i) => /^[ap]\.?m\.?$/.test(lower) && tokens[i - 1]!.type === 'number');
  if (hour && dates.length === 0 && verb.tense === 'past') return true;
  const at = tokens.findIndex(({ lower }, i) => i < 6 && /^(?:minutes|hours?|moments)$/.test(lower));
  if (at < 0) return false;
  const after = /^(?:after|within)$/.test(tokens[0]!.lower) && at <= 3 && tokens[at + 1]?.lower !== 'of';
  return after || tokens[at + 1]?.lower === 'later';
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

/** "took action", "took a blow": such a verb says nothing of what happened. */
const LIGHT: ReadonlySet<string> = new Set(
  'took made had gave came went got was were'.split(' ').map(eventStem),
);
