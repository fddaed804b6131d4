import { extent, STATE_TAKEN_FOR_NOUN, words, type Complement } from '../sentence/complement-words.js';
import type { Entities } from '../entities/entities.js';
import { doneTo, eventObject } from './event-objects.js';
import { STATIVE_VERBS } from '../lexicon/events.js';
import { isDemonym } from '../lexicon/places.js';
import { ROLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import type { NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';
import type { VerbGroup } from '../sentence/verbs.js';

const TELLING_STATES =
  /^(?:live|lived|support|supports|supported|oppose|opposes|opposed|believe|believed|favor|favored|favour|favoured|want|wanted|prefer|preferred|lack|lacked|need|needed|work|worked|own|owned)$/;
const GUESSES = /^(?:estimated|believed|thought|said|reported|known|feared)$/;

/** @param at token index after the counted noun, whose head is `head` */
export function complementOf(
  parsed: Parsed,
  number: NumberPhrase,
  at: number,
  head: Token,
  text: string,
  entities: Entities,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  const next = tokens[at];
  const happened = happenedTo(parsed, number, at, text);
  if (happened) return happened;
  if (next?.lower === 'there') return thereOf(parsed, number, text, entities);
  if (next?.lower === 'who' || next?.lower === 'that') return relative(parsed, at, text);
  const verb = clauses.find(
    ({ verb: { from } }) => from === at || (from > at && from <= at + 2 && next?.tag === 'ADV'),
  );
  if (verb && !isInner(parsed, number))
    return (
      predicate(parsed, verb.verb, head, text, number.qualifierFrom) ?? eventObject(parsed, number, text)
    );
  const event = eventObject(parsed, number, text);
  if (event) {
    if (event.own) return event;
    // "provides 40 percent of the people of Elm with water": whose they are says more than what is done.
    if (next?.lower === 'of') return words(parsed, at, extent(parsed, at), text) ?? event;
    const place = next?.tag === 'ADP' ? words(parsed, at, extent(parsed, at), text) : undefined;
    return event.date || !place || event.words.includes(' in ')
      ? event
      : { words: `${event.words} ${place.words}` };
  }
  const from = next?.lower === 'still' ? at + 1 : at;
  if (
    tokens[from]?.tag === 'ADP' &&
    !/^(?:by|for|since|than|as|to|per|with|on|amid|during|at)$/.test(tokens[from]!.lower)
  ) {
    // "ordered 33 wells in the bay to close": what they are to do.
    const far = extent(parsed, from);
    const end = tokens
      .slice(from, far)
      .findIndex(({ lower, tag }, i) => i > 1 && lower === 'to' && tag === 'PART');
    const to = end === -1 ? far : from + end;
    const own = words(parsed, from, to, text);
    // "people in Elm face hunger": what of them.
    const state = own && isPeople(head) && STATE_TAKEN_FOR_NOUN.test(tokens[to]?.lower ?? '');
    return state
      ? { words: `${own.words} who ${written(text, tokens, to, extent(parsed, to + 1, 6))}` }
      : own;
  }
  return (
    wholeBefore(parsed, number, text) ?? beyondAside(parsed, at, head, text) ?? joinedTo(parsed, number, text)
  );
}

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
    const to = wanted(parsed, extent(parsed, state + 1));
    return { words: `${where}${isPeople(head) ? 'who ' : 'that '}${written(text, tokens, state, to)}` };
  }
  const main = clauses.find(
    ({ verb, kind }) => verb.from >= at && verb.tense !== 'none' && !(relativeFirst && kind === 'relative'),
  );
  if (
    !main ||
    main.verb.from - at > 10 ||
    tokens.slice(at, main.verb.from).some((token) => token.type !== 'word')
  )
    return undefined;
  return predicate(parsed, main.verb, head, text);
}

/** "want the talks extended to Elm": the participle belongs to what is wanted. */
function wanted(parsed: Parsed, to: number): number {
  const { tokens } = parsed;
  const participle = tokens[to]?.tag === 'VERB' && /(?:ed|en)$/.test(tokens[to]!.lower);
  return participle && tokens[to - 1]?.tag === 'NOUN' ? extent(parsed, to + 1, 6) : to;
}

/** What stands right after the noun and belongs to it alone: "in Elm", "who fled", "crammed into the hall". */
export function ownComplement(parsed: Parsed, after: number, text: string): Complement | undefined {
  const { tokens } = parsed;
  const at = tokens[after]?.lower === 'still' ? after + 1 : after;
  const next = tokens[at];
  if (next?.lower === 'who') return relative(parsed, at, text);
  const participle =
    next?.tag === 'VERB' && /(?:ed|en|t|ing)$/.test(next.lower) && tokens[at + 1]?.tag === 'ADP';
  return participle || (next?.tag === 'ADP' && !NOT_WHERE.test(next.lower))
    ? words(parsed, at, extent(parsed, at), text)
    : undefined;
}

