import type { TimelineEntry } from '../../../domain/story-state.js';
import type { DevelopmentRecord } from './aggregate.js';
import { daysBetween } from './calendar.js';
import type { EntityNames } from './entities.js';
import { compareSources, compareText, joinSources, toSource } from './records.js';
import { bagOf, cosine, Similarity, type Vector } from './similarity.js';

/** One happening, told once or more, with the best-worded telling first. */
export interface Happening {
  readonly entry: TimelineEntry;
  /** Of the sentence shown. */
  readonly record: DevelopmentRecord;
  readonly vector: Vector;
  /** Articles that tell it. */
  readonly told: number;
  readonly weight: number;
}

/** Two sentences of one day are about one happening from here on; measured on reports of the same meetings. */
const SAME_DAY = 0.42;
/** Of days that only overlap, and of a plan and its cancellation. */
const SAME_PERIOD = 0.55;

/** A single day that is told of so much later is remembered for one thing. */
const LONG_AGO_DAYS = 30;
const REMEMBERED_DAY = 0.15;

/** That people met, told as news: "the meeting" speaks of one told before. */
const MEETING =
  /(?<!\b(?:the|this|that|these|those) )\b(?:met|meets?|talks|held talks|visited|conferred|convened|negotiated|summit|held a (?:\w+ ){0,2}meeting)\b/i;

/** How long after its report a plan may be called off, and how alike the two must be if they share no place. */
const PLAN_DAYS = 60;
const SPOKEN_OF = 0.1;

/** What is planned, held or called off. */
const GATHERING =
  /\b(?:meetings?|talks|visit|summit|conference|session|hearing|vote|election|trial|march|rally|launch|concert|ceremony)\b/i;

interface Group {
  readonly tellings: Telling[];
  /** The report that called the plan off or moved it. */
  settled?: Telling;
}

interface Telling {
  readonly meeting: boolean;
  readonly record: DevelopmentRecord;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly vector: Vector;
}

/**
 * Groups tellings of the same happening: of the same day and alike in words, names and standing, best-worded first, so
 * that the order of arrival plays no part. In order of weight.
 */
export function happenings(
  records: readonly DevelopmentRecord[],
  names: EntityNames,
  maxSources: number,
): Happening[] {
  const tellings = prepare(records, names);
  const byDay = new Map<string, Group[]>();
  const groups: Group[] = [];
  for (const telling of tellings) {
    let neighbours = byDay.get(telling.record.day);
    if (!neighbours) byDay.set(telling.record.day, (neighbours = []));
    let best: Group | null = null;
    let bestScore = 0;
    for (const group of neighbours) {
      const score = likeness(telling, group.tellings);
      if (score > bestScore) [best, bestScore] = [group, score];
    }
    if (best) best.tellings.push(telling);
    else {
      const group = { tellings: [telling] };
      groups.push(group);
      neighbours.push(group);
    }
  }
  return settlePlans(groups).map((group) => toHappening(group, maxSources));
}

function prepare(records: readonly DevelopmentRecord[], names: EntityNames): Telling[] {
  const named = [...records]
    .sort(
      (a, b) =>
        b.weight - a.weight || compareSources(a.sources[0]!, b.sources[0]!) || compareText(a.key, b.key),
    )
    .map((record) => {
      const { people, places } = namesIn(record, names);
      return { record, people, places, meeting: MEETING.test(record.text), bag: bagOf(record, people) };
    });
  const similarity = new Similarity(named.map((it) => it.bag));
  return named.map(({ bag, ...it }) => ({ ...it, vector: similarity.vector(bag) }));
}

/** Who and where, by the story's names; a report may take a place for a person, the story knows better. */
function namesIn(record: DevelopmentRecord, names: EntityNames): { people: string[]; places: string[] } {
  const people = new Set<string>();
  const places = new Set<string>();
  const add = (name: string, type: 'person' | 'place'): void => {
    const entity = names.entity(name, type) ?? { name, type };
    if (entity.type === 'person') people.add(entity.name);
    else if (entity.type === 'place') places.add(entity.name);
  };
  for (const name of record.people) add(name, 'person');
  for (const name of record.places) add(name, 'place');
  return { people: [...people], places: [...places] };
}

/** 0 when it is another happening. */
function likeness(telling: Telling, group: readonly Telling[]): number {
  const first = group[0]!;
  const { record } = telling;
  if ((record.status === 'happened') !== (first.record.status === 'happened')) return 0;
  if (record.status === 'planned' && first.record.status === 'planned' && !samePlan(record, first.record))
    return 0;
  let best = 0;
  // The first few are the best-worded ones; the others are like them.
  for (const other of group.slice(0, 4)) {
    const score = cosine(telling.vector, other.vector) + bonus(telling, other);
    if (score >= threshold(record, other.record)) best = Math.max(best, score);
  }
  return best;
}

