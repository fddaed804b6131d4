import {
  anthropicMessage,
  chatCompletion,
  embeddingOf,
  startModelServer,
  type Asked,
  type ModelReply,
  type ModelServer,
} from '../../test/support/model-server.js';
import { Endpoint } from './endpoint.js';
import type { ModelFailure } from './failure.js';

const question = { system: 'Answer in JSON.', user: 'A report.', schema: { type: 'object' } } as const;
const OBJECT = '{"lead": []}';
let server: ModelServer | undefined;
let spent = 0;

afterEach(() => server?.close());
beforeEach(() => (spent = 0));

const asking = { signal: new AbortController().signal, spent: (tokens: number) => void (spent += tokens) };

async function endpoint(
  reply: (asked: Asked, nth: number) => ModelReply,
  provider: 'openai-compatible' | 'anthropic' = 'openai-compatible',
): Promise<Endpoint> {
  const started = await startModelServer((asked) => reply(asked, started.asked.length));
  server = started;
  return new Endpoint({ provider, url: started.url, model: 'reader', key: 'a-key' }, 300);
}

const answer = async (...of: Parameters<typeof endpoint>): Promise<unknown> =>
  (await endpoint(...of)).answer(question, asking).catch((error: ModelFailure) => error.message);
const vectorOf = async (message: unknown): Promise<unknown> =>
  (await endpoint(() => ({ message })))
    .embed('A report.', asking)
    .catch((error: ModelFailure) => error.message);

describe('an OpenAI-compatible answer', () => {
  it.each<[string, unknown, unknown]>([
    ['of another content type', chatCompletion({ role: 'assistant', content: OBJECT }), { lead: [] }],
    [
      'as the call of a tool',
      chatCompletion({
        role: 'assistant',
        content: null,
        tool_calls: [{ id: '1', type: 'function', function: { name: 'statements', arguments: OBJECT } }],
      }),
      { lead: [] },
    ],
    ['without content', chatCompletion({ role: 'assistant', content: null }), 'no JSON'],
    ['that is a refusal', chatCompletion({ role: 'assistant', content: null, refusal: 'No.' }), 'refused'],
    ['that a filter took', chatCompletion({ role: 'assistant', content: '' }, 'content_filter'), 'refused'],
    ['without choices', chatCompletion(null, 'stop', { choices: [] }), 'not the protocol'],
    [
      'with counts of its own making',
      chatCompletion({ role: 'assistant', content: OBJECT }, 'stop', {
        usage: { prompt_tokens: -7, completion_tokens: 2.5 },
      }),
      { lead: [] },
    ],
  ])('%s', async (_, message, expected) => {
    expect(await answer(() => ({ message, type: 'text/plain' }))).toEqual(expected);
    expect(spent).toBeGreaterThanOrEqual(0);
    expect(Number.isInteger(spent)).toBe(true);
  });

  it('that stops half way is waited for no longer than for one that never begins', async () => {
    expect(await answer(() => 'half')).toBe('timeout');
  });

  it('that is of no use is paid for, too', async () => {
    await answer(() => ({ text: 'No.' }));
    expect(spent).toBe(120);
  });
});

describe('an Anthropic answer', () => {
  it.each<[string, unknown, unknown]>([
    [
      'in several blocks',
      anthropicMessage([
        { type: 'thinking', thinking: 'Is it {"lead": ["this"]}?', signature: 's' },
        { type: 'text', text: 'Here it is: ' },
        { type: 'text', text: OBJECT },
      ]),
      { lead: [] },
    ],
    [
      'as the call of a tool',
      anthropicMessage([{ type: 'tool_use', id: '1', name: 'json', input: { lead: [] } }], 'tool_use'),
      { lead: [] },
    ],
    ['that is a refusal', anthropicMessage([], 'refusal'), 'refused'],
    ['of no blocks', anthropicMessage([]), 'no JSON'],
  ])('%s', async (_, message, expected) => {
    expect(await answer(() => ({ message }), 'anthropic')).toEqual(expected);
  });
});

describe('what is asked for besides the answer', () => {
  const asked = (): string[] =>
    server!.asked.map(({ body }) =>
      ['response_format', 'max_tokens', 'max_completion_tokens'].filter((it) => it in body).join(' '),
    );

  it('is a limit, by the name that the endpoint knows', async () => {
    const newer = await endpoint(({ body }) => ('max_tokens' in body ? { status: 400 } : { text: OBJECT }));
    for (let i = 0; i < 2; i++) expect(await newer.answer(question, asking)).toEqual({ lead: [] });
    const form = 'response_format max_tokens';
    const known = 'response_format max_completion_tokens';
    expect(asked()).toEqual([form, 'max_tokens', known, known]);
  });

  it('is left out for one article that is too long for it, and not for the next', async () => {
    const crowded = await endpoint(({ body }, nth) =>
      nth > 1 && nth < 5 && JSON.stringify(body).includes('tokens') ? { status: 400 } : { text: OBJECT },
    );
    for (let i = 0; i < 3; i++) expect(await crowded.answer(question, asking)).toEqual({ lead: [] });
    const form = 'response_format max_tokens';
    expect([asked()[0], asked().at(-2), asked().at(-1)]).toEqual([form, 'response_format', form]);
  });

  it('comes to an end where nothing is taken', async () => {
    expect(await answer(() => ({ status: 422 }))).toBe('http 422');
    expect(asked().length).toBe(5);
  });
});

describe('a vector', () => {
  it.each<[string, unknown]>([
    ['of nothing', embeddingOf([])],
    [
      'of two texts',
      embeddingOf([
        [1, 2],
        [3, 4],
      ]),
    ],
    ['of one number', embeddingOf([[1]])],
    ['that points nowhere', embeddingOf([[0, 0, 0]])],
    ['that is too long', embeddingOf([Array<number>(9000).fill(1)])],
  ])('%s is none', async (_, message) => {
    expect(await vectorOf(message)).toBe('no vector');
  });

  it.each<[string, unknown]>([
    ['of nulls, as NaN is sent', embeddingOf([[null, 1]])],
    ['of words', embeddingOf([['0.5', '1']])],
    ['with a NaN, which is no JSON', '{"data": [{"embedding": [NaN, 1]}]}'],
  ])('%s is not the protocol', async (_, message) => {
    expect(await vectorOf(message)).toBe('not the protocol');
  });
});
