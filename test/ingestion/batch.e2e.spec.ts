import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { invented, startIntake, type IntakeServer } from './intake-server.js';

type Result = Record<string, unknown>;

describe('POST /v1/articles/batch', () => {
  let server: IntakeServer;
  let key: string;

  beforeAll(async () => {
    server = await startIntake();
    key = await server.key('ingest');
  });
  afterAll(() => server?.stop());

  const open = (headers: Record<string, string> = {}): ClientRequest =>
    request(`${server.url}/v1/articles/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', ...headers },
    });

  async function send(lines: readonly unknown[]): Promise<Result[]> {
    const sending = open();
    const [response] = await Promise.all([
      once(sending, 'response').then(([answer]) => answer as IncomingMessage),
      new Promise<void>((resolve) =>
        sending.end(
          lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
          resolve,
        ),
      ),
    ]);
    expect(response.statusCode).toBe(200);
    const results: Result[] = [];
    for await (const line of createInterface(response)) results.push(JSON.parse(line) as Result);
    return results;
  }

  const heads = async (): Promise<bigint> => (await server.resources.log.head()).position;

  it('answers line by line, in order, a bad line for itself alone', async () => {
    const results = await send([
      invented({ externalId: 'a-1' }),
      '{"title":',
      '',
      invented({ externalId: 'a-2', publishedAt: 'soon' }),
      invented({ externalId: 'a-1' }),
      invented({ externalId: 'a-1', text: 'Nine weeks, the board said later.' }),
      invented({ externalId: 'a-3', url: 'https://ellery.example/a3' }),
    ]);
    expect(results).toMatchObject([
      { line: 1, outcome: 'created', revision: 1 },
      { line: 2, status: 400, type: '/problems/invalid-json' },
      { line: 4, status: 400, detail: expect.stringContaining('`publishedAt`') as string },
      { line: 5, outcome: 'unchanged', revision: 1 },
      { line: 6, outcome: 'revised', revision: 2 },
      { line: 7, outcome: 'created' },
    ]);
    expect(results[3]).toMatchObject({ id: results[0]!.id, position: results[0]!.position });
  });

  it('answers while the rest is still to come', async () => {
    const sending = open();
    sending.write(`${JSON.stringify(invented({ externalId: 'b-1' }))}\n`);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    const answers = createInterface(response)[Symbol.asyncIterator]();
    expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ line: 1, outcome: 'created' });
    sending.write(`${JSON.stringify(invented({ externalId: 'b-2' }))}\n`);
    expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ line: 2, outcome: 'created' });
    sending.end();
    expect((await answers.next()).done).toBe(true);
  });

  it('takes thousands in, and again changes nothing', async () => {
    const text = 'The harbour board voted on Tuesday to close the old swing bridge for eleven weeks. '.repeat(
      40,
    );
    const many = Array.from({ length: 1500 }, (_, i) =>
      invented({ externalId: `c-${i}`, text: `${text} ${i}` }),
    );
    const first = await send(many);
    expect(first.map(({ line }) => line)).toEqual(many.map((_, i) => i + 1));
    expect(first.every(({ outcome }) => outcome === 'created')).toBe(true);
    const before = await heads();
    const again = await send(many);
    expect(again.map(({ id, position }) => [id, position])).toEqual(
      first.map(({ id, position }) => [id, position]),
    );
    expect(again.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    expect(await heads()).toBe(before);
  });

  it('gives the same ids to batches that race', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      invented({ externalId: `d-${i}`, url: `https://ellery.example/d/${i}` }),
    );
    const before = await heads();
    const all = await Promise.all([send(many), send([...many].reverse()), send(many)]);
    const ids = all.map((results, k) => (k === 1 ? [...results].reverse() : results).map(({ id }) => id));
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    expect(all.flat().filter(({ outcome }) => outcome === 'created')).toHaveLength(300);
    expect((await heads()) - before).toBe(300n);
  });

  it('passes over a line that is too long', async () => {
    const results = await send(['"' + 'x'.repeat(13 * 1024 * 1024), invented({ externalId: 'e-1' })]);
    expect(results).toMatchObject([
      { line: 1, status: 413 },
      { line: 2, outcome: 'created' },
    ]);
  });

  it('stops reading when nobody reads the answers, and stops when the sender is gone', async () => {
    const sending = open();
    sending.on('error', () => undefined);
    // Without a listener Node would read the answers and throw them away.
    sending.on('response', (response: IncomingMessage) => response.pause());
    // Its answer names every field, and so is longer than the line: the way back fills first.
    const fields = Array.from({ length: 10 }, (_, i) => [`${i}${'x'.repeat(59)}`, 0]);
    const line = `${JSON.stringify(Object.fromEntries(fields))}\n`;
    let sent = 0;
    let stuck = false;
    for (let i = 0; i < 200_000 && !stuck; i++) {
      sent += line.length;
      if (!sending.write(line))
        stuck = await Promise.race([once(sending, 'drain').then(() => false), sleep(1500, true)]);
    }
    // Some hundreds of kB of answers fit into buffers; the rest must not have been read for them.
    expect(stuck).toBe(true);
    expect(sent).toBeLessThan(50_000_000);
    sending.destroy();
    await sleep(100);
    expect(await send([invented({ externalId: 'f-1' })])).toMatchObject([{ outcome: 'created' }]);
  });

  it('answers nothing to nothing', async () => {
    expect(await send([])).toEqual([]);
    expect(await send(['', '  ', ''])).toEqual([]);
  });

  it.each([
    [{ 'content-type': 'application/json' }, 415],
    [{ 'content-encoding': 'gzip' }, 415],
    [{ authorization: 'Bearer dl_nobody_x' }, 401],
  ])('refuses %j with %d', async (headers, status) => {
    const response = await fetch(`${server.url}/v1/articles/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/x-ndjson',
        ...headers,
      } as Record<string, string>,
      body: '{}',
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
  });
});
