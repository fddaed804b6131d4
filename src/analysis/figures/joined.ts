import type { Complement } from '../sentence/complement-words.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { written, type Parsed } from '../sentence/parse.js';
import { nounAfter } from './counted-noun.js';
import { doerOf, doneTo, eventObject } from './event-objects.js';
import { isPeople, predicate } from './predicates.js';

/** Members of a list whose verb or object is looked for. */
const MOST_MEMBERS = 4;
/** Tokens from one number of a list to the next, and from the last to the verb. */
const LONGEST_MEMBER = 9;

/** What stands in a list between its numbers: "40 homes, a school and [12 shops]". */
const isListed = ({ tag, text, lower, type }: Token): boolean =>
  text === ',' ||
  /^(?:and|of)$/.test(lower) ||
  (type === 'word' &&
    /^(?:NOUN|ADJ|PROPN|DET|ADV)$/.test(tag) &&
    !/^(?:which|that|who|more|from|up|down)$/.test(lower));

/** "killed 11 guards and four drivers", "seized 40 boats, 12 nets": what is done to the first is done to these. */
export function joinedTo(parsed: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const { tokens, numbers } = parsed;
  let first = number;
  for (let members = 1; members < MOST_MEMBERS; members += 1) {
    const before = numbers.findLast(({ to }) => to <= first.qualifierFrom - 2);
    const linked = /^(?:and|,)$/.test(tokens[first.qualifierFrom - 1]?.lower ?? '');
    if (!linked || !before || first.qualifierFrom - before.to > LONGEST_MEMBER) break;
    if (!tokens.slice(before.to, first.qualifierFrom).every(isListed)) break;
    first = before;
    const event = eventObject(parsed, { ...number, qualifierFrom: first.qualifierFrom }, text);
    if (event && !event.own) return event;
  }
  const done = doneTo(tokens[number.qualifierFrom - 1]?.lower ?? '');
  return done === undefined ? undefined : { words: done };
}

/** "14 ferries and 62 boats had sunk": what the sentence says of the second is true of the first. */
export function joinedAhead(parsed: Parsed, at: number, head: Token, text: string): Complement | undefined {
  const { tokens, clauses, numbers } = parsed;
  const first = tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'and' ? at + 1 : at;
  if (tokens[first]?.lower !== 'and') return undefined;
  const second = numbers.find(({ qualifierFrom, unit }) => qualifierFrom === first + 1 && !unit);
  const noun = second && nounAfter(parsed, second);
  const verb = noun && clauses.find((clause) => clause.verb.from === noun.to)?.verb;
  return verb && verb.tense !== 'none' ? predicate(parsed, verb, head, text) : undefined;
}

/** "40 rifles, a boat and 13 nets were seized": what a list that opens its clause has met. */
export function joinedInList(
  parsed: Parsed,
  number: NumberPhrase,
  at: number,
  head: Token,
  text: string,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  let end = at;
  while (
    end < tokens.length &&
    end - at < MOST_MEMBERS * 4 &&
    (isListed(tokens[end]!) || tokens[end]!.tag === 'NUM')
  )
    end += 1;
  const clause = clauses.find(({ verb }) => verb.from === end && verb.tense !== 'none' && verb.passive);
  const list = tokens.slice(at, end);
  if (!clause || clause.start > number.qualifierFrom || !list.some(({ lower }) => lower === 'and'))
    return undefined;
  if (!/^(?:and|,)$/.test(list[0]!.lower)) return undefined;
  return predicate(parsed, clause.verb, head, text);
}

const FURTHEST = 6;

/** "The show is screened on 11 channels": channels on which it is. */
export function onWhich(
  parsed: Parsed,
  { qualifierFrom, to }: NumberPhrase,
  head: Token,
  text: string,
): string | undefined {
  const { tokens, clauses, dates } = parsed;
  const link = tokens[qualifierFrom - 1];
  if (
    !link ||
    !/^(?:ADP|PART)$/.test(link.tag) ||
    !/^(?:on|in|at|to|from|with|across|by|through)$/.test(link.lower)
  )
    return undefined;
  const clause = clauses.findLast(({ verb }) => verb.to < qualifierFrom);
  if (!clause || clause.verb.tense === 'none' || clause.kind === 'relative') return undefined;
  const between = tokens.slice(clause.verb.to, qualifierFrom - 1);
  const plain = between.every(
    ({ type, tag }) => type === 'word' && /^(?:ADP|DET|ADJ|NOUN|PROPN|ADV)$/.test(tag),
  );
  if (
    !plain ||
    between.length > FURTHEST ||
    dates.some((date) => date.from >= clause.verb.to && date.to <= to)
  )
    return undefined;
  const doer = doerOf(parsed, clause, text)?.replace(/^by /, '');
  if (doer === undefined) return undefined;
  const which = isPeople(head) ? 'whom' : 'which';
  return `${link.lower} ${which} ${doer} ${written(text, tokens, clause.verb.from, qualifierFrom - 1)}`;
}
