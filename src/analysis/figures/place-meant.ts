import type { Entities } from '../entities/entities.js';
import { countryNamed } from '../lexicon/places.js';
import type { Parsed } from '../sentence/parse.js';
import type { Reading } from '../reading/reading.js';

/** "Elm Strip", "Elm City": where such a name is met, plain "Elm" is no town's. */
const WIDER = /\s(?:strip|city|province|region|governorate|district|county|peninsula)$/i;

/**
 * The place that "the city" or "there" means at a token, countries and regions apart: the only one named so far in the
 * paragraph, or else the only one in the headline, or else in the paragraph before. Undefined where it may be either.
 */
export function placeMeant(
  reading: Reading,
  { list, bySentence }: Entities,
  { sentence, mentions }: Parsed,
  at: number,
): string | undefined {
  const wide = new Set(
    list.filter(({ name }) => WIDER.test(name)).map(({ name }) => name.replace(WIDER, '')),
  );
  const isTown = (entity: number): boolean => {
    const { name, type } = list[entity]!;
    return type === 'place' && countryNamed(name) === undefined && !wide.has(name);
  };
  const { title } = reading.input;
  const titled = list.flatMap(({ name, aliases }, i) =>
    isTown(i) && [name, ...aliases].some((form) => title.includes(form)) ? [i] : [],
  );
  const here = new Set<number>();
  const before = new Set<number>();
  for (const { index, passage } of reading.sentences) {
    if (index > sentence.index) break;
    const said = index === sentence.index ? mentions.filter(({ from }) => from < at) : bySentence[index]!;
    const named = passage === sentence.passage ? here : passage === sentence.passage - 1 ? before : undefined;
    for (const { entity } of said) if (isTown(entity)) named?.add(entity);
  }
  if (here.size > 1) {
    const both = titled.filter((entity) => here.has(entity));
    return both.length === 1 ? list[both[0]!]!.name : undefined;
  }
  const [only] = [[...here], titled, [...before]].find((set) => set.length === 1) ?? [];
  return only === undefined ? undefined : list[only]!.name;
}
