import { Problem } from './problem.js';

/** Deeper than anything we take; what recurses over a value needs the bound. */
const MAX_DEPTH = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses JSON from outside. `__proto__` becomes a plain property, which the schemas behind refuse as unknown.
 *
 * @throws Problem 400 for bytes that are not UTF-8, text that is not JSON, or nesting deeper than 32
 */
export function parseJson(source: Uint8Array | string): unknown {
  const text = typeof source === 'string' ? source : decode(source);
  if (text.trim() === '') throw invalid('The body is empty. Send a JSON object.');
  refuseDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // V8 quotes the text around the mistake: that is the caller's own, and it is short.
    throw invalid(`The body is not JSON: ${(error as Error).message}.`);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalid('The body is not UTF-8. Send JSON in UTF-8.');
  }
}

/** Counts brackets outside strings; whether they match is for the parser to say. */
function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) throw invalid(`The body is nested deeper than ${MAX_DEPTH} levels.`);
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

function invalid(detail: string): Problem {
  return new Problem(400, 'invalid-json', 'Invalid JSON', detail);
}
