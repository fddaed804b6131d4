import { z } from 'zod';
import { MOMENT_FORMS, parseMoment } from './moment.js';

// What the routes that read have in common in their query strings. Each parameter carries its part of the OpenAPI
// document in `meta`: what is parsed here is what is described there.

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 1000;

/** A moment on one of the two clocks. */
export const moment = (description: string) =>
  z
    .string()
    .meta({ description: `${description} An instant with an offset, or a date: the end of that day in UTC.` })
    .transform((text, context) => {
      const parsed = parseMoment(text);
      if (parsed) return parsed;
      context.addIssue({ code: 'custom', message: MOMENT_FORMS });
      return z.NEVER;
    });

export const at = moment('As the news had reported by then (publication time). Default: now.');
export const knownAt = moment('As this server had recorded by then. Default: now.');

/** A whole number in a range, given as text. */
export const wholeNumber = (description: string, from: number, to: number, fallback?: number) =>
  z
    .string()
    .meta({
      description,
      type: 'integer',
      minimum: from,
      maximum: to,
      ...(fallback === undefined ? {} : { default: fallback }),
    })
    .transform((text, context) => {
      if (/^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to) return Number(text);
      context.addIssue({ code: 'custom', message: `give a whole number from ${from} to ${to}` });
      return z.NEVER;
    });

export const version = wholeNumber(
  'The nth state of the story, in the order in which this server recorded changes.',
  1,
  2_147_483_647,
);

export const limit = wholeNumber('Most items on a page.', 1, MAX_LIMIT, DEFAULT_LIMIT).optional();

export const cursor = z.string().max(2000).meta({ description: '`next` of the page before.' });

/** A place in the log. Eighteen digits are more than a log will ever have, and fit a bigint of Postgres. */
export const position = (description: string) =>
  z
    .string()
    .meta({ description, pattern: '^\\d{1,18}$', examples: ['1234'] })
    .transform((text, context) => {
      if (/^\d{1,18}$/.test(text)) return BigInt(text);
      context.addIssue({ code: 'custom', message: 'give a position as Dateline answers it: digits alone' });
      return z.NEVER;
    });

/** `{story}` and `{article}` in a path; looked up, not validated: what cannot be one is not found. */
export const storyName = z.string().meta({ description: 'Id or slug.', examples: ['harbour-strike'] });
export const articleId = z
  .string()
  .meta({ description: 'Id, as POST /v1/articles answered and states name it.' });

/** The query string of a route that reads: its own parameters and `minPosition`, and nothing else. */
export function parameters<const Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({
    ...shape,
    minPosition: position(
      'Wait until the answer reflects this position, 10 s at most; then 503 with Retry-After.',
    ).optional(),
  });
}

/** `at`, `knownAt` and `version`: which state. A version already says what was known and by when. */
export const statePoint = { at: at.optional(), knownAt: knownAt.optional(), version: version.optional() };

/** Adds the rule that a version is not combined with a moment. */
export function eitherVersionOrMoment<T extends z.ZodType<{ at?: Date; knownAt?: Date; version?: number }>>(
  schema: T,
): T {
  return schema.superRefine((query, context) => {
    if (query.version === undefined || !(query.at ?? query.knownAt)) return;
    context.addIssue({
      code: 'custom',
      path: ['version'],
      message: 'a version is one state, whatever the moment: give either version, or at and knownAt',
    });
  }) as T;
}
