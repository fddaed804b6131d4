import anyAscii from 'any-ascii';

/** Where the digits that are not ASCII begin, without common marks: most texts have none of it and are passed by quickly. */
const OTHER_DIGIT = /[\u0660-\u1fff\u2c00-\uffff]/;
const OTHER_DIGITS = /[^\P{Nd}0-9]/gu;

/** A text with the digits of every script written as 0 to 9. Those that take two UTF-16 units stay, and so do offsets. */
export function withAsciiDigits(text: string): string {
  if (!OTHER_DIGIT.test(text)) return text;
  return text.replace(OTHER_DIGITS, (digit) => (digit.length === 1 ? anyAscii(digit) : digit));
}
