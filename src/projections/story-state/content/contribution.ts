import type { ArticleRevision } from '../../../domain/article.js';
import type {
  Analysis,
  ClaimKind,
  DatePrecision,
  DevelopmentStatus,
  EntityType,
  Span,
} from '../../../domain/statements.js';
import type { ArticleThreaded, StoryRole } from '../../../domain/story.js';
import { dayOf } from './calendar.js';
import { StatementCopier } from './copy-statements.js';
import { fingerprint } from './fingerprint.js';

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
  /** Outlets that the article only relays. */
  readonly relays: readonly string[];
  /** Of the whole report; see fingerprint.ts. */
  readonly print: string;
}

export interface ContributedArticle {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly url?: string;
  readonly publisher: string;
  /** ISO instant in UTC, so that instants compare as text. */
  readonly publishedAt: string;
  /** Day of publication in the newsroom's zone. */
  readonly day: string;
  readonly role: StoryRole;
  readonly score: number;
}

export interface ContributedDevelopment extends Span {
  readonly key: string;
  readonly text: string;
  /** Never after the day of publication: a plan stands on the day it was reported. */
  readonly date: string;
  readonly until?: string;
  readonly precision: DatePrecision;
  readonly status: DevelopmentStatus;
  /** The day or period ahead that a plan is for. */
  readonly plannedFor?: { readonly from: string; readonly to: string; readonly precision: DatePrecision };
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** Salience times how well the sentence reads on its own. */
  readonly weight: number;
  /** Weight raised, when the day lies well before the report: what is still spoken of later is a landmark. */
  readonly standing?: number;
}

export interface ContributedFigure extends Span {
  /** The part before `=` is the subject, by which quotas count. */
  readonly key: string;
  readonly subject: string;
  readonly unit: string;
  readonly value: number;
  readonly upper?: number;
  readonly qualifier?: string;
  readonly attributedTo?: string;
  /** Days it speaks of, both inclusive; the day of publication when the text says none. */
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

export interface ContributedClaim extends Span {
  readonly key: string;
  readonly speaker: string;
  /** Whether `speaker` is the name of an entity. */
  readonly named: boolean;
  readonly anonymous: boolean;
  readonly role?: string;
  readonly text: string;
  readonly quoted: boolean;
  readonly kind: ClaimKind;
  readonly saidOn: string;
  readonly through?: string;
  readonly weight: number;
}

export interface ContributedEntity {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly mentions: number;
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
  const inStory = (span: Span): boolean =>
    threaded.passages.some((p) => span.start >= p.start && span.end <= p.end);
  const instant = new Date(publishedAt).toISOString();
  const day = dayOf(instant, article.timezone);
  const copier = new StatementCopier(article.text, day, analysis, analysis.passages.map(inStory));
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
    },
    developments: copier.developments(),
    figures: copier.figures(),
    claims: copier.claims(),
    entities: analysis.entities.flatMap((it) => {
      const mentions = it.mentions.filter(inStory).length;
      const role = it.role ? { role: it.role } : {};
      return mentions === 0 ? [] : [{ name: it.name, type: it.type, aliases: it.aliases, ...role, mentions }];
    }),
    relays: analysis.relays,
    print: fingerprint(analysis.passages.map((p) => article.text.slice(p.start, p.end)).join('\n')),
  };
}
