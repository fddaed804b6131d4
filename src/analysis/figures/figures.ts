import type { Figure } from '../../domain/statements.js';
import type { ResolvedAttribution } from '../claims/claim-facts.js';
import { toResolved } from '../time/day-range.js';
import type { Entities } from '../entities/entities.js';
import { isPriceList, isShopPrice } from './price-list.js';
import { placeMeant } from './place-meant.js';
import { inSentence, nounPhraseBefore } from './measured.js';
import { sameFigure } from './same-again.js';
import { countedThing } from './subjects.js';
import { isCount, isModel } from './counts.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { behindBracket, type NumberPhrase } from '../reading/numbers.js';
import { governingClause, written, type Parsed } from '../sentence/parse.js';
import type { Reading } from '../reading/reading.js';

const MOST_FIGURES = 60;

/** The numbers of a report that count or measure something, with what and by whom. */
export function findFigures(
  reading: Reading,
  entities: Entities,
  sentences: readonly Parsed[],
  attributions: ReadonlyMap<number, readonly ResolvedAttribution[]>,
): Figure[] {
  const figures: Figure[] = [];
  const offers = isPriceList(sentences);
  let lastTold = -1;
  for (const parsed of sentences) {
    for (const number of parsed.numbers) {
      if (figures.length >= MOST_FIGURES) return figures;
      if (offers && isShopPrice(number)) continue;
      const figure =
        isCount(parsed, number, reading.text) && !isModel(parsed, number, entities)
          ? figureOf(
              reading,
              entities,
              parsed,
              number,
              attributions.get(parsed.sentence.index) ?? [],
              lastTold >= parsed.sentence.index - 1 ? figures.at(-1) : undefined,
            )
          : undefined;
      if (figure) figures.push(figure);
      if (figure) lastTold = parsed.sentence.index;
    }
  }
  return figures;
}

function figureOf(
  reading: Reading,
  entities: Entities,
  parsed: Parsed,
  number: NumberPhrase,
  attributions: readonly ResolvedAttribution[],
  before: Figure | undefined,
): Figure | undefined {
  const { tokens, sentence } = parsed;
  const thing =
    countedThing(parsed, { ...number, to: behindBracket(tokens, number) }, reading.text, entities, () =>
      placeMeant(reading, entities, parsed, number.from),
    ) ?? sameFigure(parsed, number, before, reading.text);
  if (!thing) return undefined;
  const source = sourceOf(reading.text, parsed, number, attributions);
  const governing = governingClause(parsed, number.from);
  const dated =
    thing.date ??
    parsed.dates.find(
      (date) =>
        date.relation === 'at' &&
        governing !== undefined &&
        governingClause(parsed, date.from) === governing &&
        !isCompared(parsed, number, date.from),
    );
  const direction = governing?.verb.tense === 'future' ? 'future' : 'past';
  const when = dated?.resolve(direction);
  const place = parsed.sentence.passage;
  const salience =
    Math.round(
      (0.4 + Math.max(0, 0.3 - place * 0.03) + (source ? 0.1 : 0) + (number.value >= 100 ? 0.1 : 0)) * 100,
    ) / 100;
  return {
    start: sentence.start,
    end: sentence.end,
    value: exact(number.value),
    ...(number.upper !== undefined ? { upper: exact(number.upper) } : {}),
    ...(number.qualifier ? { qualifier: number.qualifier } : {}),
    unit: number.unit ?? thing.unit,
    subject: thing.subject,
    ...(source ? { attributedTo: source } : {}),
    ...(when && when.to - when.from < 400 ? { date: toResolved(when) } : {}),
    valueSpan: { start: tokens[number.from]!.start, end: tokens[number.to - 1]!.end },
    salience: Math.min(1, salience),
    passage: sentence.passage,
  };
}

/** "drew 900 visitors, up from 700 last year": the day is that of the other number. */
const isCompared = ({ tokens, numbers }: Parsed, { to }: NumberPhrase, at: number): boolean =>
  numbers.some(
    (other) => other.from >= to && other.to <= at && COMPARED.test(tokens[other.qualifierFrom - 1]!.lower),
  );
const COMPARED = /^(?:from|than|with|to|versus|against)$/;

