import { isSpeechVerb } from '../lexicon/speech.js';
import type { Token } from '../reading/tokens.js';
import type { Clause } from '../sentence/clauses.js';
import type { Parsed } from '../sentence/parse.js';
import type { VerbGroup } from '../sentence/verbs.js';
import { trimEnd, type Attribution } from './attribution.js';
import { subjectStart } from './leading-attribution.js';

/** Words in which the "of", "to", "as" or "for" of such a verb comes: "accused the board of the old harbour of …". */
const REACH = 14;

/** What somebody says of themselves or of others when they deny, reject or admit it: not a visa, a bail or a bid. */
const SAID_OF =
  /^(?:(?:allegation|accusation|charge|claim|suggestion|report|rumou?r|assertion|criticism|mistake|error|failing|link|tie|connection|role)s?|wrongdoing|involvement|responsibility|liability|knowledge|guilt|blame|fault|negligence|speculation|part)$/;

const FEELINGS =
  /^(?:concerns?|regrets?|confidence|doubts?|hopes?|fears?|disappointment|dismay|anger|outrage|sorrow|sadness|sympathy|condolences|surprise|support|optimism|satisfaction|frustration|gratitude|relief|remorse|scepticism|skepticism|alarm)$/;

const DECIDING = /^(?:judges?|justices?|courts?|jur(?:y|ies|ors)|tribunals?|magistrates?|regulators?)$/;

type Rule = (tokens: readonly Token[], at: number) => boolean;

const OBJECT = /^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/;
const takesObject: Rule = (tokens, at) =>
  OBJECT.test(tokens[at]?.tag ?? '') && !/^(?:that|what|how|why|it|this|when)$/.test(tokens[at]!.lower);

/** The object of a verb up to a word, in the same part of the sentence: "(accused) the board of". */
const reaches =
  (word: RegExp): Rule =>
  (tokens, at) => {
    if (!takesObject(tokens, at) && tokens[at]?.lower !== 'it') return false;
    for (let i = at + 1; i < Math.min(tokens.length - 1, at + REACH); i += 1) {
      const { lower, text, tag } = tokens[i]!;
      const next = tokens[i + 1]!;
      if (word.test(lower)) return lower !== 'to' || next.type === 'open' || /^(?:VERB|AUX)$/.test(next.tag);
      if (/^[;:]$/.test(text) || /^(?:that|who|which)$/.test(lower) || tag === 'AUX') return false;
    }
    return false;
  };

const isFollowedBy =
  (word: RegExp): Rule =>
  (tokens, at) =>
    word.test(tokens[at]?.lower ?? '');

/** "(denied) hiding the report", "(denied) any wrongdoing", "(rejected) the board's claims". */
const ofWhatIsSaid: Rule = (tokens, at) => {
  const first = tokens[at];
  if (!first) return false;
  if (first.tag === 'VERB' && first.lower.endsWith('ing')) return true;
  if (!takesObject(tokens, at)) return false;
  for (let i = at; i < Math.min(tokens.length, at + 8); i += 1) {
    const { lower, tag } = tokens[i]!;
    if (SAID_OF.test(lower) && !/^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.tag ?? '')) return true;
    if (!OBJECT.test(tag) && tag !== 'PART') return false;
  }
  return false;
};

/** "(called) the vote a disgrace", "(called) it “a shame”": an object, and what it is called. */
const isNamed: Rule = (tokens, at) => {
  if (!/^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(tokens[at]?.tag ?? '')) return false;
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + REACH); i += 1) {
    const { lower, type, tag } = tokens[i]!;
    if (type === 'open') return true;
    if (/^an?$/.test(lower) && !/^(?:ADP|CCONJ|DET)$/.test(tokens[i - 1]!.tag))
      return !LENGTHS.test(tokens[i + 1]!.lower);
    if (type !== 'word' || /^(?:ADP|VERB|AUX|SCONJ|CCONJ)$/.test(tag)) return false;
  }
  return false;
};

/** "called his wife an hour later" */
const LENGTHS =
  /^(?:few|second|third|moment|minute|hour|day|week|month|year|couple|dozen|hundred|thousand|lot|bit)$/;

const any =
  (...rules: readonly Rule[]): Rule =>
  (tokens, at) =>
    rules.some((rule) => rule(tokens, at));

