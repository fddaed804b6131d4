import { jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ingest, type IngestOptions } from '../../src/cli/ingest.js';
import { invented, startIntake, type IntakeServer } from './intake-server.js';

const PROSE =
  'The harbour board of Port Ellery voted on Tuesday to close the old swing bridge for eleven weeks. ';

describe('dateline ingest', () => {
  let server: IntakeServer;
  let key: string;
  let folder: string;
  let told: string[];

  beforeAll(async () => {
    server = await startIntake();
    key = await server.key('ingest');
    folder = await mkdtemp(path.join(tmpdir(), 'dateline-ingest-'));
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    told = [];
    for (const method of ['log', 'error'] as const) {
      jest.spyOn(console, method).mockImplementation((text: string) => void told.push(text));
    }
  });
  afterEach(() => jest.restoreAllMocks());

  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const at = path.join(folder, name);
    await writeFile(at, content);
    return at;
  };
  const run = (files: string[], options: Partial<IngestOptions> = {}): Promise<0 | 1 | 2> =>
    ingest(files, { url: server.url, key, ...options });

  it('sends NDJSON, and says which lines failed and why', async () => {
    const lines = [
      JSON.stringify(invented({ externalId: 'a-1' })),
      '',
      '{"title":',
      JSON.stringify(invented({ externalId: 'a-2' })),
    ];
    const at = await file('articles.ndjson', `\ufeff${lines.join('\r\n')}\n`);
    expect(await run([at])).toBe(1);
    expect(told[0]).toMatch(/^articles\.ndjson:3: The line is not JSON/);
    expect(told.at(-1)).toMatch(/^3 articles in .* 2 created, 0 revised, 0 unchanged, 1 failed$/);
  });

  it('sends arrays, single objects, pages and texts, and again changes nothing', async () => {
    const page = `<html><head><meta charset="iso-8859-1"><title>Fähre fährt</title></head><body><article><p>${PROSE.repeat(4)}</p></article></body></html>`;
    const files = [
      await file(
        'array.json',
        JSON.stringify([invented({ externalId: 'b-1' }), invented({ externalId: 'b-2' })], null, 2),
      ),
      await file('object.json', JSON.stringify(invented({ externalId: 'b-3' }), null, 2)),
      await file('page.html', Buffer.from(page, 'latin1')),
      await file('text.txt', `Ferries every half hour\n\n${PROSE}\n`),
    ];
    const options = { publisher: 'The Ellery Post', publishedAt: '2024-04-23', timezone: 'Europe/London' };
    expect(await run(files, options)).toBe(0);
    expect(told).toEqual([expect.stringMatching(/^5 articles .* 5 created/)]);
    expect(await run(files, options)).toBe(0);
    expect(told.at(-1)).toMatch(/5 unchanged/);
    const titles = (await server.resources.log.readAll(0n, 100)).map(
      ({ data }) => (data as { title: string }).title,
    );
    expect(titles).toEqual(expect.arrayContaining(['Fähre fährt', 'Ferries every half hour']));
  });

  it('sends thousands', async () => {
    const lines = Array.from({ length: 2500 }, (_, i) =>
      JSON.stringify(invented({ externalId: `c-${i}`, text: PROSE.repeat(10) })),
    );
    expect(await run([await file('many.ndjson', lines.join('\n'))])).toBe(0);
    expect(told.at(-1)).toMatch(/2500 created/);
  });

  it.each([
    ['a file that is not there', 'missing.ndjson', {}, /no such file/],
    ['a directory', '.', {}, /is a directory/],
    ['a text without a publisher', 'text.txt', {}, /--publisher/],
    ['a text without a time', 'text.txt', { publisher: 'P' }, /--published-at/],
    ['an address that is none', 'text.txt', { url: 'localhost:1' }, /no http or https/],
    ['no server', 'articles.ndjson', { url: 'http://127.0.0.1:9' }, /No Dateline answers/],
    ['no key', 'articles.ndjson', { key: undefined }, /401.*--key/],
    ['a wrong key', 'articles.ndjson', { key: 'dl_nobody_x' }, /401/],
    ['an array that is none', 'broken.json', {}, /not JSON/],
  ])('%s is told, with exit code 2', async (_, name, options, message) => {
    await file('broken.json', '[{"title":1},');
    expect(await run([path.join(folder, name)], options)).toBe(2);
    expect(told[0]).toMatch(message);
  });

  it('says that a connection broke, and that it may be run again', async () => {
    const breaking = createServer((request, response) => {
      request.once('data', () => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        response.write('{"line":1,"outcome":"created"}\n', () => setTimeout(() => response.destroy(), 50));
      });
    });
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(breaking.address() as AddressInfo).port}`;
    const at = await file('two.ndjson', `${JSON.stringify(invented())}\n${JSON.stringify(invented())}\n`);
    expect(await run([at], { url })).toBe(2);
    expect(told[0]).toMatch(/lost; 1 lines have no answer\. Run the same again/);
    expect(told[1]).toMatch(/1 created/);
    breaking.close();
  });
});
