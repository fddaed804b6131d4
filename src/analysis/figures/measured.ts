import { extent, words, type Complement } from '../sentence/complement-words.js';
import { ownComplement } from './complements.js';
import type { Clause } from '../sentence/clauses.js';
import type { TimeExpression } from '../time/day-range.js';
import { isDemonym } from '../lexicon/places.js';
import { isChange, type NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';

/** What a number counts. */
export interface CountedThing {
  readonly unit: string;
  readonly subject: string;
  readonly date?: TimeExpression;
}

const UP =
  /^(?:rose|risen|rise|rises|climbs?|jumps?|gains?|surges?|soars?|grows?|increases?|grew|grown|climbed|swelled|increased|jumped|gained|surged|soared)$/;
const DOWN =
  /^(?:fell|fallen|falls?|drops?|declines?|loses?|slips?|plunges?|tumbles?|slumps?|sinks?|sheds?|decreases?|dropped|declined|lost|slipped|plunged|tumbled|slumped|sank|shed|decreased)$/;
const RISING =
  /^(?:is|was|are|were|be|been|stands|stood|reached|reaches|reach|exceed|total|top|falls?|drops?|declines?|loses?|slips?|plunges?|tumbles?|slumps?|sinks?|climbs?|jumps?|gains?|surges?|soars?|grows?|increases?|rose|risen|rise|rises|fell|fallen|grew|grown|climbed|swelled|swollen|increased|dropped|declined|jumped|hit|totaled|totalled|topped|exceeded|passed|surpassed|edged|gained|lost|slipped|surged|soared|plunged|tumbled|slumped|sank|shed|decreased)$/;

const HEIGHT = /^(?:high|highs|low|lows|record|total|peak|average|level|levels|maximum|minimum)$/;

/** A number with no noun of its own measures its verb's subject: "the toll rose to 120". */
export function measured(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses, mentions, dates } = parsed;
  const clause = clauses.findLast(({ verb }) => verb.head < number.from);
  if (!clause || clause.verb.tense === 'none' || !RISING.test(tokens[clause.verb.head]!.lower))
    return undefined;
  if (number.from - clause.verb.to > 6) return undefined;
  // "from 2 to 3 percent": it ends at 3.
  if (tokens[number.qualifierFrom - 1]?.lower === 'from') return undefined;
  // "half were old, 40 percent were new": the mark parts them.
  if (
    tokens.slice(clause.verb.to, number.qualifierFrom).some(({ text: mark }) => mark === ',' || mark === ';')
  )
    return undefined;
  // "the bullet hit the mother of 13": nothing but a level or a day may stand between.
  for (let i = clause.verb.to; i < number.qualifierFrom; i += 1) {
    const { tag, lower } = tokens[i]!;
    if (
      /^(?:NOUN|PROPN|PRON|VERB)$/.test(tag) &&
      !HEIGHT.test(lower) &&
      !/^(?:percent|million|billion|thousand)$/.test(lower) &&
      !dates.some(({ from, to }) => i >= from && i < to)
    )
      return undefined;
  }
  const start = subjectStart(parsed, clause);
  if (start === undefined) return undefined;
  const owner = tokens[start - 1]?.lower === 'whose' ? nameBefore(tokens, start - 1) : undefined;
  if (tokens[start - 1]?.lower === 'whose' && owner === undefined) return undefined;
  const to = clause.verb.from;
  let subject = inSentence(written(text, tokens, start, to), start, mentions, tokens);
  if (owner !== undefined) subject = `${subject} of ${written(text, tokens, owner, start - 2)}`;
  const verb = tokens[clause.verb.head]!.lower;
  const by = tokens[number.qualifierFrom - 1]?.lower === 'by';
  // "the average age was 25": no number of anything
  if (/\bage\b/.test(subject)) return undefined;
  // "Sales fell 30 percent" or "by 30 percent": that is how far, not how much they are.
  if (by || clause.verb.to === number.qualifierFrom) {
    if (UP.test(verb)) subject = `rise in ${subject}`;
    else if (DOWN.test(verb)) subject = `fall in ${subject}`;
    else if (by) return undefined;
  }
  return { unit: number.unit ?? measuredUnit(subject, tokens[to - 1]!.lower), subject };
}

const RATE = /^(?:day|week|month|year|hour|minute)$/;
const LEVEL =
  /^(?:is|was|are|were|be|been|stands|stood|reached|reaches|totaled|totalled|hit|topped|exceeded|exceeds|surpassed|averaged|averages)$/;

