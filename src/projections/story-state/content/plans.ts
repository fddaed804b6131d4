import type { DevelopmentRecord } from './aggregate.js';
import { daysBetween } from './calendar.js';
import { ALIKE_IN_PERIOD, sharesAny } from './sameness.js';
import { cosine } from './similarity.js';
import type { Group, Telling } from './tellings.js';

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

/**
 * What later reports made of plans. Reports of one calling-off are one entry. A plan told again as called off or moved
 * becomes part of it; one that the calling-off only speaks of ("the meeting was cancelled") stays, shown as what became
 * of it.
 */
export function settlePlans(groups: readonly Group[]): Group[] {
  const absorbed = new Set<Group>();
  for (const group of groups) undoneFirst(group);
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

/** A plan and its calling-off that read so alike that they are one entry already: shown as called off. */
function undoneFirst({ tellings }: Group): void {
  if (tellings[0]!.record.status !== 'planned') return;
  tellings.sort((a, b) => Number(isUndone(b)) - Number(isUndone(a)));
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
  (a.people.length === 0 || b.people.length === 0 || sharesAny(a.people, b.people)) &&
  cosine(a.vector, b.vector) >= SAME_END;

/** @param undone everything told of the calling-off, `end` among it */
function settles(end: Telling, plan: Telling, undone: readonly Telling[]): 'told again' | 'spoken of' | null {
  const gap = daysBetween(plan.record.day, end.record.sources[0]![3].slice(0, 10));
  if (gap < 0 || gap > PLAN_DAYS) return null;
  const alike = cosine(plan.vector, end.vector);
  if (alike >= ALIKE_IN_PERIOD) return 'told again';
  if (!plan.record.plannedFor || !overlap(plan.record, end.record)) return null;
  if (!GATHERING.test(plan.record.text) || !GATHERING.test(end.record.text)) return null;
  if (plan.people.length > 0 && !undone.some(({ people }) => sharesAny(people, plan.people))) return null;
  // With nobody and no place of its own, it is the gathering that the report was about.
  const named = plan.people.length > 0 || plan.places.length > 0;
  const known = named ? sharesAny(plan.places, end.places) : THE_GATHERING.test(plan.record.text);
  return known || alike >= SPOKEN_OF ? 'spoken of' : null;
}
