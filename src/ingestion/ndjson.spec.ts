import { setTimeout as sleep } from 'node:timers/promises';
import { inChunks, readLines, type Line } from './ndjson.js';

async function* bytes(...pieces: readonly (string | number)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (typeof piece === 'number') await sleep(piece);
    else yield Buffer.from(piece);
  }
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

const shown = (line: Line): string => `${line.number}:${line.bytes?.toString() ?? 'too long'}`;
const lines = async (max: number, ...pieces: string[]): Promise<string[]> =>
  (await collect(readLines(bytes(...pieces), max))).map(shown);

describe('lines of a stream', () => {
  it('are the same however the bytes are cut', async () => {
    const text = 'one\ntwö\n\n  \r\nfive\r\nsix';
    const expected = ['1:one', '2:twö', '5:five\r', '6:six'];
    expect(await lines(100, text)).toEqual(expected);
    const raw = Buffer.from(text);
    for (let size = 1; size < raw.length; size++) {
      const cut = async function* (): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < raw.length; at += size) yield raw.subarray(at, at + size);
      };
      expect((await collect(readLines(cut(), 100))).map(shown)).toEqual(expected);
    }
  });

  it('that are too long are told and passed over', async () => {
    expect(await lines(5, 'short\n123', '456', '789\nlast')).toEqual(['1:short', '2:too long', '3:last']);
    expect(await lines(5, '123456')).toEqual(['1:too long']);
  });
});

describe('chunks of lines', () => {
  const limits = { maxItems: 3, maxBytes: 10, maxMs: 20 };
  const chunks = async (...pieces: (string | number)[]): Promise<string[][]> =>
    (await collect(inChunks(readLines(bytes(...pieces), 100), limits))).map((chunk) => chunk.map(shown));

  it('are full, or end when nothing comes', async () => {
    expect(await chunks('a\nb\nc\nd\n', 60, 'e\nf\n')).toEqual([
      ['1:a', '2:b', '3:c'],
      ['4:d'],
      ['5:e', '6:f'],
    ]);
  });

  it('end when they are heavy enough', async () => {
    expect(await chunks('12345678\n12345678\n3\n')).toEqual([['1:12345678', '2:12345678'], ['3:3']]);
  });

  it('are none of nothing', async () => {
    expect(await chunks()).toEqual([]);
    expect(await chunks('\n\n')).toEqual([]);
  });

  it('pass on a source that breaks', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a\n');
      throw new Error('cut off');
    };
    await expect(collect(inChunks(readLines(broken(), 100), limits))).rejects.toThrow('cut off');
  });
});
