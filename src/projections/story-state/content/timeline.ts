import type { TimelineEntry } from '../../../domain/story-state.js';
import { daysBetween } from './calendar.js';
import type { Happening } from './happenings.js';
import type { RenderLimits } from './limits.js';
import { compareText, prominenceOf } from './records.js';

/** What happenings are weighed against. */
export interface Present {
  /** Day of the newest report. */
  readonly day: string;
  /** How many articles speak of a day. */
  readonly articlesOn: ReadonlyMap<string, number>;
  /** By record; see relevance.ts. */
  readonly relevance: ReadonlyMap<object, number>;
}

/** What each further entry of one day loses, so that one day does not crowd out the others. */
const SAME_DAY = 0.1;

/**
 * Chooses what a state shows, oldest first: the newest days in detail and the landmarks before them, by how much the
 * reports make of them and how many there are.
 */
export function renderTimeline(
  all: readonly Happening[],
  present: Present,
  limits: RenderLimits,
): TimelineEntry[] {
  const left = limits.asides ? new Set() : asides(all, present);
  const about = all.filter((it) => !left.has(it));
  return (about.length <= limits.timeline ? about : choose(about, present, limits))
    .sort(chronological)
    .map(({ entry }) => ({
      ...entry,
      ...(dayHasPassed(entry, present) ? { dayPassed: true as const } : {}),
      people: entry.people.slice(0, limits.names),
      places: entry.places.slice(0, limits.names),
    }));
}

/** Less prominently than this a report tells only in passing: late in its text, and far from its headline. */
const IN_PASSING = 0.45;

export const inPassing = ({ told, record }: Happening): boolean =>
  told === 1 && prominenceOf(record) < IN_PASSING;

/** A long report tells at least so much of a story; of a short one nothing is left out. */
const LONG_REPORT = 6;
/** Share of what its report tells of the story that weighs more than an aside. */
const WEIGHS_MORE = 0.6;
/** Less relevant than this, what is told in passing is of something else. */
const OF_ELSE = 0.5;
/** What tells clearly of the story bears on it at least so much. */
const CLEARLY = 0.8;
/** Longer than so many days, or ended so many before its report, something is no news but how things stood. */
const LONG_DAYS = 10;
const PAST_DAYS = 30;

/**
 * What one report alone tells, and of something else than the story: how things have long been or once were, where
 * that does not clearly tell of the story ("tensions have grown in recent weeks"), and what long reports say in
 * passing. Empty when there is nothing else to show.
 */
export function asides(all: readonly Happening[], { relevance }: Present): ReadonlySet<Happening> {
  const byReport = new Map<string, Happening[]>();
  for (const it of all) {
    const report = it.record.sources[0]![0];
    const told = byReport.get(report);
    if (told) told.push(it);
    else byReport.set(report, [it]);
  }
  const inPassingOf = (told: readonly Happening[], it: Happening): boolean =>
    told.length >= LONG_REPORT &&
    inPassing(it) &&
    (relevance.get(it.record) ?? 1) < OF_ELSE &&
    told.filter(({ weight }) => weight > it.weight).length >= WEIGHS_MORE * told.length;
  const left = [...byReport.values()].flatMap((told) =>
    told.filter(
      (it) =>
        it.told === 1 && it.entry.status === 'happened' && (isCircumstance(it) || inPassingOf(told, it)),
    ),
  );
  return new Set(left.length < all.length ? left : []);
}

/** Whether a plan's day has gone by without word of it. By the newest report: a state changes with its news alone. */
export function dayHasPassed(entry: TimelineEntry, { day }: Present): boolean {
  const { date, until } = entry.plannedFor ?? entry;
  return entry.status === 'planned' && (until ?? date) < day;
}

/** By its own words and those around it, whatever place its report gives it. */
export const tellsClearly = ({ record }: Happening): boolean => (record.bearing ?? 0) >= CLEARLY;

function isCircumstance(it: Happening): boolean {
  const { entry, record } = it;
  if (record.bearing === undefined || tellsClearly(it)) return false;
  const last = entry.until ?? entry.date;
  return (
    daysBetween(entry.date, last) > LONG_DAYS ||
    daysBetween(last, record.sources[0]![3].slice(0, 10)) > PAST_DAYS
  );
}

function choose(all: readonly Happening[], present: Present, limits: RenderLimits): Happening[] {
  const perDay = new Map<string, number>();
  return inOrder(all, (it) => importance(it, present))
    .map(({ it, score }) => {
      const before = perDay.get(it.entry.date) ?? 0;
      perDay.set(it.entry.date, before + 1);
      return { it, score: before < limits.timelinePerDay ? score - SAME_DAY * before : -Infinity };
    })
    .filter(({ score }) => score > -Infinity)
    .sort(byScore)
    .slice(0, limits.timeline)
    .map(({ it }) => it);
}

/** Best first; a total order. */
export function inOrder(all: readonly Happening[], score: (it: Happening) => number): Scored[] {
  return all.map((it) => ({ it, score: score(it) })).sort(byScore);
}

export type Scored = { readonly it: Happening; readonly score: number };

const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  compareText(b.it.entry.date, a.it.entry.date) ||
  compareText(a.it.entry.text, b.it.entry.text);

/**
 * Weight, raised by the number of reports and by recency, lowered for what lies years back or happened on no day that is
 * told; what was planned for a week is told no less well than what was planned for a day.
 */
export function importance({ entry, weight, told }: Happening, present: Present): number {
  const age = Math.max(0, daysBetween(entry.date, present.day));
  const recency = 0.35 / (1 + age / 4);
  const exact = entry.precision === 'day' || entry.status !== 'happened';
  const coarse = exact ? 0 : entry.precision === 'year' ? 0.35 : 0.1;
  const spokenOf = entry.precision === 'day' ? (present.articlesOn.get(entry.date) ?? 1) : 1;
  return (
    weight + 0.15 * Math.log2(told) + 0.05 * Math.log2(spokenOf) + recency - coarse - (age > 400 ? 0.2 : 0)
  );
}

function chronological(a: Happening, b: Happening): number {
  return (
    compareText(a.entry.date, b.entry.date) ||
    compareText(a.entry.until ?? a.entry.date, b.entry.until ?? b.entry.date) ||
    b.weight - a.weight ||
    compareText(a.entry.text, b.entry.text)
  );
}
