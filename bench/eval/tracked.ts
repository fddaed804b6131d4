import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../src/analysis/analyze.js';
import type { TrackedStory } from '../../src/domain/story.js';
import { matchTracked, type ThreadingArticle, type TrackedMatch } from '../../src/threading/ruleset.js';
import { words } from '../../src/threading/vocabulary.js';
import { detokenized } from './story.js';
import { evenly, readTopic } from './timelines.js';

export interface TrackedScores {
  readonly topics: readonly TopicScores[];
  /** Means over topics. */
  readonly precision: number;
  readonly recall: number;
  /** Mean distance of a match's score from 1 where it is right, from 0 where it is not (Brier 1950, without squares). */
  readonly uncertainty: number;
}

export interface TopicScores {
  readonly topic: string;
  readonly terms: readonly string[];
  readonly articles: number;
  readonly caught: number;
  readonly right: number;
}

/** Articles of a topic at the most, evenly over its time, so that a topic with many does not drown the others. */
const PER_TOPIC = 150;
/** What an editor writes in a minute: names to look for, and words that say what it is about. */
const TERMS = 2;
const DESCRIPTION_WORDS = 12;

/**
 * Measures tracked stories on folders of Timeline17's form: the articles of all topics together, and a story for each
 * topic whose profile has what an editor would write who has read the gold timeline: the two names most often in it that
 * are in no other topic's, and its commonest words as the description. An article of the topic that the story does not
 * catch is missed, though not all were chosen by hand: some only mention the topic.
 *
 * @param watch sees what each article is to each story
 */
export function run(
  folder: string,
  articlesPerTopic = PER_TOPIC,
  watch?: (match: TrackedMatch | null) => void,
): TrackedScores {
  const names = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'timelines.jsonl')))
    .sort();
  const golds = names.map((name) => goldText(path.join(folder, name)));
  const articles = names.flatMap((topic) =>
    evenly(readTopic(path.join(folder, topic)), articlesPerTopic).map((article) => ({
      topic,
      article: threadingArticle(article),
    })),
  );
  const uncertainties: number[] = [];
  const topics = names.map((topic, i) => {
    const story = storyFrom(topic, golds[i]!, golds.filter((_, k) => k !== i).join('\n'));
    const caught = articles.flatMap(({ topic: of, article }) => {
      const match = matchTracked(article, story);
      watch?.(match);
      return match ? [{ right: of === topic, score: match.score }] : [];
    });
    uncertainties.push(...caught.map(({ right, score }) => Math.abs((right ? 1 : 0) - score)));
    return {
      topic,
      terms: story.profile.anyOf,
      articles: articles.filter(({ topic: of }) => of === topic).length,
      caught: caught.length,
      right: caught.filter(({ right }) => right).length,
    };
  });
  return {
    topics,
    precision: mean(topics.map(({ right, caught }) => (caught === 0 ? 1 : right / caught))),
    recall: mean(topics.map(({ right, articles: all }) => right / Math.max(1, all))),
    uncertainty: mean(uncertainties),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function threadingArticle(article: ReturnType<typeof readTopic>[number]): ThreadingArticle {
  const { id: articleId, ...rest } = article;
  return { articleId, revision: 1, ...rest, analysis: analyze({ ...rest, language: 'en' }) };
}

function goldText(folder: string): string {
  const timelines = readFileSync(path.join(folder, 'timelines.jsonl'), 'utf8').split('\n').filter(Boolean);
  return timelines
    .flatMap((line) => JSON.parse(line) as readonly (readonly [string, readonly string[]])[])
    .flatMap(([, sentences]) => sentences)
    .map(detokenized)
    .join('\n');
}

function storyFrom(topic: string, gold: string, others: string): TrackedStory {
  const elsewhere = new Set(words(others).map(({ key }) => key));
  const { entities } = analyze({
    title: '',
    text: gold,
    publisher: '',
    publishedAt: '2024-01-01T00:00:00Z',
    language: 'en',
  });
  const anyOf = [...entities]
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map(({ name }) => name)
    .filter((name) => words(name).some(({ key, stop }) => !stop && !elsewhere.has(key)))
    .slice(0, TERMS);
  const counts = new Map<string, number>();
  for (const { written, stop, kind } of words(gold)) {
    if (stop || kind === 'number') continue;
    counts.set(written.toLowerCase(), (counts.get(written.toLowerCase()) ?? 0) + 1);
  }
  const commonest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, DESCRIPTION_WORDS);
  return {
    storyId: topic,
    slug: topic,
    title: anyOf.join(' and '),
    description: commonest.map(([word]) => word).join(' '),
    profile: { anyOf, allOf: [], noneOf: [] },
  };
}
