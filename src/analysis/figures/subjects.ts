import { complementOf, isInner, ownComplement } from './complements.js';
import type { Entities } from '../entities/entities.js';
import { doerOf } from './event-objects.js';
import { isDemonym } from '../lexicon/places.js';
import { changedBy, changedTo, stepIn } from './changes.js';
import { isMoney, measured, flow, measuredIn, type CountedThing } from './measured.js';
import { beforeAside, isStep } from './moves.js';
import { bracketedShare, partOf, partOfCounted } from './parts.js';
import { sameNoun } from './same-again.js';
import { priceOf } from './prices.js';
import { extent, words } from '../sentence/complement-words.js';
import { onWhich } from './joined.js';
import { amountOf, putAt, SHARES, sizeBehind, sum } from './sums.js';
import type { NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';
import { atScene, casualties } from './casualties.js';
import { behindConversion, isPolled, nounAfter, othersMeant, ownerBefore } from './counted-noun.js';
import { answered, shareComplement, shareOfSame } from './shares.js';
import { readablePhrase, saysThere, tidy } from './subject-phrases.js';
import { inWhere, townOf } from './where-counted.js';
import { magnitude, prisonTerm } from './terms.js';
import { votes, voteShare } from './votes.js';
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
  const counted = thingCounted(parsed, number, text, entities);
  const thing = counted && atScene(parsed, number, counted, text, entities);
  const subject = thing && readablePhrase(arrived(thing.subject, parsed, number, entities, place), place);
  if (!thing || subject === undefined) return undefined;
  // A clause that had to be cut off may leave a noun that says nothing.
  const cut = !subject.includes(' ') && thing.subject.includes(' ');
  return cut &&
    !thing.unit.match(/^[A-Z]{3}$/) &&
    !isSelfEvident(subject.toLowerCase()) &&
    !NAMES_ITSELF.test(subject)
    ? undefined
    : { ...thing, subject: `${subject}${money(thing) ? perUnit(parsed, number, subject) : ''}` };
}

const money = ({ unit }: CountedThing): boolean => /^[A-Z]{3}$/.test(unit);

/** "($17 million) a day", "($300) per family": a sum of so much for each. */
function perUnit({ tokens }: Parsed, { to }: NumberPhrase, subject: string): string {
  const [link, each] = [tokens[to]?.lower ?? '', tokens[to + 1]];
  if (link === 'each') return subject.startsWith('money ') ? '' : ', each';
  const per =
    each?.tag === 'NOUN' && (link === 'per' || (/^(?:an?|each|every)$/.test(link) && PER.test(each.lower)));
  return per && !subject.endsWith(each.lower) ? ` ${link} ${each.lower}` : '';
}

const PER = /^(?:day|week|month|year|hour|night|share|head|person)$/;

/** "trucks that entered each day": entered what, the sentence has said before. */
function arrived(
  subject: string,
  { tokens, mentions }: Parsed,
  { from }: NumberPhrase,
  { list }: Entities,
  place: () => string | undefined,
): string {
  if (!ARRIVED.test(subject)) return subject;
  const said = mentions.findLast(
    (mention) =>
      mention.to <= from &&
      list[mention.entity]!.type === 'place' &&
      // "from Oslo into the town": where to.
      tokens
        .slice(Math.max(0, mention.from - 2), mention.from)
        .some(({ lower }) => /^(?:in|into|to|inside)$/.test(lower)),
  );
  const name = said ? list[said.entity]!.name : place();
  return name === undefined || subject.includes(name)
    ? subject
    : subject.replace(ARRIVED, (verb) => `${verb} ${name}`);
}
const ARRIVED =
  /\b(?:who|that) (?:have |had |has )?(?:entered|left|reached)(?= (?:each|every|a|per) \p{L}+$|$)/u;

/** "population", "turnout": what was said more about it may be left out. */
const NAMES_ITSELF = /^(?:population|turnout|attendance|unemployment|inflation|toll|damage|debt|deficit)$/i;

