import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ChangeRow } from '../projections/story-state/changes.js';
import { cleanText } from '../shared/text-hygiene.js';
import { atomFeed, jsonFeed, type StoryFeed } from './feeds.js';
import { escapeXml } from './xml.js';

const change = (version: number, line: string): ChangeRow => ({
  position: String(version * 3),
  storyId: '11111111-1111-5111-8111-111111111111',
  slug: 'harbour',
  title: 'The full harbour',
  version,
  kind: 'live',
  cause: { type: 'ArticleThreaded', eventId: `22222222-2222-5222-8222-00000000000${version}` },
  effectiveAt: '2031-05-01T08:00:00.000Z',
  recordedAt: '2031-05-01T08:00:05.000Z',
  line,
  kinds: ['articles'],
});

const feedOf = (title: string, lines: readonly string[], base = 'https://news.example'): StoryFeed => ({
  base,
  storyId: '11111111-1111-5111-8111-111111111111',
  slug: 'harbour',
  title,
  updated: '2031-05-01T08:00:05.000Z',
  changes: lines.map((line, i) => change(lines.length - i, line)),
});

interface Read {
  readonly tags: SaxesTagPlain[];
  /** Of each element, in order of their ends. */
  readonly texts: [name: string, text: string][];
}

/** Reads XML strictly: anything not well-formed throws. */
function readXml(xml: string): Read {
  const read: Read = { tags: [], texts: [] };
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    read.tags.push(tag as SaxesTagPlain);
    open.push('');
  });
  parser.on('text', (text) => open.push((open.pop() ?? '') + text));
  parser.on('closetag', (tag) => read.texts.push([tag.name, open.pop()!]));
  parser.write(xml).close();
  return read;
}

/** Any sequence of UTF-16 units: controls, lone surrogates and all. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('the Atom feed', () => {
  it('has what RFC 4287 asks of a feed and its entries', () => {
    const { tags, texts } = readXml(atomFeed(feedOf('The full harbour', ['Second', 'First'])));
    expect(tags[0]).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
    const all = (name: string) => texts.filter(([tag]) => tag === name).map(([, text]) => text);
    expect(all('id')).toEqual([
      'urn:uuid:11111111-1111-5111-8111-111111111111',
      'urn:uuid:22222222-2222-5222-8222-000000000002',
      'urn:uuid:22222222-2222-5222-8222-000000000001',
    ]);
    expect(all('title')).toEqual(['The full harbour', 'Second', 'First']);
    expect(all('updated')).toHaveLength(3);
    expect(all('published')).toEqual(['2031-05-01T08:00:00.000Z', '2031-05-01T08:00:00.000Z']);
    expect(all('name')).toEqual(['Dateline']);
    const links = tags
      .filter((tag) => tag.name === 'link')
      .map((tag) => `${tag.attributes.rel} ${tag.attributes.href}`);
    expect(links).toEqual([
      'self https://news.example/v1/stories/harbour/feed.atom',
      'alternate https://news.example/v1/stories/harbour',
      'alternate https://news.example/v1/stories/harbour?version=2',
      'alternate https://news.example/v1/stories/harbour?version=1',
    ]);
  });

  it('is well-formed whatever text there is, and says what went in', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, line) => {
        const { texts } = readXml(atomFeed(feedOf(title, [line], `https://${title}`)));
        const titles = texts.filter(([name]) => name === 'title').map(([, text]) => text);
        expect(titles).toHaveLength(2);
        // Of text as it is stored not a character is lost.
        const stored = cleanText(line);
        const again = readXml(atomFeed(feedOf(title, [stored]))).texts.filter(([name]) => name === 'title');
        expect(again[1]![1]).toBe(stored);
      }),
      { numRuns: 500 },
    );
  });

  it('shows that the parser can fail', () => {
    for (const raw of ['a & b', '<', '\u0000', '\ud800', '\u0008', ']]>']) {
      expect(() => readXml(`<a>${raw}</a>`)).toThrow();
      expect(() => readXml(`<a b="${escapeXml(raw)}">${escapeXml(raw)}</a>`)).not.toThrow();
    }
  });
});

describe('the JSON feed', () => {
  it('is of version 1.1, with ids and dates', () => {
    expect(JSON.parse(jsonFeed(feedOf('The full harbour', ['First'])))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The full harbour',
      feed_url: 'https://news.example/v1/stories/harbour/feed.json',
      items: [
        {
          id: 'urn:uuid:22222222-2222-5222-8222-000000000001',
          url: 'https://news.example/v1/stories/harbour?version=1',
          content_text: 'First',
          date_published: '2031-05-01T08:00:00.000Z',
        },
      ],
    });
  });

  it('is JSON in UTF-8 whatever text there is', () => {
    fc.assert(
      fc.property(anyText, (line) => {
        const sent = Buffer.from(jsonFeed(feedOf('x', [line])), 'utf8');
        const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(sent)) as {
          items: [{ title: string }];
        };
        expect(read.items[0].title).toBe(line);
      }),
    );
  });
});
