import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { analyze } from '../../src/analysis/analyze.js';
import {
  ALL_PARTS,
  FEW_ARTICLES,
  secondLook,
  StoryIndex,
  type Parts,
  type ThreadingArticle,
} from '../../src/threading/ruleset.js';
import { SecondLooks } from '../../src/threading/second-looks.js';
import { bCubed, pairwise, shuffled, type PrecisionRecall } from './metrics.js';

/** An article with the story that people put it in. */
export interface GoldArticle {
  readonly article: ThreadingArticle;
  readonly gold: string;
}

export interface ClusteringResult {
  readonly set: string;
  readonly articles: number;
  readonly goldStories: number;
  /** Mean over the orders. */
  readonly foundStories: number;
  readonly orders: number;
  readonly b3: PrecisionRecall;
  readonly pairwise: PrecisionRecall;
  readonly decisionsPerSecond: number;
}

const DAY_MS = 86_400_000;
const dayOf = ({ publishedAt }: ThreadingArticle): number =>
  Math.floor(Date.parse(publishedAt) / DAY_MS) * DAY_MS;

/**
 * Takes articles one at a time, as threading does, and says which story each one is in when the news has gone on for a
 * week after the last: stories of few articles are looked at a second time.
 *
 * @param again false: to measure what the second look contributes
 */
export function discover(
  articles: readonly ThreadingArticle[],
  index = new StoryIndex(),
  again = true,
): string[] {
  const stories = new Map<string, ThreadingArticle[]>();
  const looks = new SecondLooks(new Map());
  let today = -Infinity;
  const put = (storyId: string, article: ThreadingArticle): void => {
    index.open(storyId, article);
    const members = stories.get(storyId);
    if (members) members.push(article);
    else stories.set(storyId, [article]);
  };
  const goOnTo = (day: number): void => {
    today = Math.max(today, day);
    if (!again) return;
    for (let due = looks.take(today); due.length > 0; due = looks.take(today)) {
      for (const storyId of due) {
        const members = stories.get(storyId)!;
        const look = members.length <= FEW_ARTICLES ? secondLook(index, storyId, members) : null;
        if (!look) continue;
        index.remove(storyId);
        stories.delete(storyId);
        for (const article of members) put(look.into, article);
      }
    }
  };
  for (const article of articles) {
    goOnTo(dayOf(article));
    const storyId = index.nearest(article)?.storyId ?? article.articleId;
    put(storyId, article);
    if (index.articlesIn(storyId) <= FEW_ARTICLES) looks.defer(storyId, today);
    else looks.settle(storyId);
  }
  goOnTo(today + 7 * DAY_MS);
  const storyOf = new Map<string, string>();
  for (const [storyId, members] of stories)
    for (const { articleId } of members) storyOf.set(articleId, storyId);
  return articles.map(({ articleId }) => storyOf.get(articleId)!);
}

/** A set of texts in the orders in which they are taken. */
export interface ClusteringSet {
  readonly set: string;
  readonly orders: readonly (readonly GoldArticle[])[];
}

