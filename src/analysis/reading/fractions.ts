import { FRACTIONS, SMALL } from '../lexicon/numbers.js';
import type { Token } from './tokens.js';

/** How much is said, up to which token (exclusive). */
export interface Amount {
  readonly value: number;
  readonly to: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly spelled: boolean;
}

const ORDINAL = /^(?:third|quarter|fifth|sixth|eighth|tenth)$/;

/** "half of", "two-thirds of", "a quarter of": a share, in percent. */
export function fractionAt(tokens: readonly Token[], at: number): Amount | undefined {
  const article = tokens[at]?.lower === 'a' || tokens[at]?.lower === 'one';
  // "two thirds of"
  const apart = `${tokens[at]?.lower}-${tokens[at + 1]?.lower}`;
  const spaced = !article && FRACTIONS.has(apart);
  const i = (article && FRACTIONS.has(tokens[at + 1]?.lower ?? '')) || spaced ? at + 1 : at;
  const word = spaced ? apart : (tokens[i]?.lower ?? '');
  const value = FRACTIONS.get(word);
  // "fell by half", "by a fifth to 40"
  const by =
    tokens[at - 1]?.lower === 'by' &&
    (tokens[i + 1]?.type !== 'word' ||
      /^(?:to|in|since|from|last|this|and|on|over|after|by)$/.test(tokens[i + 1]!.lower));
  if (value !== undefined && by && (article || !ORDINAL.test(word)))
    return { value, to: i + 1, unit: 'percent', spelled: true };
  if (
    value === undefined ||
    !(tokens[i + 1]?.lower === 'of' || (word === 'half' && tokens[i + 1]?.lower === 'the'))
  )
    return undefined;
  // "the third of May"
  if (ORDINAL.test(word) && !article) return undefined;
  return { value, to: i + 1, unit: 'percent', spelled: true };
}

/** "a quarter point", "half a percentage point", "three-quarters of a point", "a quarter-point (cut)": in percent. */
export function pointsAt(tokens: readonly Token[], at: number): Amount | undefined {
  const article = /^(?:a|an|one)$/.test(tokens[at]?.lower ?? '');
  const i = article ? at + 1 : at;
  const word = tokens[i]?.lower ?? '';
  const joined = /^(half|quarter|third)-(?:percentage-)?point$/.exec(word.slice(0, 30))?.[1];
  const value = FRACTIONS.get(joined ?? word);
  if (value === undefined) return undefined;
  let to = i + 1;
  if (joined === undefined) {
    if (tokens[to]?.lower === 'of') to += 1;
    if (/^an?$/.test(tokens[to]?.lower ?? '')) to += 1;
    if (tokens[to]?.lower === 'percentage') to += 1;
    if (tokens[to]?.lower !== 'point') return undefined;
    to += 1;
  }
  return { value: value / 100, to, unit: 'percent', spelled: true };
}

/** "one in five (children)", "three out of four (voters)": a share, of what stands right behind it. */
export function oneInSo(tokens: readonly Token[], at: number): Amount | undefined {
  const parts = smallAt(tokens[at]);
  if (parts === undefined) return undefined;
  const link = tokens[at + 1]?.lower === 'out' && tokens[at + 2]?.lower === 'of' ? 2 : 1;
  if (link === 1 && tokens[at + 1]?.lower !== 'in') return undefined;
  const whole = smallAt(tokens[at + link + 1]);
  const of = tokens[at + link + 2];
  if (
    whole === undefined ||
    whole <= parts ||
    of?.type !== 'word' ||
    !/[^s]s$|^(?:people|children|women|men)$/.test(of.lower)
  )
    return undefined;
  return {
    value: Math.round((parts / whole) * 1000) / 10,
    to: at + link + 2,
    unit: 'percent',
    spelled: true,
  };
}

/** Up to a hundred, in letters or digits. */
function smallAt(token: Token | undefined): number | undefined {
  const value =
    SMALL.get(token?.lower ?? '') ?? (/^\d{1,3}$/.test(token?.lower ?? '') ? Number(token!.lower) : 0);
  return value >= 1 && value <= 100 ? value : undefined;
}
