import type { Clause } from '../sentence/clauses.js';
import type { TimeExpression } from '../time/day-range.js';
import { ROLE_NOUNS } from '../lexicon/roles.js';
import { isFinding, isFindingDocument, isSpeechVerb } from '../lexicon/speech.js';
import type { Parsed } from '../sentence/parse.js';
import { contentStart, isStatement, recipient } from './said-content.js';
import type { Token } from '../reading/tokens.js';
import type { VerbGroup } from '../sentence/verbs.js';

/** Who is said to say what, in one sentence. Pairs are token indexes, ends exclusive. */
export interface Attribution {
  /** "Ann said that …" leads, "…, Ann said" trails, "according to Ann" either. */
  readonly position: 'leading' | 'trailing';
  readonly according: boolean;
  /** Lower-case verb; "according" for "according to". */
  readonly verb: string;
  readonly clause?: Clause;
  readonly subject: readonly [number, number];
  /** What is said; empty when it stands in a quotation outside the sentence. */
  readonly content: readonly [number, number];
  /** From the first to the last word that is not content. */
  readonly segment: readonly [number, number];
  /** Who it was said to, as a mention's token range. */
  readonly recipient?: readonly [number, number];
  readonly date?: TimeExpression;
}

const ADVERBS = new Set(
  'also later earlier reportedly repeatedly then however meanwhile separately already previously now again further instead only privately publicly officially'.split(
    ' ',
  ),
);

/** The attributions of a sentence, in order. Verbs inside quotations and relative clauses attribute nothing. */
export function findAttributions(parsed: Parsed): Attribution[] {
  const { tokens, clauses } = parsed;
  const found: Attribution[] = [];
  for (const [index, clause] of clauses.entries()) {
    const { verb, kind } = clause;
    const head = tokens[verb.head]!;
    if (head.quoted || verb.passive || !(isSpeechVerb(head.lower) || isFoundByPaper(parsed, clause)))
      continue;
    const told = kind === 'relative' ? quotedByWho(parsed, clause) : undefined;
    if (told) found.push(withDate(parsed, told));
    if (kind === 'relative' || (kind === 'subordinate' && !attributes(parsed, clause))) continue;
    // "a plan that officials said was dead", "what they insist is peace": the words are the sentence's own.
    if (clauses[index + 1]?.verb.from === verb.to && clauses[index + 1]!.verb.tense !== 'none') continue;
    if (verb.tense === 'none') {
      const aside = participle(parsed, clause, found.at(-1));
      if (aside) found.push(aside);
      continue;
    }
    // "survivors said to be cold" say nothing.
    if (
      tokens[verb.to]?.lower === 'to' &&
      /^(?:VERB|AUX)$/.test(tokens[verb.to + 1]?.tag ?? '') &&
      /^(?:said|reported|believed)$/.test(head.lower)
    )
      continue;
    if (verb.tense === 'modal' || verb.tense === 'future') continue;
    const attribution = trailing(parsed, clause) ?? leading(parsed, clause, clauses.slice(index + 1));
    if (attribution) found.push(withDate(parsed, attribution));
  }
  const according = accordingTo(parsed);
  if (according) found.push(according);
  return found.sort((a, b) => a.segment[0] - b.segment[0]);
}

/**
 * "as Ann said", "when Ann said", "…, though Ann said", and "the road closed before dawn, police said", where the comma
 * ends the time.
 */
const attributes = ({ tokens, clauses }: Parsed, { opener, start, verb }: Clause): boolean =>
  opener === 'as' ||
  opener === 'when' ||
  (/^(?:though|although|while|whereas|because|after)$/.test(opener ?? '') &&
    verb.from > start &&
    clauses.some((other) => other.kind === 'main' && other.verb.head < verb.from)) ||
  (/^(?:after|before|since|until)$/.test(opener ?? '') &&
    tokens.slice(start, verb.from).some(({ text }) => text === ','));

