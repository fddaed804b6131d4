import type { DevelopmentRecord } from './aggregate.js';
import type { EntityNames } from './entities.js';
import { compareSources, compareText } from './records.js';
import { bagOf, Similarity, type Vector } from './similarity.js';

/** A sentence that tells of a happening, ready to be compared with others. */
export interface Telling {
  readonly record: DevelopmentRecord;
  /** It says that people met. */
  readonly meeting: boolean;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly vector: Vector;
}

/** One happening, the best-worded telling first. */
export interface Group {
  readonly tellings: Telling[];
  /** The reports that called the plan off or moved it. */
  settled?: readonly Telling[];
}

/** That people met, told as news: "the meeting" speaks of one told before. */
const MEETING =
  /(?<!\b(?:the|this|that|these|those) )\b(?:met|meets?|talks|held talks|visited|conferred|convened|negotiated|summit|held a (?:\w+ ){0,2}meeting)\b/i;

/** In order of weight. */
export function prepare(records: readonly DevelopmentRecord[], names: EntityNames): Telling[] {
  const named = [...records]
    .sort(
      (a, b) =>
        b.weight - a.weight || compareSources(a.sources[0]!, b.sources[0]!) || compareText(a.key, b.key),
    )
    .map((record) => {
      const { people, places } = namesIn(record, names);
      return { record, people, places, meeting: MEETING.test(record.text), bag: bagOf(record, people) };
    });
  const similarity = new Similarity(named.map((it) => it.bag));
  return named.map(({ bag, ...it }) => ({ ...it, vector: similarity.vector(bag) }));
}

/** Who and where, by the story's names; a report may take a place for a person, the story knows better. */
function namesIn(record: DevelopmentRecord, names: EntityNames): { people: string[]; places: string[] } {
  const people = new Set<string>();
  const places = new Set<string>();
  const add = (name: string, type: 'person' | 'place'): void => {
    const entity = names.entity(name, type) ?? { name, type };
    if (entity.type === 'person') people.add(entity.name);
    else if (entity.type === 'place') places.add(entity.name);
  };
  for (const name of record.people) add(name, 'person');
  for (const name of record.places) add(name, 'place');
  return { people: [...people], places: [...places] };
}
