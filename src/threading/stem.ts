const VOWEL = /[aeiouy]/;

const cache = new Map<string, string>();

/**
 * The stem of a folded English word: plural, "-ed", "-ing", "-er", "-ion", "-ly" and the ending that turns a
 * country into its people ("egyptian", "israeli") are dropped, so that forms of one word compare equal. In the
 * manner of Porter (1980), shorter: a stem keeps at least three letters and a vowel.
 */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const made = cut(word);
  // A hostile stream of new words must not grow the process.
  if (cache.size > 50_000) cache.clear();
  cache.set(word, made);
  return made;
}

function cut(word: string): string {
  let w = plural(word);
  w = strip(w, ['ation', 'ating', 'ated', 'ator', 'ate', 'ition', 'ion', 'ing', 'edly', 'ed', 'ment', 'ness']);
  w = strip(w, ['ically', 'ally', 'ical', 'ily', 'ly', 'ial', 'al', 'ic', 'ian', 'ia', 'er', 'or', 'i', 'ive', 'able']);
  if (w.length > 4 && /(.)\1$/.test(w) && !/(ll|ss|zz|ee|oo)$/.test(w)) w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('e')) w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('y')) w = `${w.slice(0, -1)}i`;
  return w;
}

function plural(w: string): string {
  if (w.endsWith('ies') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (w.endsWith('sses') || w.endsWith('shes') || w.endsWith('ches') || w.endsWith('xes')) return w.slice(0, -2);
  if (w.endsWith('s') && !/(ss|us|is)$/.test(w)) return w.slice(0, -1);
  return w;
}

function strip(w: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (!w.endsWith(ending)) continue;
    const rest = w.slice(0, -ending.length);
    if (rest.length >= Math.max(3, 6 - ending.length) && VOWEL.test(rest)) return rest;
    return w;
  }
  return w;
}
