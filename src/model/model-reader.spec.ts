import { pino } from 'pino';
import { Registry } from 'prom-client';
import {
  startModelServer,
  type Asked,
  type ModelReply,
  type ModelServer,
} from '../../test/support/model-server.js';
import { analyze, type AnalysisInput } from '../analysis/analyze.js';
import { similarity } from '../domain/embedding.js';
import { ModelMetrics } from './model-metrics.js';
import { ReadingStopped } from './failure.js';
import { ModelReader, type ReadByModels } from './model-reader.js';
import type { ModelsSettings } from './settings.js';

const KEY = 'sk-not-to-be-seen-0123456789';
const input: AnalysisInput = {
  title: 'Ferry runs aground',
  text: 'The ferry Aurora ran aground off Port Meridian on Tuesday.\n\nThe pilot, witnesses say, whistled.',
  publisher: 'The Harbour Post',
  publishedAt: '2024-05-08T12:00:00Z',
};
const analysis = { ...analyze(input), developments: [] };
const ANSWER = JSON.stringify({
  developments: [
    {
      quote: 'The ferry Aurora ran aground off Port Meridian on Tuesday.',
      date: '2024-05-07',
      until: null,
      dateWords: 'on Tuesday',
      status: 'happened',
    },
    { quote: 'The ferry sank.', date: null, until: null, dateWords: null, status: 'happened' },
  ],
  figures: [],
  claims: [],
  lead: [],
});

let server: ModelServer | undefined;
let logged: string[] = [];
let registry: Registry;

afterEach(() => server?.close());

async function reader(
  reply: (asked: Asked, nth: number) => ModelReply,
  settings: (url: string) => Partial<ModelsSettings>,
): Promise<ModelReader> {
  const started = await startModelServer((asked) => reply(asked, started.asked.length));
  server = started;
  logged = [];
  registry = new Registry();
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const all = { concurrency: 1, timeoutMs: 2000, ...settings(started.url) };
  return new ModelReader(all, new ModelMetrics(registry), logger, 1);
}

const compatible = (url: string): Partial<ModelsSettings> => ({
  statements: { provider: 'openai-compatible', url, model: 'reader', key: KEY },
});
const anthropic = (url: string): Partial<ModelsSettings> => ({
  statements: { provider: 'anthropic', url, model: 'reader', key: KEY },
});
const vectors = (url: string): Partial<ModelsSettings> => ({
  embedding: { provider: 'openai-compatible', url, model: 'vectors' },
});

const read = (it: ModelReader): Promise<ReadByModels> => it.read('an-article', input, analysis);
const count = async (name: string, labels: Record<string, string>): Promise<number | undefined> => {
  const { values } = await registry.getSingleMetric(name)!.get();
  return values.find((it) => Object.entries(labels).every(([key, value]) => it.labels[key] === value))?.value;
};

describe.each([
  ['OpenAI-compatible', compatible, '/v1/chat/completions', 'authorization'],
  ['Anthropic', anthropic, '/v1/messages', 'x-api-key'],
] as const)('an %s endpoint', (_, settings, path, header) => {
  it('is asked once for statements, of which those are kept that the text bears out', async () => {
    const { analysis: more, models } = await read(await reader(() => ({ text: ANSWER }), settings));
    expect(more.developments).toMatchObject([{ start: 0, date: { from: '2024-05-07' }, by: 0 }]);
    expect(models).toEqual([
      {
        task: 'statements',
        model: 'reader',
        promptHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        tokens: 120,
        kept: 1,
        known: 0,
        dropped: { quote: 1 },
      },
    ]);
    expect(server!.asked).toHaveLength(1);
    expect(server!.asked[0]).toMatchObject({ path, body: { model: 'reader' } });
    expect(server!.asked[0]!.headers[header]).toContain(KEY);
    expect(JSON.stringify(server!.asked[0]!.body)).toContain('ran aground off Port Meridian');
    expect(await count('dateline_model_statements_total', { outcome: 'kept' })).toBe(1);
    expect(await count('dateline_model_statements_total', { outcome: 'dropped' })).toBe(1);
    expect(await count('dateline_model_tokens_total', { task: 'statements' })).toBe(120);
  });

  it.each<[string, ModelReply, number, string]>([
    ['is overloaded', { status: 503 }, 3, 'http 503'],
    ['refuses the key', { status: 401, body: { error: { message: `bad key ${KEY}` } } }, 1, 'http 401'],
    ['sends no JSON of the protocol', 'garbage', 2, 'not the protocol'],
    ['answers in prose', { text: 'I would rather not.' }, 2, 'no JSON'],
    ['answers in another form', { text: '{"developments": "many"}' }, 2, 'not the form asked for'],
    ['is cut short', { text: ANSWER.slice(0, 150), cut: true }, 1, 'cut short'],
    ['is overloaded in its own way', { status: 529, body: { type: 'error' } }, 3, 'http 529'],
    ['sends a page of a gateway', { status: 502, body: '<html>Bad gateway</html>' }, 3, 'http 502'],
    ['is too long to be one', { text: 'x'.repeat(2_000_000) }, 1, 'too long an answer'],
    ['sends it elsewhere', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, 1, 'http 307'],
    ['says nothing', { message: {} }, 2, 'not the protocol'],
  ])('that %s costs the article nothing but its help', async (_what, reply, tries, failure) => {
    const { analysis: same, models } = await read(await reader(() => reply, settings));
    expect(same).toBe(analysis);
    expect(models).toMatchObject([{ failure, kept: 0 }]);
    expect(server!.asked.length).toBe(tries);
    expect(logged.join()).toContain('an-article');
    expect(logged.join()).not.toMatch(/sk-not|ran aground/);
    expect(await count('dateline_model_articles_total', { outcome: 'failed' })).toBe(1);
  });
});

