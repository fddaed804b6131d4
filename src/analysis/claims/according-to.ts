import { ROLE_NOUNS } from '../lexicon/roles.js';
import type { Parsed } from '../sentence/parse.js';
import { hasVerb, isMark, trimEnd, type Attribution } from './attribution.js';

/** "According to Ann Roe, …" and "…, according to Ann Roe." */
export function accordingTo(parsed: Parsed): Attribution | undefined {
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
  // "The fall, according to Ann Roe, was an accident."
  const broken =
    !first &&
    tokens[to]?.text === ',' &&
    !hasVerb(parsed.clauses, [0, contentTo]) &&
    hasVerb(parsed.clauses, [to, tokens.length]);
  const content: [number, number] = first
    ? [to + 1, trimEnd(tokens)]
    : broken
      ? [0, trimEnd(tokens)]
      : [onlyCounted(parsed, contentTo), contentTo];
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

const IS = /^(?:is|are|was|were|remains?)$/;
/** Words before "that" in which the noun it is about begins: "a long war that". */
const FURTHEST_NOUN = 5;

/**
 * "It is the worst attempt yet to end a war that has killed 40 people, according to Ann Roe": where the part begins that
 * the figures are of, when they stand in the last clause alone; the rest is the report's own. 0 for all of it.
 */
function onlyCounted({ tokens, clauses, numbers }: Parsed, end: number): number {
  const told = clauses.filter(({ verb }) => verb.from < end && verb.tense !== 'none');
  const last = told.at(-1);
  // "The storm sank a ferry that carried 40": both are of whoever tells it.
  if (last?.kind !== 'relative' || !IS.test(tokens[told[0]!.verb.head]!.lower)) return 0;
  const opener = tokens.findLastIndex(
    ({ lower }, i) => i < last.verb.from && /^(?:that|which|who)$/.test(lower),
  );
  const counted = numbers.filter(({ to }) => to <= end);
  if (counted.length === 0 || counted.some(({ from }) => from < opener)) return 0;
  const noun = tokens.findLastIndex(({ tag }, i) => i < opener && tag === 'DET');
  return noun > 0 &&
    opener - noun <= FURTHEST_NOUN &&
    tokens.slice(noun, opener).every(({ type }) => type === 'word')
    ? noun
    : 0;
}

/** "According to Ann Roe, head of the board, …": the comma behind what she is. */
function beyondApposition({ tokens, clauses }: Parsed, comma: number): number {
  const next = tokens.findIndex(({ text }, i) => i > comma && text === ',');
  // "…, published in May, …": what is done to it is no verb of its own.
  if (next === -1 || next - comma > 14 || hasVerb(clauses, [comma + 2, next])) return comma;
  const office =
    // "According to the study, published in May, …"
    (tokens[comma + 1]?.tag === 'VERB' && /(?:ed|en)$/.test(tokens[comma + 1]!.lower)) ||
    tokens.slice(comma, next).some(({ lower, tag }) => ROLE_NOUNS.has(lower) && tag !== 'VERB');
  return office && clauses.some(({ verb }) => verb.from > next && verb.tense !== 'none') ? next : comma;
}
