import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { Embedding } from '../domain/embedding.js';
import type { Analysis, Passage } from '../domain/statements.js';
import { words, type Word } from './vocabulary.js';

/** What threading decides about: one revision of an article with what analysis found in it. */
export interface ThreadingArticle {
  readonly articleId: string;
  readonly revision: number;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly analysis: Analysis;
  /** When the operator plugged in a model for it. */
  readonly embedding?: Embedding;
}

/** @param publishedAt clamped publication time */
export function threadingArticle(
  { articleId, revision, title, text, publisher }: ArticleRevision,
  { analysis, models }: ArticleAnalyzed,
  publishedAt: string,
): ThreadingArticle {
  const article = { articleId, revision, title, text, publisher, publishedAt, analysis };
  for (const answer of models) {
    if (answer.task !== 'embedding' || !answer.vector) continue;
    return { ...article, embedding: { model: answer.model, vector: answer.vector } };
  }
  return article;
}

/** A passage with its words, sentence by sentence. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly sentences: readonly (readonly Word[])[];
  readonly words: readonly Word[];
}

export interface Reading {
  readonly title: readonly Word[];
  readonly passages: readonly ReadPassage[];
}

const readings = new WeakMap<ThreadingArticle, Reading>();

/** The words of an article, read once however many stories it is compared with. */
export function read(article: ThreadingArticle): Reading {
  const known = readings.get(article);
  if (known) return known;
  const passages = article.analysis.passages.map((passage) => {
    const spans = passage.sentences.length > 0 ? passage.sentences : [passage];
    const sentences = spans.map(({ start, end }) => words(article.text, start, end));
    return { passage, sentences, words: sentences.length === 1 ? sentences[0]! : joined(sentences) };
  });
  const title = words(article.title);
  const reading = { title, passages: ownPassages(title, passages) };
  readings.set(article, reading);
  return reading;
}

/** As `flat()`, which takes several times as long. */
function joined(sentences: readonly (readonly Word[])[]): Word[] {
  const all: Word[] = [];
  for (const sentence of sentences) for (const word of sentence) all.push(word);
  return all;
}

/** So many passages in a row without a word in common with the report are not the report any more. */
const FOREIGN_RUN = 4;

/**
 * The passages up to where the page turns to other things: teasers of unrelated reports at the end share no name and
 * hardly a word with what was read before. What stands behind a run of such passages is left out too, though one of
 * them may happen to be about the same place.
 */
function ownPassages(title: readonly Word[], passages: readonly ReadPassage[]): ReadPassage[] {
  const known = new Subject(title);
  let run = 0;
  let runStart = 0;
  for (let i = 0; i < passages.length; i++) {
    const { words: list } = passages[i]!;
    // "Read more" and the like neither end the report nor continue it.
    if (!hasContent(list, 4)) continue;
    if (i < 3 || !known.isForeign(list)) {
      run = 0;
      known.learn(list);
    } else if (++run === 1) runStart = i;
    if (run === FOREIGN_RUN) return passages.slice(0, runStart);
  }
  return [...passages];
}

function hasContent(list: readonly Word[], words: number): boolean {
  let left = words;
  for (const { stop } of list) if (!stop && --left === 0) return true;
  return false;
}

/** What has been read so far, to tell what goes on from what is about something else. */
export class Subject {
  /** Stem, and whether it was met as a name. */
  private readonly known = new Map<string, boolean>();

  constructor(title: readonly Word[]) {
    this.learn(title);
  }

  learn(list: readonly Word[]): void {
    for (const { key, kind, stop } of list) {
      if (stop) continue;
      const known = this.known.get(key);
      const name = kind === 'name';
      if (known === undefined || (name && !known)) this.known.set(key, name);
    }
  }

  /** Whether words share next to nothing with what was read: no name, and at most one content word in twelve. */
  isForeign(list: readonly Word[]): boolean {
    const content = new Set<string>();
    let shared = 0;
    for (const { key, kind, stop } of list) {
      const name = stop ? undefined : this.known.get(key);
      if (name === true || (name === false && kind === 'name')) return false;
      if (stop || content.has(key)) continue;
      content.add(key);
      if (name !== undefined) shared++;
    }
    return shared * 12 <= content.size;
  }
}
