import type { NamesDecided } from '../../domain/names-decided.js';
import type { ArticleThreaded, StoryEvent } from '../../domain/story.js';
import type { Contribution } from './content/contribution.js';

/** What sort of change it is to a subscriber: a late article is never announced as news. */
export type ChangeKind = 'live' | 'late' | 'correction' | 'retraction' | 'lineage';

/** @param late whether the story already has an article published after this change takes effect */
export function changeKind(change: StoryEvent, late: boolean): ChangeKind {
  switch (change.type) {
    case 'ArticleThreaded':
      if (change.data.movedFrom !== undefined) return 'lineage';
      if (change.data.backfilled) return 'late';
      if (change.data.revision > 1) return 'correction';
      return late ? 'late' : 'live';
    case 'ArticleUnthreaded':
      return change.data.movedTo === undefined ? 'retraction' : 'lineage';
    case 'StoryWentDormant':
    case 'StoryWoke':
      return late ? 'late' : 'live';
    case 'StoryTracked':
    case 'StoryOpened':
    case 'StoryRenamed':
    case 'StoryClosed':
    case 'StoryReopened':
    case 'StoriesMerged':
    case 'StorySplit':
      return 'lineage';
    case 'NamesDecided':
      return 'correction';
    default: {
      const never: never = change;
      return never;
    }
  }
}

/** One plain sentence about a change, and what it touched, from the event alone. */
export function changeLine(
  change: StoryEvent,
  contribution: Contribution | null,
): { line: string; kinds: string[] } {
  switch (change.type) {
    case 'ArticleThreaded':
      return contribution
        ? contributionLine(contribution, change.data)
        : { line: 'An erased article', kinds: ['articles'] };
    case 'ArticleUnthreaded':
      return {
        line: `An article was ${change.data.movedTo === undefined ? 'taken out' : 'moved to another story'}: ${change.data.reason}`,
        kinds: ['articles'],
      };
    case 'StoryTracked':
      return { line: `The story “${change.data.title}” is tracked`, kinds: ['story'] };
    case 'StoryOpened':
      return { line: `The story “${change.data.title}” was opened by its first article`, kinds: ['story'] };
    case 'StoryRenamed':
      return { line: `The story was renamed to “${change.data.title}”`, kinds: ['title'] };
    case 'StoryClosed':
      return { line: `The story was closed: ${change.data.reason}`, kinds: ['status'] };
    case 'StoryReopened':
      return { line: `The story was reopened: ${change.data.reason}`, kinds: ['status'] };
    case 'StoryWentDormant':
      return {
        line: `No news since ${change.data.quietSince.slice(0, 10)}: the story is dormant`,
        kinds: ['status'],
      };
    case 'StoryWoke':
      return {
        line: `News again, the first since ${change.data.quietSince.slice(0, 10)}: the story has woken`,
        kinds: ['status'],
      };
    case 'StoriesMerged':
      return { line: `The story was merged into another: ${change.data.reason}`, kinds: ['lineage'] };
    case 'StorySplit':
      return {
        line: `Articles were split off into another story: ${change.data.reason}`,
        kinds: ['lineage'],
      };
    case 'NamesDecided':
      return { line: `${decided(change.data)}: ${change.data.reason}`, kinds: ['entities'] };
    default: {
      const never: never = change;
      return never;
    }
  }
}

function decided({ names: [one, other], are }: NamesDecided): string {
  const pair = `“${one}” and “${other}”`;
  if (are === 'same') return `${pair} are names of one`;
  if (are === 'different') return `${pair} were told apart`;
  return `Whether ${pair} are one is left to the reports again`;
}

/** The story that the change is about besides its own: of a merge, a split, or an article that moves. */
export function otherStory(change: StoryEvent): string | null {
  switch (change.type) {
    case 'StoriesMerged':
      return change.data.into;
    case 'StorySplit':
      return change.data.intoStoryId;
    case 'ArticleThreaded':
      return change.data.movedFrom ?? null;
    case 'ArticleUnthreaded':
      return change.data.movedTo ?? null;
    default:
      return null;
  }
}

function contributionLine(
  contribution: Contribution,
  { revision, movedFrom }: ArticleThreaded,
): { line: string; kinds: string[] } {
  const counts = [
    ['development', contribution.developments.length],
    ['figure', contribution.figures.length],
    ['claim', contribution.claims.length],
  ] as const;
  const parts = counts
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => `${count} ${noun}${count > 1 ? 's' : ''}`);
  const moved = movedFrom === undefined ? '' : 'Moved here from a story that was merged: ';
  const verb = revision > 1 ? `revised its report (revision ${revision})` : 'reported';
  return {
    line: `${moved}${contribution.article.publisher} ${verb}: “${contribution.article.title}”${parts.length > 0 ? `, with ${parts.join(', ')}` : ''}`,
    kinds: [
      'articles',
      ...counts
        .filter(([, count]) => count > 0)
        .map(([noun]) => `${noun === 'development' ? 'timeline' : `${noun}s`}`),
    ],
  };
}
