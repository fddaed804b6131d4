import { derivedId } from '../../src/shared/ids.js';
import { startTestServer, type TestServer } from '../support/server.js';

const SENTENCES = [
  'The harbour board of Port Ellery voted on Tuesday to close the old swing bridge for eleven weeks.',
  'Engineers found cracks in four of the six bearings during an inspection in March.',
  'Ferries will carry passengers but no lorries, and the board expects long queues at Marram.',
  '"We would rather lose one summer than lose the bridge," said Dana Whitlock, who chairs the board.',
  'Some 1,400 vehicles a day will have to go round by Marram, which takes forty minutes.',
  'The repair was put off twice, in spring and in autumn, because the council had no money for it.',
];

interface Article {
  readonly stories: { storyId: string }[];
  readonly origin: unknown;
  readonly copies: { publisher: string; kind: string; overlap: number }[];
}

/** Whose reporting an article is, through every door: the article itself, and the states it stands in. */
describe('origins of articles', () => {
  let server: TestServer;
  const ids = new Map<string, string>();

  async function file(publisher: string, publishedAt: string, text: string, more = {}): Promise<void> {
    const article = { publisher, publishedAt, externalId: 'bridge', title: `Bridge: ${publisher}`, text };
    const response = await fetch(`${server.url}/v1/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...article, ...more }),
    });
    ids.set(publisher, ((await response.json()) as { id: string }).id);
  }
  const article = async (publisher: string): Promise<Article> =>
    (await (await fetch(`${server.url}/v1/articles/${ids.get(publisher)}`)).json()) as Article;

  beforeAll(async () => {
    server = await startTestServer();
    // The copy comes in first: the day of publication tells who had the text.
    await file('Echo', '2021-03-04T18:00:00Z', SENTENCES.slice(1).join(' '));
    await file('The Harbour Post', '2021-03-04T09:00:00Z', SENTENCES.join(' '));
    await file(
      'Tide',
      '2021-03-05T09:00:00Z',
      'PORT ELLERY (AP) — Port Ellery will do without its swing bridge this summer. The board sees no other way to mend its bearings.',
    );
    await file('Late Mirror', '2021-05-20T09:00:00Z', SENTENCES.join(' '));
    await file('Inland News', '2021-03-04T12:00:00Z', 'A tram line to the hills of Lissen opened. Nine cars run on it, the tram company of Lissen said on Tuesday morning.'); // prettier-ignore
    await server.settle();
  }, 30_000);
  afterAll(() => server?.stop());

  it('are told of each article, with its copies in the weeks around it', async () => {
    const original = ids.get('The Harbour Post');
    expect(await article('Echo')).toMatchObject({
      origin: { kind: 'edited', publisher: 'The Harbour Post', articleId: original },
      copies: [{ publisher: 'The Harbour Post', kind: 'edited' }],
    });
    expect(await article('The Harbour Post')).toMatchObject({
      origin: null,
      copies: [{ publisher: 'Echo' }],
    });
    expect(await article('Tide')).toMatchObject({ origin: { kind: 'relay', publisher: 'AP' } });
    expect(await article('Late Mirror')).toMatchObject({ origin: null, copies: [] });
    expect(await article('Inland News')).toMatchObject({ origin: null, copies: [] });
  });

  it('are told in states, and counted once', async () => {
    const { storyId } = (await article('Echo')).stories[0]!;
    const state = (await (await fetch(`${server.url}/v1/stories/${storyId}?at=2021-03-06`)).json()) as {
      articles: {
        independentOrigins: number;
        items: { publisher: string; origin?: { publisher: string } }[];
      };
    };
    const of = Object.fromEntries(
      state.articles.items.map(({ publisher, origin }) => [publisher, origin?.publisher]),
    );
    expect(of).toMatchObject({ 'The Harbour Post': undefined, Echo: 'The Harbour Post' });
    expect(state.articles.independentOrigins).toBe(new Set(Object.entries(of).map(([own, other]) => other ?? own)).size); // prettier-ignore
  });

  it('are not credited to what was retracted', async () => {
    const articleId = ids.get('The Harbour Post')!;
    await server.resources.log.append({
      stream: `article-${articleId}`,
      expectedVersion: 'any',
      events: [
        {
          id: derivedId(articleId, 'retracted'),
          type: 'ArticleRetracted',
          data: { articleId, reason: 'wrong bridge' },
          occurredAt: '2021-03-06T00:00:00Z',
        },
      ],
      metadata: { actor: 'editor' },
    });
    await server.settle();
    expect(await article('Echo')).toMatchObject({ origin: null, copies: [] });
    const { rows } = await server.pool.query('select 1 from dateline.article_prints where article_id = $1', [
      articleId,
    ]);
    expect(rows).toEqual([]);
  });
});
