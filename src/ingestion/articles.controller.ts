import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Scope } from '../shared/access/scope.guard.js';
import { Describe, Section } from '../shared/http/describe.js';
import { Problem } from '../shared/problem.js';
import { ArticleBody } from './article-body.js';
import { OncePerKey } from './idempotency.js';
import { Intake } from './intake.js';
import type { TakeInContext, TakenIn } from './take-in.js';

const NDJSON = 'application/x-ndjson';

const TakenInAnswer = z
  .object({
    id: z.uuid(),
    revision: z.int().meta({ description: 'From 1.' }),
    outcome: z.enum(['created', 'unchanged', 'revised']),
    position: z
      .string()
      .meta({ description: 'Where in the log this revision is; `minPosition` on a read waits for it.' }),
  })
  .meta({ id: 'TakenIn' });

/** The ways in for articles. */
@Section('articles')
@Controller('v1/articles')
@Scope('ingest')
export class ArticleIntakeController {
  constructor(@Inject(Intake) private readonly intake: Intake) {}

  @Post()
  @HttpCode(200)
  @OncePerKey()
  @Describe({
    id: 'postArticle',
    summary: 'Take in an article',
    description:
      'The same again is `unchanged`; another text under the same `url` or `externalId` is `revised`. ' +
      'With `html`, title, byline, publisher, time and address are taken from the page where they are not given.',
    body: ArticleBody,
    answers: {
      201: { description: 'It is new', schema: TakenInAnswer },
      200: { description: 'It was known: `unchanged` or `revised`', schema: TakenInAnswer },
    },
    problems: [400, 409, 413, 415, 422],
  })
  async post(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<TakenIn> {
    if (body instanceof Readable)
      throw wrongType('Send one article as JSON (application/json), or many to /v1/articles/batch.');
    const result = await this.intake.one(body, contextOf(request));
    void reply.status(result.outcome === 'created' ? 201 : 200);
    return result;
  }

  @Post('batch')
  @HttpCode(200)
  @Describe({
    id: 'postArticles',
    summary: 'Take in many articles',
    description:
      'NDJSON in, NDJSON out: a line for each line, in the same order, as soon as it is decided: ' +
      '`{line, id, revision, outcome, position}`, or a problem with its `line` for that line alone.',
    body: { mediaType: NDJSON, description: 'One article a line, each as for POST /v1/articles.' },
    answers: { 200: { description: 'One result a line', mediaType: NDJSON } },
    problems: [415],
  })
  batch(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() body: unknown): void {
    if (!(body instanceof Readable))
      throw wrongType(`Send one article a line, with Content-Type: ${NDJSON}.`);
    const encoding = request.headers['content-encoding'];
    if (encoding && encoding !== 'identity')
      throw wrongType('Send the lines uncompressed, without Content-Encoding.');
    const results = Readable.from(this.intake.batch(body, contextOf(request)), {
      objectMode: false,
      highWaterMark: 64 * 1024,
    });
    // Somebody who hangs up in the middle ends the work: no more is read, what was decided stays.
    reply.raw.once('close', () => results.destroy());
    void reply
      .header('content-type', `${NDJSON}; charset=utf-8`)
      .header('cache-control', 'no-store')
      .send(results);
  }
}

function contextOf(request: FastifyRequest): TakeInContext {
  const { actor = 'anonymous', correlationId, once } = request;
  return { actor, correlationId, once };
}

const wrongType = (detail: string): Problem =>
  new Problem(415, 'unsupported-media-type', 'Unsupported media type', detail);
