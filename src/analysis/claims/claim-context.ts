import type { Claim, Span } from '../../domain/statements.js';
import { readsAlone } from '../sentence/antecedents.js';
import type { Attribution } from './attribution.js';
import type { Entities } from '../entities/entities.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { leadWord, type Parsed } from '../sentence/parse.js';

/** Longer than this nobody reads a saying. */
export const LONGEST_SAYING = 400;
/** "…, Ann Roe, the mayor of Elm, said on Monday" */
const LONGEST_TAIL = 80;

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
  const [subject, subjectEnd] = attribution.subject;
  const self = tokens
    .slice(subject, subjectEnd)
    .find(({ lower }) => /^(?:he|she|it|they)$/.test(lower))?.lower;
  if (!needsSpeaker(parsed, attribution, to) && readsAlone([own], entities, self)) return span;
  const told =
    attribution.position === 'leading' ? (subjectEnd > subject ? subject : leadWord(tokens)) : from;
  const whole = { parsed, from: Math.min(told, from), to };
  const start = tokens[whole.from]!.start;
  const free = !earlier.some((claim) => claim.start < span.end && start < claim.end);
  if (free && readsAlone([whole], entities, self)) return { start, end: span.end };
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
  if (span.end - opening > LONGEST_SAYING || !readsAlone(pieces, entities)) return undefined;
  return { start: opening, end: span.end, ...(replaces ? { replaces } : {}) };
}

/** In its paragraph, or as the first of the next one. */
const isNext = ({ sentence: before }: Parsed, { sentence }: Parsed): boolean =>
  before.index + 1 === sentence.index &&
  (before.passage === sentence.passage || (before.passage + 1 === sentence.passage && sentence.order === 0));

/** "She does not believe that …", "she promised to …": without her it says another thing, or none. */
const needsSpeaker = (parsed: Parsed, attribution: Attribution, to: number): boolean =>
  attribution.clause?.verb.negated === true ||
  (attribution.position === 'leading' && parsed.tokens[attribution.content[0]]?.lower === 'to') ||
  goesOnForSpeaker(parsed, attribution, to);

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
  while (PRONOUN_FIRST.test(text.slice(start, start + 90))) {
    const next = /[.!?]["”’']*\s+(?=[\p{Lu}“‘])/u.exec(text.slice(start, span.end));
    if (!next) return undefined;
    start += next.index + next[0].length;
  }
  return { start, end: span.end };
}

/** A quotation that begins with "It" right behind another of the same speaker goes on with that. */
export function continuedQuote(
  text: string,
  quote: Span,
  speaker: string,
  recent: readonly Claim[],
): ReadableSpan | undefined {
  const last = recent.at(-1);
  if (!last?.quoted || last.speaker !== speaker || quote.start < last.end) return undefined;
  if (quote.end - last.start > LONGEST_SAYING || /[\p{L}\p{N}]/u.test(text.slice(last.end, quote.start)))
    return undefined;
  return { start: last.start, end: quote.end, replaces: last };
}

/**
 * A quotation that begins with "It" is read with the sentence before: when that tells what the same speaker said, or
 * when it is the report's own and can be read alone.
 *
 * @param recent the latest claims, in reading order
 */
export function joinedQuote(
  parsed: Parsed,
  quote: Span,
  speaker: string,
  recent: readonly Claim[],
  before: Parsed,
  entities: Entities,
): ReadableSpan | undefined {
  const { sentence, tokens } = parsed;
  if (!isNext(before, parsed) || quote.start < sentence.start) return undefined;
  const lead = leadWord(before.tokens);
  const opening = before.tokens[lead]!.start;
  const said = tokens.findLast(({ type }) => type === 'word')?.end ?? 0;
  // Who says it belongs to it now, so that the quotation's marks are whole.
  const end = said > quote.end && said - quote.end < LONGEST_TAIL ? said : quote.end;
  // A quotation whose speaker stands further on comes after what is said there.
  const last = recent.findLast((claim) => claim.start < quote.start);
  if (last && last.end > opening) {
    const same = last.speaker === speaker && last.kind === 'statement';
    return same && last.start >= before.sentence.start && end - last.start <= LONGEST_SAYING
      ? { start: last.start, end, replaces: last }
      : undefined;
  }
  // Somebody else's words, though they could not be read alone, are not theirs.
  if (
    before.tokens.some(({ lower, type }) => lower === '"' && type === 'open') ||
    before.clauses.some(({ verb }) => verb.tense !== 'none' && isSpeechVerb(before.tokens[verb.head]!.lower))
  )
    return undefined;
  const whole = { parsed: before, from: lead, to: before.tokens.length };
  return end - opening <= LONGEST_SAYING && readsAlone([whole], entities)
    ? { start: opening, end }
    : undefined;
}

/** With the marks at its edges whose other half is inside: "The quay is old,” Ann said. “It fell". */
export function withMarks(text: string, { start, end, replaces }: ReadableSpan): ReadableSpan {
  const inside = text.slice(start, end).match(/["“”]/g) ?? [];
  const opened = /["“]/.test(text[start - 1] ?? '') && /["”]/.test(inside[0] ?? '');
  const closed = /["”]/.test(text[end] ?? '') && /["“]/.test(inside.at(-1) ?? '');
  const whole = { start: opened ? start - 1 : start, end: closed ? end + 1 : end };
  return replaces ? { ...whole, replaces } : whole;
}

/** From so many words on a quotation tells more than its "it" leaves open. */
const TELLING_WORDS = 9;

/**
 * A longer quotation that begins with "It" or "They", where nothing before it can be shown with it: better read in part
 * than not at all. Of "he" and "she" the same speaker has to have spoken before.
 */
export function tellingQuote(
  text: string,
  quote: Span,
  speaker: string,
  recent: readonly Claim[],
): Span | undefined {
  const words = text.slice(quote.start, quote.end);
  if ((words.match(/\p{L}+(?:[’'-]\p{L}+)*/gu)?.length ?? 0) < TELLING_WORDS) return undefined;
  return /^s?he\b/i.test(words) && recent.at(-1)?.speaker !== speaker ? undefined : quote;
}

/**
 * What such a quotation speaks of stands before it, but for "It is time to …", "It's clear that …", "It seems that …" and
 * "This is the worst storm we ever saw", which stand by themselves more often than not. "This storm" names it.
 */
const PRONOUN_FIRST = new RegExp(
  `^(?:${[
    '(?:he|she|they|these|those|such)\\b',
    "it(?!\\s?(?:is|was|[’']s)(?:\\s\\S+){1,4}\\swho\\b)(?!\\s?(?:is|was|[’']s|will be|would be)\\b(?:\\snot|\\s\\p{L}+ly)?(?:\\s\\p{L}+\\s(?:to|that|when|if)|\\stime\\sfor|\\san?(?:\\s\\p{L}+){1,2}\\s(?:to|when|if))\\b)(?!\\s(?:seems|seemed|appears|appeared)\\b)(?:\\s|[’']\\S)",
    "this(?=\\s(?:is|was|isn|wasn|will|would|can|could|may|might|must|should|has|had|have|does|did|means|meant|shows|makes|made|gives|ca|wo|never|also|all|just|really)\\b|[’']\\S)(?!\\s(?:is|was)(?:\\s\\p{L}+ly|\\snot)?\\s(?:an?|the|one)(?:\\s[\\p{L}’'-]+){3})",
  ].join('|')})`,
  'iu',
);
