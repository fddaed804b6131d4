import type { AnalysisInput } from '../analysis/analyze.js';
import { localDay, type Day } from '../analysis/reading/calendar.js';
import { isPersonNoun } from '../analysis/lexicon/roles.js';
import { primaryLanguage } from '../analysis/reading/language.js';
import { quotedSpans } from '../analysis/reading/quotes.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize, type Token } from '../analysis/reading/tokens.js';
import type { Analysis, Span } from '../domain/statements.js';
import { Locator, type Place } from './locate.js';
import { saysSo, tellsOfSaying } from './said-by.js';

/** Why a statement is not kept; thrown within this folder only. */
export class Unfounded extends Error {}

/** "he" reaches back so many sentences. */
const PRONOUN_REACH = 4;
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
  private readonly read = new Map<number, { tokens: readonly Token[]; quotations: readonly Span[] }>();

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
    const found = this.anyNear(words, place);
    if (found.length === 0) throw new Unfounded(reason);
    return found;
  }

  /** The same, or none. */
  anyNear(words: string, place: Place): readonly { span: Span; sentence: Span }[] {
    if (words.length > LONGEST_WORDS) return [];
    const { span: own, sentences } = this.sentences(place);
    const before = this.locator.before({ ...place, span: own });
    // The stretch as a whole: a full stop that ends no sentence may cut it.
    return [own, ...(before ? [before] : [])].flatMap((stretch) =>
      this.locator.within(words, { span: stretch, passage: place.passage }).map((span) => ({
        span,
        sentence: sentences.find((it) => inside(span, it)) ?? stretch,
      })),
    );
  }

  line = ({ start, end }: Span): string => this.text.slice(start, end).replace(/\s+/g, ' ').trim();

  /** The quotation that a stretch lies in, without its marks. */
  quotation({ span, passage }: Place): Span | undefined {
    return this.readPassage(passage).quotations.find((it) => inside(span, it));
  }

  /** Tagged, and marked where they are quoted. */
  tokens({ span, passage }: Place): Token[] {
    return this.readPassage(passage).tokens.filter((it) => inside(it, span));
  }

  /** Whether a sentence says of somebody that they say something in it; without rules, that nobody else is named. */
  saysSo(sentence: Place, speaker: Span): boolean {
    const others = this.named(sentence.span).filter((it) => !overlaps(it, speaker));
    return this.english ? saysSo(this.tokens(sentence), speaker, others) : others.length === 0;
  }

  /** Whether it is left to what stands around a sentence who says what is in it. */
  leavesSpeaker(sentence: Place): boolean {
    const { span, passage } = sentence;
    if (this.named(span).some((it) => !this.quotation({ span: it, passage }))) return false;
    if (!this.english) return true;
    return !tellsOfSaying(this.tokens(sentence)) || this.isSaidByPronoun(sentence);
  }

  /** "…, he said" */
  isSaidByPronoun(sentence: Place): boolean {
    const tokens = this.tokens(sentence);
    const pronoun = tokens.find(({ lower }) => /^(?:he|she|they|it)$/.test(lower));
    return pronoun !== undefined && saysSo(tokens, pronoun, []);
  }

  /**
   * Who alone was named in the last sentences before one, as far back as a pronoun reaches; undefined where two were, or
   * where somebody unnamed may be meant.
   */
  lastNamed({ span, passage }: Place): { span: Span; entity: number } | undefined {
    if (!this.english) return undefined;
    for (const earlier of this.sentencesBefore(span, passage)) {
      const isSaid = (it: Span): boolean =>
        this.quotation({ span: it, passage: earlier.passage }) === undefined;
      const mentions = this.analysis.entities.flatMap(({ type, mentions: all }, entity) =>
        type === 'person'
          ? all.flatMap((it) => (overlaps(it, earlier.span) && isSaid(it) ? [{ span: it, entity }] : []))
          : [],
      );
      if (mentions.length > 0)
        return mentions.every(({ entity }) => entity === mentions[0]!.entity) ? mentions[0] : undefined;
      if (this.tokens(earlier).some(({ lower, quoted }) => !quoted && isPersonNoun(lower))) return undefined;
    }
    return undefined;
  }

  /** The nearest first, in its passage and the one before. */
  private sentencesBefore(span: Span, passage: number): Place[] {
    return [passage - 1, passage]
      .flatMap((at) => (this.analysis.passages[at]?.sentences ?? []).map((it) => ({ span: it, passage: at })))
      .filter((it) => it.span.end <= span.start)
      .slice(-PRONOUN_REACH)
      .reverse();
  }

  /** People in a stretch. */
  named(span: Span): Span[] {
    return this.analysis.entities.flatMap(({ type, mentions }) =>
      type === 'person' ? mentions.filter((it) => overlaps(it, span)) : [],
    );
  }

  private readPassage(passage: number): { tokens: readonly Token[]; quotations: readonly Span[] } {
    const known = this.read.get(passage);
    if (known) return known;
    const { start, end } = this.analysis.passages[passage]!;
    const tokens = tokenize(this.text, start, end);
    // The tagger knows English alone.
    if (this.english) tagTokens(tokens);
    const read = { tokens, quotations: quotedSpans(tokens) };
    this.read.set(passage, read);
    return read;
  }
}

export const inside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
