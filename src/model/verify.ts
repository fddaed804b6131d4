import type { AnalysisInput } from '../analysis/analyze.js';
import { isoDay } from '../analysis/reading/calendar.js';
import type { Analysis, Claim, Development, Figure, ResolvedDate, Span } from '../domain/statements.js';
import type { Answer } from './answer.js';
import { agreedDay, dayOfPublication, daysIn, likelyDay, type DayRead, type SaidDays } from './dates.js';
import type { Place } from './locate.js';
import { figureAt } from './number-words.js';
import { inside, overlaps, Report, Unfounded } from './report.js';
import { isToldAs } from './told-as.js';

/** Statements that the text bears out, in the analyzer's shape, and why the others fell. */
export interface Verified {
  readonly developments: readonly Development[];
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
  /** Sentences that tell the news. */
  readonly lead: readonly Span[];
  readonly dropped: Readonly<Record<string, number>>;
}

const MAX_LEAD = 3;
/** A statement of more sentences is a passage, not a statement. */
const MAX_SENTENCES = 2;
const DENIES = /\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|disput\w*|not true|untrue|false)\b/i;
const DECLINES = /\b(?:comment\w*|respon[ds]\w*|discuss|elaborate)\b/i;
const PRONOUN = /^(?:he|she|it|they|we|i|you|who|his|her|their|this|that|these|those)$/i;
/** What may stand between a name and what somebody is: "Ann Roe, the mayor". */
const BESIDE = /^[\s,]*(?:(?:the|a|an|is|as)\s+)*$/i;

/**
 * Holds a model's answer against the text. Nothing of the answer but offsets, days that the text's words mean and
 * choices from short lists that they bear out gets through, so that whatever a model was talked into, it can only point
 * at the report.
 */
export function verify(input: AnalysisInput, analysis: Analysis, answer: Answer): Verified {
  const checker = new Checker(new Report(input, analysis));
  const dropped: Record<string, number> = {};
  const keep = <A, B>(all: readonly A[], check: (it: A) => B): B[] =>
    all.flatMap((it) => {
      try {
        return [check(it)];
      } catch (error) {
        if (!(error instanceof Unfounded)) throw error;
        dropped[error.message] = (dropped[error.message] ?? 0) + 1;
        return [];
      }
    });
  return {
    developments: keep(answer.developments, (it) => checker.development(it)),
    figures: keep(answer.figures, (it) => checker.figure(it)),
    claims: keep(answer.claims, (it) => checker.claim(it)),
    lead: keep(answer.lead.slice(0, MAX_LEAD), (it) => checker.lead(it)),
    dropped,
  };
}

class Checker {
  constructor(private readonly report: Report) {}

  development(it: Answer['developments'][number]): Development {
    return this.report.atFirst(it.quote, (quoted) => {
      const place = this.whole(quoted);
      const { span, passage } = place;
      const { date, dateSpan } = this.day(it, place);
      this.checkStatus(it.status, place, date, dateSpan !== undefined);
      const entities = this.report.analysis.entities.flatMap(({ mentions }, i) =>
        mentions.some((mention) => inside(mention, span)) ? [i] : [],
      );
      const salience = this.salience(passage);
      const told = { date, ...(dateSpan ? { dateSpan } : {}), status: it.status };
      return { ...span, ...told, entities, salience, passage };
    });
  }

  figure(it: Answer['figures'][number]): Figure {
    return this.report.atFirst(it.quote, (quoted) => {
      const place = this.whole(quoted);
      const { subject, ...value } = figureAt(this.report, it, place);
      const attributed = it.attributedTo === null ? undefined : this.giver(it.attributedTo, place);
      return {
        ...place.span,
        ...value,
        subject: this.report.line(subject),
        ...(attributed ? { attributedTo: this.report.line(attributed) } : {}),
        salience: this.salience(place.passage),
        passage: place.passage,
      };
    });
  }

