import { fingerprint, nearCopies } from './fingerprint.js';

const vocabulary =
  'harbour storm ferry captain council vote pier crane fog signal tide repair crew night order letter'.split(
    ' ',
  );

function invented(words: number, seed: number): string {
  let state = seed;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return vocabulary[state % vocabulary.length]! + (state >>> 28);
  }).join(' ');
}

describe('text prints', () => {
  it('find a lightly edited copy', () => {
    const text = invented(400, 7);
    const edited = text.replace(/^(\S+ ){6}/, 'an editor wrote a new beginning ').toUpperCase();
    expect(nearCopies(fingerprint(text), fingerprint(edited))).toBe(true);
  });

  it('keep apart texts of the same words', () => {
    const prints = Array.from({ length: 60 }, (_, seed) => fingerprint(invented(400, seed + 1)));
    const taken = prints.flatMap((a, i) => prints.slice(i + 1).filter((b) => nearCopies(a, b)));
    expect(taken).toEqual([]);
  });

  it('say nothing of a text too short to tell', () => {
    expect(fingerprint('Port closed.')).toBe('');
    expect(nearCopies('', '')).toBe(false);
  });
});
