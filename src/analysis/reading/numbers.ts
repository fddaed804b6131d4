import { compoundAt } from './compound-numbers.js';
import { currencyAt, percentWords, unitAfter } from './currencies.js';
import { withAsciiDigits } from './digits.js';
import { fractionAt, oneInSo, pointsAt, type Amount } from './fractions.js';
import { CURRENCY_SIGNS, CURRENCY_WORDS, FRACTIONS, QUALIFIERS, SCALES, SMALL } from '../lexicon/numbers.js';
import { tallyAt, type Tally } from './tallies.js';
import type { Token } from './tokens.js';

/** A number as it is said, with what is said about its exactness. Token indexes; `to` is exclusive. */
export interface NumberPhrase {
  /** First token of the number itself, a currency sign included. */
  readonly from: number;
  readonly to: number;
  /** First token of the qualifier; equals `from` without one. */
  readonly qualifierFrom: number;
  readonly value: number;
  readonly upper?: number;
  readonly qualifier?: string;
  /** "USD", "percent", … when the number itself says so. */
  readonly unit?: string;
  /** Written in letters. */
  readonly spelled: boolean;
  /** "member" of "a 40-member crew": what it counts, said in the same word. */
  readonly measure?: string;
  /** Which side of a vote: "6-3" is both, in one word. */
  readonly ballot?: 'first' | 'second';
}

/** Where a bracket right behind money ends, that says it in another currency or whose it is: "€2m ($2.6m) in damages". */
export function behindBracket(tokens: readonly Token[], { to, unit }: NumberPhrase): number {
  if (!unit || tokens[to]?.lower !== '(') return to;
  const close = tokens.slice(to, to + 8).findIndex(({ lower }) => lower === ')');
  return close === -1 ? to : to + close + 1;
}

/** Every number of a sentence, digits or words. Dates, ages and the like are still among them: see figures.ts. */
export function findNumbers(tokens: readonly Token[]): NumberPhrase[] {
  const found: NumberPhrase[] = [];
  let i = 0;
  while (i < tokens.length) {
    const opens = opensNumber(tokens, i);
    const tally = opens ? tallyAt(tokens, i) : undefined;
    if (tally) {
      found.push(sideOf(tally.first, 'first'), sideOf(tally.second, 'second'));
      i = tally.second.to;
      continue;
    }
    const phrase = opens ? (describing(tokens, i) ?? numberAt(tokens, i)) : undefined;
    if (phrase) found.push(phrase);
    i = phrase ? phrase.to : i + 1;
  }
  return found;
}

const sideOf = (side: Tally['first'], ballot: 'first' | 'second'): NumberPhrase => ({
  ...side,
  qualifierFrom: side.from,
  spelled: false,
  ballot,
});

const OPENING_WORDS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...FRACTIONS.keys(),
  'a',
  'an',
  'rs',
  'rs.',
]);

/** Whether a number can begin at a token at all: nine in ten are passed over by their first character. */
export function opensNumber(tokens: readonly Token[], at: number): boolean {
  const { type, text, lower } = tokens[at]!;
  if (type === 'number' || /^\d/.test(text)) return true;
  if (type !== 'word') return CURRENCY_SIGNS.has(text) || text === '#';
  return OPENING_WORDS.has(lower) || tokens[at + 1]?.text === '$';
}

function numberAt(tokens: readonly Token[], at: number): NumberPhrase | undefined {
  const sign = currencyAt(tokens, at);
  const first = sign ? sign.to : at;
  const amount =
    pointsAt(tokens, first) ??
    fractionAt(tokens, first) ??
    oneInSo(tokens, first) ??
    rangeAt(tokens, first, sign !== undefined);
  if (!amount) return undefined;
  const unit = sign?.unit ?? amount.unit ?? unitAfter(tokens, amount.to);
  let { to } = amount;
  // "$20 billion dollars"
  const again = CURRENCY_WORDS.get(tokens[to]?.lower ?? '') === unit;
  if (unit && !amount.unit && (!sign || again)) to += percentWords(tokens, to);
  const { from: qualifierFrom, qualifier } = qualifierBefore(tokens, at);
  return {
    from: at,
    to,
    qualifierFrom,
    value: amount.value,
    ...(amount.upper !== undefined ? { upper: amount.upper } : {}),
    ...(qualifier ? { qualifier } : {}),
    ...(unit ? { unit } : {}),
    spelled: amount.spelled,
  };
}

