import type { Complement } from '../sentence/complement-words.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { written, type Parsed } from '../sentence/parse.js';
import { nounAfter } from './counted-noun.js';
import { doerOf, doneTo, eventObject } from './event-objects.js';
import { isPeople, predicate } from './predicates.js';

/** "killed 11 guards and four drivers", "wounding 44 guards": what is done to the others is done to these. */
export function joinedTo(parsed: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const { tokens, numbers } = parsed;
  const before =
    numbers[numbers.indexOf(number) - 1] ?? numbers.findLast(({ to }) => to < number.qualifierFrom);
  const joined =
    tokens[number.qualifierFrom - 1]?.lower === 'and' && before && number.qualifierFrom - before.to < 6;
  const at = joined ? before.qualifierFrom : number.qualifierFrom;
  const event = joined ? eventObject(parsed, { ...number, qualifierFrom: at }, text) : undefined;
  const done = doneTo(tokens[at - 1]?.lower ?? '');
  return event ?? (done === undefined ? undefined : { words: done });
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
