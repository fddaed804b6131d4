import type { TimeExpression } from '../time/day-range.js';
import { isDemonym } from '../lexicon/places.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { isChange, type NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { Token } from '../reading/tokens.js';
import { isComparison, isMoved, isStep, measuringVerb } from './moves.js';
import { outlookOf, told } from './outlook.js';

/** What a number counts. */
export interface CountedThing {
  readonly unit: string;
  readonly subject: string;
  readonly date?: TimeExpression;
}

/** A number with no noun of its own measures its verb's subject: "the toll rose to 120". */
export function measured(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, mentions, numbers, dates } = parsed;
  const ranging = ranged(parsed, number, text);
  if (ranging) return ranging;
  const measuring = measuringVerb(parsed, number);
  if (!measuring) return undefined;
  const { verb, to, outlook } = measuring;
  // "estimates were 40 to 50": of what, they have said before.
  if (!number.unit && /^(?:estimates?|figures?|projections?|forecasts?)$/.test(tokens[to - 1]!.lower))
    return undefined;
  // "will total 40 bpd": what is counted is no word we know.
  if (!number.unit && tokens[number.to]?.tag === 'NOUN' && !isStep(parsed, number)) return undefined;
  // "The party holds 98": seats, and no number of the party.
  if (!number.unit && /^h[eo]lds?$/.test(tokens[verb.head]!.lower)) return undefined;
  // "40 points, or 2 percent" is the same step.
  if (tokens[number.qualifierFrom - 1]?.lower === 'or') return undefined;
  // "from 2 to 3 percent": it ends at 3.
  if (tokens[number.qualifierFrom - 1]?.lower === 'from') return undefined;
  // "his team was one of 40"
  if (tokens[number.qualifierFrom - 1]?.lower === 'of' && tokens[number.qualifierFrom - 2]?.tag === 'NUM')
    return undefined;
  // "is half the level", "is a 20 percent gain"
  if (number.unit === 'percent' && /^(?:of|the)$/.test(tokens[number.to]?.lower ?? '')) return undefined;
  if (/^an?$/.test(tokens[number.qualifierFrom - 1]?.lower ?? '')) return undefined;
  // "30 percent lower": than what, and since when, is said elsewhere.
  const norm =
    /^(?:above|below)$/.test(tokens[number.to]?.lower ?? '') &&
    /^(?:average|normal|target|capacity|forecasts?|expectations)$/.test(tokens[number.to + 1]?.lower ?? '');
  if (isComparison(tokens, number.to) && !norm) return undefined;
  const start = subjectStart(parsed, to);
  // "which for the past three years was $3m": no number of years.
  if (start === undefined || isTime(tokens[to - 1]!.lower)) return undefined;
  const owner = tokens[start - 1]?.lower === 'whose' ? nameBefore(tokens, start - 1) : undefined;
  if (tokens[start - 1]?.lower === 'whose' && owner === undefined) return undefined;
  // "Vold will be 29", "Elm is 9-14": no number of anything is told of somebody by name.
  const opens = start === 0 && to === 1 && isEnglishWord(tokens[0]!.lower);
  const name =
    !opens &&
    mentions.some((it) => it.to === to) &&
    tokens.slice(start, to).every(({ tag }) => tag === 'PROPN');
  const moved = isMoved(parsed, number, verb);
  if (name && !moved && !isMoney(number)) return undefined;
  let subject = inSentence(written(text, tokens, start, to), start, mentions, tokens);
  if (owner !== undefined) subject = `${subject} of ${written(text, tokens, ...owner)}`;
  // "the average age was 25", "the number rose to 40": no number of anything
  if (/\bage\b/.test(subject) || /^(?:numbers?|totals?|figures?|amount|count|tally)$/.test(subject))
    return undefined;
  // "lost $3m" is no part of anything.
  if (moved && isMoney(number) && /^los[et]s?$/.test(tokens[verb.head]!.lower))
    subject = `loss of ${tokens[start - 1]?.lower === 'the' ? 'the ' : ''}${subject}`;
  else if (moved) subject = `${moved} ${subject}`;
  else if (tokens[number.qualifierFrom - 1]?.lower === 'by') return undefined;
  subject = told(subject, outlook);
  // "40 percent below average"
  if (norm) subject = `${subject} ${written(text, tokens, number.to, number.to + 2)}`;
  // "the lake is 40 percent salt": the part that is.
  const kind =
    number.unit === 'percent' &&
    (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[number.to]?.tag ?? '') ||
      /^contained|complete[d]?$/.test(tokens[number.to]?.lower ?? '')) &&
    !dates.some(({ from }) => from === number.to);
  if (kind && !moved) {
    if (!/^(?:is|are|was|were)$/.test(tokens[verb.head]!.lower)) return undefined;
    const { lower, text: word } = tokens[number.to]!;
    const quality = QUALITIES.get(lower);
    const whole = `${tokens[start - 1]?.lower === 'the' ? 'the ' : ''}${subject}`;
    subject = quality
      ? `${quality} of ${whole}`
      : `part of ${whole} that is ${/^\p{Lu}/u.test(word) ? word : lower}`;
  }
  // "up 3 percent at $40": what a number of another kind stands before is told of the same.
  const unit = number.unit ?? measuredUnit(subject, tokens[to - 1]!.lower);
  return numbers.some((it) => it.to === to) ? undefined : { unit, subject };
}

