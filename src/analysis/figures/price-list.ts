import { isMoney } from './measured.js';
import type { Parsed } from '../sentence/parse.js';

/** What a thing in a shop may cost; the sums of news are mostly greater. */
const SHOP_PRICE = 10_000;
const FEWEST = 5;
const ASKING = /^(?:for|from|at|to|just|only|usual|regular|orig|was|now)$/;

/**
 * Whether a text is one of offers: most of its sums are small and stand as prices do, "for $40", "$20 off". They are no
 * news of anything.
 */
export function isPriceList(sentences: readonly Parsed[]): boolean {
  let asked = 0;
  let sums = 0;
  for (const { tokens, numbers } of sentences) {
    for (const number of numbers) {
      if (!isMoney(number)) continue;
      sums += 1;
      const priced =
        ASKING.test(tokens[number.qualifierFrom - 1]?.lower ?? '') || tokens[number.to]?.lower === 'off';
      if (number.value < SHOP_PRICE && priced) asked += 1;
    }
  }
  return asked >= FEWEST && asked * 2 >= sums;
}

/** A sum that only a shop asks. */
export const isShopPrice = (number: Parsed['numbers'][number]): boolean =>
  isMoney(number) && number.value < SHOP_PRICE;
