import { actsOf, turnOf } from './acts.js';
import { daysBetween } from './calendar.js';
import type { Happening } from './happenings.js';
import { sharesAny } from './sameness.js';
import { cosine, sharedWords } from './similarity.js';

/** Two sentences as alike as this say much the same. */
const REPETITION = 0.3;
const RESTATEMENT = 0.6;
/** Or they share so many words that are half of the shorter one: the story's chief words, which weigh little. */
const MANY_WORDS = 5;
const HALF = 0.45;
/** Of one time, fewer are enough; and fewer still where somebody does the same in both. */
const SAME_TIME_DAYS = 3;
const SOME_WORDS = 4;
const THIRD = 0.33;
/** What befell somebody so many days apart in the words of two reports befell them once. */
const ONE_TURN_DAYS = 31;

/**
 * Whether of two sentences a summary needs one only. Much sooner than that they tell one happening, since what is left
 * out of a summary is still on the timeline. What became of a plan is told in much the same words as the plan, and is
 * news.
 */
export function repeats(a: Happening, b: Happening): boolean {
  if (a.entry.status !== b.entry.status && (isOutcome(a, b) || isOutcome(b, a)))
    return cosine(a.vector, b.vector) >= RESTATEMENT;
  const { count, share } = sharedWords(a.vector, b.vector);
  if (cosine(a.vector, b.vector) >= REPETITION || (count >= MANY_WORDS && share >= HALF)) return true;
  const people = sharesAny(a.entry.people, b.entry.people);
  const days = Math.abs(daysBetween(a.entry.date, b.entry.date));
  if (sameTurn(a, b) && (people ? days <= ONE_TURN_DAYS : days <= 1 && mayBeOfOne(a, b))) return true;
  if (days > SAME_TIME_DAYS) return false;
  const doing = sameTurn(a, b) || [...actsOf(a.record)].some((act) => actsOf(b.record).has(act));
  return (doing && people) || (count >= SOME_WORDS && share >= (doing ? THIRD : HALF));
}

function sameTurn(a: Happening, b: Happening): boolean {
  const turn = turnOf(a.record);
  return turn !== '' && turn === turnOf(b.record) && a.entry.status === b.entry.status;
}

/** "Bela Tok died at the gate" and "a man was killed in Velm": not of two people or two places. */
const mayBeOfOne = ({ entry: a }: Happening, { entry: b }: Happening): boolean =>
  (a.people.length === 0 || b.people.length === 0) &&
  (a.places.length === 0 || b.places.length === 0 || sharesAny(a.places, b.places));

/** What was called off, or happened on the day of the plan or later: "will name a keeper in May" has none in April. */
const isOutcome = (plan: Happening, { entry }: Happening): boolean =>
  plan.entry.status === 'planned' && (entry.status !== 'happened' || entry.date >= dayOfPlan(plan));

const dayOfPlan = ({ entry }: Happening): string => (entry.plannedFor ?? entry).date;

/** "They will meet on Monday", once it is told that on Monday they met. */
export const hasCome = (plan: Happening, all: readonly Happening[]): boolean =>
  plan.entry.status === 'planned' &&
  all.some((it) => {
    if (it.entry.status !== 'happened' || it.entry.date < dayOfPlan(plan)) return false;
    const { count, share } = sharedWords(plan.vector, it.vector);
    return count >= MANY_WORDS && share >= HALF;
  });
