import { readdirSync, readFileSync } from 'node:fs';
import { UPCASTERS, upcast, type EventType } from './upcast.js';

const golden = new URL('./golden/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, golden), 'utf8'));

describe('upcasting', () => {
  const types = Object.keys(UPCASTERS) as EventType[];

  it('has a golden file of every shape there ever was', () => {
    const wanted = types.flatMap((type) =>
      [...UPCASTERS[type], null].map((_, i) => `${type}.v${i + 1}.json`),
    );
    expect(readdirSync(golden).sort()).toEqual(wanted.sort());
  });

  it.each(types)('lifts every old %s to its newest shape', (type) => {
    const newest = read(`${type}.v${UPCASTERS[type].length + 1}.json`);
    UPCASTERS[type].forEach((_, i) =>
      expect(upcast(type, i + 1, read(`${type}.v${i + 1}.json`))).toEqual(newest),
    );
    expect(upcast(type, UPCASTERS[type].length + 1, newest)).toBe(newest);
  });

  it('applies the steps in order, from the version stored', () => {
    const steps = { Moved: [(d: unknown) => [d, 2], (d: unknown) => [d, 3]] };
    expect(upcast('Moved', 1, 'x', steps)).toEqual([['x', 2], 3]);
    expect(upcast('Moved', 2, 'x', steps)).toEqual(['x', 3]);
    expect(upcast('Moved', 3, 'x', steps)).toBe('x');
  });

  it('refuses what is newer than the program, and what it does not know', () => {
    expect(() => upcast('StoryClosed', 2, {})).toThrow('knows up to 1');
    expect(() => upcast('toString', 1, {})).toThrow('does not know');
  });
});
