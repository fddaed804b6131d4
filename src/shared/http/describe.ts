import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** RFC 9457. Kinds may bring members of their own. */
export const ProblemAnswer = z
  .looseObject({
    type: z.string().meta({ description: 'The kind of problem, as a URI reference.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What to do about it.' }),
  })
  .meta({ id: 'Problem', description: 'What went wrong and what to do about it (RFC 9457).' });

const PROBLEMS = {
  400: 'A parameter or the body cannot be used',
  401: 'No key, or one that is not valid',
  403: 'The key lacks the scope',
  404: 'There is no such thing, or there was none then',
  409: 'Somebody else was faster',
  410: 'The position is of another history',
  413: 'Too large',
  415: 'Not a media type that is read here',
  422: 'Understood, but it cannot be taken in',
  503: 'Overloaded, or not reflected yet: try again after `Retry-After` seconds',
} as const;

export interface Answer {
  readonly description?: string;
  /** Shape of a JSON answer; text of any other. */
  readonly schema?: z.ZodType;
  readonly mediaType?: string;
}

/** Of every answer with an ETag. */
export const notModified = {
  304: { description: 'Not changed since the `If-None-Match` or `If-Modified-Since` given' },
};

export interface Description {
  /** Unique; becomes the name of a function in generated clients. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Besides those any route may answer: 401, 403 and 503. */
  readonly problems?: readonly (keyof typeof PROBLEMS)[];
}

/** The part of a route in the OpenAPI document that its parameters do not tell. */
export function Describe({ id, summary, description, answers, problems = [] }: Description): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId: id, summary, ...(description === undefined ? {} : { description }) }),
    ...Object.entries(answers).map(([status, answer]) => describeAnswer(Number(status), answer)),
    ...([...problems, 401, 403, 503] as const).map((status) =>
      describeAnswer(status, {
        description: PROBLEMS[status],
        schema: ProblemAnswer,
        mediaType: 'application/problem+json',
      }),
    ),
  );
}

function describeAnswer(
  status: number,
  { description, schema, mediaType = 'application/json' }: Answer,
): MethodDecorator {
  const body = schema ? openApiSchema(schema, 'output') : { type: 'string' };
  return ApiResponse({
    status,
    description: description ?? 'OK',
    ...(status === 304 ? {} : { content: { [mediaType]: { schema: body as object } } }),
  });
}

/**
 * A zod schema as OpenAPI 3.1 has it: JSON Schema 2020-12. Schemas with an id stay under `$defs`; the document's
 * generator moves them to its components.
 */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // What `format` and `type` say already; zod's pattern for calendars is 300 characters at every date.
      if (['date-time', 'date', 'uuid'].includes(jsonSchema.format ?? '')) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return json;
}
