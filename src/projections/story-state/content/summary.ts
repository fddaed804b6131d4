import type { StoryContent } from '../../../domain/story-state.js';
import { daysBetween } from './calendar.js';
import { compareText } from './records.js';
import type { Happening } from './happenings.js';
import { cosine } from './similarity.js';
import { importance, inOrder, type Present } from './timeline.js';
import { standsAlone } from './wording.js';

/** Two sentences as alike as this say much the same. */
const REPETITION = 0.3;
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
  const candidates = all.filter((it) => it.entry.precision !== 'year' && it.entry.text.length <= MAX_LENGTH);
  const chosen: Happening[] = [];
  for (const { it } of inOrder(candidates, (each) => score(each, present))) {
    if (chosen.length >= max) break;
    if (chosen.some((other) => cosine(other.vector, it.vector) >= REPETITION)) continue;
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
    .map(({ entry }) => ({ text: entry.text, sources: entry.sources }));
}

function score(it: Happening, present: Present): number {
  const age = Math.max(0, daysBetween(it.entry.date, present.day));
  return (
    importance(it, present) +
    (age <= RECENT_DAYS ? 0.15 : -0.1) +
    (standsAlone(it.entry.text) ? 0.1 : -0.2) -
    (it.entry.status === 'planned' ? 0.1 : 0)
  );
}
