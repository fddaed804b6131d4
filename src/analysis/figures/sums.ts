import { extent, words, type Complement } from '../sentence/complement-words.js';
import type { Clause } from '../sentence/clauses.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { written, type Parsed } from '../sentence/parse.js';
import { ownComplement } from './complements.js';
import { doerOf, isAhead } from './event-objects.js';
import { isExpecting, told } from './outlook.js';
import { participleOf } from './participles.js';
import { inSentence, isMoney, measuredUnit, nounPhraseBefore, type CountedThing } from './measured.js';

/** "an audience of 40 million", "a fine of $200": the noun before. */
export function amountOf(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, mentions } = parsed;
  const before =
    tokens[number.qualifierFrom - 1]?.lower === 'between' ? number.qualifierFrom - 1 : number.qualifierFrom;
  const link = tokens[before - 1]?.lower;
  const asked = link === 'for' && ASKED.test(tokens[before - 2]?.lower ?? '');
  if (link !== 'of' && !asked) return undefined;
  // "the firm declared losses of": what is declared, not the firm.
  const verb = parsed.clauses.findLast(({ verb: { to, tense } }) => to < before && tense !== 'none')?.verb;
  const finite = verb && !/^(?:DET|ADJ)$/.test(tokens[verb.from - 1]?.tag ?? '') ? verb.to : 0;
  const start = nounPhraseBefore(tokens, before - 1, finite);
  if (start === undefined) return undefined;
  const last = tokens[before - 2]!.lower;
  const money = isMoney(number);
  if (!asked && !(money ? SUMS : number.unit === 'percent' ? SHARES : SIZES).test(last)) return undefined;
  const amount = inSentence(written(text, tokens, start, before - 1), start, mentions, tokens);
  const has = parsed.clauses.find(({ verb: { to } }) => to === start || to === start - 1);
  const owner =
    has && /^(?:has|have|had)$/.test(tokens[has.verb.head]!.lower) ? doerOf(parsed, has, text) : undefined;
  const expecting = parsed.clauses.findLast(({ verb: { to } }) => to <= start);
  const outlook =
    expecting &&
    start - expecting.verb.to < 2 &&
    (isExpecting(tokens[expecting.verb.head]!.lower) || tokens[expecting.verb.head]!.lower === 'sees')
      ? 'expected'
      : undefined;
  // "built at a cost of $2m": of what, it does not say.
  if (owner === undefined && VAGUE.test(amount)) return undefined;
  const subject = owner === undefined ? told(amount, outlook) : `${amount} of ${owner.replace(/^by /, '')}`;
  // "an appeal for $2m to rebuild the quay", "a provision of $2m for repairs"
  const purpose =
    (tokens[number.to]?.lower === 'to' && tokens[number.to]!.tag === 'PART') ||
    (money && /^(?:for|towards?)$/.test(tokens[number.to]?.lower ?? ''));
  const to = purpose ? extent(parsed, number.to + 2) : 0;
  return {
    unit: number.unit ?? 'people',
    subject: to > number.to ? `${subject} ${written(text, tokens, number.to, to)}` : subject,
  };
}

const SIZES =
  /^(?:population|audience|crowd|toll|turnout|attendance|membership|workforce|staff|readership|army)$/;
/** "the hall's 5,000 capacity", "a 9,000 crowd": how many find room, or came. */
export function sizeBehind(
  parsed: Parsed,
  { qualifierFrom, to, unit, value }: NumberPhrase,
  text: string,
): CountedThing | undefined {
  const { tokens, clauses } = parsed;
  const size = tokens[to]?.lower ?? '';
  if (unit !== undefined || value < 100 || !(SIZES.test(size) || size === 'capacity')) return undefined;
  if (/^(?:NOUN|PROPN)$/.test(tokens[to + 1]?.tag ?? '')) return undefined;
  const owner = tokens[qualifierFrom - 1]?.lower;
  const first = owner === "'s" ? nounPhraseBefore(tokens, qualifierFrom - 1, 0) : undefined;
  const whose =
    first === undefined
      ? undefined
      : written(text, tokens, first, qualifierFrom - 1).replace(/^(?:much|most|part|all) of (?:the )?/i, '');
  const clause = /^(?:its|their)$/.test(owner ?? '')
    ? clauses.findLast(({ verb }) => verb.to === qualifierFrom - 1)
    : undefined;
  const doer = clause && doerOf(parsed, clause, text)?.replace(/^by /, '');
  return { unit: 'people', subject: [size, whose ?? doer].filter(Boolean).join(' of ') };
}

