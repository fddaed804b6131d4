import { extent, STATE_TAKEN_FOR_NOUN, words, type Complement } from '../sentence/complement-words.js';
import type { Entities } from '../entities/entities.js';
import { eventObject } from './event-objects.js';
import type { NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { joinedAhead, joinedInList, joinedTo } from './joined.js';
import { isMoney } from './measured.js';
import { participleOf } from './participles.js';
import { isPeople, predicate } from './predicates.js';

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
  // "charities involved in the appeal": the tagger's adjective
  if (next?.tag === 'ADJ' && next.lower.endsWith('ed') && tokens[at + 1]?.tag === 'ADP')
    return words(parsed, at, extent(parsed, at), text);
  if (next?.lower === 'there') return thereOf(parsed, number, text, entities);
  if (next?.lower === 'who' || next?.lower === 'that') return relative(parsed, at, text);
  // "called 40 sailors to clear the quay": for what.
  const called = next?.lower === 'to' && next.tag === 'PART' ? eventObject(parsed, number, text) : undefined;
  if (called && !called.words.includes(' in ')) {
    const purpose = written(text, tokens, at, Math.max(at + 2, extent(parsed, at + 2)));
    // "caused 40 boats to be lost": they were.
    return { words: `${called.words} ${purpose}`.replace(/^caused to be /, '') };
  }
  const verb = clauses.find(
    ({ verb: { from } }) =>
      from === at ||
      (from > at && from <= at + 2 && next?.tag === 'ADV' && !/^(?:when|where|how|why)$/.test(next.lower)),
  );
  // "the $165 holiday advertised": what a sum describes is often no plural, and its verb no verb.
  const doubtful =
    (isMoney(number) && verb?.verb.from === verb?.verb.head) ||
    tokens[verb?.verb.head ?? 0]!.lower === 'compared';
  // "families of 40 sailors harmed by the paint": what is done to them is theirs, whatever the sentence is about.
  if (
    verb?.verb.ambiguous &&
    verb.verb.from === at &&
    tokens[verb.verb.to]?.lower === 'by' &&
    !parsed.dates.some(({ from }) => from === verb.verb.to + 1) &&
    isInner(parsed, number)
  )
    return words(parsed, at, extent(parsed, verb.verb.to), text);
  // "the presence of 300 envoys representing Elm"
  const inner = isInner(parsed, number) && verb?.verb.tense !== 'none';
  // "the storm that killed 40 sailors was the worst": the storm was.
  const hung =
    verb !== undefined &&
    !verb.verb.ambiguous &&
    verb.verb.tense !== 'none' &&
    clauses.some(
      ({ kind, verb: { to, tense } }) =>
        kind === 'relative' && to === number.qualifierFrom && tense !== 'none',
    );
  const suffered = hung ? eventObject(parsed, number, text) : undefined;
  if (suffered) return suffered;
  if (verb && !doubtful && !inner)
    return (
      predicate(parsed, verb.verb, head, text, number.qualifierFrom) ?? eventObject(parsed, number, text)
    );
  const event = eventObject(parsed, number, text);
  if (event) {
    if (event.own) return event;
    if (event.words.startsWith('of ') && hasPlace(parsed, number, entities))
      return { words: event.words.replace(/^of /, 'in ') };
    // "provides 40 percent of the people of Elm with water": whose they are says more than what is done.
    if (next?.lower === 'of') return words(parsed, at, extent(parsed, at), text) ?? event;
    const place =
      next?.tag === 'ADP' && !/^(?:by|since|than|as|per|during|after|before|until|amid)$/.test(next.lower)
        ? words(parsed, at, extent(parsed, at), text)
        : undefined;
    if (!place && event.doer !== undefined)
      return { words: `${event.words} ${event.doer}`, doer: event.doer };
    return event.date || !place || event.words.includes(' in ')
      ? event
      : { words: `${event.words} ${place.words}` };
  }
  const from = next?.lower === 'still' ? at + 1 : at;
  // "a $2 million package for sailors"
  if (isMoney(number) && next?.lower === 'for') return words(parsed, at, extent(parsed, at), text);
  if (
    tokens[from]?.tag === 'ADP' &&
    !/^(?:by|for|since|than|as|to|per|with|on|amid|during|at|through|against|via|towards?|about|after|before|until|like|over|up|down)$/.test(
      tokens[from]!.lower,
    )
  ) {
    // "ordered 33 wells in the bay to close": what they are to do.
    const far = extent(parsed, from);
    const end = tokens
      .slice(from, far)
      .findIndex(({ lower, tag }, i) => i > 1 && lower === 'to' && tag === 'PART');
    const to = end === -1 ? far : from + end;
    const own = words(parsed, from, to, text) ?? beyondNumber(parsed, number, from, head, text);
    const done = own && predicateBehind(parsed, number, to, head, text);
    if (done) return { words: `${own.words} ${done.words}` };
    // "people in Elm face hunger": what of them.
    const state = own && isPeople(head) && STATE_TAKEN_FOR_NOUN.test(tokens[to]?.lower ?? '');
    return state
      ? { words: `${own.words} who ${written(text, tokens, to, extent(parsed, to + 1, 6))}` }
      : own;
  }
  // "40 boats at the quay sank": where, only with what became of them.
  if (/^(?:at|on|with|near|for)$/.test(tokens[from]?.lower ?? '')) {
    const to = extent(parsed, from);
    const done = predicateBehind(parsed, number, to, head, text);
    if (done) return { words: `${written(text, tokens, from, to)} ${done.words}` };
  }
  return (
    wholeBefore(parsed, number, text) ??
    beyondAside(parsed, number, at, head, text) ??
    joinedTo(parsed, number, text) ??
    joinedAhead(parsed, at, head, text) ??
    joinedInList(parsed, number, at, head, text)
  );
}

