import type { Figure } from '../../domain/statements.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { extent } from '../sentence/complement-words.js';
import { written, type Parsed } from '../sentence/parse.js';
import { isChange } from '../reading/numbers.js';
import { nounAfter } from './counted-noun.js';
import { doerOf, eventObject } from './event-objects.js';
import { inSentence, nounPhraseBefore, type CountedThing } from './measured.js';
import { measuringVerb } from './moves.js';
import { participleOf } from './participles.js';
import { predicate } from './predicates.js';

const FAR = 16;

/** "300 homes were flooded and another 500 were damaged", "won 40 seats, while Oak lost 12": of the same kind. */
export function sameNoun(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses, numbers } = parsed;
  if (number.unit !== undefined || number.upper !== undefined) return undefined;
  const before = numbers.findLast(({ to }) => to <= number.qualifierFrom);
  const noun =
    before && !before.unit && number.qualifierFrom - before.to < FAR ? nounAfter(parsed, before) : undefined;
  if (!noun || noun.to > number.qualifierFrom) return undefined;
  const head = tokens[noun.to - 1]!;
  const kind = written(text, tokens, noun.from, noun.to);
  const behind = clauses.find(({ verb }) => verb.from === number.to && verb.tense !== 'none');
  // "40 came and 12 left" are told of people; "40 boats, which are 12": of what, nobody knows.
  const done = behind?.verb.passive ? predicate(parsed, behind.verb, head, text) : undefined;
  if (done) return { unit: head.lower, subject: `${kind} ${done.words}` };
  const won = clauses.find(({ verb }) => verb.to === number.qualifierFrom && !verb.passive);
  const verb = won && tokens[won.verb.head]!.lower;
  // "hired 40 teachers and will hire 60 more"
  const more =
    /^(?:more|others?)$/.test(tokens[number.to]?.lower ?? '') && tokens[number.to + 1]?.type !== 'word';
  const event = more ? eventObject(parsed, number, text) : undefined;
  if (event) return { unit: head.lower, subject: `${kind} ${event.words}` };
  const ends = tokens[number.to] === undefined || tokens[number.to]!.type !== 'word';
  if (!won || !verb || !ends || !/^(?:won|lost|gained|took|held|kept)$/.test(verb)) return undefined;
  const doer = doerOf(parsed, { ...won, kind: 'main', start: subjectFrom(tokens, won.verb.from) }, text);
  return doer === undefined
    ? undefined
    : { unit: head.lower, subject: `${kind} ${participleOf(verb) ?? verb} ${doer}` };
}

/** First token of the noun phrase before a verb, its article with it. */
function subjectFrom(tokens: readonly Token[], verb: number): number {
  const from = nounPhraseBefore(tokens, verb, 0) ?? verb;
  return tokens[from - 1]?.tag === 'DET' ? from - 1 : from;
}

const IT = /^(?:it|that|this|them)$/;
const THE_NUMBER = /^(?:numbers?|totals?|figures?|amount|count|tally|estimate|sum)$/;
/** What is raised, cut or put at so much. */
const MEASURED =
  /^(?:cap|limit|ceiling|rate|budget|price|target|forecast|toll|number|fee|tariff|tax|salary|deficit|debt|threshold|quota|liability|bid|offer|estimate|output|production)$/;
/** Counts that no other number is put for. */
const APART = /^(?:[A-Z]{3}|percent|basis points|points|votes|magnitude|years|months)$/;

/**
 * "Unions put the number at 900", "it cut that to €372 million", "the figure has since risen to 45": another number for
 * what the one before counts, or for what the sentence has named: "the cap is so low that they want to raise it to $9m".
 *
 * @param before the figure told last, in this sentence or the one before
 */
