import { invented, startIntake, type IntakeServer } from './intake-server.js';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

let server: IntakeServer;
let ingest: string;
let edit: string;
let other: string;

beforeAll(async () => {
  server = await startIntake();
  [ingest, edit, other] = [await server.key('ingest'), await server.key('edit'), await server.key('ingest')];
});
afterAll(() => server?.stop());

async function post(idempotencyKey: string, body: unknown, key = ingest, path = 'articles'): Promise<Answer> {
  const response = await fetch(`${server.url}/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const rows = async (): Promise<Record<string, unknown>[]> =>
  (await server.pool.query('select * from dateline.idempotency_keys order by key')).rows as never;

test('the same request with the same key gets the same answer, whatever came in between', async () => {
  const first = await post('"a-1"', invented());
  expect(first).toMatchObject({ status: 201, body: { outcome: 'created', revision: 1 } });
  await post('"a-2"', invented({ text: 'Nine weeks, the board said later.' }));
  expect(await post('"a-1"', invented())).toEqual(first);
  // Quotes are how the header has its strings; without them it is the same key.
  expect(await post('a-1', invented())).toEqual(first);
  expect((await server.resources.log.head()).position).toBe(2n);
});

test('stories, too', async () => {
  const story = { slug: 'bridge', title: 'The bridge', description: 'A bridge is closed' };
  const first = await post('b-1', story, edit, 'stories');
  expect(first).toMatchObject({ status: 201, body: { outcome: 'created' } });
  expect(await post('b-1', story, edit, 'stories')).toEqual(first);
  expect(await post('b-2', story, edit, 'stories')).toMatchObject({
    status: 200,
    body: { outcome: 'unchanged' },
  });
});

test('another request with the key is refused, and another client’s key is another key', async () => {
  await post('c-1', invented({ externalId: 'c-1' }));
  const reused = await post('c-1', invented({ externalId: 'c-2' }));
  expect(reused).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } });
  expect(reused.body.detail).toMatch(/new key for a new request/);
  expect(await post('c-1', invented({ externalId: 'c-2' }), other)).toMatchObject({ status: 201 });
});

test('a refused request has not used its key up', async () => {
  expect(await post('d-1', invented({ externalId: 'd-1', title: '' }))).toMatchObject({ status: 400 });
  expect(await post('d-1', invented({ externalId: 'd-1' }))).toMatchObject({ status: 201 });
});

test('of many at once one is worked on; the others get its answer or are told to come back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post('e-1', invented({ externalId: 'e-1' }))),
  );
  const conflicts = answers.filter(({ status }) => status === 409);
  const done = answers.filter(({ status }) => status !== 409);
  expect(new Set(done.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(done[0]).toMatchObject({ status: 201, body: { outcome: 'created' } });
  for (const { body } of conflicts) expect(body).toMatchObject({ type: '/problems/request-under-way' });
});

test('a request whose worker died after the append is made again when its claim has lapsed, and gets its answer', async () => {
  const body = invented({ externalId: 'f-1' });
  const first = await post('f-1', body);
  await server.pool.query(
    `update dateline.idempotency_keys set status = null, answer = null, expires_at = clock_timestamp() + interval '1 minute' where key = 'f-1'`,
  );
  expect(await post('f-1', body)).toMatchObject({ status: 409 });
  await lapse('f-1');
  expect(await post('f-1', body)).toEqual(first);
  expect(await post('f-1', body)).toEqual(first);
  // What somebody else has done is not one's own work.
  expect(await post('f-2', body)).toEqual({ status: 200, body: { ...first.body, outcome: 'unchanged' } });

  const changed = { ...body, text: 'The bridge opens again in nine weeks.' };
  const revised = await post('f-3', changed);
  expect(revised).toMatchObject({ status: 200, body: { outcome: 'revised', revision: 2 } });
  await lapse('f-3');
  expect(await post('f-3', changed)).toEqual(revised);

  const story = { slug: 'ferry', title: 'The ferry', description: 'A ferry takes the place of a bridge' };
  const tracked = await post('f-4', story, edit, 'stories');
  await lapse('f-4');
  expect(await post('f-4', story, edit, 'stories')).toEqual(tracked);
});

const lapse = (key: string): Promise<unknown> =>
  server.pool.query(
    `update dateline.idempotency_keys set status = null, answer = null, expires_at = clock_timestamp() where key = $1`,
    [key],
  );

test('nothing of a text is kept, and what has expired is cleared away', async () => {
  const kept = await rows();
  expect(JSON.stringify(kept)).not.toMatch(/harbour|bridge to close/i);
  expect(kept.every(({ fingerprint }) => (fingerprint as Buffer).length === 32)).toBe(true);
  await server.pool.query(`update dateline.idempotency_keys set expires_at = clock_timestamp()`);
  for (const key of ['g-1', 'g-2']) await post(key, invented({ externalId: key }));
  expect((await rows()).map(({ key }) => key)).toEqual(['g-1', 'g-2']);
});

test.each(['', '"', '"a", "b"', 'x'.repeat(256), '"tab\there"'])('%j is no key', async (key) => {
  expect(await post(key, invented())).toMatchObject({
    status: 400,
    body: { type: '/problems/bad-idempotency-key' },
  });
});
