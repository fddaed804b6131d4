import { extent } from '../sentence/complement-words.js';
import { complementOf, isInner, ownComplement, shareComplement } from './complements.js';
import type { Entities } from '../entities/entities.js';
import { doneTo, eventObject } from './event-objects.js';
import { isDemonym } from '../lexicon/places.js';
import { amountOf, measured, measuredIn, sum, type CountedThing } from './measured.js';
import type { NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';
import { readablePhrase } from './subject-phrases.js';
import type { Token } from '../reading/tokens.js';

/** Nouns that say enough alone; "claims" or "fighters" need to be told whose or where. */
const isSelfEvident = (noun: string): boolean =>
  /^(?:hostages|captives|detainees|refugees|migrants|protesters|victims|survivors|casualties|deaths|infections|arrests|aftershocks)$/.test(
    noun,
  );
/** Lengths, heights, speeds and small coin: measures of a thing, not counts of anything. */
const MEASURES =
  /^(?:miles?|kilomet(?:er|re)s?|km|feet|foot|ft|met(?:er|re)s?|inch(?:es)?|yards?|cents?|degrees?|points?|mph|kph|knots?)$/;
const PEOPLE_HEADS = new Set(['people', 'persons', 'others', 'ones']);

/**
 * What a number counts, as words that stand on their own: the noun after it with its descriptions, and from the rest
 * of the sentence where, or how, they are counted.
 *
 * @param place what "the city" or "there" means here, when it is known
 */
export function countedThing(
  parsed: Parsed,
  number: NumberPhrase,
  text: string,
  entities: Entities,
  place: () => string | undefined = () => undefined,
): CountedThing | undefined {
  const thing = thingCounted(parsed, number, text, entities);
  const subject = thing && readablePhrase(thing.subject, place);
  if (!thing || subject === undefined) return undefined;
  // A clause that had to be cut off may leave a noun that says nothing.
  const cut = !subject.includes(' ') && thing.subject.includes(' ');
  return cut &&
    !thing.unit.match(/^[A-Z]{3}$/) &&
    !isSelfEvident(subject.toLowerCase()) &&
    !NAMES_ITSELF.test(subject)
    ? undefined
    : { ...thing, subject };
}

/** "population", "turnout": what was said more about it may be left out. */
const NAMES_ITSELF = /^(?:population|turnout|attendance|unemployment|inflation|toll|damage|debt|deficit)$/i;

function thingCounted(
  parsed: Parsed,
  number: NumberPhrase,
  text: string,
  entities: Entities,
): CountedThing | undefined {
  const { tokens } = parsed;
  const fate = casualties(parsed, number, text);
  if (fate) return fate;
  const noun = nounAfter(parsed, number);
  if (!noun)
    return measured(parsed, number, text) ?? amountOf(parsed, number, text) ?? sum(parsed, number, text);
  const rate = measuredIn(parsed, number, noun, text);
  if (rate) return rate;
  // "half of the town's 900 people": of whom another number tells.
  if (tokens[noun.to]?.lower === "'s" && tokens[noun.to + 1]?.tag === 'NUM') return undefined;
  const head = tokens[noun.to - 1]!;
  const owner = ownerBefore(tokens, number.qualifierFrom);
  // "5,000 barrels of oil a day": how many in a day.
  const per =
    !number.unit &&
    /^(?:a|per|each|every)$/.test(tokens[noun.to]?.lower ?? '') &&
    /^(?:day|week|month|year|hour|minute)$/.test(tokens[noun.to + 1]?.lower ?? '')
      ? noun.to + 2
      : noun.to;
  // "displaced Palestinian are sheltering": a slip of the report's.
  const slip =
    number.value > 1 &&
    !number.unit &&
    !/s$/.test(head.lower) &&
    /ans?$/.test(head.lower) &&
    isDemonym(`${head.text}s`) &&
    !/^(?:NOUN|PROPN)$/.test(tokens[noun.to]?.tag ?? '');
  const own = `${owner === undefined ? '' : `${written(text, tokens, owner, number.qualifierFrom)} `}${written(text, tokens, noun.from, per)}${slip ? 's' : ''}`;
  const money = /^[A-Z]{3}$/.test(number.unit ?? '');
  const share =
    (noun.partial || number.unit === 'percent') && !isInner(parsed, number)
      ? shareComplement(parsed, noun.to, head, text)
      : undefined;
  const complement =
    share ??
    (isWhole(tokens, number.qualifierFrom) || (money && tokens[noun.to]?.lower === 'to')
      ? ownComplement(parsed, noun.to, text)
      : complementOf(parsed, number, per, head, text, entities));
  const where = inWhere(parsed, number, text, entities);
  const bare = !complement && !where && noun.to - noun.from === 1 && owner === undefined && !number.unit;
  if (bare && !isSelfEvident(head.lower)) return undefined;
  // "5% of its workforce": of whose, and what of it, is not said.
  if (number.unit === 'percent' && !complement && noun.to - noun.from === 1 && owner === undefined)
    return undefined;
  if (!number.unit && (MEASURES.test(head.lower) || MEASURES.test(unitOf(tokens, noun)))) return undefined;
  const said = complement ? `${own} ${complement.words}` : own;
  const subject = tidy(where && !said.endsWith(where) ? `${said} ${where}` : said);
  const unit =
    number.unit ??
    (isDemonym(head.text) || PEOPLE_HEADS.has(head.lower) ? 'people' : unitOf(tokens, noun)) +
      (per > noun.to ? ` ${written(text, tokens, noun.to, per).toLowerCase()}` : '');
  return { unit, subject, ...(complement?.date && !number.unit ? { date: complement.date } : {}) };
}

/** "Elm, where some 400 families shelter": counted in Elm. */
function inWhere(
  { tokens, mentions }: Parsed,
  { qualifierFrom }: NumberPhrase,
  text: string,
  entities: Entities,
): string | undefined {
  if (tokens[qualifierFrom - 1]?.lower !== 'where') return undefined;
  const to = tokens[qualifierFrom - 2]?.text === ',' ? qualifierFrom - 2 : qualifierFrom - 1;
  const place = mentions.find((mention) => mention.to === to);
  return place && entities.list[place.entity]!.type === 'place'
    ? `in ${written(text, tokens, place.from, place.to)}`
    : undefined;
}

/** "two of the nine boats", "half of the town's 900 people": what is said of the part is not said of the whole. */
function isWhole(tokens: readonly Token[], at: number): boolean {
  let of = at - 1;
  while (of > at - 6 && /^(?:DET|PROPN|NOUN|ADJ|PART|PRON)$/.test(tokens[of]?.tag ?? '')) of -= 1;
  const part = tokens[of - 1];
  return (
    tokens[of]?.lower === 'of' &&
    part !== undefined &&
    (part.tag === 'NUM' ||
      /^(?:half|third|quarter|thirds|quarters|percent|most|many|majority|one|some)$/.test(part.lower))
  );
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
  if (/^year-(?:on|over)-year$/.test(tokens[number.to]?.lower ?? '')) return undefined;
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
    // "three children Paul, Ann and Bo"
    !(
      to > from &&
      number.value > 1 &&
      tokens[to]!.tag === 'PROPN' &&
      tokens[to - 1]!.tag === 'NOUN' &&
      isPlural(tokens[to - 1]!)
    ) &&
    // "inspectors crisscrossed the north": the tagger takes rare past forms for adjectives.
    !(
      tokens[to]!.tag === 'ADJ' &&
      tokens[to]!.lower.endsWith('ed') &&
      /^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)
    ) &&
    !(
      number.value > 1 &&
      (!number.unit || number.unit === 'percent') &&
      isVerbAfterPlural(tokens, from, to)
    ) &&
    !dates.some((date) => date.from <= to && date.to > to)
  ) {
    to += 1;
    if (/^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)) end = to;
  }
  if (number.value > 1 && !number.unit && end !== -1 && !isPlural(tokens[end - 1]!))
    end = pluralBeyond(tokens, end);
  end = beyondOwner(tokens, end);
  // "gallons of crude": the measure and the thing measured.
  if (end !== -1 && tokens[end]?.lower === 'of' && /^(?:NOUN|ADJ)$/.test(tokens[end + 1]?.tag ?? '')) {
    let last = end + 1;
    while (last < Math.min(end + 4, tokens.length) && isNominal(tokens, last)) last += 1;
    if (tokens[last - 1]!.tag === 'NOUN') end = last;
  }
  return end === -1 ? undefined : { from, to: alsoCounted(tokens, from, end), partial };
}