const NOT_WHERE = /^(?:by|since|than|as|per|with|on|amid|during|at|after|before|until)$/;

/** "the closing of [40 schools] shocked …": the verb behind is not theirs. */
export const isInner = ({ tokens }: Parsed, { qualifierFrom: at }: NumberPhrase): boolean =>
  tokens[at - 1]?.lower === 'of' &&
  tokens[at - 2]?.tag === 'NOUN' &&
  !/^(?:totals?|numbers?|groups?|crowds?|part(?:y|ies)|teams?|crews?|half|quarter|third|most|maximum|minimum|estimates?|thirds|quarters)$/.test(
    tokens[at - 2]!.lower,
  );

/** What has befallen those whose killing, arrest or release is told of. */
const BEFALLEN: ReadonlyMap<string, string> = new Map(
  (
    'murder murdered|murders murdered|killing killed|killings killed|arrest arrested|arrests arrested|detention detained|release released|' +
    'death who died|deaths who died|loss lost|evacuation evacuated|kidnapping kidnapped|abduction abducted|deportation deported|' +
    'destruction destroyed|execution executed|rescue rescued|displacement displaced|deployment deployed|injury injured'
  )
    .split('|')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
);

/** "the arrest of 40 sailors in Elm" counts sailors arrested in Elm. */
function happenedTo(
  parsed: Parsed,
  { qualifierFrom }: NumberPhrase,
  at: number,
  text: string,
): Complement | undefined {
  const { tokens } = parsed;
  let of = qualifierFrom - 1;
  while (tokens[of]?.tag === 'DET') of -= 1;
  const done = tokens[of]?.lower === 'of' ? BEFALLEN.get(tokens[of - 1]?.lower ?? '') : undefined;
  if (done === undefined) return undefined;
  const rest = /^(?:in|at|near)$/.test(tokens[at]?.lower ?? '')
    ? written(text, tokens, at, extent(parsed, at))
    : '';
  return { words: `${done} ${rest}`.trim() };
}

/** "there" is the place named last. */
function thereOf(
  { tokens, mentions }: Parsed,
  number: NumberPhrase,
  text: string,
  entities: Entities,
): Complement | undefined {
  const place = mentions.findLast(
    ({ from, entity }) => from < number.from && entities.list[entity]!.type === 'place',
  );
  return place ? { words: `in ${written(text, tokens, place.from, place.to)}` } : undefined;
}

function relative(parsed: Parsed, at: number, text: string): Complement | undefined {
  const clause = parsed.clauses.find(({ verb }) => verb.from > at && verb.from <= at + 3);
  return clause && words(parsed, at, extent(parsed, clause.verb.to), text);
}

/** "200 people were killed in the blast" counts people killed in the blast. */
function predicate(
  parsed: Parsed,
  verb: VerbGroup,
  counted: Token,
  text: string,
  at = 0,
): Complement | undefined {
  const { tokens, clauses, dates } = parsed;
  const head = tokens[verb.head]!.lower;
  if (GUESSES.test(head) && tokens[verb.to]?.lower === 'to') {
    // "people estimated to be sheltering": the estimate is not what they do.
    const doing = clauses.find((clause) => clause.verb.from >= verb.to)?.verb;
    if (doing) {
      const is = tokens[doing.head]!.lower === 'be';
      const did = tokens.findIndex(({ lower }, i) => i >= verb.to && i <= doing.head && lower === 'have');
      const rest = words(
        parsed,
        is ? doing.to : did === -1 ? doing.head : did,
        extent(parsed, doing.to, 8),
        text,
      );
      return rest && did !== -1 && !is
        ? { words: `${isPeople(counted) ? 'who' : 'that'} ${rest.words}` }
        : rest;
    }
  }
  const to = extent(parsed, verb.to, 8);
  const rest = to > verb.to ? ` ${written(text, tokens, verb.to, to)}` : '';
  // "families who requested “quiet”": what they requested is cut off.
  const cut = tokens[verb.to];
  if (
    !rest &&
    cut &&
    !verb.passive &&
    (cut.type === 'open' || cut.type === 'number' || /^(?:NUM|DET|ADJ)$/.test(cut.tag))
  )
    return undefined;
  if (verb.tense === 'none' && tokens[verb.from]!.lower === 'to') return undefined;
  if (verb.passive || verb.progressive || verb.tense === 'none') return { words: `${head}${rest}` };
  if (isSpeechVerb(head) && verb.tense !== 'past') return undefined;
  if (/^(?:is|are|was|were)$/.test(head))
    return rest && tokens[verb.to]!.tag !== 'DET' ? { words: rest.trim() } : undefined;
  if (STATIVE_VERBS.has(head) && !TELLING_STATES.test(head)) return undefined;
  const byWhom = tokens[verb.to]?.lower === 'by' && !dates.some(({ from }) => from === verb.to + 1);
  const followed =
    tokens[verb.to] === undefined ||
    /^(?:ADP|SCONJ|CCONJ)$/.test(tokens[verb.to]!.tag) ||
    tokens[verb.to]?.type !== 'word';
  // "people left homeless"
  const left = head === 'left' && tokens[verb.to]?.tag === 'ADJ';
  const reduced =
    left ||
    (verb.ambiguous &&
      verb.tense === 'past' &&
      !INTRANSITIVE.test(head) &&
      ((tokens[verb.to]?.tag === 'ADP' &&
        clauses.some(
          (later) => later.verb.from >= verb.to && later.verb.tense !== 'none' && later.kind === 'main',
        )) ||
        (followed && (SUFFERED.test(head) || byWhom || isObject(parsed, at)))));
  return {
    words: `${reduced ? '' : isPeople(counted) ? 'who ' : 'that '}${verbWords(parsed, verb, text)}${rest}`,
  };
}

