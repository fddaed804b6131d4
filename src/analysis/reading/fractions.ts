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

/** "half of", "two-thirds of", "a quarter of": a share, in percent. */
export function fractionAt(tokens: readonly Token[], at: number): Amount | undefined {
  const article = tokens[at]?.lower === 'a' || tokens[at]?.lower === 'one';
  const i = article && FRACTIONS.has(tokens[at + 1]?.lower ?? '') ? at + 1 : at;
  const word = tokens[i]?.lower ?? '';
  const value = FRACTIONS.get(word);
  if (
    value === undefined ||
    !(tokens[i + 1]?.lower === 'of' || (word === 'half' && tokens[i + 1]?.lower === 'the'))
  )
    return undefined;
  if ((word === 'third' || word === 'quarter') && !article) return undefined;
  return { value, to: i + 1, unit: 'percent', spelled: true };
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
