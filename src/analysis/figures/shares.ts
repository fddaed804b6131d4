import { extent, type Complement } from '../sentence/complement-words.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { CountedThing } from './measured.js';
import type { VerbGroup } from '../sentence/verbs.js';
import { isPolled, nounAfter } from './counted-noun.js';
import { STATIVE_VERBS } from '../lexicon/events.js';
import { isPeople, predicate } from './predicates.js';

/** "250 of the 900 people who came have left", "half of them, or of all, approve": what the sentence says of the share. */
export function shareComplement(
  parsed: Parsed,
  at: number,
  head: Token,
  text: string,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  const relativeFirst = /^(?:who|that|which)$/.test(tokens[at]?.lower ?? '');
  // The tagger often takes "support" and the like for nouns here.
  const state = tokens.findIndex(
    (token, index) =>
      index >= at &&
      index < at + 10 &&
      /^(?:support|oppose|back|favor|favour|believe|want)$/.test(token.lower),
  );
  if (
    state !== -1 &&
    !tokens.slice(at, state).some((token) => token.type !== 'word' || token.tag === 'VERB')
  ) {
    const where = tokens[at]?.tag === 'ADP' ? `${written(text, tokens, at, state)} ` : '';
    const believed = OPINING.test(tokens[state]!.lower)
      ? opinion(parsed, { from: state, to: state + 1 }, text)
      : undefined;
    if (believed !== undefined) return { words: `${where}${isAsked(head) ? 'who ' : 'that '}${believed}` };
    const to = wanted(parsed, extent(parsed, state + 1));
    return { words: `${where}${isAsked(head) ? 'who ' : 'that '}${written(text, tokens, state, to)}` };
  }
  const main = clauses.find(
    ({ verb, kind }) =>
      verb.from >= at &&
      (verb.tense !== 'none' || (verb.from === at && OPINING.test(tokens[verb.head]!.lower))) &&
      !(relativeFirst && kind === 'relative'),
  );
  if (!main) return undefined;
  const to = beforeAside(tokens, at, main.verb.from);
  if (
    to - at > 10 ||
    tokens.slice(at, to).some(
      ({ type, lower, tag }) =>
        type !== 'word' ||
        // "half of the fees to pay for continued repairs": the verb is another's.
        (lower === 'to' && tag === 'PART') ||
        /^(?:since|after|before|as|when|because|while)$/.test(lower),
    )
  )
    return undefined;
  const said = OPINING.test(tokens[main.verb.head]!.lower) ? opinion(parsed, main.verb, text) : undefined;
  if (said !== undefined)
    return { words: said.startsWith('saying') ? said : `${isAsked(head) ? 'who ' : 'that '}${said}` };
  const done = predicate(parsed, main.verb, head, text) ?? stateOf(parsed, main.verb, head, text);
  // "half of the people in Elm are children": which people, and what they are.
  const is = /^(?:is|are|was|were)$/.test(tokens[main.verb.head]!.lower);
  const where = tokens[at]?.tag === 'ADP' && to > at;
  if (!done || !where)
    return done && is && isNoun(tokens, main.verb.to) ? linked(parsed, main.verb, head, done, text) : done;
  const place = written(text, tokens, at, to);
  return { words: `${place} ${is ? linked(parsed, main.verb, head, done, text).words : done.words}` };
}

const LONGEST_ASIDE = 14;

/** "half of the homes in Elm, a port on the bay, are gone": where the aside before a verb begins, or the verb itself. */
function beforeAside(tokens: readonly Token[], from: number, verb: number): number {
  if (tokens[verb - 1]?.text !== ',') return verb;
  const comma = tokens.slice(from, verb - 1).findIndex(({ text: mark }) => mark === ',');
  return comma === -1 || verb - from - comma > LONGEST_ASIDE ? verb : from + comma;
}

