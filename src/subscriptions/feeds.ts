import type { ChangeRow } from '../projections/story-state/changes.js';
import { element, textElement } from './xml.js';

/** What a feed of one story is made from, whatever its format. */
export interface StoryFeed {
  /** How readers reach the API, without a slash at the end. */
  readonly base: string;
  readonly storyId: string;
  readonly slug: string;
  readonly title: string;
  /** When the newest change was recorded, ISO instant. */
  readonly updated: string;
  /** Newest first. */
  readonly changes: readonly ChangeRow[];
}

// Ids never change, wherever the server moves: they are made of ids of the log and not of addresses. An entry is a
// version of the story and stands for good. `published` is the world's time, so that a late report sorts where it
// belongs, and `updated` ours, so that readers notice it all the same.

const urn = (uuid: string): string => `urn:uuid:${uuid}`;
const storyUrl = ({ base, slug }: StoryFeed): string => `${base}/v1/stories/${encodeURIComponent(slug)}`;

/** RFC 4287. */
export function atomFeed(feed: StoryFeed): string {
  const story = storyUrl(feed);
  const head = [
    textElement('id', urn(feed.storyId)),
    textElement('title', feed.title),
    textElement('updated', feed.updated),
    element('link', { rel: 'self', type: 'application/atom+xml', href: `${story}/feed.atom` }),
    element('link', { rel: 'alternate', type: 'application/json', href: story }),
    element('author', {}, textElement('name', 'Dateline')),
    textElement('generator', 'Dateline'),
  ];
  const entries = feed.changes.map((change) =>
    element(
      'entry',
      {},
      [
        textElement('id', urn(change.cause.eventId)),
        textElement('title', change.line),
        textElement('updated', change.recordedAt),
        textElement('published', change.effectiveAt),
        element('link', {
          rel: 'alternate',
          type: 'application/json',
          href: `${story}?version=${change.version}`,
        }),
        element('category', { term: change.kind }),
        textElement('content', change.line, { type: 'text' }),
      ].join(''),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [...head, ...entries].join('\n'))}\n`;
}

/** JSON Feed 1.1. */
export function jsonFeed(feed: StoryFeed): string {
  const story = storyUrl(feed);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: story,
    feed_url: `${story}/feed.json`,
    authors: [{ name: 'Dateline' }],
    items: feed.changes.map((change) => ({
      id: urn(change.cause.eventId),
      url: `${story}?version=${change.version}`,
      title: change.line,
      content_text: change.line,
      date_published: change.effectiveAt,
      date_modified: change.recordedAt,
      tags: [change.kind],
      // Extensions are objects whose name begins with an underscore.
      _dateline: {
        position: change.position,
        version: change.version,
        kind: change.kind,
        kinds: change.kinds,
      },
    })),
  });
}
