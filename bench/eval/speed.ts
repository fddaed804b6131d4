import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../src/analysis/analyze.js';
import { readTopic } from './timelines.js';

const WORDS = 600;
const PER_TOPIC = 60;

/**
 * How fast one core analyses: CPU time of this process, garbage collection included, over articles of every topic,
 * scaled to articles of 600 words. Everything is analysed once before, as a worker is warm after its first minute.
 */
export function measureAnalysis(folder: string): { articles: number; words: number; perSecond: number } {
  const all = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((topic) => existsSync(path.join(topic, 'articles.jsonl.gz')))
    .sort()
    .flatMap((topic) => readTopic(topic).slice(0, PER_TOPIC));
  const words = all.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  for (const article of all) analyze({ ...article, language: 'en' });
  const before = process.cpuUsage();
  for (const article of all) analyze({ ...article, language: 'en' });
  const { user, system } = process.cpuUsage(before);
  return { articles: all.length, words, perSecond: words / WORDS / ((user + system) / 1e6) };
}