/** "The study found that …", "…, documents show." */
const isFoundByPaper = ({ tokens, clauses }: Parsed, { verb, start }: Clause): boolean =>
  isFinding(tokens[verb.head]!.lower) &&
  (tokens[verb.to]?.lower === 'that' ||
    tokens[verb.to]?.type !== 'word' ||
    isStatement(
      tokens,
      verb.to,
      clauses.find((next) => next.verb.from >= verb.to),
    )) &&
  tokens.slice(start, verb.from).some(({ lower }) => isFindingDocument(lower));

const isMark = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === ',' ||
    token.lower === '"' ||
    token.text === '?' ||
    token.text === '!' ||
    token.text === '—');

/** "…, Ann Roe said on Monday." and "…, said Ann Roe." */
function trailing(parsed: Parsed, clause: Clause): Attribution | undefined {
  const { tokens, clauses } = parsed;
  const { verb } = clause;
  let from = verb.from;
  while (from > clause.start && !isMark(tokens[from - 1])) from -= 1;
  if (from < 2 || !isMark(tokens[from - 1])) return undefined;
  // "Ann, who had been away, nevertheless said the road …"
  if (tokens.slice(from, verb.from).every(({ tag }) => tag === 'ADV')) from = verb.from;
  const apposed = from === verb.from ? beforeApposition(parsed, verb) : undefined;
  if (apposed) [from] = apposed;
  // "Asked whether the road is safe, Ann said …": the question is nobody's saying.
  if (/^(?:asked|pressed|questioned)$/.test(tokens[0]!.lower)) return undefined;
  const contentTo = contentEnd(tokens, from);
  const quoted =
    tokens[contentTo - 1]?.quoted === true ||
    tokens[contentTo - 1]?.lower === '"' ||
    tokens.slice(0, contentTo).some((token) => token.quoted);
  const stated = clauses.some(
    (other) =>
      other.verb.head < contentTo &&
      other.verb.tense !== 'none' &&
      other.kind !== 'subordinate' &&
      other.kind !== 'relative' &&
      other.kind !== 'bare',
  );
  const end = segmentEnd(tokens, verb.to);
  const broken = goesOnAfter(parsed, contentTo, end, stated);
  if (!quoted && !stated && !broken) return undefined;
  if (/^(?:that|what|which|and|but|who|while|as)$/.test(tokens[from]!.lower) && from < verb.from) {
    if (tokens[from]!.lower !== 'as') return undefined;
    from += 1;
  }
  const inverted = verb.from === from;
  // "Ann, in a letter, said she was tired" says what follows.
  if (inverted && saysOn(parsed, verb.to) && !quoted) return undefined;
  if (inverted && verb.tense === 'none') return undefined;
  // "…, as all parties stressed the need for it": what is said stands behind.
  if (!inverted && !quoted && hasObject(parsed, verb)) return undefined;
  const subject: readonly [number, number] = inverted
    ? invertedSubject(parsed, verb.to)
    : (apposed ?? [from, verb.from]);
  if (subject[1] <= subject[0]) return undefined;
  if (!inverted && hasVerb(clauses, subject)) return undefined;
  // "…, and said that the road …" is no tail: it says something itself.
  const says = tokens.slice(verb.to, end).findIndex((token) => token.lower === 'that');
  if (says !== -1 && says < 14 && !quoted) return undefined;
  return {
    position: 'trailing',
    according: false,
    verb: tokens[verb.head]!.lower,
    clause,
    subject,
    content: broken ? [0, trimEnd(tokens)] : [0, contentTo],
    segment: [from, end],
    ...recipient(tokens, verb.to, end),
  };
}

/** Tokens between a name and its verb, with what they are in between. */
const FURTHEST_NAME = 30;

