import { articleOf, storyOf } from '../../../test/fixtures/threading-articles.js';
import { TermCounts } from './term-counts.js';

test('tells in how many articles each term stands, in headline or text, whatever else they have', () => {
  const story = storyOf({
    anyOf: ['dock workers', 'tramway'],
    allOf: ['Velda'],
    noneOf: ['opera', 'football', 'opera house'],
  });
  const counts = new TermCounts(story);
  counts.add(articleOf('Dock workers walk out', 'They left the port of Velda on Monday. Dock workers sang.'));
  counts.add(
    articleOf('Velda opens its opera', 'The opera house of Velda opened on Monday. A dock worker sang.'),
  );
  counts.add(articleOf('Rain in Lissen', 'It rained in Lissen for three days.'));
  expect(counts.counts()).toEqual([
    { list: 'anyOf', term: 'dock workers', articles: 2 },
    { list: 'anyOf', term: 'tramway', articles: 0 },
    { list: 'allOf', term: 'Velda', articles: 2 },
    { list: 'noneOf', term: 'opera', articles: 1 },
    { list: 'noneOf', term: 'football', articles: 0 },
    { list: 'noneOf', term: 'opera house', articles: 1 },
  ]);
});
