import type { Clause } from '../sentence/clauses.js';
import { type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';

/** Verbs that name whom they are said to before what is said. */
const TELLING = new Set('told tell tells telling informed informs reminded warned assured asked'.split(' '));

/** Verbs that are speech only with a clause or quotation after them. */
const NEEDS_CLAUSE = new Set(
  'believe believes believed think thinks hope hopes hoped estimate estimates estimated reports report indicated indicates described describes observed posted wrote revealed reveals disclosed ordered rejected denied condemned accused urged promised demanded continued continues repeated touted recalled maintained maintains maintain fear fears feared expect expects expected advised advises suggest suggests suggested'.split(
    ' ',
  ),
);

/** Of these, the ones that a plain statement may follow: "they believe the road is closed". */
const OPINIONS = new Set(
  'believe believes believed think thinks hope hopes hoped estimate estimates estimated indicated revealed reveals disclosed promised maintain maintains maintained denied denies deny fear fears feared expect expects expected suggest suggests suggested'.split(
    ' ',
  ),
);

/** Verbs that say what somebody is going to do: "pledged to close the road". */
const PLEDGES = /^(?:pledged|vowed|vows|promised|promises)$/;

const CONTENT_OPENERS = new Set(['that', 'how', 'why', 'what']);

/** Token index where what is said begins; undefined when the verb takes no clause here. */
export function contentStart(
  parsed: Parsed,
  after: number,
  verb: string,
  later: readonly Clause[],
  negated = false,
): number | undefined {
  const { tokens } = parsed;
  const first = tokens[after];
  if (!first) return undefined;
  const told = TELLING.has(verb);
  // "noted the plans that …" says nothing; "noted in May that …" does.
  const direct =
    !told &&
    /^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/.test(first.tag) &&
    first.lower !== 'that' &&
    !startsDate(parsed, after);
  if (first.lower === 'to' && PLEDGES.test(verb)) return after;
  for (let i = after; i < Math.min(tokens.length, after + (direct ? 1 : 24)); i += 1) {
    const token = tokens[i]!;
    if (
      token.lower === '"' &&
      token.type === 'open' &&
      quoteLength(tokens, i) >= 4 &&
      (i === after || /^[,:]$/.test(tokens[i - 1]!.text))
    )
      return i + 1;
    if (token.lower === 'that' && token.type === 'word') {
      const quote = tokens[i + 1];
      return quote?.lower === '"' && quote.type === 'open' ? i + 2 : i + 1;
    }
    // Between the verb and "that" stands to whom, where and when: no other verb.
    if (
      later.some(({ verb }) => verb.from === i && verb.tense !== 'none') ||
      token.text === ';' ||
      // "said, “the road is closed”"
      (token.text === ',' && i === after && tokens[i + 1]?.lower !== '"')
    )
      break;
  }
  // "asked whether", "noted if": no statement, but that they "did not say whether" is.
  if (first.lower === 'whether' || (first.lower === 'if' && !isCondition(verb, later)))
    return negated ? after : undefined;
  // "described what she saw", "explains how it works" do not say it.
  if (CONTENT_OPENERS.has(first.lower))
    return /^(?:describ|explain|recount)/.test(verb) && !negated ? undefined : after;
  const finite = later.find((clause) => clause.verb.tense !== 'none' && clause.kind !== 'relative');
  // "there's" is one word, with its verb in it.
  if (/^there[’']s$/.test(first.lower)) return after;
  if (!finite) return undefined;
  // "warned there was no road": nobody in particular is told.
  if (/^warn/.test(verb) && (first.lower === 'there' || isUnheard(tokens, after, later[0]))) return after;
  if (told) return afterListener(parsed, after, later);
  if (
    NEEDS_CLAUSE.has(verb) &&
    !/^(?:he|she|it|they)$/.test(first.lower) &&
    !(OPINIONS.has(verb) && isStatement(tokens, after, later[0]))
  )
    return undefined;
  const date = parsed.dates.find(
    ({ from, to }) => to > after && (from <= after || (from === after + 1 && first.tag === 'ADP')),
  );
  const start = date ? date.to : after;
  const opener = tokens[start];
  if (!opener || (opener.type !== 'word' && opener.type !== 'number')) return undefined;
  if (opener.tag === 'VERB' && !opener.lower.endsWith('ing')) return undefined;
  if (
    opener.tag === 'ADP' &&
    !/^(?:in|at|on|about|after|during|despite|since|among|according)$/.test(opener.lower) &&
    // "says up to 90% of …"
    !tokens.slice(start + 1, start + 3).some(({ tag }) => tag === 'NUM')
  )
    return undefined;
  // "insisted on staying when …" has none.
  if (opener.tag === 'ADP' && tokens[start + 1]?.lower.endsWith('ing')) return undefined;
  // What is said has a subject and a verb of its own; "declared the strike illegal when it …" has none.
  const next = later[0]!;
  // "says when the rain stops they …": the sentence said stands behind its clause.
  if (next.kind === 'subordinate' && next.opener === opener.lower && !next.verb.ambiguous)
    return later.some(
      ({ kind, verb: after }) => /^(?:main|joined|content)$/.test(kind) && after.tense !== 'none',
    )
      ? start
      : undefined;
  // "claimed victory as the count ended": what is claimed is no statement.
  if (
    /^claim/.test(verb) &&
    tokens
      .slice(start, next.verb.from)
      .some(({ lower }) => /^(?:as|after|before|since|while|when)$/.test(lower))
  )
    return undefined;
  return next.kind === 'content' ||
    // "declared a strike and left": what is joined so is done, not said.
    (next.kind === 'joined' && tokens[next.verb.from - 1]?.tag !== 'CCONJ') ||
    next.kind === 'bare' ||
    // "reported profits that rose as costs fell" says nothing.
    (next.kind === 'relative' &&
      later.some(({ kind, verb: after }) => kind === 'joined' && after.tense !== 'none') &&
      (next.opener !== 'that' || /^sa(?:id|ys?)$/.test(verb))) ||
    opener.lower === 'according'
    ? start
    : undefined;
}

/** "told the court the road was closed": where the words begin that are told; undefined for "told Elm of it". */
function afterListener(
  { tokens, mentions }: Parsed,
  after: number,
  later: readonly Clause[],
): number | undefined {
  const name = mentions.find(
    ({ from }) => from === after || (from === after + 1 && tokens[after]!.lower === 'the'),
  );
  let at = name?.to ?? after + 1;
  // "told the Senate harbour subcommittee he …"
  while (name && tokens[at]?.tag === 'NOUN' && at < after + 6) at += 1;
  // "told reporters the …", "told a hearing he …": the next noun phrase begins with a word that opens one.
  if (!name)
    while (
      at < after + 6 &&
      at < tokens.length &&
      !(tokens[at - 1]!.tag === 'NOUN' && opensPhrase(tokens[at]!))
    )
      at += 1;
  const next = later.find(({ verb }) => verb.from > at);
  const subject = tokens[at];
  return subject &&
    at < after + 6 &&
    next &&
    next.verb.tense !== 'none' &&
    next.kind !== 'relative' &&
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(subject.tag) &&
    !/^(?:more|much|what|how|why|whether|all)$/.test(subject.lower) &&
    !tokens.slice(at, next.verb.from).some(({ lower }) => lower === 'about' || lower === ',')
    ? at
    : undefined;
}

/** "(warned) the road may fall": one subject and its verb; "(warned) residents the road …" has who hears it before. */
const isUnheard = (tokens: readonly Token[], after: number, next: Clause | undefined): boolean =>
  isStatement(tokens, after, next) &&
  tokens[after]!.tag === 'DET' &&
  tokens
    .slice(after + 1, next!.verb.from)
    .every(
      ({ tag, lower }, i) =>
        !/^(?:DET|PRON)$/.test(tag) &&
        !(tag === 'PROPN' && tokens[after + i]!.tag === 'NOUN') &&
        lower !== 'of',
    );

/** "said if the wall fell, the town would flood": something depends on it; "asked if the wall fell" is a question. */
const isCondition = (verb: string, later: readonly Clause[]): boolean =>
  /^(?:sa(?:id|ys?)|warn(?:ed|s)|argue[ds]|added|adds|believe[ds]?)$/.test(verb) &&
  later
    .slice(1)
    .some(({ kind, verb: then }) => kind !== 'subordinate' && /^(?:modal|future|present)$/.test(then.tense));

const opensPhrase = ({ tag, lower }: Token): boolean =>
  /^(?:DET|PROPN|NUM)$/.test(tag) || /^(?:he|she|it|they|there|his|her|its|their)$/.test(lower);

/** "(they believe) the northern road is closed": a subject, and right behind it a verb that can be nothing else. */
export function isStatement(tokens: readonly Token[], at: number, next: Clause | undefined): boolean {
  return (
    next !== undefined &&
    (/^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(tokens[at]!.tag) || qualifies(tokens, at)) &&
    /^(?:content|bare|main|joined)$/.test(next.kind) &&
    next.verb.tense !== 'none' &&
    !next.verb.ambiguous &&
    next.verb.from - at < 12 &&
    tokens
      .slice(at, next.verb.from)
      .every(
        ({ type, tag, lower }) =>
          (type === 'word' || type === 'number' || lower === '-') &&
          !/^(?:CCONJ|SCONJ)$/.test(tag) &&
          !/^(?:as|after|before|since|when|while)$/.test(lower),
      )
  );
}

/** "at least 30", "more than 30" */
const qualifies = (tokens: readonly Token[], at: number): boolean =>
  /^(?:least|most|than|to)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.type === 'number';

const startsDate = ({ dates, tokens }: Parsed, at: number): boolean =>
  dates.some(({ from }) => from === at || (from === at + 1 && tokens[at]!.tag === 'ADP'));

function quoteLength(tokens: readonly Token[], open: number): number {
  let words = 0;
  for (let i = open + 1; i < tokens.length && tokens[i]!.quoted; i += 1)
    words += tokens[i]!.type === 'word' ? 1 : 0;
  return words;
}

export function recipient(
  tokens: readonly Token[],
  after: number,
  before: number,
): { recipient?: readonly [number, number] } {
  const verb = tokens[after - 1]?.lower ?? '';
  const speaking = tokens
    .slice(after, before)
    .findIndex(
      (token, index) =>
        token.lower === 'to' && /^(?:speaking|spoke|speak)$/.test(tokens[after + index - 1]?.lower ?? ''),
    );
  const from = TELLING.has(verb) ? after : speaking !== -1 ? after + speaking + 1 : -1;
  if (from === -1 || from >= before) return {};
  let to = from;
  while (
    to < before &&
    tokens[to]!.type === 'word' &&
    !/^(?:that|in|on|at|during|about|when|by)$/.test(tokens[to]!.lower)
  )
    to += 1;
  return to > from ? { recipient: [from, to] } : {};
}
