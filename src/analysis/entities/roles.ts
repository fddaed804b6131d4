import { HONORIFICS, OFFICE_COMPLEMENTS, ROLE_NOUNS } from '../lexicon/roles.js';
import type { NameCandidate } from './names.js';
import type { Token } from '../reading/tokens.js';

const MOST_WORDS = 14;

/**
 * What a report says a person is, where it names them: an office before the name ("the agency's deputy director Ann
 * Roe"), an apposition after it ("Ann Roe, head of the agency,"), or one before with a comma ("the mayor, Ann Roe,").
 *
 * @returns the words as written, without a leading article (of who "heads" a body, its "head"); undefined when nothing is said
 */
export function roleOf(candidate: NameCandidate, text: string): string | undefined {
  const { tokens } = candidate.sentence;
  const after = appositionAfter(tokens, candidate.to);
  const before =
    officeBefore(tokens, candidate.roleFrom ?? candidate.from, candidate.from) ??
    appositionBefore(tokens, candidate.from);
  const words = (span: [number, number] | undefined): string | undefined => {
    if (!span) return undefined;
    const [from, to] = trimmed(tokens, span[0], span[1]);
    // "Ann Roe's father Bob": the trimmed words are no office.
    if (to > from && tokens[to - 1]!.lower === "'s") return undefined;
    // "his Danish counterpart": of whom, stands elsewhere.
    if (/^(?:counterpart|successor|predecessor)$/.test(tokens[to - 1]?.lower ?? '')) return undefined;
    // "her husband": whose, is not said.
    if (to - from === 1 && RELATIVES.has(tokens[from]!.lower)) return undefined;
    return to > from ? text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ') : undefined;
  };
  return words(after) ?? words(before) ?? headedBody(tokens, candidate.to, text);
}

const HEADING: ReadonlyMap<string, string> = new Map([
  ['heads', 'head'],
  ['leads', 'leader'],
  ['chairs', 'chair'],
]);

/** "Ann Roe, who heads the agency," is the head of the agency. */
function headedBody(tokens: readonly Token[], at: number, text: string): string | undefined {
  const who = tokens[at]?.text === ',' ? at + 1 : at;
  const office = tokens[who]?.lower === 'who' ? HEADING.get(tokens[who + 1]?.lower ?? '') : undefined;
  if (!office) return undefined;
  const from = who + 2;
  let to = from;
  while (
    to < from + MOST_WORDS &&
    (/^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[to]?.tag ?? '') || tokens[to]?.lower === "'s")
  )
    to += 1;
  return to > from
    ? `${office} of ${text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ')}`
    : undefined;
}

const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'its',
  'his',
  'her',
  'their',
  'and',
  'including',
  'as',
  'by',
  'with',
  'then',
  'also',
  'both',
  'what',
  'who',
  'whose',
  'my',
  'our',
  'this',
  'that',
  'one',
  'another',
  'other',
]);

/** Without articles and forms of address at the edges; nothing is left of "Mr." alone. */
function trimmed(tokens: readonly Token[], from: number, to: number): [number, number] {
  // "On Monday owner Ann Roe", "Last week the mayor, Ann Roe,": when, is no part of who.
  if (isTime(tokens[from + 1]) && /^(?:last|this|next)$/.test(tokens[from]!.lower)) from += 2;
  while (from < to && isTime(tokens[from])) from += 1;
  while (from < to && (ARTICLES.has(tokens[from]!.lower) || tokens[from]!.type !== 'word')) from += 1;
  const last = to;
  while (to > from && (isRank(tokens[to - 1]!) || tokens[to - 1]!.type === 'punct')) to -= 1;
  // "Coast Guard Rear Adm. Ann Roe", "physics professor Ann Roe": without the rank it is no office.
  if (to > from && to < last && !tokens.slice(from, to).some(isRole))
    return isRankOf(tokens[to - 1]!, tokens[to]!)
      ? [from, tokens[to + 1]?.text === '.' ? to + 2 : to + 1]
      : [0, 0];
  // "professor of law" is an office; "Professor Ann Roe" is an address.
  while (from < to && isRank(tokens[from]!) && to - from > 1 && tokens[from + 1]!.tag !== 'ADP') from += 1;
  // "the army's chief of staff General Roe": a rank after an office is a form of address.
  const office = tokens[to - 1];
  if (
    office &&
    to - from > 2 &&
    HONORIFICS.has(office.lower) &&
    tokens.slice(from, to - 1).some(isRole) &&
    !/^(?:attorney|secretary|director|inspector|surgeon)$/.test(tokens[to - 2]!.lower)
  )
    to -= 1;
  return [from, to];
}

/** "physics professor", "Guard Admiral", "retired Captain"; not "case Admiral", which is of two lines. */
const isRankOf = (before: Token, rank: Token): boolean =>
  !COURTESIES.has(rank.lower) &&
  (/^\p{Ll}/u.test(rank.text) || /^(?:\p{Lu}|(?:now-)?retired|former)/u.test(before.text));

const COURTESIES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr sir dame lord lady saint father mother brother sister private'.split(' '),
);

const TIMES: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday week month year night today tonight yesterday'.split(
    ' ',
  ),
);
const isTime = (token: Token | undefined): boolean => token !== undefined && TIMES.has(token.lower);

const RELATIVES = new Set(
  'father mother brother sister son daughter wife husband widow cousin uncle aunt friend neighbor neighbour star fellow victim suspect counterpart successor predecessor boss'.split(
    ' ',
  ),
);

