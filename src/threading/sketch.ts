import type { StoredLead } from './leads.js';
import type { StoryMeaning } from './meaning.js';

/** What the index keeps of a discovered story. JSON; the same sketches loaded give the same decisions. */
export interface StorySketch {
  readonly storyId: string;
  readonly articles: number;
  /** Publication of its earliest and latest article, milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Length of the centroid when the story last changed. */
  readonly length: number;
  /** At most `MAX_TERMS` stems with their weight sums. */
  readonly terms: readonly (readonly [key: string, sum: number])[];
  /** How its latest articles begin; sketches of ruleset 1 have none. */
  readonly leads?: readonly StoredLead[];
  /** Where a model gives articles vectors. */
  readonly meaning?: StoryMeaning;
}
