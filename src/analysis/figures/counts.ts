import type { Entities } from '../entities/entities.js';
import { TIME_UNITS } from '../lexicon/time.js';
import { behindBracket, type NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { isPersonNoun } from '../lexicon/roles.js';
import { mentionAt, type Parsed } from '../sentence/parse.js';
import { behindConversion } from './counted-noun.js';
import { isStep } from './moves.js';
import { isOfThem, partOfCounted } from './parts.js';
import { isMagnitude, prisonTerm } from './terms.js';

/** Small numbers written in letters count things worth following only when the thing is one of these. */
const COUNTABLE = new Set(
  `people persons civilians soldiers troops hostages captives prisoners detainees militants fighters gunmen victims survivors dead deaths wounded
  injured casualties bodies children women men workers miners passengers crew students protesters demonstrators police policemen officers
  battalions brigades divisions aircraft planes jets helicopters ships vessels boats submarines tankers trucks tanks missiles rockets drones
  bombs homes houses buildings schools hospitals villages cases infections arrests seats votes points acres hectares tons tonnes barrels
  gallons doses jobs wells rigs warheads satellites`.split(/\s+/),
);
const IDENTIFIERS = new Set(
  'no number magnitude resolution flight route highway interstate article section chapter page room channel level category phase version type class division act group unit block gate line psalm verse rule grade apollo boeing airbus model title day week year season episode round week volume issue'.split(
    ' ',
  ),
);
const SPEAKING_PEOPLE = new Set(
  'official officials source sources person people diplomats aides witnesses experts analysts'.split(' '),
);

/** "€2m ($2.6m)", "40 miles (64 km)": the same again. */
const isConverted = ({ tokens, numbers }: Parsed, number: NumberPhrase): boolean =>
  numbers.some(
    (other) =>
      other.to < number.from &&
      ((other.unit !== undefined &&
        number.unit !== undefined &&
        other.unit !== number.unit &&
        other.to === number.qualifierFrom - 1 &&
        tokens[other.to]!.lower === '(') ||
        behindBracket(tokens, other) > number.to ||
        (tokens[number.qualifierFrom - 1]?.lower === '(' &&
          number.qualifierFrom - other.to < 5 &&
          behindConversion(tokens, number.qualifierFrom - 1) > number.to &&
          isNounOnly(tokens, number.to))),
  );

/** "fell 24 and 14 percent respectively": which is whose, the order tells. */
const isOneOfTwo = ({ tokens, numbers }: Parsed, number: NumberPhrase): boolean =>
  numbers.some(
    (other) =>
      (other.to === number.from - 1 && tokens[other.to]!.lower === 'and' && !other.unit && number.unit) ||
      (number.to === other.from - 1 && tokens[number.to]!.lower === 'and' && !number.unit && other.unit),
  ) && tokens.some(({ lower }) => lower === 'respectively');

const isDigits = (token: Token | undefined): boolean => token?.type === 'number';

/** "liters)" */
function isNounOnly(tokens: readonly Token[], from: number): boolean {
  let to = from;
  while (/^(?:NOUN|ADJ)$/.test(tokens[to]?.tag ?? '')) to += 1;
  return to > from && tokens[to]?.lower === ')';
}

const PARENTS = /^(?:mothers?|fathers?|parents?|mums?|moms?|dads?|grandmothers?|grandfathers?)$/;

/** Sorts out what is no figure: dates, ages, times, durations, names with numbers, scores, and "two officials". */
export function isCount(parsed: Parsed, number: NumberPhrase, text: string): boolean {
  const { tokens, dates } = parsed;
  const { from, to, value, unit, spelled, qualifier } = number;
  if (isMagnitude(tokens, number) || prisonTerm(parsed, number, text)) return true;
  if (dates.some((date) => date.from < to && date.to > from)) return false;
  // "a mother of 12": of whom, she is told by.
  if (tokens[from - 1]?.lower === 'of' && PARENTS.test(tokens[from - 2]?.lower ?? '')) return false;
  // "the first half of the game"
  if (
    unit === 'percent' &&
    spelled &&
    /^(?:first|second|other|latter|last)$/.test(tokens[from - 1]?.lower ?? '')
  )
    return false;
  if (isConverted(parsed, number) || isOneOfTwo(parsed, number)) return false;
  // "between 9m litres (2m gallons) and 12m": the other end is not known.
  if (number.upper === undefined && isHalfRange(parsed, number)) return false;
  if (unit) return true;
  if (number.ballot !== undefined) return true;
  if (number.measure !== undefined) return value >= 10;
  if (isStep(parsed, number)) return true;
  const before = tokens[number.qualifierFrom - 1];
  const after = tokens[to];
  // "0370 numbers", "491.7 pence"
  if (/^0\d/.test(tokens[from]!.text) || after?.lower === 'pence') return false;
  // "call 0370 60 60 900"
  if (!spelled && (isDigits(tokens[from - 1]) || isDigits(after)) && !dates.some((it) => it.to === from))
    return false;
  if (value === 0 || (value === 1 && !qualifier) || !Number.isFinite(value)) return false;
  if (
    after &&
    (TIME_UNITS.has(after.lower) ||
      /^(?:minutes?|seconds?|seasons?|decades?|centur(?:y|ies)|am|pm|p|a|o'clock|times?|straight|consecutive|degrees?|st|nd|rd|th|km|cm|mm|mph|kph|kmh|ft|d)$/.test(
        after.lower,
      ))
  )
    return false;
  if (after && /-(?:day|week|month|year|hour|minute)/.test(after.lower)) return false;
  if (after?.text === ':' && tokens[to + 1]?.type === 'number') return false;
  // "the 1200 block of Elm Street"
  if (after?.lower === 'block') return false;
  // ".358" is a rate, and its point stands apart.
  if (before?.text === '.' && before.end === tokens[from]!.start) return false;
  // "2237 The minister arrives": a live report's clock.
  if (from === 0 && !spelled && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens[0]!.text)) return false;
  // "the 1920 s"
  if (after?.lower === 's') return false;
  if (tokens[from - 1]?.text === ':' && tokens[from - 2]?.type === 'number') return false;
  if (after && /^(?:local|gmt|bst|utc|e[sd]t|p[sd]t|cet|hrs)$/.test(after.lower)) return false;
  if (isAge(tokens, number)) return false;
  // "some 900 prisoners, including 100 serving life sentences": of the prisoners, not of the sentences.
  if (before?.lower === 'including' && after?.lower.endsWith('ing')) return false;
  if (
    !spelled &&
    /^(?:1[5-9]|20)\d\d$/.test(tokens[from]!.text) &&
    !qualifier &&
    !/s$/.test(after?.lower ?? '')
  )
    return false;
  if (before && (IDENTIFIERS.has(before.lower) || before.text === '#')) return false;
  if (
    before &&
    !spelled &&
    number.qualifierFrom === from &&
    /^\p{Lu}/u.test(before.text) &&
    before.type === 'word' &&
    from > 1 &&
    !mentionAt(parsed, from - 1)
  )
    return false;
  // "an 11 - year - old boy", and both halves of "won 17 - 14".
  if (isYearOf(tokens, number) || isRank(tokens, to)) return false;
  // "the 9/11 attacks"
  if (after?.text === '/' || after?.text === '\\' || before?.text === '/') return false;
  if (after?.text === '-' || (before?.text === '-' && tokens[from - 2]?.type === 'number')) return false;
  // "a 32 yard field"
  if (value > 1 && after && SINGLE_MEASURE.test(after.lower) && !isKind(tokens, to)) return false;
  if (/^\d+-\d+$/.test(tokens[from]!.text))
    return !/^(?:win|victory|loss|defeat|lead|deficit|draw|vote|record|at|over|against)$/.test(
      tokens[to]?.lower ?? '',
    );
  if (spelled && /^\p{Lu}/u.test(tokens[from]!.text) && from > 0 && tokens[from - 1]!.type === 'word')
    return false;
  if (/^(?:killed|dead|injured|wounded|missing|arrested)$/.test(after?.lower ?? '')) return true;
  if (value > 1 && partOfCounted(parsed, number, text)) return true;
  return value >= 13 || (value >= 10 && !spelled) || isCountable(tokens, number);
}

