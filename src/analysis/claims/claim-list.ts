import type { Claim, ClaimKind, Span } from '../../domain/statements.js';
import type { Entities } from '../entities/entities.js';
import { isoDay, type Day } from '../reading/calendar.js';
import type { Reading } from '../reading/reading.js';
import type { Parsed } from '../sentence/parse.js';
import type { ReadableSpan } from './claim-context.js';
import { keyOf, outletOf, salienceOf, type ResolvedAttribution } from './claim-facts.js';

/** More than any report holds; a bound for hostile texts. */
const MOST_CLAIMS = 300;

/** Claims come in reading order: no more than these can touch a sentence. */
const RECENT = 20;

const DENIAL = /^(?:deny|denie[sd]|reject(?:s|ed)?|dismiss(?:es|ed)?)$/;

export interface Found {
  readonly parsed: Parsed;
  readonly attribution: ResolvedAttribution;
  readonly span: ReadableSpan;
  readonly quoted: boolean;
  /** The sayings of its sentence, for the outlet among them. */
  readonly all: readonly ResolvedAttribution[];
  readonly kind?: ClaimKind;
}

/** The claims of a report as they are found: none touches another, and each has the day it was said. */
export class ClaimList {
  private readonly claims: Claim[] = [];
  /** The day each speaker last said something on, when the report tells it. */
  private readonly days = new Map<string, Day>();

  constructor(
    private readonly reading: Reading,
    private readonly entities: Entities,
  ) {}

  /** The latest, in the order they were found. */
  get recent(): readonly Claim[] {
    return this.claims.slice(-RECENT);
  }

  inReadingOrder(): Claim[] {
    return this.claims.sort((a, b) => a.start - b.start);
  }

  /** Keeps the day of a saying that tells it, for others of the same speaker. */
  noteDay({ date, speaker }: ResolvedAttribution): void {
    const day = date?.resolve('past');
    if (day?.precision === 'day') this.days.set(keyOf(speaker), Math.min(day.from, this.reading.today));
  }

  /** "Two weeks later …": from a sentence on that opens with a time, nobody is known to have spoken on an earlier day. */
  turnTo({ tokens, dates }: Parsed): void {
    const [first] = dates;
    if (first && first.from <= 2 && !tokens[first.from]!.quoted) this.days.clear();
  }

  /** Whether a stretch is inside the latest claim, which is no quotation. */
  holds(span: Span): boolean {
    const last = this.claims.at(-1);
    return last !== undefined && !last.quoted && span.start >= last.start && span.end <= last.end + 2;
  }

  add({ parsed, attribution, span, quoted, all, kind }: Found): void {
    const { start, end, replaces } = span;
    if (replaces) this.claims.splice(this.claims.indexOf(replaces), 1);
    if (this.claims.length >= MOST_CLAIMS) return;
    if (this.recent.some((claim) => claim.start < end && start < claim.end)) return;
    const { speaker } = attribution;
    const through =
      outletOf(parsed, attribution, all, this.entities, this.reading.input.publisher) ?? replaces?.through;
    this.claims.push({
      start,
      end,
      speaker: speaker.text,
      ...(speaker.entity !== undefined ? { entity: speaker.entity } : {}),
      anonymous: speaker.kind === 'unnamed',
      ...(speaker.role ? { role: speaker.role } : {}),
      quoted,
      kind: kind ?? (DENIAL.test(attribution.verb) ? 'denial' : 'statement'),
      saidOn: replaces?.saidOn ?? isoDay(this.dayOf(attribution)),
      ...(through ? { through } : {}),
      salience: salienceOf(parsed, speaker, quoted),
      passage: parsed.sentence.passage,
    });
  }

  /** The day said, else the day the same speaker is last known to have spoken; "has said" may be any day. */
  private dayOf(attribution: ResolvedAttribution): Day {
    const own = attribution.date?.resolve('past');
    if (own?.precision === 'day') return Math.min(own.from, this.reading.today);
    const open = /^(?:present|perfect)$/.test(attribution.clause?.verb.tense ?? '');
    return (open ? undefined : this.days.get(keyOf(attribution.speaker))) ?? this.reading.today;
  }
}
