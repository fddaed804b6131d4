import { sameOutlet } from '../../domain/outlet-names.js';
import { KNOWN_OUTLETS, NEWS_AGENCIES } from '../lexicon/organisations.js';
import type { AnalysisInput } from '../reading/reading.js';

/** Where a dateline's credit stands: "PORT ELLERY, March 3 (Reuters) - ". */
const OPENING = 160;
const DATELINE_CREDIT =
  /^\s*(?:[\p{Lu}\p{N}][\p{L}\p{N}.'’/-]*,?\s+){0,8}\(([^()\n]{2,40})\)\s*(?:[-–—:]|$)/mu;
/** Between the names of a byline. */
const BYLINE_PARTS = /\s*(?:[,;/|]|\band\b|\bfor\b|\bvia\b|\bwith\b|\bin [A-Z]\w+)\s*/;

/**
 * Agencies and outlets whose copy an article is, as its dateline or its byline says: "(AP) —", "By Reuters". Empty when
 * it credits nobody, or its own publisher.
 */
export function findCredits({ text, byline, publisher }: AnalysisInput): string[] {
  const dateline = DATELINE_CREDIT.exec(text.slice(0, OPENING))?.[1]?.trim();
  if (dateline && isOutlet(dateline)) return sameOutlet(dateline, publisher) ? [] : [dateline];
  const parts = (byline ?? '')
    .replace(/^by:?\s+/i, '')
    .split(BYLINE_PARTS)
    .map((part) => part.replace(/^the\s+/i, '').trim());
  const agency = parts.find((part) => NEWS_AGENCIES.has(plain(part)));
  return agency && !sameOutlet(agency, publisher) ? [agency] : [];
}

const plain = (name: string): string =>
  name.toLowerCase().replace(/[.-]/g, (mark) => (mark === '-' ? ' ' : ''));
const isOutlet = (name: string): boolean => NEWS_AGENCIES.has(plain(name)) || KNOWN_OUTLETS.has(plain(name));
