import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { Body, Controller, Get, HttpCode, Module, NotFoundException, Post, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { pino } from 'pino';
import { createHttpApp } from '../../src/http.js';
import { Metrics } from '../../src/shared/metrics.js';
import { Problem } from '../../src/shared/problem.js';

@Controller('v1')
class Sample {
  @Get('broken')
  broken(): never {
    throw new Error('password=hunter2 at secret.ts:1');
  }
  @Get('away')
  away(): never {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  }
  @Get('gone')
  gone(): never {
    throw new Problem(410, 'gone', 'Gone', 'Ask for another.', { way: 'forward' }, { 'retry-after': '7' });
  }
  @Get('nest')
  nest(): never {
    throw new NotFoundException('Nothing of that name');
  }
  @Get('things/:kind')
  things(): string {
    return 'thing';
  }
  @Post('things/own')
  own(): void {}
  @Post('echo')
  @HttpCode(200)
  echo(@Body() body: unknown): unknown {
    return { body };
  }
  /** Half an answer, and the rest never. */
  @Post('half')
  half(@Res() reply: FastifyReply): void {
    const half = new Readable({ read() {} });
    half.push('half an answer');
    void reply.header('content-type', 'text/plain').send(half);
  }
  @Post('articles')
  @HttpCode(200)
  article(@Body() body: { text: string }): unknown {
    return { length: body.text.length };
  }
}

@Module({ controllers: [Sample] })
class SampleModule {}

let app: NestFastifyApplication;
let base: string;
const lines: Record<string, unknown>[] = [];
const metrics = new Metrics();

beforeAll(async () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  app = await createHttpApp(SampleModule, { logger, metrics });
  await app.listen(0, '127.0.0.1');
  base = (await app.getUrl()).replace('[::1]', '127.0.0.1');
});
afterAll(() => app.close());

const post = (path: string, body: string, type = 'application/json') =>
  fetch(`${base}${path}`, { method: 'POST', body, headers: { 'content-type': type } });

async function problem(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ status: response.status, requestId: response.headers.get('x-request-id') });
  expect(String(body.detail).length).toBeGreaterThan(10);
  return body;
}

test('an error of ours is a 500 that tells nothing of our insides, and is logged with what was being done', async () => {
  const response = await fetch(`${base}/v1/broken`);
  const body = await problem(response);
  expect(response.status).toBe(500);
  expect(JSON.stringify(body)).not.toMatch(/hunter2|secret\.ts|stack/);
  expect(lines.find((line) => line.msg === 'GET /v1/broken failed')).toMatchObject({
    requestId: body.requestId,
    level: 50,
  });
});

test('a database that is away is a 503 with Retry-After', async () => {
  const response = await fetch(`${base}/v1/away`);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('2');
  await problem(response);
});

test('a problem is answered as it is, members and headers included', async () => {
  const response = await fetch(`${base}/v1/gone`);
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await problem(response)).toMatchObject({
    type: '/problems/gone',
    way: 'forward',
    detail: 'Ask for another.',
  });
});

test('Nest’s exceptions and unknown routes are problems, too', async () => {
  expect(await problem(await fetch(`${base}/v1/nest`))).toMatchObject({
    status: 404,
    detail: 'Nothing of that name',
  });
  const unknown = await problem(await fetch(`${base}/v1/no/such?key=dl_abcd_0123456789`));
  expect(unknown).toMatchObject({ status: 404, type: '/problems/no-such-route' });
  expect(unknown.detail).toContain('There is no GET /v1/no/such.');
});

test.each([
  ['{"a":', 'application/json', 400, /not JSON/],
  ['', 'application/json', 400, /empty/],
  ['['.repeat(100), 'application/json', 400, /deeper than 32/],
  ['<a/>', 'application/xml', 415, /Content-Type: application\/json/],
  [`"${'x'.repeat(1024 * 1024)}"`, 'application/json', 413, /larger than the 1 MB.*Send less/],
])('a bad body is a problem that says what to do (%#)', async (body, type, status, detail) => {
  const response = await post('/v1/echo', body, type);
  expect(response.status).toBe(status);
  expect((await problem(response)).detail).toMatch(detail);
});

test('a URL that cannot be decoded is a problem', async () => {
  const response = await fetch(`${base}/v1/%zz`);
  expect(response.status).toBe(400);
  await problem(response);
});