/** "Estimates of the number of dead range from 40 to 90": what is told from the least to the most. */
function ranged(
  { tokens, mentions }: Parsed,
  { qualifierFrom, upper, unit }: NumberPhrase,
  text: string,
): CountedThing | undefined {
  const verb = qualifierFrom - 2;
  if (
    upper === undefined ||
    tokens[verb + 1]?.lower !== 'from' ||
    !/^(?:rang(?:e|es|ed)|var(?:y|ies|ied))$/.test(tokens[verb]?.lower ?? '')
  )
    return undefined;
  let from = verb;
  while (from > 0 && tokens[from - 1]!.type === 'word') from -= 1;
  // "… after 11 days Estimates of": a line that ran into it.
  const opens = tokens.findLastIndex(({ lower }, i) => i < verb && lower === 'estimates');
  from = Math.max(from, opens);
  if (/^(?:DET|CCONJ)$/.test(tokens[from]!.tag)) from += 1;
  if (verb - from > LONGEST_SUBJECT || !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[from]?.tag ?? ''))
    return undefined;
  const subject = inSentence(written(text, tokens, from, verb), from, mentions, tokens).replace(
    /^estimates (?:of|for) (?:the )?/i,
    '',
  );
  return { unit: unit ?? measuredUnit(subject, tokens[verb - 1]!.lower), subject };
}

/** What a thing is by so much and not in such a part. */
const QUALITIES: ReadonlyMap<string, string> = new Map([
  ['effective', 'effectiveness'],
  ['accurate', 'accuracy'],
  ['efficient', 'efficiency'],
]);

const isTime = (lower: string): boolean =>
  /^(?:day|week|month|year|hour|minute|decade|season|quarter)s?$/.test(lower);

export const isMoney = ({ unit }: NumberPhrase): boolean => unit !== undefined && /^[A-Z]{3}$/.test(unit);

const RATE = /^(?:day|week|month|year|hour|minute)$/;
const LEVEL =
  /^(?:is|was|are|were|be|been|stands|stood|reached|reaches|totaled|totalled|hit|topped|exceeded|exceeds|surpassed|averaged|averages)$/;

/** "production is 1.6 million barrels a day", "spills totalled 900 barrels": how much of its noun the subject is. */
export function measuredIn(
  parsed: Parsed,
  number: NumberPhrase,
  noun: { readonly from: number; readonly to: number },
  text: string,
  rateOf: (parsed: Parsed, number: NumberPhrase, text: string) => string | undefined,
): CountedThing | undefined {
  const { tokens, clauses, mentions } = parsed;
  if (number.unit) return undefined;
  const rate =
    /^(?:a|per|each|every)$/.test(tokens[noun.to]?.lower ?? '') &&
    RATE.test(tokens[noun.to + 1]?.lower ?? '');
  const unit = written(text, tokens, noun.from, rate ? noun.to + 2 : noun.to).toLowerCase();
  const other = rate ? rateOf(parsed, number, text) : undefined;
  if (other !== undefined) return { unit, subject: other };
  // "the flow has increased to 40 litres a day"
  const to = tokens[number.qualifierFrom - 1]?.lower === 'to' ? number.qualifierFrom - 1 : -1;
  const clause = clauses.find(({ verb }) => verb.to === number.qualifierFrom || verb.to === to);
  if (!clause) return undefined;
  const verb = tokens[clause.verb.head]!.lower;
  if (clause.verb.to === to ? !(rate && isChange(tokens[clause.verb.head]!)) : !LEVEL.test(verb))
    return undefined;
  const start =
    clause.verb.to === to
      ? subjectStart(parsed, clause.verb.from)
      : nounPhraseBefore(tokens, clause.verb.from, clause.start);
  if (start === undefined) return undefined;
  if (!rate && !/^(?:total|averag)/.test(verb) && !DIMENSION.test(tokens[start]!.lower)) return undefined;
  const subject = inSentence(written(text, tokens, start, clause.verb.from), start, mentions, tokens);
  return { unit, subject: told(subject, outlookOf(parsed, clause.verb)) };
}

