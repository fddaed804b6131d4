import type {
  ClaimKind,
  DatePrecision,
  DevelopmentStatus,
  EntityType,
  Span,
} from '../../../domain/statements.js';
import type { StoryRole } from '../../../domain/story.js';

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
  /** The outlet whose reporting it only relays. */
  readonly relay?: string;
  /** Of its text; empty for one too short to tell. */
  readonly print: string;
}

/** What is said of a development, by one report or by several. */
export interface DevelopmentTold {
  readonly text: string;
  readonly until?: string;
  readonly precision: DatePrecision;
  readonly status: DevelopmentStatus;
  /** The day or period ahead that a plan is for. */
  readonly plannedFor?: { readonly from: string; readonly to: string; readonly precision: DatePrecision };
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** The report says no day for it but goes on about what it has told of. */
  readonly undated?: true;
}

/** Of each statement that a report makes. */
export interface Weighed {
  /** How much it is what the report has to say of the story: salience, how it reads on its own, and `bearing`. */
  readonly weight: number;
  /** How far its sentence and passage tell of this story, 0..1; absent where threading has not judged that. */
  readonly bearing?: number;
}

export interface ContributedDevelopment extends Span, DevelopmentTold, Weighed {
  readonly key: string;
  /** Never after the day of publication: a plan stands on the day it was reported. */
  readonly date: string;
  /** How prominently its report tells it, whatever the story: `weight` without `bearing`, where that is less. */
  readonly prominence?: number;
  /** Weight raised, when the day lies well before the report: what is still spoken of later is a landmark. */
  readonly standing?: number;
}

/** What is said of a figure. */
export interface FigureTold {
  readonly subject: string;
  readonly unit: string;
  readonly value: number;
  readonly upper?: number;
  readonly qualifier?: string;
  readonly attributedTo?: string;
  /** First and last day that it is given for; the day of publication where a text says none. */
  readonly from: string;
  readonly to: string;
}

export interface ContributedFigure extends Span, FigureTold, Weighed {
  /** The part before `=` is the subject, by which quotas count. */
  readonly key: string;
}

/** What is said of a claim. */
export interface ClaimTold {
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
}

export interface ContributedClaim extends Span, ClaimTold, Weighed {
  readonly key: string;
}

export interface ContributedEntity {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly mentions: number;
}
