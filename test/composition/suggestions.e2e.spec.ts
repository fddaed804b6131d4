import { jest } from '@jest/globals';
import { suggest } from '../../src/cli/suggest.js';
import type { Suggestion } from '../../src/projections/story-state/suggestions/suggestions.js';
import { ApiKeys } from '../../src/shared/access/api-keys.js';
import { systemClock } from '../../src/shared/clock.js';
import { Newsroom } from '../support/newsroom.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** Four headlines each. */
const SUBJECTS = {
  ferry: {
    titles: ['Ferry aground off the lighthouse', 'Ferry towed', 'Ferry aground, second day', 'Tugs at ferry'],
    place: 'Port Meridian',
    speaker: 'Ada Quill',
  },
  mine: {
    titles: ['Miners strike', 'Miners strike over wages', 'Miners to vote on wages', 'Miners end strike'],
    place: 'Dunmore',
    speaker: 'Ilse Brandt',
  },
  choir: {
    titles: ['Choir wins prize', 'Prize for choir', 'Choir sings at festival', 'Festival choir gets prize'],
    place: 'Lissen',
    speaker: 'Pavel Horn',
  },
};

describe('GET /v1/suggestions', () => {
  let server: TestServer;
  let newsroom: Newsroom;

  beforeAll(async () => {
    server = await startTestServer({ roles: { worker: false } });
    newsroom = new Newsroom(server.resources);
    for (const story of ['ferry', 'wreck', 'mixed']) await open(story);
    for (let i = 0; i < 4; i++) {
      await file('ferry', 'ferry', i);
      await file('wreck', 'ferry', i);
      await file('mixed', 'mine', i);
      await file('mixed', 'choir', i);
    }
    await newsroom.fold();
  });
  afterAll(() => server?.stop());

  const file = (story: string, about: keyof typeof SUBJECTS, i: number) => {
    const { titles, place, speaker } = SUBJECTS[about];
    const publishedAt = `2031-05-0${i + 1}T08:00:00Z`;
    return newsroom.file(story, {
      name: `${story}-${about}-${i}`,
      title: titles[i],
      publishedAt,
      place,
      speaker,
    });
  };

  const open = (story: string) =>
    newsroom.storyEvent({
      type: 'StoryOpened',
      data: {
        storyId: newsroom.storyId(story),
        slug: story,
        title: story,
        articleId: newsroom.articleId(story),
      },
    });

  async function get(
    query = '',
    key = server.adminKey,
  ): Promise<{ status: number; body: { items: Suggestion[]; next: string | null; detail: string } }> {
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(`${server.url}/v1/suggestions${query}`, { headers });
    const body = (await response.json()) as { items: Suggestion[]; next: string | null; detail: string };
    return { status: response.status, body };
  }

  it('has stories that look like one and a story that looks like two, with the reasons', async () => {
    const before = await newsroom.head();
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(body.next).toBeNull();
    const merge = body.items.find(({ kind }) => kind === 'merge')!;
    expect(merge.stories.map(({ slug }) => slug).toSorted()).toEqual(['ferry', 'wreck']);
    expect(merge.reasons.length).toBeGreaterThan(2);
    const split = body.items.find(({ kind }) => kind === 'split')!;
    expect(split).toMatchObject({ stories: [{ slug: 'mixed', articles: 8, status: 'open' }] });
    expect(split.evidence.parts.map(({ articles }) => articles.length)).toEqual([4, 4]);
    expect(body.items).toHaveLength(2);
    expect(await newsroom.head()).toBe(before);
  });

  it('is paged, and filtered by kind and story', async () => {
    const { items } = (await get()).body;
    const first = (await get('?limit=1')).body;
    expect(first.items).toEqual(items.slice(0, 1));
    const second = (await get(`?limit=1&cursor=${first.next}`)).body;
    expect(second).toEqual({ items: items.slice(1), next: null });
    expect((await get('?kind=split')).body.items).toHaveLength(1);
    expect((await get('?story=wreck')).body.items).toMatchObject([{ kind: 'merge' }]);
    expect((await get(`?kind=split&cursor=${first.next}`)).status).toBe(400);
  });

  it('is for editors, and says what is wrong with a question', async () => {
    const keys = new ApiKeys(server.pool, systemClock);
    const { key } = await keys.create('ingest', ['ingest']);
    expect((await get('', key)).status).toBe(403);
    expect((await get('', 'dl_no_key')).status).toBe(401);
    expect((await get('?kind=marry')).body.detail).toMatch(/give merge or split/);
    expect((await get('?story=none')).status).toBe(404);
  });

  it('is told on the command line', async () => {
    const told: string[] = [];
    jest.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text));
    jest.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text));
    const options = { url: server.url, key: server.adminKey, limit: 20 };
    expect(await suggest(options)).toBe(0);
    expect(told[0]).toMatch(
      /^split {2}\d\.\d\d {2}“mixed” \(mixed, 8 articles\)\n.*its articles fall into 4 and 4/,
    );
    expect(told[0]).toMatch(/merge {2}\d\.\d\d {2}“.*with {2}“/s);
    expect(await suggest({ ...options, key: 'dl_no_key' })).toBe(2);
    expect(told[1]).toMatch(/refused \(401\)/);
    jest.restoreAllMocks();
  });

  it('does not bring together what an editor has split', async () => {
    await newsroom.storyEvent({
      type: 'StorySplit',
      data: {
        storyId: newsroom.storyId('ferry'),
        intoStoryId: newsroom.storyId('wreck'),
        articleIds: [],
        reason: 'two ferries',
      },
    });
    await newsroom.fold();
    const fresh = await import('../../src/projections/story-state/suggestions/suggestions.js');
    const { suggestions } = await new fresh.Suggestions(server.pool, server.resources.log).list();
    expect(suggestions.map(({ kind }) => kind)).toEqual(['split']);
  });
});
