import { FRACTIONS } from '../lexicon/numbers.js';
import { isDemonym } from '../lexicon/places.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { written, type Parsed } from '../sentence/parse.js';
import { nounAfter } from './counted-noun.js';
import { predicate } from './predicates.js';
import { inSentence, nounPhraseBefore, subjectStart, type CountedThing } from './measured.js';

const FAR = 16;

/** "Four of the court's seven judges backed it": how many of so many did what is said. */
export function partOfCounted(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, numbers, clauses } = parsed;
  if (number.unit !== undefined || tokens[number.to]?.lower !== 'of') return undefined;
  const whole = numbers.find(({ from, unit }) => from > number.to && !unit);
  const noun = whole && whole.value > number.value ? nounAfter(parsed, whole) : undefined;
  if (!noun || noun.partial || whole!.from - number.to > 6) return undefined;
  const between = tokens.slice(number.to + 1, whole!.qualifierFrom);
  if (!between.every(({ tag }) => /^(?:DET|PRON|ADJ|NOUN|PROPN|PART)$/.test(tag))) return undefined;
  const clause = clauses.find(({ verb }) => verb.from === noun.to && verb.tense !== 'none');
  // "50 of the 100 miles of islands": miles.
  const of = tokens.slice(noun.from, noun.to).findIndex(({ lower }) => lower === 'of');
  const head = tokens[of > 0 ? noun.from + of - 1 : noun.to - 1]!;
  const done = clause && predicate(parsed, clause.verb, head, text);
  if (!done) return undefined;
  return {
    unit: isDemonym(head.text) ? 'people' : head.lower,
    subject: `${written(text, tokens, noun.from, noun.to)} ${done.words}`,
  };
}

/** "(40) of them", "of whom" */
export const isOfThem = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'of' && /^(?:them|whom)$/.test(tokens[at + 1]?.lower ?? '');

/**
 * "90 people died in Elm, 40 of them children", "60 people, including 12 women": the part counts in what the whole does.
 *
 * @param thingOf what another number of the sentence counts
 */
export function partOf(
  parsed: Parsed,
  number: NumberPhrase,
  text: string,
  thingOf: (number: NumberPhrase) => CountedThing | undefined,
): CountedThing | undefined {
  const { tokens, numbers } = parsed;
  const noun = partNoun(parsed, number);
  const whole = numbers.findLast(
    ({ to, unit, value }) => to <= number.qualifierFrom && !unit && value > number.value,
  );
  if (!noun || !whole || number.qualifierFrom - whole.to > FAR) return undefined;
  const counted = nounAfter(parsed, whole);
  const thing = thingOf(whole);
  if (!thing) return undefined;
  const named = counted ? written(text, tokens, counted.from, counted.to) : 'people';
  const of = [named, 'people'].find((words) => thing.subject.startsWith(words));
  if (of === undefined) return undefined;
  const head = tokens[noun.to - 1]!;
  return {
    ...thing,
    unit: isDemonym(head.text) ? 'people' : head.lower,
    subject: `${written(text, tokens, noun.from, noun.to)}${thing.subject.slice(of.length)}`,
  };
}

function partNoun(parsed: Parsed, number: NumberPhrase): { from: number; to: number } | undefined {
  const { tokens } = parsed;
  const before = tokens[number.qualifierFrom - 1]?.lower;
  if (before === 'including' || (before === 'them' && tokens[number.qualifierFrom - 2]?.lower === 'among'))
    return nounAfter(parsed, number);
  if (!isOfThem(tokens, number.to)) return undefined;
  let from = number.to + 2;
  while (tokens[from]?.tag === 'AUX') from += 1;
  let to = from;
  while (/^(?:NOUN|ADJ)$/.test(tokens[to]?.tag ?? '')) to += 1;
  return to > from &&
    tokens[to - 1]!.tag === 'NOUN' &&
    /(?:[^s]s|men|children|people|police)$/.test(tokens[to - 1]!.lower)
    ? { from, to }
    : undefined;
}

/** "The most common are birches (38%), followed by limes (30%)": the share of what stands before the bracket. */
export function bracketedShare(
  parsed: Parsed,
  { qualifierFrom, to, unit }: NumberPhrase,
  text: string,
): CountedThing | undefined {
  const { tokens, mentions, clauses } = parsed;
  const open = qualifierFrom - 1;
  if (unit !== 'percent' || tokens[open]?.lower !== '(' || tokens[to]?.lower !== ')') return undefined;
  const last = nounPhraseBefore(tokens, open, 0);
  // "one quarter (25 percent)"
  if (last === undefined || FRACTIONS.has(tokens[open - 1]!.lower)) return undefined;
  // "Birches are the largest group (20%)": the birches.
  const article = tokens[last - 1]?.tag === 'DET' ? last - 1 : last;
  const ranked = tokens.slice(last, open).some(({ lower }) => /est$|^most$/.test(lower));
  const is = !ranked
    ? undefined
    : clauses.find(
        ({ verb }) => verb.to === article && /^(?:is|are|was|were)$/.test(tokens[verb.head]!.lower),
      );
  const start = is ? subjectStart(parsed, is.verb.from) : last;
  if (start === undefined) return undefined;
  const end = is?.verb.from ?? open;
  return { unit, subject: inSentence(written(text, tokens, start, end), start, mentions, tokens) };
}
