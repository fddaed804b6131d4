const formats = new Map<string, Intl.DateTimeFormat | null>();

/** The calendar day `YYYY-MM-DD` of an instant in a newsroom's zone; UTC when the zone is absent or unknown. */
export function dayOf(instant: string, timezone?: string): string {
  const format = timezone ? formatFor(timezone) : null;
  return format ? format.format(new Date(instant)) : instant.slice(0, 10);
}

function formatFor(timezone: string): Intl.DateTimeFormat | null {
  let format = formats.get(timezone);
  if (format === undefined) {
    try {
      // The Canadian form is the ISO one.
      format = new Intl.DateTimeFormat('en-CA', {
        timeZone: timezone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      });
    } catch {
      format = null;
    }
    // Zones come from outside; there are some 600 real ones.
    if (formats.size < 1_000) formats.set(timezone, format);
  }
  return format;
}

const numbers = new Map<string, number>();

/** A calendar day as a count of days, for differences. */
export function dayNumber(day: string): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
    // Some thirty years of news; days outside are worked out anew.
    if (numbers.size < 10_000) numbers.set(day, number);
  }
  return number;
}

/** Days from `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a);

/** The day before a day. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