/** "the 2004 floods", "Elm’s 2007 games": a year, though a plural follows. */
const isYearOf = (tokens: readonly Token[], { from, qualifierFrom, spelled }: NumberPhrase): boolean =>
  qualifierFrom === from &&
  !spelled &&
  /^(?:19|20)\d\d$/.test(tokens[from]!.text) &&
  /^(?:the|'s|’s|its|their|his|her)$/.test(tokens[from - 1]?.lower ?? '');

/** "the 20 biggest mills" */
const isRank = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'ADJ' && /(?:[^r]est|^most|^top)$/.test(tokens[at]!.lower);

/** Either end of a range that is not read as one. */
const isHalfRange = ({ tokens, numbers }: Parsed, { qualifierFrom }: NumberPhrase): boolean => {
  const opens = (at: number): boolean => tokens[at - 1]?.lower === 'between';
  return tokens[qualifierFrom - 1]?.lower === 'and'
    ? numbers.some((it) => it.to < qualifierFrom && it.upper === undefined && opens(it.qualifierFrom))
    : opens(qualifierFrom);
};

/** "13 member agencies" count what follows. */
const isKind = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.lower === 'member' && tokens[at + 1]?.tag === 'NOUN' && /[^s]s$/.test(tokens[at + 1]!.lower);

const SINGLE_MEASURE =
  /^(?:yard|mile|foot|meter|metre|inch|pound|ton|tonne|gallon|acre|page|story|storey|point|man|member|caliber|calibre|gauge)$/;

/** "Falcon 9 rockets": a small number behind a name that is no place's. */
export function isModel(
  parsed: Parsed,
  { from, qualifierFrom, value, spelled, unit }: NumberPhrase,
  entities: Entities,
): boolean {
  if (spelled || unit || value >= 13 || qualifierFrom !== from) return false;
  const name = mentionAt(parsed, from - 1);
  return name !== undefined && entities.list[name.entity]!.type !== 'place';
}

const AT_LEVEL =
  /^(?:stood|stands|standing|remains|remained|puts?|estimate[ds]?|capped|toll|number|figure|total)$/;

function isAge(tokens: readonly Token[], { from, to, value }: NumberPhrase): boolean {
  if (value > 120) return false;
  const [before, after] = [tokens[from - 1], tokens[to]];
  // "visitors who are 18 or older"
  if (after?.lower === 'or' && /^(?:older|over|above|younger|under)$/.test(tokens[to + 1]?.lower ?? ''))
    return true;
  // "the toll stood at 40": no age
  const level =
    before?.lower === 'at' &&
    tokens.slice(Math.max(0, from - 4), from - 1).some(({ lower }) => AT_LEVEL.test(lower));
  if (
    /^(?:aged|age|at)$/.test(before?.lower ?? '') &&
    !level &&
    (after?.type !== 'word' || after.tag !== 'NOUN')
  )
    return true;
  return (
    before?.text === ',' &&
    (after?.text === ',' || after?.text === '.' || after === undefined) &&
    tokens[from - 2]?.tag === 'PROPN'
  );
}

/** A small count of something concrete, or one that is said to be exact or not: "at least three". */
function isCountable(tokens: readonly Token[], number: NumberPhrase): boolean {
  // "two of them children"
  const from = isOfThem(tokens, number.to) ? number.to + 2 : number.to;
  for (let i = from; i < Math.min(tokens.length, from + 5); i += 1) {
    const { lower, tag, type } = tokens[i]!;
    if (type !== 'word' || tag === 'ADP' || tag === 'DET') return false;
    // "three remaining brigades": a participle before the noun.
    if (tag === 'VERB' && /(?:ing|ed)$/.test(lower) && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.tag ?? ''))
      continue;
    if (SPEAKING_PEOPLE.has(lower))
      return (
        lower === 'people' &&
        !tokens.slice(i + 1, i + 3).some((token) => /^(?:familiar|involved|close|briefed)$/.test(token.lower))
      );
    if (COUNTABLE.has(lower)) return true;
    if (tag === 'NOUN' && isPersonNoun(lower) && meetsFate(tokens, i + 1)) return true;
    if (tag === 'VERB' || tag === 'AUX') return false;
    if (tag === 'NOUN' && tokens[i + 1]?.tag !== 'NOUN')
      return (
        number.qualifier !== undefined &&
        number.value > 1 &&
        /^(?:at least|more than|up to|nearly|over|fewer than|less than|as many as)$/.test(number.qualifier)
      );
  }
  return false;
}

const FATES =
  /^(?:killed|dead|died|injured|wounded|hurt|burned|burnt|arrested|detained|charged|jailed|freed|released|shot|missing|hospitali[sz]ed|rescued|kidnapped|abducted|convicted|sentenced|suspended|fired|dismissed|expelled|resigned|abstained|dissented|evicted|executed)$/;

/** "three nurses were hurt": few are worth following for what became of them. */
function meetsFate(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.tag === 'AUX' || tokens[at]?.tag === 'ADV') at += 1;
  // "three nurses released a statement"
  const theirs = at === from && /^(?:DET|PROPN|PRON|NUM|NOUN|ADJ)$/.test(tokens[at + 1]?.tag ?? '');
  return !theirs && FATES.test(tokens[at]?.lower ?? '');
}
