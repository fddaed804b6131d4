import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { EventStream, type EventStreamOptions } from './event-stream.js';

/** A stream over a real socket, and the reader's end of it. */
async function open(
  options: EventStreamOptions = {},
): Promise<{ stream: EventStream; reader: IncomingMessage; stop(): Promise<void> }> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false });
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  const stream = new EventStream(response, { 'x-request-id': 'r1' }, options);
  const [reader] = (await once(request, 'response')) as [IncomingMessage];
  return {
    stream,
    reader,
    async stop() {
      request.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readUntil(reader: IncomingMessage, done: (text: string) => boolean): Promise<string> {
  let text = '';
  reader.setEncoding('utf8');
  for await (const chunk of reader) {
    text += chunk as string;
    if (done(text)) break;
  }
  return text;
}

describe('an event stream', () => {
  it('sends headers, events and heartbeats', async () => {
    const { stream, reader, stop } = await open({ heartbeatMs: 20 });
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-request-id': 'r1',
    });
    await stream.mark('7');
    await stream.send('8', { line: 'two\nlines' });
    const text = await readUntil(reader, (read) => read.endsWith(':\n\n'));
    expect(text).toBe('retry: 2000\n\nid: 7\n\nid: 8\ndata: {"line":"two\\nlines"}\n\n:\n\n');
    await stop();
  });

  it('has one line of data whatever text there is', async () => {
    const { stream, reader, stop } = await open();
    const texts = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 200, seed: 7 });
    texts.push('\r\n\n\r', '\u2028\u2029\u0085', 'data: x\n\nid: 9', '\ud800', '\u0000');
    for (const text of texts) await stream.send('1', text);
    stream.close();
    const lines = (await readUntil(reader, () => false))
      .split(/\r\n|\n|\r/)
      .filter((line) => line.startsWith('data: '));
    expect(lines.map((line) => JSON.parse(line.slice(6)) as string)).toEqual(texts);
    await stop();
  });

  it('cuts a reader off that takes nothing, and holds no more than the sockets do', async () => {
    const { stream, reader, stop } = await open({ stallMs: 200 });
    reader.pause();
    const large = 'x'.repeat(100_000);
    let sent = 0;
    while (await stream.send('1', large)) {
      sent += 1;
      if (sent > 1_000) break;
    }
    expect(sent).toBeLessThan(1_000);
    expect(stream.signal.aborted).toBe(true);
    await stop();
  }, 20_000);

  it('ends when its reader goes', async () => {
    const { stream, reader, stop } = await open();
    const ended = once(stream.signal, 'abort');
    reader.destroy();
    await ended;
    expect(await stream.send('1', {})).toBe(false);
    await stop();
  });
});
