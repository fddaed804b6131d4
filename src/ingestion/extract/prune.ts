import type { Page, PageElement } from './dom.js';

/** An element with more than this part of the page's prose is never furniture, whatever it is called. */
const MOST_PROSE = 0.25;
/** Pages with less prose in `<p>` than this set their text some other way: all text counts then. */
const LITTLE_PROSE = 400;

const NOT_PROSE =
  'nav, form, dialog, menu, footer, [role=navigation], [role=dialog], [role=search], [role=complementary], [role=banner], ' +
  '[role=alert], [hidden], aside, figcaption, figure, noscript, button';

/** Words of class names and ids, singular and plural, that name what stands around an article. */
const FURNITURE = wordPattern(
  // pictures and players
  'captions? credits? photo credits? image credits? photographer slideshow slide gallery galleries carousel lightbox video player',
  // who and when
  'byline bylines timestamp author bio bios author-bio about-author author-box author-info author-card authorbox author-details publish-date pubdate post-date posted-on entry-date published-date article-date date-published byline-date postinfo post-info article-meta entry-meta post-meta postmeta meta-info',
  // elsewhere on the site
  'related relateds? related-posts related-articles related-stories recommended recommendations? recirc recirculation trending popular most-read most-popular most-viewed read-more readmore read-next up-next more-stories more-from also-like see-also teasers? promos? promoted breadcrumbs? pagination pager prev-next next-post tags? tag-list taglist topics? keywords sidebar side-bar jump-nav toc table-of-contents',
  // what it wants from the reader
  'newsletters? signup sign-up signin sign-in login subscribe subscription subscribers? paywall cta donate donation support-us share sharing shares social socials sharedaddy addthis follow-us follow comments? comment-list disqus respond feedback rating ratings vote poll survey notification popup pop-up modal cookie cookies consent gdpr',
  // paid for
  'ads? advert adverts advertisement advertising advertorial sponsor sponsored sponsors affiliate outbrain taboola dfp adsense mpu native-ad commercial',
  // the headline's companions, and quotations set large, which the text has again
  'pullquotes? pull-quotes? dek standfirst subtitle sub-title subheadline sub-headline',
  'copyright copyrights disclaimer disclosure print-only print-header toolbar tools? article-tools actions? utility correction-policy reading-time read-time estimated-read-time wpcnt infobox',
);

/** A word list as one pattern over a name's words; `x?` in the list means with and without. */
function wordPattern(...lists: readonly string[]): RegExp {
  const words = lists
    .join(' ')
    .split(' ')
    .map((word) => word.replaceAll('-', ' ?'));
  return new RegExp(` (?:${words.join('|')}) `);
}

/** `articleShare_bar relatedPosts` as ` article share bar related posts `. */
function nameWords(element: PageElement): string {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 500);
  return ` ${name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
    .trim()} `;
}

/** Rows, cells and the like are named after what they hold ("player" in a league table), not after their place. */
const NEVER_NAMED = new Set([
  'html',
  'body',
  'main',
  'article',
  'table',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'blockquote',
]);
const INLINE = new Set([
  'a',
  'span',
  'em',
  'strong',
  'b',
  'i',
  'u',
  'abbr',
  'mark',
  'small',
  'time',
  'cite',
  'q',
]);
/** Posts quoted in the text stand in boxes called "social" or "video". */
const QUOTED_POST =
  '[class*=twitter-tweet], [class*=instagram-media], [class*=bluesky-embed], [class*=fb-post]';

/**
 * Takes out of the page what is not the article's own prose, before anything judges where the prose is.
 *
 * @returns the part of the page's prose that is left, 0..1
 */
export function prune(page: Page): number {
  const body = page.body;
  if (!body) return 1;
  freeQuotedPosts(body);
  const prose = new Prose(body);
  const remove = (element: PageElement): void => {
    if (prose.partIn(element) <= MOST_PROSE && !element.querySelector(QUOTED_POST)) element.remove();
  };
  for (const element of [...body.querySelectorAll(NOT_PROSE)]) {
    if (element.localName === 'figure' && element.querySelector('blockquote, pre, table')) continue;
    remove(element);
  }
  for (const group of furnitureByName(body).values()) {
    // A name that most paragraphs bear is the page's word for a paragraph.
    const together = group.reduce((sum, element) => sum + prose.partIn(element), 0);
    if (group.length > 1 && together > 2 * MOST_PROSE) continue;
    for (const element of group) if (body.contains(element)) remove(element);
  }
  for (const header of [...body.querySelectorAll('header')]) remove(header);
  return prose.partIn(body);
}

/** Takes the names off boxes that hold nothing but a quoted post, so that nobody judges the post by them. */
function freeQuotedPosts(body: PageElement): void {
  for (const post of body.querySelectorAll(QUOTED_POST)) {
    const length = (post.textContent ?? '').length;
    for (let box = post.parentElement; box && box !== body; box = box.parentElement) {
      if ((box.textContent ?? '').trim().length > length + 20) break;
      box.removeAttribute('class');
    }
  }
}

function furnitureByName(body: PageElement): Map<string, PageElement[]> {
  const groups = new Map<string, PageElement[]>();
  for (const element of body.querySelectorAll('[class], [id]')) {
    if (NEVER_NAMED.has(element.localName) || isWordOfSentence(element)) continue;
    const words = nameWords(element);
    if (!FURNITURE.test(words)) continue;
    const group = groups.get(`${element.localName}${words}`);
    if (group) group.push(element);
    else groups.set(`${element.localName}${words}`, [element]);
  }
  return groups;
}

/** A link or a span in the middle of a paragraph is part of what it says, though it be called "tag" or "topic". */
function isWordOfSentence(element: PageElement): boolean {
  if (!INLINE.has(element.localName)) return false;
  const around = element.parentElement;
  return around?.localName === 'p' && length(around) > 2 * length(element);
}

/** How much of the page's prose an element holds. */
class Prose {
  private readonly selector: string;
  private readonly total: number;

  constructor(body: PageElement) {
    const inParagraphs = lengthOf(body, 'p');
    this.selector = inParagraphs >= LITTLE_PROSE ? 'p' : '';
    this.total = this.selector === 'p' ? inParagraphs : lengthOf(body, '');
  }

  partIn(element: PageElement): number {
    return this.total === 0 ? 0 : lengthOf(element, this.selector) / this.total;
  }
}

const length = (of: PageElement): number => (of.textContent ?? '').length;

function lengthOf(element: PageElement, selector: string): number {
  if (selector === '' || element.localName === selector) return length(element);
  let sum = 0;
  for (const inner of element.querySelectorAll(selector)) sum += length(inner);
  return sum;
}
