import { copyKind, overlap, printBands, printOf, readPrint, type Overlap } from './text-print.js';

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

const common = (a: string, b: string): Overlap => overlap(readPrint(printOf(a))!, readPrint(printOf(b))!);
const kind = (a: string, b: string) => copyKind(common(a, b));
const bandsInCommon = (a: string, b: string): number => {
  const bands = new Set(printBands(readPrint(printOf(a))!));
  return printBands(readPrint(printOf(b))!).filter((band) => bands.has(band)).length;
};

describe('text prints', () => {
  it('are the same whatever the case, accents and punctuation', () => {
    const text = invented(400, 7);
    expect(printOf(text.toUpperCase().replaceAll(' ', ', '))).toBe(printOf(text));
    expect(printOf('Le café à côté du port est fermé depuis hier soir, dit-on')).toBe(
      printOf('Le cafe a cote du port est ferme depuis hier soir dit on'),
    );
  });

  it('tell copies, edited copies and rewritten ones', () => {
    const text = invented(400, 7);
    const parts = [invented(160, 11), text.split(' ').slice(0, 180).join(' ')];
    expect(kind(text, text)).toBe('copy');
    expect(kind(text, text.split(' ').slice(0, 250).join(' '))).toBe('edited');
    expect(kind(text, text.replace(/^(\S+ ){60}/, `${invented(60, 9)} `))).toBe('edited');
    expect(kind(text, parts.join(' '))).toBe('rewritten');
    expect(bandsInCommon(text, parts.join(' '))).toBeGreaterThan(0);
  });

  it('tell a digest of a long report by how much of the digest is in it', () => {
    const [long, own] = [invented(900, 7), invented(60, 11)];
    expect(kind(long, `${long.split(' ').slice(200, 300).join(' ')} ${own}`)).not.toBeNull();
    expect(kind(long, `${long.split(' ').slice(200, 230).join(' ')} ${own}`)).toBeNull();
  });

  it('tell a quarter in common from an eighth, as reports have that quote the same, nine times in ten', () => {
    const found = (common: number, own: number): number =>
      Array.from({ length: 60 }, (_, i) => {
        const [shared, a, b] = [
          invented(common, 3 * i + 1),
          invented(own, 3 * i + 2),
          invented(own, 3 * i + 3),
        ];
        return kind(`${shared} ${a}`, `${shared} ${b}`);
      }).filter((it) => it !== null).length;
    expect(found(240, 360)).toBeGreaterThanOrEqual(54);
    expect(found(140, 460)).toBeLessThanOrEqual(6);
  });

  it('of which a quarter is common have a key in common', () => {
    const missed = Array.from({ length: 40 }, (_, i) => [invented(240, 3 * i + 1), 3 * i] as const).filter(
      ([common, seed]) =>
        bandsInCommon(`${common} ${invented(360, seed + 2)}`, `${common} ${invented(360, seed + 3)}`) === 0,
    );
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('estimate how much is common', () => {
    const [a, b, c] = [invented(300, 1), invented(300, 2), invented(300, 3)];
    const { both, ofShorter } = common(`${a} ${b}`, `${a} ${c}`);
    expect(both).toBeCloseTo(1 / 3, 0);
    expect(Math.abs(both - 1 / 3)).toBeLessThan(0.13);
    expect(Math.abs(ofShorter - 1 / 2)).toBeLessThan(0.16);
  });

  it('keep apart texts of the same words', () => {
    const prints = Array.from({ length: 60 }, (_, seed) => readPrint(printOf(invented(400, seed + 1)))!);
    const taken = prints.flatMap((a, i) => prints.slice(i + 1).filter((b) => copyKind(overlap(a, b))));
    expect(taken).toEqual([]);
  });

  it('say nothing of a text too short to tell', () => {
    expect(printOf('Port closed.')).toBe('');
    expect(readPrint('')).toBeNull();
    expect(readPrint('not a print')).toBeNull();
  });

  it('of another length are none', () => {
    expect(readPrint(Buffer.alloc(66).toString('base64'))).toBeNull();
  });
});