  claim(it: Answer['claims'][number]): Claim {
    if (PRONOUN.test(it.speaker.trim())) throw new Unfounded('speaker');
    return this.report.atFirst(it.quote, (place) => {
      const { span: around } = this.report.sentences(place);
      const span = this.claimed(place);
      const speaker = this.speaker(it.speaker, place);
      const words = this.report.line(speaker);
      const role = it.role === null ? undefined : this.role(it.role, speaker, place);
      const entity = this.entity(words);
      const name = entity === undefined ? words : this.report.analysis.entities[entity]!.name;
      return {
        ...span,
        speaker: name,
        ...(entity === undefined ? {} : { entity }),
        anonymous: entity === undefined && !/\s\p{Lu}/u.test(` ${name.slice(1)}`),
        ...(role ? { role: this.report.line(role) } : {}),
        quoted: this.report.quotation(place) !== undefined,
        kind: this.kind(it.kind, around),
        saidOn: this.saidOn(it.dateWords, place),
        salience: this.salience(place.passage),
        passage: place.passage,
      };
    });
  }

  lead(quote: string): Span {
    return this.report.atFirst(quote, (place) => this.whole(place).span);
  }

  /** Whole sentences: a quote cut out of "denied that …" would say the opposite. */
  private whole(place: Place): Place {
    const { span, sentences } = this.report.sentences(place);
    if (sentences.length === 0 || sentences.length > MAX_SENTENCES) throw new Unfounded('quote');
    return { span, passage: place.passage };
  }

  /** The same of what is claimed, within its quotation marks. */
  private claimed(place: Place): Span {
    const quotation = this.report.quotation(place);
    if (!quotation) return this.whole(place).span;
    const { span } = this.report.sentences(place);
    return { start: Math.max(span.start, quotation.start), end: Math.min(span.end, quotation.end) };
  }

  /** By the words for it, or that of publication where none speak of another. */
  private day(
    { date: from, until: to, dateWords: words }: Answer['developments'][number],
    place: Place,
  ): { date: ResolvedDate; dateSpan?: Span } {
    const own = this.daysIn(place);
    const { today } = this.report;
    if (words === null) {
      const date = dayOfPublication({ from, to }, today);
      const speaksOfToday = ({ ranges }: DayRead): boolean =>
        ranges.some((it) => it.from <= today && today <= it.to);
      if (!date || (own.length > 0 && !own.some(speaksOfToday))) throw new Unfounded('date');
      return { date };
    }
    const { span, sentence } = this.report.near(words, place, 'date')[0]!;
    // That of the sentence before holds only where the sentence has none of its own.
    if (!inside(span, place.span) && own.length > 0) throw new Unfounded('date');
    const date = this.dayAt({ from, to }, span, { span: sentence, passage: place.passage });
    if (!date) throw new Unfounded('date');
    return { date, dateSpan: span };
  }

  /** The day of some words, read in their sentence: "20 May" may be cut out of "20 May 2019". */
  private dayAt(said: SaidDays, words: Span, sentence: Place): ResolvedDate | null {
    if (!this.report.english) return likelyDay(said, this.report.line(words), this.report.today);
    return agreedDay(
      said,
      this.daysIn(sentence).filter(({ span }) => overlaps(span, words)),
    );
  }

  private daysIn(place: Place): DayRead[] {
    return this.report.english ? daysIn(this.report.tokens(place), this.report.today) : [];
  }

  private checkStatus(status: Development['status'], place: Place, date: ResolvedDate, dated: boolean): void {
    const today = isoDay(this.report.today);
    if (status === 'happened' ? date.from > today : status === 'planned' && date.to < today)
      throw new Unfounded('date');
    const { passage } = place;
    const { sentences } = this.report.sentences(place);
    // Without rules for the language only what its day says can be known.
    const told = this.report.english
      ? sentences.some((span) => isToldAs(this.report.tokens({ span, passage }), status, dated))
      : status === 'happened' || (status === 'planned' && date.from > today);
    if (!told) throw new Unfounded('status');
  }