/** "…, Ann Roe, the mayor, said": the name before the apposition that ends before `verb`; token range. */
function beforeApposition(
  { tokens, clauses, mentions }: Parsed,
  verb: VerbGroup,
): [number, number] | undefined {
  const next = tokens[verb.to];
  const telling = /^(?:told|tells)$/.test(tokens[verb.head]!.lower);
  if (
    tokens[verb.from - 1]?.text !== ',' ||
    (!telling && /^(?:NOUN|PROPN|DET|PRON|ADJ)$/.test(next?.tag ?? ''))
  )
    return undefined;
  const back = (at: number): number => {
    let i = at;
    while (i > 0 && at - i < 12 && !isMark(tokens[i - 1])) i -= 1;
    return i;
  };
  // "Ann Roe, head of the board, the coast's oldest, said": the name may stand further off.
  const name = mentions.findLast(
    ({ from, to }) =>
      to < verb.from - 1 &&
      verb.from - to < FURTHEST_NAME &&
      from > 1 &&
      isMark(tokens[from - 1]) &&
      tokens[to]?.text === ',' &&
      tokens.slice(from, to).every(({ tag }) => tag === 'PROPN') &&
      to - from > 1,
  );
  if (name && !hasVerb(clauses, [name.to, verb.from])) return [name.from, name.to];
  const aside = back(verb.from - 1);
  if (aside < 2 || tokens[aside - 1]?.text !== ',') return undefined;
  const from = back(aside - 1);
  const named = tokens.slice(from, aside - 1).some(({ tag }) => tag === 'PROPN' || tag === 'NOUN');
  return from > 1 && named && !hasVerb(clauses, [from, aside - 1]) ? [from, verb.from - 1] : undefined;
}

/** Whether a subject with a verb of its own, and no mark between, begins at a token. */
const saysOn = ({ tokens, clauses }: Parsed, at: number): boolean =>
  clauses.some(
    ({ verb, kind }) =>
      kind === 'content' &&
      verb.from > at &&
      verb.from - at < 8 &&
      verb.tense !== 'none' &&
      (!verb.ambiguous || tokens[verb.to]?.tag !== 'ADP') &&
      tokens.slice(at, verb.from).every(({ type }) => type === 'word'),
  );

/** "The road would, Ann said, be closed", "The road, Ann said, is closed": what is said goes on behind her. */
function goesOnAfter({ tokens, clauses }: Parsed, contentTo: number, end: number, stated: boolean): boolean {
  if (tokens[end]?.text !== ',' || tokens[end + 1]?.type !== 'word') return false;
  if (tokens[contentTo - 1]?.tag === 'AUX') return true;
  const next = clauses.find(({ verb }) => verb.from > end && verb.tense !== 'none');
  if (!next || isSpeechVerb(tokens[next.verb.head]!.lower)) return false;
  // "Before dawn, Ann said, the road was closed."
  return next.verb.from === end + 1 || (!stated && /^(?:main|joined|content)$/.test(next.kind));
}

/** Whether a verb has an object right behind it that is neither a day nor whom it is said to. */
const hasObject = ({ tokens, dates }: Parsed, { head, to }: VerbGroup): boolean =>
  !/^(?:told|tells|asked|informed|warned|reminded|assured)$/.test(tokens[head]!.lower) &&
  /^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/.test(tokens[to]?.tag ?? '') &&
  !dates.some(({ from, to: until }) => to >= from && to < until) &&
  !/^(?:so|here|there|this|last|late|early|today|yesterday|afterwards?)$/.test(tokens[to]!.lower);

const hasVerb = (clauses: readonly Clause[], [from, to]: readonly [number, number]): boolean =>
  clauses.some(({ verb }) => verb.head >= from && verb.head < to && verb.tense !== 'none');

function contentEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to > 0 && isMark(tokens[to - 1]) && !(tokens[to - 1]!.text === '?' || tokens[to - 1]!.text === '!'))
    to -= 1;
  return to;
}

