import type { Entities, Mention } from '../entities/entities.js';
import { nameWords, surname } from '../entities/name-forms.js';
import type { Parsed } from '../sentence/parse.js';

/** Sentences a surname reaches back for the full name it is short for. */
const REACH = 100;

/**
 * Whom the surname of a speaker means where a report has namesakes: who was last named in full before it. What it means
 * in the whole of the report, as `entities` has it, may be another of the family.
 */
export function namesake(
  { sentence, tokens }: Parsed,
  mention: Mention,
  entities: Entities,
  text: string,
): number {
  const shared = surnameOf(entities, mention.entity);
  const short = mention.to - mention.from === 1 && tokens[mention.from]!.lower === shared;
  if (!short || !shared || !hasNamesake(entities, mention.entity, shared)) return mention.entity;
  for (let index = sentence.index; index >= Math.max(0, sentence.index - REACH); index -= 1) {
    const full = entities.bySentence[index]!.findLast(
      ({ entity, from, to, end }) =>
        to - from > 1 &&
        // "Ann Roe's brother Bo": it is he who is spoken of.
        !/^[’']s\b/.test(text.slice(end, end + 3)) &&
        (index < sentence.index || to <= mention.from) &&
        surnameOf(entities, entity) === shared,
    );
    if (full) return full.entity;
  }
  return mention.entity;
}

const surnameOf = ({ list }: Entities, entity: number): string | undefined => {
  const words = nameWords(list[entity]!.name);
  return list[entity]!.type === 'person' && words.length > 1 ? surname(words) : undefined;
};

const hasNamesake = (entities: Entities, entity: number, shared: string): boolean =>
  entities.list.some((_, other) => other !== entity && surnameOf(entities, other) === shared);