function threshold(a: DevelopmentRecord, b: DevelopmentRecord): number {
  if ((a.until ?? a.day) !== (b.until ?? b.day)) return SAME_PERIOD;
  if (a.precision !== 'day') return SAME_DAY;
  const age = Math.min(daysBetween(a.day, a.sources[0]![3]), daysBetween(b.day, b.sources[0]![3]));
  return age >= LONG_AGO_DAYS ? REMEMBERED_DAY : SAME_DAY;
}

/** What speaks for one happening beside the words. */
function bonus(a: Telling, b: Telling): number {
  const people = a.people.filter((name) => b.people.includes(name)).length;
  const sameMeeting =
    a.meeting &&
    b.meeting &&
    a.places.filter((name) => b.places.includes(name)).length >= 2 &&
    (people > 0 || a.people.length === 0 || b.people.length === 0);
  // One report's sentences follow each other: what was discussed is not the meeting told again.
  const follows = !sameMeeting && a.record.sources[0]![0] === b.record.sources[0]![0] && a.record.told === 1;
  return Math.min(0.2, 0.08 * Math.max(0, people - 1)) + (sameMeeting ? 0.25 : 0) - (follows ? 0.12 : 0);
}

function samePlan(a: DevelopmentRecord, b: DevelopmentRecord): boolean {
  if (!a.plannedFor || !b.plannedFor) return true;
  return a.plannedFor.from <= b.plannedFor.to && b.plannedFor.from <= a.plannedFor.to;
}

/**
 * What later reports made of plans. A plan told again as called off or moved becomes part of that entry; one that the
 * calling-off only speaks of ("the meeting was cancelled") stays, shown as what became of it.
 */
function settlePlans(groups: readonly Group[]): Group[] {
  const absorbed = new Set<Group>();
  for (const end of groups) {
    const { status } = end.tellings[0]!.record;
    if (status !== 'cancelled' && status !== 'postponed') continue;
    for (const plan of groups) {
      if (plan.tellings[0]!.record.status !== 'planned' || absorbed.has(plan)) continue;
      const match = settles(end.tellings[0]!, plan.tellings[0]!);
      if (match === 'told again') {
        end.tellings.push(...plan.tellings);
        absorbed.add(plan);
      } else if (match === 'spoken of') {
        plan.settled = end.tellings[0]!;
      }
    }
  }
  return groups.filter((group) => !absorbed.has(group));
}

function settles(end: Telling, plan: Telling): 'told again' | 'spoken of' | null {
  const gap = daysBetween(plan.record.day, end.record.sources[0]![3]);
  if (gap < 0 || gap > PLAN_DAYS) return null;
  const alike = cosine(plan.vector, end.vector);
  if (alike >= SAME_PERIOD) return 'told again';
  const { plannedFor } = plan.record;
  const from = end.record.plannedFor?.from ?? end.record.day;
  const to = end.record.plannedFor?.to ?? end.record.until ?? end.record.day;
  const sameDays = plannedFor && plannedFor.from <= to && from <= plannedFor.to;
  const samePeople = plan.people.length === 0 || plan.people.some((name) => end.people.includes(name));
  const gathering = GATHERING.test(plan.record.text) && GATHERING.test(end.record.text);
  const samePlace = plan.places.some((name) => end.places.includes(name));
  return sameDays && samePeople && gathering && (samePlace || alike >= SPOKEN_OF) ? 'spoken of' : null;
}

function toHappening({ tellings: group, settled }: Group, maxSources: number): Happening {
  const best = group[0]!;
  const { record } = best;
  const tuples = joinSources(
    group.flatMap((it) => it.record.sources),
    settled?.record.sources ?? [],
    Number.MAX_SAFE_INTEGER,
  );
  // The sentence shown comes first, then the others in order of publication.
  const shown = record.sources[0]!;
  const sources = [shown, ...tuples.filter((it) => it[0] !== shown[0])].slice(0, Math.max(1, maxSources));
  const plan = record.plannedFor;
  return {
    entry: {
      date: record.day,
      ...(record.until ? { until: record.until } : {}),
      precision: record.precision,
      status: settled?.record.status ?? record.status,
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
    told: group.reduce((sum, it) => sum + it.record.told, 0),
    weight: record.weight,
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
