import type { Passage, Span } from '../domain/statements.js';

/** Marks that models and newsrooms write either way. One character for one, so that offsets hold. */
const SAME: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
};

/** Text with every run of white space as one space, and where each of its characters stands in the original. */
interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Finds a model's words in a text: exact to the letter; only white space and the shape of quotation marks and dashes may differ. */
export class Locator {
  private readonly folded: readonly Folded[];

  constructor(
    text: string,
    private readonly passages: readonly Passage[],
  ) {
    this.folded = passages.map((passage) => fold(text, passage));
  }

  /**
   * The first place where the words stand whole within one passage, as characters of the text.
   *
   * @param within only there, passages by index; all of them by default
   */
  find(
    words: string,
    within: readonly number[] = [...this.passages.keys()],
  ): { span: Span; passage: number } | null {
    const wanted = fold(words, { start: 0, end: words.length }).text.trim();
    if (wanted === '') return null;
    for (const passage of within) {
      const folded = this.folded[passage];
      const span = folded && findWhole(folded, wanted);
      if (span) return { span, passage };
    }
    return null;
  }

  /** From the beginning of the first sentence that the span touches to the end of the last. */
  sentences(span: Span, passage: number): { span: Span; count: number } {
    const touched = this.passages[passage]!.sentences.filter(
      (it) => it.start < span.end && span.start < it.end,
    );
    const first = touched[0];
    if (!first) return { span, count: 0 };
    return { span: { start: first.start, end: touched.at(-1)!.end }, count: touched.length };
  }
}

function fold(text: string, { start, end }: Span): Folded {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    const space = /\s/.test(char);
    if (space && chars.at(-1) === ' ') continue;
    chars.push(space ? ' ' : (SAME[char] ?? char));
    at.push(i);
  }
  return { text: chars.join(''), at };
}

/** Not within a word: "art" is not in "party". */
function findWhole({ text, at }: Folded, wanted: string): Span | null {
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
    const last = i + wanted.length - 1;
    const cutsBefore = WORD.test(wanted[0]!) && WORD.test(text[i - 1] ?? ' ');
    const cutsAfter = WORD.test(wanted.at(-1)!) && WORD.test(text[last + 1] ?? ' ');
    if (!cutsBefore && !cutsAfter) return { start: at[i]!, end: at[last]! + 1 };
  }
  return null;
}