/** "a 40-member (crew)" */
function describing(tokens: readonly Token[], at: number): NumberPhrase | undefined {
  const { text } = tokens[at]!;
  const compound = text >= '0' && text < ':' ? compoundAt(tokens, at) : undefined;
  if (!compound) return undefined;
  const { from: qualifierFrom, qualifier } = qualifierBefore(tokens, at);
  return { from: at, qualifierFrom, ...(qualifier ? { qualifier } : {}), spelled: false, ...compound };
}

/** "10 to 15", "10–15", "between 10 and 15"; or a single amount. */
function rangeAt(tokens: readonly Token[], at: number, money: boolean): Amount | undefined {
  const hyphened = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(tokens[at]?.lower.slice(0, 24) ?? '');
  if (hyphened) {
    const scale = scaleAfter(tokens, at + 1, money);
    const [low, high] = [Number(hyphened[1]) * scale.factor, Number(hyphened[2]) * scale.factor];
    return high > low ? { value: low, upper: high, to: scale.to, spelled: false } : undefined;
  }
  const first = amountAt(tokens, at, money);
  if (!first) return undefined;
  // "20 percent to 50 percent"
  const percent =
    money || CURRENCY_WORDS.has(tokens[first.to]?.lower ?? '') ? 0 : percentWords(tokens, first.to);
  const link = tokens[first.to + percent];
  const open = tokens[money ? at - 2 : at - 1]?.lower;
  // "rose by nine to 27" ends at 27.
  if (open === 'by' && link?.lower === 'to') return first;
  // "raised the fee from 2 to 3 dollars", "fell from 9 to 7"
  if (open === 'from' && link?.lower === 'to' && tokens.slice(Math.max(0, at - 12), at).some(isChange))
    return first;
  const between = open === 'between' && link?.lower === 'and';
  if (!link || !(between || link.lower === 'to' || link.text === '–' || link.text === '-')) return first;
  const skip = CURRENCY_SIGNS.has(tokens[first.to + percent + 1]?.text ?? '') ? 2 : 1;
  // "in 2021 to $6 million"
  if (skip === 2 && !money) return first;
  const second = amountAt(tokens, first.to + percent + skip, money);
  // "fell $1.20 to $78.40": no range is so wide.
  if (
    money &&
    second &&
    link.lower === 'to' &&
    second.value > 3 * first.value &&
    tokens.slice(at - 3, at).some(isChange)
  )
    return first;
  // "rose 4 percent to 38 euros" is how far and how much.
  if (second && percent > 0 && unitAfter(tokens, second.to) !== 'percent') return first;
  if (!second || second.value <= 0) return first;
  // "2 to 3 million" means two million.
  const factor =
    first.value < 1000 && second.value >= 1000 && tokens[second.to - 1]!.type === 'word'
      ? (SCALES.get(tokens[second.to - 1]!.lower) ?? 1)
      : 1;
  const value = first.value * factor;
  return value < second.value ? { value, upper: second.value, to: second.to, spelled: first.spelled } : first;
}

/** A verb or a word for one that tells from what to what something goes. */
export const isChange = ({ lower }: Token): boolean =>
  /^(?:r[ao]se|ris(?:e|es|en|ing)|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|gr[eo]w|grown|f[ae]ll|fallen|falling|drop(?:s|ped)?|cut|cuts|cutting|reduc(?:e|es|ed|ing)|climbed|jumped|up|down|went|lower(?:ed|ing)?|expand(?:ed)?|revis(?:e|es|ed|ing)|doubled|tripled|shrank|declined?|changed?)$/.test(
    lower,
  );

function amountAt(tokens: readonly Token[], at: number, money: boolean): Amount | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const glued = /^(\d+(?:\.\d+)?)-?(k|m|mn|bn|b|million|billion|trillion|thousand)$/.exec(
    token.lower.slice(0, 24),
  );
  // "300m" may be metres: without money, only what is counted tells.
  const counted = money || glued?.[2]!.length !== 1 || /(?:[^s]s|people)$/.test(tokens[at + 1]?.lower ?? '');
  if (glued && counted)
    return { value: Number(glued[1]) * SCALES.get(glued[2]!)!, to: at + 1, spelled: false };
  if (token.type === 'number') {
    // "100, 000": a comma set as in prose.
    const rest =
      tokens[at + 1]?.text === ',' && tokens[at + 2]?.text === '000' && /^\d{1,3}$/.test(token.text) ? 2 : 0;
    const value = numeral(rest ? `${token.text},000` : token.text);
    if (value === undefined) return undefined;
    if (rest) return { value, to: at + 3, spelled: false };
    const { factor, to } = scaleAfter(tokens, at + 1, money);
    return { value: value * factor, to, spelled: false };
  }
  if (token.type !== 'word') return undefined;
  return spelledAt(tokens, at);
}