/** "production is 1.6 million barrels a day", "spills totalled 900 barrels": how much of its noun the subject is. */
export function measuredIn(
  { tokens, clauses, mentions }: Parsed,
  number: NumberPhrase,
  noun: { readonly from: number; readonly to: number },
  text: string,
): CountedThing | undefined {
  const rate =
    /^(?:a|per|each|every)$/.test(tokens[noun.to]?.lower ?? '') &&
    RATE.test(tokens[noun.to + 1]?.lower ?? '');
  if (number.unit) return undefined;
  const clause = clauses.find(({ verb }) => verb.to === number.qualifierFrom);
  if (!clause) return undefined;
  const verb = tokens[clause.verb.head]!.lower;
  if (!LEVEL.test(verb)) return undefined;
  const start = nounPhraseBefore(tokens, clause.verb.from, clause.start);
  if (start === undefined) return undefined;
  if (!rate && !/^(?:total|averag)/.test(verb) && !DIMENSION.test(tokens[start]!.lower)) return undefined;
  const subject = inSentence(written(text, tokens, start, clause.verb.from), start, mentions, tokens);
  return { unit: written(text, tokens, noun.from, rate ? noun.to + 2 : noun.to).toLowerCase(), subject };
}

/** "The index fell 500 points" tells how far. */
export const isPoints = ({ tokens, clauses }: Parsed, { to, qualifierFrom }: NumberPhrase): boolean =>
  /^points?$/.test(tokens[to]?.lower ?? '') &&
  clauses.some(
    ({ verb }) =>
      verb.to === qualifierFrom && (UP.test(tokens[verb.head]!.lower) || DOWN.test(tokens[verb.head]!.lower)),
  );

const DIMENSION = /^(?:size|area|length|height|depth|weight|width|speed|thickness|diameter|volume)$/;

/** "raised the number of seats from 65 to 125", "cut the fee to $5": how much the object is now. */
export function changedTo(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses, mentions } = parsed;
  const at = number.qualifierFrom;
  if (tokens[at - 1]?.lower !== 'to') return undefined;
  const given = tokens.findLastIndex(({ lower }, i) => i < at - 1 && i > at - 7 && lower === 'from');
  const from = given === -1 ? at - 1 : given;
  const clause = clauses.findLast(({ verb }) => verb.to < from);
  if (!clause || !isChange(tokens[clause.verb.head]!)) return undefined;
  const start = nounPhraseBefore(tokens, from, clause.verb.to);
  if (start === undefined || start > clause.verb.to + 1) return undefined;
  const subject = inSentence(written(text, tokens, start, from), start, mentions, tokens);
  return { unit: number.unit ?? measuredUnit(subject, tokens[from - 1]!.lower), subject };
}

/** "an audience of 40 million", "a fine of $200": the noun before. */
export function amountOf(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, mentions } = parsed;
  const before =
    tokens[number.qualifierFrom - 1]?.lower === 'between' ? number.qualifierFrom - 1 : number.qualifierFrom;
  const link = tokens[before - 1]?.lower;
  const asked = link === 'for' && ASKED.test(tokens[before - 2]?.lower ?? '');
  if (link !== 'of' && !asked) return undefined;
  const start = nounPhraseBefore(tokens, before - 1, 0);
  if (start === undefined) return undefined;
  const last = tokens[before - 2]!.lower;
  const money = /^[A-Z]{3}$/.test(number.unit ?? '');
  if (!asked && !(money ? SUMS : number.unit === 'percent' ? SHARES : SIZES).test(last)) return undefined;
  const subject = inSentence(written(text, tokens, start, before - 1), start, mentions, tokens);
  // "an appeal for $2m to rebuild the quay"
  const purpose = tokens[number.to]?.lower === 'to' && tokens[number.to]!.tag === 'PART';
  const to = purpose ? extent(parsed, number.to + 2) : 0;
  return {
    unit: number.unit ?? 'people',
    subject: to > number.to ? `${subject} ${written(text, tokens, number.to, to)}` : subject,
  };
}

const SIZES =
  /^(?:population|audience|crowd|toll|turnout|attendance|membership|workforce|staff|readership|army)$/;
const SHARES =
  /^(?:level|levels|rate|rates|share|turnout|majority|stake|discount|tax|tariff|tariffs|probability|increase|rise|drop|fall|decline|cut|growth|swing|margin)$/;
/** What asks for money. */
const ASKED = /^(?:appeal|bill|request|bid|lawsuit|contract|deal|order)$/;
const SUMS =
  /^(?:fine|fines|bail|bond|profit|profits|loss|losses|cost|costs|damages|revenue|revenues|sales|debt|debts|deficit|surplus|budget|price|salary|compensation|reward|bonus|investment|fund|loan|loans|payment|payments|penalty|penalties|grant|settlement|turnover|income|earnings)$/;

