/**
 * A light English stemmer in the spirit of Harman's S-stemmer, with -ed, -ing and -ly besides: it joins the forms of a
 * word, "talks", "talked" and "talking". A full Porter stemmer joins more unrelated words than it gains on news ("organ",
 * "organisation").
 *
 * @param word lower-case
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z-]+$/.test(word)) return word;
  let base = word.endsWith("'s") ? word.slice(0, -2) : word;
  base = withoutPlural(base);
  if (base.length > 5 && base.endsWith('ing')) base = restore(base.slice(0, -3), base);
  else if (base.length > 4 && base.endsWith('ed') && !base.endsWith('eed'))
    base = restore(base.slice(0, -2), base);
  else if (base.length > 5 && base.endsWith('ly')) base = base.slice(0, -2);
  if (base.length > 4 && base.endsWith('e') && !base.endsWith('ee')) base = base.slice(0, -1);
  return base.length > 3 && base.endsWith('y') ? `${base.slice(0, -1)}i` : base;
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(?:[suia]s)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** "stopped" → "stop", "moving" → "mov"; a root without a vowel is no root ("bring", "red"). */
function restore(root: string, whole: string): string {
  if (!/[aeiouy]/.test(root) || root.length < 3) return whole;
  const doubled = /([bdgmnprt])\1$/.test(root);
  return doubled ? root.slice(0, -1) : root;
}
