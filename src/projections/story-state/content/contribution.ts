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
import { fingerprint } from './fingerprint.js';
import { wording } from './wording.js';

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
  /** Whether the text says the day. */
  readonly dated: boolean;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly salience: number;
  /** Salience times how well the sentence reads on its own. */
  readonly weight: number;
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
  readonly salience: number;
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
  readonly salience: number;
}

export interface ContributedEntity {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly mentions: number;
}

/** Longer statements are cut at a word; their span is not. */
const MAX_TEXT = 420;
/** Of each kind, the most salient: no report has as many, and a hostile one must not fill a story. */
const MAX_STATEMENTS = 300;

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
  const chosen = analysis.passages.map(inStory);
  const instant = new Date(publishedAt).toISOString();
  const day = dayOf(instant, article.timezone);
  const copy = (span: Span): string => copied(article.text, span);
  const names = (indexes: readonly number[], type: EntityType): string[] => [
    ...new Set(
      indexes.flatMap((i) => {
        const entity = analysis.entities[i];
        return entity?.type === type ? [entity.name] : [];
      }),
    ),
  ];
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
    developments: mostSalient(analysis.developments.filter((it) => chosen[it.passage])).map((it) => {
      const text = copy(it);
      const people = names(it.entities, 'person');
      const places = names(it.entities, 'place');
      return {
        text,
        start: it.start,
        end: it.end,
        ...placed(it.date, it.status, day),
        dated: it.dateSpan !== undefined,
        people,
        places,
        salience: round(it.salience),
        weight: round(it.salience * wording(text, it.entities.length)),
      };
    }),
    figures: mostSalient(analysis.figures.filter((it) => chosen[it.passage])).map((it) => ({
      subject: it.subject,
      unit: it.unit,
      value: it.value,
      ...(it.upper !== undefined ? { upper: it.upper } : {}),
      ...(it.qualifier ? { qualifier: it.qualifier } : {}),
      ...(it.attributedTo ? { attributedTo: it.attributedTo } : {}),
      from: earlier(it.date?.from ?? day, day),
      to: earlier(it.date?.to ?? day, day),
      start: it.start,
      end: it.end,
      salience: round(it.salience),
    })),
    claims: mostSalient(analysis.claims.filter((it) => chosen[it.passage])).map((it) => ({
      speaker: (it.entity !== undefined ? analysis.entities[it.entity]?.name : undefined) ?? it.speaker,
      named: it.entity !== undefined && analysis.entities[it.entity] !== undefined,
      anonymous: it.anonymous,
      ...(it.role ? { role: it.role } : {}),
      text: copy(it),
      quoted: it.quoted,
      kind: it.kind,
      saidOn: earlier(it.saidOn, day),
      ...(it.through ? { through: it.through } : {}),
      start: it.start,
      end: it.end,
      salience: round(it.salience),
    })),
    entities: analysis.entities.flatMap((it) => {
      const mentions = it.mentions.filter(inStory).length;
      return mentions === 0
        ? []
        : [
            {
              name: it.name,
              type: it.type,
              aliases: it.aliases,
              ...(it.role ? { role: it.role } : {}),
              mentions,
            },
          ];
    }),
    relays: analysis.relays,
    print: fingerprint(analysis.passages.map((p) => article.text.slice(p.start, p.end)).join('\n')),
  };
}

/**
 * Where a development stands on the timeline. Nothing may be dated after the report: what lies ahead stands on the day
 * it was reported and keeps its own day apart, and a period that is still running ends with the report.
 */
function placed(
  date: { from: string; to: string; precision: DatePrecision },
  status: DevelopmentStatus,
  day: string,
): Pick<ContributedDevelopment, 'date' | 'until' | 'precision' | 'status' | 'plannedFor'> {
  const ahead = date.from > day || (status !== 'happened' && date.to > day);
  if (ahead) {
    return {
      date: day,
      precision: 'day',
      status,
      ...(status === 'happened' ? {} : { plannedFor: { ...date } }),
    };
  }
  const until = earlier(date.to, day);
  return { date: date.from, ...(until > date.from ? { until } : {}), precision: date.precision, status };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Reading order is kept. */
function mostSalient<T extends { readonly salience: number; readonly start: number }>(
  statements: readonly T[],
): readonly T[] {
  if (statements.length <= MAX_STATEMENTS) return statements;
  return [...statements]
    .sort((a, b) => b.salience - a.salience || a.start - b.start)
    .slice(0, MAX_STATEMENTS)
    .sort((a, b) => a.start - b.start);
}

function copied(text: string, span: Span): string {
  const line = text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^[-–—•*·]+\s+/, '')
    .trim();
  if (line.length <= MAX_TEXT) return line;
  const cut = line.slice(0, MAX_TEXT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_TEXT - 40)).replace(/[\s,;:–—-]+$/, '')} …`;
}

const round = (n: number): number => Math.round(n * 1000) / 1000;
