import fc from 'fast-check';
import { z } from 'zod';
import { assertSameQuestion, readCursor, writeCursor } from './cursor.js';

const Place = z.strictObject({ after: z.string() });

describe('a cursor', () => {
  it('comes back as it was, and fits a URL as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (after) => {
        const cursor = writeCursor({ after });
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(readCursor(cursor, Place)).toEqual({ after });
      }),
    );
  });

  it('is refused when anything of it was altered', () => {
    const cursor = writeCursor({ after: 'one' });
    for (let at = 0; at < cursor.length; at++) {
      const altered = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      expect(() => readCursor(altered, Place)).toThrow('The cursor cannot be used');
      expect(() => readCursor(cursor.slice(0, at), Place)).toThrow('The cursor cannot be used');
    }
  });

  it('is refused by another list, whatever text it is', () => {
    expect(() => readCursor(writeCursor({ offset: 1 }), Place)).toThrow('none of this list');
    fc.assert(
      fc.property(fc.string(), (text) => expect(() => readCursor(text, Place)).toThrow('none of this list')),
    );
  });

  it('goes with the parameters of its first page, or with none', () => {
    expect(() => assertSameQuestion({ q: undefined }, { q: 'ships' })).not.toThrow();
    expect(() => assertSameQuestion({ q: 'ships' }, { q: 'ships' })).not.toThrow();
    expect(() => assertSameQuestion({ q: 'boats' }, { q: 'ships' })).toThrow('the same q');
    expect(() => assertSameQuestion({ q: 'boats' }, {})).toThrow('the same q');
  });
});
