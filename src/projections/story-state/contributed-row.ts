import type { ArticleAnalyzed, ArticleRevision } from '../../domain/article.js';
import type { ArticleThreaded } from '../../domain/story.js';
import { contribute, type Contribution } from './content/contribution.js';

/** What an article brings to a story, and the columns made of it. */
export interface ContributedRow {
  readonly contribution: Contribution;
  readonly json: string;
  readonly publisher: string;
  readonly names: readonly string[];
  readonly searchText: string;
}

/** @throws where the analysis does not fit the text */
export function contributedRow(
  text: ArticleRevision,
  { analysis }: ArticleAnalyzed,
  threaded: ArticleThreaded,
): ContributedRow {
  const contribution = contribute(text, threaded.publishedAt, analysis, threaded);
  const names = [
    ...new Set(
      contribution.entities.flatMap((e) => [e.name, ...e.aliases]).map((name) => name.toLowerCase()),
    ),
  ];
  return {
    contribution,
    json: JSON.stringify(contribution),
    publisher: text.publisher,
    names,
    searchText: [text.title, ...names].join(' \n '),
  };
}