export const SHARES =
  /^(?:level|levels|rate|rates|share|turnout|majority|stake|discount|tax|tariff|tariffs|probability|increase|rise|drop|fall|decline|cut|growth|swing|margin)$/;
/** Sums of nothing in particular. */
const VAGUE =
  /^(?:total |further |final )?(?:costs?|price|worth|value|rate|level|bill|cap|limit|ceiling|credit)$/;
/** What asks for money. */
const ASKED = /^(?:appeal|demand|demands|claim|claims|bill|request|bid|lawsuit|contract|deal|order)$/;
const SUMS =
  /^(?:fine|fines|bail|bond|profit|profits|loss|losses|cost|costs|damages|revenue|revenues|sales|debt|debts|deficit|surplus|budget|price|salary|compensation|reward|bonus|investment|fund|loan|loans|payment|payments|penalty|penalties|grant|settlement|turnover|income|earnings|provision|fee|charge|donation|contribution|ransom|bribe|bailout|package|offer|bid|purchase|sale|worth|value|wealth|fortune|bill|bills|cap|limit|ceiling|dividend|dividends|spending|savings|taxes|assets|liabilities|aid|pledge|pledges|prize|prizes|stipend|allowance|wage|wages|rent|reserves|credit|mortgage|subsidies|shortfall|charges|writedown|royalties|proceeds|jackpot|backlog)$/;

/** "pledged €50m for the harbour", "put the damage at $10 million": money that has no noun of its own. */
export function sum(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses } = parsed;
  const { unit } = number;
  const money = isMoney(number);
  const before =
    tokens[number.qualifierFrom - 1]?.lower === 'between' ? number.qualifierFrom - 1 : number.qualifierFrom;
  const link = tokens[before - 1]?.lower;
  // "put the toll at 40": what is put somewhere else than at a sum has to be a number itself.
  if (link === 'at' || (money && link === 'worth')) {
    const put = putAt(parsed, before, money, text);
    return put && { unit: unit ?? measuredUnit(put.subject, put.last), subject: put.subject };
  }
  if (!money || unit === undefined) return undefined;
  // "$5 million was raised for the harbour"
  const raised = clauses.find(({ verb }) => verb.from === number.to && verb.passive)?.verb;
  if (raised) {
    const behind =
      ownComplement(parsed, raised.to, text) ??
      (tokens[raised.to]?.tag === 'PART' ? spentOn(parsed, raised.to, '', text) : undefined);
    return behind && { unit, subject: `money ${tokens[raised.head]!.lower} ${behind.words}` };
  }
  // "$5 million paid out in compensation"
  const paid = tokens[number.to]?.tag === 'VERB' ? ownComplement(parsed, number.to, text) : undefined;
  if (paid) return { unit, subject: `money ${paid.words}` };
  // "a reported $50m", "an additional $50m"
  const start =
    /^(?:VERB|ADJ)$/.test(tokens[before - 1]?.tag ?? '') && tokens[before - 2]?.tag === 'DET'
      ? before - 2
      : before;
  // "paid out $5m to sailors"
  const particle = /^(?:out|up|back|over|in|aside)$/.test(tokens[start - 1]?.lower ?? '') ? start - 1 : start;
  // "spent $3m on repairs and $9m on boats"
  const joined =
    tokens[before - 1]?.lower === 'and' ? parsed.numbers.findLast(({ to }) => to < before) : undefined;
  const first = joined && joined.unit === unit && before - joined.to < FAR ? joined.qualifierFrom : start;
  const asking =
    link === 'for' ? clauses.find(({ verb }) => verb.to === before - 1 && !verb.passive) : undefined;
  if (asking && SEEKING.test(tokens[asking.verb.head]!.lower)) {
    const whose = doerOf(parsed, asking, text);
    const what = spentOn(parsed, number.to, 'ask', text)?.words ?? whose;
    return what === undefined ? undefined : { unit, subject: `money asked for ${what}` };
  }
  const clause = clauses.find(
    ({ verb }) => (verb.to === start || verb.to === particle || verb.to === first) && !verb.passive,
  );
  if (!clause) return undefined;
  const head = tokens[clause.verb.head]!.lower;
  const past = participleOf(head);
  const done = past !== undefined && isAhead(parsed, clause) ? `to be ${past}` : past;
  const complement = spentOn(parsed, number.to, head, text);
  if (past === 'set' && tokens[start - 1]?.lower === 'aside') {
    const rest = complement?.words ?? doerOf(parsed, clause, text);
    return rest === undefined ? undefined : { unit, subject: `money set aside ${rest}` };
  }
  if (!complement) {
    const by = PAYING.test(head) && particle === start ? doerOf(parsed, clause, text) : undefined;
    return by === undefined ? undefined : { unit, subject: `money ${done} ${by}` };
  }
  return {
    unit,
    subject: done === undefined ? `money ${complement.words}` : `money ${done} ${complement.words}`,
  };
}

