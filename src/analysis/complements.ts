import type { Clause } from './clauses.js';
import type { TimeExpression } from './day-range.js';
import type { Entities } from './entities.js';
import { EVENT_NOUNS, STATIVE_VERBS } from './lexicon/events.js';
import { isDemonym } from './lexicon/places.js';
import { ROLE_NOUNS, UNNAMED_PEOPLE } from './lexicon/roles.js';
import { isSpeechVerb } from './lexicon/speech.js';
import type { NumberPhrase } from './numbers.js';
import { written, type Parsed } from './parse.js';
import type { Token } from './tokens.js';
import type { VerbGroup } from './verbs.js';

/** What the rest of a sentence says of the things counted: where they are, what is done to them. */
export interface Complement {
  readonly words: string;
  /** The day of the happening that the words name: "killed in the May 2 blast". */
  readonly date?: TimeExpression;
}

const MOST_WORDS = 12;
const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  (
    'took taken|shot shot|stole stolen|sent sent|lost lost|built built|bought bought|sold sold|hit hit|held held|made made|paid paid|' +
    'found found|left left|caught caught|cut cut|spent spent|gave given|drew drawn|drove driven|won won|brought brought|hurt hurt|broke broken'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** States that a count of people may well be about: "300 families who live there". */
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
  if (next?.lower === 'there') return thereOf(parsed, number, text, entities);
  if (next?.lower === 'who' || next?.lower === 'that') return relative(parsed, at, text);
  const verb = clauses.find(
    ({ verb: { from } }) => from === at || (from > at && from <= at + 2 && next?.tag === 'ADV'),
  );
  if (verb) return predicate(parsed, verb.verb, head, text) ?? eventObject(parsed, number, text);
  const event = eventObject(parsed, number, text);
  if (event) {
    const place = next?.tag === 'ADP' ? words(parsed, at, extent(parsed, at), text) : undefined;
    return event.date || !place || event.words.includes(' in ')
      ? event
      : { words: `${event.words} ${place.words}` };
  }
  const from = next?.lower === 'still' ? at + 1 : at;
  if (
    tokens[from]?.tag === 'ADP' &&
    !/^(?:by|for|since|than|as|to|per|with|on|amid|during|at)$/.test(tokens[from]!.lower)
  )
    return words(parsed, from, extent(parsed, from), text);
  return wholeBefore(parsed, number, text) ?? beyondAside(parsed, at, head, text);
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
    return {
      words: `${isPeople(head) ? 'who ' : 'that '}${written(text, tokens, state, extent(parsed, state + 1))}`,
    };
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

const isBoundary = (token: Token): boolean =>
  token.type !== 'word' ||
  token.tag === 'CCONJ' ||
  token.tag === 'SCONJ' ||
  /^(?:that|which|who|whose|after|while|as|when|because|since|before|until|though|but|and|or|given|following|amid|according)$/.test(
    token.lower,
  );

/** Where the words that belong to a complement end: at a mark, a number, a conjunction, a time or the sentence's verb. */
function extent({ tokens, clauses, dates }: Parsed, from: number, most = MOST_WORDS): number {
  let to = from;
  while (to < tokens.length && to - from < most && !isBoundary(tokens[to]!)) {
    const finite = clauses.some(({ verb }) => verb.from === to && verb.tense !== 'none');
    // After a preposition the tagger's verb is a noun: "cut off from help".
    if (to > from && finite && tokens[to - 1]!.tag !== 'ADP') break;
    if (dates.some((date) => date.from === to)) break;
    to += 1;
  }
  while (to > from && isLoose(tokens[to - 1]!)) to -= 1;
  return to;
}

/** Words that end nothing: "people killed in the". */
const isLoose = ({ tag, lower }: Token): boolean =>
  (/^(?:DET|ADP|ADV|PART|PRON|AUX)$/.test(tag) || lower === 'more') &&
  lower !== "'s" &&
  !/^(?:there|down|off|up|out|away|abroad|home)$/.test(lower);

const words = ({ tokens }: Parsed, from: number, to: number, text: string): Complement | undefined =>
  to > from ? { words: written(text, tokens, from, to) } : undefined;

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
function predicate(parsed: Parsed, verb: VerbGroup, counted: Token, text: string): Complement | undefined {
  const { tokens, clauses } = parsed;
  const head = tokens[verb.head]!.lower;
  if (GUESSES.test(head) && tokens[verb.to]?.lower === 'to') {
    // "people estimated to be sheltering": the estimate is not what they do.
    const doing = clauses.find((clause) => clause.verb.from >= verb.to)?.verb;
    if (doing)
      return words(
        parsed,
        tokens[doing.head]!.lower === 'be' ? doing.to : doing.head,
        extent(parsed, doing.to, 8),
        text,
      );
  }
  const to = extent(parsed, verb.to, 8);
  const rest = to > verb.to ? ` ${written(text, tokens, verb.to, to)}` : '';
  if (verb.tense === 'none' && tokens[verb.from]!.lower === 'to') return undefined;
  if (verb.passive || verb.progressive || verb.tense === 'none') return { words: `${head}${rest}` };
  if (isSpeechVerb(head) && verb.tense !== 'past') return undefined;
  if (/^(?:is|are|was|were)$/.test(head))
    return rest && tokens[verb.to]!.tag !== 'DET' ? { words: rest.trim() } : undefined;
  if (STATIVE_VERBS.has(head) && !TELLING_STATES.test(head)) return undefined;
  const reduced =
    verb.ambiguous &&
    verb.tense === 'past' &&
    tokens[verb.to]?.tag === 'ADP' &&
    clauses.some(
      (later) => later.verb.from >= verb.to && later.verb.tense !== 'none' && later.kind === 'main',
    );
  return {
    words: `${reduced ? '' : isPeople(counted) ? 'who ' : 'that '}${verbWords(parsed, verb, text)}${rest}`,
  };
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

/** "the blast killed 11 workers" counts workers killed in the blast; "ordered 40 tents" counts tents ordered. */
function eventObject(parsed: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const { tokens, clauses, dates } = parsed;
  const at = number.qualifierFrom;
  const clause = clauses.find(
    ({ verb: { to } }) => to === at || (to === at - 1 && tokens[to]!.tag === 'ADV'),
  );
  if (!clause || clause.verb.passive || clause.verb.progressive) return undefined;
  const head = tokens[clause.verb.head]!.lower;
  const participle = PARTICIPLES.get(head) ?? (head.endsWith('ed') ? head : undefined);
  if (!participle || STATIVE_VERBS.has(head) || isSpeechVerb(head)) return undefined;
  const { start, opener, verb } = bearer(parsed, clause);
  const event = eventBehind(parsed, start, opener, verb.from);
  if (!event) return { words: participle };
  const date = dates.find(({ from, to }) => from >= event[0] && to <= event[1]);
  const name = written(text, tokens, event[0], event[1]);
  const owned = /^\p{Lu}\S*(?:’|')s /u.test(name) || /^the /i.test(name);
  return { words: `${participle} in ${owned ? name : `the ${name}`}`, ...(date ? { date } : {}) };
}

/** The clause that names the doer: itself, the one it is joined to, or the relative one that officials "say". */
function bearer({ clauses, tokens }: Parsed, clause: Clause): Clause {
  const before = clauses[clauses.indexOf(clause) - 1];
  if (before?.kind === 'relative' && isSpeechVerb(tokens[before.verb.head]!.lower)) return before;
  if (clause.start < clause.verb.from) return clause;
  const owner = clauses.findLast(
    ({ verb, start, kind }) =>
      verb.from < clause.start && start < verb.from && (kind === 'main' || kind === 'subordinate'),
  );
  return owner ?? clause;
}

/** The happening that the subject, or what a relative clause hangs on, names; token range. */
function eventBehind(
  { tokens }: Parsed,
  start: number,
  opener: string | undefined,
  verbFrom: number,
): [number, number] | undefined {
  const hangs = opener === 'which' || opener === 'that' || opener === 'when';
  let to = hangs ? start - 1 : verbFrom;
  while (to > 0 && tokens[to - 1]!.type !== 'word') to -= 1;
  let from = to;
  let seen = false;
  while (from > 0 && to - from < 10) {
    const { type, tag, lower } = tokens[from - 1]!;
    if (type === 'punct' || type === 'open' || type === 'close' || /^(?:VERB|AUX|CCONJ|SCONJ)$/.test(tag))
      break;
    if (/^(?:its|his|her|their|a|an|following|by)$/.test(lower)) break;
    seen ||= EVENT_NOUNS.has(lower);
    from -= 1;
    if (lower === 'the') break;
  }
  while (from < to && tokens[from]!.tag === 'ADP') from += 1;
  return seen && to > from ? [from, to] : undefined;
}

/** "four battalions, consisting of 3,000 men": counted in the battalions. */
function wholeBefore({ tokens }: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  let at = number.qualifierFrom - 2;
  if (tokens[at + 1]?.lower !== 'of' || !/^(?:consisting|comprising|composed)$/.test(tokens[at]?.lower ?? ''))
    return undefined;
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
