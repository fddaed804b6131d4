import type { Claim, Span } from '../../domain/statements.js';
import { readsAlone } from '../sentence/antecedents.js';
import type { Attribution } from './attribution.js';
import type { Entities } from '../entities/entities.js';
import { leadWord, type Parsed } from '../sentence/parse.js';

/** Longer than this nobody reads a saying. */
const LONGEST = 400;

/** Where a saying can be read from, and an earlier saying of the same speaker that it goes on with. */
export interface ReadableSpan extends Span {
  readonly replaces?: Claim;
}

/**
 * The least of the text in which a reported saying can be read by itself: its own words; with who says them ("Norway
 * says that it …"); with the sentence before, when that is nobody else's saying ("The plan cuts two lines. This would
 * …"). Undefined when even then something is missing.
 *
 * @param span the words said, inside `parsed`
 * @param earlier what was claimed in the report so far
 */
export function readableSpan(
  parsed: Parsed,
  attribution: Attribution,
  span: Span,
  speaker: string,
  before: Parsed | undefined,
  earlier: readonly Claim[],
  entities: Entities,
): ReadableSpan | undefined {
  const { tokens } = parsed;
  const from = tokens.findIndex((token) => token.start >= span.start);
  const end = tokens.findIndex((token) => token.start >= span.end);
  const to = end === -1 ? tokens.length : end;
  const own = { parsed, from, to };
  if (!goesOnForSpeaker(parsed, attribution, to) && readsAlone([own], entities)) return span;
  const [subject, subjectEnd] = attribution.subject;
  const told =
    attribution.position === 'leading' ? (subjectEnd > subject ? subject : leadWord(tokens)) : from;
  const whole = { parsed, from: Math.min(told, from), to };
  const start = tokens[whole.from]!.start;
  const free = !earlier.some((claim) => claim.start < span.end && start < claim.end);
  if (free && readsAlone([whole], entities)) return { start, end: span.end };
  if (!before || !isNext(before, parsed) || !free) return undefined;
  const replaces = earlier.findLast(
    ({ start: at }) => at >= before.sentence.start && at < before.sentence.end,
  );
  if (replaces && (replaces.speaker !== speaker || replaces.quoted || replaces.kind !== 'statement'))
    return undefined;
  const lead = leadWord(before.tokens);
  const opening = replaces?.start ?? before.tokens[lead]!.start;
  const pieces = [
    { parsed: before, from: lead, to: before.tokens.length },
    { parsed, from: leadWord(tokens), to },
  ];
  if (span.end - opening > LONGEST || !readsAlone(pieces, entities)) return undefined;
  return { start: opening, end: span.end, ...(replaces ? { replaces } : {}) };
}

const isNext = (before: Parsed, parsed: Parsed): boolean =>
  before.sentence.passage === parsed.sentence.passage && before.sentence.order + 1 === parsed.sentence.order;

/**
 * "Officials said the ferry will sail, but named no date": the second verb is the speaker's own, so that the words
 * said are read with who says them.
 */
function goesOnForSpeaker(
  { tokens, clauses }: Parsed,
  { clause, content }: Attribution,
  to: number,
): boolean {
  if (!clause) return false;
  const said = clauses.find(({ verb }) => verb.from >= content[0] && verb.tense !== 'none');
  return clauses.some(({ verb }) => {
    if (!said || verb.from <= said.verb.to || verb.from >= to || verb.tense !== clause.verb.tense)
      return false;
    let at = verb.from - 1;
    while (at > 0 && tokens[at]!.tag === 'ADV') at -= 1;
    if (!/^(?:but|and)$/.test(tokens[at]!.lower) || tokens[at - 1]?.text !== ',') return false;
    return said.verb.tense !== verb.tense || tokens[at]!.lower === 'but';
  });
}

/** A quotation begins with its first sentence that names what it speaks of; undefined when none does. */
export function readableQuote(text: string, span: Span): Span | undefined {
  let { start } = span;
  while (PRONOUN_FIRST.test(text.slice(start, start + 40))) {
    const next = /[.!?]["”’']*\s+(?=[\p{Lu}“‘])/u.exec(text.slice(start, span.end));
    if (!next) return undefined;
    start += next.index + next[0].length;
  }
  return { start, end: span.end };
}

/** A quotation that begins with "It" is read with the sentence before, when that tells what the same speaker said. */
export function joinedQuote({ sentence, tokens }: Parsed, last: Claim, before: Parsed): Span | undefined {
  const follows =
    before.sentence.passage === sentence.passage &&
    before.sentence.index + 1 === sentence.index &&
    last.start >= before.sentence.start;
  const end = tokens.findLast(({ type }) => type === 'word')?.end ?? sentence.end;
  if (!follows || last.quoted || last.kind !== 'statement' || end - last.start > LONGEST) return undefined;
  return { start: last.start, end };
}

/** "It is time to …" and "That is why …" stand by themselves more often than not. */
const PRONOUN_FIRST =
  /^(?:(?:he|she|they|these|those|such)\b|(?:it|this)(?:\s(?!is\b(?:\snot)?\s\p{L}+\s(?:to|that)\b)|[’']\S))/iu;
