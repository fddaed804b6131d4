import { absentArticle, evolveArticle, takeIn, type ArticleEvent, type ArticleRevision } from './article.js';

const fields = (contentHash: string): Omit<ArticleRevision, 'revision'> => ({
  articleId: 'a1',
  url: 'https://news.example/ferry',
  title: 'Ferry company adds a night crossing',
  text: 'The ferry company will add a night crossing in May.',
  publisher: 'The Harbour Gazette',
  publishedAt: '2024-04-02T08:00:00.000Z',
  contentHash,
});

const given = (...events: ArticleEvent[]): { when: (hash: string) => ReturnType<typeof takeIn> } => ({
  when: (hash) => takeIn(events.reduce(evolveArticle, absentArticle), fields(hash)),
});
const ingested: ArticleEvent = { type: 'ArticleIngested', data: { ...fields('one'), revision: 1 } };
const revised: ArticleEvent = { type: 'ArticleRevised', data: { ...fields('two'), revision: 2 } };

describe('taking in an article', () => {
  it('is new the first time', () => {
    expect(given().when('one')).toEqual({ outcome: 'created', revision: 1, events: [ingested] });
  });

  it('is unchanged when it says the same', () => {
    expect(given(ingested).when('one')).toEqual({ outcome: 'unchanged', revision: 1, events: [] });
    expect(given(ingested, revised).when('two')).toEqual({ outcome: 'unchanged', revision: 2, events: [] });
  });

  it('is a revision when it says something else, also when that is what it said once', () => {
    expect(given(ingested).when('two')).toEqual({ outcome: 'revised', revision: 2, events: [revised] });
    expect(given(ingested, revised).when('one')).toMatchObject({ outcome: 'revised', revision: 3 });
  });

  it('does not undo what an editor did', () => {
    const retracted: ArticleEvent = { type: 'ArticleRetracted', data: { articleId: 'a1', reason: 'wrong' } };
    const erased: ArticleEvent = { type: 'ArticleErased', data: { articleId: 'a1', reason: 'court order' } };
    expect(given(ingested, retracted).when('one')).toEqual({ outcome: 'unchanged', revision: 1, events: [] });
    expect(() => given(ingested, retracted).when('two')).toThrow(/retracted/);
    expect(() => given(ingested, erased).when('one')).toThrow(/erased/);
    expect(() => given(erased).when('one')).toThrow(/erased/);
  });
});