/** The tail runs to the sentence's end, or to a comma after which the sentence goes on. */
function segmentEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.text === ',' || (token.type === 'open' && token.lower === '"') || token.text === ';') return i;
  }
  return tokens.length;
}

/** "said Ann Roe", and of "said her father, Bo Lind" the name. */
function invertedSubject({ tokens, mentions }: Parsed, from: number): readonly [number, number] {
  const to = invertedSubjectEnd(tokens, from);
  const own = /^(?:his|her|their|its)$/.test(tokens[from]?.lower ?? '');
  const name = own ? mentions.find((mention) => mention.from === to + 1) : undefined;
  return name && tokens[to]?.text === ',' ? [name.from, name.to] : [from, to];
}

function invertedSubjectEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (
    to < tokens.length &&
    tokens[to]!.type === 'word' &&
    !/^(?:VERB|AUX)$/.test(tokens[to]!.tag) &&
    tokens[to]!.lower !== 'in' &&
    tokens[to]!.lower !== 'on'
  )
    to += 1;
  return to;
}

/** "Ann Roe said (on Monday) (that) …", "the agency told reporters …". */
function leading(parsed: Parsed, clause: Clause, later: readonly Clause[]): Attribution | undefined {
  const { tokens } = parsed;
  const { verb } = clause;
  let from =
    clause.kind === 'joined' || clause.kind === 'main' || clause.opener
      ? clause.start
      : phraseBefore(tokens, verb.from);
  while (
    from < verb.from &&
    (tokens[from]!.type !== 'word' || tokens[from]!.tag === 'CCONJ' || ADVERBS.has(tokens[from]!.lower))
  )
    from += 1;
  const start = contentStart(parsed, verb.to, tokens[verb.head]!.lower, later, verb.negated);
  if (start === undefined) return undefined;
  // "…, in a letter to the board, said": the subject stands before.
  const last = tokens.slice(0, verb.from).findLast(({ tag }) => tag !== 'ADV');
  if (/^(?:ADP|PART|VERB)$/.test(tokens[from]?.tag ?? '') && last?.text === ',' && from > 0) from = verb.from;
  const own = ownSubject(parsed, antecedent(parsed, from), verb.from);
  if (own === undefined) return undefined;
  from = own;
  let to = tokens.length;
  // "… said A but argued that B", "… said A, and Bo said B": A ends where the second saying begins.
  const next = later.find(
    (other) =>
      other.kind === 'joined' &&
      isSpeechVerb(tokens[other.verb.head]!.lower) &&
      other.verb.from > start &&
      (sharesSubject(tokens, other) || tokens[other.start - 1]?.tag === 'CCONJ'),
  );
  if (next) to = conjunctionBefore(tokens, next.verb.from);
  // "When Ann said the road was closed, the mayor left": the sentence itself is not hers.
  const main = clause.kind === 'subordinate' ? later.find(({ kind }) => kind === 'main') : undefined;
  if (main && main.start > start) to = Math.min(to, main.start);
  while (to > start && /^[.,;]$/.test(tokens[to - 1]!.text)) to -= 1;
  if (to - start < 2) return undefined;
  return {
    position: 'leading',
    according: false,
    verb: tokens[verb.head]!.lower,
    clause,
    subject: [from, verb.from],
    content: [start, to],
    segment: [from, start],
    ...recipient(tokens, verb.to, start),
  };
}

/** "The fair ended as Mayor Ann Roe said …", "… but a spokesman for the board said": the noun phrase before the verb. */
function phraseBefore(tokens: readonly Token[], to: number): number {
  const from = nounPhraseTo(tokens, to);
  // "Norway has for weeks said"
  const before = tokens[from - 1];
  const within = tokens[from]?.tag === 'ADP' || (before?.tag === 'ADP' && before.lower !== 'as');
  return within ? to : from;
}

