import type { Clause } from '../sentence/clauses.js';
import { extent } from '../sentence/complement-words.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { NumberPhrase } from '../reading/numbers.js';
import { doerOf } from './event-objects.js';
import { inSentence, subjectStart, type CountedThing } from './measured.js';

/** Who says no to what they vote on. */
const REFUSING =
  /^(?:reject(?:s|ed|ing)?|overturn(?:s|ed)?|struck|threw|dismiss(?:ed)?|block(?:ed)?|acquit(?:ted)?|repeal(?:ed)?)$/;
const DECIDING =
  /^(?:approv|pass|adopt|confirm|endors|ratif|back|clear|impeach|uph)(?:e|es|ed|y|ied|eld|ing)?$/;
/** What goes through a chamber: what else is passed may be a team or a ball. */
const BILLS =
  /^(?:bills?|laws?|acts?|reforms?|measures?|budgets?|resolutions?|amendments?|motions?|treat(?:y|ies)|plans?|legislation|proposals?|packages?|ordinances?|constitution|bans?|tax(?:es)?|rules?|agreements?|deals?)$/;
const LONGEST = 14;

/** "voted 52 to 48 to raise the tax", "rejected the treaty 61-38": votes of either side, for or against what. */
export function votes(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { numbers } = parsed;
  if (number.ballot === undefined || number.value === 0) return undefined;
  const won = number.ballot === 'first';
  const second = won
    ? numbers.find(({ ballot, from }) => ballot === 'second' && from >= number.from)
    : number;
  const first = won
    ? number
    : numbers.findLast(({ ballot, from }) => ballot === 'first' && from <= number.from);
  if (!second || !first) return undefined;
  const on =
    behind(parsed, behindDay(parsed, second.to), won, text) ??
    decided(parsed, first.from, second.to, won, text);
  return on === undefined ? undefined : { unit: 'votes', subject: `votes ${on}` };
}

/** "Vold won 51 percent", told of an election: the share of the vote. */
export function voteShare(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses } = parsed;
  if (number.unit !== 'percent' || number.spelled) return undefined;
  const clause = clauses.find(({ verb }) => verb.to === number.qualifierFrom && !verb.passive);
  const next = tokens[number.to];
  if (
    !clause ||
    !WINNING.test(tokens[clause.verb.head]!.lower) ||
    (next?.type === 'word' && !BEHIND.test(next.lower))
  )
    return undefined;
  if (!tokens.some(({ lower }) => ELECTION.test(lower))) return undefined;
  const doer = doerOf(parsed, clause, text)?.replace(/^by /, '');
  return doer === undefined ? undefined : { unit: 'percent', subject: `share of the vote for ${doer}` };
}

const WINNING = /^(?:has|have|had|w[io]ns?|took|takes?|got|received|secured|polled|garnered|drew|led)$/;
const BEHIND = /^(?:to|against|compared|in|with|while|and|after|ahead|followed|on|from|up|down)$/;
const ELECTION =
  /^(?:votes?|voting|voters|ballots?|elections?|runoff|run-off|polls?|primary|referendum|candidates?)$/;

/** "(voted 52 to 48) on Monday" */
function behindDay({ tokens, dates }: Parsed, at: number): number {
  const on = tokens[at]?.tag === 'ADP' ? at + 1 : at;
  return dates.find(({ from }) => from === at || from === on)?.to ?? at;
}

/** "(voted 52 to 48) to raise", "against the plan", "that the law was void": what they vote on, said behind. */
function behind(parsed: Parsed, at: number, won: boolean, text: string): string | undefined {
  const { tokens } = parsed;
  const link = tokens[at]?.lower ?? '';
  if (link === 'to' && tokens[at]!.tag === 'PART')
    return `${won ? '' : 'not '}${written(text, tokens, at, extent(parsed, at + 1))}`;
  const favour = link === 'in' && /^favou?r$/.test(tokens[at + 1]?.lower ?? '') ? at + 3 : at + 1;
  if (favour > at + 1 || link === 'for' || link === 'against') {
    const what = written(text, tokens, favour, extent(parsed, favour));
    return what === '' ? undefined : `${(link === 'against') === won ? 'against' : 'for'} ${what}`;
  }
  if (link !== 'that') return undefined;
  let to = at + 1;
  while (tokens[to]?.type === 'word' && to - at < LONGEST) to += 1;
  return tokens[to]?.type === 'word'
    ? undefined
    : `${won ? 'for' : 'against'} ruling ${written(text, tokens, at, to)}`;
}

/** "passed the reform", "the bill was rejected": what is decided by the verb before the votes, or the one behind. */
function decided(parsed: Parsed, from: number, to: number, won: boolean, text: string): string | undefined {
  const { tokens, clauses, mentions } = parsed;
  const deciding = (clause: Clause): boolean => {
    const head = tokens[clause.verb.head]!.lower;
    return clause.verb.tense !== 'none' && (DECIDING.test(head) || REFUSING.test(head));
  };
  const clause =
    clauses.findLast((each) => each.verb.to <= from && from - each.verb.to < LONGEST && deciding(each)) ??
    clauses.find((each) => each.verb.from >= to && each.verb.from - to < LONGEST && deciding(each));
  if (!clause) return undefined;
  const { verb } = clause;
  const refused = REFUSING.test(tokens[verb.head]!.lower);
  const side = refused === won ? 'against' : 'for';
  const particle = /^(?:down|out|up|back|off)$/.test(tokens[verb.to]?.lower ?? '') ? verb.to + 1 : verb.to;
  let end = particle;
  while (
    end < tokens.length &&
    end !== from &&
    /^(?:DET|ADJ|ADV|NOUN|PROPN|PRON|PART)$/.test(tokens[end]!.tag) &&
    tokens[end]!.type === 'word'
  )
    end += 1;
  while (end > particle && tokens[end - 1]!.tag === 'ADV') end -= 1;
  // "passed Elm 3-1" is no vote; "passed the Senate 61-38" tells of the bill.
  const passing = /^pass/.test(tokens[verb.head]!.lower);
  const voted = end > particle && (!passing || BILLS.test(tokens[end - 1]!.lower));
  if (!verb.passive && voted)
    return /^(?:NOUN|PROPN)$/.test(tokens[end - 1]!.tag)
      ? `${side} ${written(text, tokens, particle, end)}`
      : undefined;
  // "The bill was rejected 61-38", "the bill passed 61-38"
  const start = subjectStart(parsed, verb.from);
  if (start === undefined || !(verb.passive || (passing && BILLS.test(tokens[verb.from - 1]!.lower))))
    return undefined;
  const article = tokens[start - 1]?.tag === 'DET' ? 'the ' : '';
  return `${side} ${article}${inSentence(written(text, tokens, start, verb.from), start, mentions, tokens)}`;
}
