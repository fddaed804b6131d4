import { complementOf, shareComplement } from './complements.js';
import type { TimeExpression } from './day-range.js';
import type { Entities } from './entities.js';
import { isDemonym } from './lexicon/places.js';
import type { NumberPhrase } from './numbers.js';
import { written, type Parsed } from './parse.js';
import type { Token } from './tokens.js';

/** What a number counts. */
export interface CountedThing {
  readonly unit: string;
  readonly subject: string;
  readonly date?: TimeExpression;
}

/** Nouns that say enough alone; "claims" or "shares" need to be told whose or where. */
const isSelfEvident = (noun: string): boolean =>
  /^(?:hostages|captives|prisoners|detainees|refugees|migrants|soldiers|troops|civilians|militants|fighters|protesters|victims|survivors|casualties|deaths|infections|arrests|aftershocks|battalions|warheads|missiles|rockets|drones|trucks|tents)$/.test(
    noun,
  );
/** Lengths, heights, speeds and small coin: measures of a thing, not counts of anything. */
const MEASURES =
  /^(?:miles?|kilomet(?:er|re)s?|km|feet|foot|met(?:er|re)s?|inch(?:es)?|yards?|cents?|degrees?|mph|kph|knots?)$/;
const PEOPLE_HEADS = new Set(['people', 'persons', 'others', 'ones']);
const RISING =
  /^(?:is|was|are|were|stands|stood|reached|reaches|rose|risen|rise|rises|fell|fallen|grew|grown|climbed|swelled|swollen|increased|dropped|declined|jumped|hit|totaled|totalled|topped|exceeded|passed|surpassed|edged|gained|lost|slipped|surged|soared)$/;

/**
 * What a number counts, as words that stand on their own: the noun after it with its descriptions, and from the rest
 * of the sentence where, or how, they are counted.
 */
export function countedThing(
  parsed: Parsed,
  number: NumberPhrase,
  text: string,
  entities: Entities,
): CountedThing | undefined {
  const { tokens } = parsed;
  const fate = casualties(parsed, number, text);
  if (fate) return fate;
  const noun = nounAfter(parsed, number);
  if (!noun) return measured(parsed, number, text);
  const head = tokens[noun.to - 1]!;
  const owner = ownerBefore(tokens, number.qualifierFrom);
  const own = `${owner === undefined ? '' : `${written(text, tokens, owner, number.qualifierFrom)} `}${written(text, tokens, noun.from, noun.to)}`;
  const share =
    noun.partial || number.unit === 'percent' ? shareComplement(parsed, noun.to, head, text) : undefined;
  const complement = share ?? complementOf(parsed, number, noun.to, head, text, entities);
  const bare = !complement && noun.to - noun.from === 1 && owner === undefined && !number.unit;
  if (bare && !isSelfEvident(head.lower)) return undefined;
  if (MEASURES.test(head.lower) && !number.unit) return undefined;
  const subject = tidy(complement ? `${own} ${complement.words}` : own);
  const unit =
    number.unit ?? (isDemonym(head.text) || PEOPLE_HEADS.has(head.lower) ? 'people' : unitOf(tokens, noun));
  return { unit, subject, ...(complement?.date && !number.unit ? { date: complement.date } : {}) };
}

/** The head of "barrels of oil" is "barrels". */
function unitOf(tokens: readonly Token[], { from, to }: { from: number; to: number }): string {
  const of = tokens.slice(from, to).findIndex((token) => token.lower === 'of');
  return tokens[of > 0 ? from + of - 1 : to - 1]!.lower;
}

