import type { Entities } from '../entities/entities.js';
import { INSTITUTIONS } from '../lexicon/speech.js';
import { isPersonNoun } from '../lexicon/roles.js';
import type { Parsed } from './parse.js';
import type { Token } from '../reading/tokens.js';

/** A stretch of a sentence, as token indexes, the end exclusive. */
export interface Stretch {
  readonly parsed: Parsed;
  readonly from: number;
  readonly to: number;
}

const LEANING = new Set(
  'he she him his her hers himself herself they them their theirs themselves it its itself this that these those such none'.split(
    ' ',
  ),
);

/** The pronoun that the forms of it belong to. */
const SELVES: ReadonlyMap<string, string> = new Map(
  'he he|him he|his he|himself he|she she|her she|hers she|herself she|they they|them they|their they|theirs they|themselves they|it it|its it|itself it'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** What may be meant by a pronoun later on. */
interface Seen {
  thing: boolean;
  several: boolean;
  person: boolean;
  /** "he" or "she", where the one who speaks is called so: the same word in the saying means them. */
  readonly speaker: string | undefined;
}

const HUMAN =
  /^(?:wo)?m[ae]n$|^(?:boys?|girls?|child|children|babies|baby|infant|teenagers?|patients?|youths?|adults?)$/;

const TIME =
  /^(?:time|morning|afternoon|evening|night|day|week|weekend|month|year|summer|winter|spring|autumn|fall)$/;

/**
 * Whether stretches that follow each other can be read without what stands before them: every "it", "they", "he" and
 * "this" has something earlier that it may mean. Generous where something is there, strict where nothing is.
 *
 * @param speaker the pronoun that whoever says this is called by where it is said: "she"
 */
export function readsAlone(stretches: readonly Stretch[], entities: Entities, speaker?: string): boolean {
  // Most stretches have no such word.
  if (
    !stretches.some(({ parsed, from, to }) =>
      parsed.tokens.slice(from, to).some(({ lower }) => LEANING.has(lower)),
    )
  )
    return true;
  const seen: Seen = { thing: false, several: false, person: false, speaker };
  return stretches.every((stretch, index) => holds(stretch, seen, index > 0, entities));
}

function holds({ parsed, from, to }: Stretch, seen: Seen, later: boolean, entities: Entities): boolean {
  const { tokens, clauses, mentions } = parsed;
  const verb =
    clauses.find((clause) => clause.verb.tense !== 'none' && clause.verb.from >= from)?.verb.from ?? to;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]!;
    if (token.type !== 'word') continue;
    // Before its first verb a stretch has only said when and where: "In the meeting it asked …".
    const opens = !later && i < verb;
    if (leansBack(tokens, i, opens, seen)) return false;
    if (!later && isPointing(tokens, i, opens)) return false;
    const mention = mentions.find((each) => i >= each.from && i < each.to);
    const type = mention && entities.list[mention.entity]!.type;
    const body = INSTITUTIONS.has(token.lower);
    const people = !body && (isPersonNoun(token.lower) || HUMAN.test(token.lower));
    const plural = !people && token.lower.length > 3 && /[^s]s$/.test(token.lower);
    if (type === 'person' || (people && !/^(?:some|many|others)$/.test(token.lower))) seen.person = true;
    else if (type || token.tag === 'NOUN' || token.tag === 'PROPN') seen.thing = true;
    if (
      type === 'organisation' ||
      body ||
      (plural && /^(?:NOUN|PROPN)$/.test(token.tag)) ||
      /^(?:people|police)$/.test(token.lower)
    )
      seen.several = true;
  }
  return true;
}

/** Whether the pronoun at `i`, if it is one, has nothing to mean. */
function leansBack(tokens: readonly Token[], i: number, opens: boolean, seen: Seen): boolean {
  const { lower } = tokens[i]!;
  if (seen.speaker !== undefined && SELVES.get(lower) === seen.speaker) return false;
  if (/^(?:he|she|him|his|her|hers|himself|herself)$/.test(lower)) return opens || !seen.person;
  // "officials said some of them left": who says it is none of them.
  if (lower === 'them' && tokens[i - 1]?.lower === 'of') return !seen.several;
  if (/^(?:they|them|their|theirs|themselves)$/.test(lower))
    return lower === 'they' && opens ? true : !seen.several && !seen.person;
  if (lower === 'it' && isEmptySubject(tokens, i)) return false;
  if (lower === 'it' || lower === 'its' || lower === 'itself')
    return (opens && lower === 'it') || !seen.thing;
  return false;
}

/** "it is not possible to …", "it was clear that …": nothing is meant. */
function isEmptySubject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  if (!/^(?:is|was|'s|would|will|has|had|may|might|could|seems|appears|remains|takes|took)$/.test(next))
    return false;
  const near = tokens.slice(at + 2, at + 9);
  const link = near.findIndex(
    ({ lower }) => lower === 'to' || lower === 'that' || lower === 'whether' || lower === 'for',
  );
  const adjective = near.slice(0, link).some(({ tag, lower }) => tag === 'ADJ' || lower === 'time');
  // "it would take three days to …"
  const takes = /^(?:takes?|took|taken)$/.test(next) || near[0]?.lower === 'take';
  return link > 0 && (adjective || takes || /^(?:seems|appears)$/.test(next));
}

/** "this would …", and at the beginning "such a plan", "these reports", "none seems …": told of before. */
function isPointing(tokens: readonly Token[], at: number, opens: boolean): boolean {
  const { lower } = tokens[at]!;
  const next = tokens[at + 1];
  if (/^(?:this|these|those)$/.test(lower) && next?.tag === 'AUX') return true;
  if (!opens) return false;
  if (lower === 'this' || lower === 'these' || lower === 'those') return !TIME.test(next?.lower ?? '');
  if (lower === 'that') return next?.tag === 'AUX';
  return lower === 'such' || lower === 'none';
}
