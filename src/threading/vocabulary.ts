import { stem } from './stem.js';

/** One word of a text. `key` is what is compared: folded, stemmed, the same for "U.S." and "US". */
export interface Word {
  readonly key: string;
  /** Folded, not stemmed: what compounds are joined from. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** `name`: capitalised where the sentence does not ask for it; `number`: has a digit. */
  readonly kind: 'word' | 'name' | 'number';
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

const WORD = /(?:\p{Lu}\.){2,}\p{Lu}?|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*(?:\d+)?/gu;
// The same for lines of Latin letters and common marks, which is most: a third of the time that \p{L} takes.
const LATIN = /^[\0-\xd6\xd8-\xf6\xf8-\u024f\u2000-\u206f\u20a0-\u20cf]*$/;
const LATIN_WORD =
  /(?:[A-Z\xc0-\xd6\xd8-\xde]\.){2,}[A-Z]?|\d+(?:[.,]\d+)*|[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f]+(?:['\u2019][A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f]+)*\d*/g;
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
  for (let i = from; i < to; i++) {
    const char = text[i]!;
    if (char !== ' ' && '.!?:\u201c"\u2022'.includes(char)) return true;
  }
  return false;
};

/**
 * The words of a text in order. `start` and `end` are UTF-16 offsets shifted by `offset`. Hyphenated words come
 * apart; "'s" is dropped. In a line all in capitals or in Title Case no word counts as a name for its capital alone.
 */
export function words(text: string, offset = 0): Word[] {
  const found: Word[] = [];
  let lineStart = 0;
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    if (lineEnd > lineStart) lineWords(text.slice(lineStart, lineEnd), offset + lineStart, found);
    lineStart = lineEnd + 1;
  }
  return found;
}

function lineWords(line: string, offset: number, found: Word[]): void {
  const casing = casingOf(line);
  const pattern = LATIN.test(line) ? LATIN_WORD : WORD;
  pattern.lastIndex = 0;
  let lastEnd = -1;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const begins = lastEnd < 0 || endsSentence(line, lastEnd, match.index);
    lastEnd = match.index + match[0].length;
    push(found, match[0], match.index + offset, begins, casing);
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

/** What of a token does not depend on where it stands. */
interface Lexeme {
  readonly key: string;
  readonly folded: string;
  readonly stop: boolean;
  readonly number: boolean;
  readonly capital: boolean;
  /** Capitals throughout, or dots: initials wherever not everything is in capitals. */
  readonly initials: boolean;
}

/** Texts are made of the same words: looking one up takes a third of the time. Hostile texts must not grow the process. */
const lexemes = new Map<string, Lexeme>();
const MOST_LEXEMES = 100_000;
const LONGEST_KEPT = 40;

function lexeme(raw: string): Lexeme {
  const known = lexemes.get(raw);
  if (known) return known;
  const made = makeLexeme(raw);
  if (raw.length > LONGEST_KEPT) return made;
  if (lexemes.size >= MOST_LEXEMES) lexemes.clear();
  lexemes.set(raw, made);
  return made;
}

function makeLexeme(raw: string): Lexeme {
  const head = raw.charCodeAt(0);
  if (head >= 48 && head <= 57) {
    const key = raw.replace(/,/g, '');
    return { key, folded: raw, stop: false, number: true, capital: false, initials: false };
  }
  let folded = fold(raw);
  if (folded.includes("'")) folded = folded.replace(/'s?$/, '').replaceAll("'", '');
  const dotted = folded.includes('.');
  if (dotted) folded = folded.replaceAll('.', '');
  const capital = raw[0] !== raw[0]!.toLowerCase();
  const initials = capital && raw.length > 1 && (dotted || raw === raw.toUpperCase());
  const stop = STOP.has(folded) || folded.length < 2;
  return { key: stem(folded), folded, stop, number: false, capital, initials };
}

function push(found: Word[], raw: string, start: number, begins: boolean, casing: Casing): void {
  const end = start + raw.length;
  const { key, folded, stop, number, capital, initials: upper } = lexeme(raw);
  if (number) {
    found.push({ key, folded, start, end, kind: 'number', stop });
    return;
  }
  const previous = capital && found[found.length - 1];
  const short = previous && SHORT_FORMS.get(previous.folded)?.get(folded);
  if (short) {
    found.pop();
    found.push({ key: short, folded: short, start: previous.start, end, kind: 'name', stop: false });
    return;
  }
  const initials = upper && casing !== 'capitals';
  // "US" is no "us", "WHO" no "who": capitals keep what folding would throw away.
  if (initials && STOP.has(folded)) {
    const kept = folded.toUpperCase();
    found.push({ key: kept, folded: kept, start, end, kind: 'name', stop: raw === 'I' });
    return;
  }
  const name = capital && !stop && (initials || (casing === 'sentence' && !begins));
  found.push({ key: initials ? folded : key, folded, start, end, kind: name ? 'name' : 'word', stop });
}
