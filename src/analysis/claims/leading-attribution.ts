import type { Clause } from '../sentence/clauses.js';
import { isPersonNoun } from '../lexicon/roles.js';
import { isDocument, isSpeechVerb } from '../lexicon/speech.js';
import type { Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';
import { hasVerb, trimEnd, whoName, type Attribution } from './attribution.js';
import { contentStart, isStatement, recipient } from './said-content.js';

const ADVERBS = new Set(
  'also later earlier reportedly repeatedly then however meanwhile separately already previously now again further instead only privately publicly officially'.split(
    ' ',
  ),
);

/** "Ann Roe said (on Monday) (that) …", "the agency told reporters …". */
export function leading(parsed: Parsed, clause: Clause, later: readonly Clause[]): Attribution | undefined {
  const { tokens } = parsed;
  const { verb } = clause;
  const start = contentStart(parsed, verb.to, tokens[verb.head]!.lower, later, verb.negated);
  const from = start === undefined ? undefined : subjectStart(parsed, clause);
  if (start === undefined || from === undefined) return undefined;
  let to = tokens.length;
  // "… said A but argued that B", "… said A, and Bo said B": A ends where the second saying begins.
  const next = later.find(
    (other) =>
      other.verb.from > start &&
      other.verb.tense !== 'none' &&
      isSpeechVerb(tokens[other.verb.head]!.lower) &&
      ((other.kind === 'joined' && sharesSubject(tokens, other)) ||
        (hasJoinedSubject(tokens, other) && !isOfThings(tokens, other))),
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

/** Token index where the subject of a clause that says something begins; undefined when it cannot be told. */
export function subjectStart(parsed: Parsed, { kind, start, opener, verb }: Clause): number | undefined {
  const { tokens } = parsed;
  const who = whoName(parsed, verb);
  if (who) return who.from;
  let from = kind === 'joined' || kind === 'main' || opener ? start : phraseBefore(tokens, verb.from);
  while (
    from < verb.from &&
    (tokens[from]!.type !== 'word' || tokens[from]!.tag === 'CCONJ' || ADVERBS.has(tokens[from]!.lower))
  )
    from += 1;
  // "…, in a letter to the board, said": the subject stands before.
  const last = tokens.slice(0, verb.from).findLast(({ tag }) => tag !== 'ADV');
  if (/^(?:ADP|PART|VERB)$/.test(tokens[from]?.tag ?? '') && last?.text === ',' && from > 0) from = verb.from;
  return ownSubject(parsed, antecedent(parsed, from), verb.from);
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
  // "They stayed in Elm but a guard said", "They own the boats and the board says"
  const behindVerb = /^(?:VERB|AUX)$/.test(tokens[from - 1]?.tag ?? '');
  const but = tokens.findLastIndex(
    ({ lower }, i) =>
      i > from && i < to - 1 && (lower === 'but' || (behindVerb && /^(?:and|as|while)$/.test(lower))),
  );
  if (but !== -1) return but + 1;
  const comma = tokens.findLastIndex(({ text }, i) => i < to - 1 && text === ',');
  const closed = tokens[to - 1]?.text === ',';
  // "The crew of a boat, which left when the wind rose, said": all of it is who they are.
  const told = closed && clauses.find(({ verb }) => verb.head >= from && verb.head < to)?.kind === 'relative';
  const finite = clauses.some(
    ({ verb, kind }) =>
      !told &&
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
export function quotedByWho({ tokens, mentions }: Parsed, { opener, verb }: Clause): Attribution | undefined {
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

/** "…, arguing that the road …", "…, insisting the road …": said by whoever the sentence is about. */
export function participle(
  parsed: Parsed,
  clause: Clause,
  next: Clause | undefined,
  before: Attribution | undefined,
): Attribution | undefined {
  const { tokens } = parsed;
  const { from, head, to } = clause.verb;
  if (from === 0 || from !== head || !tokens[head]!.lower.endsWith('ing')) return undefined;
  const after = tokens[from - 1]!;
  const that = tokens[to]?.lower === 'that';
  if (!that && !(after.text === ',' && isStatement(tokens, to, next))) return undefined;
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
    subject:
      before?.position === 'trailing' && before.segment[1] <= from
        ? before.subject
        : (namedWithin(parsed, from) ?? [from, from]),
    content: [that ? to + 1 : to, trimEnd(tokens)],
    segment: [from, that ? to + 1 : to],
  };
}

/** "The board lost when Ann Roe left it, arguing that …": her, who does the last thing before. */
function namedWithin({ clauses, mentions }: Parsed, at: number): readonly [number, number] | undefined {
  const done = clauses.filter(({ verb }) => verb.to <= at && verb.tense !== 'none').slice(-2);
  const last = done.at(-1);
  const name = last && mentions.find(({ to }) => to === last.verb.from);
  if (!name) return undefined;
  // "when judge Ann Roe": the tagger takes the office for a verb.
  const opening = last.kind === 'bare' && done[0]!.verb.to === name.from ? done[0]! : last;
  const within = opening.kind === 'subordinate' && /^(?:when|as|until)$/.test(opening.opener ?? '');
  return within ? [name.from, name.to] : undefined;
}

const sharesSubject = (tokens: readonly Token[], { verb }: Clause): boolean => {
  const before = tokens[verb.from - 1];
  return before?.tag === 'CCONJ' || tokens[verb.from - 2]?.tag === 'CCONJ';
};

/** "… and Bo Lind said" */
function hasJoinedSubject(tokens: readonly Token[], { verb }: Clause): boolean {
  const from = phraseBefore(tokens, verb.from);
  return from < verb.from && /^(?:and|but)$/.test(tokens[from - 1]?.lower ?? '');
}

/** "… and the figures suggest": what things do, not those who speak. */
const isOfThings = (tokens: readonly Token[], { verb }: Clause): boolean =>
  /^(?:suggest|indicate|reveal)/.test(tokens[verb.head]!.lower) &&
  !tokens
    .slice(Math.max(0, verb.from - 3), verb.from)
    .some(({ lower, tag }) => tag === 'PROPN' || isDocument(lower) || isPersonNoun(lower));

function conjunctionBefore(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && tokens[i - 1]!.tag !== 'CCONJ') i -= 1;
  return Math.max(0, i - 1);
}