/** "250,000", "1.3"; "1.250.000" is read the continental way. A date or a version has too many points. */
function numeral(text: string): number | undefined {
  if (text.length > 20) return undefined;
  const ascii = withAsciiDigits(text);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(ascii)) return Number(ascii.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(ascii)) return Number(ascii.replaceAll('.', ''));
  if (/^\d+(?:\.\d+)?$/.test(ascii)) return Number(ascii);
  return /^\d+,\d{1,2}$/.test(ascii) ? Number(ascii.replace(',', '.')) : undefined;
}

/** "million"; a lone "m" or "b" only after money or before what is counted, where it is no unit of length: "4.4m barrels". */
function scaleAfter(tokens: readonly Token[], at: number, money: boolean): { factor: number; to: number } {
  const token = tokens[at];
  const letter = token?.lower.length === 1;
  const counts =
    letter &&
    (token?.start === tokens[at - 1]?.end || (token?.lower === 'm' && /\d\.\d/.test(tokens[at - 1]!.text))) &&
    tokens
      .slice(at + 1, at + 3)
      .some(({ lower, tag }, i) => (i === 0 || tag === 'NOUN') && /(?:[^s]s|people|of)$/.test(lower));
  const factor = token?.type === 'word' && (!letter || money || counts) ? SCALES.get(token.lower) : undefined;
  return factor && token!.lower !== 'dozen' ? { factor, to: at + 1 } : { factor: 1, to: at };
}

/** "four", "a million", "two hundred and fifty thousand", "half a million", "two dozen". */
function spelledAt(tokens: readonly Token[], at: number): Amount | undefined {
  let i = at;
  if (tokens[i]!.lower === 'half' && (tokens[i + 1]?.lower === 'a' || tokens[i + 1]?.lower === 'of')) {
    const scale = SCALES.get(tokens[i + 2]?.lower ?? '');
    return scale && tokens[i + 1]!.lower === 'a' ? { value: scale / 2, to: i + 3, spelled: true } : undefined;
  }
  const article = tokens[i]!.lower === 'a' || tokens[i]!.lower === 'an';
  if (article && !(SCALES.has(tokens[i + 1]?.lower ?? '') && tokens[i + 1]!.lower.length > 2))
    return undefined;
  let total = 0;
  let part = article ? 1 : 0;
  let said = article;
  if (article) i += 1;
  for (; i < tokens.length; i += 1) {
    const word = tokens[i]!.lower;
    const small = SMALL.get(word);
    const scale = word.length > 2 ? SCALES.get(word) : undefined;
    if (small !== undefined && (!said || part % 100 === 0 || (total > 0 && part === 0))) part += small;
    else if (scale && (said || part > 0)) {
      part *= scale;
      if (scale >= 1000) {
        total += part;
        part = 0;
      }
    } else if (!(
      word === 'and' &&
      said &&
      part + total >= 100 &&
      SMALL.has(tokens[i + 1]?.lower ?? '') &&
      SCALES.has(tokens[i - 1]?.lower ?? '')
    ))
      break;
    said = true;
  }
  return said && i > at ? { value: total + part, to: i, spelled: true } : undefined;
}

/** What goes up to a number is there, where what is done "up to" it may be less. */
const MOVING =
  /^(?:edg|tick|inch|creep|climb|ris|jump|surg|shoot|go)(?:e|es|ed|ing|s)?$|^(?:crept|rose|risen|went|gone|shot)$/;

function qualifierBefore(tokens: readonly Token[], at: number): { from: number; qualifier?: string } {
  for (const words of QUALIFIERS) {
    const from = at - words.length;
    if (from < 0 || !words.every((word, index) => tokens[from + index]!.lower === word)) continue;
    // "edged up to 4%": up goes with the verb.
    if (words[0] === 'up' && MOVING.test(tokens[from - 1]?.lower ?? '')) continue;
    // "turned over 12 suspects", "ruled over", "come about": a particle of the verb is rare enough to be let through.
    return { from, qualifier: words.join(' ') };
  }
  return { from: at };
}
