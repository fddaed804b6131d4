import type { Entities } from '../entities/entities.js';
import { KNOWN_OUTLETS, OUTLET_CUES } from '../lexicon/organisations.js';
import { nameWords } from '../entities/name-forms.js';

/** Whether an organisation publishes news, by its name or by being what statements are made to and reported by. */
export function isOutletEntity(entities: Entities, index: number): boolean {
  const { name, type } = entities.list[index]!;
  if (type !== 'organisation') return false;
  const words = nameWords(name);
  if (KNOWN_OUTLETS.has(words.join(' '))) return true;
  // "the Post Office", "Standard Bank"
  if (HEARING.has(words.at(-1)!)) return false;
  return (
    words.some((word) => OUTLET_CUES.has(word) && (word !== 'agency' || words.includes('news'))) ||
    (entities.outlets.has(index) && !words.some((word) => HEARING.has(word)))
  );
}

/** Bodies that people speak to without being quoted by them. */
const HEARING = new Set(
  'senate congress parliament house commons mps assembly council committee commission court inquiry board ministry department office government police force union nations party school university research bank'.split(
    ' ',
  ),
);

/** What an outlet is called beside its name: "the Elm Press news agency". */
export const OUTLET_NOUNS: ReadonlySet<string> = new Set(
  'news wire agency service newspaper daily paper tabloid magazine weekly website site network channel station broadcaster'.split(
    ' ',
  ),
);
/** Of these, what nothing else is called. */
export const NEWS_NOUNS: ReadonlySet<string> = new Set(
  'news newspaper daily tabloid magazine broadcaster'.split(' '),
);
