import { createHash } from 'node:crypto';
import type { ArticleRevision } from '../domain/article.js';
import { Problem } from '../shared/problem.js';
import { readArticleBody, type ArticleBody } from './article-body.js';
import { canonicalUrl } from './article-identity.js';
import { toInstant } from './extract/publication-time.js';
import type { ExtractionPool } from './extract/pool.js';

/** An article as it is to be taken in: clean, complete, not yet known to be new or old. */
export type PreparedArticle = Omit<ArticleRevision, 'articleId' | 'revision' | 'contentHash'>;

const MAX_TEXT = 2_000_000;

/**
 * Makes an article of a request's body: checks it, cleans it, and for `html` takes text and what is not given from the
 * page. What is given wins over what the page says.
 *
 * @throws Problem that says what to send instead
 */
export async function prepareArticle(
  body: unknown,
  extraction: Pick<ExtractionPool, 'extract'>,
): Promise<PreparedArticle> {
  const read = readArticleBody(body);
  return read.html === undefined ? fromText(read) : fromPage(read, read.html, extraction);
}

function fromText({ html: _html, publishedAt, ...given }: ArticleBody): PreparedArticle {
  // The schema has seen to it that they are there.
  return {
    ...given,
    title: given.title!,
    text: given.text!,
    publisher: given.publisher!,
    publishedAt: toInstant(publishedAt!, given.timezone)!,
  };
}

async function fromPage(
  { html: _html, text: _text, publishedAt: when, ...given }: ArticleBody,
  html: string,
  extraction: Pick<ExtractionPool, 'extract'>,
): Promise<PreparedArticle> {
  const page = await extraction.extract(html, given.timezone);
  if (page.text.length > MAX_TEXT) {
    throw new Problem(
      413,
      'too-large',
      'Too large',
      `The page's text is longer than ${MAX_TEXT} characters. Send it in parts.`,
    );
  }
  // Only where nothing else is given: a page may name any address as its own.
  const named =
    given.externalId === undefined && page.canonicalUrl ? canonicalUrl(page.canonicalUrl) : undefined;
  const url = given.url ?? named;
  const title = given.title ?? page.title;
  const publisher = given.publisher ?? page.publisher;
  const publishedAt = when === undefined ? page.publishedAt : toInstant(when, given.timezone);
  const missing = [
    ...(url === undefined && given.externalId === undefined ? ['url'] : []),
    ...(title ? [] : ['title']),
    ...(publisher ? [] : ['publisher']),
    ...(publishedAt ? [] : ['publishedAt']),
  ];
  if (!title || !publisher || !publishedAt || missing.length > 0) {
    const fields = missing.map((field) => `\`${field}\``).join(', ');
    const detail = `The page does not tell ${fields}. Send ${missing.length === 1 ? 'it' : 'them'} along with \`html\`.`;
    throw new Problem(422, 'incomplete-page', 'The page does not tell all that is needed', detail, {
      errors: missing.map((field) => ({ field, detail: 'is needed: the page does not tell it' })),
    });
  }
  const { byline = page.byline, language = page.language } = given;
  return { ...given, url, title, publisher, publishedAt, byline, language, text: page.text };
}

/** SHA-256 over all that an article says; two with the same are the same text of it. */
export function contentHash(article: PreparedArticle): string {
  const { url, externalId, title, text, publisher, byline, publishedAt, language, timezone } = article;
  const all = [url, externalId, title, text, publisher, byline, publishedAt, language, timezone];
  return createHash('sha256')
    .update(JSON.stringify(all.map((field) => field ?? null)))
    .digest('hex');
}
