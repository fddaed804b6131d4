import { Readability } from '@mozilla/readability';
import { Problem } from '../../shared/problem.js';
import { cleanText } from '../../shared/text-hygiene.js';
import { blocksOf, joinBlocks, type Block } from './blocks.js';
import { parsePage, type Page, type PageElement } from './dom.js';
import { readLinkedData } from './json-ld.js';
import { readMetadata, type PageMetadata } from './metadata.js';
import { prune } from './prune.js';
import { trim } from './trim.js';

export interface ExtractedArticle extends PageMetadata {
  /** Paragraphs separated by blank lines. */
  readonly text: string;
}

/**
 * Takes the article out of a page: its text by Readability, with the page's furniture pruned before and trimmed after,
 * and what the page's metadata says. Pure; nothing is loaded or run.
 *
 * @param timezone IANA zone for times that the page gives without an offset
 * @throws Problem 422 when the page holds no article that could be found
 */
export function extractArticle(html: string, timezone?: string): ExtractedArticle {
  const page = parsePage(html);
  const linked = readLinkedData(page);
  const metadata = readMetadata(page, linked, timezone);
  prune(page);
  const blocks = trim(readable(page), metadata);
  const text = cleanText(joinBlocks(blocks));
  return { ...metadata, text };
}

function readable(page: Page): Block[] {
  const result = new Readability(page as never, { serializer: (node) => node as unknown as PageElement, keepClasses: true, disableJSONLD: true }).parse();
  return result?.content ? blocksOf(result.content) : [];
}
