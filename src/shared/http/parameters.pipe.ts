import { Inject, Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { Problem } from '../problem.js';

const WAIT_MS = 10_000;

/** What a read can wait for; the read models provide it. */
export interface Reflected {
  /** A lower bound of what every read reflects. */
  settled(): bigint;
  /** True once `position` is reflected, false when it was not within `timeoutMs`. */
  waitFor(position: bigint, timeoutMs: number): Promise<boolean>;
}

export const REFLECTED = Symbol('REFLECTED');

/**
 * Reads a query string by the schema of its `@Query({ schema, pipes: [ParametersPipe] })` and waits for `minPosition`.
 * Parameters that are unknown, doubled or wrong are a problem 400 that says what is allowed.
 */
@Injectable()
export class ParametersPipe implements PipeTransform<unknown, Promise<unknown>> {
  constructor(@Inject(REFLECTED) private readonly reflected: Reflected) {}

  async transform(value: unknown, { schema }: ArgumentMetadata): Promise<unknown> {
    const query = readParameters(schema as unknown as z.ZodObject, value);
    const { minPosition } = query as { minPosition?: bigint };
    if (minPosition !== undefined && !(await this.reflected.waitFor(minPosition, WAIT_MS))) {
      throw new Problem(
        503,
        'not-reflected-yet',
        'Not reflected yet',
        `Position ${minPosition} was not reflected within ${WAIT_MS / 1000} s; reads are at ${this.reflected.settled()}. Ask again.`,
        {},
        { 'Retry-After': '1' },
      );
    }
    return query;
  }
}

/** The parameters, parsed. Throws a {@link Problem} 400. */
export function readParameters<T extends z.ZodObject>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const given = value as Readonly<Record<string, unknown>>;
  const detail = result.error.issues
    .map((issue) => explain(issue, Object.keys(schema.shape), given))
    .join(' ');
  throw new Problem(400, 'bad-parameter', 'A parameter cannot be used', detail);
}

function explain(
  issue: z.core.$ZodIssue,
  allowed: readonly string[],
  given: Readonly<Record<string, unknown>>,
): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.slice(0, 5).map((key) => `"${key.slice(0, 40)}"`);
    return `Unknown: ${names.join(', ')}. This route knows ${allowed.join(', ')}.`;
  }
  // The query parser makes a list of what is doubled.
  if (Array.isArray(given[String(issue.path[0])]))
    return `"${issue.path.join('.')}" is given more than once.`;
  return `"${issue.path.join('.')}": ${issue.message}.`;
}