/** Nothing of this can be done to anybody. */
const INTRANSITIVE =
  /^(?:died|perished|lived|resided|arrived|remained|marched|protested|gathered|rallied|voted|attended|participated|starved|drowned)$/;

/** "killed 11 guards and four drivers", "wounding 44 guards": what is done to the others is done to these. */
function joinedTo(parsed: Parsed, number: NumberPhrase, text: string): Complement | undefined {
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

/** What is done to people and nothing that they do: "23 people injured in the crash". */
const SUFFERED =
  /^(?:killed|injured|wounded|displaced|arrested|detained|captured|kidnapped|abducted|jailed|imprisoned|evacuated|rescued|trapped|stranded|infected|hospitali[sz]ed|destroyed|damaged|flattened|counted|confirmed|seized|conducted|accused|charged|convicted|suspected|surveyed|polled|interviewed|linked|attributed|blamed)$/;

/** "overrates the danger of the [four brigades left in Elm]": what stands behind another verb's preposition does nothing. */
function isObject({ tokens, clauses }: Parsed, at: number): boolean {
  let from = at - 1;
  while (from > 0 && /^(?:DET|ADJ|PRON|PART)$/.test(tokens[from]?.tag ?? '')) from -= 1;
  if (at === 0 || tokens[from]?.tag !== 'ADP') return false;
  if (/^(?:of|from|by|with|to|into)$/.test(tokens[from]!.lower)) return true;
  return clauses.some(
    ({ verb }) =>
      verb.head < from &&
      from - verb.head < 8 &&
      !tokens.slice(verb.to, from).some(({ type, tag }) => type !== 'word' || tag === 'SCONJ'),
  );
}

const verbWords = ({ tokens }: Parsed, { from, to }: VerbGroup, text: string): string =>
  tokens
    .slice(from, to)
    .filter((token) => token.tag !== 'ADV')
    .map((token) => text.slice(token.start, token.end))
    .join(' ');

const PEOPLE =
  /^(?:civilians|hostages|captives|refugees|migrants|protesters|prisoners|detainees|fighters|militants|children|women|men|voters|passengers|patients|families|soldiers|troops|respondents|adults|students|victims)$/;

const isPeople = ({ text, lower }: Token): boolean =>
  isDemonym(text) ||
  UNNAMED_PEOPLE.has(lower) ||
  ROLE_NOUNS.has(lower.replace(/s$/, '')) ||
  PEOPLE.test(lower);

/** "four battalions, consisting of 3,000 men" or "with some 3,000 men": counted in the battalions. */
function wholeBefore({ tokens }: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const [verb, link] = [tokens[number.qualifierFrom - 2], tokens[number.qualifierFrom - 1]];
  const made = link?.lower === 'of' && /^(?:consisting|comprising|composed)$/.test(verb?.lower ?? '');
  if (!made && !(link?.lower === 'with' && verb?.text === ',')) return undefined;
  let at = number.qualifierFrom - (made ? 2 : 1);
  while (at > 0 && tokens[at - 1]!.type !== 'word') at -= 1;
  let from = at;
  while (from > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[from - 1]!.tag)) from -= 1;
  return at > from ? { words: `in ${written(text, tokens, from, at)}` } : undefined;
}

/** "the last 40 crews, tired and cold, are camped by the lake": what follows an aside. */
function beyondAside(parsed: Parsed, at: number, head: Token, text: string): Complement | undefined {
  const { tokens, clauses } = parsed;
  if (tokens[at]?.text !== ',') return undefined;
  const end = tokens.findIndex((token, index) => index > at && index < at + 14 && token.text === ',');
  const clause =
    end === -1 ? undefined : clauses.find(({ verb }) => verb.from === end + 1 && verb.tense !== 'none');
  return clause && predicate(parsed, clause.verb, head, text);
}
