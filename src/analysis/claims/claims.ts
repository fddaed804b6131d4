import type { Claim, Span } from '../../domain/statements.js';
import type { Attribution } from './attribution.js';
import { findAttributions } from './find-attributions.js';
import {
  continuedQuote,
  joinedQuote,
  readableQuote,
  readableSpan,
  tellingQuote,
  withMarks,
} from './claim-context.js';
import type { ResolvedAttribution } from './claim-facts.js';
import { ClaimList } from './claim-list.js';
import type { Entities } from '../entities/entities.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { leadWord, type Parsed } from '../sentence/parse.js';
import type { Reading } from '../reading/reading.js';
import { introducedBy } from './introductions.js';
import { goesOn, isNextLine, wholeQuotations, type Quotation } from './quotations.js';
import { refusalIn } from './refusals.js';
import { findSpeechActs } from './speech-acts.js';
import { trimmedSpan } from './said-spans.js';
import { SpeakerTracker } from './speakers.js';
import type { Speaker } from './spoken-of.js';

export interface Claims {
  readonly list: readonly Claim[];
  /** By sentence index. */
  readonly attributions: ReadonlyMap<number, readonly ResolvedAttribution[]>;
}

const FEWEST_WORDS = 3;
const FEWEST_QUOTED_WORDS = 4;

/** What people and bodies are reported to have said, in reading order. */
export function findClaims(reading: Reading, entities: Entities, sentences: readonly Parsed[]): Claims {
  const finder = new ClaimFinder(reading, entities);
  for (const parsed of sentences) finder.read(parsed);
  finder.finish();
  return { list: finder.claims.inReadingOrder(), attributions: finder.attributions };
}

const wordCount = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

/** What outlets say in their own cause. */
const OF_ITSELF =
  /^(?:admit(?:s|ted)?|acknowledge[sd]?|concede[sd]?|insist(?:s|ed|ing)?|den(?:y|ies|ied)|apologi[sz]e[sd]?|promise[sd]?|pledged|vow(?:s|ed)|accuse[sd]?|urge[sd]?|blame[sd]?)$/;

/** Whether a saying is part of what another says. */
const isWithin = ({ clause }: Attribution, outer: Attribution): boolean =>
  clause !== undefined &&
  outer.position === 'leading' &&
  clause.verb.from >= outer.content[0] &&
  clause.verb.from < outer.content[1];

/** "demanded that Ann Roe explain why …": she has not. */
const isSubjunctive = ({ clause }: Attribution, { kind, text }: Speaker): boolean =>
  clause?.kind === 'content' &&
  clause.verb.tense === 'present' &&
  clause.verb.ambiguous &&
  kind === 'person' &&
  !text.includes(' and ');

class ClaimFinder {
  readonly claims: ClaimList;
  readonly attributions = new Map<number, ResolvedAttribution[]>();
  private readonly tracker: SpeakerTracker;
  private before: Parsed | undefined;
  private passage = -1;
  private sentenceStart = 0;
  /** Quotations of the passage that end before the sentence. */
  private passed = 0;
  /** Quotations of the passage met before its speaker. */
  private pending: Quotation[] = [];
  private passageSpeaker: ResolvedAttribution | undefined;
  /** Who spoke in the passage before, for one that is nothing but a quotation. */
  private earlierSpeaker: ResolvedAttribution | undefined;
  /** Whether the passage has words outside quotations. */
  private voiced = false;
  private readonly used = new Set<number>();

  constructor(
    private readonly reading: Reading,
    private readonly entities: Entities,
  ) {
    this.claims = new ClaimList(reading, entities);
    this.tracker = new SpeakerTracker(reading.text, entities);
  }

  read(parsed: Parsed): void {
    if (parsed.sentence.passage !== this.passage) this.turnPassage(parsed.sentence.passage);
    this.sentenceStart = parsed.sentence.start;
    this.tracker.learn(parsed);
    this.claims.turnTo(parsed);
    const resolved = this.resolve(parsed);
    if (resolved.length > 0) this.attributions.set(parsed.sentence.index, resolved);
    for (const attribution of resolved) this.take(parsed, attribution, resolved);
    const acts = this.takeActs(parsed, resolved);
    const refusal = refusalIn(parsed, this.tracker, this.reading.text);
    if (refusal) this.claims.add({ parsed, ...refusal, quoted: false, all: [], kind: 'no-comment' });
    else this.takeQuotations(parsed, [...resolved, ...acts]);
    this.tracker.note(parsed);
    this.before = parsed;
  }

  finish(): void {
    this.turnPassage(-1);
  }

