import { originOf, type ArticleCopy } from './copies.js';

const copy = (publisher: string, hour: number): ArticleCopy => ({
  articleId: `${publisher}-${hour}`,
  publisher,
  publishedAt: `2031-03-01T0${hour}:00:00Z`,
  kind: 'edited',
  overlap: 0.8,
});
const article = { id: 'Echo-5', publisher: 'Echo', publishedAt: '2031-03-01T05:00:00Z' };

describe('the origin of an article', () => {
  it('is the outlet it relays, or the earliest that had its text', () => {
    expect(originOf(article, ['Tide'], [copy('Mirror', 1)])).toEqual({ kind: 'relay', publisher: 'Tide' });
    expect(originOf(article, [], [copy('Mirror', 1), copy('Gazette', 2)])).toEqual({
      kind: 'edited',
      publisher: 'Mirror',
      articleId: 'Mirror-1',
    });
    expect(originOf(article, [], [copy('Mirror', 6)])).toBeNull();
  });

  it('is the outlet whose report the earliest of them passes on', () => {
    const marked = { ...copy('Mirror', 1), relays: 'Elm Press' };
    expect(originOf(article, [], [marked])).toMatchObject({ publisher: 'Elm Press', articleId: 'Mirror-1' });
    expect(originOf({ ...article, publisher: 'The Elm Press' }, [], [marked])).toBeNull();
  });

  it('is its own when another outlet had the text between two versions of it', () => {
    expect(originOf(article, [], [copy('Echo', 1), copy('Mirror', 2)])).toBeNull();
  });
});
