import type { StateArticle, StoryContent } from '../../../domain/story-state.js';
import { fromContribution, mergeAll, type Aggregate } from './aggregate.js';
import { renderClaims } from './claims.js';
import type { ContributedArticle } from './contributed.js';
import type { Contribution } from './contribution.js';
import { EntityNames, renderEntities } from './entities.js';
import { renderFigures } from './figures.js';
import { NO_AGGREGATE_LIMITS, NO_RENDER_LIMITS, RENDER_LIMITS, type RenderLimits } from './limits.js';
import { NO_DECISIONS, type NameDecisions } from './name-decisions.js';
import { OriginIndex, type Support } from './origins.js';
import { relevance } from './relevance.js';
import { renderSummary } from './summary.js';
import { happenings } from './happenings.js';
import { renderTimeline } from './timeline.js';

/** The content of a state; the same for the same articles, in whatever order and grouping they were merged. */
export function render(
  aggregate: Aggregate,
  decisions: NameDecisions = NO_DECISIONS,
  limits: RenderLimits = RENDER_LIMITS,
): StoryContent {
  const names = new EntityNames(aggregate.entities, decisions);
  const present = {
    day: aggregate.newest[0]?.day ?? '',
    articlesOn: new Map(aggregate.dates),
    relevance: relevance(aggregate),
  };
  const origins = new OriginIndex(aggregate.origins, aggregate.newest);
  const support: Support = (sources, unnamed) => origins.support(sources, unnamed);
  const told = happenings(aggregate.developments, names, limits.sources, support);
  return {
    summary: renderSummary(told, present, limits.summary),
    timeline: renderTimeline(told, present, limits),
    figures: renderFigures(aggregate.figures, present.day, limits),
    claims: renderClaims(
      aggregate.claims,
      names,
      told.map((it) => it.record),
      present.day,
      limits,
      support,
    ),
    entities: renderEntities(names, limits),
    articles: {
      total: aggregate.articles,
      independentOrigins: origins.independent(),
      items: aggregate.newest.slice(0, limits.articles).map((article) => shown(article, origins)),
    },
    publishers: aggregate.publishers
      .slice(0, limits.publishers)
      .map(([name, articles]) => ({ name, articles })),
  };
}

function shown(article: ContributedArticle, origins: OriginIndex): StateArticle {
  const { day: _day, relay: _relay, print: _print, ...item } = article;
  const origin = origins.of(article);
  return { ...item, ...(origin ? { origin } : {}) };
}

/** Every list whole, for the paged routes: nothing is left out, whatever the story's length. */
export function renderFull(
  contributions: readonly Contribution[],
  decisions: NameDecisions = NO_DECISIONS,
): StoryContent {
  return render(aggregateFull(contributions), decisions, NO_RENDER_LIMITS);
}

/** Without caps; not for storing. */
export function aggregateFull(contributions: readonly Contribution[]): Aggregate {
  return mergeAll(
    contributions.map((it) => fromContribution(it)),
    NO_AGGREGATE_LIMITS,
  );
}