  /** Who gave a number says so in its sentence. */
  private giver(words: string, place: Place): Span {
    const sentences = this.report.sentences(place).sentences;
    const giver = this.report
      .within(words, place, 'attribution')
      .find((it) =>
        sentences.some(
          (span) => inside(it, span) && this.report.saysSo({ span, passage: place.passage }, it),
        ),
      );
    if (!giver) throw new Unfounded('attribution');
    return giver;
  }

  /** Somebody who says something in the sentence, or in the one before it where this one leaves it to that. */
  private speaker(words: string, place: Place): Span {
    const { passage } = place;
    const own = this.report.sentences(place).span;
    const leaves = this.report.leavesSpeaker({ span: own, passage });
    const forms = this.forms(words).flatMap((form) => this.report.anyNear(form, place));
    const found = forms.find(({ span, sentence }) => {
      if (!this.report.saysSo({ span: sentence, passage }, span)) return false;
      return inside(sentence, own) || (leaves && this.report.named(sentence).every((it) => inside(it, span)));
    });
    const span = found?.span ?? (leaves ? this.lastNamed(words, place) : undefined);
    if (!span) throw new Unfounded('speaker');
    return span;
  }

  /** The last who was named before a sentence, if it is who is asked for: "he said". */
  private lastNamed(words: string, place: Place): Span | undefined {
    const sentence = { ...place, span: this.report.sentences(place).span };
    if (!this.report.quotation(place) && !this.report.isSaidByPronoun(sentence)) return undefined;
    const last = this.report.lastNamed(sentence);
    return last && last.entity === this.entity(words) ? last.span : undefined;
  }

  /** A name as it is given, and as the report has it elsewhere: who is asked for may stand as "Roe" where Ann Roe speaks. */
  private forms(words: string): readonly string[] {
    const entity = this.entity(words);
    if (entity === undefined) return [words];
    const { name, aliases } = this.report.analysis.entities[entity]!;
    return [words, ...[name, ...aliases].filter((it) => it !== words && this.entity(it) === entity)];
  }

  /** Undefined where it does not stand beside the name: it may be somebody else's. */
  private role(words: string, speaker: Span, place: Place): Span | undefined {
    const { text } = this.report;
    return this.report
      .anyNear(words, place)
      .map(({ span }) => span)
      .find((span) => {
        const [first, last] = span.start < speaker.start ? [span, speaker] : [speaker, span];
        return last.start >= first.end && BESIDE.test(text.slice(first.end, last.start));
      });
  }

  private saidOn(words: string | null, place: Place): string {
    const today = isoDay(this.report.today);
    if (words === null) return today;
    const { span, sentence } = this.report.near(words, place, 'date')[0]!;
    const said = this.dayAt({ from: null, to: null }, span, { span: sentence, passage: place.passage });
    return said?.precision === 'day' && said.from < today ? said.from : today;
  }

  private kind(said: Claim['kind'], around: Span): Claim['kind'] {
    const words = said === 'denial' ? DENIES : said === 'no-comment' ? DECLINES : null;
    return words?.test(this.report.line(around)) ? said : 'statement';
  }

  /** Undefined for nobody, and for a name that two of them share. */
  private entity(name: string): number | undefined {
    const wanted = name.toLowerCase();
    const called = this.report.analysis.entities.flatMap((it, i) =>
      [it.name, ...it.aliases].some((alias) => alias.toLowerCase() === wanted) ? [i] : [],
    );
    return called.length === 1 ? called[0] : undefined;
  }

  /** Ours, not the model's: what comes first weighs most. */
  private salience(passage: number): number {
    const place = passage / Math.max(1, this.report.analysis.passages.length);
    return Math.round((0.6 - 0.3 * place) * 1000) / 1000;
  }
}
