import { turnOf } from './acts.js';
import type { DevelopmentRecord } from './aggregate.js';
import { daysBetween } from './calendar.js';
import { cosine, sharedWords } from './similarity.js';
import type { Telling } from './tellings.js';

/** Two sentences of one day are about one happening from here on; measured on reports of the same meetings. */
const SAME_DAY = 0.42;
/** Of days that only overlap, and of a plan and its cancellation. */
export const ALIKE_IN_PERIOD = 0.55;

/** A single day that is told of so much later is remembered for one thing. */
const LONG_AGO_DAYS = 30;
const REMEMBERED_DAY = 0.15;
/** A report that says who met after it said that they did goes on about one meeting, whatever its words. */
const GOES_ON = 0.5;

/** How alike two tellings are at least, and what part of the shorter one's words the other has, to be of one happening. */
interface Alike {
  readonly words: number;
  readonly shared: number;
}

/**
 * Two reports of one day that share half of what the shorter one says tell the same, though each has details of its own;
 * measured on reports of one shooting, one earthquake, one escape.
 */
const OF_TWO_REPORTS: Alike = { words: 0.2, shared: 0.5 };
/** A report that says no day may tell its own day's news, or go on about yesterday's. */
const ONE_UNDATED: Alike = { words: 0.35, shared: 0.5 };
/** Where neither says a day, as likely each tells news of its own. */
const NEITHER_DATED: Alike = { words: 0.4, shared: 0.55 };
/** What happened "in June" is what happened on a day of June. */
const WITHIN: Alike = { words: 0.35, shared: 0.5 };
const ONE_PLAN: Alike = { words: 0.42, shared: 0.5 };
/** Two that share fewer words share them by chance. */
const ENOUGH_WORDS = 4;

/** As alike as that are two that say who and what befell them, and the more so the more words they share. */
const SAME_TURN = 0.4;

/** Said of what happens once more: "a second strike". */
const ANEW = /\b(?:again|another|new|fresh|further|renewed|second|third|fourth|latest)\b/i;

/** 0 when it is another happening. */
export function likeness(telling: Telling, group: readonly Telling[]): number {
  const { record } = telling;
  const first = group[0]!.record;
  if ((record.status === 'happened') !== (first.status === 'happened')) return 0;
  if (record.status === 'planned' && first.status === 'planned' && !samePlan(record, first)) return 0;
  if (group.some((other) => other.record.day !== record.day && !atLeast(record, other.record))) return 0;
  let best = 0;
  // The first few are the best-worded ones; the others are like them.
  for (const other of group.slice(0, 4)) best = Math.max(best, alike(telling, other));
  return best;
}

function alike(a: Telling, b: Telling): number {
  const words = cosine(a.vector, b.vector);
  if (a.record.day === b.record.day) {
    const score = words + bonus(a, b);
    if (score >= threshold(a, b)) return score;
  }
  const least = atLeast(a.record, b.record);
  if (least && sameTurn(a, b)) return SAME_TURN + words;
  if (!least || words < least.words || inOneReport(a.record, b.record)) return 0;
  if (elsewhere(a, b) || ofOthers(a, b)) return 0;
  const { count, share } = sharedWords(a.vector, b.vector);
  return count >= ENOUGH_WORDS && share >= least.shared ? words : 0;
}

/** What two reports must have in common, by the times they give; undefined where these cannot be of one happening. */
function atLeast(a: DevelopmentRecord, b: DevelopmentRecord): Alike | undefined {
  if (a.plannedFor && b.plannedFor) return sameDays(a.plannedFor, b.plannedFor) ? ONE_PLAN : undefined;
  if (a.status !== 'happened' || b.status !== 'happened') return undefined;
  if (a.precision !== 'day' || b.precision !== 'day')
    return within(a, b) || within(b, a) ? WITHIN : undefined;
  const [earlier, later] = a.day <= b.day ? [a, b] : [b, a];
  if (earlier.day < later.day) {
    if (!later.undated || daysBetween(earlier.day, later.day) > 1) return undefined;
    if (ANEW.test(a.text) !== ANEW.test(b.text)) return undefined;
  }
  if (a.undated && b.undated) return NEITHER_DATED;
  return a.undated || b.undated ? ONE_UNDATED : OF_TWO_REPORTS;
}

