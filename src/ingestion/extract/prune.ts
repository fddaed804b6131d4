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
  'byline bylines timestamp dateline? author bio bios author-bio about-author author-box author-info author-card authorbox author-details publish-date pubdate post-date posted-on entry-date published-date article-date date-published byline-date postinfo post-info article-meta entry-meta post-meta postmeta meta-info',
  // elsewhere on the site
  'related relateds? related-posts related-articles related-stories recommended recommendations? recirc recirculation trending popular most-read most-popular most-viewed read-more readmore read-next up-next more-stories more-from also-like see-also teasers? promos? promoted breadcrumbs? pagination pager prev-next next-post tags? tag-list taglist topics? keywords sidebar side-bar jump-nav toc table-of-contents',
  // what it wants from the reader
  'newsletters? signup sign-up signin sign-in login subscribe subscription subscribers? paywall cta donate donation support-us share sharing shares social socials sharedaddy addthis follow-us follow comments? comment-list disqus respond feedback rating ratings vote poll survey notification popup pop-up modal cookie cookies consent gdpr',
  // paid for
  'ads? advert adverts advertisement advertising advertorial sponsor sponsored sponsors affiliate outbrain taboola dfp adsense mpu native-ad commercial',
  // print, law, tools
  'copyright copyrights disclaimer disclosure print-only print-header toolbar tools? article-tools actions? utility correction-policy reading-time read-time estimated-read-time wpcnt infobox',
);

/** A quotation set large: the text says it again. */
const REPEATED = wordPattern('pullquote pull-quote pull-quotes pullquotes');

/** A word list as one pattern over a name's words; `x?` in the list means with and without. */
function wordPattern(...lists: readonly string[]): RegExp {
  const words = lists.join(' ').split(' ').map((word) => word.replaceAll('-', ' ?'));
  return new RegExp(` (?:${words.join('|')}) `);
}

/** `articleShare_bar relatedPosts` as ` article share bar related posts `. */
function nameWords(element: PageElement): string {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 500);
  return ` ${name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[^A-Za-z]+/g, ' ').toLowerCase().trim()} `;
}

/** Takes out of the page what is not the article's own prose, before anything judges where the prose is. */
export function prune(page: Page): void {
  const body = page.body;
  if (!body) return;
  const prose = new Prose(body);
  for (const element of [...body.querySelectorAll(NOT_PROSE)]) {
    if (element.localName === 'figure' && element.querySelector('blockquote, pre, table')) continue;
    if (prose.partIn(element) <= MOST_PROSE) element.remove();
  }
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    if (!body.contains(element)) continue;
    const words = nameWords(element);
    if ((FURNITURE.test(words) || REPEATED.test(words)) && prose.partIn(element) <= MOST_PROSE) element.remove();
  }
  for (const header of [...body.querySelectorAll('header')]) {
    if (prose.partIn(header) <= MOST_PROSE) header.remove();
  }
}

/** How much of the page's prose an element holds. */
class Prose {
  private readonly selector: string;
  private readonly total: number;

  constructor(body: PageElement) {
    const inParagraphs = this.lengthOf(body, 'p');
    this.selector = inParagraphs >= LITTLE_PROSE ? 'p' : '';
    this.total = this.selector === 'p' ? inParagraphs : (body.textContent ?? '').length;
  }

  partIn(element: PageElement): number {
    if (this.total === 0) return 0;
    return this.lengthOf(element, this.selector) / this.total;
  }

  private lengthOf(element: PageElement, selector: string): number {
    if (selector === '') return (element.textContent ?? '').length;
    let length = element.localName === 'p' ? (element.textContent ?? '').length : 0;
    for (const paragraph of element.querySelectorAll(selector)) length += (paragraph.textContent ?? '').length;
    return length;
  }
}
