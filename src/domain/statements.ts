/**
 * What analysis takes from one revision of an article. Everything points into that revision's text: a span is
 * `[start, end)` in UTF-16 code units, so `text.slice(start, end)` is the source, to the character. No text is
 * copied here, so that erasing a text leaves nothing behind in its analysis.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A paragraph, bullet or subheading that belongs to the report. Page furniture is no passage. */
export interface Passage extends Span {
  readonly kind: 'paragraph' | 'bullet' | 'heading' | 'caption';
  readonly sentences: readonly Span[];
}

export type EntityType = 'person' | 'organisation' | 'place';

/** One entity of an article, with every form it takes there. `name` is the fullest form met. */
export interface AnalyzedEntity {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  /** What the report says it is: "head of the Shin Bet". Absent when it says nothing. */
  readonly role?: string;
  readonly mentions: readonly Span[];
}

export type DatePrecision = 'day' | 'week' | 'month' | 'year' | 'range';

/** Calendar days (`YYYY-MM-DD`) in the newsroom's time zone, both inclusive; `from === to` for a single day. */
export interface ResolvedDate {
  readonly from: string;
  readonly to: string;
  readonly precision: DatePrecision;
}

/** `planned` lies ahead of the report; `cancelled` and `postponed` are plans that fell or moved. */
export type DevelopmentStatus = 'happened' | 'planned' | 'cancelled' | 'postponed';

/** Something that happened, or is to happen: one sentence of the report with the day it speaks of. */
export interface Development extends Span {
  readonly date: ResolvedDate;
  /** Where the text says the day; absent when the day is that of publication because nothing else is said. */
  readonly dateSpan?: Span;
  readonly status: DevelopmentStatus;
  /** Indexes into `entities`. */
  readonly entities: readonly number[];
  /** 0..1: how much this sentence is what the report is about (lead, headline overlap, explicit day, actors). */
  readonly salience: number;
  /** Index into `passages`. */
  readonly passage: number;
  /** Index into the event's `models`: a model found it and the text bears it out. Absent: the analyzer did. */
  readonly by?: number;
}

/** A number about a subject. `value` is the number said; with `upper` it is a range. */
export interface Figure extends Span {
  readonly value: number;
  readonly upper?: number;
  /** "more than", "some", "up to", "at least", …; absent when the number is given bare. */
  readonly qualifier?: string;
  /** "people", "hostages", "trucks", "USD", "percent", … */
  readonly unit: string;
  /** What is counted, readable on its own: "people without power in the north", "ferries at night". */
  readonly subject: string;
  /** Who gave it, as the report says ("local health officials"); absent when the report itself does. */
  readonly attributedTo?: string;
  /** The day it speaks of, when the sentence says one. */
  readonly date?: ResolvedDate;
  /** The characters of the number itself, inside the sentence span. */
  readonly valueSpan: Span;
  readonly salience: number;
  readonly passage: number;
  readonly by?: number;
}

export type ClaimKind = 'statement' | 'denial' | 'no-comment';

/**
 * What somebody said. The span is the words claimed, without "he said"; where these cannot be read alone ("it needs a
 * bridge"), with as much of the text before them as says what is meant.
 */
export interface Claim extends Span {
  /** A name, or the description of somebody unnamed: "a senior US official". */
  readonly speaker: string;
  /** Index into `entities` when the speaker is one of them. */
  readonly entity?: number;
  readonly anonymous: boolean;
  readonly role?: string;
  readonly quoted: boolean;
  readonly kind: ClaimKind;
  /** The day it was said, `YYYY-MM-DD`. */
  readonly saidOn: string;
  /** The outlet it was said to, when another than the publisher: "Kan News". */
  readonly through?: string;
  readonly salience: number;
  readonly passage: number;
  readonly by?: number;
}

/** The whole of what analysis found in one revision. */
export interface Analysis {
  readonly analyzer: { readonly name: string; readonly version: number };
  /** BCP 47 language, `und` when it cannot be told. */
  readonly language: string;
  /** In reading order; page furniture is left out. */
  readonly passages: readonly Passage[];
  readonly entities: readonly AnalyzedEntity[];
  readonly developments: readonly Development[];
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
  /** Outlets whose reporting this one only relays, as named in the text; empty for a report of its own. */
  readonly relays: readonly string[];
  /** Of its passages, to find copies by; see text-print.ts. Analyses before version 3 have none. */
  readonly print?: string;
  /** Set when the analyzer gave up on this text; everything else is then empty. Says why. */
  readonly failure?: string;
}
