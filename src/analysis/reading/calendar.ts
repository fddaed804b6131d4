/** A calendar day as a count of days since 1970-01-01: plain integers, so that no process time zone can leak in. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of a civil date; `month` is 1..12. A day past the end of its month rolls over, as in Date.UTC. */
export const dayOf = (year: number, month: number, date: number): Day =>
  Math.floor(Date.UTC(year, month - 1, date) / MS_PER_DAY);

export interface Civil {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly date: number;
}

export function civil(day: Day): Civil {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** `YYYY-MM-DD`; years outside 1..9999 are clamped, they are never meant. */
export function isoDay(day: Day): string {
  const clamped = Math.min(Math.max(day, -719_162), 2_932_896);
  return new Date(clamped * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** Monday of the day's week. */
export const weekStart = (day: Day): Day => day - weekdayOf(day);

export const monthStart = (day: Day): Day => {
  const { year, month } = civil(day);
  return dayOf(year, month, 1);
};

export const monthEnd = (day: Day): Day => {
  const { year, month } = civil(day);
  return dayOf(year, month + 1, 1) - 1;
};

/** Whether the civil date exists: 31 April does not. */
export function isDate(year: number, month: number, date: number): boolean {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return false;
  return civil(dayOf(year, month, date)).date === date;
}

/** Formatters are costly to make (0.05 ms) and zones are few; the bound keeps hostile zones from piling up. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATTERS = 600;

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter) return formatter;
  const options = { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory' } as const;
  try {
    formatter = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  } catch {
    formatter = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
  if (formatters.size >= MAX_FORMATTERS) formatters.clear();
  formatters.set(zone, formatter);
  return formatter;
}

/**
 * The calendar day of an instant in a newsroom's zone.
 *
 * @param instant ISO 8601; an unreadable one gives day 0
 * @param zone IANA name; an unknown one is read as UTC
 */
export function localDay(instant: string, zone = 'UTC'): Day {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return 0;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(zone || 'UTC').formatToParts(at)) parts[type] = Number(value);
  return dayOf(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1);
}
