import type { ArticleThreaded, Reason, StoryEvent, TrackedStory } from '../domain/story.js';
import { derivedId } from '../shared/ids.js';
import {
  matchTracked,
  RULESET,
  type StoryIndex,
  type ThreadingArticle,
  type TrackedMatch,
} from './ruleset.js';
import type { Membership } from './threading-memory.js';

/** Where an article's text and analysis stand in the log. */
export interface ArticlePositions {
  readonly textPosition: bigint;
  readonly analysisPosition: bigint;
}

/** The stories an article stands in from now on, and the events that say so. */
export interface ThreadingDecision {
  readonly events: readonly StoryEvent[];
  readonly stories: readonly Membership[];
  /** Discovered stories whose sketch changed. */
  readonly touched: readonly string[];
}

/**
 * Decides which stories an article belongs to: each tracked story that its passages tell of, and, when it is not
 * chiefly about one of these, one discovered story, which it opens when it is near none. Tracked stories are matched
 * without regard to any other article, so the order of arrival cannot matter to them.
 *
 * Moves `index` on. A revision stays in the discovered story that its article is in: ids hold.
 */
export function decideThreading(
  article: ThreadingArticle,
  positions: ArticlePositions,
  tracked: Iterable<TrackedStory>,
  index: StoryIndex,
  before: readonly Membership[],
): ThreadingDecision {
  const matches = [...tracked].flatMap((story) => {
    const match = matchTracked(article, story);
    return match ? [{ storyId: story.storyId, match }] : [];
  });
  matches.sort((a, b) => b.match.score - a.match.score || (a.storyId < b.storyId ? -1 : 1));
  const events: StoryEvent[] = [];
  const stories: Membership[] = [];
  const touched: string[] = [];

  matches.forEach(({ storyId, match }, i) => {
    const next = matches[i === 0 ? 1 : 0];
    const runnerUp =
      next && next.storyId !== storyId ? { storyId: next.storyId, score: next.match.score } : undefined;
    events.push({ type: 'ArticleThreaded', data: threaded(article, positions, storyId, match, runnerUp) });
    stories.push({ storyId, discovered: false });
  });

  if (!matches.some(({ match }) => match.role === 'primary')) {
    const discovered = discover(article, positions, index, before);
    events.push(...discovered.events);
    stories.push({ storyId: discovered.storyId, discovered: true });
    touched.push(discovered.storyId);
  }

  for (const { storyId } of before) {
    if (stories.some((story) => story.storyId === storyId)) continue;
    const reason = `revision ${article.revision} no longer tells of this story`;
    events.push({
      type: 'ArticleUnthreaded',
      data: { storyId, articleId: article.articleId, reason, publishedAt: article.publishedAt },
    });
  }
  return { events, stories, touched };
}

function discover(
  article: ThreadingArticle,
  positions: ArticlePositions,
  index: StoryIndex,
  before: readonly Membership[],
): { storyId: string; events: StoryEvent[] } {
  const stays = before.find((story) => story.discovered)?.storyId;
  const nearest = index.nearest(article);
  if (stays !== undefined) {
    index.add(stays, article);
    const reasons: Reason[] = [
      { kind: 'revision', text: 'its earlier revision is in this story', weight: 1 },
    ];
    const match = wholeArticle(article, nearest?.storyId === stays ? nearest.score : 1, reasons);
    return {
      storyId: stays,
      events: [{ type: 'ArticleThreaded', data: threaded(article, positions, stays, match) }],
    };
  }
  if (nearest) {
    index.add(nearest.storyId, article);
    const match = wholeArticle(article, nearest.score, nearest.reasons);
    const data = threaded(article, positions, nearest.storyId, match, nearest.runnerUp);
    return { storyId: nearest.storyId, events: [{ type: 'ArticleThreaded', data }] };
  }
  const storyId = derivedId('story', article.articleId);
  index.open(storyId, article);
  const reasons: Reason[] = [{ kind: 'opens', text: 'near no story that there is', weight: 1 }];
  return {
    storyId,
    events: [
      {
        type: 'StoryOpened',
        data: {
          storyId,
          slug: discoveredSlug(article.title, storyId),
          title: article.title,
          articleId: article.articleId,
        },
      },
      {
        type: 'ArticleThreaded',
        data: threaded(article, positions, storyId, wholeArticle(article, 1, reasons)),
      },
    ],
  };
}

/** A whole article as what belongs to a story. */
export function wholeArticle(
  article: ThreadingArticle,
  score: number,
  reasons: readonly Reason[],
): TrackedMatch {
  const passages = article.analysis.passages.map(({ start, end }) => ({ start, end }));
  return { role: 'primary', score, passages, reasons };
}

/** The decision as it is recorded. Scores are told to three digits: what lies beyond is noise, and makes the log longer. */
export function threaded(
  article: ThreadingArticle,
  positions: ArticlePositions,
  storyId: string,
  match: TrackedMatch,
  runnerUp?: { readonly storyId: string; readonly score: number },
): ArticleThreaded {
  return {
    storyId,
    articleId: article.articleId,
    revision: article.revision,
    role: match.role,
    score: Math.round(match.score * 1000) / 1000,
    passages: match.passages,
    reasons: match.reasons,
    ...(runnerUp
      ? { runnerUp: { storyId: runnerUp.storyId, score: Math.round(runnerUp.score * 1000) / 1000 } }
      : {}),
    ruleset: RULESET,
    publishedAt: article.publishedAt,
    textPosition: positions.textPosition.toString(),
    analysisPosition: positions.analysisPosition.toString(),
  };
}

/**
 * A readable address that no other story can take: words of the first headline and the start of the story's id, after
 * a `~`, which no editor's slug may have.
 */
function discoveredSlug(title: string, storyId: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-[^-]*$/, (rest) => (rest.length < 12 ? '' : rest));
  return `${words || 'story'}~${storyId.slice(0, 8)}`;
}
