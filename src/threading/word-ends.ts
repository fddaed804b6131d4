/** Marks that end a sentence, or open speech: what follows begins with a capital in any case. */
export const ENDS = '.!?:\u201c"\u2022';

// Kinds of characters: what a line of Latin letters and common marks is made of, which most are. From DIGIT on they
// begin a word, from SMALL on they are letters.
const FOREIGN = 0;
const MARK = 1;
const END = 2;
const DIGIT = 3;
const SMALL = 4;
const CAPITAL = 5;
const LATIN = /[\0-\xd6\xd8-\xf6\xf8-\u024f\u2000-\u206f\u20a0-\u20cf]/;
// For each UTF-16 unit, so that none is outside.
const KINDS = new Uint8Array(1 << 16);
for (let code = 0; code < 0x20d0; code++) {
  const char = String.fromCharCode(code);
  if (!LATIN.test(char)) continue;
  KINDS[code] = ENDS.includes(char)
    ? END
    : /\d/.test(char)
      ? DIGIT
      : // Of the capitals those that stand in initials.
        /[A-Z\xc0-\xde]/.test(char)
        ? CAPITAL
        : /[a-z\xdf-\u024f]/.test(char)
          ? SMALL
          : MARK;
}
const DOT = 0x2e;
const COMMA = 0x2c;
const APOSTROPHE = 0x27;
const CURLY = 0x2019;

const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)]!;

/** Whether a stretch has Latin letters and common marks alone. */
export function isLatin(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kindAt(text, at) === FOREIGN) return false;
  return true;
}

/**
 * The words of a stretch of Latin letters, character by character: a fifth of the time that an expression takes.
 *
 * @param found called with each word's offsets and whether it stands at the stretch's start or behind one of `ENDS`
 */
export function latinWords(
  text: string,
  from: number,
  to: number,
  found: (start: number, end: number, begins: boolean) => void,
): void {
  let begins = true;
  let at = from;
  while (at < to) {
    const start = at;
    const kind = kindAt(text, at++);
    if (kind === END) begins = true;
    if (kind < DIGIT) continue;
    at = kind === DIGIT ? numberEnd(text, start, to) : wordEnd(text, start, to, kind);
    found(start, at, begins);
    begins = false;
  }
}

function digitsEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && kindAt(text, at) === DIGIT) at++;
  return at;
}

function lettersEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && kindAt(text, at) >= SMALL) at++;
  return at;
}

/** "1,200.5" */
function numberEnd(text: string, from: number, to: number): number {
  let end = digitsEnd(text, from, to);
  for (;;) {
    const mark = end < to ? text.charCodeAt(end) : 0;
    const next = mark === DOT || mark === COMMA ? digitsEnd(text, end + 1, to) : end + 1;
    if (next === end + 1) return end;
    end = next;
  }
}

/** "U.S.", "people's", "F16" */
function wordEnd(text: string, from: number, to: number, kind: number): number {
  let end = from;
  if (kind === CAPITAL) {
    while (end + 1 < to && text.charCodeAt(end + 1) === DOT && kindAt(text, end) === CAPITAL) end += 2;
    if (end > from + 2) return end < to && /[A-Z]/.test(text[end]!) ? end + 1 : end;
  }
  end = lettersEnd(text, from, to);
  for (;;) {
    const mark = end < to ? text.charCodeAt(end) : 0;
    const next = mark === APOSTROPHE || mark === CURLY ? lettersEnd(text, end + 1, to) : end + 1;
    if (next === end + 1) return digitsEnd(text, end, to);
    end = next;
  }
}
