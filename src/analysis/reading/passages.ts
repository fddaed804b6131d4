import type { Passage, Span } from '../../domain/statements.js';
import { contentStems, shareOf } from './cohesion.js';
import {
  bylineNames,
  endsAsProse,
  isByline,
  isCaption,
  isCommentHead,
  isPageTalk,
  wordCount,
} from './furniture.js';

export type PassageKind = Passage['kind'];

/** A stretch of the report before it is cut into sentences. */
export interface Block extends Span {
  readonly kind: PassageKind;
}

interface Line extends Span {
  readonly text: string;
  readonly bullet: boolean;
  readonly prose: boolean;
  verdict: PassageKind | 'furniture' | 'open';
}

const BULLET = /^(?:[-–—•*·▪●◦‣]|\d{1,2}[.)])\s+(?=\S)/;
/** A headline repeated in the page is rarely longer or wordier than this. */
const MOST_WORDS_OF_A_LABEL = 8;
const MOST_LABELS_TRIED = 16;

export interface PageFacts {
  readonly title: string;
  readonly publisher: string;
  readonly byline?: string;
}

/**
 * The passages of a page: paragraphs, bullets, subheadings and captions in reading order, with what is page furniture
 * left out. A line is judged by its form, by where it stands, and by how much it shares with the body around it.
 */
export function readPassages(text: string, page: PageFacts): Block[] {
  const lines = splitLines(text);
  judgeByForm(lines, page);
  cutComments(lines);
  const prose = lines.filter((line) => line.verdict === 'open' && line.prose);
  if (prose.length === 0)
    for (const line of lines) if (line.verdict === 'open') line.verdict = bodyKind(line);
  cutTail(lines);
  judgeByPlace(lines);
  return lines.flatMap(({ start, end, verdict }) =>
    verdict === 'furniture' || verdict === 'open' ? [] : [{ start, end, kind: verdict }],
  );
}

const bodyKind = (line: Line): PassageKind => (line.bullet ? 'bullet' : 'paragraph');

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /[^\r\n\u2028\u2029]+/g;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    const raw = match[0];
    const trimmed = raw.trim();
    if (!trimmed) continue;
    let start = match.index + raw.indexOf(trimmed[0]!);
    const end = match.index + raw.trimEnd().length;
    start = Math.max(start, match.index + raw.length - raw.trimStart().length);
    const mark = BULLET.exec(trimmed.slice(0, 8))?.[0] ?? '';
    const bullet = mark !== '' && !/^\d/.test(mark);
    if (bullet) start += mark.length;
    const previous = lines.at(-1);
    // A text wrapped at a fixed width goes on in small letters: the two lines are one paragraph.
    if (
      previous &&
      !bullet &&
      continues(previous, text.slice(start, start + 1), text.slice(previous.end, start))
    ) {
      lines[lines.length - 1] = line(text, previous.start, end, previous.bullet);
    } else lines.push(line(text, start, end, bullet));
  }
  return lines;
}

const line = (text: string, start: number, end: number, bullet: boolean): Line => {
  const own = text.slice(start, end);
  return {
    start,
    end,
    text: own,
    bullet,
    prose: isProse(own) || closesQuotation(own),
    verdict: 'open',
  };
};

