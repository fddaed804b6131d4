import anyAscii from 'any-ascii';

/** From the first digit that is not ASCII on: most texts have no such letter at all and are passed by quickly. */
const OTHER_DIGIT = /[\u0660-\uffff]/;
const OTHER_DIGITS = /[^\P{Nd}0-9]/gu;

/** A text with the digits of every script written as 0 to 9. Those that take two UTF-16 units stay, and so do offsets. */
export function withAsciiDigits(text: string): string {
  if (!OTHER_DIGIT.test(text)) return text;
  return text.replace(OTHER_DIGITS, (digit) => (digit.length === 1 ? anyAscii(digit) : digit));
}