const tidy = (subject: string): string =>
  subject
    .replace(/\s+/g, ' ')
    .replace(/\s+([,’'])/g, '$1')
    .trim();

/** The noun phrase counted: "remaining battalions", "of the 200 people" (`partial`), "of Norwegians". */
function nounAfter(
  { tokens, dates }: Parsed,
  number: NumberPhrase,
): { from: number; to: number; partial: boolean } | undefined {
  const of = tokens[number.to]?.lower === 'of';
  // "rose 5 percent", "paid $3 million": what follows without "of" is another matter.
  if (number.unit === 'percent' && !of && tokens[number.to]?.tag !== 'NOUN') return undefined;
  // "$3 million in damages" is about the damages.
  const spent = number.unit !== undefined && number.unit !== 'percent' && tokens[number.to]?.lower === 'in';
  let from = spent ? number.to + 1 : number.to;
  if (of) {
    from += 1;
    while (
      /^(?:the|its|their|these|those|all|an|a|more|than|about|some|over|estimated|nearly)$/.test(
        tokens[from]?.lower ?? '',
      ) ||
      tokens[from]?.tag === 'NUM'
    )
      from += 1;
  }
  const partial = of && tokens.slice(number.to, from).some((token) => token.tag === 'NUM');
  while (
    /^(?:more|other|additional|further|new|extra|the|final|last|or|so)$/.test(tokens[from]?.lower ?? '') &&
    from < number.to + 5
  )
    from += 1;
  let to = from;
  let end = -1;
  while (
    to < tokens.length &&
    to - from < 7 &&
    isNominal(tokens, to) &&
    !isState(tokens, from, to) &&
    !dates.some((date) => date.from <= to && date.to > to)
  ) {
    to += 1;
    if (/^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)) end = to;
  }
  // "gallons of crude": the measure and the thing measured.
  if (end !== -1 && tokens[end]?.lower === 'of' && /^(?:NOUN|ADJ)$/.test(tokens[end + 1]?.tag ?? '')) {
    let last = end + 1;
    while (last < Math.min(end + 4, tokens.length) && isNominal(tokens, last)) last += 1;
    if (tokens[last - 1]!.tag === 'NOUN') end = last;
  }
  return end === -1 ? undefined : { from, to: end, partial };
}

/** "sailors support": the tagger takes such verbs after a plural for nouns. */
const isState = (tokens: readonly Token[], from: number, at: number): boolean =>
  at > from &&
  /^(?:support|oppose|back|favor|favour|believe|want)$/.test(tokens[at]!.lower) &&
  tokens[at - 1]!.lower.endsWith('s');

function isNominal(tokens: readonly Token[], i: number): boolean {
  const { tag, lower, type } = tokens[i]!;
  if (type !== 'word') return false;
  if (lower === "'s")
    return tokens[i - 1]?.tag === 'PROPN' && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.tag ?? '');
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ') return lower !== 'more';
  // "displaced families", "missing crew": a participle before its noun.
  const beforeNoun = /^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.tag ?? '');
  return tag === 'VERB' && /(?:ed|ing)$/.test(lower) && beforeNoun && tokens[i - 1]?.tag !== 'NOUN';
}

/** "the army's four battalions": token index where the owner's name begins. */
function ownerBefore(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at - 1]?.lower !== "'s" || tokens[at - 2]?.tag !== 'PROPN') return undefined;
  let from = at - 2;
  while (from > 0 && tokens[from - 1]!.tag === 'PROPN') from -= 1;
  return from;
}

/** "at least 50 injured", "12 dead": people, though nobody says so. */
function casualties({ tokens }: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const fate = tokens[number.to];
  if (
    !fate ||
    !/^(?:killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|homeless|hospitalized|rescued|saved|evacuated|freed|released|hospitalised|infected|feared|trapped)$/.test(
      fate.lower,
    )
  )
    return undefined;
  // "40 displaced families" are families.
  if (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[number.to + 1]?.tag ?? '')) return undefined;
  let to = number.to + 1;
  while (
    to < number.to + 8 &&
    tokens[to] &&
    /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[to]!.tag) &&
    (tokens[to]!.tag !== 'ADP' || tokens[to]!.lower === 'in' || tokens[to]!.lower === 'from')
  )
    to += 1;
  while (to > number.to + 1 && !/^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)) to -= 1;
  return { unit: 'people', subject: tidy(`people ${written(text, tokens, number.to, to)}`) };
}

/** A number with no noun of its own measures its verb's subject: "the toll rose to 120". */
function measured({ tokens, clauses }: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const clause = clauses.findLast(({ verb }) => verb.head < number.from);
  if (!clause || clause.verb.tense === 'none' || !RISING.test(tokens[clause.verb.head]!.lower))
    return undefined;
  if (number.from - clause.verb.to > 6) return undefined;
  let { start } = clause;
  while (
    start < clause.verb.from &&
    (tokens[start]!.type !== 'word' || /^(?:DET|CCONJ|ADV|SCONJ)$/.test(tokens[start]!.tag))
  )
    start += 1;
  let to = start;
  while (to < clause.verb.from && tokens[to]!.type === 'word') to += 1;
  if (
    to <= start ||
    tokens[start]!.tag === 'PRON' ||
    /^(?:this|that|who|which|there)$/.test(tokens[start]!.lower)
  )
    return undefined;
  const subject = written(text, tokens, start, to);
  const people =
    /\b(?:population|toll|deaths?|dead|killed|injured|wounded|missing|casualties|turnout|attendance)\b/i.test(
      subject,
    );
  return { unit: number.unit ?? (people ? 'people' : (tokens[to - 1]?.lower ?? 'units')), subject };
}