/** "of the Bay of Elm's new boats": the boats, not the bay. */
function beyondOwner(tokens: readonly Token[], end: number): number {
  if (end === -1 || tokens[end]?.lower !== 'of') return end;
  let owner = end + 1;
  while (owner < end + 6 && /^(?:DET|PROPN)$/.test(tokens[owner]?.tag ?? '')) owner += 1;
  if (owner === end + 1 || tokens[owner]?.lower !== "'s") return end;
  let to = owner + 1;
  while (to < owner + 6 && to < tokens.length && isNominal(tokens, to)) to += 1;
  return tokens[to - 1]!.tag === 'NOUN' ? to : end;
}

/** More than one of something is a plural; of a people's name the tagger's singular may be one, too. */
const isPlural = ({ lower, text }: Token): boolean =>
  /s$/.test(lower) || UNMARKED_PLURALS.test(lower) || isDemonym(text) || isDemonym(`${text}s`);

/** "33 home runs", "250 chestnut and lime trees": the plural behind a singular; -1 where none is, as in "500 Forum". */
function pluralBeyond(tokens: readonly Token[], end: number): number {
  const next = tokens[end];
  if (
    next?.type === 'word' &&
    /^(?:VERB|NOUN)$/.test(next.tag) &&
    /[^s]s$/.test(next.lower) &&
    next.lower !== 'is' &&
    next.lower !== 'was'
  )
    return end + 1;
  if (
    next?.lower === 'and' &&
    isNominal(tokens, end + 1) &&
    tokens[end + 2]?.tag === 'NOUN' &&
    isPlural(tokens[end + 2]!)
  )
    return end + 3;
  return -1;
}

