import type { TimeExpression } from '../time/day-range.js';
import { written, type Parsed } from './parse.js';
import type { Token } from '../reading/tokens.js';

/** What the rest of a sentence says of the things counted: where they are, what is done to them. */
export interface Complement {
  readonly words: string;
  /** The day of the happening that the words name: "killed in the May 2 blast". */
  readonly date?: TimeExpression;
  /** The words after the noun are among them. */
  readonly own?: true;
  /** Who did it: "by the board". Told where nothing else is. */
  readonly doer?: string;
}

const MOST_WORDS = 12;
/** The tagger often takes these for nouns after a plural or a name. */
export const STATE_TAKEN_FOR_NOUN = /^(?:face|need|lack|fear|want|support|oppose|back|remain|live)$/;
const isBoundary = (token: Token): boolean =>
  token.type !== 'word' ||
  token.tag === 'CCONJ' ||
  token.tag === 'SCONJ' ||
  /^(?:that|which|who|whose|where|after|while|as|when|because|since|before|until|though|but|and|or|given|following|amid|according)$/.test(
    token.lower,
  );

/** Where the words that belong to a complement end: at a mark, a number, a conjunction, a time or the sentence's verb. */
export function extent(parsed: Parsed, from: number, most = MOST_WORDS): number {
  const { tokens, clauses, dates } = parsed;
  let to = from;
  while (
    to < tokens.length &&
    to - from < most &&
    (!isBoundary(tokens[to]!) || joinsAdjectives(tokens, to) || joinsNames(parsed, from, to))
  ) {
    if (to > from && tokens[to - 1]!.tag === 'PROPN' && STATE_TAKEN_FOR_NOUN.test(tokens[to]!.lower)) break;
    const finite = clauses.some(({ verb }) => verb.from === to && verb.tense !== 'none');
    // After a preposition the tagger's verb is a noun: "cut off from help".
    // So it is after what describes one: "for short-term needs".
    const described = tokens[to - 2]?.tag === 'ADP' && tokens[to - 1]!.lower.includes('-');
    if (to > from && finite && tokens[to - 1]!.tag !== 'ADP' && !described) break;
    if (dates.some((date) => date.from === to)) break;
    // "40 litres from the well each day a figure that": another phrase opens.
    if (to > from && /^an?$/.test(tokens[to]!.lower) && tokens[to - 1]!.tag === 'NOUN') break;
    to += 1;
  }
  // "charged with illegally entering [the harbour]": a verb that is cut off from its object.
  const cut =
    to > from && tokens[to - 1]!.tag === 'DET' && (to - from === most || tokens[to]?.type === 'open');
  while (to > from && (isLoose(tokens[to - 1]!) || (cut && tokens[to - 1]!.tag === 'VERB'))) to -= 1;
  return to;
}

/** "state and federal agencies", "from old and new piers": an "and" inside a noun's description. */
const joinsAdjectives = (tokens: readonly Token[], at: number): boolean =>
  /^(?:and|or)$/.test(tokens[at]!.lower) &&
  /^(?:ADJ|NOUN)$/.test(tokens[at - 1]?.tag ?? '') &&
  tokens[at + 1]?.tag === 'ADJ' &&
  tokens[at + 2]?.tag === 'NOUN' &&
  /^(?:ADP|DET)$/.test(tokens[at - 2]?.tag ?? '');

/** "to Elm, Oak and Ash": a list of names behind one preposition, and not "in Elm and Kari Vold drowned". */
function joinsNames({ tokens, clauses }: Parsed, from: number, at: number): boolean {
  const named = (i: number): boolean => tokens[i]?.tag === 'PROPN';
  if (!/^(?:,|and)$/.test(tokens[at]!.lower) || !named(at - 1) || !named(at + 1)) return false;
  let first = at - 1;
  while (first > from && (named(first - 1) || tokens[first - 1]!.text === ',')) first -= 1;
  let to = at;
  while (/^(?:,|and)$/.test(tokens[to]?.lower ?? '') && named(to + 1)) {
    to += 1;
    while (named(to)) to += 1;
  }
  const ends = tokens.slice(at, to).some(({ lower }) => lower === 'and');
  return ends && tokens[first - 1]?.tag === 'ADP' && !clauses.some(({ verb }) => verb.from === to);
}

/** Words that end nothing: "people killed in the". */
const isLoose = ({ tag, lower }: Token): boolean =>
  (/^(?:DET|ADP|ADV|PART|PRON|AUX)$/.test(tag) || lower === 'more') &&
  lower !== "'s" &&
  !/^(?:part|there|down|off|up|out|away|abroad|home|outdoors|indoors|overseas|nearby|alone|together)$/.test(
    lower,
  );

export const words = ({ tokens }: Parsed, from: number, to: number, text: string): Complement | undefined =>
  to > from ? { words: written(text, tokens, from, to) } : undefined;
