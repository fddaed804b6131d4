import type { StoryState } from '../../src/domain/story-state.js';
import { Newsroom } from '../support/newsroom.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('POST /v1/stories/{story}/names', () => {
  let server: TestServer;
  let newsroom: Newsroom;
  const reason = 'The police list has both';

  beforeAll(async () => {
    server = await startTestServer({ roles: { worker: false } });
    newsroom = new Newsroom(server.resources);
    await newsroom.track('ferry');
    const speakers = ['Tarik Belal', 'Tariq Bellal', 'Ada Quill'];
    for (const [i, speaker] of speakers.entries()) {
      await newsroom.file('ferry', {
        name: `report-${i}`,
        publishedAt: `2031-05-0${i + 1}T08:00:00Z`,
        speaker,
      });
    }
    await newsroom.fold();
  });
  afterAll(() => server?.stop());

  async function decide(
    body: Readonly<Record<string, unknown>>,
    { story = 'ferry', headers = {} }: { story?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await fetch(`${server.url}/v1/stories/${story}/names`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.adminKey}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const answer = { status: response.status, body: (await response.json()) as Record<string, unknown> };
    await newsroom.fold();
    return answer;
  }

  const read = async <T>(path: string): Promise<T> =>
    (await fetch(`${server.url}/v1/stories/ferry${path}`)).json() as Promise<T>;

  const people = async (query = ''): Promise<string[]> => {
    const { entities } = await read<StoryState>(query);
    return entities.flatMap(({ type, name }) => (type === 'person' ? name : [])).toSorted();
  };

  const names = ['Tarik Belal', 'Tariq Bellal'];

  it('tells apart and takes back, at every date, and leaves what was known before as it was', async () => {
    expect(await people()).toEqual(['Ada Quill', 'Tarik Belal']);
    const before = await read<StoryState>('');
    const told = await decide({ names, are: 'different', reason });
    expect(told).toMatchObject({ status: 200, body: { outcome: 'decided' } });

    expect(await people()).toEqual(['Ada Quill', 'Tarik Belal', 'Tariq Bellal']);
    expect(await people('?at=2031-05-02')).toEqual(['Tarik Belal', 'Tariq Bellal']);
    const { items } = await read<{ items: { speaker: string }[] }>('/claims');
    expect(items.map(({ speaker }) => speaker)).toContain('Tariq Bellal');
    expect(await people(`?version=${before.version}`)).toEqual(['Ada Quill', 'Tarik Belal']);
    expect(await people(`?knownAt=${before.knownAt}`)).toEqual(['Ada Quill', 'Tarik Belal']);
    expect(await people(`?knownAt=${before.knownAt}&at=2031-05-02`)).toEqual(['Tarik Belal']);

    const versions = await read<{ items: Record<string, unknown>[] }>('/versions');
    expect(versions.items.at(-1)).toMatchObject({
      kind: 'correction',
      cause: { type: 'NamesDecided' },
      line: `“Tarik Belal” and “Tariq Bellal” were told apart: ${reason}`,
      kinds: ['entities'],
    });
    const diff = await read<{ changes: { type: string }[] }>(
      `/diff?from=${before.version}&to=${before.version + 1}`,
    );
    expect(diff.changes.map(({ type }) => type)).toContain('entity-added');
    expect(await read('/names')).toMatchObject({
      items: [{ names, are: 'different', reason, position: told.body.position }],
      next: null,
    });

    // A report that comes in afterwards, and one that comes late, find it decided.
    const late = { publishedAt: '2031-04-20T08:00:00Z', speaker: 'Tarik Belal' };
    await newsroom.file('ferry', { name: 'late', ...late });
    await newsroom.file('ferry', {
      name: 'next',
      publishedAt: '2031-05-09T08:00:00Z',
      speaker: 'Tariq Bellal',
    });
    await newsroom.fold();
    expect(await people('?at=2031-05-02')).toEqual(['Tarik Belal', 'Tariq Bellal']);
    expect(await people()).toEqual(['Ada Quill', 'Tarik Belal', 'Tariq Bellal']);

    const back = await decide({ names: names.toReversed(), are: 'undecided', reason: 'A misreading' });
    expect(back.body).toMatchObject({ outcome: 'decided' });
    expect(await people()).toEqual(['Ada Quill', 'Tarik Belal']);
    expect(await people('?at=2031-05-02')).toEqual(['Tarik Belal']);
  });

  it('makes one of what no spelling would, and says the same only once', async () => {
    const one = { names: ['Ada Quill', 'Tarik Belal'], are: 'same', reason };
    const first = await decide(one);
    expect(first.body).toMatchObject({ outcome: 'decided' });
    expect(await people()).toHaveLength(1);
    expect(await decide(one)).toEqual({
      status: 200,
      body: { outcome: 'unchanged', position: first.body.position },
    });
    expect(await decide({ ...one, are: 'undecided' })).toMatchObject({ body: { outcome: 'decided' } });
    // The very decision of before, once it has been taken back, is another.
    const again = await decide(one);
    expect(again.body.outcome).toBe('decided');
    expect(again.body.position).not.toBe(first.body.position);
    expect(await people()).toHaveLength(1);
    await decide({ ...one, are: 'undecided' });
  });

  it('takes the same decision that comes many times at once for one', async () => {
    const before = (await read<StoryState>('')).version;
    const one = { names: ['Ada Quill', 'Tariq Bellal'], are: 'different', reason };
    const answers = await Promise.all(Array.from({ length: 8 }, () => decide(one)));
    expect(answers.filter(({ body }) => body.outcome === 'decided')).toHaveLength(1);
    expect((await read<StoryState>('')).version).toBe(before + 1);
    await decide({ ...one, are: 'undecided' });
  });

  it('answers the same request under its key again', async () => {
    const headers = { 'idempotency-key': '"names-1"' };
    const one = { names: ['Ada Quill', 'Tariq Bellal'], are: 'different', reason };
    const first = await decide(one, { headers });
    await decide({ ...one, are: 'undecided' });
    expect(await decide(one, { headers })).toEqual(first);
    expect(await read<{ items: { are: string }[] }>('/names')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ names: one.names, are: 'undecided' }),
      ]) as unknown,
    });
  });

  it('refuses what cannot be decided, and says what to do', async () => {
    const refused = async (body: Record<string, unknown>, status: number, says: string): Promise<void> => {
      const answer = await decide(body);
      expect(answer).toMatchObject({ status, body: { detail: expect.stringContaining(says) as string } });
    };
    await refused({ names, are: 'different' }, 400, '`reason`');
    await refused({ names: ['Tarik Belal'], are: 'different', reason }, 400, 'two names');
    await refused({ names, are: 'maybe', reason }, 400, 'same, different or undecided');
    await refused(
      { names: ['Tarik Belal', 'tarik  belal'], are: 'different', reason },
      422,
      'one name in two writings',
    );
    await refused({ names: ['Tarik Belal', 'Olga Fern'], are: 'same', reason }, 422, '“Olga Fern”');
    await refused(
      { names: ['Port Meridian', 'Ada Quill'], are: 'undecided', reason },
      422,
      'nothing to take back',
    );
    await decide({ names: ['Ada Quill', 'Tarik Belal'], are: 'same', reason });
    await decide({ names, are: 'same', reason });
    await refused(
      { names: ['Ada Quill', 'Tariq Bellal'], are: 'different', reason },
      409,
      'take back one of these',
    );
    expect((await decide({ names, are: 'same', reason }, { story: 'no-such-story' })).status).toBe(404);
  });
});