test('what never becomes a request is answered with a problem, too', async () => {
  const long = await fetch(`${base}/v1/echo/${'x'.repeat(20_000)}`);
  expect([long.status, long.headers.get('content-type')]).toEqual([
    431,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await long.json()).toMatchObject({ status: 431, detail: expect.stringContaining('16 kB') });
  const raw = await talk((socket) => socket.write('what?\r\n\r\n'));
  expect(raw).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(JSON.parse(raw.split('\r\n\r\n')[1]!)).toMatchObject({ status: 400, type: '/problems/bad-request' });
  expect((await problem(await fetch(`${base}/v1/${'x'.repeat(400)}`))).status).toBe(404);
});

/** What comes back on a connection of one's own until it ends. */
async function talk(say: (socket: Socket) => unknown): Promise<string> {
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  let got = '';
  socket.on('data', (chunk) => (got += chunk.toString()));
  await once(socket, 'connect');
  const closed = once(socket, 'close');
  await say(socket);
  await closed;
  return got;
}

test('nothing is written into half an answer when the rest of its request is no HTTP', async () => {
  const got = await talk(async (socket) => {
    socket.write(
      'POST /v1/half HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    await once(socket, 'data');
    socket.write('no length of a chunk\r\n');
  });
  expect(got.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(got).toMatch(/^HTTP\/1\.1 201 Created\r\n[^]*half an answer\r\n$/);
});

test.each([
  ['DELETE', '/v1/echo?x=1', 'POST, OPTIONS'],
  ['GET', '/v1/echo', 'POST, OPTIONS'],
  ['POST', '/v1/gone', 'GET, HEAD, OPTIONS'],
  ['PUT', '/v1/things/of-a-kind', 'GET, HEAD, OPTIONS'],
  ['PATCH', '/v1/things/own', 'GET, HEAD, POST, OPTIONS'],
])('%s %s is 405 and says which methods there are', async (method, path, allow) => {
  const body = method === 'GET' ? undefined : 'what?';
  const response = await fetch(base + path, { method, body });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  const { detail, methods } = await problem(response);
  expect(detail).toContain(`takes ${(methods as string[]).join(', ')}, not ${method}`);
});

test('OPTIONS tells the methods of a path, HEAD what GET would, and neither more', async () => {
  const options = await fetch(`${base}/v1/gone`, { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  expect((await fetch(`${base}/v1/none`, { method: 'OPTIONS' })).status).toBe(404);
  expect((await fetch(`${base}/v1/things/`, { method: 'DELETE' })).status).toBe(404);
  const head = await fetch(`${base}/v1/things/x`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5', '']);
});

test('a compressed body is refused by its encoding, not called bad text', async () => {
  const response = await fetch(`${base}/v1/echo`, {
    method: 'POST',
    body: gzipSync('{}'),
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
  expect(response.status).toBe(415);
  expect((await problem(response)).detail).toBe('Send the body uncompressed, without Content-Encoding.');
});

test('an article may be larger than other bodies', async () => {
  const response = await post('/v1/articles', JSON.stringify({ text: 'x'.repeat(3 * 1024 * 1024) }));
  expect(await response.json()).toEqual({ length: 3 * 1024 * 1024 });
  const larger = await post('/v1/articles', JSON.stringify({ text: 'x'.repeat(13 * 1024 * 1024) }));
  expect((await problem(larger)).detail).toMatch(/larger than the 12 MB.*`text`, not the page/);
});

test('a sane request id is kept, any other replaced', async () => {
  const ids = async (given: string) =>
    (await fetch(`${base}/v1/nest`, { headers: { 'x-request-id': given } })).headers.get('x-request-id');
  expect(await ids('job-17:a')).toBe('job-17:a');
  expect(await ids('{"$ne":1}')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await ids('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
});

test('answers carry headers that keep browsers from guessing', async () => {
  const { headers } = await fetch(`${base}/v1/nest`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('each request is logged once, without keys, and measured by route', async () => {
  lines.length = 0;
  await fetch(`${base}/v1/nest?token=dl_abcd_0123456789`, {
    headers: { authorization: 'Bearer dl_abcd_secretsecret' },
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const logged = lines.filter((line) => line.msg === 'request');
  expect(logged).toEqual([
    expect.objectContaining({ method: 'GET', url: '/v1/nest?token=dl_…', status: 404 }),
  ]);
  expect(JSON.stringify(lines)).not.toContain('secretsecret');
  expect(await metrics.registry.metrics()).toContain('route="/v1/nest"');
});
