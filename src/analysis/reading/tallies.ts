import { SMALL } from '../lexicon/numbers.js';
import type { Token } from './tokens.js';

/** How a vote went: "52 to 48", "6-3". Token indexes; `to` is exclusive. */
export interface Tally {
  readonly first: { readonly value: number; readonly from: number; readonly to: number };
  readonly second: { readonly value: number; readonly from: number; readonly to: number };
}

/** Votes decide in these words; a score never does. */
const VOTING =
  /^(?:vot(?:e|es|ed|ing)|rul(?:e|es|ed|ing)|decid(?:ed|ing)|approv(?:e|es|ed|ing)|pass(?:es|ed)?|reject(?:s|ed|ing)?|adopt(?:s|ed|ing)?|confirm(?:s|ed)?|endors(?:ed|ing)|ratif(?:y|ied)|uph[eo]ld|overturn(?:ed)?|impeach(?:ed)?|acquit(?:ted)?|struck|cleared)$/;
const VOTED = /^(?:votes?|decision|ruling|majority|judge?ment|opinion|verdict|margin)$/;
/** Between such a word and its votes stands no more than what is voted on. */
const FAR = 9;

/** The two sides of a vote at a token, where the words about them tell that it is one. */
export function tallyAt(tokens: readonly Token[], at: number): Tally | undefined {
  const sides = hyphened(tokens, at) ?? spelledOut(tokens, at);
  if (!sides) return undefined;
  const before = tokens.slice(Math.max(0, at - FAR), at);
  const opens = before.findLastIndex(({ text }) => text === ';' || text === ':' || text === '.');
  const said = before.slice(opens + 1).some(({ lower }) => VOTING.test(lower) || VOTED.test(lower));
  return said || VOTED.test(tokens[sides.second.to]?.lower ?? '') ? sides : undefined;
}

/** "6-3" in one word. */
function hyphened(tokens: readonly Token[], at: number): Tally | undefined {
  const match = /^(\d{1,4})[-–](\d{1,4})$/.exec(tokens[at]!.text.slice(0, 12));
  if (!match) return undefined;
  const [first, second] = [match[1], match[2]].map((side) => ({ value: Number(side), from: at, to: at + 1 }));
  return { first: first!, second: second! };
}

/** "52 to 48", "52 votes to 48", "61 - 38", "nine to four" */
function spelledOut(tokens: readonly Token[], at: number): Tally | undefined {
  const first = sideAt(tokens[at]);
  const link = tokens[at + 1]?.lower === 'votes' ? at + 2 : at + 1;
  if (first === undefined || !/^(?:to|[-–])$/.test(tokens[link]?.lower ?? '')) return undefined;
  const second = sideAt(tokens[link + 1]);
  const after = tokens[link + 2];
  // "approved 40 to 50 new ferries", "voted to pass 10 to 20 percent": a range of something.
  const counted =
    link === at + 1 &&
    after !== undefined &&
    after.type === 'word' &&
    !/^(?:to|in|for|against|on|that|with|after|at|last|late|early)$/.test(after.lower) &&
    !VOTED.test(after.lower);
  if (second === undefined || counted || /^[%$€£-]/.test(after?.text ?? '')) return undefined;
  return {
    first: { value: first, from: at, to: link },
    second: { value: second, from: link + 1, to: link + 2 },
  };
}

const sideAt = (token: Token | undefined): number | undefined =>
  /^\d{1,4}$/.test(token?.text ?? '') ? Number(token!.text) : SMALL.get(token?.lower ?? '');
