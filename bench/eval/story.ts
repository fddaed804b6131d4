import { analyze } from '../../src/analysis/analyze.js';
import { contribute, type Contribution } from '../../src/projections/story-state/content/contribution.js';

export interface EvalArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  /** ISO instant. */
  readonly publishedAt: string;
}

/** What an article adds to a story that all of it belongs to: analysis and contribution as the server makes them. */
export function contributionTo(storyId: string, article: EvalArticle): Contribution {
  const { id: articleId, title, text, publisher, publishedAt } = article;
  const analysis = analyze({ title, text, publisher, publishedAt, language: 'en' });
  return contribute(
    { articleId, revision: 1, title, text, publisher, publishedAt, contentHash: '' },
    publishedAt,
    analysis,
    {
      storyId,
      articleId,
      revision: 1,
      role: 'primary',
      score: 1,
      passages: [{ start: 0, end: text.length }],
      reasons: [],
      ruleset: { name: 'given', version: 1 },
      publishedAt,
      textPosition: '0',
      analysisPosition: '0',
    },
  );
}

/** Undoes the tokenising of corpora: `-LRB- AP -RRB-`, `` `` … '' ``, spaces before punctuation. */
export function detokenized(text: string): string {
  return text
    .replace(/-LRB-|-LSB-/g, '(')
    .replace(/-RRB-|-RSB-/g, ')')
    .replace(/``\s*/g, '“')
    .replace(/\s*''/g, '”')
    .replace(/[ \t]+(?=[.,;:!?%)\]”]|'(?:s|re|ve|ll|d|m)?\b|n't\b)/g, '')
    .replace(/(?<=[([“$#£€])[ \t]+/g, '')
    .replace(/ *\n */g, '\n')
    .trim();
}
