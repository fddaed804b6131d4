import type { StoryContent } from '../../domain/story-state.js';
import type { Contribution } from './content/contribution.js';
import { renderFull } from './content/render.js';

/** What the thread runs. Texts come in as they are stored: parsing them is part of the work to be kept off the loop. */
export default function renderTexts(contributions: readonly string[]): StoryContent {
  return renderFull(contributions.map((text) => JSON.parse(text) as Contribution));
}