/** 32.2 billion, not 32,200,000,000.000004. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** Who gives the number: the speaker whose words hold it, or "which officials say" right before it. */
function sourceOf(
  text: string,
  parsed: Parsed,
  number: NumberPhrase,
  attributions: readonly ResolvedAttribution[],
): string | undefined {
  const { tokens, clauses } = parsed;
  for (const { verb, kind, opener } of clauses) {
    if (
      kind !== 'relative' ||
      !opener ||
      verb.passive ||
      verb.head >= number.from ||
      number.from - verb.head > 8 ||
      !isSpeechVerb(tokens[verb.head]!.lower)
    )
      continue;
    let at = verb.from;
    while (at > 0 && tokens[at - 1]!.lower !== opener) at -= 1;
    const said = tokens.slice(at, verb.from);
    if (said.length > 0 && said.every(({ type, tag }) => type === 'word' && tag !== 'PRON'))
      return written(text, tokens, at, verb.from);
  }
  const estimate = estimator(text, parsed, number);
  if (estimate !== undefined) return estimate;
  // "worried for Elm, whose population has grown to 90,000": what the report adds is not what they said.
  const added = tokens.findLastIndex(
    ({ lower }, i) => i < number.from && lower === 'whose' && tokens[i - 1]?.text === ',',
  );
  let best: ResolvedAttribution | undefined;
  for (const attribution of attributions) {
    const [from, to] = attribution.content;
    if (number.from < from || number.to > to) continue;
    if (added > from && !tokens.slice(added, number.from).some(({ text: mark }) => mark === ',')) continue;
    if (!best || to - from < best.content[1] - best.content[0]) best = attribution;
  }
  const named = accordingPhrase(text, parsed, number);
  // "Vold said it was bad, with 40 dead, according to the army": the words behind the number.
  const nearer =
    named?.behind && best && !named.words.includes(best.speaker.text) && best.content[0] < number.from;
  return nearer ? named.words : (best?.speaker.text ?? named?.words);
}

const ESTIMATING = /^(?:puts?|estimates?|estimated)$/;

/** "some experts put the bill at", "the board estimates that": who reckons, where it is said by a noun. */
function estimator(
  text: string,
  { tokens, clauses, mentions }: Parsed,
  { qualifierFrom }: NumberPhrase,
): string | undefined {
  const taken = tokens.findIndex(
    ({ tag, lower }, i) =>
      tag === 'NOUN' &&
      /^(?:estimate|put)s?$/.test(lower) &&
      i > 0 &&
      i < qualifierFrom - 2 &&
      tokens[i - 1]!.tag === 'NOUN' &&
      tokens[i + 1]?.tag === 'DET',
  );
  // "Insurers estimate the losses at": the tagger's noun.
  if (taken > 0 && tokens[qualifierFrom - 1]?.lower === 'at' && qualifierFrom - taken < 12) {
    const from = nounPhraseBefore(tokens, taken, 0);
    if (from !== undefined) return inSentence(written(text, tokens, from, taken), from, mentions, tokens);
  }
  const clause = clauses.findLast(
    ({ verb }) => verb.to <= qualifierFrom && !verb.passive && ESTIMATING.test(tokens[verb.head]!.lower),
  );
  if (!clause || clause.verb.tense === 'none' || qualifierFrom - clause.verb.to > 12) return undefined;
  const between = tokens.slice(clause.verb.to, qualifierFrom);
  const put = between.at(-1)?.lower === 'at';
  // "the board estimated the mill could face 40 claims"
  const told = clauses.some(
    ({ kind, verb }) => kind === 'content' && verb.from > clause.verb.to && verb.to <= qualifierFrom,
  );
  if (
    between.some(({ type }) => type !== 'word') ||
    !(put || told || /^(?:that|there)$/.test(between[0]?.lower ?? 'that'))
  )
    return undefined;
  const last = nounPhraseBefore(tokens, clause.verb.from, clause.start);
  if (last === undefined) return undefined;
  // "experts heard at the inquiry put it at": not the inquiry.
  const hangs = tokens.slice(clause.start, last).some(({ tag }) => tag === 'ADP');
  const opens = tokens[clause.start]!.tag === 'DET' ? clause.start + 1 : clause.start;
  const whole =
    hangs &&
    clause.verb.from - opens < 10 &&
    /^(?:NOUN|PROPN|ADJ)$/.test(tokens[opens]!.tag) &&
    tokens.slice(opens, clause.verb.from).every(({ type }) => type === 'word');
  const from = whole ? opens : last;
  return inSentence(written(text, tokens, from, clause.verb.from), from, mentions, tokens);
}

/** "according to polling by the institute": a source that is nobody, as written; `behind`, where it follows the number. */
function accordingPhrase(
  text: string,
  { tokens, clauses }: Parsed,
  number: NumberPhrase,
): { readonly words: string; readonly behind: boolean } | undefined {
  const at = tokens.findIndex(
    (token, index) => token.lower === 'according' && tokens[index + 1]?.lower === 'to',
  );
  if (at === -1) return undefined;
  let to = at + 2;
  while (
    to < tokens.length &&
    !/^[,;.]$/.test(tokens[to]!.text) &&
    !/^(?:whose|which|who|that)$/.test(tokens[to]!.lower)
  )
    to += 1;
  if (number.from < to && number.from >= at) return undefined;
  const from = /^(?:the|a|an|its|their)$/.test(tokens[at + 2]?.lower ?? '') ? at + 3 : at + 2;
  const behind = at > number.to && !clauses.some(({ verb }) => verb.from > number.to && verb.from < at);
  return to > from ? { words: written(text, tokens, from, to), behind } : undefined;
}