/** "Water is pouring into the hold at a rate of 900 litres a day": what flows, and where. */
export function flow(parsed: Parsed, { qualifierFrom }: NumberPhrase, text: string): string | undefined {
  const { tokens, clauses, mentions } = parsed;
  const of = tokens[qualifierFrom - 1]?.lower === 'of' && tokens[qualifierFrom - 2]?.lower === 'rate';
  const at = tokens.findLastIndex(({ lower }, i) => i < qualifierFrom && lower === 'at');
  if (!of || at < qualifierFrom - 5) return undefined;
  const verb = clauses.findLast((clause) => clause.verb.to <= at)?.verb;
  const start = verb?.progressive ? subjectStart(parsed, verb.from) : undefined;
  if (!verb || start === undefined || at - verb.head > 6) return undefined;
  const subject = inSentence(written(text, tokens, start, verb.from), start, mentions, tokens);
  const mark = tokens.slice(verb.to, at).findIndex(({ type }) => type !== 'word');
  return `${subject} ${written(text, tokens, verb.head, mark === -1 ? at : verb.to + mark)}`;
}

const DIMENSION = /^(?:size|area|length|height|depth|weight|width|speed|thickness|diameter|volume)$/;

/** "Unemployment": a capital that only opens the sentence goes. */
export function inSentence(
  subject: string,
  start: number,
  mentions: Parsed['mentions'],
  tokens: readonly Token[],
): string {
  const named = mentions.some(({ from }) => from <= start);
  return start === 0 && !named && !isDemonym(tokens[0]!.text) && /^\p{Lu}\p{Ll}/u.test(subject)
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : subject;
}

/** "people" for tolls and populations, and for "the number of voters" voters. */
export function measuredUnit(subject: string, last: string): string {
  if (
    /\b(?:population|toll|deaths?|dead|killed|injured|wounded|missing|casualties|turnout|attendance|number who)\b/i.test(
      subject,
    )
  )
    return 'people';
  const counted =
    /\bnumber of (?:\p{L}+ )*?(\p{L}+)(?= (?:in|of|on|at|for|from|with|without|out|among|across|who|that|\p{Ll}+ing|\p{Ll}+ed|hurt|lost|left|shot|available)\b|$)/u.exec(
      subject,
    )?.[1];
  if (!counted) return last;
  return isDemonym(counted) || /^(?:people|persons)$/.test(counted) ? 'people' : counted.toLowerCase();
}

const CONJUNCTION =
  /^(?:as|while|whereas|although|though|because|after|before|when|since|until|if|but|whether|so)$/;
const LONGEST_SUBJECT = 16;

/**
 * Where the subject that ends at `to` begins: its last noun phrase, or all of it when that hangs on something before:
 * "the use of boats in Elm and on the lake", "the number who said they had left Elm". Undefined where that is no plain
 * phrase.
 */
