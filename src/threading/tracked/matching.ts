import { canBeName, isForeign } from '../other-languages/affixes.js';
import { ENOUGH_CONSONANTS, soundAlike } from '../other-languages/sounds.js';
import { inflection } from '../stem.js';
import { words, type Word } from '../vocabulary.js';

/** A name or term of an editor's profile, ready to be looked for. */
export interface Term {
  readonly text: string;
  readonly words: readonly Word[];
  /** A proper name: its words have to stand together. */
  readonly name: boolean;
}

/**
 * How a term stands in a text: `exact`; `near` when its words are close together in one sentence but not in a row;
 * `adjective` when only what is of a country is named, not the country.
 */
export type Occurrence = 'exact' | 'near' | 'adjective';

export function compileTerm(text: string): Term | null {
  const found = words(text);
  if (found.length === 0) return null;
  return { text: text.trim(), words: found, name: /\p{Lu}/u.test(text) };
}

/**
 * Looks for a term in the words of one sentence: whole words, whatever the case, plural or tense, written as one word,
 * with a hyphen or apart ("ceasefire", "cease-fire", "cease fire").
 */
export function findTerm(term: Term, sentence: readonly Word[]): Occurrence | null {
  for (let at = 0; at < sentence.length; at++) if (standsAt(term.words, 0, sentence, at)) return 'exact';
  return !term.name && isNear(term, sentence) ? 'near' : null;
}

const same = (a: string, b: string): boolean => a === b || inflection(a) === inflection(b);

function standsAt(term: readonly Word[], i: number, sentence: readonly Word[], at: number): boolean {
  const wanted = term[i];
  if (!wanted) return true;
  const word = sentence[at];
  if (!word) return false;
  // Inflection changes endings alone; nearly all pairs part at their first letter.
  if (wanted.folded.charCodeAt(0) !== word.folded.charCodeAt(0))
    return isForeign(word.folded) && soundsAt(term, i, sentence, at);
  if (same(wanted.folded, word.folded) && standsAt(term, i + 1, sentence, at + 1)) return true;
  const next = sentence[at + 1];
  if (next && same(wanted.folded, word.folded + next.folded) && standsAt(term, i + 1, sentence, at + 2))
    return true;
  const then = term[i + 1];
  return (
    then !== undefined &&
    same(wanted.folded + then.folded, word.folded) &&
    standsAt(term, i + 2, sentence, at + 1)
  );
}

/** What English spells apart and Arabic writes as one with the name. */
const ARTICLES = new Set(['al', 'el']);

/** As `standsAt`, for a word in another script. Of a name of several words each one may be short. */
function soundsAt(term: readonly Word[], i: number, sentence: readonly Word[], at: number): boolean {
  const [wanted, word] = [term[i]!, sentence[at]!];
  if (ARTICLES.has(wanted.folded)) return standsAt(term, i + 1, sentence, at);
  const consonants = term.length > 1 ? 1 : ENOUGH_CONSONANTS;
  return (
    wanted.capital &&
    canBeName(word) &&
    soundAlike(wanted.folded, word.folded, consonants) &&
    standsAt(term, i + 1, sentence, at + 1)
  );
}

/** Other words that may stand between the words of a term: "a deal for the release of the hostages". */
const BETWEEN = 5;

function isNear(term: Term, sentence: readonly Word[]): boolean {
  const wanted = term.words.filter((word) => !word.stop);
  if (wanted.length < 2) return false;
  for (let at = 0; at < sentence.length; at++) {
    const within = sentence.slice(at, at + wanted.length + BETWEEN);
    if (wanted.every((word) => within.some((other) => same(word.folded, other.folded)))) return true;
  }
  return false;
}