/** First token of the words of a noun phrase that end at `to`. */
function nounPhraseTo(tokens: readonly Token[], to: number): number {
  let from = to;
  while (
    from > 0 &&
    tokens[from - 1]!.type === 'word' &&
    (/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(tokens[from - 1]!.tag) ||
      /^(?:of|for|at|from)$/.test(tokens[from - 1]!.lower) ||
      // "the Fire and Rescue Service"
      (tokens[from - 1]!.lower === 'and' &&
        tokens[from]?.tag === 'PROPN' &&
        tokens[from - 2]?.tag === 'PROPN')) &&
    !/^(?:to|not)$/.test(tokens[from - 1]!.lower)
  )
    from -= 1;
  return from;
}

/** "The nurse who took the test said": what is right behind the verb of a relative clause is not who says it. */
function antecedent({ tokens, clauses }: Parsed, from: number): number {
  const inner = clauses.find(
    ({ verb, kind, opener }) => kind === 'relative' && opener === 'who' && verb.to === from,
  );
  if (!inner) return from;
  const who = tokens.findLastIndex(({ lower }, i) => i < inner.verb.from && lower === 'who');
  return who < 1 ? from : nounPhraseTo(tokens, who);
}

/**
 * Where the subject of a saying begins, when what stands before its verb holds more: "After the road broke, the mayor
 * said", "In Elm, a town by the sea, Ann Roe said". Undefined where it has a verb of its own to the end.
 */
function ownSubject({ tokens, clauses }: Parsed, from: number, to: number): number | undefined {
  if (to <= from) return from;
  // "They stayed in Elm but a guard said"
  const but = tokens.findLastIndex(({ lower }, i) => i > from && i < to - 1 && lower === 'but');
  if (but !== -1) return but + 1;
  const comma = tokens.findLastIndex(({ text }, i) => i < to - 1 && text === ',');
  const closed = tokens[to - 1]?.text === ',';
  const finite = clauses.some(
    ({ verb, kind }) =>
      verb.head >= from &&
      verb.head < to &&
      verb.tense !== 'none' &&
      (kind === 'subordinate' || (!verb.ambiguous && kind !== 'relative' && kind !== 'bare')),
  );
  if (finite) return comma > from && !closed && !hasVerb(clauses, [comma, to]) ? comma + 1 : undefined;
  // The lead's place has an apposition of its own: what follows its last comma is the subject.
  const apposed =
    from > 0 &&
    comma > from &&
    !closed &&
    tokens[from - 1]!.text === ',' &&
    /^(?:an?|the)$/.test(tokens[from]!.lower) &&
    tokens[0]!.tag === 'ADP' &&
    !tokens.slice(comma, to).some(({ lower }) => lower === 'and');
  return apposed ? comma + 1 : from;
}

/** "Ann Roe, who said on Monday: “…”": a relative clause that quotes is a saying of its own. */
function quotedByWho({ tokens, mentions }: Parsed, { opener, verb }: Clause): Attribution | undefined {
  if (opener !== 'who') return undefined;
  const colon = tokens.findIndex(({ text }, i) => i >= verb.to && text === ':');
  if (colon === -1 || tokens[colon + 1]?.lower !== '"') return undefined;
  const who = tokens.findLastIndex(({ lower }, i) => i < verb.from && lower === 'who');
  const name = mentions.findLast(({ to }) => to === who || (to === who - 1 && tokens[to]!.text === ','));
  return (
    name && {
      position: 'leading',
      according: false,
      verb: tokens[verb.head]!.lower,
      subject: [name.from, name.to],
      content: [colon + 2, trimEnd(tokens)],
      segment: [name.from, colon + 2],
    }
  );
}

