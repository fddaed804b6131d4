import type { StoryContent } from '../../domain/story-state.js';
import type { Contribution } from './content/contribution.js';
import { NameDecisions } from './content/name-decisions.js';
import { renderFull } from './content/render.js';
import type { Ingredients } from './state-builder.js';

/** What the thread runs. Texts come in as they are stored: parsing them is part of the work to be kept off the loop. */
export default function renderTexts({ contributions, names }: Ingredients): StoryContent {
  return renderFull(
    contributions.map((text) => JSON.parse(text) as Contribution),
    new NameDecisions(names),
  );
}