const SEEKING = /^(?:appeal|ask|call|su|appl|bid)(?:s|es|e|ed|ing|y|ied|ies)?$/;
const FAR = 8;

/** What moves money, from whom or to whom. */
const PAYING =
  /^(?:pay|spend|rais|donat|giv|pledg|invest|collect|receiv|borrow|lend|wast|contribut|allocat|ow|commit|promis|provid|transfer|withdr[ae]w|earmark|recover|pocket|embezzl)(?:e|es|ed|ing|s)?$|^(?:paid|spent|gave|given|lent|stole|stolen)$/;

/** "(paid $5m) so far on repairs", "for the harbour": what money is for. */
function spentOn(parsed: Parsed, after: number, verb: string, text: string): Complement | undefined {
  const { tokens } = parsed;
  let at = after;
  while ((tokens[at]?.tag === 'ADV' || tokens[at]?.lower === 'each') && at < after + 3) at += 1;
  // "spent $5m cleaning the bay"
  if (/^(?:spen[dt]|spends|spending)$/.test(verb) && /ing$/.test(tokens[at]?.lower ?? ''))
    return words(parsed, at, extent(parsed, at), text);
  const link = tokens[at]?.lower ?? '';
  // "set aside $5m for more than 300 lawsuits"
  const many = parsed.numbers.find(({ qualifierFrom }) => qualifierFrom === at + 1);
  if (many && link === 'for') return words(parsed, at, extent(parsed, many.to), text);
  // "spent $5m so far to plug the leak"
  if (link === 'to' && tokens[at]!.tag === 'PART') return words(parsed, at, extent(parsed, at + 2), text);
  const spent = link === 'on' && /^(?:spen[dt]|spends|spending|invest|invested|wasted|lavished)$/.test(verb);
  return (spent || /^(?:for|to|towards?|into)$/.test(link)) && tokens[at]!.tag === 'ADP'
    ? words(parsed, at, extent(parsed, at), text)
    : ownComplement(parsed, after, text);
}