/** "a third of children do not have enough to eat": what they have or need, where the verb tells no deed. */
function stateOf(parsed: Parsed, verb: VerbGroup, head: Token, text: string): Complement | undefined {
  const to = extent(parsed, verb.to + 1);
  if (!STATIVE_VERBS.has(parsed.tokens[verb.head]!.lower) || verb.passive || to <= verb.to) return undefined;
  if (parsed.tokens[verb.to]!.type !== 'word') return undefined;
  return { words: `${isAsked(head) ? 'who' : 'that'} ${written(text, parsed.tokens, verb.from, to)}` };
}

/** "half of the sailors left and 7 percent are ill": seven percent of the same. */
export function shareOfSame(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses, numbers } = parsed;
  const verb = clauses.find((clause) => clause.verb.from === number.to && clause.verb.tense !== 'none')?.verb;
  const before = numbers.findLast(({ to, unit }) => to <= number.qualifierFrom && unit === 'percent');
  const noun = before && nounAfter(parsed, before);
  if (number.unit !== 'percent' || !verb || !noun || number.qualifierFrom - before.to > FAR) return undefined;
  const head = tokens[noun.to - 1]!;
  const done = predicate(parsed, verb, head, text) ?? stateOf(parsed, verb, head, text);
  // "20 percent opposed it"
  if (!done || tokens[verb.to]?.tag === 'PRON') return undefined;
  const is = /^(?:is|are|was|were)$/.test(tokens[verb.head]!.lower);
  const said = is ? linked(parsed, verb, head, done, text) : done;
  return { unit: 'percent', subject: `${written(text, tokens, noun.from, noun.to)} ${said.words}` };
}
const FAR = 16;

const isAsked = (head: Token): boolean => isPeople(head) || isPolled(head);

const isNoun = (tokens: readonly Token[], at: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(tokens[at]?.tag ?? '');

/** "children" as what somebody is: "who are children". */
const linked = (
  { tokens }: Parsed,
  verb: VerbGroup,
  head: Token,
  done: Complement,
  text: string,
): Complement => ({
  words: `${isAsked(head) ? 'who' : 'that'} ${written(text, tokens, verb.from, verb.to)} ${done.words}`,
});

const OPINING =
  /^(?:say|says|said|saying|believe|believes|believed|believing|think|thinks|thought|thinking|considers?|considered|feel|felt|agree|agreed)$/;
const LONGEST_OPINION = 16;

/** "say (that) the bridge should be closed": to the end of what they say; undefined where that is far. */
function opinion(
  { tokens, clauses }: Parsed,
  verb: Pick<VerbGroup, 'from' | 'to'>,
  text: string,
): string | undefined {
  let to = verb.to;
  while (
    to < tokens.length &&
    (tokens[to]!.type === 'word' || tokens[to]!.type === 'number') &&
    !/^(?:while|whereas|but|compared|according|when|rather|after|because)$/.test(tokens[to]!.lower)
  )
    to += 1;
  const states = clauses.some(
    (other) => other.verb.from >= verb.to && other.verb.to <= to && other.verb.tense !== 'none',
  );
  return states && to - verb.to <= LONGEST_OPINION ? written(text, tokens, verb.from, to) : undefined;
}

/** "want the talks extended to Elm": the participle belongs to what is wanted. */
function wanted(parsed: Parsed, to: number): number {
  const { tokens } = parsed;
  const participle = tokens[to]?.tag === 'VERB' && /(?:ed|en)$/.test(tokens[to]!.lower);
  return participle && tokens[to - 1]?.tag === 'NOUN' ? extent(parsed, to + 1, 6) : to;
}

/** "40 percent say that the bridge is old": of those asked. */
export function answered(parsed: Parsed, { to, unit }: NumberPhrase, text: string): CountedThing | undefined {
  const verb = parsed.clauses.find((clause) => clause.verb.from === to)?.verb;
  if (unit !== 'percent' || !verb || !OPINING.test(parsed.tokens[verb.head]!.lower)) return undefined;
  const said = opinion(parsed, verb, text);
  return said === undefined
    ? undefined
    : { unit, subject: `respondents ${said.startsWith('saying') ? '' : 'who '}${said}` };
}
