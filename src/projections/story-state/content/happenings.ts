import type { TimelineEntry } from '../../../domain/story-state.js';
import type { DevelopmentRecord } from './aggregate.js';
import { daysBetween } from './calendar.js';
import type { EntityNames } from './entities.js';
import { countArticles, type Support } from './origins.js';
import { compareSources, compareText, joinSources, toSource } from './records.js';
import { bagOf, cosine, Similarity, type Vector } from './similarity.js';

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

/** Two sentences of one day are about one happening from here on; measured on reports of the same meetings. */
const SAME_DAY = 0.42;
/** Of days that only overlap, and of a plan and its cancellation. */
const SAME_PERIOD = 0.55;

/** A single day that is told of so much later is remembered for one thing. */
const LONG_AGO_DAYS = 30;
/** A report that says who met after it said that they did goes on about one meeting, whatever its words. */
const GOES_ON = 0.5;
const REMEMBERED_DAY = 0.15;

/** That people met, told as news: "the meeting" speaks of one told before. */
const MEETING =
  /(?<!\b(?:the|this|that|these|those) )\b(?:met|meets?|talks|held talks|visited|conferred|convened|negotiated|summit|held a (?:\w+ ){0,2}meeting)\b/i;

/** How long after its report a plan may be called off, and how alike the two must be if they share no place. */
const PLAN_DAYS = 60;
const SPOKEN_OF = 0.1;

/** What is planned, held or called off; and who comes to it. */
const GATHERING =
  /\b(?:meet|meetings?|talks|visit(?:ing)?|summit|conference|session|hearing|vote|election|trial|march|rally|launch|concert|ceremony|delegations?)\b/i;
/** "The talks will be held early next week": those that everybody speaks of. */
const THE_GATHERING =
  /\b(?:the|this|that|these|those) (?:meetings?|talks|visit|summit|conference|session)\b/i;
/** How alike two reports of one calling-off are. */
const SAME_END = 0.2;

interface Group {
  readonly tellings: Telling[];
  /** The reports that called the plan off or moved it. */
  settled?: readonly Telling[];
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
 *
 * @param support counts those who tell it
 */
export function happenings(
  records: readonly DevelopmentRecord[],
  names: EntityNames,
  maxSources: number,
  support: Support = countArticles,
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
  return settlePlans(groups).map((group) => toHappening(group, maxSources, support));
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
  // One report's sentences follow each other: what was discussed is not the meeting told again, but who met is.
  const follows = !sameMeeting && a.record.sources[0]![0] === b.record.sources[0]![0] && a.record.told === 1;
  if (follows && a.meeting && b.meeting && (a.record.undated ?? b.record.undated) && !elsewhere(a, b))
    return GOES_ON;
  return Math.min(0.2, 0.08 * Math.max(0, people - 1)) + (sameMeeting ? 0.25 : 0) - (follows ? 0.12 : 0);
}

/** Both say where, and not the same. */
function elsewhere(a: Telling, b: Telling): boolean {
  const venues = ({ record, places }: Telling): string[] =>
    places.filter((name) => record.text.includes(` in ${name}`) || record.text.includes(` at ${name}`));
  const [here, there] = [venues(a), venues(b)];
  return here.length > 0 && there.length > 0 && !shared(here, there);
}

function samePlan(a: DevelopmentRecord, b: DevelopmentRecord): boolean {
  if (!a.plannedFor || !b.plannedFor) return true;
  return a.plannedFor.from <= b.plannedFor.to && b.plannedFor.from <= a.plannedFor.to;
}

/**
 * What later reports made of plans. Reports of one calling-off are one entry. A plan told again as called off or moved
 * becomes part of it; one that the calling-off only speaks of ("the meeting was cancelled") stays, shown as what became
 * of it.
 */
function settlePlans(groups: readonly Group[]): Group[] {
  const absorbed = new Set<Group>();
  const ends = groups.filter(({ tellings }) => isUndone(tellings[0]!));
  for (const [i, end] of ends.entries()) {
    if (absorbed.has(end)) continue;
    for (const again of ends.slice(i + 1)) {
      if (absorbed.has(again) || !sameEnd(end.tellings[0]!, again.tellings[0]!)) continue;
      end.tellings.push(...again.tellings);
      absorbed.add(again);
    }
  }
  for (const end of ends) {
    if (absorbed.has(end)) continue;
    const undone = end.tellings.filter(isUndone);
    for (const plan of groups) {
      if (plan.tellings[0]!.record.status !== 'planned' || absorbed.has(plan)) continue;
      const matches = undone.map((telling) => settles(telling, plan.tellings[0]!, undone));
      if (matches.includes('told again')) {
        end.tellings.push(...plan.tellings);
        absorbed.add(plan);
      } else if (matches.includes('spoken of')) {
        plan.settled = undone;
      }
    }
  }
  return groups.filter((group) => !absorbed.has(group));
}

const isUndone = ({ record }: Telling): boolean =>
  record.status === 'cancelled' || record.status === 'postponed';

/** The days that a plan is or was for. */
const daysOf = ({ day, until, plannedFor }: DevelopmentRecord): { from: string; to: string } =>
  plannedFor ?? { from: day, to: until ?? day };

function overlap(a: DevelopmentRecord, b: DevelopmentRecord): boolean {
  const [one, other] = [daysOf(a), daysOf(b)];
  return one.from <= other.to && other.from <= one.to;
}

const sameEnd = (a: Telling, b: Telling): boolean =>
  a.record.status === b.record.status &&
  overlap(a.record, b.record) &&
  GATHERING.test(a.record.text) &&
  GATHERING.test(b.record.text) &&
  (a.people.length === 0 || b.people.length === 0 || shared(a.people, b.people)) &&
  cosine(a.vector, b.vector) >= SAME_END;

/** @param undone everything told of the calling-off, `end` among it */
function settles(end: Telling, plan: Telling, undone: readonly Telling[]): 'told again' | 'spoken of' | null {
  const gap = daysBetween(plan.record.day, end.record.sources[0]![3]);
  if (gap < 0 || gap > PLAN_DAYS) return null;
  const alike = cosine(plan.vector, end.vector);
  if (alike >= SAME_PERIOD) return 'told again';
  if (!plan.record.plannedFor || !overlap(plan.record, end.record)) return null;
  if (!GATHERING.test(plan.record.text) || !GATHERING.test(end.record.text)) return null;
  if (plan.people.length > 0 && !undone.some(({ people }) => shared(people, plan.people))) return null;
  // With nobody and no place of its own, it is the gathering that the report was about.
  const named = plan.people.length > 0 || plan.places.length > 0;
  const known = named ? shared(plan.places, end.places) : THE_GATHERING.test(plan.record.text);
  return known || alike >= SPOKEN_OF ? 'spoken of' : null;
}

const shared = (a: readonly string[], b: readonly string[]): boolean => a.some((name) => b.includes(name));

function toHappening({ tellings: group, settled }: Group, maxSources: number, support: Support): Happening {
  const best = group[0]!;
  const { record } = best;
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
      date: record.day,
      ...(record.until ? { until: record.until } : {}),
      precision: record.precision,
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

const unique = (names: readonly string[]): string[] => [...new Set(names)];