/** Discovery over each order; the measures are means over the orders. Decisions a second are of processor time. */
export function evaluateDiscovery(
  { set, orders }: ClusteringSet,
  parts?: Parts,
  again?: boolean,
): ClusteringResult {
  const started = process.cpuUsage();
  const runs = orders.map((order) => ({
    gold: order.map((each) => each.gold),
    found: discover(
      order.map((each) => each.article),
      new StoryIndex(parts),
      again,
    ),
  }));
  const { user, system } = process.cpuUsage(started);
  const articles = orders[0]?.length ?? 0;
  return {
    set,
    articles,
    goldStories: new Set(runs[0]?.gold).size,
    foundStories: mean(runs.map(({ found }) => new Set(found).size)),
    orders: orders.length,
    b3: meanOf(runs.map(({ found, gold }) => bCubed(found, gold))),
    pairwise: meanOf(runs.map(({ found, gold }) => pairwise(found, gold))),
    decisionsPerSecond: Math.round((articles * orders.length * 1e6) / (user + system)),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

const meanOf = (results: readonly PrecisionRecall[]): PrecisionRecall => ({
  precision: mean(results.map((result) => result.precision)),
  recall: mean(results.map((result) => result.recall)),
  f1: mean(results.map((result) => result.f1)),
});

/** Texts without a time are all given this one. */
const UNDATED = '2024-01-01T00:00:00Z';

function toArticle(
  articleId: string,
  title: string,
  text: string,
  publisher: string,
  publishedAt: string,
): ThreadingArticle {
  const analysis = analyze({ title, text, publisher, publishedAt, language: 'en' });
  return { articleId, revision: 1, title, text, publisher, publishedAt, analysis };
}

/** Lines of `{id, story, text, split?}`; the first line of a text is its headline. */
export function readTexts(ndjson: string, split?: string): GoldArticle[] {
  return ndjson
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { id: string; story: string; text: string; split?: string })
    .filter((row) => split === undefined || row.split === split)
    .map(({ id, story, text }) => ({
      gold: story,
      article: toArticle(id, text.split('\n', 1)[0]!.trim(), text, '', UNDATED),
    }));
}

/** A CSV file with the columns ID, TITLE, PUBLISHER, STORY and TIMESTAMP (milliseconds), put into time order. */
export function readHeadlines(csv: string): GoldArticle[] {
  const [head, ...rows] = csv
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(csvFields);
  const column = (name: string): number => head!.indexOf(name);
  const [id, title, publisher, story, time] = ['ID', 'TITLE', 'PUBLISHER', 'STORY', 'TIMESTAMP'].map(
    column,
  ) as [number, number, number, number, number];
  return rows
    .map((row) => ({ row, at: Number(row[time]) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row, at }) => ({
      gold: row[story]!,
      article: toArticle(row[id]!, row[title]!, row[title]!, row[publisher]!, new Date(at).toISOString()),
    }));
}

/** Fields of one line; quotes around a field, doubled inside it. */
function csvFields(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, field]) => (field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!));
}

/**
 * Every set of `<folder>/clustering`: texts (`*.jsonl`, `*.jsonl.gz`) in five random orders, per split where there are
 * splits; headlines (`*.csv`) in time order.
 */
export async function readSets(folder: string): Promise<ClusteringSet[]> {
  const place = path.join(folder, 'clustering');
  const sets: ClusteringSet[] = [];
  for (const name of (await readdir(place)).sort()) {
    const bytes = await readFile(path.join(place, name));
    const content = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    if (name.endsWith('.csv')) sets.push({ set: name, orders: [readHeadlines(content)] });
    if (!/\.jsonl(?:\.gz)?$/.test(name)) continue;
    const splits = new Set([...content.matchAll(/"split":\s*"(\w+)"/g)].map(([, split]) => split!));
    for (const split of splits.size > 0 ? splits : [undefined]) {
      const articles = readTexts(content, split);
      const orders = [1, 2, 3, 4, 5].map((seed) => shuffled(articles, seed));
      sets.push({ set: split ? `${name} (${split})` : name, orders });
    }
  }
  return sets;
}

/** Discovery on every set of `<folder>/clustering`. */
export async function evaluateClustering(folder: string): Promise<ClusteringResult[]> {
  return (await readSets(folder)).map((set) => evaluateDiscovery(set));
}

/** B³ F1 of each set without each of the parts of nearness and without the second look, the first row with all. */
export async function evaluateContributions(
  folder: string,
): Promise<{ part: string; f1: { set: string; value: number }[] }[]> {
  const sets = await readSets(folder);
  const measured = (part: string, parts: Parts, again = true) => ({
    part,
    f1: sets.map((set) => ({ set: set.set, value: evaluateDiscovery(set, parts, again).b3.f1 })),
  });
  const without = Object.keys(ALL_PARTS).map((part) =>
    measured(`without ${part}`, { ...ALL_PARTS, [part]: false }),
  );
  return [measured('all parts', ALL_PARTS), ...without, measured('without a second look', ALL_PARTS, false)];
}

/** Prints the results as a table. */
export function printClustering(results: readonly ClusteringResult[]): void {
  console.table(
    results.map(({ set, articles, goldStories, foundStories, b3, pairwise: pairs, decisionsPerSecond }) => ({
      set,
      articles,
      goldStories,
      foundStories,
      'B³ P': b3.precision.toFixed(3),
      'B³ R': b3.recall.toFixed(3),
      'B³ F1': b3.f1.toFixed(3),
      'pairwise F1': pairs.f1.toFixed(3),
      'decisions/s': decisionsPerSecond,
    })),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (!folder) throw new Error('say which folder holds clustering/');
  printClustering(await evaluateClustering(folder));
}
