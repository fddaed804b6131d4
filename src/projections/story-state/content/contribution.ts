import type { ArticleRevision } from '../../../domain/article.js';
import type { Analysis, Span } from '../../../domain/statements.js';
import type { ArticleThreaded, StoryPassage } from '../../../domain/story.js';
import { passageText, printOf, readPrint } from '../../../domain/text-print.js';
import { dayOf } from './calendar.js';
import type {
  ContributedArticle,
  ContributedClaim,
  ContributedDevelopment,
  ContributedEntity,
  ContributedFigure,
} from './contributed.js';
import { StatementCopier } from './copy-statements.js';

/**
 * Everything of one article revision that belongs to one story, copied out; JSON, a few kB. Spans point into the text.
 * A statement's `key` is the same in every article that says it in the same words.
 */
export interface Contribution {
  readonly article: ContributedArticle;
  readonly developments: readonly ContributedDevelopment[];
  readonly figures: readonly ContributedFigure[];
  readonly claims: readonly ContributedClaim[];
  readonly entities: readonly ContributedEntity[];
}

/**
 * Copies out what an article says about a story: the statements and mentions in the passages that threading gave it.
 *
 * @param publishedAt ISO instant, already clamped to the past
 */
export function contribute(
  article: ArticleRevision,
  publishedAt: string,
  analysis: Analysis,
  threaded: ArticleThreaded,
): Contribution {
  const [relay] = analysis.relays;
  const passageOf = (span: Span): StoryPassage | undefined =>
    threaded.passages.find((p) => span.start >= p.start && span.end <= p.end);
  const instant = new Date(publishedAt).toISOString();
  const day = dayOf(instant, article.timezone);
  const copier = new StatementCopier(
    article.text,
    day,
    analysis,
    analysis.passages.map(passageOf),
    threaded.role,
  );
  return {
    article: {
      id: article.articleId,
      revision: article.revision,
      title: article.title,
      ...(article.url ? { url: article.url } : {}),
      publisher: article.publisher,
      publishedAt: instant,
      day,
      role: threaded.role,
      score: threaded.score,
      ...(relay ? { relay } : {}),
      // Analyses of old have none, or a shorter one.
      print: readPrint(analysis.print ?? '')
        ? analysis.print!
        : printOf(passageText(article.text, analysis.passages)),
    },
    developments: copier.developments(),
    figures: copier.figures(),
    claims: copier.claims(),
    entities: analysis.entities.flatMap((it) => {
      const mentions = it.mentions.filter(passageOf).length;
      const role = it.role ? { role: it.role } : {};
      return mentions === 0 ? [] : [{ name: it.name, type: it.type, aliases: it.aliases, ...role, mentions }];
    }),
  };
}
