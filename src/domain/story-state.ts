import type { ClaimKind, DatePrecision, DevelopmentStatus, EntityType } from './statements.js';
import type { StoryRole } from './story.js';
import type { CopyKind } from './text-print.js';

/** Where a statement comes from: characters of one revision of one article. */
export interface Source {
  readonly articleId: string;
  readonly revision: number;
  readonly publisher: string;
  /** ISO instant, clamped publication time. */
  readonly publishedAt: string;
  readonly start: number;
  readonly end: number;
}

export interface TimelineEntry {
  /** `YYYY-MM-DD`, first day of the period when `precision` is coarser than a day. */
  readonly date: string;
  /** Last day of the period; absent for a single day. */
  readonly until?: string;
  readonly precision: DatePrecision;
  readonly status: DevelopmentStatus;
  /** Of a plan: the day or period it is for. Its own `date` is never after the day it was reported on. */
  readonly plannedFor?: { readonly date: string; readonly until?: string; readonly precision: DatePrecision };
  /** Of a plan: its day had gone by when the story was last reported on, and no report says what became of it. */
  readonly dayPassed?: true;
  readonly text: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly sources: readonly Source[];
}

/** A sentence of the summary: the text of a timeline entry, with its dates, since it may say "Tuesday" or "next week". */
export type SummarySentence = Pick<
  TimelineEntry,
  'date' | 'until' | 'precision' | 'plannedFor' | 'text' | 'sources'
>;

export interface FigureValue {
  readonly value: number;
  readonly upper?: number;
  readonly qualifier?: string;
  readonly attributedTo?: string;
  /** ISO instant of the earliest report of this value. */
  readonly reportedAt: string;
  readonly sources: readonly Source[];
}

export interface FigureSubject {
  readonly subject: string;
  readonly unit: string;
  /** True where values differ beyond what their qualifiers allow. */
  readonly contested: boolean;
  readonly values: readonly FigureValue[];
}

export interface StateClaim {
  readonly speaker: string;
  readonly role?: string;
  readonly anonymous: boolean;
  readonly text: string;
  readonly quoted: boolean;
  readonly kind: ClaimKind;
  readonly saidOn: string;
  readonly through?: string;
  readonly sources: readonly Source[];
}

export interface StateEntity {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly mentions: number;
}

export interface StateArticle {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly url?: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly role: StoryRole;
  readonly score: number;
  /** When the reporting is another outlet's. */
  readonly origin?: ArticleOrigin;
}

/** Whose reporting an article is: it says so itself (`relay`), or its text is there before, at another outlet. */
export interface ArticleOrigin {
  readonly kind: 'relay' | CopyKind;
  readonly publisher: string;
  /** The original, when it is here. */
  readonly articleId?: string;
}

/** The part of a story's state that is folded from its articles. */
export interface StoryContent {
  readonly summary: readonly SummarySentence[];
  readonly timeline: readonly TimelineEntry[];
  readonly figures: readonly FigureSubject[];
  readonly claims: readonly StateClaim[];
  readonly entities: readonly StateEntity[];
  readonly articles: {
    readonly total: number;
    readonly independentOrigins: number;
    readonly items: readonly StateArticle[];
  };
  readonly publishers: readonly { readonly name: string; readonly articles: number }[];
}

/** `dormant`: open, but without news for a while. */
export type StoryStatus = 'open' | 'dormant' | 'closed' | 'merged';

export interface StoryState extends StoryContent {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: StoryStatus;
  /** The story in which it lives on, when it was merged. */
  readonly mergedInto?: string;
  readonly version: number;
  /** ISO instants. */
  readonly at: string;
  readonly knownAt: string;
  readonly position: string;
}
