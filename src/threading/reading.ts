import { withAsciiDigits } from '../analysis/reading/digits.js';
import type { ArticleAnalyzed, ArticleRevision } from '../domain/article.js';
import type { Embedding } from '../domain/embedding.js';
import type { Analysis, Passage } from '../domain/statements.js';
import { countriesInEnglish, countryNames, type CountryNames } from './other-languages/country-names.js';
import { Subject } from './subject.js';
import { addWords, words, type Word } from './vocabulary.js';

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

/** A passage with its words. */
export class ReadPassage {
  private parts: readonly (readonly Word[])[] | undefined;

  /** @param ends for each sentence how many words stand up to its end */
  constructor(
    readonly passage: Passage,
    readonly words: readonly Word[],
    private readonly ends: readonly number[],
  ) {}

  /** Sentence by sentence: only tracked stories look at them. */
  get sentences(): readonly (readonly Word[])[] {
    return (this.parts ??= this.ends.map((end, i) => this.words.slice(this.ends[i - 1] ?? 0, end)));
  }
}

export interface Reading {
  readonly title: readonly Word[];
  readonly passages: readonly ReadPassage[];
}

/** How a report begins, after which it seldom turns to another subject. */
export interface Beginning extends Reading {
  /** The words that tell something, of headline and passages, in the order in which they came. */
  readonly counts: Subject;
}

/**
 * Words that make a beginning, in whole passages. News is told with what matters most first: with these alone stories are
 * discovered as well as with whole reports, and a third faster.
 */
const BEGINNING = 300;

/** The words of an article, each passage read once and only when it is asked for. */
class ArticleWords {
  readonly title: readonly Word[];
  readonly all = new Known(() => this.own(this.analysis.passages.length));
  readonly beginning = new Known(() => this.own(this.lengthOf(BEGINNING)));
  private readonly read: ReadPassage[] = [];
  private readonly analysis: Analysis;
  private readonly text: string;
  private readonly countries: CountryNames;

  constructor({ analysis, text, title }: ThreadingArticle) {
    this.analysis = analysis;
    this.text = withAsciiDigits(text);
    this.countries = countryNames(analysis.language);
    const found = words(withAsciiDigits(title));
    countriesInEnglish(found, 0, this.countries);
    this.title = found;
  }

  private own(passages: number): Beginning {
    for (let i = this.read.length; i < passages; i++) this.passage(i);
    return { title: this.title, ...ownPassages(this.title, this.read.slice(0, passages)) };
  }

  /** Passages that have so many words together. */
  private lengthOf(wanted: number): number {
    let passages = 0;
    for (let seen = 0; seen < wanted && passages < this.analysis.passages.length; passages++)
      seen += this.passage(passages).words.length;
    return passages;
  }

  private passage(i: number): ReadPassage {
    return (this.read[i] ??= readPassage(this.text, this.analysis.passages[i]!, this.countries));
  }
}

/** Found out once, when it is asked for. */
class Known<T> {
  private found: { readonly value: T } | undefined;

  constructor(private readonly find: () => T) {}

  get value(): T {
    return (this.found ??= { value: this.find() }).value;
  }
}

const known = new WeakMap<ThreadingArticle, ArticleWords>();

function wordsOf(article: ThreadingArticle): ArticleWords {
  let own = known.get(article);
  if (!own) known.set(article, (own = new ArticleWords(article)));
  return own;
}

/** The words of an article, read once however many stories it is compared with. */
export const read = (article: ThreadingArticle): Reading => wordsOf(article).all.value;

/** The words that an article begins with, read once like all of them. */
export const readBeginning = (article: ThreadingArticle): Beginning => wordsOf(article).beginning.value;

function readPassage(text: string, passage: Passage, countries: CountryNames): ReadPassage {
  const { sentences } = passage;
  const found: Word[] = [];
  const ends = (sentences.length > 0 ? sentences : [passage]).map(({ start, end }) => {
    const from = found.length;
    addWords(found, text, start, end);
    countriesInEnglish(found, from, countries);
    return found.length;
  });
  return new ReadPassage(passage, found, ends);
}

/** So many passages in a row without a word in common with the report are not the report any more. */
const FOREIGN_RUN = 4;
/** A passage of fewer words that tell something, "Read more" and the like, neither ends the report nor continues it. */
const LEAST_WORDS = 4;

/**
 * The passages up to where the page turns to other things, with their words: teasers of unrelated reports at the end
 * share no name and hardly a word with what was read before. What stands behind a run of such passages is left out too,
 * though one of them may happen to be about the same place.
 */
function ownPassages(
  title: readonly Word[],
  passages: readonly ReadPassage[],
): { passages: readonly ReadPassage[]; counts: Subject } {
  const subject = new Subject(title);
  let run = 0;
  let runStart = 0;
  for (let i = 0; i < passages.length; i++) {
    subject.count(passages[i]!.words);
    if (subject.content < LEAST_WORDS) continue;
    if (i < 3 || !subject.isForeign) {
      run = 0;
      subject.learn();
    } else if (++run === 1) runStart = i;
    if (run === FOREIGN_RUN) {
      const own = passages.slice(0, runStart);
      const counts = new Subject(title);
      for (const { words: list } of own) counts.count(list);
      return { passages: own, counts };
    }
  }
  return { passages, counts: subject };
}
