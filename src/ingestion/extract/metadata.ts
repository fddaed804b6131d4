import { cleanLine } from '../../shared/text-hygiene.js';
import { attribute, type Page } from './dom.js';
import type { LinkedData } from './json-ld.js';
import { toInstant } from './publication-time.js';

/** What a page says of itself; a field it says nothing of is absent. */
export interface PageMetadata {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** ISO instant. */
  readonly publishedAt?: string;
  /** Absolute, http or https. */
  readonly canonicalUrl?: string;
  /** BCP 47, as the page writes it. */
  readonly language?: string;
}

const MAX_FIELD = 1000;

/** Reads JSON-LD first, then Open Graph and the other meta tags, then the markup; what comes first is trusted more. */
export function readMetadata(page: Page, linked: LinkedData, timezone?: string): PageMetadata {
  const meta = metaTags(page);
  const first = (...names: string[]): string | undefined => names.map((name) => meta.get(name)).find(Boolean);
  const publisher = field(
    linked.publisher ??
      first('og:site_name', 'application-name', 'dc.publisher', 'cre') ??
      markedPublisher(page),
  );
  return {
    title: title(page, linked, first('og:title', 'twitter:title', 'dc.title', 'parsely-title'), publisher),
    byline: byline(
      page,
      linked,
      first('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'),
    ),
    publisher: publisher?.replace(/^https?:\/\/(?:www\.)?/i, ''),
    publishedAt: publishedAt(page, linked, meta, timezone),
    canonicalUrl: canonicalUrl([
      attribute(page.querySelector('link[rel~=canonical]'), 'href'),
      first('og:url'),
      linked.url,
    ]),
    language: language(page, linked, first('og:locale', 'content-language', 'dc.language')),
  };
}

function metaTags(page: Page): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const content = attribute(tag, 'content');
    if (!content) continue;
    for (const name of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = attribute(tag, name)?.toLowerCase();
      if (key && !tags.has(key)) tags.set(key, content);
    }
  }
  return tags;
}

function title(
  page: Page,
  linked: LinkedData,
  tagged: string | undefined,
  publisher: string | undefined,
): string | undefined {
  const headings = [...page.querySelectorAll('h1')]
    .slice(0, 20)
    .map((heading) => field(heading.textContent ?? undefined));
  const whole =
    field(linked.headline) ?? field(tagged) ?? field(page.querySelector('title')?.textContent ?? undefined);
  if (!whole) return headings.find(Boolean);
  // "Headline | Site": the page's own heading tells where the headline ends.
  const heading = headings.find(
    (text) => text && text.length >= 10 && text.length < whole.length && whole.startsWith(text),
  );
  if (heading) return heading;
  const cut = /^(.{10,}?)\s+[|–—·»-]\s+([^|–—·»]{2,40})$/.exec(whole);
  return cut && publisher && cut[2]!.toLowerCase().includes(publisher.toLowerCase()) ? cut[1] : whole;
}

function markedPublisher(page: Page): string | undefined {
  const name = page.querySelector('[itemprop~=publisher] [itemprop~=name]');
  return attribute(name, 'content') ?? name?.textContent ?? undefined;
}

/** An hour or a date, with what follows, at the end of a line or alone on it. */
const PRINTED_TIME =
  /(?:^|,?\s)(?:\d{1,2}[:.]\d{2}\s?[ap]\.?m\b|\d{1,2}:\d{2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d{1,2},?\s|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{4}).*$/i;

function byline(page: Page, linked: LinkedData, tagged: string | undefined): string | undefined {
  const isName = (text: string | undefined): text is string =>
    text !== undefined && !/^(?:https?:|www\.|@)|[<>{}]|^[\w-]+(?:\.[\w-]+)+$/i.test(text);
  const withoutBy = (text: string | undefined): string | undefined =>
    text
      ?.replace(/^(?:written\s+)?by:?\s+/i, '')
      // Their handle, the hour and how long it takes to read stand behind the name.
      .replace(/\s(?:@\w|[•·|]\s).*$/, '')
      .replace(PRINTED_TIME, '') || undefined;
  const authors = linked.authors.map(field).map(withoutBy).filter(isName);
  if (authors.length > 0) return field([...new Set(authors)].slice(0, 20).join(', '));
  const marked = [...page.querySelectorAll('[rel~=author], [itemprop~=author], .byline, .author-name')].slice(
    0,
    20,
  );
  const found = [field(tagged), ...marked.map((element) => field(element.textContent ?? undefined))];
  return found
    .filter((text) => text !== undefined && text.length <= 120)
    .map(withoutBy)
    .find(isName);
}

const TIME_TAGS = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date',
  'dc.date.issued', 'dc.date', 'dcterms.created', 'dcterms.date', 'article.published', 'cxenseparse:recs:publishtime', 'publish-date',
  'published_time', 'publish_date', 'pubdate', 'ptime', 'date',
]; // prettier-ignore

function publishedAt(
  page: Page,
  linked: LinkedData,
  meta: ReadonlyMap<string, string>,
  timezone?: string,
): string | undefined {
  const marked = [
    ...page.querySelectorAll(
      '[itemprop~=datePublished], time[pubdate], article time[datetime], time[datetime]',
    ),
  ];
  const times = marked
    .slice(0, 5)
    .flatMap((element) => [attribute(element, 'datetime'), attribute(element, 'content')]);
  for (const candidate of [linked.datePublished, ...TIME_TAGS.map((name) => meta.get(name)), ...times]) {
    const instant = candidate && toInstant(candidate, timezone);
    if (instant) return instant;
  }
  return undefined;
}

function canonicalUrl(candidates: readonly (string | undefined)[]): string | undefined {
  // A relative address says nothing without the page's own, which is not known here.
  return candidates.find(
    (url) => url && url.length <= 2048 && /^https?:\/\/[^/]/i.test(url) && URL.canParse(url),
  );
}

function language(page: Page, linked: LinkedData, tagged: string | undefined): string | undefined {
  const declared = [attribute(page.documentElement, 'lang'), linked.language, tagged];
  return declared
    .map((text) => text?.replace('_', '-'))
    .find((text) => text && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text));
}

function field(text: string | undefined): string | undefined {
  const clean = text === undefined ? '' : cleanLine(decodeEntities(text.slice(0, 4 * MAX_FIELD)));
  return clean.slice(0, MAX_FIELD).trim() || undefined;
}

/** JSON-LD often carries HTML entities, which nothing has decoded. */
function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—' }; // prettier-ignore
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      if (name) return Object.hasOwn(named, name.toLowerCase()) ? named[name.toLowerCase()]! : whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
