import type { TrackedStory } from '../../domain/story.js';
import type { TermCount } from '../../domain/story-trial.js';
import type { ThreadingArticle } from '../reading.js';
import { findTerm } from './matching.js';
import { lookFor, type Found } from './tracked.js';

/** Counts in how many articles each term of a profile stands, so that an editor sees which of them do the work. */
export class TermCounts {
  private readonly articles = new Map<string, number>();

  constructor(private readonly story: TrackedStory) {}

  add(article: ThreadingArticle): void {
    const found = lookFor(this.story, article);
    const met = new Set([found.title, ...found.evidences].flatMap(({ terms }) => [...terms.keys()]));
    for (const term of [...met, ...barring(found)])
      this.articles.set(term, (this.articles.get(term) ?? 0) + 1);
  }

  /** In the order of the profile. */
  counts(): TermCount[] {
    const { profile } = this.story;
    return (['anyOf', 'allOf', 'noneOf'] as const).flatMap((list) =>
      profile[list].map((term) => ({ list, term, articles: this.articles.get(term.trim()) ?? 0 })),
    );
  }
}

/** Terms of `noneOf` that occur; one is enough to keep an article out, but each may be the one to change. */
function barring({ wanted, reading }: Found): string[] {
  if (wanted.noneOf.length === 0) return [];
  const sentences = [reading.title, ...reading.passages.flatMap((passage) => passage.sentences)];
  return wanted.noneOf
    .filter((term) => sentences.some((sentence) => findTerm(term, sentence) === 'exact'))
    .map(({ text }) => text);
}