/** "…, arguing that the road …": said by whoever the sentence is about. */
function participle(
  { tokens }: Parsed,
  clause: Clause,
  before: Attribution | undefined,
): Attribution | undefined {
  const { from, head, to } = clause.verb;
  if (from === 0 || from !== head || !tokens[head]!.lower.endsWith('ing') || tokens[to]?.lower !== 'that')
    return undefined;
  const after = tokens[from - 1]!;
  // "defended the plan saying that …"
  if (
    after.text !== ',' &&
    after.tag !== 'CCONJ' &&
    !(after.tag === 'NOUN' && tokens[head]!.lower === 'saying')
  )
    return undefined;
  return {
    position: 'leading',
    according: false,
    verb: tokens[head]!.lower,
    clause,
    subject: before?.position === 'trailing' && before.segment[1] <= from ? before.subject : [from, from],
    content: [to + 1, trimEnd(tokens)],
    segment: [from, to + 1],
  };
}

const sharesSubject = (tokens: readonly Token[], { verb }: Clause): boolean => {
  const before = tokens[verb.from - 1];
  return before?.tag === 'CCONJ' || tokens[verb.from - 2]?.tag === 'CCONJ';
};

function conjunctionBefore(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && tokens[i - 1]!.tag !== 'CCONJ') i -= 1;
  return Math.max(0, i - 1);
}

/** "According to Ann Roe, …" and "…, according to Ann Roe." */
function accordingTo(parsed: Parsed): Attribution | undefined {
  const { tokens } = parsed;
  const at = tokens.findIndex(
    (token, index) => token.lower === 'according' && tokens[index + 1]?.lower === 'to' && !token.quoted,
  );
  if (at === -1) return undefined;
  const first = at <= 1;
  let to = at + 2;
  while (
    to < tokens.length &&
    !(tokens[to]!.text === ',' && (first || tokens[to + 1]?.type === 'word')) &&
    tokens[to]!.text !== ';' &&
    !(tokens[to]!.text === '.' && to === tokens.length - 1)
  )
    to += 1;
  if (first) to = beyondApposition(parsed, to);
  let contentTo = at;
  while (contentTo > 0 && isMark(tokens[contentTo - 1])) contentTo -= 1;
  const content: [number, number] = first ? [to + 1, trimEnd(tokens)] : [0, contentTo];
  if (content[1] - content[0] < 2) return undefined;
  return {
    position: first ? 'leading' : 'trailing',
    according: true,
    verb: 'according',
    subject: [at + 2, to],
    content,
    segment: first ? [0, to + 1] : [at, to],
  };
}

/** "According to Ann Roe, head of the board, …": the comma behind what she is. */
function beyondApposition({ tokens, clauses }: Parsed, comma: number): number {
  const next = tokens.findIndex(({ text }, i) => i > comma && text === ',');
  if (next === -1 || next - comma > 14 || hasVerb(clauses, [comma, next])) return comma;
  const office =
    // "According to the study, published in May, …"
    (tokens[comma + 1]?.tag === 'VERB' && /(?:ed|en)$/.test(tokens[comma + 1]!.lower)) ||
    tokens.slice(comma, next).some(({ lower, tag }) => ROLE_NOUNS.has(lower) && tag !== 'VERB');
  return office && clauses.some(({ verb }) => verb.from > next && verb.tense !== 'none') ? next : comma;
}

const trimEnd = (tokens: readonly Token[]): number => {
  let to = tokens.length;
  while (to > 0 && /^[.,;]$/.test(tokens[to - 1]!.text)) to -= 1;
  return to;
};

/** The day of the saying: an expression inside the segment, or an introduction to it ("On Monday, Ann said …"). */
function withDate({ dates, tokens }: Parsed, attribution: Attribution): Attribution {
  const [from, to] = attribution.segment;
  const inside = dates.find((date) => date.from >= from && date.to <= to && date.relation === 'at');
  const lead =
    attribution.position === 'leading'
      ? dates.find(
          (date) =>
            date.to <= from && date.relation === 'at' && from - date.to <= 2 && !tokens[date.from]!.quoted,
        )
      : undefined;
  const date = inside ?? lead;
  return date ? { ...attribution, date } : attribution;
}
