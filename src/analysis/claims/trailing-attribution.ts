import type { Clause } from '../sentence/clauses.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import type { Parsed } from '../sentence/parse.js';
import { nicknameAt } from '../reading/quotes.js';
import type { Token } from '../reading/tokens.js';
import type { VerbGroup } from '../sentence/verbs.js';
import { hasVerb, isMark, trimEnd, whoName, type Attribution } from './attribution.js';
import { recipient } from './said-content.js';

/** "…, Ann Roe said on Monday." and "…, said Ann Roe." */
export function trailing(parsed: Parsed, clause: Clause): Attribution | undefined {
  const { tokens, clauses } = parsed;
  const { verb } = clause;
  if (whoName(parsed, verb)) return undefined;
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
  if (!quoted && !stated && !broken && !isWhole(tokens, contentTo, verb)) return undefined;
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
  const said = { according: false, verb: tokens[verb.head]!.lower, clause, subject };
  // "Back at the quay, Ann Roe said: “…”": what she says stands behind.
  if (!inverted && tokens[verb.to]?.text === ':')
    return { ...said, position: 'leading', content: [verb.to, trimEnd(tokens)], segment: [from, verb.to] };
  return {
    ...said,
    position: 'trailing',
    content: broken ? [0, trimEnd(tokens)] : [behindLostMark(parsed, contentTo), contentTo],
    segment: [from, end],
    ...recipient(tokens, verb.to, end),
  };
}

/**
 * "The quay fell in May “We had no warning at all,” Ann said": where a mark was lost before a whole sentence in quotation
 * marks, what stands before it is not hers. Token index where her words begin.
 */
function behindLostMark({ tokens, clauses }: Parsed, to: number): number {
  if (!tokens[to - 1]?.quoted) return 0;
  let open = to - 1;
  while (open > 0 && tokens[open]!.quoted) open -= 1;
  const before = tokens[open - 1];
  const first = tokens[open + 1];
  if (
    open < 3 ||
    tokens[open]!.lower !== '"' ||
    !/^(?:NOUN|PROPN|NUM|ADV|VERB)$/.test(before?.tag ?? '') ||
    !/^\p{Lu}/u.test(first?.text ?? '') ||
    !hasVerb(clauses, [0, open]) ||
    !hasVerb(clauses, [open, to]) ||
    tokens.slice(0, open).some(({ lower }) => isSpeechVerb(lower) || lower === 'that')
  )
    return 0;
  return open + 1;
}

/** Tokens between a name and its verb, with what they are in between. */
const FURTHEST_NAME = 30;

/** "…, Ann Roe, the mayor, said": the name before the apposition that ends before `verb`; token range. */
function beforeApposition(
  { tokens, clauses, mentions, dates }: Parsed,
  verb: VerbGroup,
): [number, number] | undefined {
  const next = tokens[verb.to];
  const telling = /^(?:told|tells)$/.test(tokens[verb.head]!.lower);
  const dated = dates.some((date) => verb.to >= date.from && verb.to < date.to) || next?.lower === 'late';
  if (
    tokens[verb.from - 1]?.text !== ',' ||
    (!telling && !dated && /^(?:NOUN|PROPN|DET|PRON|ADJ)$/.test(next?.tag ?? ''))
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

/**
 * "Engineers plan to lower the box, officials say." The tagger takes "plan" for a noun, but what ends in "officials say"
 * is what they say, unless it only tells when and how.
 */
const isWhole = (tokens: readonly Token[], to: number, verb: VerbGroup): boolean =>
  to > 4 &&
  verb.to >= trimEnd(tokens) &&
  tokens.slice(0, to).some(({ tag }) => tag === 'VERB') &&
  (/^(?:DET|NOUN|PROPN|NUM|ADJ)$/.test(tokens[0]!.tag) ||
    (/^(?:about|around|over|nearly|almost)$/.test(tokens[0]!.lower) && /^(?:DET|NUM)$/.test(tokens[1]!.tag)));

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

/** "said Ann Roe", and of "said her father, Bo Lind" and "said the town's head of parks, Bo Lind" the name. */
function invertedSubject({ tokens, mentions }: Parsed, from: number): readonly [number, number] {
  const to = invertedSubjectEnd(tokens, from);
  if (tokens[to]?.text !== ',') return [from, to];
  const own = /^(?:his|her|their|its)$/.test(tokens[from]?.lower ?? '');
  const described = own || (tokens[to - 1]?.tag === 'NOUN' && /^\p{Ll}/u.test(tokens[to - 1]!.text));
  const name = mentions.find((mention) => mention.from === to + 1 && (own || mention.to > mention.from + 1));
  return described && name ? [name.from, name.to] : [from, to];
}

function invertedSubjectEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    const token = tokens[to];
    const nickname = nicknameAt(tokens, to);
    if (nickname > 0) to += nickname;
    else if (token?.type !== 'word' || /^(?:VERB|AUX)$/.test(token.tag) || /^(?:in|on)$/.test(token.lower))
      return to;
    else to += 1;
  }
}
