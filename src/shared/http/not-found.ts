import { Problem } from '../problem.js';

/** What can be a story's id or slug. Anything else is not looked up: Postgres refuses NUL, for one. */
export const isStoryName = (text: string): boolean => /^[\p{L}\p{N}_.~-]{1,200}$/u.test(text);

export function storyNotFound(name: string): Problem {
  return new Problem(
    404,
    'story-not-found',
    'No such story',
    `No story has the id or slug "${name.slice(0, 200)}". GET /v1/stories lists them.`,
  );
}
