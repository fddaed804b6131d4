import { Remembered } from './remembered.js';
import { stem } from './stem.js';
import { ENDS, isLatin, latinWords } from './word-ends.js';

/** One word of a text. `key` is what is compared: folded, stemmed, the same for "U.S." and "US". */
export interface Word {
  readonly key: string;
  /** Folded, not stemmed: what compounds are joined from. */
  readonly folded: string;
  readonly written: string;
  /** `name`: capitalised where the sentence does not ask for it; `number`: has a digit. */
  readonly kind: 'word' | 'name' | 'number';
  /** Whether it begins with a capital, asked for or not. */
  readonly capital: boolean;
  readonly stop: boolean;
}

/** Function words and the verbs every report is made of: they tell nothing about the subject. */
const STOP = new Set(
  `a about above after again against ago all almost already also although always am among an and another any are
  around as at away back be became because become been before began being below between both but by came can cannot
  come could day days did do does doing done down due during each early either else end enough even ever every few
  first for former four from full further gave get give given go going good got had has have having he her here hers
  herself him himself his how however i if in include included including into is it its itself just keep kept know
  last late later latest least less let like likely ll long made make making many may me might month months more most
  much must my near nearly need never new next no nor not nothing now of off often old on once one only or other
  others our out over own part per put re really report reported reporter reports said same say saying says second see
  seen seven several she should show since six so some still such take taken tell than that the their them then there
  these they thing third this those though three through thus time times to today together told too took toward two
  under until up upon us use used ve very via want wants was way we week weeks well went were what when where whether
  which while who whose why will with within without would year years yes yesterday yet you your monday tuesday
  wednesday thursday friday saturday sunday according added asked called don didn doesn isn wasn won t s d m`
    .split(/\s+/)
    .filter(Boolean),
);

/** Spelled-out states and bodies that headlines shorten: first word, second word, short form. */
const SHORT_FORMS = new Map([
  [
    'united',
    new Map([
      ['states', 'US'],
      ['kingdom', 'uk'],
      ['nations', 'un'],
    ]),
  ],
  ['european', new Map([['union', 'eu']])],
]);

/** What may come before "States", "Kingdom" and the like. */
const SECONDS = new Set([...SHORT_FORMS.values()].flatMap((seconds) => [...seconds.keys()]));

const WORD = /(?:\p{Lu}\.){2,}\p{Lu}?|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*(?:\d+)?/gu;
const MARKS = /\p{M}/gu;
const ASCII = /^[\x20-\x7e]*$/;

/** Lower case without accents; "ß" and ligatures spelled out. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/\u2019/g, "'")
    .toLowerCase();
}

const endsSentence = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (ENDS.includes(text[i]!)) return true;
  return false;
};

/**
 * The words of a stretch of text in order; the same word of other texts is the same object. Hyphenated words come
 * apart; "'s" is dropped. In a line all in capitals or in Title Case no word counts as a name for its capital alone.
 *
 * @param from,to UTF-16 offsets
 */
export function words(text: string, from = 0, to = text.length): Word[] {
  const found: Word[] = [];
  addWords(found, text, from, to);
  return found;
}

/** Adds the words of a stretch, as {@link words} gives them, to others. */
export function addWords(all: Word[], text: string, from: number, to: number): void {
  const found = new Found(text, all);
  let lineStart = from;
  while (lineStart < to) {
    const newline = text.slice(lineStart, to).indexOf('\n');
    const lineEnd = newline < 0 ? to : lineStart + newline;
    if (lineEnd > lineStart) lineWords(found, lineStart, lineEnd);
    lineStart = lineEnd + 1;
  }
}

function lineWords(found: Found, from: number, to: number): void {
  const { text } = found;
  const line = text.slice(from, to);
  found.casing = casingOf(line);
  if (isLatin(text, from, to)) {
    latinWords(text, from, to, (start, end, begins) => found.push(start, end, begins));
    return;
  }
  let lastEnd = -1;
  for (const { index, 0: raw } of line.matchAll(WORD)) {
    const begins = lastEnd < 0 || endsSentence(line, lastEnd, index);
    lastEnd = index + raw.length;
    found.push(from + index, from + lastEnd, begins);
  }
}

