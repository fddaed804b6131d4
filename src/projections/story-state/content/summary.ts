import type { StoryContent } from '../../../domain/story-state.js';
import { daysBetween } from './calendar.js';
import { compareText } from './records.js';
import type { Happening } from './happenings.js';
import { hasCome, repeats } from './repetition.js';
import {
  asides,
  dayHasPassed,
  importance,
  inOrder,
  inPassing,
  tellsClearly,
  type Present,
  type Scored,
} from './timeline.js';
import { standsAlone } from './wording.js';

const MAX_LENGTH = 340;
/** One day is not the whole story; of one long past only what it is known for is told. */
const PER_DAY = 2;
/** Longer than this before the newest report, a development is history: told if many reports speak of its day. */
const RECENT_DAYS = 10;
const NEWS = 0.15;
const HISTORY = -0.25;
const SPOKEN_OF = 0.15;
/** So many reports speak of a day by chance. */
const FEW = 2;
/** What a day of history that everybody speaks of has, of the reports that speak of the day most spoken of. */
const LANDMARK = 0.3;
/** Less relevant, what one report alone tells is of something else. */
const OF_ELSE = 0.2;
/** A summary of so many sentences is not filled up with what weighs so much less than the first. */
const ENOUGH = 3;
const FAR_LESS = 0.9;

/** A few sentences for somebody new: the best-supported developments, the newest state first, none told twice. */
export function renderSummary(
  all: readonly Happening[],
  present: Present,
  max: number,
): StoryContent['summary'] {
  const left = asides(all, present);
  const standing = all.filter((it) => canStand(it, present) && !left.has(it) && !hasCome(it, all));
  const chief = standing.filter((it) => (!inPassing(it) || tellsClearly(it)) && !isOfElse(it, present));
  const candidates = chief.length > 0 ? chief : standing;
  const ordered = inOrder(candidates, (each) => score(each, present));
  const landmark = landmarkOf(ordered, present);
  const chosen = landmark ? [landmark] : [];
  for (const it of ordered) {
    if (chosen.length >= max || (chosen.length >= ENOUGH && it.score < ordered[0]!.score - FAR_LESS)) break;
    if (chosen.some((other) => repeats(it.it, other.it))) continue;
    const perDay = ageOf(it.it, present) <= RECENT_DAYS ? PER_DAY : 1;
    if (chosen.filter((other) => dayOf(other) === dayOf(it)).length >= perDay) continue;
    chosen.push(it);
  }
  return chosen
    .map(({ it }) => it)
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

/** The best of the day of history that most reports speak of, if many do: what it is all about, and how it began. */
function landmarkOf(ordered: readonly Scored[], present: Present): Scored | undefined {
  const spokenOf = ({ entry }: Happening): number =>
    entry.precision === 'day' ? (present.articlesOn.get(entry.date) ?? 0) : 0;
  const least = Math.max(FEW + 1, LANDMARK * Math.max(0, ...present.articlesOn.values()));
  return ordered
    .filter(({ it }) => ageOf(it, present) > RECENT_DAYS && spokenOf(it) >= least)
    .sort(
      ({ it: a }, { it: b }) =>
        spokenOf(b) - spokenOf(a) || Number(standsAlone(b.entry.text)) - Number(standsAlone(a.entry.text)),
    )[0];
}

const dayOf = ({ it }: Scored): string => it.entry.date;

/** One report tells it, and with hardly a word of the story's. */
const isOfElse = ({ record, told }: Happening, { relevance }: Present): boolean =>
  told === 1 && (relevance.get(record) ?? 1) < OF_ELSE;

/** No plan that was called off or whose day has passed. */
const canStand = ({ entry, settled }: Happening, present: Present): boolean =>
  entry.precision !== 'year' && entry.text.length <= MAX_LENGTH && !settled && !dayHasPassed(entry, present);

function score(it: Happening, present: Present): number {
  const support = SPOKEN_OF * Math.log2(Math.max(1, (present.articlesOn.get(it.entry.date) ?? 1) / FEW));
  return (
    importance(it, present) +
    0.3 * ((present.relevance.get(it.record) ?? 0.5) - 0.5) +
    (ageOf(it, present) <= RECENT_DAYS ? NEWS : HISTORY + support) +
    (standsAlone(it.entry.text) ? 0.1 : -0.2) -
    (it.entry.status === 'planned' ? 0.1 : 0)
  );
}

/** In days before the newest report. */
const ageOf = ({ entry }: Happening, { day }: Present): number =>
  Math.max(0, daysBetween(entry.until ?? entry.date, day));