it('takes the object out of what small models put around it', async () => {
  const fenced = { text: `Here you are:\n\`\`\`json\n${ANSWER}\n\`\`\`` };
  const { models } = await read(await reader(() => fenced, compatible));
  expect(models).toMatchObject([{ kept: 1 }]);
});

it('does without response_format where the server does not know it', async () => {
  const it = await reader(
    ({ body }) => ('response_format' in body ? { status: 400 } : { text: ANSWER }),
    compatible,
  );
  expect((await read(it)).models).toMatchObject([{ kept: 1 }]);
  await read(it);
  expect(server!.asked.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
});

it('waits as long as a 429 says, when that is not long, and then has its answer', async () => {
  const reply = (_: Asked, nth: number): ModelReply =>
    nth === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { text: ANSWER };
  const it = await reader(reply, compatible);
  const before = performance.now();
  expect((await read(it)).models).toMatchObject([{ kept: 1 }]);
  expect(performance.now() - before).toBeGreaterThan(900);
});

it('leaves an endpoint alone that asks for a long pause', async () => {
  const it = await reader(() => ({ status: 429, headers: { 'retry-after': '300' } }), compatible);
  expect((await read(it)).models).toMatchObject([{ failure: 'http 429' }]);
  expect((await read(it)).models).toMatchObject([{ failure: 'left alone' }]);
  expect(server!.asked).toHaveLength(1);
});

it('leaves an endpoint alone that failed three articles in a row', async () => {
  const it = await reader(() => ({ status: 401 }), compatible);
  for (let i = 0; i < 3; i++) await read(it);
  expect((await read(it)).models).toMatchObject([{ failure: 'left alone' }]);
  await read(it);
  expect(server!.asked.length).toBe(3);
  // An outage is told when it begins, and not for each of its articles.
  const levels = logged.map((line) => (JSON.parse(line) as { level: number }).level);
  expect(levels.filter((level) => level >= 40).length).toBe(4);
  expect(logged.join()).toContain('the endpoint does not take the key');
  expect(await count('dateline_model_articles_total', { outcome: 'left alone' })).toBe(2);
});

it('counts the tokens of every try, whether or not it was of use', async () => {
  const it = await reader((_, nth) => ({ text: nth === 1 ? 'No.' : ANSWER }), compatible);
  expect((await read(it)).models).toMatchObject([{ kept: 1, tokens: 240 }]);
  expect(await count('dateline_model_tokens_total', { task: 'statements' })).toBe(240);
});

it('gives up waiting for a silent endpoint, and for one that is down', async () => {
  const silent = await reader(
    () => 'silence',
    (url) => ({ ...compatible(url), timeoutMs: 50 }),
  );
  expect((await read(silent)).models).toMatchObject([{ failure: 'timeout' }]);
  expect(server!.asked.length).toBe(2);
  await server!.close();
  expect((await read(silent)).models).toMatchObject([{ failure: 'ECONNREFUSED' }]);
});

it('breaks off when the process stops, and leaves the article to another', async () => {
  const it = await reader(() => 'silence', compatible);
  const reading = read(it);
  setTimeout(() => it.stop(), 50);
  await expect(reading).rejects.toThrow(ReadingStopped);
});

it('records the vector of headline and lead', async () => {
  const { models } = await read(await reader(() => ({ vector: [0.5, -1, 0.25] }), vectors));
  expect(models).toMatchObject([{ task: 'embedding', model: 'vectors', tokens: 12 }]);
  expect(server!.asked[0]).toMatchObject({ path: '/v1/embeddings' });
  const [answer] = models;
  const vector = answer?.task === 'embedding' ? answer.vector! : '';
  expect(similarity({ model: 'a', vector }, { model: 'a', vector })).toBeCloseTo(1);
  expect(similarity({ model: 'a', vector }, { model: 'b', vector })).toBeNull();
});

it('takes no vector that is none', async () => {
  const { models } = await read(await reader(() => ({ vector: [] }), vectors));
  expect(models).toMatchObject([{ task: 'embedding', failure: 'no vector' }]);
});
