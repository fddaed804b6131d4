import type { StoryEvent } from '../../domain/story.js';
import { withDecision } from './content/name-decisions.js';
import type { OpenStory } from './open-stories.js';
import type { StoryRows } from './story-rows.js';

/** Notes what a change makes of a story's title, status and decided names; most changes leave them as they are. */
export function foldHeader(
  change: StoryEvent,
  story: OpenStory,
  version: number,
  position: bigint,
  rows: StoryRows,
): void {
  const storyId = change.data.storyId;
  let description: string | null = null;
  let profile: string | null = null;
  switch (change.type) {
    case 'StoryTracked':
      description = change.data.description;
      profile = JSON.stringify(change.data.profile);
      break;
    case 'StoryOpened':
      break;
    case 'StoryRenamed':
      story.title = change.data.title;
      break;
    case 'StoryClosed':
      story.status = 'closed';
      story.mergedInto = null;
      break;
    case 'StoryReopened':
      story.status = 'open';
      story.mergedInto = null;
      break;
    case 'StoriesMerged':
      story.status = 'merged';
      story.mergedInto = change.data.into;
      break;
    case 'NamesDecided':
      story.names = withDecision(story.names, { ...change.data, position: position.toString() });
      break;
    case 'ArticleThreaded':
    case 'ArticleUnthreaded':
    case 'StorySplit':
    // Dormancy has a table of its own: unlike what an editor calls a story, it is on both clocks.
    case 'StoryWentDormant':
    case 'StoryWoke':
      return;
    default: {
      const never: never = change;
      throw new Error(`unknown change ${JSON.stringify(never)}`);
    }
  }
  const { title, status, mergedInto, names } = story;
  rows.headers.push({ storyId, version, title, status, description, profile, mergedInto, names });
}