/** A sentence's end at the line's, or inside a line too long for a headline ("… was saved. NPA"). */
const isProse = (own: string): boolean =>
  endsAsProse(own)
    ? wordCount(own.slice(0, 200)) > 3
    : own.length > 120 &&
      /[.!?]["”’)]?\s+\p{Lu}/u.test(own.slice(0, 2000)) &&
      wordCount(own.slice(0, 400)) >= 20;

/** "Not today.”": what a line before it began to quote ends here, however short the line is. */
function closesQuotation(own: string): boolean {
  if (!/[.!?]["”]$/.test(own)) return false;
  const opening = own.indexOf('“');
  if (own.endsWith('”')) return opening === -1 || own.indexOf('”') < opening;
  return own.split('"').length % 2 === 0;
}

const continues = (previous: Line, first: string, gap: string): boolean =>
  !/\n\s*\n/.test(gap) &&
  (/^[,;]/.test(first) || (/\p{Ll}/u.test(first) && !previous.prose && previous.end - previous.start >= 40));

function judgeByForm(lines: Line[], page: PageFacts): void {
  const names = bylineNames(page.byline);
  const title = contentStems(page.title);
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const key = line.text.toLowerCase().replace(/\s+/g, ' ');
    const repeated = seen.has(key);
    seen.add(key);
    if (repeated) {
      // The same line twice in a row is a picture's caption and its alternative text.
      const before = lines[index - 1];
      if (before && before.verdict === 'open' && before.text === line.text)
        before.verdict = before.prose ? 'caption' : 'furniture';
      line.verdict = 'furniture';
    } else if (isCaption(line.text)) line.verdict = 'caption';
    else if (isByline(line.text, names, page.publisher) || isPageTalk(line.text)) line.verdict = 'furniture';
    else if (!line.prose && isTitleAgain(line.text, title)) line.verdict = 'furniture';
  }
}

function isTitleAgain(text: string, title: ReadonlySet<string>): boolean {
  if (title.size < 2 || text.length > 400) return false;
  const own = contentStems(text);
  return own.size >= 2 && shareOf(own, title) >= 0.8 && shareOf(title, own) >= 0.6;
}

/** What readers wrote under a report: from the first comment on, where there is more above it than a line. */
function cutComments(lines: Line[]): void {
  const first = lines.findIndex(({ text }) => isCommentHead(text));
  if (first === -1) return;
  const above = lines.slice(0, first).filter((line) => line.prose && line.verdict === 'open').length;
  for (const line of above > 1 ? lines.slice(first) : []) line.verdict = 'furniture';
}

const stemsByLine = new WeakMap<Line, ReadonlySet<string>>();

/** What a line is about, looked at more than once. */
function stemsOf(line: Line): ReadonlySet<string> {
  let stems = stemsByLine.get(line);
  if (!stems) stemsByLine.set(line, (stems = contentStems(line.text)));
  return stems;
}

/**
 * Cuts what a page appends: from the first short label on whose followers are mostly headlines, links, or prose that
 * shares little with the report. At most a few labels are tried, so that a hostile text stays linear.
 */
function cutTail(lines: Line[]): void {
  const firstProse = lines.findIndex((line) => line.prose && line.verdict === 'open');
  if (firstProse === -1) return;
  const seen = new Set<string>();
  let tried = 0;
  for (const [index, line] of lines.entries()) {
    // A byline under a standfirst is no label, and nothing is cut before the report has begun.
    const label = line.verdict === 'open' && !line.prose && wordCount(line.text.slice(0, 120)) <= 4;
    if (index > firstProse && label && tried < MOST_LABELS_TRIED) {
      tried += 1;
      if (isAppended(lines.slice(index + 1), seen)) {
        for (const rest of lines.slice(index)) rest.verdict = 'furniture';
        return;
      }
    }
    for (const stem of stemsOf(line)) seen.add(stem);
  }
}

/** Of a line, in characters. */
const MOST_READ = 2000;

function isAppended(tail: readonly Line[], seen: ReadonlySet<string>): boolean {
  let links = 0;
  let related = 0;
  // Paragraphs of one report also share words with each other; teasers of many do not.
  const known = new Set(seen);
  for (const line of tail) {
    if (line.verdict === 'furniture' || (!line.prose && !line.bullet)) {
      links += 1;
      continue;
    }
    const stems = line.text.length <= MOST_READ ? stemsOf(line) : contentStems(line.text.slice(0, MOST_READ));
    if (shareOf(stems, known) >= 0.25) related += 1;
    for (const stem of stems) known.add(stem);
  }
  return tail.length === 0 || (links > 0 && related <= tail.length * 0.12);
}

/** Decides the lines that do not end as sentences: subheadings and standfirsts of the report, or labels of the page. */
function judgeByPlace(lines: Line[]): void {
  const body = new Set<string>();
  for (const line of lines) {
    if (line.verdict === 'open' && line.prose) for (const stem of stemsOf(line)) body.add(stem);
  }
  const firstProse = lines.findIndex((line) => line.prose && line.verdict === 'open');
  for (const [index, line] of lines.entries()) {
    if (line.verdict !== 'open') continue;
    if (line.prose || line.bullet) {
      line.verdict = bodyKind(line);
      continue;
    }
    const words = wordCount(line.text.slice(0, 600));
    const cohesion = shareOf(contentStems(line.text.slice(0, 600)), body);
    const next = lines
      .slice(index + 1, index + 4)
      .find((other) => other.verdict !== 'furniture' && other.verdict !== 'caption');
    const opensBody = next !== undefined && (next.prose || next.bullet || next.verdict === 'open');
    if (words > 40) line.verdict = 'paragraph';
    else if (index < firstProse) line.verdict = cohesion >= 0.4 && words >= 4 ? 'heading' : 'furniture';
    else
      line.verdict = opensBody && words <= MOST_WORDS_OF_A_LABEL && cohesion >= 0.5 ? 'heading' : 'furniture';
  }
}
