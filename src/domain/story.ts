import type { NamesDecided } from './names-decided.js';
import type { Span } from './statements.js';

/** How an editor says what a story is about. Names and terms are matched as whole words, case-folded. */
export interface StoryProfile {
  /** At least one has to occur. */
  readonly anyOf: readonly string[];
  /** Each has to occur. */
  readonly allOf: readonly string[];
  /** None may occur. */
  readonly noneOf: readonly string[];
  /** Publication window, ISO instants, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

export type StoryRole = 'primary' | 'background';

/** Why an article is in a story, readable by an editor. */
export interface Reason {
  /** "profile-term", "description", "entities", "headline", "time", … */
  readonly kind: string;
  readonly text: string;
  readonly weight: number;
}

/** A passage that belongs to a story, with how much it tells of it; events of earlier rulesets do not say. */
export interface StoryPassage extends Span {
  /** 0..1, to two digits. From 0.5 on a reader would say that the passage is about the story. */
  readonly strength?: number;
  /** The same of each of its sentences, where it has several. */
  readonly strengths?: readonly number[];
}

export interface ArticleThreaded {
  readonly storyId: string;
  readonly articleId: string;
  readonly revision: number;
  readonly role: StoryRole;
  /** 0..1 */
  readonly score: number;
  /** The passages that belong to the story, as spans of the revision's text. */
  readonly passages: readonly StoryPassage[];
  readonly reasons: readonly Reason[];
  readonly runnerUp?: { readonly storyId: string; readonly score: number };
  readonly ruleset: { readonly name: string; readonly version: number };
  /** Publication time of the article, clamped: the world's clock of this change. */
  readonly publishedAt: string;
  /** Positions of the text and of its analysis in the log. */
  readonly textPosition: string;
  readonly analysisPosition: string;
  /** The story that it was in and that is merged into this one. */
  readonly movedFrom?: string;
  /** It was there before the story was tracked, which took it up: no news when it is told. */
  readonly backfilled?: true;
}

/** Stream `story-<storyId>`. */
export type StoryEvent =
  | {
      readonly type: 'StoryTracked';
      readonly data: {
        readonly storyId: string;
        readonly slug: string;
        readonly title: string;
        readonly description: string;
        readonly profile: StoryProfile;
      };
    }
  | {
      readonly type: 'StoryOpened';
      readonly data: {
        readonly storyId: string;
        readonly slug: string;
        readonly title: string;
        readonly articleId: string;
      };
    }
  | { readonly type: 'ArticleThreaded'; readonly data: ArticleThreaded }
  | {
      readonly type: 'ArticleUnthreaded';
      readonly data: {
        readonly storyId: string;
        readonly articleId: string;
        readonly reason: string;
        readonly publishedAt: string;
        /** The story that it is in from now on. */
        readonly movedTo?: string;
      };
    }
  | { readonly type: 'StoryRenamed'; readonly data: { readonly storyId: string; readonly title: string } }
  | { readonly type: 'StoryClosed'; readonly data: { readonly storyId: string; readonly reason: string } }
  | { readonly type: 'StoryReopened'; readonly data: { readonly storyId: string; readonly reason: string } }
  | {
      readonly type: 'StoryWentDormant';
      readonly data: {
        readonly storyId: string;
        /** Publication of its newest article, ISO instant. The event's own time is when it had been quiet for long enough. */
        readonly quietSince: string;
      };
    }
  | {
      readonly type: 'StoryWoke';
      readonly data: {
        readonly storyId: string;
        /** The article that woke it. */
        readonly articleId: string;
        readonly quietSince: string;
      };
    }
  | {
      readonly type: 'StoriesMerged';
      readonly data: { readonly storyId: string; readonly into: string; readonly reason: string };
    }
  | {
      readonly type: 'StorySplit';
      readonly data: {
        readonly storyId: string;
        readonly intoStoryId: string;
        readonly articleIds: readonly string[];
        readonly reason: string;
      };
    }
  | { readonly type: 'NamesDecided'; readonly data: NamesDecided };

/**
 * Stream `story-<storyId>`; no change of the story, and no version. Its change at `position`, which could not be folded
 * when it was time, is told to subscribers here.
 */
export interface ChangeReplayed {
  readonly type: 'ChangeReplayed';
  readonly data: { readonly storyId: string; readonly position: string };
}

/** A story as threading needs it: what it is about and whether it is open. */
export interface TrackedStory {
  readonly storyId: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly profile: StoryProfile;
}