/** "Unemployment": a capital that only opens the sentence goes. */
function inSentence(
  subject: string,
  start: number,
  mentions: Parsed['mentions'],
  tokens: readonly Token[],
): string {
  const named = mentions.some(({ from }) => from <= start);
  return start === 0 && !named && !isDemonym(tokens[0]!.text) && /^\p{Lu}\p{Ll}/u.test(subject)
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : subject;
}

/** "people" for tolls and populations, and for "the number of voters" voters. */
function measuredUnit(subject: string, last: string): string {
  if (
    /\b(?:population|toll|deaths?|dead|killed|injured|wounded|missing|casualties|turnout|attendance)\b/i.test(
      subject,
    )
  )
    return 'people';
  const counted =
    /\bnumber of (?:\p{L}+ )*?(\p{L}+)(?= (?:in|of|on|at|with|without|who|that|\p{Ll}+ing)\b|$)/u.exec(
      subject,
    )?.[1];
  if (!counted) return last;
  return isDemonym(counted) || /^(?:people|persons)$/.test(counted) ? 'people' : counted.toLowerCase();
}

const LONGEST_SUBJECT = 16;

/**
 * Where the subject of a clause begins: its last noun phrase, or all of it when that hangs on something before: "the use
 * of boats in Elm and on the lake", "the number who said they had left Elm". Undefined where that is no plain phrase.
 */
function subjectStart({ tokens, clauses }: Parsed, { verb }: Clause): number | undefined {
  const mark = tokens.findLastIndex(({ type }, i) => i < verb.from && type !== 'word' && type !== 'number');
  const last = nounPhraseBefore(tokens, verb.from, mark + 1);
  if (last === undefined) return undefined;
  const link = tokens[last - 1]?.tag === 'DET' ? last - 2 : last - 1;
  if (link <= mark || !/^(?:ADP|VERB|AUX|CCONJ)$/.test(tokens[link]!.tag)) return last;
  // "The storm went on and the toll rose", "officials said turnout was": its own noun phrase.
  const told = clauses.some(
    ({ verb: other }) => other.from > mark && other.head <= link && other.tense !== 'none',
  );
  const relative = tokens.slice(mark + 1, link).some(({ lower }) => /^(?:who|that|which)$/.test(lower));
  if (told && !relative) return last;
  let from = mark + 1;
  while (from < last && /^(?:CCONJ|SCONJ|ADV|DET)$/.test(tokens[from]!.tag)) from += 1;
  return verb.from - from <= LONGEST_SUBJECT && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from]!.tag)
    ? from
    : undefined;
}

/** First token of the noun phrase that ends at `to`, without its article; "number of people in Elm" is one. */
function nounPhraseBefore(tokens: readonly Token[], to: number, least: number): number | undefined {
  let from = to;
  while (from > least) {
    const { tag, lower } = tokens[from - 1]!;
    const linked =
      /^(?:of|in|from)$/.test(lower) && from < to && /^(?:NOUN|PROPN)$/.test(tokens[from - 2]?.tag ?? '');
    const article =
      tag === 'DET' && /^(?:of|in|from)$/.test(tokens[from - 2]?.lower ?? '') && from - 2 > least;
    const adjective =
      tag === 'VERB' &&
      /(?:ed|ing)$/.test(lower) &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from]?.tag ?? '') &&
      from < to;
    if (!(linked || article || adjective || lower === "'s" || /^(?:NOUN|PROPN|ADJ)$/.test(tag))) break;
    from -= 1;
  }
  while (from < to && /^(?:ADP|DET)$/.test(tokens[from]!.tag)) from += 1;
  // "Ford's": a name that the tagger takes for a verb.
  if (tokens[from]?.lower === "'s") from += /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '') ? -1 : 1;
  const ends =
    /^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag) ||
    tokens[to - 2]?.tag === 'DET' ||
    /^(?:dead|injured|wounded|missing)$/.test(tokens[to - 1]!.lower);
  return from < to && ends ? from : undefined;
}

/** The name before ", whose". */
function nameBefore(tokens: readonly Token[], whose: number): number | undefined {
  let from = tokens[whose - 1]?.text === ',' ? whose - 1 : whose;
  const to = from;
  while (from > 0 && tokens[from - 1]!.tag === 'PROPN') from -= 1;
  return from < to && to === whose - 1 ? from : undefined;
}

