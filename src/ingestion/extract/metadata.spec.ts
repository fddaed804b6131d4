import { parsePage } from './dom.js';
import { readLinkedData } from './json-ld.js';
import { readMetadata, type PageMetadata } from './metadata.js';
import { isTimezone, toInstant } from './publication-time.js';

const read = (head: string, body = ''): PageMetadata => {
  const page = parsePage(`<html lang="en_GB"><head>${head}</head><body>${body}</body></html>`);
  return readMetadata(page, readLinkedData(page));
};

describe('metadata of a page', () => {
  it('reads JSON-LD, with references and a graph', () => {
    const graph = {
      '@graph': [
        { '@type': 'Organization', '@id': '#org', name: 'The Ellery Post' },
        { '@type': 'Person', '@id': '#ada', name: 'By Ada Quill' },
        {
          '@type': ['NewsArticle'],
          headline: 'Bridge &amp; ferry',
          author: [{ '@id': '#ada' }, { name: 'Tom Reed' }],
          publisher: { '@id': '#org' },
          datePublished: '2024-04-24T08:30:00+0200',
        },
      ],
    };
    expect(read(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`)).toEqual({
      title: 'Bridge & ferry',
      byline: 'Ada Quill, Tom Reed',
      publisher: 'The Ellery Post',
      publishedAt: '2024-04-24T06:30:00.000Z',
      language: 'en-GB',
    });
  });

  it('reads Open Graph and meta tags', () => {
    const head = `<title>Bridge to close | The Ellery Post</title><meta property="og:site_name" content="The Ellery Post">
      <meta property="article:published_time" content="2024-04-24"><meta name="author" content="https://facebook.com/ada">
      <link rel="canonical" href="https://ellery.example/bridge">`;
    expect(read(head, '<span class="byline">By Ada Quill</span>')).toMatchObject({
      title: 'Bridge to close',
      byline: 'Ada Quill',
      publisher: 'The Ellery Post',
      publishedAt: '2024-04-24T00:00:00.000Z',
      canonicalUrl: 'https://ellery.example/bridge',
    });
  });

  it('reads the publisher from the markup when nothing else tells, and the name alone of a crowded byline', () => {
    const body = `<span class="byline">By Ada Quill @adaquill Nov 18, 2024 at 9:24 pm ET • 2 min read</span>
      <span itemprop="publisher copyrightHolder" itemscope><meta itemprop="name" content="The Ellery Post"></span>`;
    expect(read('<title>Bridge to close</title>', body)).toMatchObject({
      publisher: 'The Ellery Post',
      byline: 'Ada Quill',
    });
    expect(read('', '<span class="byline">Ada Quill | The Ellery Post</span>').byline).toBe('Ada Quill');
  });

  it.each([
    ['Ada Quill, The Ellery Post 8:42 a.m. EDT October 3, 2031', 'Ada Quill, The Ellery Post'],
    ['By Ada Quill Tuesday, Aug. 17, 2031', 'Ada Quill'],
    ['Ada Quill, 5 May 2031', 'Ada Quill'],
    ['9:39AM BST 05 Oct 2031', undefined],
    ['ellery.example', undefined],
    ['May Marsh and June Friday', 'May Marsh and June Friday'],
  ])('takes the names alone of the byline "%s"', (text, names) => {
    expect(read('', `<span class="byline">${text}</span>`).byline).toBe(names);
  });

  it('reads the time from the markup when nothing else tells', () => {
    expect(read('', '<article><time datetime="2024-03-18T10:00Z">Monday</time></article>').publishedAt).toBe(
      '2024-03-18T10:00:00.000Z',
    );
  });

  it.each(['{', '[[[[', '{"@type":"NewsArticle","headline":{}}', '{"__proto__":{"headline":"x"}}', 'null'])(
    'passes over JSON-LD that says nothing: %s',
    (script) => {
      expect(read(`<script type="application/ld+json">${script}</script><title>Bridge</title>`).title).toBe(
        'Bridge',
      );
    },
  );
});

describe('publication times', () => {
  it.each([
    ['2024-04-24T08:30:00+02:00', '2024-04-24T06:30:00.000Z'],
    ['2024-04-24T08:30:00+0200', '2024-04-24T06:30:00.000Z'],
    ['2024-04-24 08:30 Z', '2024-04-24T08:30:00.000Z'],
    ['2024-04-24T08:30:00.5-05', '2024-04-24T13:30:00.500Z'],
    ['2024-04-24', '2024-04-24T00:00:00.000Z'],
    ['Tue, 19 Nov 2019 06:55:00 GMT', '2019-11-19T06:55:00.000Z'],
    ['2024-04-24T08:30:00+14:00', '2024-04-23T18:30:00.000Z'],
    ['2024-04-24T08:30:00+99:00', undefined],
    ['2024-04-24T08:30:00+02:75', undefined],
    ['2024-02-30', undefined],
    ['yesterday', undefined],
    ['1e400', undefined],
    ['19/11/2019', undefined],
  ])('%s is %s', (given, instant) => {
    expect(toInstant(given)).toBe(instant);
  });

  it('takes a wall clock for that of the time zone, on both sides of a clock change', () => {
    expect(toInstant('2024-03-31T01:30', 'Europe/Berlin')).toBe('2024-03-31T00:30:00.000Z');
    expect(toInstant('2024-03-31T03:30', 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z');
    expect(toInstant('2024-04-24', 'Asia/Jerusalem')).toBe('2024-04-23T21:00:00.000Z');
  });

  it('knows time zones by name', () => {
    expect(['Asia/Jerusalem', 'UTC', 'Mars/Olympus', '+02:00', ''].map(isTimezone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
