import { CURRENCY_SIGNS } from '../lexicon/numbers.js';
import type { Token } from '../reading/tokens.js';

export type Tense = 'past' | 'present' | 'perfect' | 'past-perfect' | 'future' | 'modal' | 'none';

/** A verb with its auxiliaries: token indexes `from`..`to` (exclusive), `head` the verb that carries the meaning. */
export interface VerbGroup {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly tense: Tense;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly negated: boolean;
  /** A bare form that may as well be a participle after its noun: "the plan presented …". */
  readonly ambiguous: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Past forms that are nothing else. */
const CERTAIN_PAST = words(`
  went took gave came began became saw wrote broke chose drove flew grew knew rose spoke stole threw wore drew fell ate ran sang
  sank swam shook froze forgot forgave arose awoke blew bore tore did was were had stood undertook overtook withdrew overthrew underwent
  rode swore hid rang woke wove strode sped shrank strove bade slew
`);
/** Past forms that are participles too. */
const PAST_OR_PARTICIPLE = words(`
  said met held led made left sent told found got built brought bought caught taught thought fought sought struck hit hurt cut put set shut
  spent lost won kept felt heard meant paid sold shot stood understood dealt fed fled laid lay lit read rid spread split burst cast
  broadcast cost quit beat bet let forecast hung dug slept swept wept swung stuck sprang upheld withheld rebuilt bound
  spun lent bent clung slid flung strung leapt knelt crept spilt
`);
const PARTICIPLES = words(`
  been done gone taken given seen known shown become begun broken chosen driven fallen flown grown risen spoken stolen thrown worn written borne
  eaten frozen forgotten hidden ridden shaken sworn torn drawn proven beaten come run overcome undertaken withdrawn overthrown
`);
const MODALS = words("'d would could should may might can must cannot ca");
const BE = words("be am is are was were been being 's 're 'm isn't aren't wasn't weren't");
const HAVE = words("have has had having 've haven't hasn't hadn't");
const DO = words("do does did don't doesn't didn't");
const NEVER = words("not never n't cannot hardly barely");
/** Participles that have become prepositions: no verb of any clause. */
const PREPOSITIONS = words(
  'according including following regarding concerning during involving pending excluding considering given based',
);

const isPast = (token: Token): boolean =>
  CERTAIN_PAST.has(token.lower) ||
  PAST_OR_PARTICIPLE.has(token.lower) ||
  (token.lower.endsWith('ed') && token.lower.length > 3);
const isParticiple = (token: Token): boolean =>
  PAST_OR_PARTICIPLE.has(token.lower) || PARTICIPLES.has(token.lower) || /(?:ed|en)$/.test(token.lower);
export const isIng = (token: Token): boolean => token.lower.endsWith('ing') && token.lower.length > 4;
const isBase = (lower: string): boolean => !lower.endsWith('s') || lower.endsWith('ss');

/** The verb groups of a sentence in order, infinitives and participles (tense `none`) among them. */
export function findVerbs(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < tokens.length) {
    const group = groupAt(tokens, i);
    if (group) groups.push(group);
    i = group ? group.to : i + 1;
  }
  return groups;
}

const startsGroup = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i]!;
  if (token.type !== 'word' || PREPOSITIONS.has(token.lower)) return false;
  if (token.tag === 'AUX') return true;
  return token.tag === 'VERB' && !isAttributive(tokens, i) && !isCompound(token);
};

/** "the hard-hit coast", "a rebel-held town": a compound describes; a verb has such parts only in front. */
function isCompound({ lower }: Token): boolean {
  if (!/^(?!(?:re|co|de|un|pre|mis|over|out|counter)-)\p{L}+-/u.test(lower)) return false;
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  return PAST_OR_PARTICIPLE.has(last) || PARTICIPLES.has(last) || /(?:ed|en|ing)$/.test(last);
}

