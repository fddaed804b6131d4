import type { Clause } from '../sentence/clauses.js';
import { extent, type Complement } from '../sentence/complement-words.js';
import { inSentence, nounPhraseBefore } from './measured.js';
import { beforeAside, takenForNoun } from './moves.js';
import { participleOf } from './participles.js';
import { EVENT_NOUNS, STATIVE_VERBS } from '../lexicon/events.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { isEnglishWord } from '../reading/dictionary.js';
import type { NumberPhrase } from '../reading/numbers.js';
import { written, type Parsed } from '../sentence/parse.js';

/** "killed" of "kills", "kill" and "killing", and so of the other things that are done to many at once. */
export function doneTo(verb: string): string | undefined {
  const stem = DONE.exec(verb)?.[1];
  return stem && `${stem}ed`;
}
const DONE =
  /^(kill|wound|injur|arrest|detain|destroy|damag|displac|evacuat|captur|releas|rescu|seiz|infect|kidnapp|flatten)(?:e?s|e|ing)?$/;

/** What such a verb gives is how much its subject is. */
const MEASURING =
  /^(?:puts?|weighs?|weighed|measures?|measured|spans?|spanned|totals?|totaled|totalled|reach|reaches|reached|exceeds?|exceeded|tops?|topped|numbers?|numbered|surpass|surpasses|surpassed|averages?|averaged|equals?|equaled|equalled)$/;

