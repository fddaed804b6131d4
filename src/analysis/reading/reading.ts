import type { Passage, Span } from '../../domain/statements.js';
import { localDay, type Day } from './calendar.js';
import { withoutLabel } from './openings.js';
import { readPassages } from './passages.js';
import { quotedOn, quotedSpans } from './quotes.js';
import { splitSentences } from './sentences.js';
import { tagTokens } from './tagger.js';
import { tokenize, type Token } from './tokens.js';

/** What is known of an article before anything is read. See `ArticleRevision` for the fields. */
export interface AnalysisInput {
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly byline?: string;
  readonly publishedAt: string;
  readonly language?: string;
  readonly timezone?: string;
}

export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Index into `passages`. */
  readonly passage: number;
  /** Index into `Reading.sentences`. */
  readonly index: number;
  /** Index within its passage. */
  readonly order: number;
}

/** An article, read: everything later steps look at. Offsets are into the article's text. */
export interface Reading {
  readonly input: AnalysisInput;
  readonly text: string;
  /** The calendar day of publication in the newsroom's zone. */
  readonly today: Day;
  readonly title: readonly Token[];
  readonly passages: readonly Passage[];
  /** Sentences of every passage, captions and headings too. */
  readonly sentences: readonly Sentence[];
  /** Index of the sentence that opens the report; headings and captions open none. */
  readonly lead: number;
  /** Quotations by passage, without their marks. */
  readonly quotes: readonly (readonly Span[])[];
  /** Whether a passage begins inside a quotation that an earlier one opened. */
  readonly quotedOn: readonly boolean[];
}

/** Reads an article: passages, sentences, tagged words, quotations. */
export function read(input: AnalysisInput, english: boolean): Reading {
  const { text } = input;
  const passages: Passage[] = [];
  const sentences: Sentence[] = [];
  const bodies: Token[][] = [];
  const every: Token[] = tokenize(input.title);
  const title = [...every];
  for (const { start, end, kind } of readPassages(text, input)) {
    const tokens = tokenize(text, start, end);
    if (tokens.length === 0) continue;
    const own = splitSentences(withoutLabel(tokens, kind, english));
    for (const token of tokens) every.push(token);
    own.forEach((sentence, order) =>
      sentences.push({ ...sentence, passage: passages.length, index: sentences.length, order }),
    );
    bodies.push(tokens);
    passages.push({
      start,
      end,
      kind,
      sentences: own.map((sentence) => ({ start: sentence.start, end: sentence.end })),
    });
  }
  const begun = quotedOn(bodies);
  const quotes = bodies.map((tokens, passage) => quotedSpans(tokens, begun[passage]));
  if (english) tagTokens(every);
  return {
    input,
    text,
    today: localDay(input.publishedAt, input.timezone),
    title,
    passages,
    sentences,
    lead: Math.max(
      0,
      sentences.findIndex(({ passage }) => /^(?:paragraph|bullet)$/.test(passages[passage]!.kind)),
    ),
    quotes,
    quotedOn: begun,
  };
}