/** "put the damage at", "the cost of repairs was put at": what is put, and its last word. */
export function putAt(
  parsed: Parsed,
  before: number,
  money: boolean,
  text: string,
): { readonly subject: string; readonly last: string } | undefined {
  const { tokens, clauses } = parsed;
  const given = clauses.findLast(
    ({ verb }) => verb.passive && PUT.test(tokens[verb.head]!.lower) && verb.to < before,
  );
  if (given && before - given.verb.to < 8) return givenAs(parsed, given, text);
  const put =
    clauses.findLast(({ verb }) => PUT.test(tokens[verb.head]!.lower) && verb.to < before)?.verb.to ??
    putTakenForNoun(tokens, before);
  const at = put === undefined ? undefined : putEnds(tokens, put, before - 1);
  const whole = put !== undefined && at !== undefined;
  const from = whole
    ? put + (tokens[put]!.tag === 'DET' ? 1 : 0)
    : money
      ? nounPhraseBefore(tokens, before - 1, 0)
      : undefined;
  // "the deal, worth $5m", "jewels valued at $5m": what stands before.
  const apart =
    tokens[before - 2]?.text === ',' || (put === before - 1 && PUT.test(tokens[before - 2]!.lower))
      ? before - 2
      : -1;
  const first = money && apart > 0 ? nounPhraseBefore(tokens, apart, 0) : undefined;
  if (first !== undefined)
    return { subject: written(text, tokens, first, apart), last: tokens[apart - 1]!.lower };
  // "they were valued by the guild at $5m": not the guild.
  if (!whole && from !== undefined && tokens.slice(from - 2, from).some(({ lower }) => lower === 'by'))
    return undefined;
  if (from === undefined || from >= before - 1) return undefined;
  if (whole) {
    // "put the number at": of what, the number before tells.
    if (at - from < 1 || ANY_NUMBER.test(written(text, tokens, from, at))) return undefined;
    return { subject: written(text, tokens, from, at), last: tokens[at - 1]!.lower };
  }
  // "is now trading at $40"
  if (!whole && tokens[before - 2]!.lower.endsWith('ing')) return undefined;
  // "began selling assets worth $5m": the assets.
  const gerund = tokens.findLastIndex(
    ({ tag, lower }, i) =>
      i >= from && i < before - 1 && tag === 'VERB' && lower.endsWith('ing') && tokens[i - 1]?.tag === 'ADP',
  );
  if (!whole && gerund !== -1)
    return { subject: written(text, tokens, gerund + 1, before - 1), last: tokens[before - 2]!.lower };
  return { subject: written(text, tokens, from, before - 1), last: tokens[before - 2]!.lower };
}

/** "The law caps the fee at", "Insurers estimate the loss at": a verb that the tagger takes for a noun. */
function putTakenForNoun(tokens: readonly Token[], before: number): number | undefined {
  const at = tokens.findLastIndex(
    ({ tag, lower }, i) => i > 0 && i < before - 1 && tag === 'NOUN' && PUT.test(lower),
  );
  return at > 0 && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]!.tag) && tokens[at + 1]?.tag === 'DET'
    ? at + 1
    : undefined;
}

/** Where what is put ends, between its verb and "at": before an aside, "caps the fee -- of all ships -- at". */
function putEnds(tokens: readonly Token[], put: number, at: number): number | undefined {
  let to = at;
  const marks = tokens.slice(put, at).findIndex(({ type }) => type !== 'word');
  if (marks !== -1) {
    const aside =
      /^[-–—,]$/.test(tokens[put + marks]!.text) && tokens[at - 1]!.text === tokens[put + marks]!.text;
    if (!aside || at - put > LONGEST_ASIDE) return undefined;
    to = put + marks;
  } else if (at - put > 11) return undefined;
  while (to > put && STEADY.test(tokens[to - 1]!.lower)) to -= 1;
  return to;
}
const LONGEST_ASIDE = 24;

/** "The cost of repairs was put at $3m": all that stands before the verb. */
function givenAs(
  { tokens, mentions }: Parsed,
  { start, verb }: Clause,
  text: string,
): { readonly subject: string; readonly last: string } | undefined {
  const from = tokens[start]?.tag === 'DET' ? start + 1 : start;
  let to = verb.from;
  while (to > from && tokens[to - 1]!.tag === 'ADV') to -= 1;
  if (to <= from || to - from > 12 || tokens.slice(from, to).some(({ type }) => type !== 'word'))
    return undefined;
  const subject = inSentence(written(text, tokens, from, to), from, mentions, tokens).replace(
    /^estimates? (?:of|for) (?:the )?/,
    '',
  );
  const capped = /^(?:capped|limited)$/.test(tokens[verb.head]!.lower);
  return { subject: capped ? `cap on ${subject}` : subject, last: tokens[to - 1]!.lower };
}

const PUT =
  /^(?:put|puts|estimated|estimates|estimate|placed|places|valued|values|priced|set|sets|capped|caps|fixed|limited|pegged|keeps?|kept|keeping|left|leaves|held|maintained|maintains)$/;
/** "kept its rate unchanged at 4 percent" */
const STEADY = /^(?:unchanged|steady|stable|flat|fixed)$/;
const ANY_NUMBER = /^(?:numbers?|totals?|figures?|amount|count|tally|estimates?)$/;