  private turnPassage(passage: number): void {
    const next = passage === this.passage + 1;
    this.passage = passage;
    this.passed = 0;
    if (next && this.reading.quotedOn[passage]) return;
    const speaker = this.passageSpeaker ?? (this.voiced ? undefined : this.earlierSpeaker);
    const introduced = next && this.before ? introducedBy(this.before, this.tracker) : undefined;
    this.voiced = false;
    const goesOn = this.pending.length > 0 ? speaker : undefined;
    if (speaker) this.givePending(speaker);
    this.pending = [];
    this.earlierSpeaker = next ? (introduced ?? this.passageSpeaker ?? goesOn) : undefined;
    this.passageSpeaker = introduced;
  }

  private resolve(parsed: Parsed): ResolvedAttribution[] {
    const resolved: ResolvedAttribution[] = [];
    for (const attribution of findAttributions(parsed)) {
      const { subject, position, according, content } = attribution;
      const said = position === 'trailing' && !according ? content : undefined;
      const found = this.tracker.resolve(parsed, subject, said);
      if (!found || isSubjunctive(attribution, found)) continue;
      // "The BBC has admitted that it …": an outlet that is the news, not one that brings it.
      const speaker =
        found.kind === 'outlet' && OF_ITSELF.test(attribution.verb)
          ? { ...found, kind: 'body' as const }
          : found;
      // "Ann Roe said the mayor had warned that …": it is still her who speaks.
      const outer = resolved.find((other) => isWithin(attribution, other));
      resolved.push({ ...attribution, speaker });
      if (outer) this.tracker.mention(speaker, outer.speaker, parsed);
      else if (speaker.kind !== 'outlet') this.tracker.remember(speaker, parsed);
      this.claims.noteDay({ ...attribution, speaker });
    }
    return resolved;
  }

  private take(parsed: Parsed, attribution: ResolvedAttribution, all: readonly ResolvedAttribution[]): void {
    const { speaker } = attribution;
    if (speaker.kind === 'outlet') return;
    // "…, Ann said, according to a statement from her office": the saying is Ann's.
    const direct = all.find((other) => !other.according && other.speaker.kind !== 'outlet');
    if (attribution.according && direct) return;
    this.passageSpeaker = attribution;
    const [from, to] = attribution.content;
    const content = parsed.tokens.slice(
      from === 0 ? leadWord(parsed.tokens) : from,
      Math.min(to, this.innerEnd(attribution, all)),
    );
    const body = content.filter((token) => token.type === 'word' || token.type === 'number');
    const quotedWords = body.filter((token) => token.quoted).length;
    // "said that Roe “cannot win. …”" is reported, however much of it is quoted.
    const first = body.find(({ quoted }) => quoted);
    const fragment =
      attribution.position === 'leading' &&
      !body[0]?.quoted &&
      !/^(?:VERB|AUX)$/.test(body[0]?.tag ?? '') &&
      /^\p{Ll}/u.test(first?.text ?? '');
    if (body.length > 0 && quotedWords >= body.length * 0.8 && !fragment) return;
    if (body.length < FEWEST_WORDS) return;
    const span = trimmedSpan(content);
    if (span) this.addReported(parsed, attribution, span, all);
  }

  /** What is said by the very verb: "accused the board of …". */
  private takeActs(parsed: Parsed, resolved: readonly ResolvedAttribution[]): ResolvedAttribution[] {
    return findSpeechActs(parsed).flatMap((act) => {
      const speaker = this.tracker.resolve(parsed, act.subject);
      const span = trimmedSpan(parsed.tokens.slice(...act.content));
      if (!speaker || speaker.kind === 'outlet' || !span) return [];
      const attribution = { ...act, speaker };
      this.tracker.remember(speaker, parsed);
      this.passageSpeaker = attribution;
      if (wordCount(this.reading.text.slice(span.start, span.end)) >= FEWEST_WORDS)
        this.addReported(parsed, attribution, span, resolved);
      return [attribution];
    });
  }

  /** Reported words with as much of the text around them as they need to be read; none without. */
  private addReported(
    parsed: Parsed,
    attribution: ResolvedAttribution,
    span: Span,
    all: readonly ResolvedAttribution[],
  ): void {
    const { text } = attribution.speaker;
    const { recent } = this.claims;
    const read = readableSpan(parsed, attribution, span, text, this.before, recent, this.entities);
    if (!read) return;
    const { end } = this.withQuotation(parsed, { start: read.start, end: span.end });
    this.claims.add({ parsed, attribution, span: { ...read, end }, quoted: false, all });
  }

