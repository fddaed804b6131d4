import type { Day } from '../reading/calendar.js';
import { findClauses, type Clause } from './clauses.js';
import { findDates } from '../time/dates.js';
import { type TimeExpression } from '../time/day-range.js';
import type { Entities, Mention } from '../entities/entities.js';
import { findNumbers, type NumberPhrase } from '../reading/numbers.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tokens.js';

/** A sentence of the report's body with what was found in it. Token indexes are into `tokens`. */
export interface Parsed {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly numbers: readonly NumberPhrase[];
  readonly dates: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
}

/** "West Virginia", "New South Wales" */
const MOST_WORDS_OF_A_REGION = 3;
/** A sentence with more words than this is a list or a table: only its first part is parsed. */
const MOST_TOKENS = 400;

/** Parses the sentences of paragraphs and bullets; headings and captions state nothing. */
export function parseSentences(reading: Reading, entities: Entities): Parsed[] {
  const parsed: Parsed[] = [];
  let spoken: Day | undefined;
  let passage = -1;
  for (const sentence of reading.sentences) {
    const { kind } = reading.passages[sentence.passage]!;
    if (kind === 'heading' || kind === 'caption') continue;
    // "That day" reaches back within its paragraph and to the one before, not further.
    if (sentence.passage > passage + 1) spoken = undefined;
    passage = sentence.passage;
    const tokens = sentence.tokens.slice(0, MOST_TOKENS);
    const dates = findDates(tokens, { today: reading.today, ...(spoken !== undefined ? { spoken } : {}) });
    const last = dates.findLast((date) => date.resolve('past')?.precision === 'day');
    spoken = last?.resolve('past')?.from ?? spoken;
    parsed.push({
      sentence,
      tokens,
      clauses: findClauses(tokens),
      numbers: findNumbers(tokens),
      dates,
      mentions: entities.bySentence[sentence.index]!.filter((mention) => mention.to <= tokens.length),
    });
  }
  return parsed;
}

/**
 * The clause whose verb an expression at token `at` belongs to: the nearest verb before it in its part of the
 * sentence, or the next one when it stands first.
 */
export function governingClause(parsed: Parsed, at: number): Clause | undefined {
  const { tokens, clauses } = parsed;
  let from = at;
  while (from > 0 && (!breaks(tokens[from - 1]!) || isInPlace(tokens, from - 1))) from -= 1;
  const before = clauses.findLast(({ verb }) => verb.head < at && verb.from >= from);
  if (before) return before;
  // "On Monday the mayor, who was ill, met …"
  const next = clauses.find(
    ({ kind, verb, start }) => verb.from > at && (from > 0 || kind !== 'relative' || start <= at),
  );
  const opening =
    from === 0 || tokens[from - 1]!.text !== ',' || !clauses.some(({ verb }) => verb.head < from);
  if (opening) return next ?? clauses.findLast(({ verb }) => verb.head < at);
  // Set off by commas after its subject: "The agency, only last week, sent a ship".
  const between = clauses.findLast(({ verb }) => verb.head < from);
  const tail = tokens.slice(at).findIndex((token) => breaks(token));
  const parenthetic =
    next !== undefined && tail !== -1 && next.verb.from > at + tail && next.verb.from - (at + tail) <= 3;
  return parenthetic ? next : between;
}

/** Either comma of "in Elmfield, Ohio, on Monday": the name of a place goes on, the clause does too. */
function isInPlace(tokens: readonly Token[], comma: number): boolean {
  const named = (from: number, to: number): boolean =>
    to > from &&
    to - from <= MOST_WORDS_OF_A_REGION &&
    tokens.slice(from, to).every(({ tag }) => tag === 'PROPN');
  if (tokens[comma]!.text !== ',' || tokens[comma - 1]?.tag !== 'PROPN') return false;
  const after = tokens.findIndex(({ text }, i) => i > comma && text === ',');
  const before = tokens.findLastIndex(({ text }, i) => i < comma && text === ',');
  const opens = after > 0 && named(comma + 1, after) && tokens[after + 1]?.tag === 'ADP';
  const closes =
    before > 0 &&
    named(before + 1, comma) &&
    tokens[before - 1]?.tag === 'PROPN' &&
    tokens[comma + 1]?.tag === 'ADP';
  return opens || closes;
}

/** Marks and words that open a part of the sentence with a verb of its own. */
const breaks = (token: Token): boolean =>
  (token.type === 'word' && /^(?:that|which|who|when|while|whereas|because|although)$/.test(token.lower)) ||
  token.text === ',' ||
  token.text === ';' ||
  token.text === ':' ||
  token.text === '—' ||
  token.text === '–';

/** The mention that covers a token. */
export const mentionAt = (parsed: Parsed, at: number): Mention | undefined =>
  parsed.mentions.find(({ from, to }) => at >= from && at < to);

/** Text of tokens `from`..`to` as written, white space evened out. */
export function written(text: string, tokens: readonly Token[], from: number, to: number): string {
  if (to <= from) return '';
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');
}

/** Tokens to skip at the front: a linking word with its comma belongs to the paragraph, not to the statement. */
export function leadWord(tokens: readonly Token[]): number {
  const comma = tokens.slice(0, 4).findIndex((token) => token.text === ',');
  if (comma < 1) return 0;
  const lead = tokens.slice(0, comma).map((token) => token.lower);
  return LINKING.has(lead.join(' ')) ? comma + 1 : 0;
}

const LINKING = new Set(
  (
    'however|meanwhile|separately|also|moreover|furthermore|regardless|still|instead|earlier|later|additionally|finally|nevertheless|' +
    'despite this|despite that|in addition|even so|in fact|for example|for instance|as a result|of course|in turn|by contrast|in contrast|' +
    'on the other hand|at the same time|for its part|for his part|for her part|for their part|but|and|yet|nonetheless|similarly|indeed'
  ).split('|'),
);