/** "the blast killed 11 workers" counts workers killed in the blast; "ordered 40 tents" counts tents ordered. */
export function eventObject(parsed: Parsed, number: NumberPhrase, text: string): Complement | undefined {
  const { tokens, clauses, dates } = parsed;
  let at = number.qualifierFrom;
  // "will withdraw all its 370 troops"
  while (/^(?:its|their|all)$/.test(tokens[at - 1]?.lower ?? '')) at -= 1;
  const clause = clauses.find(
    ({ verb: { to } }) =>
      to === at ||
      (to === at - 1 &&
        (PARTICLE.test(tokens[to]!.lower) ||
          (tokens[to]!.tag === 'ADV' && !/^(?:when|where|how|why)$/.test(tokens[to]!.lower)))),
  );
  // "wages account for": the tagger's noun
  const taken = at - 2;
  if (
    tokens[at - 1]?.lower === 'for' &&
    /^accounts?$/.test(tokens[taken]?.lower ?? '') &&
    tokens[taken]!.tag === 'NOUN'
  ) {
    const from = nounPhraseBefore(tokens, taken, 0);
    const doer =
      from === undefined ? '' : inSentence(written(text, tokens, from, taken), from, parsed.mentions, tokens);
    if (doer !== '') return { words: `accounted for by ${doer}`, own: true };
  }
  // "wages account for 80 percent of costs"
  const account =
    tokens[at - 1]?.lower === 'for'
      ? clauses.find(({ verb }) => verb.to === at - 1 && !verb.passive)
      : undefined;
  if (account && /^account/.test(tokens[account.verb.head]!.lower)) {
    const doer = doerOf(parsed, account, text);
    return doer === undefined ? undefined : { words: `accounted for ${doer}`, own: true };
  }
  if (!clause) {
    // "the economy sheds 900 jobs"
    const verb = takenForNoun(tokens, at);
    const done = verb === at - 1 ? participleOf(tokens[verb]!.lower) : undefined;
    return done === undefined ? undefined : { words: done };
  }
  if (clause.verb.passive) return undefined;
  const head = tokens[clause.verb.head]!.lower;
  const whose = /^(?:has|have|had)$/.test(head) ? doerOf(parsed, clause, text) : undefined;
  if (whose !== undefined) return { words: whose.replace(/^by /, 'of ') };
  const done = doneTo(head) ?? participleOf(head);
  const lives = /^claim/.test(head) && tokens[number.to]?.lower === 'lives';
  if (
    !done ||
    (STATIVE_VERBS.has(head) && !HOLDING.test(head)) ||
    (isSpeechVerb(head) &&
      !lives &&
      !/^(?:promis|pledg|order)/.test(head) &&
      !isLogged(parsed, number, head)) ||
    MEASURING.test(head)
  )
    return undefined;
  const { to } = clause.verb;
  const particle = to === at - 1 && PARTICLE.test(tokens[to]!.lower) ? ` ${tokens[to]!.lower}` : '';
  const participle = `${isAhead(parsed, clause) ? 'to be ' : clause.verb.progressive ? 'being ' : ''}${done}${particle}`;
  // "left 40 sailors dead": so they are counted.
  const state = tokens.slice(number.to, number.to + 4).find(({ lower }) => LEFT_SO.test(lower));
  const left = /^(?:left|leav(?:e|es|ing))$/.test(head);
  if (left && state) return { words: state.lower, own: true };
  // "left 40 homes without power": without power is what they are.
  const object = tokens.findIndex(({ tag }, i) => i > number.to && tag === 'ADP');
  if (left && object !== -1 && object - number.to < 4)
    return { words: written(text, tokens, object, extent(parsed, object)), own: true };
  const { start, opener, verb } = bearer(parsed, clause);
  const event = eventBehind(parsed, start, opener, verb.from);
  if (!event) {
    const doer = doerOf(parsed, clause, text);
    return { words: participle, ...(doer === undefined ? {} : { doer }) };
  }
  const date = dates.find(({ from, to }) => from >= event[0] && to <= event[1]);
  const first = written(text, tokens, event[0], event[1]);
  // "Hurricane Odo"
  const storm = STORMS.test(tokens[event[0]]!.lower) && tokens[event[0] + 1]?.tag === 'PROPN';
  const name =
    event[0] === 0 && !storm && (tokens[0]!.tag !== 'PROPN' || EVENT_NOUNS.has(tokens[0]!.lower))
      ? first.charAt(0).toLowerCase() + first.slice(1)
      : first;
  const owned =
    storm || /^\p{Lu}\S*(?:’|')s /u.test(name) || /^the /i.test(name) || /^\p{Lu}.* \d+$/u.test(name);
  return { words: `${participle} in ${owned ? name : `the ${name}`}`, ...(date ? { date } : {}) };
}

/** "confirmed 40 cases of measles": cases are counted by reporting them. */
const isLogged = ({ tokens }: Parsed, { to }: NumberPhrase, head: string): boolean =>
  /^(?:confirm|report)(?:s|ed)?$/.test(head) &&
  tokens
    .slice(to, to + 3)
    .some(({ lower }) =>
      /^(?:cases?|deaths?|infections?|incidents?|outbreaks?|injuries|fatalities|arrests?)$/.test(lower),
    );

const STORMS = /^(?:hurricane|typhoon|cyclone|storm)$/;

/** "cut off 40 villages", "laid off 900 miners" */
const PARTICLE = /^(?:off|out|away|back|aside|down)$/;
/** What somebody has or meets is theirs, though nothing happens. */
const HOLDING = /^(?:owns?|owned|holds?|held|controls?|controlled|faces?|faced|employs?)$/;
const LEFT_SO =
  /^(?:dead|homeless|injured|wounded|hurt|missing|stranded|trapped|jobless|unemployed|disabled|hungry)$/;

/** "will cut 40 jobs", "plans to open nine shops": not done yet. */
export function isAhead({ tokens }: Parsed, clause: Clause): boolean {
  const { from, tense } = clause.verb;
  if (tense === 'future' || tense === 'modal') return true;
  return tokens[from]!.lower === 'to' && INTENDING.test(tokens[from - 1]?.lower ?? '');
}
const INTENDING =
  /^(?:plan|expect|hope|intend|aim|want|agree|pledge|promise|vow|due|set|order|offer|propose|seek|threaten)/;

const LONGEST_DOER = 6;

/** "by the board": the subject of a clause, where it is a plain phrase that says who without what stands before. */
export function doerOf(parsed: Parsed, clause: Clause, text: string): string | undefined {
  const { tokens, mentions, clauses } = parsed;
  const { start, verb, kind } = clause;
  // "the mill plans to cut 40 jobs"
  if (tokens[verb.from]!.lower === 'to') {
    const plans = clauses[clauses.indexOf(clause) - 1];
    return plans?.verb.to === verb.from && !plans.verb.passive && tokens[plans.verb.from]!.lower !== 'to'
      ? doerOf(parsed, plans, text)
      : undefined;
  }
  // "the mill says it will cut 40 jobs"
  const said = clauses[clauses.indexOf(clause) - 1];
  if (kind === 'content' && said?.kind === 'main' && isSpeechVerb(tokens[said.verb.head]!.lower)) {
    const subject = tokens.slice(said.verb.to, verb.from).map(({ lower }) => lower);
    if (/^(?:that )?(?:it|they)$/.test(subject.join(' '))) return doerOf(parsed, said, text);
  }
  if (kind === 'relative') return ownerOf(parsed, clause, text);
  if (kind !== 'main' && kind !== 'content') return undefined;
  let from = start;
  while (
    from < verb.from &&
    (/^(?:CCONJ|SCONJ|ADV)$/.test(tokens[from]!.tag) || tokens[from]!.lower === 'that')
  )
    from += 1;
  const end = beforeAside(tokens, verb.from);
  const phrase = tokens.slice(from, end);
  const plain = phrase.every(
    ({ tag, type, lower }) =>
      type === 'word' && (/^(?:DET|ADJ|NOUN|PROPN)$/.test(tag) || lower === 'of' || lower === "'s"),
  );
  if (!plain || phrase.length > LONGEST_DOER || !/^(?:NOUN|PROPN)$/.test(phrase.at(-1)?.tag ?? ''))
    return undefined;
  if (/^(?:this|that|these|those|another|such|one|some|many)$/.test(phrase[0]!.lower)) return undefined;
  const words = written(text, tokens, from, end);
  const named = mentions.some((mention) => mention.from === from);
  // "Health officials", "Officials": a capital for the beginning alone.
  const opens =
    from === 0 &&
    isEnglishWord(phrase[0]!.lower) &&
    (phrase.length === 1 || /^\p{Ll}/u.test(phrase[1]!.text));
  return `by ${named || (phrase[0]!.tag === 'PROPN' && !opens) ? words : words.charAt(0).toLowerCase() + words.slice(1)}`;
}

const HAVING = /^(?:has|have|had|owns?|owned|employs?|runs?|operates?|serves?|sells?|makes?|produces?)$/;

/** "the union, which has 900 members": what such a clause hangs on, by name or with its article. */
function ownerOf({ tokens }: Parsed, { opener, verb, start }: Clause, text: string): string | undefined {
  if (
    (opener !== 'which' && opener !== 'who') ||
    !HAVING.test(tokens[verb.head]!.lower) ||
    tokens.slice(start, verb.from).some(({ tag }) => tag === 'NOUN')
  )
    return undefined;
  const at = tokens.findLastIndex(({ lower }, i) => i < verb.from && lower === opener);
  const to = tokens[at - 1]?.text === ',' ? at - 1 : -1;
  const first = to > 0 ? nounPhraseBefore(tokens, to, 0) : undefined;
  if (first === undefined || to - first > LONGEST_DOER) return undefined;
  if (tokens.slice(first, to).some(({ tag }) => tag === 'ADP')) return undefined;
  const article = /^(?:the|an?)$/.test(tokens[first - 1]?.lower ?? '') ? 'the ' : '';
  // "a union, which": of which, nobody knows. "the head of the union, which": of which of the two.
  if (article === '' && tokens[first]!.tag !== 'PROPN') return undefined;
  return `by ${article}${written(text, tokens, first, to)}`;
}

/** The clause that names the doer: itself, the one it is joined to, or the relative one that officials "say". */
function bearer({ clauses, tokens }: Parsed, clause: Clause): Clause {
  const before = clauses[clauses.indexOf(clause) - 1];
  if (before?.kind === 'relative' && isSpeechVerb(tokens[before.verb.head]!.lower)) return before;
  if (clause.start < clause.verb.from || clause.kind === 'relative') return clause;
  const owner = clauses.findLast(
    ({ verb, start, kind }) =>
      verb.from < clause.start && start < verb.from && (kind === 'main' || kind === 'subordinate'),
  );
  return owner ?? clause;
}

/** The happening that the subject, or what a relative clause hangs on, names; token range. */
function eventBehind(
  { tokens }: Parsed,
  start: number,
  opener: string | undefined,
  verbFrom: number,
): [number, number] | undefined {
  const hangs = opener === 'which' || opener === 'that' || opener === 'when';
  let to = hangs ? start - 1 : verbFrom;
  // "the attack on October 7 killed": a number may end the name.
  while (to > 0 && tokens[to - 1]!.type !== 'word' && tokens[to - 1]!.type !== 'number') to -= 1;
  let from = to;
  let seen = false;
  while (from > 0 && to - from < 10) {
    const { type, tag, lower, text: mark } = tokens[from - 1]!;
    if (
      (type === 'punct' && mark !== '-') ||
      type === 'open' ||
      type === 'close' ||
      /^(?:VERB|AUX|CCONJ|SCONJ)$/.test(tag)
    )
      break;
    if (/^(?:its|his|her|their|a|an|following|by)$/.test(lower)) break;
    // "the rescue teams pulled": teams, and no rescue.
    seen ||= EVENT_NOUNS.has(lower) && (from === to || tokens[from]!.tag !== 'NOUN');
    from -= 1;
    if (lower === 'the') break;
  }
  while (from < to && tokens[from]!.tag === 'ADP') from += 1;
  return seen && to > from ? [from, to] : undefined;
}
