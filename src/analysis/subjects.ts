import type { TimeExpression } from './dates.js';
import type { Entities } from './entities.js';
import { EVENT_NOUNS, STATIVE_VERBS } from './lexicon/events.js';
import type { Clause } from './clauses.js';
import { ROLE_NOUNS, UNNAMED_PEOPLE } from './lexicon/roles.js';
import { isDemonym } from './lexicon/places.js';
import { isSpeechVerb } from './lexicon/speech.js';
import type { NumberPhrase } from './numbers.js';
import { written, type Parsed } from './parse.js';
import type { Token } from './tokens.js';

/** What a number counts. */
export interface CountedThing {
  readonly unit: string;
  readonly subject: string;
  /** The day of the happening the subject names: "people killed in the May 2 blast". */
  readonly date?: TimeExpression;
}

const MOST_COMPLEMENT_WORDS = 12;
const PARTICIPLES: Readonly<Record<string, string>> = {
  took: 'taken',
  shot: 'shot',
  stole: 'stolen',
  sent: 'sent',
  lost: 'lost',
  built: 'built',
  bought: 'bought',
  sold: 'sold',
  hit: 'hit',
  held: 'held',
  made: 'made',
  paid: 'paid',
  found: 'found',
  left: 'left',
  caught: 'caught',
  cut: 'cut',
  spent: 'spent',
  gave: 'given',
  drew: 'drawn',
  drove: 'driven',
  won: 'won',
  brought: 'brought',
  hurt: 'hurt',
  broke: 'broken',
};
const VAGUE_HEADS = new Set(['people', 'persons', 'others', 'ones', 'things', 'times', 'cases', 'percent']);

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
  const noun = nounAfter(parsed, number);
  if (!noun) return measured(parsed, number, text);
  const head = tokens[noun.to - 1]!;
  let own = phrase(text, tokens, noun.from, noun.to);
  const owner = ownerBefore(tokens, number.qualifierFrom);
  if (owner !== undefined) own = `${written(text, tokens, owner, number.qualifierFrom)} ${own}`;
  const complement =
    (noun.partial ? shareOf(parsed, noun.to, text) : undefined) ??
    complementOf(parsed, number, noun.to, text, entities);
  const subject = complement ? `${own} ${complement.words}` : own;
  if (
    subject === own &&
    noun.to - noun.from === 1 &&
    VAGUE_HEADS.has(head.lower) &&
    owner === undefined &&
    !number.unit
  )
    return undefined;
  if (number.unit === 'percent' || isMoney(number)) return { unit: number.unit!, subject: tidy(subject) };
  return {
    unit: unitOf(head),
    subject: tidy(subject),
    ...(complement?.date ? { date: complement.date } : {}),
  };
}

const isMoney = (number: NumberPhrase): boolean => number.unit !== undefined && number.unit !== 'percent';

const unitOf = (head: Token): string =>
  isDemonym(head.text) || (VAGUE_HEADS.has(head.lower) && head.lower !== 'cases') ? 'people' : head.lower;

