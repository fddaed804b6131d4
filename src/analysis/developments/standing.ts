import type { Clause } from '../sentence/clauses.js';
import { EVENT_NOUNS, STATIVE_VERBS } from '../lexicon/events.js';
import type { Token } from '../reading/tokens.js';

/** "appeared in court", "was in court", "There was a regatta": who or what was there on a day. */
export function isPresence(tokens: readonly Token[], { verb }: Clause): boolean {
  if (verb.negated) return false;
  const head = tokens[verb.head]!.lower;
  const next = tokens[verb.to]?.lower ?? '';
  // "appeared in court", but not "appeared on p19"
  if (head === 'appeared')
    return /^(?:in|on|at|before|alongside)$/.test(next) && !/^p\d/.test(tokens[verb.to + 1]?.lower ?? '');
  if (head !== 'was' && head !== 'were') return false;
  if (next === 'in' && tokens[verb.to + 1]?.lower === 'court') return true;
  return (
    tokens[verb.from - 1]?.lower === 'there' &&
    tokens.slice(verb.to, verb.to + 6).some(({ lower }) => EVENT_NOUNS.has(lower))
  );
}

const AFTERMATH: ReadonlySet<string> = new Set(
  'dead missing injured wounded hurt homeless trapped stranded custody hospital arrest'.split(' '),
);

/** "A man is dead after …", "Two sailors are missing", "A woman is in custody": what has just happened to them. */
export const isAftermath = (tokens: readonly Token[], { verb }: Clause): boolean =>
  verb.tense === 'present' &&
  !verb.negated &&
  /^(?:is|are)$/.test(tokens[verb.from]!.lower) &&
  tokens
    .slice(verb.from + 1, verb.to + 3)
    .some(({ lower, type }) => type === 'word' && AFTERMATH.has(lower)) &&
  tokens.slice(verb.from + 1, verb.to + 3).every(({ type }) => type === 'word');

/** What goes on in minds or over years. */
const DRAWN_OUT = new Set(
  `considering planning hoping expecting thinking wondering becoming getting growing living facing having doing making looking
  going feeling waiting preparing leaving running turning playing working using seeing holding`.split(/\s+/),
);

/** "Crews are searching …", "The bank is being sued": news while it goes on. */
export const isUnderWay = (tokens: readonly Token[], { verb, kind }: Clause): boolean => {
  const head = tokens[verb.head]!.lower;
  const passive = verb.passive && tokens[verb.head - 1]?.lower === 'being';
  return (
    kind === 'main' &&
    verb.tense === 'present' &&
    !verb.negated &&
    // "There are mounting fears"
    tokens[verb.from - 1]?.lower !== 'there' &&
    (verb.progressive || passive) &&
    !DRAWN_OUT.has(head) &&
    !STATIVE_VERBS.has(head)
  );
};
