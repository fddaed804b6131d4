/** What XML, SSE and readers take for the end of a line, besides `\n` itself. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * C0 and C1 controls but `\t` and `\n`; marks without width that only hide words from matching (soft hyphen,
 * zero-width space, word joiner, byte order mark); embeddings, overrides and isolates of the bidirectional algorithm,
 * which can make text read other than it is. The marks U+200E, U+200F and U+061C stay: right-to-left prose needs them
 * and they reach no further than their neighbours.
 */
const UNSEEN =
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** NUL, lone surrogates and the two code points XML does not know: replaced, so that a reader sees the damage. */
const BROKEN = /[\u0000\p{Surrogate}\ufffe\uffff]/gu;

const REPLACEMENT = '\ufffd';

/**
 * Text of several lines as it may be stored and sent: valid in XML, JSON, SSE and Postgres, lines ended by `\n`, NFC.
 * Doing it again changes nothing.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(BROKEN, REPLACEMENT).replace(UNSEEN, '').normalize('NFC');
}

/** The same for a field of one line (title, publisher, byline): every run of white space is one space, ends trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
