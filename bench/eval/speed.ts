import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../src/analysis/analyze.js';
import { articleTerms } from '../../src/threading/discovery/article-terms.js';
import { decideThreading } from '../../src/threading/decide.js';
import { StoryIndex, type ThreadingArticle } from '../../src/threading/ruleset.js';
import { seeded } from './metrics.js';
import { readTopic } from './timelines.js';

const WORDS = 600;
const PER_TOPIC = 60;

/**
 * How fast one core analyses: CPU time of this process, garbage collection included, over articles of every topic,
 * scaled to articles of 600 words. Everything is analysed once before, as a worker is warm after its first minute.
 */
export function measureAnalysis(folder: string): { articles: number; words: number; perSecond: number } {
  const all = topicsIn(folder).flatMap((topic) => readTopic(topic).slice(0, PER_TOPIC));
  const words = all.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  for (const article of all) analyze({ ...article, language: 'en' });
  const before = process.cpuUsage();
  for (const article of all) analyze({ ...article, language: 'en' });
  const { user, system } = process.cpuUsage(before);
  return { articles: all.length, words, perSecond: words / WORDS / ((user + system) / 1e6) };
}

const STORIES = 10_000;
const DECISIONS = 1_000;
/** Decisions before the first that counts: a threader is warm after its first minute. */
const WARM_UP = 500;
const BATCH = 100;
const POSITIONS = { textPosition: 1n, analysisPosition: 2n };

/**
 * How fast one core threads with 10,000 discovered stories open: CPU time to read an article of 600 words, find its
 * story and add it there or open another. There is no stream that long here, so texts of the folder are told of other
 * people and places: each story has all names of a text exchanged for others of the folder, the same for all its
 * articles. As in the threader an article is read once, decided about with `decideThreading` and let go. Left out is what
 * is done for a batch of articles at once: reading the log, writing decisions and sketches. `comparingAlone` leaves out
 * the reading as well, which tracked stories need too.
 */
export function measureDecisions(folder: string): {
  stories: number;
  perSecond: number;
  comparingAlone: number;
} {
  const texts = topicsIn(folder)
    .flatMap((topic) => readTopic(topic))
    .map(({ text }) => text.split(' ').slice(0, WORDS).join(' '))
    .filter((text) => text.length > 2_500);
  const names = namesOf(texts);
  const random = seeded(1);
  const tell = (story: number, id: string): ThreadingArticle => {
    const text = texts[Math.floor(random() * texts.length)]!.replace(CAPITALISED, (word) => {
      const place = names.get(word);
      return place === undefined ? word : names.list[(place + story * 7_919) % names.list.length]!;
    });
    return unanalysed(id, text, story);
  };
  const index = new StoryIndex();
  for (let story = 0; story < STORIES; story++) index.open(`story-${story}`, tell(story, `first-${story}`));
  const articles = Array.from({ length: WARM_UP + 2 * DECISIONS }, (_, i) =>
    tell(Math.floor(random() * STORIES), `next-${i}`),
  );
  const decide = (
    some: readonly ThreadingArticle[],
    before?: (article: ThreadingArticle) => void,
  ): number => {
    let cpu = 0;
    for (let at = 0; at < some.length; at += BATCH) {
      const batch = some.slice(at, at + BATCH);
      if (before) batch.forEach(before);
      const { user, system } = process.cpuUsage();
      for (const article of batch) {
        // What is read of an article is kept as long as the article: without `before` it goes with this copy.
        decideThreading(before ? article : { ...article }, POSITIONS, [], index, []);
      }
      const after = process.cpuUsage();
      cpu += after.user - user + after.system - system;
    }
    return (some.length * 1e6) / cpu;
  };
  decide(articles.slice(0, WARM_UP));
  const perSecond = decide(articles.slice(WARM_UP, WARM_UP + DECISIONS));
  const comparingAlone = decide(articles.slice(WARM_UP + DECISIONS), articleTerms);
  return { stories: index.size, perSecond, comparingAlone };
}

const CAPITALISED = /\b[A-Z][a-z]{2,}\b/g;

/** Words that are never written small, in a fixed order. */
function namesOf(texts: readonly string[]): { list: string[]; get(word: string): number | undefined } {
  const small = new Set(texts.flatMap((text) => text.match(/\b[a-z]{3,}\b/g) ?? []));
  const list = [...new Set(texts.flatMap((text) => text.match(CAPITALISED) ?? []))]
    .filter((word) => !small.has(word.toLowerCase()))
    .sort();
  const places = new Map(list.map((word, i) => [word, i]));
  return { list, get: (word) => places.get(word) };
}

/** What threading reads of an analysis: its passages and sentences. */
function unanalysed(articleId: string, text: string, day: number): ThreadingArticle {
  const passages = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    kind: 'paragraph' as const,
    start: index,
    end: index + line.length,
    sentences: [...line.matchAll(/[^.!?]+[.!?]*/g)].map((sentence) => ({
      start: index + sentence.index,
      end: index + sentence.index + sentence[0].length,
    })),
  }));
  const analysis = { ...analyze({ title: '', text: '', publisher: '', publishedAt: EPOCH }), passages };
  return {
    articleId,
    revision: 1,
    title: text.slice(0, 90).split('\n')[0]!,
    text,
    publisher: 'Daily',
    publishedAt: new Date(Date.parse(EPOCH) + (day % 30) * 86_400_000).toISOString(),
    analysis,
  };
}

const EPOCH = '2024-01-01T00:00:00.000Z';

/** Folders of topics, in order. */
const topicsIn = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((topic) => existsSync(path.join(topic, 'articles.jsonl.gz')))
    .sort();
