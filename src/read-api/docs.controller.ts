import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Scope } from '../shared/access/scope.guard.js';
import { answer } from '../shared/http/answer.js';
import { Describe, notModified, Section, Undocumented } from '../shared/http/describe.js';
import { Problem } from '../shared/problem.js';

/** Made by `npm run generate` and checked in; `npm run check` compares. */
const DOCUMENT = new URL('../../openapi.json', import.meta.url);
const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Dateline API</title>
    <link rel="icon" href="/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

// The validator's badge would ask a server of its makers.
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null });\n`;

/** What the page needs besides, all from this server. */
const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui-bundle.js': SCRIPT,
  'swagger-ui.css': 'text/css; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** The contract, for programs and for people; open to all, whoever may read. */
@Section('operations')
@Controller()
@Scope('public')
export class DocsController {
  private readonly files = new Map<string, Promise<Buffer>>();

  @Get('openapi.json')
  @Describe({
    id: 'openapi',
    summary: 'This document',
    answers: { ...notModified, 200: { schema: z.looseObject({ openapi: z.string() }) } },
  })
  async document(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answer(request, reply, (await this.read(DOCUMENT)).toString());
  }

  @Get('docs')
  @Describe({
    id: 'docs',
    summary: 'This document as a page',
    answers: { ...notModified, 200: { mediaType: 'text/html' } },
  })
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(request, reply, PAGE, { contentType: HTML });
  }

  @Get('docs/:file')
  @Undocumented()
  async asset(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (file === 'start.js') return answer(request, reply, START, { contentType: SCRIPT });
    const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (!type) throw new Problem(404, 'no-such-page', 'No such page', 'The documentation is at /docs.');
    const path = createRequire(import.meta.url).resolve(`swagger-ui-dist/${file}`);
    void reply
      .header('Content-Type', type)
      .header('Cache-Control', 'public, max-age=86400')
      .send(await this.read(path));
  }

  private read(path: URL | string): Promise<Buffer> {
    const key = path.toString();
    const file = this.files.get(key) ?? readFile(path);
    this.files.set(key, file);
    return file;
  }
}
