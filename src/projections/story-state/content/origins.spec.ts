import { contributionOf } from '../../../../test/support/invented-story.js';
import { sameOutlet } from './origins.js';
import { renderFull } from './render.js';

const body = (n: number) =>
  Array.from({ length: 60 }, (_, i) => `w${(i * 7919 + n * 104729) % 1009}`).join(' ');
const report = (publisher: string, n: number, relays: string[] = []) =>
  contributionOf({
    publisher,
    publishedAt: `2031-03-01T0${n}:00:00Z`,
    relays,
    sentences: [{ text: body(n) }],
  });

describe('independent origins', () => {
  it('counts a relay with the outlet it relays, and near-copies once', () => {
    const copy = contributionOf({
      publisher: 'Echo',
      publishedAt: '2031-03-02T00:00:00Z',
      sentences: [{ text: `${body(1)}` }],
    });
    const { articles } = renderFull([
      report('The Harbour Post', 1),
      copy,
      report('Mirror', 2, ['Harbour Post']),
      report('Tide', 3),
    ]);
    expect(articles).toMatchObject({ total: 4, independentOrigins: 2 });
  });

  it('counts an outlet that is relayed but not here as one', () => {
    const { articles } = renderFull([
      report('Mirror', 2, ['Faraway Radio']),
      report('Tide', 3, ['Faraway Radio']),
    ]);
    expect(articles.independentOrigins).toBe(1);
  });

  it('knows an outlet by its short names', () => {
    expect(sameOutlet('The Harbour Street Journal (digest)', 'HSJ')).toBe(true);
    expect(sameOutlet('Harbour Post', 'The Harbour Post')).toBe(true);
    expect(sameOutlet('Harbour Post', 'Harbour Echo')).toBe(false);
  });
});
