import { adjectivesOf } from '../../analysis/lexicon/places.js';
import type { TrackedStory } from '../../domain/story.js';
import { compileTerm, type Term } from './matching.js';
import { words } from '../vocabulary.js';

/** A profile's term with what finding it is worth, 0..1. */
export interface WeighedTerm extends Term {
  readonly weight: number;
  /** Of a country: what its people and things are called. */
  readonly adjectives: readonly Term[];
}

/** A tracked story, read once: what to look for. */
export interface CompiledStory {
  readonly anyOf: readonly WeighedTerm[];
  readonly allOf: readonly WeighedTerm[];
  readonly noneOf: readonly Term[];
  /** Content words of title and description: stem, and how the editor wrote it. */
  readonly description: ReadonlyMap<string, { readonly written: string; readonly name: boolean }>;
  /** Milliseconds, both inclusive. */
  readonly from: number;
  readonly to: number;
}

const compiled = new WeakMap<TrackedStory, CompiledStory>();

export function compileStory(story: TrackedStory): CompiledStory {
  const known = compiled.get(story);
  if (known) return known;
  const { profile } = story;
  const anyOf = weigh(profile.anyOf);
  // Beside terms of which one suffices, what every report must have only sets the scene.
  const allOf = weigh(profile.allOf, anyOf.length > 0 ? SCENE : 1);
  const made: CompiledStory = {
    anyOf,
    allOf,
    noneOf: profile.noneOf.flatMap((text) => compileTerm(text) ?? []),
    description: descriptionWords(story),
    from: profile.from === undefined ? -Infinity : Date.parse(profile.from),
    to: profile.to === undefined ? Infinity : endOf(profile.to),
  };
  compiled.set(story, made);
  return made;
}

const DAY = 86_400_000;

/** A date without a time means the end of that day in UTC. */
const endOf = (instant: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(instant) ? Date.parse(instant) + DAY - 1 : Date.parse(instant);

const SCENE = 0.3;

/**
 * The more words a term has, the less it is met by chance; a single name tells more than a single common word, unless
 * that is all an editor asks for.
 */
function weigh(terms: readonly string[], factor = 1): WeighedTerm[] {
  const alone = terms.length === 1 && factor === 1;
  return terms.flatMap((text) => {
    const term = compileTerm(text);
    if (!term) return [];
    const content = term.words.filter((word) => !word.stop).length;
    const adjectives = adjectivesOf(term.text).flatMap((adjective) => compileTerm(adjective) ?? []);
    return [{ ...term, adjectives, weight: factor * (content > 1 ? 0.6 : term.name || alone ? 0.5 : 0.4) }];
  });
}

function descriptionWords(story: TrackedStory): Map<string, { written: string; name: boolean }> {
  const found = new Map<string, { written: string; name: boolean }>();
  const take = (text: string): void => {
    for (const word of words(text)) {
      if (word.stop || found.has(word.key)) continue;
      // "BP's" is read as the name.
      const written = word.written.replace(/['\u2019]s$/, '');
      found.set(word.key, { written, name: word.kind === 'name' });
    }
  };
  take(story.description);
  take(story.title);
  return found;
}
