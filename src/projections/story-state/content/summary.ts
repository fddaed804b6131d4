import type { StoryContent } from '../../../domain/story-state.js';
import { daysBetween } from './calendar.js';
import { compareText } from './records.js';
import type { Happening } from './happenings.js';
import { cosine } from './similarity.js';
import { asides, importance, inOrder, inPassing, type Present } from './timeline.js';
import { standsAlone } from './wording.js';

/** Two sentences as alike as this say much the same. */
const REPETITION = 0.3;
const RESTATEMENT = 0.6;
const MAX_LENGTH = 340;
/** One day is not the whole story. */
const PER_DAY = 2;
/** Later than this before the newest report, a development is history; it needs more support to be told. */
const RECENT_DAYS = 10;

/** A few sentences for somebody new: the best-supported developments, the newest state first, none told twice. */
export function renderSummary(
  all: readonly Happening[],
  present: Present,
  max: number,
): StoryContent['summary'] {
  const left = asides(all, present);
  const standing = all.filter((it) => canStand(it, present) && !left.has(it));
  const chief = standing.filter((it) => !inPassing(it));
  const candidates = chief.length > 0 ? chief : standing;
  const chosen: Happening[] = [];
  for (const { it } of inOrder(candidates, (each) => score(each, present))) {
    if (chosen.length >= max) break;
    if (chosen.some((other) => repeats(it, other))) continue;
    if (chosen.filter((other) => other.entry.date === it.entry.date).length >= PER_DAY) continue;
    chosen.push(it);
  }
  return chosen
    .sort(
      (a, b) =>
        compareText(b.entry.date, a.entry.date) ||
        b.weight - a.weight ||
        compareText(a.entry.text, b.entry.text),
    )
    .map(({ entry: { date, until, precision, plannedFor, text, sources } }) => ({
      date,
      ...(until === undefined ? {} : { until }),
      precision,
      ...(plannedFor === undefined ? {} : { plannedFor }),
      text,
      sources,
    }));
}

/** No plan that was called off or whose day has passed. */
function canStand(it: Happening, present: Present): boolean {
  const { entry, settled } = it;
  if (entry.precision === 'year' || entry.text.length > MAX_LENGTH || settled) return false;
  const planned = entry.plannedFor && (entry.plannedFor.until ?? entry.plannedFor.date);
  return entry.status !== 'planned' || planned === undefined || planned >= present.day;
}

/** What became of a plan is told in much the same words as the plan, and is news. */
const repeats = (a: Happening, b: Happening): boolean =>
  cosine(a.vector, b.vector) >= (a.entry.status === b.entry.status ? REPETITION : RESTATEMENT);

function score(it: Happening, present: Present): number {
  const age = Math.max(0, daysBetween(it.entry.until ?? it.entry.date, present.day));
  return (
    importance(it, present) +
    0.3 * ((present.relevance.get(it.record) ?? 0.5) - 0.5) +
    (age <= RECENT_DAYS ? 0.15 : -0.1) +
    (standsAlone(it.entry.text) ? 0.1 : -0.2) -
    (it.entry.status === 'planned' ? 0.1 : 0)
  );
}
