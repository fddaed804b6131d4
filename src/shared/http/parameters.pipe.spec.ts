import type { z } from 'zod';
import { Problem } from '../problem.js';
import { limit, parameters, statePoint } from './parameters.js';
import { ParametersPipe } from './parameters.pipe.js';

const schema = parameters({ ...statePoint, limit });

function read(
  query: unknown,
  reached = true,
): { waits: unknown[]; result: Promise<z.output<typeof schema>> } {
  const waits: unknown[] = [];
  const pipe = new ParametersPipe({
    settled: () => 41n,
    waitFor: (...asked) => {
      waits.push(asked);
      return Promise.resolve(reached);
    },
  });
  return {
    waits,
    result: pipe.transform(query, { type: 'query', schema }) as Promise<z.output<typeof schema>>,
  };
}

describe('parameters', () => {
  it('are parsed', async () => {
    const { waits, result } = read({ at: '2031-05-01', limit: '10' });
    expect(await result).toEqual({ at: new Date('2031-05-01T23:59:59.999Z'), limit: 10 });
    expect(waits).toEqual([]);
  });

  it('wait for a position, ten seconds at the most', async () => {
    const { waits, result } = read({ minPosition: '42' });
    expect(await result).toEqual({ minPosition: 42n });
    expect(waits).toEqual([[42n, 10_000]]);
  });

  it('say when to ask again for a position that was not reached', async () => {
    const { result } = read({ minPosition: '42' }, false);
    await expect(result).rejects.toMatchObject({
      status: 503,
      headers: { 'Retry-After': '1' },
      detail: 'Position 42 was not reflected within 10 s; reads are at 41. Ask again.',
    });
  });

  it.each([
    [{ limit: 'ten' }, '"limit": give a whole number from 1 to 1000.'],
    [{ limit: ['1', '2'] }, '"limit" is given more than once.'],
    [{ lmit: '1' }, 'Unknown: "lmit". This route knows at, knownAt, version, limit, minPosition.'],
    [{ minPosition: '9'.repeat(19) }, '"minPosition": give a position as Dateline answers it: digits alone.'],
  ])('%j are refused', async (query, detail) => {
    const error = await read(query).result.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 400, detail });
  });
});
