import type { Reason } from '../../domain/story.js';
import type { ArticleTerms } from './article-terms.js';

/**
 * The parts of nearness. Each can be left out, to measure what it contributes: `npm run eval -- <folder> contributions`.
 */
export interface Parts {
  /** Words that few stories have count more. */
  readonly rarity: boolean;
  /** Names count more than other words. */
  readonly names: boolean;
  /** Where capitals say nothing, the stories tell which words are names. */
  readonly knownNames: boolean;
  /** One word in common, however strong, is not enough, and one that is no name is less. */
  readonly singleWord: boolean;
  /** Of a short text less is asked. */
  readonly length: boolean;
  /** Besides the story as a whole its closest report counts. */
  readonly closest: boolean;
  /** The names that the story's reports begin with count both ways. */
  readonly leadNames: boolean;
  /** Naming the same day counts for a story, naming other years against it. */
  readonly times: boolean;
  /** Of the stories that are near enough the larger is preferred. */
  readonly size: boolean;
  /** What comes long after the story's other reports must be nearer. */
  readonly age: boolean;
}

export const ALL_PARTS: Parts = {
  rarity: true,
  names: true,
  knownNames: true,
  singleWord: true,
  length: true,
  closest: true,
  leadNames: true,
  times: true,
  size: true,
  age: true,
};

// The values below were found on part of the data that `npm run eval` reads and held against the rest; the result is
// flat around them.

/** Cosine that joins: short articles have few words to share, so less will do. By the logarithm of distinct words. */
const JOIN = { at: 0.235, slope: 0.092, least: 0.03 };
export const TYPICAL_WORDS = 90;
/** Of the strongest word in common this much is not counted: happenings of one kind share such a word, hardly a name. */
export const SINGLE_WORD = 0.8;
export const SINGLE_NAME = 0.7;
/** How much the closest report counts beside the whole; `floor` keeps chance from mattering when both are small. */
const CLOSEST = { power: 0.25, floor: 0.02 };
/** A story that wrongly broke off another must not draw the other's reports away from it. */
const SIZE = 0.05;

/** Cosine that an article of so many distinct words needs to join. */
export const needed = (words: number): number =>
  Math.max(JOIN.least, JOIN.at + JOIN.slope * Math.log((words + 1) / (TYPICAL_WORDS + 1)));

/** What the closest report makes of a nearness to the whole: a factor. */
export const closestFactor = (closest: number, whole: number): number =>
  ((closest + CLOSEST.floor) / (whole + CLOSEST.floor)) ** CLOSEST.power;

export const sizeFactor = (articles: number): number => articles ** SIZE;

/** The time that a story's articles span, milliseconds. */
interface Dated {
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Most reports of a happening come within hours. What comes later needs more evidence; after a month, ever more. */
const AGE = { power: 0.1, floor: 0.75, monthHours: 720 };

/**
 * Counts, not words: what is recorded in the log must not hold a text's words beyond its erasure.
 *
 * @param shared the article's terms that the story has
 */
export function reasonsToJoin(
  story: Dated,
  terms: ArticleTerms,
  shared: readonly string[],
  ratio: number,
): Reason[] {
  const names = shared.filter((key) => terms.names.has(key) || terms.numbers.has(key)).length;
  const headline = shared.filter((key) => terms.headline.has(key)).length;
  const weight = (value: number): number => Math.round(value * 100) / 100;
  const all = shared.length || 1;
  return [
    {
      kind: 'words',
      text: `shares ${counted(shared.length, 'word')} with the story`,
      weight: weight(probability(ratio)),
    },
    {
      kind: 'names',
      text: `${counted(names, 'name or number', 'names and numbers')} among them`,
      weight: weight(names / all),
    },
    {
      kind: 'headline',
      text: `${counted(headline, 'of them')} in the headline`,
      weight: weight(headline / (terms.headline.size || 1)),
    },
    { kind: 'time', text: gapText(hoursAway(story, terms.at)), weight: weight(freshness(story, terms.at)) },
  ];
}

/** Hours between an article and the time a story's articles span; 0 inside it. */
function hoursAway(story: Dated, at: number): number {
  const away = at > story.lastAt ? at - story.lastAt : at < story.firstAt ? story.firstAt - at : 0;
  return away / 3_600_000;
}

export function freshness(story: Dated, at: number): number {
  const hours = hoursAway(story, at);
  const fresh = Math.max(AGE.floor, (1 + hours) ** -AGE.power);
  return hours <= AGE.monthHours ? fresh : fresh * (hours / AGE.monthHours) ** -AGE.power;
}

/** Even at the threshold; how steeply it rises was measured: at twice what is needed, three in four belong. */
export const probability = (ratio: number): number => ratio ** STEEPNESS / (1 + ratio ** STEEPNESS);
const STEEPNESS = 1.5;

const counted = (count: number, one: string, many = one === 'of them' ? one : `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

function gapText(hours: number): string {
  if (hours === 0) return 'published while the story was in the news';
  return hours < 48
    ? `${counted(Math.round(hours), 'hour')} from its other reports`
    : `${Math.round(hours / 24)} days from its other reports`;
}