type Casing = 'sentence' | 'title' | 'capitals';

/** How a line uses capitals: in Title Case they say nothing about names. */
function casingOf(line: string): Casing {
  // A word or two in capitals are initials ("US"), no headline.
  if (!/\p{Ll}/u.test(line) && /\p{L}\P{L}+\p{L}+\P{L}+\p{L}/u.test(line)) return 'capitals';
  if (line.trimEnd().endsWith('.')) return 'sentence';
  let long = 0;
  let capital = 0;
  for (const match of line.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
    long++;
    if (match[0][0] !== match[0][0]!.toLowerCase()) capital++;
  }
  return long >= 4 && capital / long > 0.75 ? 'title' : 'sentence';
}

/** A word as it is written, with what it can be where it stands. */
interface Lexeme {
  readonly raw: string;
  /** A common word, or a number. */
  readonly plain: Word;
  /** With a capital that the sentence does not ask for. */
  readonly name: Word;
  /** With capitals throughout, or dots: initials wherever not everything is in capitals. */
  readonly initials: Word | null;
  /** May be the second word of a name that has a short form. */
  readonly second: boolean;
}

const lexemes = new Remembered(makeLexeme);

function makeLexeme(raw: string): Lexeme {
  const head = raw.charCodeAt(0);
  if (head >= 48 && head <= 57) {
    const key = raw.replace(/,/g, '');
    const plain: Word = { key, folded: raw, written: raw, kind: 'number', capital: false, stop: false };
    return { raw, plain, name: plain, initials: null, second: false };
  }
  let folded = fold(raw);
  if (folded.includes("'")) folded = folded.replace(/'s?$/, '').replaceAll("'", '');
  const dotted = folded.includes('.');
  if (dotted) folded = folded.replaceAll('.', '');
  const capital = raw[0] !== raw[0]!.toLowerCase();
  const isInitials = capital && raw.length > 1 && (dotted || raw === raw.toUpperCase());
  const stop = STOP.has(folded) || folded.length < 2;
  const plain: Word = { key: stem(folded), folded, written: raw, kind: 'word', capital, stop };
  const name: Word = capital && !stop ? { ...plain, kind: 'name' } : plain;
  const initials = isInitials ? initialsOf(raw, folded, name) : null;
  return { raw, plain, name, initials, second: capital && SECONDS.has(folded) };
}

function initialsOf(raw: string, folded: string, name: Word): Word {
  // "US" is no "us", "WHO" no "who": capitals keep what folding would throw away.
  if (!STOP.has(folded)) return { ...name, key: folded };
  const kept = folded.toUpperCase();
  return { key: kept, folded: kept, written: raw, kind: 'name', capital: true, stop: raw === 'I' };
}

/** The words found so far. */
class Found {
  casing: Casing = 'sentence';
  private lastStart = 0;
  /** Of the stretch's first word. */
  private readonly first: number;

  constructor(
    readonly text: string,
    private readonly words: Word[],
  ) {
    this.first = words.length;
  }

  /** Takes up the word between two offsets. */
  push(start: number, end: number, begins: boolean): void {
    const { plain, name, initials, second } = lexemes.at(this.text, start, end);
    if (second && this.shorten(plain, end)) return;
    this.lastStart = start;
    if (initials && this.casing !== 'capitals') this.words.push(initials);
    else this.words.push(this.casing === 'sentence' && !begins ? name : plain);
  }

  /** Makes one of the last word and this one if they have a short form. */
  private shorten({ folded }: Word, end: number): boolean {
    if (this.words.length === this.first) return false;
    const short = SHORT_FORMS.get(this.words.at(-1)!.folded)?.get(folded);
    if (!short) return false;
    const written = this.text.slice(this.lastStart, end);
    this.words[this.words.length - 1] = {
      key: short,
      folded: short,
      written,
      kind: 'name',
      capital: true,
      stop: false,
    };
    return true;
  }
}
