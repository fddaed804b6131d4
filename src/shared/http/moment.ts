const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A plus sign written plainly in a URL arrives as a space. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+\- ]\d{2}:\d{2})$/i;

/** What to say to somebody whose moment is neither. */
export const MOMENT_FORMS =
  'give an instant with an offset (2024-04-24T18:00:00Z, 2024-04-24T21:00:00+03:00) or a date (2024-04-24, which means the end of that day in UTC)';

/**
 * A moment as a reader writes it: an instant with an offset, or a date, which means the end of that day in UTC.
 *
 * @returns null for anything else, 30 February included
 */
export function parseMoment(text: string): Date | null {
  const day = DATE.test(text) ? text : INSTANT.exec(text)?.[1];
  if (day === undefined || !isDay(day)) return null;
  const moment = new Date(day === text ? `${day}T23:59:59.999Z` : text.toUpperCase().replace(' ', '+'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** Engines differ on whether 30 February is a date. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
