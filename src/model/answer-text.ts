const MOST_STARTS = 200;

/**
 * The JSON object in an answer's text, of which models that think aloud, small ones and gateways make more than it: the
 * longest whole object, whatever stands around it. Undefined when there is none.
 */
export function objectIn(text: string): unknown {
  let best: { readonly value: unknown; readonly length: number } | undefined;
  let from = text.indexOf('{');
  for (let tried = 0; from >= 0 && tried < MOST_STARTS; tried++) {
    const end = objectEnd(text, from);
    const value = end > from ? parsed(text.slice(from, end)) : undefined;
    if (value !== undefined && end - from > (best?.length ?? 0)) best = { value, length: end - from };
    from = text.indexOf('{', value === undefined ? from + 1 : end);
  }
  return best?.value;
}

/** Behind the bracket that closes the object; -1 when none does. */
function objectEnd(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth += 1;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
