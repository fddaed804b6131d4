import type { AnalysisInput } from '../analysis/analyze.js';
import { isoDay, localDay, type Day } from '../analysis/reading/calendar.js';
import { primaryLanguage } from '../analysis/reading/language.js';
import { quotedSpans } from '../analysis/reading/quotes.js';
import { tokenize } from '../analysis/reading/tokens.js';
import type { Analysis, Claim, Development, Figure, Span } from '../domain/statements.js';
import { readings, verifiedDate } from './dates.js';
import { Locator } from './locate.js';
import { readNumber } from './number-words.js';
import type { Answer } from './prompt.js';

/** Statements that the text bears out, in the analyzer's shape, and why the others fell. */
export interface Verified {
  readonly developments: readonly Development[];
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
  /** Sentences that tell the news. */
  readonly lead: readonly Span[];
  readonly dropped: Readonly<Record<string, number>>;
}

/** Of each kind; no report has more, and a model that babbles must not fill a story. */
const MAX_STATEMENTS = 60;
const MAX_LEAD = 3;
/** A statement of more sentences is a passage, not a statement. */
const MAX_SENTENCES = 2;
/** What can turn a sentence round when it is left out of a quote. */
const TURNS =
  /\b(?:not|no|never|none|neither|nor|without|den(?:y|ies|ied|ying)|refus\w+|reject\w+|false\w*|untrue|if|unless)\b|n['’]t\b/i;
const DENIES = /\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|disput\w*|not true|untrue|false)\b/i;
const DECLINES = /\b(?:comment\w*|respon[ds]\w*|discuss|elaborate)\b/i;
const PRONOUN = /^(?:he|she|it|they|we|i|you|who|his|her|their|this|that|these|those)$/i;

/** Why a statement is not kept; thrown within this file only. */
class Unfounded extends Error {}

/**
 * Holds a model's answer against the text. Nothing of the answer but offsets, days that the text's words mean and
 * choices from short lists gets through, so that whatever a model was talked into, it can only point at the report.
 */
export function verify(input: AnalysisInput, analysis: Analysis, answer: Answer): Verified {
  const checker = new Checker(input, analysis);
  const dropped: Record<string, number> = {};
  const keep = <A, B>(all: readonly A[], check: (it: A) => B, max: number): B[] =>
    all.flatMap((it, i) => {
      try {
        if (i >= max) throw new Unfounded('too many');
        return [check(it)];
      } catch (error) {
        if (!(error instanceof Unfounded)) throw error;
        dropped[error.message] = (dropped[error.message] ?? 0) + 1;
        return [];
      }
    });
  return {
    developments: keep(answer.developments, (it) => checker.development(it), MAX_STATEMENTS),
    figures: keep(answer.figures, (it) => checker.figure(it), MAX_STATEMENTS),
    claims: keep(answer.claims, (it) => checker.claim(it), MAX_STATEMENTS),
    lead: keep(answer.lead, (it) => checker.sentence(it).span, MAX_LEAD),
    dropped,
  };
}

class Checker {
  private readonly text: string;
  private readonly locator: Locator;
  private readonly today: Day;
  private readonly english: boolean;

  constructor(
    input: AnalysisInput,
    private readonly analysis: Analysis,
  ) {
    this.text = input.text;
    this.locator = new Locator(input.text, analysis.passages);
    this.today = localDay(input.publishedAt, input.timezone);
    this.english = primaryLanguage(analysis.language) === 'en';
  }

  development(it: Answer['developments'][number]): Development {
    const { span, passage } = this.sentence(it.quote);
    const dateSpan = this.words(it.dateWords, passage, 'date');
    const date = verifiedDate({ from: it.date, to: it.until }, it.dateWords, this.today, this.english);
    if (!date || (it.dateWords === null && this.saysAnother(span))) throw new Unfounded('date');
    const today = isoDay(this.today);
    if (it.status === 'happened' ? date.from > today : it.status === 'planned' && date.to < today)
      throw new Unfounded('date');
    const entities = this.analysis.entities.flatMap(({ mentions }, i) =>
      mentions.some((mention) => inside(mention, span)) ? [i] : [],
    );
    const { status } = it;
    const salience = this.salience(passage);
    return { ...span, date, ...(dateSpan ? { dateSpan } : {}), status, entities, salience, passage };
  }

