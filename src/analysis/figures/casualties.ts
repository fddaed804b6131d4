import type { Entities } from '../entities/entities.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { extent } from '../sentence/complement-words.js';
import { written, type Parsed } from '../sentence/parse.js';
import { doneTo, eventObject } from './event-objects.js';
import type { CountedThing } from './measured.js';
import { tidy } from './subject-phrases.js';

/** "at least 50 injured", "12 dead", "killed 300 in Elm": people, though nobody says so. */
export function casualties(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens } = parsed;
  const has = /^(?:have|had|has)$/.test(tokens[number.to]?.lower ?? '') ? number.to + 1 : number.to;
  const acting = tokens[has];
  // "another 1,000 marched in Elm"
  if (!number.unit && acting && ACTED.test(acting.lower) && number.value > 2) {
    const end = extent(parsed, has + 1);
    return {
      unit: 'people',
      subject: `people who ${written(text, tokens, number.to, Math.max(end, has + 1))}`,
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
    (tokens[at]?.tag === 'AUX' ||
      /^(?:others|more|made|left|reported|slightly|lightly|seriously|badly|critically|severely|also)$/.test(
        tokens[at]?.lower ?? '',
      ))
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

/** What befell them and no more: "people killed", "sailors wounded". */
const BARE = /^\p{Ll}+ (?:killed|injured|wounded|dead|missing|hurt|arrested|detained)$/u;

/**
 * "Two bombs went off in Elm, killing 22 people", "40 were hurt when a train derailed near Elm": where it happened, when
 * nothing more is said of those counted.
 */
export function atScene(
  { tokens, mentions, clauses }: Parsed,
  number: NumberPhrase,
  thing: CountedThing,
  text: string,
  { list }: Entities,
): CountedThing {
  if (number.unit || !BARE.test(thing.subject)) return thing;
  const toldIn = (from: number, to: number): boolean =>
    tokens.slice(from, to).some(({ text: mark }) => mark === ';') ||
    clauses.some(({ verb }) => verb.head >= from && verb.head < to && isSpeechVerb(tokens[verb.head]!.lower));
  const scenes = mentions.flatMap(({ entity, from, to }) => {
    // "off Elm's southern coast" is cut short.
    if (list[entity]!.type !== 'place' || tokens[to]?.lower === "'s") return [];
    let at = from - 1;
    while (/^(?:DET|ADJ)$/.test(tokens[at]?.tag ?? '')) at -= 1;
    return /^(?:in|near|outside|off)$/.test(tokens[at]?.lower ?? '') ? [{ at, to }] : [];
  });
  // "said in Elm that 40 had died", "heard in Elm, told of a storm, which killed 40": another's place.
  const joined = (from: number): boolean =>
    tokens.slice(from, number.from).every(({ tag, lower, text: mark }, i) => {
      if (mark === ',') return /ing$/.test(tokens[from + i + 1]?.lower ?? '');
      return tag !== 'SCONJ' && !/^(?:after|before|that|which|who)$/.test(lower);
    });
  const before = scenes.findLast(
    ({ at, to }) =>
      to <= number.qualifierFrom &&
      joined(to) &&
      !toldIn(clauses.findLast(({ verb }) => verb.head < at)?.verb.head ?? at, number.from),
  );
  const after = scenes.find(
    ({ at }) =>
      at > number.to &&
      tokens.slice(number.to, at).some(({ lower }) => /^(?:when|as|after)$/.test(lower)) &&
      !toldIn(number.to, at),
  );
  const scene = before ?? after;
  return scene
    ? { ...thing, subject: `${thing.subject} ${written(text, tokens, scene.at, scene.to)}` }
    : thing;
}
