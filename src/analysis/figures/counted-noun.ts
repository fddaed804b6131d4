import { isSpeechVerb } from '../lexicon/speech.js';
import { isDemonym } from '../lexicon/places.js';
import { isPersonNoun } from '../lexicon/roles.js';
import { TIME_UNITS } from '../lexicon/time.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { mentionAt, type Parsed } from '../sentence/parse.js';

/** The noun phrase counted: "remaining battalions", "of the 200 people" (`partial`), "of Norwegians". */
export function nounAfter(
  parsed: Parsed,
  number: NumberPhrase,
): { from: number; to: number; partial: boolean } | undefined {
  const { tokens, dates, numbers } = parsed;
  // "half the women" are half of them.
  const of =
    tokens[number.to]?.lower === 'of' ||
    (number.unit === 'percent' && number.spelled && tokens[number.to]?.lower === 'the');
  // "rose 5 percent", "paid $3 million": what follows without "of" is another matter.
  if (
    number.unit === 'percent' &&
    !of &&
    tokens[number.to]?.tag !== 'NOUN' &&
    !(isDemonym(tokens[number.to]?.text ?? '') && tokens[number.to]!.lower.endsWith('s'))
  )
    return undefined;
  if (/^year-(?:on|over|to)-(?:year|date)$/.test(tokens[number.to]?.lower ?? '')) return undefined;
  // "$3 million in damages" is about the damages.
  const isSum = number.unit !== undefined && number.unit !== 'percent';
  const spent = isSum && tokens[number.to]?.lower === 'in';
  // "spent $3m cleaning up the bay"
  if (isSum && !spent && /ing$/.test(tokens[number.to]?.lower ?? '') && tokens[number.to + 1]?.tag === 'ADP')
    return undefined;
  // "$3m worth of herring"
  const worth = isSum && tokens[number.to]?.lower === 'worth' && tokens[number.to + 1]?.lower === 'of';
  let from = spent ? number.to + 1 : worth ? number.to + 2 : number.to;
  // "closed at $40 in New Elm": where, and not in what
  const name = spent && tokens[from]?.tag === 'DET' ? mentionAt(parsed, from + 1) : undefined;
  if (spent && tokens[from]?.tag === 'PROPN' && mentionAt(parsed, from)) return undefined;
  // "raised $5m in the US"
  if (name && !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[name.to]?.tag ?? '')) return undefined;
  if (
    spent &&
    tokens.slice(from, from + 3).some(({ lower }) => /^(?:trading|trade|dealings|deals)$/.test(lower))
  )
    return undefined;
  if (of) {
    from += 1;
    while (
      /^(?:the|its|their|our|these|those|all|an|a|more|than|about|some|over|estimated|nearly)$/.test(
        tokens[from]?.lower ?? '',
      ) ||
      tokens[from]?.tag === 'NUM'
    )
      // "of the 1.2m homes"
      from = numbers.find((inner) => inner.from === from)?.to ?? from + 1;
  }
  // "of those polled"
  if (of && tokens[from - 1]!.lower === 'those' && tokens[from]?.tag === 'VERB' && isPolled(tokens[from]!))
    return { from, to: from + 1, partial: false };
  // "reported 40 “grave accidents”"
  if (tokens[from]?.type === 'open' && tokens[from]!.lower !== '(') from += 1;
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
    to = behindName(parsed, to + 1);
    // "a $25 million fine": the tagger's adjective
    const fine = isSum && tokens[to - 1]!.lower === 'fine';
    if (fine || /^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag)) end = to;
  }
  // "worth $3m last summer", "losses of $3m in the third quarter"
  if (number.unit && end !== -1 && isTime(tokens[end - 1]!) && (spent || end === from + 1)) return undefined;
  // "$3m OSLO | Tuesday", "$3m Ms Vold said": what has run into another line; a name is no sum's noun.
  if (isSum && end !== -1 && !of && !spent && tokens.slice(from, end).every(({ tag }) => tag === 'PROPN'))
    return undefined;
  // "$3m worth of cooking and heating oil"
  if (worth && tokens[end]?.lower === 'and' && /ing$/.test(tokens[end - 1]?.lower ?? '')) return undefined;
  // "half the result of a storm"
  if (
    of &&
    number.spelled &&
    tokens[number.to]!.lower === 'the' &&
    NO_WHOLE.test(tokens[end - 1]?.lower ?? '')
  )
    return undefined;
  if (number.value > 1 && !number.unit && end !== -1 && !isPlural(tokens[end - 1]!))
    end = pluralBeyond(tokens, end);
  // "23 Norwegian and Swedish sailors"
  else if (
    end !== -1 &&
    isDemonym(tokens[end - 1]!.text) &&
    tokens[end]?.lower === 'and' &&
    isDemonym(tokens[end + 1]?.text ?? '')
  )
    end = pluralSoon(tokens, end + 2) ?? end;
  end = beyondOwner(tokens, end);
  // "gallons of crude", "gallons (15 liters) of crude": the measure and the thing measured.
  const measured = end === -1 ? end : behindConversion(tokens, end);
  if (
    end !== -1 &&
    tokens[measured]?.lower === 'of' &&
    /^(?:NOUN|ADJ)$/.test(tokens[measured + 1]?.tag ?? '')
  ) {
    let last = measured + 1;
    while (last < Math.min(measured + 4, tokens.length) && isNominal(tokens, last)) last += 1;
    if (tokens[last - 1]!.tag === 'NOUN') end = last;
  }
  return end === -1 ? undefined : { from, to: alsoCounted(tokens, from, end), partial };
}

