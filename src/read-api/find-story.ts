import type { StateQuery, StoryName, StoryStates } from '../projections/story-state/story-states.js';
import { isStoryName, storyNotFound } from '../shared/http/not-found.js';
import { Problem } from '../shared/problem.js';

/** The story of an id or slug. Throws a {@link Problem} 404 when there is none. */
export async function findStory(states: StoryStates, name: string): Promise<StoryName> {
  const story = isStoryName(name) ? await states.resolve(name) : null;
  if (!story) throw storyNotFound(name);
  return story;
}

/** Of a story that is there, but not in that version or not yet at that moment. */
export function noSuchState(name: string, { version, knownAt }: StateQuery): Problem {
  if (version !== undefined) {
    const detail = `The story "${name}" has no version ${version}. GET /v1/stories/${name}/versions lists those it has.`;
    return new Problem(404, 'no-such-version', 'No such version', detail);
  }
  const detail = `This server did not know the story "${name}" yet${knownAt ? ` at ${knownAt.toISOString()}` : ''}. Ask for a later knownAt.`;
  return new Problem(404, 'not-known-then', 'Not known then', detail);
}
