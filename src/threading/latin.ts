/** Marks that end a sentence, or open speech: what follows begins with a capital in any case. */
export const ENDS = '.!?:\u201c"\u2022';

// Kinds of characters: what a line of Latin letters and common marks is made of, which most are. From DIGIT on they
// begin a word, from SMALL on they are letters.
export const FOREIGN = 0;
const MARK = 1;
export const END = 2;
export const DIGIT = 3;
export const SMALL = 4;
const CAPITAL = 5;
/** Of the capitals those that stand in initials. */
export const INITIAL = 6;

const LATIN = /[\0-\xd6\xd8-\xf6\xf8-\u024f\u2000-\u206f\u20a0-\u20cf]/;
// For each UTF-16 unit, so that none is outside.
const KINDS = new Uint8Array(1 << 16);
for (let code = 0; code < 0x20d0; code++) {
  const char = String.fromCharCode(code);
  if (LATIN.test(char)) KINDS[code] = latinKind(char);
}

function latinKind(char: string): number {
  if (ENDS.includes(char)) return END;
  if (/\d/.test(char)) return DIGIT;
  if (/[A-Z\xc0-\xde]/.test(char)) return INITIAL;
  if (!/[a-z\xdf-\u024f]/.test(char)) return MARK;
  return char === char.toLowerCase() ? SMALL : CAPITAL;
}

/** The kind of the unit at an offset. */
export const kindAt = (units: Uint16Array, at: number): number => KINDS[units[at]!]!;

/** Where the letters end that begin at an offset, or before it. */
export function lettersEnd(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && kindAt(units, at) >= SMALL) at++;
  return at;
}
