import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Articles } from '../projections/articles/articles.js';
import { Scope } from '../shared/access/scope.guard.js';
import { answerJson } from '../shared/http/answer.js';
import { Describe, notModified, Section } from '../shared/http/describe.js';
import { ParametersPipe } from '../shared/http/parameters.pipe.js';
import { articleId, parameters } from '../shared/http/parameters.js';
import { isUuid } from '../shared/ids.js';
import { Problem } from '../shared/problem.js';
import { ArticleAnswer } from './article-answer.js';

const ArticleParameters = parameters({});

@Section('articles')
@Controller('v1/articles')
@Scope('read')
export class ArticlesController {
  constructor(private readonly articles: Articles) {}

  @Get(':article')
  @Describe({
    id: 'getArticle',
    summary: 'An article',
    description:
      'Its revisions, what analysis found in the newest, and the stories it is in, with the reasons.',
    answers: { ...notModified, 200: { schema: ArticleAnswer } },
    problems: [400, 404],
  })
  async article(
    @Param('article', { schema: articleId }) id: string,
    @Query({ schema: ArticleParameters, pipes: [ParametersPipe] }) _query: z.output<typeof ArticleParameters>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const article = isUuid(id) ? await this.articles.find(id.toLowerCase()) : null;
    if (!article) {
      const detail = `No article has the id "${id.slice(0, 100)}". Ids are those that POST /v1/articles answered and that states name.`;
      throw new Problem(404, 'article-not-found', 'No such article', detail);
    }
    answerJson(request, reply, article);
  }
}