const tidy = (subject: string): string =>
  subject
    .replace(/\s+/g, ' ')
    .replace(/\s+([,’'])/g, '$1')
    .trim();

/** The noun phrase counted: "remaining battalions", "of the 200 people", "of Norwegians". */
function nounAfter(
  { tokens, dates }: Parsed,
  number: NumberPhrase,
): { from: number; to: number; partial: boolean } | undefined {
  // "rose 5 percent", "paid $3 million": what follows without "of" is another matter.
  if (number.unit === 'percent' && tokens[number.to]?.lower !== 'of' && tokens[number.to]?.tag !== 'NOUN')
    return undefined;
  let from = number.to;
  if (tokens[from]?.lower === 'of') {
    from += 1;
    while (
      /^(?:the|its|their|these|those|all|an|a|more|than|about|some|over|estimated|nearly)$/.test(
        tokens[from]?.lower ?? '',
      ) ||
      tokens[from]?.tag === 'NUM'
    )
      from += 1;
  }
  while (
    /^(?:more|other|additional|further|new|extra|of|the|final|last|or|so)$/.test(tokens[from]?.lower ?? '') &&
    from < number.to + 4
  )
    from += 1;
  let to = from;
  let noun = -1;
  const partial =
    tokens[number.to]?.lower === 'of' && tokens.slice(number.to, from).some((token) => token.tag === 'NUM');
  while (
    to < tokens.length &&
    to - from < 7 &&
    isNominal(tokens, to) &&
    !dates.some((date) => date.from <= to && date.to > to)
  ) {
    if (tokens[to]!.tag === 'NOUN' || tokens[to]!.tag === 'PROPN') noun = to;
    to += 1;
  }
  return noun === -1 ? undefined : { from, to: noun + 1, partial };
}

function isNominal(tokens: readonly Token[], i: number): boolean {
  const { tag, lower, type } = tokens[i]!;
  if (type !== 'word') return false;
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ') return lower !== 'more';
  // "displaced families", "missing crew": a participle before its noun.
  return (
    tag === 'VERB' &&
    /(?:ed|ing)$/.test(lower) &&
    (tokens[i + 1]?.tag === 'NOUN' || tokens[i + 1]?.tag === 'PROPN') &&
    (i === 0 || tokens[i - 1]!.tag !== 'NOUN')
  );
}

const phrase = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  written(text, tokens, from, to);

/** "the army's four battalions": whose they are. */
function ownerBefore(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at - 1]?.lower !== "'s" || tokens[at - 2]?.tag !== 'PROPN') return undefined;
  let from = at - 2;
  while (from > 0 && tokens[from - 1]!.tag === 'PROPN') from -= 1;
  return from;
}

interface Complement {
  readonly words: string;
  readonly date?: TimeExpression;
}

const isBoundary = (token: Token): boolean =>
  (token.type !== 'word' && token.type !== 'number') ||
  token.tag === 'CCONJ' ||
  token.tag === 'SCONJ' ||
  /^(?:that|which|who|whose|after|while|as|when|because|since|before|until|though|but|and|or|given|following|amid|according)$/.test(
    token.lower,
  );

/** Where the words that belong to a complement end: at a mark, a conjunction, a time or the sentence's verb. */
function extent(parsed: Parsed, from: number, most = MOST_COMPLEMENT_WORDS): number {
  const { tokens, clauses, dates } = parsed;
  let to = from;
  while (to < tokens.length && to - from < most && !isBoundary(tokens[to]!)) {
    if (to > from && clauses.some(({ verb }) => verb.from === to && verb.tense !== 'none')) break;
    if (dates.some((date) => date.from === to)) break;
    to += 1;
  }
  while (
    to > from &&
    /^(?:DET|ADP|ADV|PART|PRON|AUX)$/.test(tokens[to - 1]!.tag) &&
    tokens[to - 1]!.lower !== "'s" &&
    !/^(?:there|down|off|up|out|away|abroad|home)$/.test(tokens[to - 1]!.lower)
  )
    to -= 1;
  return to;
}

function complementOf(
  parsed: Parsed,
  number: NumberPhrase,
  at: number,
  text: string,
  entities: Entities,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  const next = tokens[at];
  const verb = clauses.find(
    (clause) =>
      clause.verb.from === at ||
      (clause.verb.from <= at + 2 && clause.verb.from > at && tokens[at]!.tag === 'ADV'),
  );
  if (next?.lower === 'there') return thereOf(parsed, number, text, entities);
  if (next?.lower === 'who' || next?.lower === 'that') return relative(parsed, at, text);
  if (verb) return predicate(parsed, verb.verb, text) ?? eventObject(parsed, number, text);
  const event = eventObject(parsed, number, text);
  if (event) {
    const place = next?.tag === 'ADP' ? words(parsed, at, extent(parsed, at), text) : undefined;
    return event.date || !place || event.words.includes(' in ')
      ? event
      : { words: `${event.words} ${place.words}` };
  }
  if (
    next &&
    (next.tag === 'ADP' || next.lower === 'still') &&
    !/^(?:by|for|since|than|as|to|per|with|on|amid|during|at)$/.test(next.lower)
  )
    return words(parsed, at, extent(parsed, at), text);
  const group = /^(?:of|including)$/.test(tokens[number.qualifierFrom - 1]?.lower ?? '')
    ? wholeBefore(parsed, number, text)
    : undefined;
  return group;
}

const words = (parsed: Parsed, from: number, to: number, text: string): Complement | undefined =>
  to > from ? { words: written(text, parsed.tokens, from, to) } : undefined;

/** "there" is the place named last. */
function thereOf(
  parsed: Parsed,
  number: NumberPhrase,
  text: string,
  entities: Entities,
): Complement | undefined {
  const place = parsed.mentions.findLast(
    ({ from, entity }) => from < number.from && entities.list[entity]!.type === 'place',
  );
  return place ? { words: `in ${written(text, parsed.tokens, place.from, place.to)}` } : undefined;
}

function relative(parsed: Parsed, at: number, text: string): Complement | undefined {
  const verb = parsed.clauses.find((clause) => clause.verb.from > at && clause.verb.from <= at + 3);
  return verb ? words(parsed, at, extent(parsed, verb.verb.to), text) : undefined;
}

/** "200 people were killed in the blast" counts people killed in the blast. */
function predicate(
  parsed: Parsed,
  verb: Parsed['clauses'][number]['verb'],
  text: string,
): Complement | undefined {
  const { tokens } = parsed;
  const head = tokens[verb.head]!.lower;
  const to = extent(parsed, verb.to, 8);
  const rest = to > verb.to ? ` ${written(text, tokens, verb.to, to)}` : '';
  if (verb.passive || verb.progressive || verb.tense === 'none')
    return verb.tense === 'none' && tokens[verb.from]!.lower === 'to'
      ? undefined
      : { words: `${head}${rest}` };
  if (isSpeechVerb(head) && verb.tense !== 'past') return undefined;
  if (/^(?:is|are|was|were)$/.test(head))
    return rest && tokens[verb.to]!.tag !== 'DET' ? { words: rest.trim() } : undefined;
  if (
    STATIVE_VERBS.has(head) &&
    !/^(?:live|lived|support|supports|supported|oppose|opposed|believe|believed|favor|favored|want|wanted|prefer|preferred|lack|lacked|need|needed|work|worked|own|owned)$/.test(
      head,
    )
  )
    return undefined;
  const who =
    verb.ambiguous && verb.tense === 'past' && tokens[verb.to]?.tag === 'ADP' && laterVerb(parsed, verb.to)
      ? ''
      : `${pronounFor(tokens, verb.from)} `;
  return { words: `${who}${verbWords(parsed, verb, text)}${rest}` };
}

/** "who" for people, "that" for things, by the noun before. */
function pronounFor(tokens: readonly Token[], at: number): string {
  const noun = tokens.slice(0, at).findLast((token) => token.tag === 'NOUN' || token.tag === 'PROPN');
  return noun && isPeople(noun) ? 'who' : 'that';
}

const isPeople = ({ text, lower }: Token): boolean =>
  isDemonym(text) ||
  UNNAMED_PEOPLE.has(lower) ||
  ROLE_NOUNS.has(lower.replace(/s$/, '')) ||
  /^(?:civilians|hostages|captives|refugees|migrants|protesters|prisoners|detainees|fighters|militants|children|women|men|voters|passengers|patients|families|soldiers|troops|respondents|adults|students|victims)$/.test(
    lower,
  );

/** "250 of the 900 people who came have left": the share is of those who have left. */
function shareOf(parsed: Parsed, at: number, text: string): Complement | undefined {
  const { tokens, clauses } = parsed;
  const relativeAt = /^(?:who|that|which)$/.test(tokens[at]?.lower ?? '') ? at : -1;
  const after = clauses.filter(
    ({ verb, kind }) =>
      verb.from >= at && verb.tense !== 'none' && !(relativeAt !== -1 && kind === 'relative'),
  );
  const main = after[0];
  if (
    !main ||
    main.verb.from - at > 10 ||
    tokens.slice(at, main.verb.from).some((token) => token.type === 'punct')
  )
    return undefined;
  return predicate(parsed, main.verb, text);
}

const laterVerb = ({ clauses }: Parsed, at: number): boolean =>
  clauses.some(({ verb }) => verb.from >= at && verb.tense !== 'none');

const verbWords = ({ tokens }: Parsed, verb: { from: number; to: number }, text: string): string =>
  tokens
    .slice(verb.from, verb.to)
    .filter((token) => token.tag !== 'ADV')
    .map((token) => text.slice(token.start, token.end))
    .join(' ');

/** "the blast killed 11 workers" counts workers killed in the blast; "ordered 40 tents" counts tents ordered. */
function eventObject(parsed: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const { tokens, clauses } = parsed;
  const clause = clauses.find(
    ({ verb }) =>
      verb.to === number.qualifierFrom ||
      (verb.to === number.qualifierFrom - 1 && tokens[verb.to]!.tag === 'ADV'),
  );
  if (!clause || clause.verb.passive || clause.verb.progressive) return undefined;
  const head = tokens[clause.verb.head]!.lower;
  const participle = PARTICIPLES[head] ?? (head.endsWith('ed') ? head : undefined);
  if (!participle || STATIVE_VERBS.has(head) || isSpeechVerb(head)) return undefined;
  const { start, opener, verb } = bearer(parsed, clause);
  const event = eventBehind(parsed, start, opener, verb.from);
  if (!event) return { words: participle };
  const date = parsed.dates.find(({ from, to }) => from >= event[0] && to <= event[1]);
  const name = written(text, tokens, event[0], event[1]);
  return {
    words: `${participle} in ${/^\p{Lu}/u.test(name) || /^the /.test(name) || /(?:’|')s /.test(name) ? name : `the ${name}`}`,
    ...(date ? { date } : {}),
  };
}

/** The clause that names the doer: itself, the one it is joined to, or the relative one that officials "say". */
function bearer({ clauses, tokens }: Parsed, clause: Clause): Clause {
  const before = clauses[clauses.indexOf(clause) - 1];
  if (before?.kind === 'relative' && isSpeechVerb(tokens[before.verb.head]!.lower)) return before;
  if (clause.kind === 'joined' && clause.start === clause.verb.from)
    return (
      clauses.findLast(
        (other) =>
          other.verb.from < clause.start &&
          (other.kind === 'main' || (other.start < other.verb.from && other.kind === 'subordinate')),
      ) ?? clause
    );
  return clause;
}

/** The happening that the subject, or what a relative clause hangs on, names; token range. */
function eventBehind(
  parsed: Parsed,
  start: number,
  opener: string | undefined,
  verbFrom: number,
): [number, number] | undefined {
  const { tokens } = parsed;
  const hangs = opener === 'which' || opener === 'that' || opener === 'when';
  let to = hangs ? start - 1 : verbFrom;
  while (to > 0 && tokens[to - 1]!.type !== 'word') to -= 1;
  let from = to;
  let seen = false;
  while (from > 0 && to - from < 10) {
    const { type, tag, lower } = tokens[from - 1]!;
    if (
      type === 'punct' ||
      type === 'open' ||
      type === 'close' ||
      tag === 'VERB' ||
      tag === 'AUX' ||
      tag === 'CCONJ' ||
      tag === 'SCONJ' ||
      lower === 'following' ||
      lower === 'by'
    )
      break;
    seen ||= EVENT_NOUNS.has(lower);
    if (/^(?:its|his|her|their|a|an)$/.test(lower)) break;
    from -= 1;
    if (lower === 'the') break;
  }
  while (from < to && tokens[from]!.tag === 'ADP') from += 1;
  return seen && to > from ? [from, to] : undefined;
}

/** "four battalions, consisting of 3,000 men": counted in the battalions. */
function wholeBefore({ tokens }: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  let at = number.qualifierFrom - 1;
  if (!/^(?:consisting|comprising|made|composed)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  at -= 1;
  while (at > 0 && tokens[at - 1]!.type !== 'word') at -= 1;
  let from = at;
  while (from > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[from - 1]!.tag)) from -= 1;
  return at > from ? { words: `in ${written(text, tokens, from, at)}` } : undefined;
}

/** A number with no noun of its own measures its verb's subject: "the toll rose to 120". */
function measured(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses } = parsed;
  const clause = clauses.findLast(({ verb }) => verb.head < number.from);
  if (!clause || clause.verb.tense === 'none') return undefined;
  const head = tokens[clause.verb.head]!.lower;
  if (
    !/^(?:is|was|are|were|stands|stood|reached|reaches|rose|risen|rise|rises|fell|fallen|grew|grown|climbed|swelled|swollen|increased|dropped|declined|jumped|hit|totaled|totalled|topped|exceeded|passed|surpassed|edged|gained|lost|slipped|surged|soared|at)$/.test(
      head,
    )
  )
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
  if (to <= start || /^(?:he|she|it|they|this|that|who|which|i|we|there)$/.test(tokens[start]!.lower))
    return undefined;
  const subject = written(text, tokens, start, to);
  const people =
    /\b(?:population|toll|deaths?|dead|killed|injured|wounded|missing|casualties|turnout|attendance)\b/i.test(
      subject,
    );
  return { unit: number.unit ?? (people ? 'people' : (tokens[to - 1]?.lower ?? 'units')), subject };
}