/** The same befell the same person on one day: "Ada Norrin has died", "Norrin, who sailed round Velm, died at 91". */
function sameTurn(a: Telling, b: Telling): boolean {
  if (a.record.precision !== 'day' || b.record.precision !== 'day' || inOneReport(a.record, b.record))
    return false;
  const [few, more] = a.people.length <= b.people.length ? [a, b] : [b, a];
  if (few.people.length === 0 || !few.people.every((name) => more.people.includes(name))) return false;
  const turn = turnOf(a.record);
  return turn !== '' && turn === turnOf(b.record) && !elsewhere(a, b);
}

const sameDays = (a: { from: string; to: string }, b: { from: string; to: string }): boolean =>
  a.from === b.from && a.to === b.to;

/** The period given by `a` holds the day, or is the period, given by `b`. */
const within = (a: DevelopmentRecord, b: DevelopmentRecord): boolean =>
  a.until !== undefined && a.day <= b.day && (b.until ?? b.day) <= a.until;

function threshold(one: Telling, other: Telling): number {
  const [a, b] = [one.record, other.record];
  if ((a.until ?? a.day) !== (b.until ?? b.day)) return ALIKE_IN_PERIOD;
  if (a.precision !== 'day' || ofOthers(one, other)) return SAME_DAY;
  return Math.min(reportedAfter(a), reportedAfter(b)) >= LONG_AGO_DAYS ? REMEMBERED_DAY : SAME_DAY;
}

/** Days between what happened and the first report of it in these words. */
const reportedAfter = ({ day, sources }: DevelopmentRecord): number =>
  daysBetween(day, sources[0]![3].slice(0, 10));

/** What speaks for one happening beside the words. */
function bonus(a: Telling, b: Telling): number {
  const people = a.people.filter((name) => b.people.includes(name)).length;
  const sameMeeting =
    a.meeting &&
    b.meeting &&
    a.places.filter((name) => b.places.includes(name)).length >= 2 &&
    (people > 0 || a.people.length === 0 || b.people.length === 0);
  // One report's sentences follow each other: what was discussed is not the meeting told again, but who met is.
  const follows = !sameMeeting && inOneReport(a.record, b.record) && a.record.told === 1;
  if (follows && a.meeting && b.meeting && (a.record.undated ?? b.record.undated) && !elsewhere(a, b))
    return GOES_ON;
  return Math.min(0.2, 0.08 * Math.max(0, people - 1)) + (sameMeeting ? 0.25 : 0) - (follows ? 0.12 : 0);
}

const inOneReport = (a: DevelopmentRecord, b: DevelopmentRecord): boolean =>
  a.sources[0]![0] === b.sources[0]![0];

/** Both name people, and not the same. */
function ofOthers(a: Telling, b: Telling): boolean {
  return a.people.length > 0 && b.people.length > 0 && !sharesAny(a.people, b.people);
}

/** Both say where, and not the same. */
function elsewhere(a: Telling, b: Telling): boolean {
  const venues = ({ record, places }: Telling): string[] =>
    places.filter((name) => record.text.includes(` in ${name}`) || record.text.includes(` at ${name}`));
  const [here, there] = [venues(a), venues(b)];
  return here.length > 0 && there.length > 0 && !sharesAny(here, there);
}

function samePlan(a: DevelopmentRecord, b: DevelopmentRecord): boolean {
  if (!a.plannedFor || !b.plannedFor) return true;
  return a.plannedFor.from <= b.plannedFor.to && b.plannedFor.from <= a.plannedFor.to;
}

export const sharesAny = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((name) => b.includes(name));
