import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import type { Clause } from '../sentence/clauses.js';
import { written, type Parsed } from '../sentence/parse.js';
import { doerOf } from './event-objects.js';
import { inSentence, isMoney, subjectStart, type CountedThing } from './measured.js';
import { ownSubject } from './moves.js';
import { boundBefore, outlookOf, told } from './outlook.js';
import { participleOf } from './participles.js';

const TRADED = /^(?:trad|clos|open|settl|sell|sold|start|pric|retail|auction)(?:e|es|ed|ing|s)?$/;
const BOUGHT = /^(?:buy|bought|sell|sold|acquir|purchas|sign|hir)(?:e|es|ed|ing|s)?$/;
const COSTING = /^cost(?:s|ing)?$/;
/** What is given to whom, with the sum behind: "paid the crews $3m". */
const GIVING =
  /^(?:giv|pay|lend|award|grant|offer|ow|earn|sav|promis|hand|charg|overcharg)(?:e|es|ed|ing|s)?$|^(?:gave|given|paid|lent)$/;
/** What is a price itself. */
const SELF_PRICED = /\b(?:prices?|fees?|fares?|costs?|rates?|bids?|bidding|tolls?|shares?|stocks?)$/i;
const MOST_WORDS = 6;

/** What a sum is that stands behind a verb of buying, costing or giving: "cost the town $3m", "sold the ship for €2m". */
export function priceOf(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses } = parsed;
  if (!isMoney(number)) return undefined;
  const between = tokens[number.qualifierFrom - 1]?.lower === 'between';
  const at = between ? number.qualifierFrom - 1 : number.qualifierFrom;
  // "A ticket costs $40": the tagger's second noun.
  if (
    tokens[at - 1]?.tag === 'NOUN' &&
    tokens[at - 2]?.tag === 'NOUN' &&
    tokens[at - 1]!.lower === (/s$/.test(tokens[at - 2]!.lower) ? 'cost' : 'costs')
  )
    return named(parsed, number.unit!, 'price of', at - 1, text);
  const clause = clauses.findLast(({ verb }) => verb.to <= at);
  if (!clause || at - clause.verb.to > MOST_WORDS * 2) return undefined;
  const { head, to } = clause.verb;
  const unit = number.unit!;
  const verb = tokens[head]!.lower;
  if (COSTING.test(verb) && isPhrase(tokens, to, at)) return costOf(parsed, unit, clause, text);
  if (/^fetch(?:e[ds]|ing)?$/.test(verb) && to === at) {
    const price = named(parsed, unit, 'price of', clause.verb.from, text);
    return price && { ...price, subject: told(price.subject, outlookOf(parsed, clause.verb)) };
  }
  const link = tokens[at - 1]!.lower;
  // "closed 2.5 percent lower at $40"
  const moved = tokens
    .slice(to, at - 1)
    .every(({ lower }) => /^(?:[\d.]+|percent|%|points?|up|down|lower|higher)$/.test(lower));
  if (TRADED.test(verb) && (to === at || (moved && /^(?:at|for|around|from)$/.test(link))))
    return named(parsed, unit, 'price of', clause.verb.from, text);
  if (link === 'for' && BOUGHT.test(verb) && clause.verb.passive && plainTo(tokens, to, at - 1))
    return named(parsed, unit, 'price of', ownSubject(parsed, clauses.indexOf(clause)), text);
  if (link === 'for' && BOUGHT.test(verb) && !clause.verb.passive && to < at - 1) {
    // "sold the ship to Elm for": of the ship.
    const whom = tokens.findIndex(
      ({ lower }, i) => i > to + 1 && i < at - 1 && (lower === 'to' || lower === 'from'),
    );
    const end = whom === -1 ? at - 1 : whom;
    const what = /^(?:its|their)$/.test(tokens[to]!.lower) ? to + 1 : to;
    if (isPhrase(tokens, what, end, 'of in') && plainTo(tokens, end, at - 1))
      return { unit, subject: `price of ${written(text, tokens, what, end)}` };
  }
  if (to === at && /^(?:fined|earned)$/.test(verb) && isFined(parsed, clause, verb))
    return named(
      parsed,
      unit,
      verb === 'fined' ? 'fine for' : 'earnings of',
      ownSubject(parsed, clauses.indexOf(clause)),
      text,
      clause,
    );
  if (to === at || clause.verb.passive || !isPhrase(tokens, to, at)) return undefined;
  const whom = written(text, tokens, to, at);
  if (/^fin(?:e|es|ed|ing)$/.test(verb)) return { unit, subject: `fine for ${whom}` };
  const given = GIVING.test(verb) ? participleOf(verb) : undefined;
  return given === undefined
    ? undefined
    : { unit, subject: `money ${given} ${/^(?:earn|sav)/.test(verb) ? 'for' : 'to'} ${whom}` };
}

/** "was fined", "was jailed and fined", "earned" */
function isFined({ clauses }: Parsed, clause: Clause, verb: string): boolean {
  if (verb === 'earned') return !clause.verb.passive;
  const first = clauses[clauses.indexOf(clause) - 1];
  return clause.verb.passive || (clause.kind === 'joined' && first?.verb.passive === true);
}

/** "will cost", "is likely to cost", "has cost": whose cost it is, or will be. */
function costOf(parsed: Parsed, unit: string, clause: Clause, text: string): CountedThing | undefined {
  const bound = clause.verb.tense === 'none' ? boundBefore(parsed, clause) : undefined;
  if (bound === undefined && parsed.tokens[clause.verb.from]!.lower === 'to') return undefined;
  const cost = named(parsed, unit, 'cost of', bound?.to ?? clause.verb.from, text);
  return cost && { ...cost, subject: told(cost.subject, bound?.outlook ?? outlookOf(parsed, clause.verb)) };
}

/** "cost of the bridge", "price of bread": what the subject that ends at `to` costs. */
function named(
  parsed: Parsed,
  unit: string,
  what: string,
  to: number,
  text: string,
  clause?: Clause,
): CountedThing | undefined {
  const { tokens, mentions } = parsed;
  // "the mill said it would be fined": the mill.
  const it =
    clause && /^(?:it|they)$/.test(tokens[to - 1]?.lower ?? '') ? doerOf(parsed, clause, text) : undefined;
  if (it !== undefined) return { unit, subject: `${what} ${it.replace(/^by /, '')}` };
  // "A ticket now costs"
  const adverb = tokens[to - 1]?.tag === 'ADV' ? to - 1 : to;
  const start = subjectStart(parsed, adverb);
  if (start === undefined) return undefined;
  const from =
    tokens[start - 1]?.tag === 'DET' && /^(?:the|an?)$/.test(tokens[start - 1]!.lower) ? start - 1 : start;
  const subject = inSentence(written(text, tokens, from, adverb), from, mentions, tokens);
  return { unit, subject: SELF_PRICED.test(subject) ? subject : `${what} ${subject}` };
}

/** Whether nothing but a noun phrase goes from one token to another, or nothing. */
const isPhrase = (tokens: readonly Token[], from: number, to: number, links = 'of'): boolean =>
  to - from <= MOST_WORDS &&
  (to === from || /^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)) &&
  tokens
    .slice(from, to)
    .every(
      ({ tag, lower }) =>
        /^(?:DET|ADJ|NOUN|PROPN)$/.test(tag) || lower === "'s" || links.split(' ').includes(lower),
    );

/** Whether only words that name somebody stand between. */
const plainTo = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .every(({ type, tag, lower }) => type === 'word' && (tag !== 'VERB' || lower.endsWith('ing')));
