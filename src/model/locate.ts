import type { Passage, Span } from '../domain/statements.js';
import { cleanText } from '../shared/text-hygiene.js';

/** Words that stand within one passage. */
export interface Place {
  readonly span: Span;
  readonly passage: number;
}

/** Marks that models and newsrooms write either way; what stands for one of the text keeps its place there. */
const SAME: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
};

/** Text with every run of white space as one space, and where each of its characters stands in the original. */
interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** Of scripts that put spaces between words: of the others no more can be asked than the letters. */
const WORD =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}]/u;
/** Words that stand in more places than this mean nothing. */
const MOST_PLACES = 8;

/** Finds a model's words in a text: exact to the letter; only white space and the shape of quotation marks and dashes may differ. */
export class Locator {
  private readonly folded: readonly Folded[];

  constructor(
    text: string,
    private readonly passages: readonly Passage[],
  ) {
    this.folded = passages.map((passage) => fold(text, passage));
  }

  /** The places where the words stand whole, in reading order; passages by index. */
  places(words: string, passages: Iterable<number>): Place[] {
    const wanted = foldWords(words);
    const found: Place[] = [];
    for (const passage of passages) {
      const folded = this.folded[passage];
      if (!folded || wanted === '') continue;
      for (const span of wholeIn(folded, wanted)) {
        found.push({ span, passage });
        if (found.length === MOST_PLACES) return found;
      }
    }
    return found;
  }

  /** The places within one stretch of a passage. */
  within(words: string, { span, passage }: Place): Span[] {
    const wanted = foldWords(words);
    const folded = this.folded[passage];
    if (!folded || wanted === '') return [];
    return wholeIn(folded, wanted).filter((it) => it.start >= span.start && it.end <= span.end);
  }

  /** From the beginning of the first sentence that the span touches to the end of the last. */
  sentences({ span, passage }: Place): { span: Span; sentences: readonly Span[] } {
    const sentences = this.passages[passage]!.sentences.filter(
      (it) => it.start < span.end && span.start < it.end,
    );
    const first = sentences[0];
    if (!first) return { span, sentences };
    return { span: { start: first.start, end: sentences.at(-1)!.end }, sentences };
  }

  /** The sentence before a stretch, in the same passage. */
  before({ span, passage }: Place): Span | undefined {
    return this.passages[passage]!.sentences.findLast((it) => it.end <= span.start);
  }
}

/** A model's words as the text has its own: composed, and without what nobody sees. */
function foldWords(words: string): string {
  const clean = cleanText(words);
  return fold(clean, { start: 0, end: clean.length }).text.trim();
}

function fold(text: string, { start, end }: Span): Folded {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    const space = /\s/.test(char);
    if (space && chars.at(-1) === ' ') continue;
    for (const same of space ? ' ' : (SAME[char] ?? char)) {
      chars.push(same);
      at.push(i);
    }
  }
  return { text: chars.join(''), at };
}

/** Not within a word: "art" is not in "party". */
function wholeIn({ text, at }: Folded, wanted: string): Span[] {
  const found: Span[] = [];
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
    const last = i + wanted.length - 1;
    const cutsBefore = isWord(wanted, 0) && isWord(text, i - 1);
    const cutsAfter = isWord(wanted, wanted.length - 1) && isWord(text, last + 1);
    if (!cutsBefore && !cutsAfter) found.push({ start: at[i]!, end: at[last]! + 1 });
  }
  return found;
}

/** A character beyond the basic plane is one of two halves, whichever is asked for. */
function isWord(text: string, i: number): boolean {
  const isLow = /[\udc00-\udfff]/.test(text[i] ?? '');
  return WORD.test(String.fromCodePoint(text.codePointAt(isLow ? i - 1 : i) ?? 32));
}