export function subjectStart({ tokens, clauses, dates }: Parsed, to: number): number | undefined {
  const opens = tokens.findLastIndex(
    ({ type, lower }, i) =>
      i < to &&
      ((type !== 'word' && type !== 'number') ||
        (CONJUNCTION.test(lower) && !(lower === 'as' && /^an?$/.test(tokens[i + 1]?.lower ?? ''))) ||
        (lower === 'that' && i > 0 && isSpeechVerb(tokens[i - 1]!.lower))),
  );
  const last = nounPhraseBefore(tokens, to, opens + 1);
  if (last === undefined) return undefined;
  const link = tokens[last - 1]?.tag === 'DET' ? last - 2 : last - 1;
  // "repairs, lost profits and damages": the last of a list is not all of it.
  const listed =
    tokens[link]?.tag === 'CCONJ' &&
    link === last - 1 &&
    /^(?:NOUN|PROPN)$/.test(tokens[link - 1]?.tag ?? '');
  if (listed && opens > 0 && link - opens < 4 && tokens[opens]!.text === ',') return undefined;
  if (link <= opens || !/^(?:ADP|VERB|AUX|CCONJ)$/.test(tokens[link]!.tag)) return last;
  // "The storm went on and the toll rose", "officials said turnout was": its own noun phrase.
  const told = clauses.findLast(
    // "the number of people killed in the storm": what is done to them.
    ({ verb: other, kind }) =>
      other.from > opens && other.head <= link && other.tense !== 'none' && kind !== 'bare',
  );
  const relative = tokens.slice(opens + 1, link).some(({ lower }) => /^(?:who|that|which)$/.test(lower));
  // "the water lost by the pipe": what is done by it is no verb of its own.
  const done = told?.verb.ambiguous === true && tokens[told.verb.to]?.lower === 'by';
  if (told && !relative && !done) {
    // "they expect the number of boats on sale to grow": it hangs on more than that.
    const object = tokens[told.verb.to]?.tag === 'DET' ? told.verb.to + 1 : told.verb.to;
    const hangs = tokens[link]!.tag === 'ADP' && /^(?:NOUN|ADJ)$/.test(tokens[object]?.tag ?? '');
    return hangs && object < link ? object : last;
  }
  // "officials say the number who have died": theirs is no subject of it.
  const saying = clauses.findLast(
    ({ verb }) =>
      verb.from > opens && verb.to < link && verb.tense !== 'none' && isSpeechVerb(tokens[verb.head]!.lower),
  );
  const who = tokens.findIndex(({ lower }, i) => i > opens && i < link && /^(?:who|that|which)$/.test(lower));
  // "said on Friday that the bill for repairs hit": what opens what is said.
  const content =
    tokens[who]?.lower === 'that' && (tokens[who - 1]!.tag !== 'NOUN' || dates.some((day) => day.to === who));
  const said = content ? who + 1 : saying?.verb.to;
  let from = saying && said !== undefined && who > saying.verb.to ? said : opens + 1;
  while (from < last && /^(?:CCONJ|SCONJ|ADV|DET|PRON)$/.test(tokens[from]!.tag)) from += 1;
  return to - from <= LONGEST_SUBJECT && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from]!.tag) ? from : undefined;
}

/** First token of the noun phrase that ends at `to`, without its article; "number of people in Elm" is one. */
export function nounPhraseBefore(tokens: readonly Token[], to: number, least: number): number | undefined {
  // "Of an estimated 300 boats, …": a sentence that begins with it has none.
  if (to < 1) return undefined;
  let from = to;
  while (from > least) {
    const { tag, lower } = tokens[from - 1]!;
    const linked =
      /^(?:of|in|from)$/.test(lower) && from < to && /^(?:NOUN|PROPN)$/.test(tokens[from - 2]?.tag ?? '');
    const article =
      tag === 'DET' && /^(?:of|in|from)$/.test(tokens[from - 2]?.lower ?? '') && from - 2 > least;
    const adjective =
      tag === 'VERB' &&
      /(?:ed|ing)$/.test(lower) &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from]?.tag ?? '') &&
      from < to;
    if (!(linked || article || adjective || lower === "'s" || /^(?:NOUN|PROPN|ADJ)$/.test(tag))) break;
    from -= 1;
  }
  while (from < to && /^(?:ADP|DET)$/.test(tokens[from]!.tag)) from += 1;
  // "Ford's": a name that the tagger takes for a verb.
  if (tokens[from]?.lower === "'s") from += /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '') ? -1 : 1;
  const ends =
    /^(?:NOUN|PROPN)$/.test(tokens[to - 1]!.tag) ||
    tokens[to - 2]?.tag === 'DET' ||
    /^(?:dead|injured|wounded|missing|worth)$/.test(tokens[to - 1]!.lower);
  return from < to && ends ? from : undefined;
}

/** The name before "whose", with a comma or without. */
function nameBefore(tokens: readonly Token[], whose: number): [from: number, to: number] | undefined {
  const to = tokens[whose - 1]?.text === ',' ? whose - 1 : whose;
  let from = to;
  while (from > 0 && tokens[from - 1]!.tag === 'PROPN') from -= 1;
  if (from < to) return [from, to];
  // "the stadium, whose capacity"
  const noun = nounPhraseBefore(tokens, to, 0);
  return noun !== undefined && tokens[noun - 1]?.lower === 'the' ? [noun - 1, to] : undefined;
}