/** "the planned talks", "in closed session", "help displaced families": a participle before its noun. */
function isAttributive(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  const ing = isIng(token);
  if ((!isParticiple(token) && !ing) || token.lower === 'said') return false;
  // "their “revamped” plan": marks aside
  const before = tokens[i - 1]?.type === 'open' ? tokens[i - 2] : tokens[i - 1];
  const after = tokens[i + 1]?.type === 'close' ? tokens[i + 2] : tokens[i + 1];
  // "an estimated €2 million"
  if (before?.tag === 'DET' && CURRENCY_SIGNS.has(after?.text ?? '')) return true;
  if (!after || !before || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(after.tag)) return false;
  // "a quake of 6.1 struck southern Elm"
  if (before.tag === 'NUM' && tokens[i - 2]?.lower === 'of' && token.lower !== 'estimated' && !ing)
    return false;
  // "an estimated 900 boats"
  if (after.tag === 'NUM') return before.tag === 'DET';
  if (/^(?:DET|ADJ|NUM)$/.test(before.tag) || /^(?:'s|its|their|his|my|our|your)$/.test(before.lower))
    return true;
  return (
    !ing &&
    token.lower.endsWith('ed') &&
    (before.tag === 'ADP' || before.tag === 'VERB') &&
    after.tag !== 'ADJ' &&
    before.lower !== 'to'
  );
}

function groupAt(tokens: readonly Token[], at: number): VerbGroup | undefined {
  const first = tokens[at]!;
  const infinitive = first.lower === 'to' && first.tag !== 'ADP' && isVerbal(tokens[at + 1]);
  if (!infinitive && !startsGroup(tokens, at)) return undefined;
  let i = infinitive ? at + 1 : at;
  const from = at;
  const chain: number[] = [];
  let negated = tokens[at - 1]?.lower === 'never';
  while (i < tokens.length) {
    const token = tokens[i]!;
    if (token.type !== 'word') break;
    // "has more than doubled"
    if (
      chain.length > 0 &&
      token.lower === 'more' &&
      tokens[i + 1]?.lower === 'than' &&
      isVerbal(tokens[i + 2])
    ) {
      i += 2;
      continue;
    }
    if (NEVER.has(token.lower) || token.lower.endsWith("n't")) negated = true;
    if (isVerbal(token) && !PREPOSITIONS.has(token.lower)) {
      if (chain.length > 0 && !continuesChain(tokens[chain.at(-1)!]!, token)) break;
      chain.push(i);
    } else if (!(
      chain.length > 0 &&
      (token.tag === 'ADV' || token.tag === 'PART') &&
      token.lower !== 'to' &&
      token.lower !== "'s" &&
      leadsOn(tokens, i)
    ))
      break;
    i += 1;
  }
  if (chain.length === 0) return undefined;
  const head = chain.at(-1)!;
  const form = shape(tokens, chain, infinitive);
  const tense = isPlainPresent(tokens, from, head) ? 'present' : form.tense;
  return { from, to: head + 1, head, negated, ...form, tense };
}

/** "nine in ten come from Elm", "they run": such a participle right after a plural is none. */
const isPlainPresent = (tokens: readonly Token[], from: number, head: number): boolean =>
  from === head &&
  /^(?:come|become|run|overcome)$/.test(tokens[head]!.lower) &&
  /^(?:\p{L}+[^s\P{L}]s|people|we|they|you|i|who|that)$/u.test(tokens[head - 1]?.lower ?? '');

const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'VERB' || token.tag === 'AUX');

/** Whether an adverb stands inside a verb group: a verb follows it, perhaps after another adverb. */
function leadsOn(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 4); k += 1) {
    if (isVerbal(tokens[k])) return true;
    if (tokens[k]!.tag !== 'ADV' && tokens[k]!.tag !== 'PART') return false;
  }
  return false;
}

function continuesChain(previous: Token, next: Token): boolean {
  const word = previous.lower;
  if (
    word === 'will' ||
    word === "'ll" ||
    word === 'wo' ||
    word === "won't" ||
    word === 'shall' ||
    MODALS.has(word) ||
    DO.has(word) ||
    /^(?:would|could|should|might|must|can)n't$|^can't$/.test(word)
  )
    return true;
  if (HAVE.has(word)) return isParticiple(next);
  if (BE.has(word)) return isParticiple(next) || isIng(next);
  return false;
}

function shape(
  tokens: readonly Token[],
  chain: readonly number[],
  infinitive: boolean,
): Pick<VerbGroup, 'tense' | 'passive' | 'progressive' | 'ambiguous'> {
  const parts = chain.map((index) => tokens[index]!);
  const first = parts[0]!.lower;
  const head = parts.at(-1)!;
  const passive = parts.length > 1 && BE.has(parts.at(-2)!.lower) && isParticiple(head) && !isIng(head);
  const progressive = parts.length > 1 && BE.has(parts.at(-2)!.lower) && isIng(head);
  const done = { passive, progressive, ambiguous: false };
  if (infinitive) return { ...done, tense: 'none' };
  if (first === 'will' || first === "'ll" || first === "won't" || first === 'wo' || first === 'shall')
    return { ...done, tense: 'future' };
  if (MODALS.has(first) || (/n't$/.test(first) && /^(?:would|could|should|might|must|ca)/.test(first)))
    return { ...done, tense: 'modal' };
  if (HAVE.has(first) && parts.length > 1)
    return {
      ...done,
      tense: first.startsWith('had') ? 'past-perfect' : first === 'having' ? 'none' : 'perfect',
    };
  if (parts.length > 1)
    return {
      ...done,
      tense: /^(?:was|were|did|had|wasn't|weren't|didn't)$/.test(first)
        ? 'past'
        : first === 'being' || first === 'be' || first === 'been'
          ? 'none'
          : 'present',
    };
  if (isIng(head)) return { ...done, tense: 'none' };
  if (first === 'be' || first === 'been' || first === 'being') return { ...done, tense: 'none' };
  if (CERTAIN_PAST.has(first)) return { ...done, tense: 'past' };
  if (PARTICIPLES.has(first)) return { ...done, tense: 'none' };
  if (isPast(head)) return { ...done, tense: 'past', ambiguous: true };
  return { ...done, tense: 'present', ambiguous: isBase(head.lower) && head.tag === 'VERB' };
}