export function sameFigure(
  parsed: Parsed,
  number: NumberPhrase,
  before: Figure | undefined,
  text: string,
): CountedThing | undefined {
  const { tokens, mentions } = parsed;
  // "gained 40 points, or 2 percent": the same step.
  if (before && number.unit === 'percent' && tokens[number.qualifierFrom - 1]?.lower === 'or') {
    const near = tokens[number.qualifierFrom - 4]?.start ?? 0;
    const step = /\b(?:rise|fall|cut) in\b/.test(before.subject) && before.valueSpan.end >= near;
    return step ? { unit: 'percent', subject: before.subject } : undefined;
  }
  // "55 percent of calls in Oslo, 52 percent in Elm"
  const where = tokens[number.to]?.lower ?? '';
  if (
    before &&
    number.unit === 'percent' &&
    before.unit === 'percent' &&
    before.start === parsed.sentence.start &&
    /^(?:,|and)$/.test(tokens[number.qualifierFrom - 1]?.lower ?? '') &&
    /^(?:in|with|among|for)$/.test(where)
  ) {
    const link = before.subject.lastIndexOf(` ${where} `);
    const end = extent(parsed, number.to);
    return link === -1 || end === number.to
      ? undefined
      : {
          unit: 'percent',
          subject: `${before.subject.slice(0, link)} ${written(text, tokens, number.to, end)}`,
        };
  }
  const at = pointsBack(parsed, number);
  if (at === undefined) return undefined;
  const fits = before !== undefined && (number.unit ? before.unit === number.unit : !APART.test(before.unit));
  if (fits) return { unit: before.unit, subject: before.subject.replace(/^(?:rise|fall|cut) in /, '') };
  // "the cap … it"
  const noun = IT.test(tokens[at]!.lower)
    ? tokens.findIndex(({ lower, tag }, i) => i < at && tag === 'NOUN' && MEASURED.test(lower))
    : -1;
  const start = noun === -1 ? undefined : nounPhraseBefore(tokens, noun + 1, 0);
  if (start === undefined || number.unit === undefined) return undefined;
  let end = noun + 1;
  while (tokens[end]?.tag === 'NOUN') end += 1;
  if (/^(?:of|on|for)$/.test(tokens[end]?.lower ?? '')) end = Math.max(end, extent(parsed, end));
  // "price" alone is of anything.
  if (end - start < 2) return undefined;
  return {
    unit: number.unit,
    subject: inSentence(written(text, tokens, start, end), start, mentions, tokens),
  };
}

/** The token that points back at what the number is of: "it", "the figure". */
function pointsBack(parsed: Parsed, number: NumberPhrase): number | undefined {
  const { tokens, clauses } = parsed;
  const pointing = (at: number): boolean =>
    IT.test(tokens[at]?.lower ?? '') ||
    tokens[at]?.lower === 'numbers' ||
    (THE_NUMBER.test(tokens[at]?.lower ?? '') && /^(?:the|that|this)$/.test(tokens[at - 1]?.lower ?? ''));
  let link = number.qualifierFrom - 1;
  // "put the number at anything up to 900"
  if (/^(?:anything|anywhere)$/.test(tokens[link]?.lower ?? '')) link -= 1;
  const verb = clauses.findLast(({ verb: { to } }) => to <= link)?.verb;
  if (verb && /^(?:to|at)$/.test(tokens[link]!.lower) && link - verb.to < 3 && link > verb.to) {
    const acts =
      tokens[link]!.lower === 'at'
        ? /^(?:put|puts|estimate[ds]?)$/.test(tokens[verb.head]!.lower)
        : isChange(tokens[verb.head]!) ||
          /^(?:br(?:ing|ings|ought|inging)|tak(?:es|ing)|took|push(?:es|ed|ing)|lift(?:s|ed|ing)?)$/.test(
            tokens[verb.head]!.lower,
          );
    if (acts && pointing(link - 1)) return link - 1;
  }
  const measuring = measuringVerb(parsed, number);
  const moves =
    measuring && tokens[number.qualifierFrom - 1]!.lower === 'to' && isChange(tokens[measuring.verb.head]!);
  return moves && pointing(measuring.to - 1) ? measuring.to - 1 : undefined;
}