function thingCounted(
  parsed: Parsed,
  number: NumberPhrase,
  text: string,
  entities: Entities,
): CountedThing | undefined {
  const { tokens } = parsed;
  const term = magnitude(parsed, number) ?? prisonTerm(parsed, number, text);
  if (term) return term;
  if (number.ballot !== undefined) return votes(parsed, number, text);
  if (number.measure !== undefined) return sizeOf(parsed, number, number.measure, text);
  const fate = casualties(parsed, number, text);
  if (fate) return fate;
  if (!number.unit && isStep(parsed, number)) {
    // "Kari Vold fell 40 feet" is no fall in anything.
    const fallen = parsed.mentions.some(
      ({ to, entity }) =>
        entities.list[entity]!.type === 'person' &&
        parsed.clauses.some(
          ({ verb }) => verb.to === number.qualifierFrom && beforeAside(tokens, verb.from) === to,
        ),
    );
    if (fallen) return undefined;
    const moved = measured(parsed, number, text);
    return moved && { ...moved, unit: tokens[number.to]!.lower };
  }
  const part = partOfCounted(parsed, number, text) ?? sizeBehind(parsed, number, text);
  if (part) return part;
  const noun = nounAfter(parsed, number);
  if (!noun)
    return (
      sameNoun(parsed, number, text) ??
      partOf(parsed, number, text, (whole) => thingCounted(parsed, whole, text, entities)) ??
      bracketedShare(parsed, number, text) ??
      shareOfSame(parsed, number, text) ??
      changedTo(parsed, number, text) ??
      changedBy(parsed, number, text) ??
      stepIn(parsed, number, text) ??
      measured(parsed, number, text) ??
      voteShare(parsed, number, text) ??
      priceOf(parsed, number, text) ??
      amountOf(parsed, number, text) ??
      answered(parsed, number, text) ??
      sum(parsed, number, text)
    );
  const rate = measuredIn(parsed, number, noun, text, rateOf);
  if (rate) return rate;
  // "half of the town's 900 people": of whom another number tells.
  if (
    /^['’](?:s)?$/.test(tokens[noun.to]?.lower ?? '') &&
    parsed.numbers.some((it) => it.qualifierFrom === noun.to + 1)
  )
    return undefined;
  const head = tokens[noun.to - 1]!;
  if (PEOPLE_HEADS.has(head.lower) || /^(?:residents|inhabitants|souls)$/.test(head.lower)) {
    const town = townOf(parsed, number, text);
    if (town !== undefined) return { unit: 'people', subject: `population of ${town}` };
  }
  const others = head.lower === 'others' ? othersMeant(parsed, number) : undefined;
  const owner = ownerBefore(tokens, number.qualifierFrom);
  const behind = behindConversion(tokens, noun.to);
  // "5,000 barrels of oil a day": how many in a day.
  const per =
    !number.unit &&
    /^(?:a|per|each|every)$/.test(tokens[behind]?.lower ?? '') &&
    /^(?:day|week|month|year|hour|minute)$/.test(tokens[behind + 1]?.lower ?? '')
      ? behind + 2
      : behind;
  // "displaced Palestinian are sheltering": a slip of the report's.
  const slip =
    number.value > 1 &&
    !number.unit &&
    !/s$/.test(head.lower) &&
    /ans?$/.test(head.lower) &&
    isDemonym(`${head.text}s`) &&
    !/^(?:NOUN|PROPN)$/.test(tokens[noun.to]?.tag ?? '');
  const own = `${owner === undefined ? '' : `${written(text, tokens, owner, number.qualifierFrom)} `}${isPolled(head) ? 'respondents' : others ? `other ${others.lower}` : written(text, tokens, noun.from, per)}${slip ? 's' : ''}`;
  const money = isMoney(number);
  // "a 20 percent gain" is no share of the gain.
  const shared = noun.partial || (number.unit === 'percent' && noun.from > number.to);
  const share = shared && !isInner(parsed, number) ? shareComplement(parsed, noun.to, head, text) : undefined;
  const complement =
    share ??
    (isWhole(tokens, number.qualifierFrom) || (money && tokens[noun.to]?.lower === 'to')
      ? ownComplement(parsed, noun.to, text)
      : complementOf(parsed, number, per, head, text, entities));
  const where = inWhere(parsed, number, text, entities);
  const bare = !complement && !where && noun.to - noun.from === 1 && owner === undefined && !number.unit;
  if (bare && !isSelfEvident(head.lower)) {
    const ofWhole = partOf(parsed, number, text, (whole) => thingCounted(parsed, whole, text, entities));
    const which = ofWhole ? undefined : onWhich(parsed, number, head, text);
    return which ? { unit: unitOf(tokens, noun), subject: tidy(`${own} ${which}`) } : ofWhole;
  }
  // "lost a third of their value": whose, it does not say.
  if (
    number.unit === 'percent' &&
    !share &&
    !complement?.doer &&
    /^(?:its|their|his|her)$/.test(tokens[noun.from - 1]!.lower)
  ) {
    // "the mill will cut 40 jobs, or a tenth of its workforce": the mill's.
    const clause = parsed.clauses.findLast(({ verb }) => verb.to <= number.qualifierFrom);
    const again = /^(?:or|,)$/.test(tokens[number.qualifierFrom - 1]?.lower ?? '');
    const whom = again && clause ? doerOf(parsed, clause, text)?.replace(/^by /, '') : undefined;
    return whom === undefined ? undefined : { unit: 'percent', subject: tidy(`${own} of ${whom}`) };
  }
  // "a 5 percent discount for members"
  const given = number.unit === 'percent' && noun.to - noun.from === 1 && SHARES.test(head.lower);
  const whose =
    given && !complement && /^(?:for|in|on|of)$/.test(tokens[noun.to]?.lower ?? '')
      ? words(parsed, noun.to, extent(parsed, noun.to), text)
      : undefined;
  if (whose) return { unit: 'percent', subject: tidy(`${own} ${whose.words}`) };
  // "Oak Mills keeps a 15 percent stake"
  const holds = given && !complement ? heldBy(parsed, number, text) : undefined;
  if (holds !== undefined) return { unit: 'percent', subject: tidy(`${own} of ${holds}`) };
  // "5% of its workforce": of whose, and what of it, is not said.
  // "a 70 percent turnout" says enough.
  if (
    number.unit === 'percent' &&
    !complement &&
    noun.to - noun.from === 1 &&
    owner === undefined &&
    head.lower !== 'turnout'
  )
    return undefined;
  // "900 feet of rope" is a count; "900 feet" is a length.
  if (!number.unit && MEASURES.test(head.lower) && !isCubed(tokens, noun.to - 1)) return undefined;
  const said = complement ? `${own} ${complement.words}` : own;
  const placed = !where || said.endsWith(where) || saysThere(said);
  const subject = tidy(placed ? said : `${said} ${where}`);
  const unit =
    number.unit ??
    (others?.lower ??
      (isDemonym(head.text) || PEOPLE_HEADS.has(head.lower) ? 'people' : unitOf(tokens, noun))) +
      (per > behind ? ` ${written(text, tokens, behind, per).toLowerCase()}` : '');
  return { unit, subject, ...(complement?.date && !number.unit ? { date: complement.date } : {}) };
}

/** Who has, takes or gives up such a share. */
function heldBy(parsed: Parsed, { qualifierFrom }: NumberPhrase, text: string): string | undefined {
  const { tokens, clauses } = parsed;
  const at = /^an?$/.test(tokens[qualifierFrom - 1]?.lower ?? '') ? qualifierFrom - 1 : qualifierFrom;
  const clause = clauses.find(({ verb }) => verb.to === at && !verb.passive);
  const holds =
    clause &&
    /^(?:has|have|had|keeps?|kept|holds?|held|owns?|owned|retains?|retained|bought|t[ao]kes?|took)$/;
  return holds?.test(tokens[clause!.verb.head]!.lower)
    ? doerOf(parsed, clause!, text)?.replace(/^by /, '')
    : undefined;
}

/** "a 40-member crew": how big the crew is. */
function sizeOf(
  parsed: Parsed,
  { to }: NumberPhrase,
  measure: string,
  text: string,
): CountedThing | undefined {
  const { tokens } = parsed;
  let end = to;
  while (/^(?:NOUN|ADJ|PROPN)$/.test(tokens[end]?.tag ?? '') && end - to < 4) end += 1;
  if (end === to || tokens[end - 1]!.tag !== 'NOUN') return undefined;
  const behind = ownComplement(parsed, end, text);
  const what = `${written(text, tokens, to, end)}${behind ? ` ${behind.words}` : ''}`;
  const unit = /^(?:man|person|strong)$/.test(measure) ? 'people' : `${measure}s`;
  return { unit, subject: tidy(`size of the ${what}`) };
}

/** "revised the flow to 5,000 barrels a day", "put it at …", "at a rate of …": what flows so much. */
const rateOf = (parsed: Parsed, number: NumberPhrase, text: string): string | undefined =>
  changedTo(parsed, number, text)?.subject ??
  flow(parsed, number, text) ??
  (parsed.tokens[number.qualifierFrom - 1]?.lower === 'at'
    ? putAt(parsed, number.qualifierFrom, false, text)?.subject
    : undefined);

/** "two of the nine boats", "half of the town's 900 people": what is said of the part is not said of the whole. */
function isWhole(tokens: readonly Token[], at: number): boolean {
  let of = at - 1;
  while (of > at - 6 && /^(?:DET|PROPN|NOUN|ADJ|PART|PRON)$/.test(tokens[of]?.tag ?? '')) of -= 1;
  const part = tokens[of - 1]?.lower === 'out' ? tokens[of - 2] : tokens[of - 1];
  return (
    tokens[of]?.lower === 'of' &&
    part !== undefined &&
    (part.tag === 'NUM' ||
      /^(?:half|third|quarter|thirds|quarters|percent|most|many|majority|one|some)$/.test(part.lower))
  );
}

/** "cubic metres", "sq miles": of an area or a volume, which things have as they have a number. */
const isCubed = (tokens: readonly Token[], at: number): boolean =>
  /^(?:cubic|square|sq|nautical)$/.test(tokens[at - 1]?.lower ?? '');

/** The head of "barrels of oil" is "barrels". */
function unitOf(tokens: readonly Token[], { from, to }: { from: number; to: number }): string {
  // "Gulf of Elm wells": of the name.
  const of = tokens
    .slice(from, to)
    .findIndex(({ lower }, i) => lower === 'of' && tokens[from + i - 1]?.tag !== 'PROPN');
  const bracket = tokens.slice(from, to).findIndex(({ lower }) => lower === '(');
  const at = of > 0 ? from + (bracket > 0 ? bracket : of) - 1 : to - 1;
  return isCubed(tokens, at) ? `${tokens[at - 1]!.lower} ${tokens[at]!.lower}` : tokens[at]!.lower;
}
