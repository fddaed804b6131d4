import { Problem } from '../../shared/problem.js';
import { extractArticle, type ExtractedArticle } from './extract.js';

export interface ExtractionTask {
  readonly html: string;
  readonly timezone?: string;
}

/** A Problem does not survive the way between threads as an Error: its parts do. */
export type ExtractionOutcome =
  | { readonly article: ExtractedArticle }
  | { readonly problem: { status: number; slug: string; title: string; detail: string } };

/** What a worker thread runs. */
export default function extractInThread({ html, timezone }: ExtractionTask): ExtractionOutcome {
  try {
    return { article: extractArticle(html, timezone) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, slug, title, detail } = error;
    return { problem: { status, slug, title, detail } };
  }
}
