import { ModelFailure } from './failure.js';

/** Ends what reasoning models write before they answer, where the server does not take it out. */
const THOUGHT = '</think>';
/** So many braces are tried as the beginning of the answer. */
const MOST_STARTS = 20;

/**
 * The JSON object in an answer; small models put words and fences around it, and braces into the words.
 *
 * @throws ModelFailure when there is none
 */
export function objectIn(answer: string): unknown {
  const thought = answer.lastIndexOf(THOUGHT);
  const text = thought < 0 ? answer : answer.slice(thought + THOUGHT.length);
  let start = text.indexOf('{');
  for (let tried = 0; start >= 0 && tried < MOST_STARTS; tried++) {
    const end = endOfObject(text, start);
    if (end < 0) {
      // Never closed: a brace of the prose around it, or an answer that was cut.
      start = text.indexOf('{', start + 1);
      continue;
    }
    try {
      return JSON.parse(text.slice(start, end)) as unknown;
    } catch {
      start = text.indexOf('{', end);
    }
  }
  throw new ModelFailure('no JSON', { tries: 2 });
}

/** Behind the brace that closes the one at `start`; -1 when none does. Braces in strings close nothing. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i + 1;
  }
  return -1;
}