  figure(it: Answer['figures'][number]): Figure {
    const { span, passage } = this.sentence(it.quote);
    const number = this.locator.find(it.number, [passage]);
    if (!number || !inside(number.span, span)) throw new Unfounded('number');
    const read = readNumber(this.text, number.span, this.english);
    if (!read) throw new Unfounded('number');
    const subject = this.words(it.subject, passage, 'subject')!;
    const attributed = this.words(it.attributedTo, passage, 'attribution');
    const { unit = it.unit, ...value } = read;
    // A unit that the number does not name itself is a word of the sentence.
    if (read.unit === undefined && (/\s/.test(unit) || !this.has(unit, span))) throw new Unfounded('unit');
    return {
      ...span,
      ...value,
      unit: unit.toLowerCase() === unit || read.unit !== undefined ? unit : unit.toLowerCase(),
      subject: this.line(subject),
      ...(attributed ? { attributedTo: this.line(attributed) } : {}),
      salience: this.salience(passage),
      passage,
    };
  }

  claim(it: Answer['claims'][number]): Claim {
    const found = this.quote(it.quote);
    const { passage } = found;
    const speaker = this.words(it.speaker, passage, 'speaker')!;
    const name = this.line(speaker);
    if (PRONOUN.test(name)) throw new Unfounded('speaker');
    const role = this.words(it.role, passage, 'role');
    this.words(it.dateWords, passage, 'date');
    const said = verifiedDate({ from: null, to: null }, it.dateWords, this.today, this.english);
    const today = isoDay(this.today);
    const entity = this.entity(name);
    const around = this.locator.sentences(found.span, passage).span;
    const quoted = this.isQuoted(found.span, passage);
    const span = quoted || !this.turned(found.span, around) ? found.span : around;
    return {
      ...span,
      speaker: name,
      ...(entity >= 0 ? { entity } : {}),
      anonymous: entity < 0 && !/\s\p{Lu}/u.test(` ${name.slice(1)}`),
      ...(role ? { role: this.line(role) } : {}),
      quoted,
      kind: this.kind(it.kind, around),
      saidOn: said?.precision === 'day' && said.from < today ? said.from : today,
      salience: this.salience(passage),
      passage,
    };
  }

  /** Whole sentences: a quote cut out of "denied that …" would say the opposite. */
  sentence(quote: string): { span: Span; passage: number } {
    const { span, passage } = this.quote(quote);
    const whole = this.locator.sentences(span, passage);
    if (whole.count === 0 || whole.count > MAX_SENTENCES) throw new Unfounded('quote');
    return { span: whole.span, passage };
  }

  private quote(quote: string): { span: Span; passage: number } {
    const told = [...this.analysis.passages.keys()].filter((i) => {
      const { kind } = this.analysis.passages[i]!;
      return kind === 'paragraph' || kind === 'bullet';
    });
    const found = this.locator.find(quote.replace(/^["“”]|["“”]$/g, ''), told);
    if (!found || !/\p{L}\S*\s+\S*\p{L}/u.test(quote)) throw new Unfounded('quote');
    return found;
  }

  /** Words of the passage or of the one before it; undefined for null. */
  private words(words: string | null, passage: number, reason: string): Span | undefined {
    if (words === null) return undefined;
    const found = this.locator.find(words, [passage, passage - 1]);
    if (!found || found.span.end - found.span.start > 200) throw new Unfounded(reason);
    return found.span;
  }

  private line = ({ start, end }: Span): string => this.text.slice(start, end).replace(/\s+/g, ' ').trim();

  private has(word: string, span: Span): boolean {
    const own = this.line(span)
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u);
    return own.includes(word.toLowerCase());
  }

  /** Whether a sentence speaks of a day, and not of that of publication. */
  private saysAnother(span: Span): boolean {
    const read = this.english ? readings(this.line(span), this.today) : [];
    return read.length > 0 && !read.some((it) => it.from <= this.today && this.today <= it.to);
  }

  private turned(span: Span, around: Span): boolean {
    const left = `${this.text.slice(around.start, span.start)} … ${this.text.slice(span.end, around.end)}`;
    return TURNS.test(left);
  }

  private kind(said: Claim['kind'], around: Span): Claim['kind'] {
    const words = said === 'denial' ? DENIES : said === 'no-comment' ? DECLINES : null;
    return words?.test(this.line(around)) ? said : 'statement';
  }

  private isQuoted(span: Span, passage: number): boolean {
    const { start, end } = this.analysis.passages[passage]!;
    return quotedSpans(tokenize(this.text, start, end)).some((it) => inside(span, it));
  }

  private entity(name: string): number {
    const wanted = name.toLowerCase();
    return this.analysis.entities.findIndex((it) =>
      [it.name, ...it.aliases].some((alias) => alias.toLowerCase() === wanted),
    );
  }

  /** Ours, not the model's: what comes first weighs most. */
  private salience(passage: number): number {
    const place = passage / Math.max(1, this.analysis.passages.length);
    return Math.round((0.6 - 0.3 * place) * 1000) / 1000;
  }
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
