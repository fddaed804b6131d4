const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/i;

/**
 * The instant that a date in the wild means, as ISO with `Z`; `undefined` when it is none.
 *
 * - ISO 8601 with an offset, `Z`, `UTC` or `GMT` (`+0200` and `+02` too) is that instant.
 * - ISO without an offset is a wall clock in `timezone`, or UTC when there is none.
 * - A date is its first moment, in the same way.
 * - RFC 2822 (`Tue, 19 Nov 2019 06:55:00 GMT`) is understood if it names its zone.
 */
export function toInstant(text: string, timezone?: string): string | undefined {
  const given = text.trim();
  if (given.length > 64) return undefined;
  const match = ISO.exec(given);
  if (!match)
    return /^[A-Za-z]{3},? .*(?:GMT|UTC|Z|[+-]\d{4})$/.test(given) ? instantOf(Date.parse(given)) : undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match;
  const wall = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`,
  );
  // Date.parse takes 31 February for 2 March.
  if (Number.isNaN(wall) || new Date(wall).getUTCDate() !== Number(day)) return undefined;
  if (zone) return instantOf(wall - offsetOf(zone));
  return instantOf(timezone ? wallClockIn(timezone, wall) : wall);
}

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

function instantOf(milliseconds: number): string | undefined {
  // Outside four-digit years neither ISO nor Postgres mean the same as we do.
  if (Number.isNaN(milliseconds) || milliseconds < -62_135_596_800_000 || milliseconds > 253_402_300_799_999)
    return undefined;
  return new Date(milliseconds).toISOString();
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Twice, because the zone's offset at the first guess may be that of the other side of a clock change. */
function wallClockIn(timezone: string, wall: number): number {
  const guess = wall - offsetAt(timezone, wall);
  return wall - offsetAt(timezone, guess);
}

function offsetAt(timezone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(instant); // prettier-ignore
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    get('year'),
    get('month') - 1,
    get('day'),
    get('hour'),
    get('minute'),
    get('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