/** "300 drones and missiles at Elm" are not 300 drones. */
function alsoCounted(tokens: readonly Token[], from: number, end: number): number {
  const [head, link, other, after] = [tokens[end - 1]!, tokens[end], tokens[end + 1], tokens[end + 2]];
  const both = end - from === 1 && link?.lower === 'and' && other?.tag === 'NOUN';
  const plural = /[^s]s$/.test(head.lower) && /[^s]s$/.test(other?.lower ?? '');
  return both && plural && (after === undefined || after.tag === 'ADP' || after.type === 'punct')
    ? end + 2
    : end;
}

/**
 * "a million civilians shelter": the tagger takes such verbs after a plural for nouns. More than one of something is a
 * plural, so a singular noun that would end the phrase after a plural is its verb.
 */
const isVerbAfterPlural = (tokens: readonly Token[], from: number, at: number): boolean =>
  at > from &&
  /[^s]s$/.test(tokens[at - 1]!.lower) &&
  tokens[at]!.tag === 'NOUN' &&
  !/s$/.test(tokens[at]!.lower) &&
  !UNMARKED_PLURALS.test(tokens[at]!.lower) &&
  !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.tag ?? '');
const UNMARKED_PLURALS =
  /^(?:\w*(?:people|men|women|children|folk|staff|personnel|crew|police|aircraft|craft|cattle|livestock|fish|sheep|feet|teeth|mice|geese|data|media|equipment|infantry|cavalry))$/;

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

/** "at least 50 injured", "12 dead", "killed 300 in Elm": people, though nobody says so. */
function casualties(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens } = parsed;
  const acting = tokens[number.to];
  // "another 1,000 marched in Elm"
  if (!number.unit && acting && ACTED.test(acting.lower) && number.value > 2) {
    const end = extent(parsed, number.to + 1);
    return {
      unit: 'people',
      subject: `people who ${written(text, tokens, number.to, Math.max(end, number.to + 1))}`,
    };
  }
  const at = number.unit ? number.to : fateAt(tokens, number.to);
  const fate = tokens[at];
  const verb = tokens[number.qualifierFrom - 1]?.lower ?? '';
  const done = doneTo(verb) ?? verb;
  if (
    !number.unit &&
    /^(?:killed|injured|wounded|arrested|detained|displaced)$/.test(done) &&
    !/^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(fate?.tag ?? '') &&
    fate?.lower !== 'of'
  ) {
    const where = fate?.lower === 'in' ? placeAfter(tokens, number.to) : number.to;
    const event = where === number.to ? eventObject(parsed, number, text) : undefined;
    const how = event?.words.startsWith(done)
      ? event.words
      : `${done} ${written(text, tokens, number.to, where)}`;
    return { unit: 'people', subject: tidy(`people ${how}`), ...(event?.date ? { date: event.date } : {}) };
  }
  if (
    !fate ||
    !/^(?:killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|homeless|hospitalized|rescued|saved|evacuated|freed|released|hospitalised|infected|feared|trapped)$/.test(
      fate.lower,
    )
  )
    return undefined;
  // "40 displaced families" are families.
  if (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.tag ?? '')) return undefined;
  let to = at + 1;
  while (
    to < at + 8 &&
    tokens[to] &&
    /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[to]!.tag) &&
    (tokens[to]!.tag !== 'ADP' || tokens[to]!.lower === 'in' || tokens[to]!.lower === 'from')
  )
    to += 1;
  while (to > at + 1 && !/^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)) to -= 1;
  return { unit: 'people', subject: tidy(`people ${written(text, tokens, at, to)}`) };
}

const ACTED =
  /^(?:died|perished|drowned|demonstrated|marched|protested|rallied|fled|gathered|survived|attended)$/;

/** "12 were killed", "300 have been left homeless", "40 others injured": where the word for what befell them stands. */
function fateAt(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    at < from + 4 &&
    (tokens[at]?.tag === 'AUX' || /^(?:others|more|made|left|reported)$/.test(tokens[at]?.lower ?? ''))
  )
    at += 1;
  return at;
}

/** "in Elm", "in the old town": where such words end. */
function placeAfter(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  while (to < at + 6 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[to]?.tag ?? '')) to += 1;
  return /^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag) ? to : at;
}
