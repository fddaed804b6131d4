/**
 * What a line of a scraped page is, by its form alone: a sentence of a report ends like one, a caption carries a
 * credit, a call to the reader begins with a verb and ends with nothing. passages.ts adds what the neighbours say.
 */

/** Lines longer than this are never furniture, and no pattern below is run on them. */
const LONGEST_LINE = 400;

const CALL_VERBS =
  /^(?:read|watch|see|view|listen|click|tap|subscribe|sign|log|follow|like|share|download|join|support|donate|contribute|contact|write|email|e-mail|send|skip|get|register|try|visit|browse|explore|go|open|scroll|play|print|save|comment)\b/i;
const ABOUT_THE_PAGE =
  /\b(?:newsletter|e-?mail|inbox|subscribe|subscription|subscriber|sign(?:ed)? up|cookies?|app|podcast|website|click|here|privacy|terms of (?:use|service)|advertis\w+|rights reserved|copyright|facebook|twitter|whatsapp|telegram|instagram|this article|this story|this page)\b/i;
const TEASER_END = /(?:\b(?:read|see|show|load|view) more(?:\s*[»›→]|\s*>>)?|\s[»›→]|\s>>)\s*$/i;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b/i;
const READ_TIME = /^\d{1,3}[\s-]*min(?:ute)?s?\b.{0,12}$/i;
const DATE_WORD =
  /^(?:\d{1,4}|\d{1,2}:\d{2}|\d{1,2}(?:st|nd|rd|th)|[ap]\.?m\.?|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|at|on|updated|published|posted|last|modified|first|gmt|utc|e[sd]t|p[sd]t|bst|ce?s?t|ago|hours?|minutes?|days?)$/i;
const ENDS_AS_PROSE = /[.!?…:;。！？؟—][\s"'“”‘’)\]»*]{0,6}$/;
const CREDIT = /[([]\s*([^()[\]]{2,70})\s*[)\]]\s*$/;
const CREDIT_WORD =
  /^(?:[\p{Lu}\p{Nd}].*|via|for|by|of|the|courtesy|and|de|van|von|al|el|photo|file|handout|screenshot|\/|-|–|\||©)$/u;
const CAPTION_START =
  /^(?:file|(?:file )?(?:photo|picture|image)|pictured|illustrat(?:ive|ion)|graphic|map|video|credit|in this \w+ (?:photo|image))\b[^.:–—-]{0,30}\s*[:–—-]|^(?:in )?this (?:\w+ ){0,2}(?:photo|photograph|image|picture|frame grab|screen ?shot)s?\s(?:released|provided|taken|made|from|shows?)\b/i;
const AGENCY_END = /[–—-]\s*[\p{Lu}][\p{Lu}\s.'-]{2,40}\/\s*[\p{Lu}]{2,30}$/u;
const PHOTO_BY = /\b(?:photo(?:graph)?|picture|image|credit|illustration)(?:\s+by\b|\s*:|\s+credit\b)/i;

export const wordCount = (line: string): number => line.split(/\s+/).length;

/** Whether a line ends as a sentence does. Headlines, labels and links do not. */
export const endsAsProse = (line: string): boolean => ENDS_AS_PROSE.test(line.slice(-12));

/** A line under a picture: it opens as one or closes with a credit, "(Name/AGENCY)", "[Agency]". */
export function isCaption(line: string): boolean {
  if (line.length > 700) return false;
  if (CAPTION_START.test(line.slice(0, 60)) || AGENCY_END.test(line.slice(-90))) return true;
  const tail = line.slice(-80);
  if (PHOTO_BY.test(tail) && wordCount(line) < 60 && !endsAsProse(line)) return true;
  const credit = CREDIT.exec(tail);
  if (!credit) return false;
  const inner = credit[1]!.trim();
  if (!inner.split(/\s+/).every((word) => CREDIT_WORD.test(word))) return false;
  const before = line.slice(0, line.length - tail.length + credit.index).trimEnd();
  return (
    wordCount(before) > 3 && (/[.!?”"]$/.test(before) || inner.includes('/') || tail[credit.index] === '[')
  );
}

const COMMENT_HEAD =
  /^(?:#?\d{1,4}[.)]?\s+)?(?:(?:posted|commented) by\s\S.{0,60}?\s(?:on|at)\s.{0,40}?\d|at \d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?\s(?:on\s)?[^,]{2,20}\d{4}\s?,\s\S.{0,40}?\swrote\b)/i;

/** "Posted by Ann on 2 April, 11:01 PM", "3. At 10:14 am on 28 May 2030, ann wrote:": a reader's comment. */
export const isCommentHead = (line: string): boolean => COMMENT_HEAD.test(line.slice(0, 160));

/** "By A. Writer", a name of the byline alone, or what its writer is: never part of what is reported. */
export function isByline(line: string, byline: readonly string[], publisher: string): boolean {
  if (line.length > 300) return false;
  const lower = line.toLowerCase();
  if (/^by\s+\p{Lu}/iu.test(line) && /^by\s/i.test(line) && wordCount(line) <= 14 && !endsAsProse(line))
    return true;
  for (const name of byline) {
    if (!lower.startsWith(name)) continue;
    const rest = lower.slice(name.length).trim();
    if (rest === '' || (!endsAsProse(line) && wordCount(rest) <= 4)) return true;
    const job = /^,?\s*(?:is|was|are|covers|writes|reports|has|contributed|joined)\b/.test(rest);
    const about =
      /\b(?:reporter|correspondent|editor|bureau|journalist|columnist|writer|author|fellow|contribut\w+|newsroom)\b/;
    if (job && (about.test(rest) || (publisher !== '' && lower.includes(publisher.toLowerCase()))))
      return true;
  }
  return false;
}

/** The names of a byline, lower-case: "Jo Roe and Al Poe, Desk" gives three. */
export const bylineNames = (byline = ''): string[] =>
  byline
    .slice(0, 300)
    .toLowerCase()
    .replace(/^\s*by\s+/, '')
    .split(/\s*(?:,|;|&|\band\b|\|)\s*/)
    .filter((name) => name.length > 3);

/** Whether the line tells the reader what to do or says when the page was made: calls, links, stamps, rights. */
export function isPageTalk(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const prose = endsAsProse(line);
  if (TEASER_END.test(line.slice(-30))) return true;
  if (COPYRIGHT.test(line) || READ_TIME.test(line)) return true;
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  if (CALL_VERBS.test(line))
    return !prose || (ABOUT_THE_PAGE.test(line) && wordCount(line) < 30) || line.endsWith(':');
  if (!prose && wordCount(line) <= 12 && ABOUT_THE_PAGE.test(line)) return true;
  const words = line.split(/[\s,|/·–—-]+/).filter(Boolean);
  return words.length <= 10 && words.every((word) => DATE_WORD.test(word));
}
