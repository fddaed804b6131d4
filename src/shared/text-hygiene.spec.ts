import { cleanLine, cleanText } from './text-hygiene.js';

/** Small, seeded, good enough to vary strings: mulberry32. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every range that has hurt somebody: controls, surrogates, bidi, combining marks, non-characters, astral planes. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x20], [0x41, 0x5a], [0x7f, 0xa0], [0xad, 0xad], [0x300, 0x36f], [0x5d0, 0x5ea], [0x61c, 0x61c], [0x1100, 0x11ff],
  [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x2069], [0xac00, 0xac40], [0xd800, 0xdfff], [0xfdd0, 0xfdef], [0xfeff, 0xfeff],
  [0xfff9, 0xffff], [0x1f600, 0x1f64f], [0x1fffe, 0x1ffff],
]; // prettier-ignore

function anyString(next: () => number): string {
  let text = '';
  for (let length = Math.floor(next() * 40); length > 0; length--) {
    const [from, to] = RANGES[Math.floor(next() * RANGES.length)]!;
    const code = from + Math.floor(next() * (to - from + 1));
    // Surrogates one by one, so that pairs form only by chance.
    text += code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  }
  return text;
}

/** Char of XML 1.0, fifth edition. */
const XML_TEXT = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

describe('text hygiene', () => {
  const seed = Number(process.env['SEED'] ?? 20240424);

  it(`makes any string valid XML, JSON and one line end (seed ${seed})`, () => {
    const next = random(seed);
    for (let i = 0; i < 20_000; i++) {
      const dirty = anyString(next);
      const clean = cleanText(dirty);
      const shown = JSON.stringify(dirty);
      if (!XML_TEXT.test(clean)) throw new Error(`not XML: ${shown}`);
      if (BIDI.test(clean) || /[\r\u0085\u2028\u2029]/.test(clean)) throw new Error(`control left: ${shown}`);
      if (clean !== clean.normalize('NFC')) throw new Error(`not NFC: ${shown}`);
      if (JSON.parse(JSON.stringify(clean)) !== clean) throw new Error(`not JSON: ${shown}`);
      if (Buffer.from(clean, 'utf8').toString('utf8') !== clean) throw new Error(`not UTF-8: ${shown}`);
      if (cleanText(clean) !== clean) throw new Error(`not stable: ${shown}`);
      if (cleanLine(cleanLine(dirty)) !== cleanLine(dirty)) throw new Error(`line not stable: ${shown}`);
      if (/[\n\t]|^\s|\s$/.test(cleanLine(dirty))) throw new Error(`not one line: ${shown}`);
    }
  });

  it.each([
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a\u0000b', 'a\ufffdb'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['😀', '😀'],
    ['e\u0301', 'é'],
    ['user\u202egpj.exe', 'usergpj.exe'],
    ['Ha\u00admas\u200b', 'Hamas'],
    ['tab\tstays\nso does the line', 'tab\tstays\nso does the line'],
    ['bell\u0007 and \u009b31m', 'bell and 31m'],
  ])('%j becomes %j', (dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('makes one line of a field', () => {
    expect(cleanLine('  The\n  New\u00a0York\tTimes ')).toBe('The New York Times');
  });
});