/** "pledged €50m for the harbour", "put the damage at $10 million": money that has no noun of its own. */
export function sum(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses } = parsed;
  const { unit } = number;
  const money = unit !== undefined && /^[A-Z]{3}$/.test(unit);
  const before =
    tokens[number.qualifierFrom - 1]?.lower === 'between' ? number.qualifierFrom - 1 : number.qualifierFrom;
  const link = tokens[before - 1]?.lower;
  // "put the toll at 40": what is put somewhere else than at a sum has to be a number itself.
  if (link === 'at' || (money && link === 'worth')) {
    const given = clauses.findLast(
      ({ verb }) => verb.passive && PUT.test(tokens[verb.head]!.lower) && verb.to < before,
    );
    if (given && before - given.verb.to < 8) return putAt(parsed, given, unit, text);
    const put = clauses.findLast(({ verb }) => PUT.test(tokens[verb.head]!.lower) && verb.to < before)?.verb
      .to;
    const whole =
      put !== undefined &&
      before - put < 12 &&
      tokens.slice(put, before).every(({ type }) => type === 'word');
    const from = whole
      ? put + (tokens[put]!.tag === 'DET' ? 1 : 0)
      : money
        ? nounPhraseBefore(tokens, before - 1, 0)
        : undefined;
    if (from === undefined || from >= before - 1) return undefined;
    const subject = written(text, tokens, from, before - 1);
    return { unit: unit ?? measuredUnit(subject, tokens[before - 2]!.lower), subject };
  }
  if (!money) return undefined;
  // "$5 million was raised for the harbour"
  const raised = clauses.find(({ verb }) => verb.from === number.to && verb.passive)?.verb;
  if (raised) {
    const behind = ownComplement(parsed, raised.to, text);
    return behind && { unit, subject: `money ${tokens[raised.head]!.lower} ${behind.words}` };
  }
  // "a reported $50m"
  const start = tokens[before - 1]?.tag === 'VERB' && tokens[before - 2]?.tag === 'DET' ? before - 2 : before;
  const clause = clauses.find(({ verb }) => verb.to === start && !verb.passive);
  const complement = clause && spentOn(parsed, number.to, tokens[clause.verb.head]!.lower, text);
  if (!complement) return undefined;
  const done = pastOf(tokens[clause.verb.head]!.lower);
  return {
    unit,
    subject: done === undefined ? `money ${complement.words}` : `money ${done} ${complement.words}`,
  };
}

/** "(paid $5m) so far on repairs", "for the harbour": what money is for. */
function spentOn(parsed: Parsed, after: number, verb: string, text: string): Complement | undefined {
  const { tokens } = parsed;
  let at = after;
  while (tokens[at]?.tag === 'ADV' && at < after + 3) at += 1;
  const link = tokens[at]?.lower ?? '';
  const spent = link === 'on' && /^(?:spen[dt]|spends|spending|invest|invested|wasted|lavished)$/.test(verb);
  return (spent || /^(?:for|to|towards?|into)$/.test(link)) && tokens[at]!.tag === 'ADP'
    ? words(parsed, at, extent(parsed, at), text)
    : ownComplement(parsed, after, text);
}

/** "The cost of repairs was put at $3m": all that stands before the verb. */
function putAt(
  { tokens, mentions }: Parsed,
  { start, verb }: Clause,
  unit: string | undefined,
  text: string,
): CountedThing | undefined {
  const from = tokens[start]?.tag === 'DET' ? start + 1 : start;
  let to = verb.from;
  while (to > from && tokens[to - 1]!.tag === 'ADV') to -= 1;
  if (to <= from || to - from > 12 || tokens.slice(from, to).some(({ type }) => type !== 'word'))
    return undefined;
  const subject = inSentence(written(text, tokens, from, to), from, mentions, tokens).replace(
    /^estimates? (?:of|for) (?:the )?/,
    '',
  );
  return { unit: unit ?? measuredUnit(subject, tokens[to - 1]!.lower), subject };
}

const PUT = /^(?:put|puts|estimated|estimates|estimate|placed|places)$/;

const PAST: ReadonlyMap<string, string> = new Map(
  'pay paid|pays paid|paid paid|lend lent|lends lent|lent lent|spend spent|spends spent|spent spent|give given|gives given|gave given|send sent|sends sent|sent sent|win won|wins won|won won|lose lost|loses lost|lost lost'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** "pledged" of any form of the verb; undefined for rare ones that are not built in the common way. */
const pastOf = (verb: string): string | undefined =>
  PAST.get(verb) ??
  (verb.endsWith('ed') ? verb : /^\p{L}+[^su]es$/u.test(verb) ? verb.replace(/s$/, 'd') : undefined);