const NO_WHOLE = /^(?:result|battle|story|price|size|speed|distance|fun|problem|level|levels|rate|average)$/;

const isTime = ({ lower }: Token): boolean =>
  TIME_UNITS.has(lower) || /^(?:spring|summer|autumn|fall|winter|season|weekend|quarter)$/.test(lower);

/** Where "(15 million liters)" right behind a measure ends, that says it in another one. */
export function behindConversion(tokens: readonly Token[], at: number): number {
  // A quotation's mark, too: "“grave accidents” in Elm".
  if (tokens[at]?.type === 'close' && tokens[at]!.lower !== ')') return at + 1;
  if (tokens[at]?.lower !== '(' || tokens.slice(at + 1, at + 4).every(({ tag }) => tag !== 'NUM')) return at;
  const close = tokens.slice(at, at + 8).findIndex(({ lower }) => lower === ')');
  return close === -1 ? at : at + close + 1;
}

/** "destroyed 30 homes and damaged 12 others": what the number before counts, where those are no people. */
export function othersMeant(parsed: Parsed, { qualifierFrom, unit }: NumberPhrase): Token | undefined {
  const before = parsed.numbers.findLast((it) => it.to < qualifierFrom && !it.unit);
  const noun = before && !unit ? nounAfter(parsed, before) : undefined;
  const head = noun && parsed.tokens[noun.to - 1]!;
  return head && /[^s]s$/.test(head.lower) && !isPersonNoun(head.lower) && head.lower !== 'others'
    ? head
    : undefined;
}

/** Those whom a survey asked. */
export const isPolled = ({ lower }: Token): boolean =>
  /^(?:polled|surveyed|questioned|interviewed|asked)$/.test(lower);

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
    !(next.tag === 'VERB' && (tokens[end - 1]!.tag === 'PROPN' || isSpeechVerb(next.lower))) &&
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

/** Behind the plural that a noun or two lead to: "sea brigands". */
function pluralSoon(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < from + 3 && tokens[i]?.tag === 'NOUN'; i += 1)
    if (/[^s]s$/.test(tokens[i]!.lower)) return i + 1;
  return undefined;
}

/** "40 Gulf of Elm wells": a name with its small words describes what is counted. */
function behindName(parsed: Parsed, to: number): number {
  const name = mentionAt(parsed, to - 1);
  const goesOn =
    name && name.to > to && parsed.tokens[to]!.lower === 'of' && isNominal(parsed.tokens, name.to);
  return goesOn ? name.to : to;
}

/** "300 drones and missiles at Elm" are not 300 drones. */
function alsoCounted(tokens: readonly Token[], from: number, end: number): number {
  const [head, link, other, after] = [tokens[end - 1]!, tokens[end], tokens[end + 1], tokens[end + 2]];
  const both =
    end - from === 1 &&
    link?.lower === 'and' &&
    other?.tag === 'NOUN' &&
    !/^(?:b|m|tr)illions$|^(?:thousands|hundreds|dozens|tens)$/.test(other.lower);
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
  // "two children press against the door"
  /[^s]s$|^(?:people|men|women|children)$/.test(tokens[at - 1]!.lower) &&
  tokens[at]!.tag === 'NOUN' &&
  !/[^s]s$/.test(tokens[at]!.lower) &&
  !UNMARKED_PLURALS.test(tokens[at]!.lower) &&
  !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.tag ?? '');
const UNMARKED_PLURALS =
  /^(?:\w*(?:people|men|women|children|folk|staff|personnel|crew|police|aircraft|craft|cattle|livestock|fish|sheep|feet|teeth|mice|geese|data|media|equipment|infantry|cavalry))$/;

function isNominal(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  const { tag, lower, type } = token;
  // "taxpayers' money"
  if (/^['’]$/.test(token.text))
    return /s$/.test(tokens[i - 1]?.lower ?? '') && /^(?:NOUN|ADJ)$/.test(tokens[i + 1]?.tag ?? '');
  if (type !== 'word') return false;
  if (lower === "'s")
    return (
      /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.tag ?? '') &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.tag ?? '')
    );
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ') return lower !== 'more';
  // "displaced families", "missing crew": a participle before its noun.
  const beforeNoun = /^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.tag ?? '');
  return tag === 'VERB' && /(?:ed|ing)$/.test(lower) && beforeNoun && tokens[i - 1]?.tag !== 'NOUN';
}

/** "the army's four battalions": token index where the owner's name begins. */
export function ownerBefore(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at - 1]?.lower !== "'s" || tokens[at - 2]?.tag !== 'PROPN') return undefined;
  let from = at - 2;
  while (from > 0 && tokens[from - 1]!.tag === 'PROPN') from -= 1;
  return from;
}