const RANKS = new Set([
  'president',
  'minister',
  'governor',
  'judge',
  'justice',
  'senator',
  'king',
  'queen',
  'pope',
  'commander',
  'prince',
  'princess',
  'archbishop',
  'bishop',
  'general',
  'detective',
  'inspector',
  'officer',
  'representative',
  'congressman',
  'congresswoman',
  'emperor',
  'sultan',
  'constable',
]);
const isRank = (token: Token): boolean => HONORIFICS.has(token.lower) && !RANKS.has(token.lower);

const isRole = (token: Token | undefined): boolean => token !== undefined && ROLE_NOUNS.has(token.lower);

/** "…, the head of the agency," right after the name; it ends at the next comma, dash or semicolon. */
function appositionAfter(tokens: readonly Token[], at: number): [number, number] | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  const from = at + 1;
  // "Ann Roe, of the agency,": where from, not what.
  if (tokens[from]?.tag === 'ADP') return undefined;
  let role = false;
  for (let i = from; i < Math.min(tokens.length, from + MOST_WORDS + 1); i += 1) {
    const token = tokens[i]!;
    // "the A&B Institute"
    if (token.text === '&' && token.start === tokens[i - 1]!.end) continue;
    if (token.type !== 'word' || token.lower === 'who' || token.lower === 'and' || token.lower === 'which') {
      const closed = token.type !== 'word' && token.type !== 'number' && token.lower !== '"';
      return role && closed ? [from, i] : undefined;
    }
    if (token.tag === 'VERB' || token.tag === 'AUX') return undefined;
    // "the Dane shot in the head": a part of the body.
    const inside = tokens[i - 1]?.lower === 'the' && /^(?:in|on|to|at)$/.test(tokens[i - 2]?.lower ?? '');
    if (isRole(token) && i - from < 8 && !(inside && i - from > 2)) role = true;
  }
  return undefined;
}

/** The noun phrase that runs into the name: "Danish intelligence chief", "head of the Coast Guard". */
function officeBefore(
  tokens: readonly Token[],
  officeFrom: number,
  nameFrom: number,
): [number, number] | undefined {
  let from = officeFrom;
  if (from === nameFrom && !isRole(tokens[from - 1]) && !isOfficeOf(tokens, from - 1)) {
    // "head of the agency Ann Roe": the office ends in the body's name, cut off by names.ts.
    return undefined;
  }
  while (
    from > 0 &&
    nameFrom - from < MOST_WORDS &&
    belongsToOffice(tokens, from - 1) &&
    !(from < nameFrom && isRunIn(tokens, from - 1))
  )
    from -= 1;
  return from < nameFrom ? [from, nameFrom] : undefined;
}

/** "… in the oil spill US President Ann Roe": what ends before a body or country is of the line before. */
function isRunIn(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at]!, tokens[at + 1]!];
  return (
    token.tag === 'NOUN' &&
    /^\p{Ll}/u.test(token.text) &&
    !STANDING.has(token.lower) &&
    /^\p{Lu}/u.test(next.text) &&
    !isRole(next) &&
    !HONORIFICS.has(next.lower)
  );
}

/** Nouns that say as what an office is held. */
const STANDING: ReadonlySet<string> = new Set(
  'deputy vice shadow junior assistant associate chief acting interim ex opposition government state police army navy party union church'.split(
    ' ',
  ),
);

/** "chief of staff", "secretary of state". */
const isOfficeOf = (tokens: readonly Token[], at: number): boolean =>
  OFFICE_COMPLEMENTS.has(tokens[at]?.lower ?? '') && tokens[at - 1]?.lower === 'of' && isRole(tokens[at - 2]);

function belongsToOffice(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.type !== 'word') return false;
  if (token.lower === "'s") return true;
  if (token.lower === 'of') return isRole(tokens[i - 1]);
  if (token.lower === 'the') return tokens[i - 1]?.lower === 'of' && isRole(tokens[i - 2]);
  return (
    token.tag === 'NOUN' ||
    token.tag === 'PROPN' ||
    (token.tag === 'ADJ' && token.lower !== 'former') ||
    token.lower === 'former'
  );
}

/** "Norway's foreign minister, Ann Roe": from the previous mark to the comma before the name. */
function appositionBefore(tokens: readonly Token[], at: number): [number, number] | undefined {
  if (tokens[at - 1]?.text !== ',') return undefined;
  let from = at - 1;
  let role = false;
  while (from > 0 && at - from <= MOST_WORDS) {
    const token = tokens[from - 1]!;
    if (token.type !== 'word' || token.tag === 'VERB' || token.tag === 'AUX' || token.tag === 'SCONJ') break;
    if (token.tag === 'ADP' && !(token.lower === 'of' && isRole(tokens[from - 2]))) break;
    // "On Monday a former mayor, Ann Roe": the phrase begins with its article.
    if (token.tag === 'CCONJ' || /^an?$/.test(token.lower)) break;
    role ||= isRole(token);
    from -= 1;
  }
  return role && isRole(headOf(tokens, from, at - 1)) ? [from, at - 1] : undefined;
}

/** The noun before "of", or the last word. */
function headOf(tokens: readonly Token[], from: number, to: number): Token | undefined {
  for (let i = from; i < to; i += 1) if (tokens[i]!.lower === 'of') return tokens[i - 1];
  return tokens[to - 1];
}
