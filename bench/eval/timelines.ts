import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { aggregateFull } from '../../src/projections/story-state/content/render.js';
import type { Contribution } from '../../src/projections/story-state/content/contribution.js';
import { EntityNames } from '../../src/projections/story-state/content/entities.js';
import { happenings, type Happening } from '../../src/projections/story-state/content/happenings.js';
import { alignedRouge, type DatedText } from './rouge.js';
import { contributionTo, detokenized, type EvalArticle } from './story.js';

export interface TimelineScores {
  readonly timelines: number;
  /** Means over gold timelines. */
  readonly dateF1: number;
  readonly alignedRouge1: number;
  readonly topics: readonly TopicScores[];
}

export interface TopicScores {
  readonly topic: string;
  readonly articles: number;
  readonly dateF1: readonly number[];
  readonly alignedRouge1: readonly number[];
}

type Gold = readonly (readonly [date: string, sentences: readonly string[]])[];

/**
 * Measures timelines on folders of Timeline17's form: `articles.jsonl.gz` and `timelines.jsonl` in a folder per topic.
 *
 * The story is all the topic's articles. Of the dates of its full timeline between a gold timeline's first and last, as
 * many as the gold has are taken, those first that most articles speak of; Date-F1 compares them exactly. Aligned
 * ROUGE-1 (Martschat and Markert 2017, many to one) compares as many sentences a date as the gold has on average.
 */
export function run(folder: string, sample: Sample = {}): TimelineScores {
  const topics = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'timelines.jsonl')))
    .sort()
    .map((topic) => measureTopic(path.join(folder, topic), topic, sample));
  return {
    timelines: topics.reduce((sum, it) => sum + it.dateF1.length, 0),
    dateF1: mean(topics.flatMap((it) => it.dateF1)),
    alignedRouge1: mean(topics.flatMap((it) => it.alignedRouge1)),
    topics,
  };
}

/** `articles`: at most so many of each topic, evenly over its time. `watch` sees what they contribute. */
export interface Sample {
  readonly articles?: number;
  readonly watch?: (contributions: readonly Contribution[]) => void;
}

function measureTopic(folder: string, topic: string, { articles, watch }: Sample): TopicScores {
  const contributions = evenly(readTopic(folder), articles).map((article) => contributionTo(topic, article));
  watch?.(contributions);
  const aggregate = aggregateFull(contributions);
  const told = happenings(
    aggregate.developments,
    new EntityNames(aggregate.entities),
    Number.MAX_SAFE_INTEGER,
  );
  const scores = readJsonLines<Gold>(path.join(folder, 'timelines.jsonl')).map((gold) =>
    score(told, new Map(aggregate.dates), gold),
  );
  return {
    topic,
    articles: contributions.length,
    dateF1: scores.map((it) => it.dateF1),
    alignedRouge1: scores.map((it) => it.alignedRouge1),
  };
}

export function evenly(all: readonly EvalArticle[], most = all.length): readonly EvalArticle[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}

/** The articles of a topic's folder, in its order. */
export function readTopic(folder: string): EvalArticle[] {
  const lines = gunzipSync(readFileSync(path.join(folder, 'articles.jsonl.gz')))
    .toString()
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => {
    const article = JSON.parse(line) as { id: string; published: string; text: string; query_source: string };
    const text = detokenized(article.text);
    return {
      id: article.id,
      title: text.slice(0, 90).split('\n')[0]!,
      text,
      publisher: article.query_source,
      publishedAt: `${article.published}T12:00:00Z`,
    };
  });
}

function score(
  told: readonly Happening[],
  articlesOn: ReadonlyMap<string, number>,
  gold: Gold,
): { dateF1: number; alignedRouge1: number } {
  const reference: DatedText[] = gold.map(([date, sentences]) => ({
    date: date.slice(0, 10),
    text: sentences.join(' '),
  }));
  const dates = reference.map((it) => it.date).sort();
  const chosen = rankDays(told, articlesOn, dates[0]!, dates.at(-1)!).slice(0, dates.length);
  const expected = new Set(dates);
  const right = chosen.filter(({ date }) => expected.has(date)).length;
  const perDate = Math.max(1, Math.round(gold.reduce((sum, [, it]) => sum + it.length, 0) / gold.length));
  const system = chosen.map(({ date, told: of }) => ({
    date,
    text: of
      .slice(0, perDate)
      .map((it) => it.entry.text)
      .join(' '),
  }));
  // As many dates as the gold has, so precision and recall are one; fewer only when the articles tell of fewer.
  const dateF1 = (2 * right) / Math.max(1, chosen.length + expected.size);
  return { dateF1, alignedRouge1: alignedRouge(system, reference) };
}

/** Days of the timeline by the number of articles that speak of them. */
function rankDays(
  told: readonly Happening[],
  articlesOn: ReadonlyMap<string, number>,
  from: string,
  to: string,
): { date: string; told: Happening[] }[] {
  const byDay = new Map<string, Happening[]>();
  for (const it of told) {
    const { date, precision } = it.entry;
    if (precision !== 'day' || date < from || date > to) continue;
    const list = byDay.get(date);
    if (list) list.push(it);
    else byDay.set(date, [it]);
  }
  const weight = (it: Happening): number => it.weight * Math.log2(1 + it.told);
  return [...byDay]
    .map(([date, list]) => ({ date, told: list.sort((a, b) => weight(b) - weight(a)) }))
    .sort(
      (a, b) => (articlesOn.get(b.date) ?? 0) - (articlesOn.get(a.date) ?? 0) || (a.date < b.date ? -1 : 1),
    );
}

const readJsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
