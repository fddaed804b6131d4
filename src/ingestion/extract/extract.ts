import { Readability } from '@mozilla/readability';
import { Problem } from '../../shared/problem.js';
import { cleanText } from '../../shared/text-hygiene.js';
import { blocksOf, joinBlocks, type Block } from './blocks.js';
import { parsePage, type Page, type PageElement } from './dom.js';
import { readLinkedData } from './json-ld.js';
import { readMetadata, type PageMetadata } from './metadata.js';
import { checkPageLimits } from './page-limits.js';
import { prune } from './prune.js';
import { trim } from './trim.js';

export interface ExtractedArticle extends PageMetadata {
  /** Paragraphs separated by blank lines. */
  readonly text: string;
}

/** Pruning that leaves less of the page's prose than this may have taken the article itself. */
const RISKY = 0.5;
/** Less of the text that the page states than this, and it is shown by script: the stated text is taken. */
const MOST = 0.6;

/**
 * Takes the article out of a page: its text by Readability, with the page's furniture pruned before and trimmed after,
 * and what the page's metadata says. Pure; nothing is loaded or run.
 *
 * @param timezone IANA zone for times that the page gives without an offset
 * @throws Problem 422 when the page holds no article that could be found
 */
export function extractArticle(html: string, timezone?: string): ExtractedArticle {
  checkPageLimits(html);
  try {
    const extracted = extract(html, timezone);
    if (extracted.text !== '') return extracted;
  } catch (error) {
    // The libraries may stumble over HTML that is none; that is the sender's to mend, not a fault of the server.
    if (error instanceof Problem) throw error;
  }
  throw new Problem(
    422,
    'no-article-found',
    'No article was found in the HTML',
    'Send the article as `text`, or the HTML of a page that has the article in it; pages that load their text by script have not.',
  );
}

function extract(html: string, timezone?: string): ExtractedArticle {
  const page = parsePage(html);
  const linked = readLinkedData(page);
  const metadata = readMetadata(page, linked, timezone);
  const left = prune(page);
  let blocks = trim(readable(page), metadata);
  if (left < RISKY) {
    const whole = trim(readable(parsePage(html)), metadata);
    if (lengthOf(blocks) < lengthOf(whole) / 2) blocks = whole;
  }
  const stated = statedBlocks(linked.articleBody);
  if (lengthOf(blocks) < MOST * lengthOf(stated)) blocks = trim(stated, metadata);
  return { ...metadata, text: cleanText(joinBlocks(blocks)) };
}

function readable(page: Page): Block[] {
  const result = new Readability(page as never, {
    serializer: (node) => node as unknown as PageElement,
    keepClasses: true,
    disableJSONLD: true,
  }).parse();
  return result?.content ? blocksOf(result.content) : [];
}

/** The text that the page states in its metadata, for pages that show it only by script. */
function statedBlocks(articleBody: string | undefined): Block[] {
  if (!articleBody || articleBody.length < 300) return [];
  const lines = /<p[\s>]/i.test(articleBody) ? blocksOf(parsePage(`<body>${articleBody}</body>`)) : undefined;
  return (
    lines ??
    articleBody
      .split(/\n+/)
      .map((line) => ({ kind: 'paragraph' as const, text: line.trim(), linked: 0 }))
      .filter((block) => block.text !== '')
  );
}

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.text.length, 0);
