import type { LeadNames } from './lead-names.js';
import { loadedLead, storedLead, type Lead, type StoredLead } from './leads.js';
import type { StoryMeaning } from './meaning.js';
import type { NamedTimes } from './named-times.js';
import type { Centroid } from './postings.js';

/** A discovered story as discovery compares articles with it. */
export interface Story {
  readonly storyId: string;
  articles: number;
  firstAt: number;
  lastAt: number;
  length: number;
  readonly centroid: Centroid;
  leads: readonly Lead[];
  leadNames: LeadNames;
  meaning?: StoryMeaning | undefined;
  times?: NamedTimes | undefined;
}

/** What is stored of it. JSON; the same sketches loaded give the same decisions. */
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
  /** How its latest articles begin. */
  readonly leads: readonly StoredLead[];
  readonly leadNames: readonly (readonly [key: string, articles: number])[];
  /** Where a model gives articles vectors. */
  readonly meaning?: StoryMeaning;
  readonly times?: NamedTimes;
}

export function sketchOf({ centroid, leads, leadNames, meaning, times, ...story }: Story): StorySketch {
  return {
    ...story,
    terms: centroid.terms(),
    leads: leads.map(storedLead),
    leadNames: [...leadNames],
    ...(meaning ? { meaning } : {}),
    ...(times ? { times } : {}),
  };
}

/** @param centroid still empty: its terms are added when the story has its place */
export function fromSketch(
  { terms: _, leads, leadNames, ...sketch }: StorySketch,
  centroid: Centroid,
): Story {
  return { ...sketch, centroid, leads: leads.map(loadedLead), leadNames: new Map(leadNames) };
}
