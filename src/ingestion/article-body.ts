import { z } from 'zod';
import { isTimezone, toInstant } from './extract/publication-time.js';
import { canonicalUrl } from './article-identity.js';
import { Problem } from '../shared/problem.js';
import { cleanLine, cleanText } from '../shared/text-hygiene.js';

/** In characters. */
const MAX_TEXT = 2_000_000;
const MAX_HTML = 10_000_000;
const OFFSET_OR_ZONE = /(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

const line = (name: string, max: number) =>
  z
    .string({ error: `has to be a string` })
    .max(max, { error: `has to be at most ${max} characters long` })
    .transform(cleanLine)
    .refine((text) => text !== '', { error: `must not be empty: give the ${name} or leave it out` });

const long = (max: number) =>
  z
    .string({ error: 'has to be a string' })
    .max(max, { error: `has to be at most ${max} characters long`, abort: true })
    .refine((text) => text.trim() !== '', { error: 'must not be empty' });

/** The body of POST /v1/articles, and a line of POST /v1/articles/batch. */
export const ArticleBody = z
  .strictObject({
    url: z
      .string({ error: 'has to be a string' })
      .max(2048, { error: 'has to be at most 2048 characters long', abort: true })
      .transform((text, context) => {
        const url = canonicalUrl(text.trim());
        if (url !== undefined) return url;
        context.addIssue({
          code: 'custom',
          message: 'has to be an absolute http or https address without a user name in it',
        });
        return z.NEVER;
      })
      .optional()
      .meta({
        description:
          'Where the article is. Tracking parameters, the fragment and a slash at the end do not count.',
      }),
    externalId: line('id', 512).optional().meta({
      description: 'What its publisher calls it, for copy without an address. Unique within the publisher.',
    }),
    title: line('title', 2000).optional().meta({ description: 'May be left out where `html` has it.' }),
    text: long(MAX_TEXT)
      .transform((text) => cleanText(text).trim())
      .refine((text) => text !== '', { error: 'has nothing in it that can be read' })
      .optional()
      .meta({ description: 'The article, paragraphs separated by blank lines. Either this or `html`.' }),
    html: long(MAX_HTML)
      .optional()
      .meta({ description: 'The page or the part of it that holds the article. Either this or `text`.' }),
    publisher: line('publisher', 300)
      .optional()
      .meta({ description: 'May be left out where `html` has it.' }),
    publishedAt: line('time', 64)
      .optional()
      .meta({
        description:
          'An instant with an offset; or a wall clock or a date (its first moment), in `timezone`, a date in UTC when there is none. May be left out where `html` has it.',
        examples: ['2024-04-24T18:00:00Z', '2024-04-24T21:00:00+03:00', '2024-04-24'],
      }),
    byline: line('byline', 1000).optional().meta({ description: 'Who wrote it.' }),
    language: z
      .string({ error: 'has to be a string' })
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/, {
        error: 'has to be a language tag such as "en" or "en-GB"',
      })
      .optional(),
    timezone: z
      .string({ error: 'has to be a string' })
      .max(64, { error: 'has to be an IANA time zone such as "Asia/Jerusalem"', abort: true })
      .refine(isTimezone, { error: 'has to be an IANA time zone such as "Asia/Jerusalem"' })
      .optional()
      .meta({ description: 'The newsroom’s: "Wednesday" in the text is a day there. UTC when left out.' }),
  })
  .superRefine((body, context) => {
    const issue = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (body.url === undefined && body.externalId === undefined && body.html === undefined) {
      issue('url', 'is needed, or `externalId`: without one of them the article could not be found again');
    }
    if ((body.text === undefined) === (body.html === undefined)) {
      issue(
        'text',
        body.text === undefined ? 'is needed, or `html`' : 'and `html` are both there: send one of them',
      );
    }
    if (body.html === undefined) {
      for (const field of ['title', 'publisher', 'publishedAt'] as const) {
        if (body[field] === undefined) issue(field, 'is needed when the article comes as `text`');
      }
    }
    const when = body.publishedAt;
    if (when !== undefined && !(body.timezone !== undefined && !isTimezone(body.timezone))) {
      const complaint = complainAboutTime(when, body.timezone);
      if (complaint) issue('publishedAt', complaint);
    }
  })
  .meta({ id: 'ArticleBody' });

export type ArticleBody = z.output<typeof ArticleBody>;

function complainAboutTime(when: string, timezone: string | undefined): string | undefined {
  const forms =
    'give an instant with an offset (2024-04-24T18:00:00Z, 2024-04-24T21:00:00+03:00) or a date (2024-04-24)';
  if (toInstant(when, timezone) === undefined) return `is no date: ${forms}`;
  if (timezone !== undefined || DATE_ONLY.test(when) || OFFSET_OR_ZONE.test(when)) return undefined;
  return `has no offset, so it is not clear when that was: ${forms}, or add \`timezone\``;
}

/**
 * Reads a body, with hygiene done on every field.
 *
 * @throws Problem 400 that says of each field what is wrong, 413 when the text itself is too long
 */
export function readArticleBody(value: unknown): ArticleBody {
  return readBody(ArticleBody, value);
}

/** Reads a body by a schema. Throws a {@link Problem} 400 that says of each field what is wrong. */
export function readBody<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem(
      400,
      'invalid-body',
      'The body cannot be used',
      'Send one JSON object; /docs tells its fields.',
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 20).flatMap(explain);
  const tooLong = result.error.issues.some(
    (issue) => issue.code === 'too_big' && ['text', 'html'].includes(String(issue.path[0])),
  );
  throw new Problem(
    tooLong ? 413 : 400,
    tooLong ? 'too-large' : 'invalid-body',
    tooLong ? 'Too large' : 'The body cannot be used',
    errors.map(({ field, detail }) => `\`${field}\` ${detail}.`).join(' '),
    { errors },
  );
}

function explain(issue: z.core.$ZodIssue): { field: string; detail: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 10).map((key) => ({
      field: [...issue.path, cleanLine(key).slice(0, 60)].join('.'),
      detail: 'is not a field that is known here: leave it out, or see /docs for how it is written',
    }));
  }
  return [{ field: issue.path.join('.'), detail: issue.message }];
}
