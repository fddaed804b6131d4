import { startIntake, type IntakeServer } from './intake-server.js';

const story = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  slug: 'ellery-bridge',
  title: 'The bridge of Port Ellery',
  description: 'The closing of the old swing bridge and what becomes of the ferries.',
  profile: { anyOf: ['swing bridge'], from: '2024-04-01', to: '2024-06-30' },
  ...fields,
});

describe('POST /v1/stories', () => {
  let server: IntakeServer;
  let key: string;

  beforeAll(async () => {
    server = await startIntake();
    key = await server.key('edit');
  });
  afterAll(() => server?.stop());

  async function post(
    body: unknown,
    authorization = `Bearer ${key}`,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${server.url}/v1/stories`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('tracks a story once', async () => {
    const first = await post(story());
    expect(first).toMatchObject({ status: 201, body: { slug: 'ellery-bridge', outcome: 'created' } });
    expect(await post(story())).toEqual({ status: 200, body: { ...first.body, outcome: 'unchanged' } });
    expect(await post(story({ title: 'Another' }))).toMatchObject({
      status: 409,
      body: { story: first.body.id },
    });
    const [event] = await server.resources.log.readStream(`story-${first.body.id as string}`);
    expect(event).toMatchObject({
      type: 'StoryTracked',
      data: {
        slug: 'ellery-bridge',
        profile: {
          anyOf: ['swing bridge'],
          allOf: [],
          noneOf: [],
          from: '2024-04-01T00:00:00.000Z',
          to: '2024-06-30T23:59:59.999Z',
        },
      },
    });
  });

  it('tracks it once when it comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => post(story({ slug: 'at-once' }))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.position)).size).toBe(1);
  });

  it('gives a slug to one of many definitions that come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) => post(story({ slug: 'contested', title: `Number ${i + 1}` }))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 15 }, () => 409)]);
    const { id } = answers.find(({ status }) => status === 201)!.body;
    expect(await server.resources.log.readStream(`story-${id as string}`)).toHaveLength(1);
  });

  it('needs no profile', async () => {
    expect(await post(story({ slug: 'plain', profile: undefined }))).toMatchObject({ status: 201 });
    expect(await post(story({ slug: 'in-2024-20240424' }))).toMatchObject({ status: 201 });
  });

  it.each([
    ['no object', [], /JSON object/],
    ['nothing', {}, /`slug`/],
    ['a slug with capitals', story({ slug: 'Ellery' }), /`slug` has to be lower-case/],
    ['a slug like an id', story({ slug: '0b1c2d3e-0000-5000-8000-000000000000' }), /`slug`/],
    ['a slug like that of a discovered story', story({ slug: 'ferries~0b1c2d3e' }), /`slug`/],
    ['no description', story({ description: ' ' }), /plain words/],
    ['an unknown field', story({ colour: 'red' }), /`colour`/],
    ['an unknown field of the profile', story({ profile: { some: [] } }), /`profile.some` is not a field/],
    ['a sign for a term', story({ profile: { noneOf: ['⚓'] } }), /`profile.noneOf.0` has neither a letter/],
    [
      'a term that is asked for and barred',
      story({ profile: { anyOf: ['pier', 'Bridge'], noneOf: ['ferry', 'bridge'] } }),
      /`profile.noneOf.1` is asked for in `anyOf` or `allOf` as well/,
    ],
    ['terms that are none', story({ profile: { anyOf: 'bridge' } }), /`profile.anyOf` has to be a list/],
    ['an empty term', story({ profile: { anyOf: [' '] } }), /`profile.anyOf.0` must not be empty/],
    [
      'a date that is none',
      story({ profile: { from: '2024-02-30' } }),
      /`profile.from` is no date.*beginning of that day/,
    ],
    [
      'an end before the beginning',
      story({ profile: { from: '2024-02-02', to: '2024-02-01' } }),
      /`profile.to` is before/,
    ],
  ])('%s is a problem that says what to do', async (_, body, detail) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toMatch(detail);
  });

  it('is for editors', async () => {
    expect(await post(story(), `Bearer ${await server.key('ingest', 'read')}`)).toMatchObject({
      status: 403,
    });
    expect(await post(story(), '')).toMatchObject({ status: 401 });
  });
});
