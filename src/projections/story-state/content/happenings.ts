import type { TimelineEntry } from '../../../domain/story-state.js';
import type { DevelopmentRecord } from './aggregate.js';
import { dayBefore } from './calendar.js';
import type { EntityNames } from './entities.js';
import { countArticles, type Support } from './origins.js';
import { settlePlans } from './plans.js';
import { compareText, joinSources, toSource } from './records.js';
import { likeness } from './sameness.js';
import type { Vector } from './similarity.js';
import { prepare, type Group, type Telling } from './tellings.js';

/** One happening, told once or more, with the best-worded telling first. */
export interface Happening {
  readonly entry: TimelineEntry;
  /** Of the sentence shown. */
  readonly record: DevelopmentRecord;
  readonly vector: Vector;
  /** Reports that tell it, copies and relays with whose they are. */
  readonly told: number;
  readonly weight: number;
  /** A plan as it was told before it was called off or moved. */
  readonly settled: boolean;
}

/**
 * What reports tell, each happening once: of one time, as far as they say when, and alike in words, names and standing,
 * whatever the order of arrival. In order of weight.
 *
 * @param support counts those who tell it
 */
export function happenings(
  records: readonly DevelopmentRecord[],
  names: EntityNames,
  maxSources: number,
  support: Support = countArticles,
): Happening[] {
  const groups = groupTellings(prepare(records, names));
  return settlePlans(groups).map((group) => toHappening(group, maxSources, support));
}

/** @param tellings in order of weight, and so are the groups and what is in them */
function groupTellings(tellings: readonly Telling[]): Group[] {
  const byTime = new Map<string, Set<Group>>();
  const groups: Group[] = [];
  // What says its day comes first, so that what does not finds the happening it may be of.
  for (const telling of [...tellings].sort((a, b) => vagueness(a.record) - vagueness(b.record))) {
    const { known, asked } = timesOf(telling.record);
    let group = mostAlike(telling, new Set(asked.flatMap((time) => [...(byTime.get(time) ?? [])])));
    if (group) group.tellings.push(telling);
    else groups.push((group = { tellings: [telling] }));
    for (const time of known) {
      const there = byTime.get(time);
      if (there) there.add(group);
      else byTime.set(time, new Set([group]));
    }
  }
  const place = new Map(tellings.map((telling, i) => [telling, i]));
  const byPlace = (a: Telling, b: Telling): number => place.get(a)! - place.get(b)!;
  for (const group of groups) group.tellings.sort(byPlace);
  return groups.sort((a, b) => byPlace(a.tellings[0]!, b.tellings[0]!));
}

/** 0 where a report says the day, 1 where it does not, 2 where it says a week, a month or a year. */
const vagueness = ({ precision, undated }: DevelopmentRecord): 0 | 1 | 2 =>
  precision !== 'day' ? 2 : undated ? 1 : 0;

function mostAlike(telling: Telling, groups: Iterable<Group>): Group | null {
  let best: Group | null = null;
  let bestScore = 0;
  for (const group of groups) {
    const score = likeness(telling, group.tellings);
    if (score > bestScore) [best, bestScore] = [group, score];
  }
  return best;
}

/**
 * The times under which a telling is known and those under which it asks for others of its happening: its day, the day
 * before where its report says none, the days that a plan is for; and a day meets the periods of its month.
 */
function timesOf(record: DevelopmentRecord): { known: readonly string[]; asked: readonly string[] } {
  const { day, until = day, precision, undated, plannedFor } = record;
  const own = [day];
  if (plannedFor) own.push(`for ${plannedFor.from} ${plannedFor.to}`);
  else if (undated) own.push(dayBefore(day));
  const months = [...new Set([day.slice(0, 7), until.slice(0, 7)])];
  const [mine, others] = precision === 'day' ? ['in', 'over'] : ['over', 'in'];
  return {
    known: [...own, ...months.map((month) => `${mine} ${month}`)],
    asked: [...own, ...months.map((month) => `${others} ${month}`)],
  };
}

function toHappening({ tellings: group, settled }: Group, maxSources: number, support: Support): Happening {
  const best = shownOf(group);
  const { record } = best;
  const when = settled ? record : timeOf(group, record);
  const tellers = joinSources(
    group.flatMap((it) => it.record.sources),
    [],
    Number.MAX_SAFE_INTEGER,
  );
  const ends = settled?.flatMap((it) => it.record.sources) ?? [];
  const tuples = joinSources(tellers, ends, Number.MAX_SAFE_INTEGER);
  // The sentence shown comes first, then the others in order of publication.
  const shown = record.sources[0]!;
  const sources = [shown, ...tuples.filter((it) => it[0] !== shown[0])].slice(0, Math.max(1, maxSources));
  const plan = record.plannedFor;
  return {
    entry: {
      date: when.day,
      ...(when.until ? { until: when.until } : {}),
      precision: when.precision,
      status: settled?.[0]!.record.status ?? record.status,
      ...(plan
        ? {
            plannedFor: {
              date: plan.from,
              ...(plan.to > plan.from ? { until: plan.to } : {}),
              precision: plan.precision,
            },
          }
        : {}),
      text: record.text,
      people: unique(group.flatMap((it) => it.people)),
      places: unique(group.flatMap((it) => it.places)),
      sources: sources.map(toSource),
    },
    record,
    vector: best.vector,
    told: support(
      tellers,
      group.reduce((sum, { record: { told, sources } }) => sum + told - sources.length, 0),
    ),
    weight: record.weight,
    settled: settled !== undefined,
  };
}

/** The best-worded that knows the day, where one does: "earlier this month" reads badly on a day. */
const shownOf = (tellings: readonly Telling[]): Telling =>
  tellings.find(({ record }) => record.precision === 'day') ?? tellings[0]!;

/** The day that a telling says; or else the first on which it was told; or else the period. */
function timeOf(tellings: readonly Telling[], shown: DevelopmentRecord): DevelopmentRecord {
  if (vagueness(shown) === 0 && !shown.plannedFor) return shown;
  return tellings
    .map(({ record }) => record)
    .filter(({ status }) => status === shown.status)
    .sort((a, b) => vagueness(a) - vagueness(b) || compareText(a.day, b.day))[0]!;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