/** "400 delegates from 60 towns will meet": what they do, behind where from. */
function beyondNumber(
  parsed: Parsed,
  number: NumberPhrase,
  from: number,
  head: Token,
  text: string,
): Complement | undefined {
  const { tokens, numbers } = parsed;
  const inner = numbers.find(({ qualifierFrom }) => qualifierFrom === from + 1);
  if (!inner || inner.unit) return undefined;
  let to = inner.to;
  while (/^(?:NOUN|ADJ|PROPN)$/.test(tokens[to]?.tag ?? '')) to += 1;
  return to > inner.to ? predicateBehind(parsed, number, to, head, text) : undefined;
}

/** "Elm has 40 schools": they are in Elm, not Elm's. */
const hasPlace = (
  { mentions, clauses }: Parsed,
  { qualifierFrom }: NumberPhrase,
  { list }: Entities,
): boolean => {
  const verb = clauses.find((clause) => clause.verb.to === qualifierFrom)?.verb;
  return mentions.some(({ to, entity }) => to === verb?.from && list[entity]!.type === 'place');
};

/** The verb of those counted right behind where they are: "40 sailors of the Guard were freed". */
function predicateBehind(
  parsed: Parsed,
  number: NumberPhrase,
  to: number,
  head: Token,
  text: string,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  const before = tokens[number.qualifierFrom - 1];
  const opens =
    isSpeechVerb(before?.lower ?? '') ||
    /^(?:that|after|before|when|as|because|while|since|until)$/.test(before?.lower ?? '') ||
    number.qualifierFrom === 0 ||
    !/^(?:ADP|VERB)$/.test(tokens[number.qualifierFrom - 1]!.tag);
  const clause = clauses.find(({ verb }) => verb.from === to);
  if (!opens || isInner(parsed, number) || !clause || clause.verb.tense === 'none') return undefined;
  return predicate(parsed, clause.verb, head, text, number.qualifierFrom);
}

/** What stands right after the noun and belongs to it alone: "in Elm", "who fled", "crammed into the hall". */
export function ownComplement(parsed: Parsed, after: number, text: string): Complement | undefined {
  const { tokens } = parsed;
  const at = tokens[after]?.lower === 'still' ? after + 1 : after;
  const next = tokens[at];
  if (next?.lower === 'who') return relative(parsed, at, text);
  const participle =
    next?.tag === 'VERB' &&
    (next.lower.endsWith('ing') || participleOf(next.lower) === next.lower) &&
    tokens[at + 1]?.tag === 'ADP';
  return participle || (next?.tag === 'ADP' && !NOT_WHERE.test(next.lower))
    ? words(parsed, at, extent(parsed, at), text)
    : undefined;
}

const NOT_WHERE = /^(?:by|since|than|as|per|with|on|amid|during|at|after|before|until)$/;

/** "the closing of [40 schools] shocked …": the verb behind is not theirs. */
export const isInner = ({ tokens }: Parsed, { qualifierFrom: at }: NumberPhrase): boolean =>
  /^(?:of|from|across|among|representing)$/.test(tokens[at - 1]?.lower ?? '') &&
  tokens[at - 2]?.tag === 'NOUN' &&
  !/^(?:totals?|numbers?|tolls?|groups?|crowds?|part(?:y|ies)|teams?|crews?|half|quarter|third|most|maximum|minimum|estimates?|thirds|quarters)$/.test(
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
  // "claimed the lives of 40 sailors"
  const lives =
    tokens[of - 1]?.lower === 'lives' && /^(?:claim|cost|t[ao]k|took)/.test(tokens[of - 3]?.lower ?? '');
  if (tokens[of]?.lower === 'of' && lives) return { words: 'killed' };
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

/** "four battalions, consisting of 3,000 men" or "with some 3,000 men": counted in the battalions, or theirs. */
function wholeBefore({ tokens }: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const [verb, link] = [tokens[number.qualifierFrom - 2], tokens[number.qualifierFrom - 1]];
  const made = link?.lower === 'of' && /^(?:consisting|comprising|composed)$/.test(verb?.lower ?? '');
  if (!made && !(link?.lower === 'with' && verb?.text === ',')) return undefined;
  let at = number.qualifierFrom - (made ? 2 : 1);
  while (at > 0 && tokens[at - 1]!.type !== 'word') at -= 1;
  let from = at;
  while (from > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[from - 1]!.tag)) from -= 1;
  // "since his death, with 4 million sales": not of the death.
  if (!made && /^(?:ADP|PRON|VERB)$/.test(tokens[from - 1]?.tag ?? '')) return undefined;
  return at > from ? { words: `${made ? 'in' : 'of'} ${written(text, tokens, from, at)}` } : undefined;
}

/** "the last 40 crews, tired and cold, are camped by the lake": what follows an aside. */
function beyondAside(
  parsed: Parsed,
  number: NumberPhrase,
  at: number,
  head: Token,
  text: string,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  if (tokens[at]?.text !== ',' || isInner(parsed, number)) return undefined;
  const end = tokens.findIndex((token, index) => index > at && index < at + 14 && token.text === ',');
  const clause =
    end === -1 ? undefined : clauses.find(({ verb }) => verb.from === end + 1 && verb.tense !== 'none');
  return clause && predicate(parsed, clause.verb, head, text);
}
