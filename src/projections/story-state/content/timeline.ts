import type { TimelineEntry } from '../../../domain/story-state.js';
import { daysBetween } from './calendar.js';
import type { Happening } from './happenings.js';
import type { RenderLimits } from './limits.js';
import { compareText } from './records.js';

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
      people: entry.people.slice(0, limits.names),
      places: entry.places.slice(0, limits.names),
    }));
}

/** Of less weight than this a report tells only in passing: late in its text, and far from its headline. */
const IN_PASSING = 0.45;

export const inPassing = ({ told, weight }: Happening): boolean => told === 1 && weight < IN_PASSING;

/** A long report tells at least so much of a story; of a short one nothing is left out. */
const LONG_REPORT = 6;
/** Share of what its report tells of the story that weighs more than an aside. */
const WEIGHS_MORE = 0.6;

/** What long reports tell once, in passing, of something else than the rest of the story. */
export function asides(all: readonly Happening[], { relevance }: Present): ReadonlySet<Happening> {
  const byReport = new Map<string, Happening[]>();
  for (const it of all) {
    const report = it.record.sources[0]![0];
    const told = byReport.get(report);
    if (told) told.push(it);
    else byReport.set(report, [it]);
  }
  return new Set(
    [...byReport.values()]
      .filter((told) => told.length >= LONG_REPORT)
      .flatMap((told) =>
        told.filter(
          (it) =>
            inPassing(it) &&
            it.entry.status === 'happened' &&
            (relevance.get(it.record) ?? 1) < 0.5 &&
            told.filter(({ weight }) => weight > it.weight).length >= WEIGHS_MORE * told.length,
        ),
      ),
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
export function inOrder(
  all: readonly Happening[],
  score: (it: Happening) => number,
): { it: Happening; score: number }[] {
  return all.map((it) => ({ it, score: score(it) })).sort(byScore);
}

type Scored = { readonly it: Happening; readonly score: number };

const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  compareText(b.it.entry.date, a.it.entry.date) ||
  compareText(a.it.entry.text, b.it.entry.text);

/** Weight, raised by the number of reports and by recency, lowered for what is not of one day or lies years back. */
export function importance({ entry, weight, told }: Happening, present: Present): number {
  const age = Math.max(0, daysBetween(entry.date, present.day));
  const recency = 0.35 / (1 + age / 4);
  const coarse = entry.precision === 'day' ? 0 : entry.precision === 'year' ? 0.35 : 0.1;
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
