/**
 * The rules of threading behind one door, all of them pure: the same articles and stories give the same decisions on
 * every machine. Raise `version` with every change that can change a decision; it is recorded with each.
 */
export const RULESET = { name: 'dateline-threading', version: 6 } as const;

export type { ThreadingArticle } from './reading.js';
export { matchTracked, type TrackedMatch } from './tracked/tracked.js';
export { StoryIndex, type NearestStory } from './discovery/discovery.js';
export { FEW_ARTICLES, secondLook, type SecondLook } from './discovery/second-look.js';
export type { StorySketch } from './discovery/story-sketch.js';
export { ALL_PARTS, type Parts } from './discovery/nearness.js';
export type { TrackedStory } from '../domain/story.js';
