import { readFileSync } from 'node:fs';
import { analyze } from '../../src/analysis/analyze.js';
import type { ArticleRevision } from '../../src/domain/article.js';
import type { Analysis } from '../../src/domain/statements.js';
import type { StoryContent } from '../../src/domain/story-state.js';
import type { StoryProfile } from '../../src/domain/story.js';
import { fromContribution, mergeAll } from '../../src/projections/story-state/content/aggregate.js';
import { contribute, type Contribution } from '../../src/projections/story-state/content/contribution.js';
import { render } from '../../src/projections/story-state/content/render.js';
import { threaded } from '../../src/threading/decide.js';
import { matchTracked } from '../../src/threading/tracked/tracked.js';

interface SeedArticle {
  readonly externalId: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly publishedAt: string;
}

interface SeedStory {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly profile: StoryProfile;
}

export interface DemoState {
  /** Story and moment, to name a fault by. */
  readonly name: string;
  readonly at: string;
  readonly content: StoryContent;
}

/** The demo's articles as they are taken in, with their analyses. */
export function demoArticles(): (ArticleRevision & { readonly analysis: Analysis })[] {
  return readFileSync('seeds/articles.ndjson', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const article = JSON.parse(line) as SeedArticle;
      const publishedAt = new Date(article.publishedAt).toISOString();
      const taken = { ...article, publishedAt, articleId: article.externalId, revision: 1, contentHash: '' };
      return { ...taken, analysis: analyze(taken) };
    });
}

/** What each demo article gives to each story, by the pure functions alone. */
export function demoContributions(): Map<string, Contribution[]> {
  const stories = JSON.parse(readFileSync('seeds/stories.json', 'utf8')) as SeedStory[];
  const articles = demoArticles();
  const positions = { textPosition: 0n, analysisPosition: 0n };
  return new Map(
    stories.map((story) => [
      story.slug,
      articles.flatMap((article) => {
        const match = matchTracked(article, { ...story, storyId: story.slug });
        const decided = match && threaded(article, positions, story.slug, match);
        return decided ? [contribute(article, article.publishedAt, article.analysis, decided)] : [];
      }),
    ]),
  );
}

export const contentOf = (contributions: readonly Contribution[]): StoryContent =>
  render(mergeAll(contributions.map((it) => fromContribution(it))));

/** What a reader of the demo sees: the state of each story after each article that it has. */
export function demoStates(): DemoState[] {
  return [...demoContributions()].flatMap(([slug, contributions]) =>
    contributions.map(({ article: { publishedAt: at } }) => ({
      name: `${slug} at ${at}`,
      at,
      content: contentOf(contributions.filter((it) => it.article.publishedAt <= at)),
    })),
  );
}
