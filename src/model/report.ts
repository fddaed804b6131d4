import type { AnalysisInput } from '../analysis/analyze.js';
import { localDay, type Day } from '../analysis/reading/calendar.js';
import { primaryLanguage } from '../analysis/reading/language.js';
import { quotedSpans } from '../analysis/reading/quotes.js';
import { tokenize } from '../analysis/reading/tokens.js';
import type { Analysis, Span } from '../domain/statements.js';
import { Locator, type Place } from './locate.js';
import { saysSo, tellsOfSaying } from './said-by.js';

/** Why a statement is not kept; thrown within this folder only. */
export class Unfounded extends Error {}

/** A model may copy a role or a subject, not half a paragraph. */
const LONGEST_WORDS = 200;
const QUOTATION_MARKS = /^["'“”„«»‘’]+|["'“”„«»‘’]+$/g;
/** Two words, or as many characters of a script without spaces. */
const ENOUGH_WORDS =
  /\p{L}\S*\s+\S*\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u;

/** A report as a model's words are held against it. */
export class Report {
  readonly text: string;
  readonly today: Day;
  /** Whether days, numbers and verbs can be read by rule. */
  readonly english: boolean;
  private readonly locator: Locator;
  private readonly told: readonly number[];

  constructor(
    input: AnalysisInput,
    readonly analysis: Analysis,
  ) {
    this.text = input.text;
    this.locator = new Locator(input.text, analysis.passages);
    this.today = localDay(input.publishedAt, input.timezone);
    this.english = primaryLanguage(analysis.language) === 'en';
    this.told = analysis.passages.flatMap(({ kind }, i) =>
      kind === 'paragraph' || kind === 'bullet' ? [i] : [],
    );
  }

  /**
   * What the check makes of the first place of a quote that it passes: a sentence may stand in a report twice.
   *
   * @throws Unfounded for the quote, or what the first place lacks
   */
  atFirst<T>(quote: string, check: (place: Place) => T): T {
    const places = ENOUGH_WORDS.test(quote)
      ? this.locator.places(quote.replace(QUOTATION_MARKS, ''), this.told)
      : [];
    let reason = new Unfounded('quote');
    for (const [i, place] of places.entries()) {
      try {
        return check(place);
      } catch (error) {
        if (!(error instanceof Unfounded)) throw error;
        if (i === 0) reason = error;
      }
    }
    throw reason;
  }

  /** The sentences a place is in. */
  sentences(place: Place): { span: Span; sentences: readonly Span[] } {
    return this.locator.sentences(place);
  }

  /** The places of some words within a stretch. */
  within(words: string, place: Place, reason: string): readonly Span[] {
    const found = this.locator.within(words, place);
    if (found.length === 0 || words.length > LONGEST_WORDS) throw new Unfounded(reason);
    return found;
  }

  /** The same, or in the sentence before it; a stretch with the sentence they are in. */
  near(words: string, place: Place, reason: string): readonly { span: Span; sentence: Span }[] {
    const { span: own, sentences } = this.sentences(place);
    const before = this.locator.before({ ...place, span: own });
    // The stretch as a whole: a full stop that ends no sentence may cut it.
    const found = [own, ...(before ? [before] : [])].flatMap((stretch) =>
      this.locator.within(words, { span: stretch, passage: place.passage }).map((span) => ({
        span,
        sentence: sentences.find((it) => inside(span, it)) ?? stretch,
      })),
    );
    if (found.length === 0 || words.length > LONGEST_WORDS) throw new Unfounded(reason);
    return found;
  }

  line = ({ start, end }: Span): string => this.text.slice(start, end).replace(/\s+/g, ' ').trim();

  /** The quotation that a stretch lies in, without its marks. */
  quotation({ span, passage }: Place): Span | undefined {
    const { start, end } = this.analysis.passages[passage]!;
    return quotedSpans(tokenize(this.text, start, end)).find((it) => inside(span, it));
  }

  /** Whether a sentence says of somebody that they say something in it; without rules, that nobody else is named. */
  saysSo(sentence: Span, speaker: Span): boolean {
    const others = this.named(sentence).filter((it) => !overlaps(it, speaker));
    return this.english ? saysSo(this.text, sentence, speaker, others) : others.length === 0;
  }

  /** Whether it is left to what stands around a sentence who says what is in it. */
  leavesSpeaker(sentence: Span, place: Place): boolean {
    const outside = this.named(sentence).filter((it) => !this.quotation({ ...place, span: it }));
    return (
      outside.length === 0 &&
      (!this.english || !tellsOfSaying(this.text, sentence) || this.saidByPronoun(sentence))
    );
  }

  /** People in a stretch. */
  named(span: Span): Span[] {
    return this.analysis.entities.flatMap(({ type, mentions }) =>
      type === 'person' ? mentions.filter((it) => overlaps(it, span)) : [],
    );
  }

  private saidByPronoun(sentence: Span): boolean {
    return tokenize(this.text, sentence.start, sentence.end).some(
      ({ lower, start, end }) =>
        /^(?:he|she|they|it)$/.test(lower) && saysSo(this.text, sentence, { start, end }, []),
    );
  }
}

export const inside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
