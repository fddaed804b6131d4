import { readFile } from 'node:fs/promises';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiModule } from '../api.module.js';
import { readConfig } from '../config.js';
import type { Resources } from '../resources.js';
import { PROBLEMS, SECTIONS } from '../shared/http/describe.js';
import { describedRoutes, openApiSchema, type Route } from './openapi-routes.js';

const DESCRIPTION = `Dateline follows the news: articles in, versioned story state over time out.

Two clocks run through everything. \`at\` is the news's: what had been published by then. \`knownAt\` is this server's: what it had recorded by then. Both take an instant with an offset, or a date, which means the end of that day in UTC.

Every answer carries \`Dateline-Position\`, up to where in its log this server's reads reflect what was taken in. Positions are strings of digits. Errors are problems (RFC 9457) whose \`detail\` says what to do.`;

/**
 * The OpenAPI 3.1 document of every route there is. Paths and parameters come from the routes themselves: from their
 * decorators and from the very schemas that parse what they are given. Nothing is started and no database is needed.
 */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const module = ApiModule.with({ config: readConfig({}) } as Resources);
  // Preview: the modules and their controllers are read, and none is made.
  const app = await NestFactory.create(module, new FastifyAdapter(), { preview: true, logger: false });
  const routes = describedRoutes(app.get(ModulesContainer));
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dateline')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: `dl_<id>_<secret>`.' }, 'key');
  for (const [section, about] of Object.entries(SECTIONS)) builder.addTag(section, about);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: (schema, { schemaType }) => ({
      schema: openApiSchema(schema as z.ZodType, schemaType),
    }),
  });
  sayWhoMay(document, routes);
  sayPosition(document);
  shareProblems(document);
  moveDefinitions(document);
  return document;
}

interface Operation {
  description?: string;
  security?: Record<string, string[]>[];
  responses: Record<string, { headers?: Record<string, unknown> }>;
}

function operations(document: OpenAPIObject): [key: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}

function sayWhoMay(document: OpenAPIObject, routes: readonly Route[]): void {
  const scopes = new Map(routes.map(({ key, scope }) => [key, scope]));
  for (const [key, operation] of operations(document)) {
    const scope = scopes.get(key);
    if (scope === 'public') continue;
    // Reads are open unless the server's settings close them.
    operation.security = scope === 'read' ? [{}, { key: [] }] : [{ key: [] }];
    if (scope !== 'read') {
      operation.description = [operation.description, `Needs a key with the scope \`${scope}\`.`]
        .filter(Boolean)
        .join(' ');
    }
  }
}

function sayPosition(document: OpenAPIObject): void {
  document.components!.headers = {
    Position: {
      description: 'Reads reflect the log up to here.',
      schema: { type: 'string', pattern: '^\\d+$' },
    },
  };
  for (const [, operation] of operations(document)) {
    for (const response of Object.values(operation.responses)) {
      response.headers = {
        ...response.headers,
        'Dateline-Position': { $ref: '#/components/headers/Position' },
      };
    }
  }
}

/** The same problem is answered by many routes: once for the whole document. */
function shareProblems(document: OpenAPIObject): void {
  const shared: Record<string, object> = {};
  for (const [, operation] of operations(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!('content' in response) || !('application/problem+json' in (response.content as object))) continue;
      // Some say it in words of their own.
      const { description } = response as { description?: string };
      if (description !== PROBLEMS[Number(status) as keyof typeof PROBLEMS]) continue;
      const name = `Problem${status}`;
      shared[name] ??= response;
      operation.responses[status] = { $ref: `#/components/responses/${name}` } as never;
    }
  }
  document.components!.responses = shared as never;
}

/** Schemas with an id, once for the whole document. */
function moveDefinitions(document: OpenAPIObject): void {
  const schemas: Record<string, unknown> = {};
  const move = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Record<string, unknown>;
    for (const [id, definition] of Object.entries((schema.$defs ?? {}) as Record<string, unknown>)) {
      move(definition);
      const known = schemas[id];
      if (known && JSON.stringify(known) !== JSON.stringify(definition))
        throw new Error(`two schemas are called ${id}`);
      schemas[id] = definition;
    }
    delete schema.$defs;
    if (typeof schema.$ref === 'string')
      schema.$ref = schema.$ref.replace('#/$defs/', '#/components/schemas/');
    for (const child of Object.values(schema)) move(child);
  };
  move(document);
  const all = { ...document.components?.schemas, ...schemas } as Record<string, never>;
  document.components!.schemas = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
