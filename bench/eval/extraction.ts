import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../src/ingestion/extract/extract.js';

export interface PageScore {
  readonly id: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ExtractionScores {
  readonly pages: number;
  /** Means over pages, of 4-word shingles. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly msPerPage: number;
  /** The ten worst pages, worst first. */
  readonly worst: readonly PageScore[];
}

type GroundTruth = Readonly<Record<string, { readonly articleBody: string }>>;

/**
 * Measures extraction on a folder of the article extraction benchmark: `ground-truth.json` and `html/<id>.html.gz`.
 *
 * Measure: F1 over multisets of 4-word shingles, mean over pages (scrapinghub/article-extraction-benchmark).
 */
export async function run(folder: string): Promise<ExtractionScores> {
  const truth = JSON.parse(await readFile(path.join(folder, 'ground-truth.json'), 'utf8')) as GroundTruth;
  const scores: PageScore[] = [];
  let spent = 0;
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const html = gunzipSync(await readFile(path.join(folder, 'html', `${id}.html.gz`))).toString();
    const start = performance.now();
    const text = textOf(html);
    spent += performance.now() - start;
    scores.push({ id, ...compare(articleBody, text) });
  }
  const mean = (of: (score: PageScore) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    pages: scores.length,
    precision: mean((score) => score.precision),
    recall: mean((score) => score.recall),
    f1: mean((score) => score.f1),
    msPerPage: spent / scores.length,
    worst: [...scores].sort((a, b) => a.f1 - b.f1).slice(0, 10),
  };
}

/** A page that cannot be read scores nothing; it does not end the measurement. */
function textOf(html: string): string {
  try {
    return extractArticle(html).text;
  } catch {
    return '';
  }
}

function compare(gold: string, found: string): Omit<PageScore, 'id'> {
  const expected = shingles(gold);
  const actual = shingles(found);
  let both = 0;
  for (const [shingle, count] of expected) both += Math.min(count, actual.get(shingle) ?? 0);
  const precision = both / Math.max(1, total(actual));
  const recall = both / Math.max(1, total(expected));
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function shingles(text: string, length = 4): Map<string, number> {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  // A text shorter than one shingle is one.
  for (let i = 0; i === 0 || i + length <= words.length; i++) {
    const shingle = words.slice(i, i + length).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);
