import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Problem } from '../problem.js';

const CHECK_LENGTH = 8;

/** What a cursor is for; the same parameters have to come with it, or none. */
type Asked = Readonly<Record<string, string | number | undefined>>;

/**
 * Makes the opaque cursor of a list's next page. It holds no secret, so it is not signed; the check sum in front tells
 * one that was cut or altered on its way from one of ours.
 */
export function writeCursor(place: object): string {
  const body = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${checksum(body)}${body}`;
}

/** What {@link writeCursor} was given. Throws a {@link Problem} 400 for anything that is no cursor of this list. */
export function readCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  const body = cursor.slice(CHECK_LENGTH);
  if (cursor.slice(0, CHECK_LENGTH) === checksum(body)) {
    const place = schema.safeParse(parse(body));
    if (place.success) return place.data;
  }
  throw badCursor(
    'It is none of this list: take `next` of the page before as it is, or leave it out for the first page.',
  );
}

/** Refuses a cursor that comes with other parameters than its first page had. Left-out ones are taken from it. */
export function assertSameQuestion(now: Asked, then: Asked): void {
  const changed = Object.keys(now).filter((name) => now[name] !== undefined && now[name] !== then[name]);
  if (changed.length === 0) return;
  throw badCursor(
    `It comes from another question: send the same ${changed.join(', ')} as for the first page, or leave the cursor out.`,
  );
}

function badCursor(detail: string): Problem {
  return new Problem(400, 'bad-cursor', 'The cursor cannot be used', detail);
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, CHECK_LENGTH);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
