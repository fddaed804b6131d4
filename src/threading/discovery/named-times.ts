import { MONTHS } from '../../analysis/lexicon/time.js';

/** Days (counted from 1970) and years that texts name. */
export interface NamedTimes {
  readonly days: readonly number[];
  readonly years: readonly number[];
}

/** What an article names at its head, and all years that it names. */
export interface ArticleTimes extends NamedTimes {
  readonly leadYears: readonly number[];
}

/** Characters read for days: a dateline, a headline and the first sentences. */
const HEAD = 400;
/** Reports of one happening are dated within days of each other. */
const NEAR = 3;
/** A story of years names many; the latest are kept. */
const MOST_KEPT = 24;
const DAY = 86_400_000;

/** What naming the same day, or only other years, makes of a nearness: factors. Fitted like those of nearness.ts. */
const SAME_DAY = 1.5;
const OTHER_YEARS = 0.65;

const MONTH = `(${[...MONTHS.keys()].join('|')})\\.?`;
const NAMED_DAY = new RegExp(
  `\\b${MONTH}\\s+(\\d\\d?)(?:st|nd|rd|th)?\\s*,?\\s+((?:19|20)\\d\\d)\\b|` +
    `\\b(\\d\\d?)(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+((?:19|20)\\d\\d)\\b|` +
    `\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)\\b`,
  'gi',
);
const YEAR = /\b(?:19|20)\d\d\b/g;

/**
 * The times that an article names, without those that go without saying: the day and the year in which it appeared.
 * Datelines count, though they are no passage of the report.
 *
 * @param at publication, milliseconds
 */
export function articleTimes(text: string, at: number): ArticleTimes {
  const today = Math.floor(at / DAY);
  const published = new Date(at).getUTCFullYear();
  const years = new Set<number>();
  const leadYears = new Set<number>();
  for (const match of text.matchAll(YEAR)) {
    const year = Number(match[0]);
    if (year === published) continue;
    years.add(year);
    if (match.index < HEAD) leadYears.add(year);
  }
  const days = namedDays(text.slice(0, HEAD)).filter((day) => Math.abs(day - today) > NEAR);
  return { days, years: [...years], leadYears: [...leadYears] };
}

function namedDays(text: string): number[] {
  const days: number[] = [];
  for (const [, m1, d1, y1, d2, m2, y2, y3, m3, d3] of text.matchAll(NAMED_DAY)) {
    const month = m3 ? Number(m3) : MONTHS.get((m1 ?? m2)!.toLowerCase())!;
    const at = Date.UTC(Number(y1 ?? y2 ?? y3), month - 1, Number(d1 ?? d2 ?? d3));
    days.push(at / DAY);
  }
  return days;
}

/** The times that a story's reports name, with those of one more; nothing as long as they name none. */
export const withTimes = (
  story: NamedTimes | undefined,
  { days, years }: ArticleTimes,
): NamedTimes | undefined =>
  days.length + years.length > 0
    ? { days: merged(story?.days, days), years: merged(story?.years, years) }
    : story;

const merged = (kept: readonly number[] = [], more: readonly number[]): readonly number[] =>
  [...new Set([...kept, ...more])].slice(-MOST_KEPT);

/**
 * What the times named make of how near its words bring an article to a story, as a factor: happenings of one kind in
 * one place share their words, and differ in when. Where either names none, words decide alone.
 */
export function timesFactor(article: ArticleTimes, story: NamedTimes | undefined): number {
  if (!story) return 1;
  const sameDay = article.days.some((day) => story.days.some((other) => Math.abs(day - other) <= NEAR));
  const { leadYears } = article;
  const strange = leadYears.length > 0 && story.years.length > 0;
  const otherYears = strange && !leadYears.some((year) => story.years.includes(year));
  return (sameDay ? SAME_DAY : 1) * (otherYears ? OTHER_YEARS : 1);
}
