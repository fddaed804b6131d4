import { RequestMethod } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import {
  ApiBody,
  ApiConsumes,
  ApiExcludeEndpoint,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { scopeOf, type RouteScope } from '../shared/access/scope.guard.js';
import {
  descriptionOf,
  headerOf,
  ProblemAnswer,
  PROBLEMS,
  sectionOf,
  type Answer,
  type Description,
  type HeaderDescription,
} from '../shared/http/describe.js';

/** A method of a controller that answers requests. */
export interface Route {
  /** `get /v1/stories/{story}`. */
  readonly key: string;
  readonly scope: RouteScope;
}

/**
 * The routes of the controllers there are, each of which is told to Swagger as its decorators describe it
 * (shared/http/describe.ts). Once in a process: Swagger adds up what it is told.
 *
 * @throws when a route does not say who may use it, or what it does
 */
export function describedRoutes(modules: ModulesContainer): Route[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Controller;
    const section = sectionOf(controller);
    if (section) ApiTags(section)(controller);
    return routesOf(controller);
  });
}

type Controller = (new (...args: never[]) => unknown) & { prototype: object };

function routesOf(controller: Controller): Route[] {
  const base = Reflect.getMetadata('path', controller) as string;
  const methods = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype));
  return methods.flatMap(([name, method]) => {
    const handler = method.value as object;
    const own = Reflect.getMetadata('path', handler) as string | undefined;
    if (name === 'constructor' || own === undefined) return [];
    const path = `/${base}/${own}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
    const verb = RequestMethod[Reflect.getMetadata('method', handler) as number]!.toLowerCase();
    const key = `${verb} ${path.replace(/:(\w+)/g, '{$1}')}`;
    const scope = scopeOf(handler);
    if (scope === undefined) throw new Error(`${key} has no scope: say who may use it`);
    for (const tell of toSwagger(key, handler, scope)) tell(controller.prototype, name, method);
    return [{ key, scope }];
  });
}

function toSwagger(key: string, handler: object, scope: RouteScope): MethodDecorator[] {
  const description = descriptionOf(handler);
  if (description === undefined) throw new Error(`${key} is not described: say what it does`);
  if (description === null) return [ApiExcludeEndpoint()];
  const { id, summary, description: text, answers, problems = [], body } = description;
  const header = headerOf(handler);
  // Open routes ask for no key, wait for nothing and are answered under any load.
  const common = scope === 'public' ? [] : ([401, 403, 503] as const);
  return [
    ApiOperation({ operationId: id, summary, ...(text === undefined ? {} : { description: text }) }),
    ...(header ? [describeHeader(header)] : []),
    ...(body ? describeBody(body) : []),
    ...Object.entries(answers).map(([status, answer]) => describeAnswer(Number(status), answer)),
    ...[...problems, ...common].map((status) =>
      describeAnswer(status, {
        description: PROBLEMS[status],
        schema: ProblemAnswer,
        mediaType: 'application/problem+json',
      }),
    ),
  ];
}

function describeHeader({ name, description, example }: HeaderDescription): MethodDecorator {
  const schema = { type: 'string', ...(example === undefined ? {} : { example }) } as const;
  return ApiHeader({ name, required: false, description, schema });
}

function describeBody(body: NonNullable<Description['body']>): MethodDecorator[] {
  if (body instanceof z.ZodType) return [ApiBody({ schema: openApiSchema(body, 'input') as object })];
  const { mediaType, description } = body;
  return [ApiConsumes(mediaType), ApiBody({ schema: { type: 'string', description } })];
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