  /** Reported words that run into a quotation go on to its end, sentences later if need be. */
  private withQuotation(parsed: Parsed, span: Span): Span {
    const { text } = this.reading;
    const open = this.quotesIn(parsed.sentence.passage, span.start, span.end).find(
      (quote) => quote.start > span.start && quote.end > span.end,
    );
    if (!open) return span;
    this.used.add(open.start);
    return { start: span.start, end: /["”]/.test(text[open.end] ?? '') ? open.end + 1 : open.end };
  }

  /** Content ends where a trailing attribution of the same sentence begins: "A said that B, according to C". */
  private innerEnd(attribution: Attribution, all: readonly Attribution[]): number {
    const next = all.find(
      (other) =>
        other !== attribution &&
        other.position === 'trailing' &&
        other.segment[0] > attribution.content[0] &&
        attribution.position === 'leading',
    );
    return next ? next.segment[0] : Number.POSITIVE_INFINITY;
  }

  /** Quotations of the sentence that are whole statements, given to its speaker or the passage's. */
  private takeQuotations(parsed: Parsed, resolved: readonly ResolvedAttribution[]): void {
    const { before } = this;
    const { start, end, passage } = parsed.sentence;
    const speaking =
      resolved.find(({ speaker, according }) => speaker.kind !== 'outlet' && !according) ??
      resolved.find(({ speaker }) => speaker.kind !== 'outlet');
    const quotes = this.quotesIn(passage, start, end).filter((quote) => !this.used.has(quote.start));
    const wholly = parsed.tokens.every((token) => token.quoted || token.type !== 'word');
    if (!wholly) this.voiced = true;
    for (const quote of quotes) {
      const words = wordCount(this.reading.text.slice(quote.start, quote.end));
      const piece = isNextLine(this.reading, { parsed, quote });
      if ((words < FEWEST_QUOTED_WORDS && !piece) || this.isFragment(parsed, quote)) continue;
      const ends = quote.end <= end;
      if (speaking && !this.claims.holds(quote)) {
        this.pending.push({ parsed, before, quote });
        this.givePending(speaking);
      } else if (!speaking && wholly) {
        // "“The quay is old. It was built for less,” …": who says it stands behind its end.
        if (this.passageSpeaker && ends) {
          this.pending.push({ parsed, before, quote });
          this.givePending(this.passageSpeaker);
        } else if (quote.start >= start) this.pending.push({ parsed, before, quote });
      } else if (!speaking && ends) {
        // Whoever said it here is not known: nobody else did.
        this.pending = this.pending.filter((earlier) => earlier.quote.start !== quote.start);
      }
    }
  }

  private givePending(speaker: ResolvedAttribution): void {
    const { whole, joined } = wholeQuotations(this.reading, this.pending);
    for (const { quote } of joined) this.used.add(quote.start);
    for (const quotation of whole) this.addQuote(quotation, speaker);
    this.pending = [];
  }

  /** A quotation that begins inside a clause ("called it “a place of …”") says nothing by itself. */
  private isFragment({ tokens }: Parsed, quote: Span): boolean {
    if (!/^\s*\p{Ll}/u.test(this.reading.text.slice(quote.start, quote.start + 4))) return false;
    const at = tokens.findIndex((token) => token.start >= quote.start);
    const before = tokens[at - 2];
    return at > 1 && before?.type === 'word' && before.lower !== 'that' && !isSpeechVerb(before.lower);
  }

  /** Quotations that touch a stretch of a passage. Sentences come in order, so earlier ones are passed once. */
  private quotesIn(passage: number, start: number, end: number): Span[] {
    const quotes = this.reading.quotes[passage]!;
    const sentence = Math.min(start, this.sentenceStart);
    while (this.passed < quotes.length && quotes[this.passed]!.end <= sentence) this.passed += 1;
    const found: Span[] = [];
    for (let k = this.passed; k < quotes.length && quotes[k]!.start < end; k += 1) {
      if (quotes[k]!.end > start) found.push(quotes[k]!);
    }
    return found;
  }

  private addQuote({ parsed, before, quote }: Quotation, attribution: ResolvedAttribution): void {
    if (this.used.has(quote.start)) return;
    this.used.add(quote.start);
    const { text } = this.reading;
    let { start, end } = quote;
    while (start < end && /\s/.test(text[start]!)) start += 1;
    const link = /^(?:and|but) (?=\p{L})/iu.exec(text.slice(start, start + 6))?.[0] ?? '';
    start += link.length;
    while (end > start && /[\s,]/.test(text[end - 1]!)) end -= 1;
    const last = this.claims.recent.at(-1);
    const isNext = last !== undefined && goesOn(this.reading, last, { parsed, quote });
    if (wordCount(text.slice(start, end)) < FEWEST_QUOTED_WORDS && !isNext) return;
    const all = this.attributions.get(parsed.sentence.index) ?? [];
    const quoted = { start, end };
    const { recent } = this.claims;
    const speaker = attribution.speaker.text;
    const read = readableQuote(text, quoted);
    if (!isNext && read?.start === start)
      return this.claims.add({ parsed, attribution, span: read, quoted: true, all });
    const own = continuedQuote(text, { start: quote.start, end }, speaker, recent) ?? read;
    const joined = own ?? (before && joinedQuote(parsed, quoted, speaker, recent, before, this.entities));
    const span = joined ?? tellingQuote(text, quoted, speaker, recent);
    if (!span) return;
    const isQuotation = span === own || !joined;
    const shown = isQuotation ? span : withMarks(text, span);
    this.claims.add({ parsed, attribution, span: shown, quoted: isQuotation, all });
  }
}
