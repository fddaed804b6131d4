import type { Span } from './statements.js';
import type { Reason, StoryRole, TrackedStory } from './story.js';

/** A story as an editor drafts it: what it would catch can be seen before it has a name. */
export type StoryDraft = Omit<TrackedStory, 'storyId' | 'slug'>;

/** A sentence that tells of the story, copied from the text, with the words of the profile that its passage has. */
export interface TriedPassage extends Span {
  readonly text: string;
  readonly terms: readonly string[];
}

interface Tried {
  readonly articleId: string;
  readonly revision: number;
  readonly title: string;
  readonly url?: string;
  readonly publisher: string;
  /** ISO instant. */
  readonly publishedAt: string;
  /** 0..1 */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** At most three. */
  readonly passages: readonly TriedPassage[];
  /** Slugs of the stories that it stands in already. */
  readonly stories: readonly string[];
}

/** An article that the story would have. */
export interface CaughtArticle extends Tried {
  readonly role: StoryRole;
}

/** An article that it would just not have, with what keeps it out. */
export interface MissedArticle extends Tried {
  readonly why: readonly string[];
}

/** In how many of the articles looked through a term of the profile stands, whatever else they have. */
export interface TermCount {
  readonly list: 'anyOf' | 'allOf' | 'noneOf';
  readonly term: string;
  readonly articles: number;
}

/** What a story would catch among the articles of the log, a stretch of them at a time, newest first. */
export interface StoryTrial {
  readonly ruleset: { readonly name: string; readonly version: number };
  /** Articles looked through for this page, and how many there are in all. */
  readonly searched: number;
  readonly total: number;
  readonly caught: { readonly primary: number; readonly background: number };
  /** In the order of the profile: a term that stands nowhere, or everywhere, is one to change. */
  readonly terms: readonly TermCount[];
  /** Newest first. */
  readonly items: readonly CaughtArticle[];
  /** The nearest of the stretch, at most twenty. */
  readonly nearMisses: readonly MissedArticle[];
  /** Where the next page begins; null when all has been looked through. */
  readonly after: TrialPlace | null;
}

/** The last article looked at. */
export interface TrialPlace {
  readonly publishedAt: string;
  readonly articleId: string;
}
