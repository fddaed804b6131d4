import { findTerm, type Occurrence, type Term } from './matching.js';
import type { OtherForms } from './other-forms.js';
import type { CompiledStory, WeighedTerm } from './profile.js';
import type { Reading } from '../reading.js';
import type { Word } from '../vocabulary.js';

/** What one passage, or the headline, has of a story. */
export interface Evidence {
  /** 0..1 */
  readonly strength: number;
  /** Terms of the profile that occur, by their text. */
  readonly terms: ReadonlyMap<string, Occurrence>;
  /** Words of the description that occur, as the editor wrote them. */
  readonly description: readonly string[];
  /** A term of `noneOf` that occurs. */
  readonly excluded?: string;
}

/** What was found of one story in one article. */
export interface Findings {
  readonly title: Evidence;
  /** The stronger of the first passages. */
  readonly lead: Evidence;
  readonly telling: readonly Evidence[];
  /** Of the characters in the article's passages, 0..1, in those that tell of the story. */
  readonly share: number;
  readonly passages: number;
}

/** What of an article as a whole matters to the evidence in each of its passages. */
export interface Surroundings {
  /** In which share of the passages a stem occurs. */
  readonly commonness: ReadonlyMap<string, number>;
  readonly forms: OtherForms;
}

/** Of what the term itself is worth. */
const WORTH: Readonly<Record<Occurrence, number>> = { exact: 1, near: 0.6, adjective: 0.6 };
/** What a word of the description adds, a name and another. Four to six of them make up for a term. */
const DESCRIPTION = { name: 0.13, word: 0.1 };

/** Independent pieces of evidence together: 1 − Π(1 − p). */
export const noisyOr = (parts: readonly number[]): number =>
  1 - parts.reduce((left, part) => left * (1 - part), 1);

/** In which share of an article's passages a stem occurs. A name that is everywhere tells passages apart no more. */
export function shareOfPassages(reading: Reading): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const passage of reading.passages) {
    for (const key of new Set(passage.words.map((word) => word.key)))
      shares.set(key, (shares.get(key) ?? 0) + 1);
  }
  for (const [key, count] of shares) shares.set(key, count / reading.passages.length);
  return shares;
}

/** The evidence for a story in the sentences of a passage. Each term and each word counts once. */
export function evidenceIn(
  wanted: CompiledStory,
  sentences: readonly (readonly Word[])[],
  { commonness, forms }: Surroundings,
): Evidence {
  const terms = new Map<string, Occurrence>();
  const covered = new Map<string, number>();
  const parts: number[] = [];
  for (const term of [...wanted.allOf, ...wanted.anyOf]) {
    const occurrence = terms.has(term.text) ? null : occurrenceOf(term, sentences, forms);
    if (!occurrence) continue;
    terms.set(term.text, occurrence);
    // Two terms that share their words ("hostage deal", "hostages") are one piece of evidence, the stronger.
    const worth = term.weight * WORTH[occurrence];
    const keys = term.words.filter((word) => !word.stop).map((word) => word.key);
    const already = Math.max(0, ...keys.map((key) => covered.get(key) ?? 0));
    for (const key of keys) covered.set(key, Math.max(worth, covered.get(key) ?? 0));
    if (worth > already) parts.push(already === 0 ? worth : (worth - already) / (1 - already));
  }
  const description: string[] = [];
  const seen = new Set<string>();
  for (const { key } of sentences.flat()) {
    const known = wanted.description.get(key);
    // A word of a term that was found has counted already.
    if (!known || seen.has(key) || covered.has(key)) continue;
    seen.add(key);
    description.push(known.written);
    const common = commonness.get(key) ?? 0;
    parts.push((known.name ? DESCRIPTION.name : DESCRIPTION.word) * (1 - 0.7 * common));
  }
  const excluded = wanted.noneOf.find((term) =>
    sentences.some((sentence) => findTerm(term, sentence) === 'exact'),
  );
  return { strength: noisyOr(parts), terms, description, ...(excluded ? { excluded: excluded.text } : {}) };
}

function occurrenceOf(
  term: WeighedTerm,
  sentences: readonly (readonly Word[])[],
  forms: OtherForms,
): Occurrence | null {
  const found = sentences.map((sentence) => findTerm(term, sentence));
  if (found.includes('exact')) return 'exact';
  const stands = (form: Term): boolean => sentences.some((sentence) => findTerm(form, sentence) === 'exact');
  if (forms.of(term).some(stands)) return 'exact';
  if (found.includes('near')) return 'near';
  return term.adjectives.some(stands) ? 'adjective' : null;
}