/** Verbs by stem, and what has to follow them. */
const ACTS: readonly (readonly [RegExp, Rule])[] = [
  [/^accus(?:ed?|es)$/, reaches(/^of$/)],
  [/^blam(?:ed?|es)$/, takesObject],
  [/^(?:critici[sz]e[ds]?|prais(?:ed?|es))$/, reaches(/^(?:for|over|as)$/)],
  [/^(?:denounce[ds]?|decr(?:y|ies|ied))$/, takesObject],
  [/^(?:call(?:ed|s)?|label(?:l?ed|s)?|brand(?:ed|s)?)$/, isNamed],
  [/^(?:urge[ds]?|implore[ds]?|advise[ds]?)$/, reaches(/^to$/)],
  [/^(?:call(?:ed|s)?|appeal(?:ed|s)?)$/, isFollowedBy(/^for$/)],
  [
    /^(?:call(?:ed|s)?|appeal(?:ed|s)?)$/,
    (tokens, at) =>
      /^(?:on|upon|to)$/.test(tokens[at]?.lower ?? '') && reaches(/^(?:to|for)$/)(tokens, at + 1),
  ],
  [/^describe[ds]?$/, any(reaches(/^as$/), isFollowedBy(/^\p{L}+ing$/u))],
  [/^(?:demand(?:ed|s)?|condemn(?:ed|s)?|predict(?:ed|s)?)$/, takesObject],
  [/^(?:deny|denie[ds]|reject(?:ed|s)?|dismiss(?:ed|es)?|admit(?:ted|s)?|acknowledge[ds]?)$/, ofWhatIsSaid],
  [/^warn(?:ed|s)?$/, any(isFollowedBy(/^(?:of|against)$/), reaches(/^(?:of|against|to)$/))],
  [
    /^apologi[sz]e[ds]?$/,
    (tokens, at) => tokens.slice(at, at + 4).some(({ lower }) => /^(?:for|to)$/.test(lower)),
  ],
  [
    /^(?:express(?:ed|es)?|voice[ds]?)$/,
    (tokens, at) => tokens.slice(at, at + 4).some(({ lower }) => FEELINGS.test(lower)),
  ],
  [/^claim(?:ed|s)?$/, isFollowedBy(/^(?:responsibility|credit)$/)],
  [/^insist(?:ed|s)?$/, isFollowedBy(/^on$/)],
  [/^threaten(?:ed|s)?$/, (tokens, at) => tokens.slice(at, at + 3).some(({ lower }) => lower === 'to')],
];

/**
 * The clauses that say something by the very verb: "accused the board of hiding the report", "urged residents to leave",
 * "denied any part in it". What is said begins with the verb, and no "that" introduces it.
 */
export function findSpeechActs(parsed: Parsed): Attribution[] {
  const found: Attribution[] = [];
  for (const clause of parsed.clauses) {
    if (!isAct(parsed.tokens, clause)) continue;
    const from = subjectStart(parsed, clause);
    const end = actEnd(parsed, clause.verb);
    if (from === undefined || end <= clause.verb.to) continue;
    found.push({
      position: 'leading',
      according: false,
      verb: parsed.tokens[clause.verb.head]!.lower,
      clause,
      subject: [from, clause.verb.from],
      content: [clause.verb.from, end],
      segment: [from, clause.verb.from],
    });
  }
  return found;
}

function isAct(tokens: readonly Token[], { verb, kind, start }: Clause): boolean {
  const { lower, quoted } = tokens[verb.head]!;
  if (quoted || verb.passive || verb.negated || (kind !== 'main' && kind !== 'joined')) return false;
  if (!/^(?:past|present|perfect|past-perfect)$/.test(verb.tense)) return false;
  // "resisted calls for …" names things, "what he called …" is said by the way.
  if (tokens[verb.from - 1]?.tag === 'VERB') return false;
  if (tokens.slice(start, verb.from).some(({ lower: word }) => word === 'what')) return false;
  // A judge who dismisses claims decides.
  if (
    /^(?:reject|dismiss)/.test(lower) &&
    tokens.slice(start, verb.from).some(({ lower: word }) => DECIDING.test(word))
  )
    return false;
  return ACTS.some(([stem, rule]) => stem.test(lower) && rule(tokens, verb.to));
}

/** An act ends where the sentence does, or where another verb with "and" or a participle says something more. */
function actEnd({ tokens, clauses }: Parsed, { to }: VerbGroup): number {
  const next = clauses.find(
    ({ verb, kind }) =>
      verb.from > to &&
      ((kind === 'joined' && /^(?:CCONJ|ADV)$/.test(tokens[verb.from - 1]!.tag) && verb.tense !== 'none') ||
        (tokens[verb.from - 1]!.text === ',' && isSpeechVerb(tokens[verb.head]!.lower))),
  );
  let end = next ? next.verb.from : trimEnd(tokens);
  const opened = tokens.findIndex(
    ({ lower, type, text }, i) =>
      i > to &&
      i < end &&
      (text === ':' || (lower === '"' && type === 'open' && tokens[i - 1]!.text === ',')),
  );
  if (opened !== -1) end = opened;
  // "… and later left": the words that join the next verb are its own.
  while (next && tokens[end - 1]!.tag === 'ADV' && tokens[end - 2]?.tag === 'CCONJ') end -= 1;
  while (end > to && (tokens[end - 1]!.tag === 'CCONJ' || /^[.,;:]$/.test(tokens[end - 1]!.text))) end -= 1;
  return end;
}
