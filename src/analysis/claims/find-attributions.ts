import type { Clause } from '../sentence/clauses.js';
import { isDocument, isFinding, isFindingDocument, isSpeechVerb } from '../lexicon/speech.js';
import type { Parsed } from '../sentence/parse.js';
import { accordingTo } from './according-to.js';
import { hasVerb, trimEnd, type Attribution } from './attribution.js';
import { leading, participle, quotedByWho } from './leading-attribution.js';
import { sayingPhrase } from './saying-phrases.js';
import { isStatement } from './said-content.js';
import { trailing } from './trailing-attribution.js';

/** The attributions of a sentence, in order. Verbs inside quotations and relative clauses attribute nothing. */
export function findAttributions(parsed: Parsed): Attribution[] {
  const { tokens, clauses } = parsed;
  const found: Attribution[] = [];
  for (const [index, each] of clauses.entries()) {
    const phrase = sayingPhrase(tokens, each);
    const clause = phrase ?? each;
    const { verb, kind } = clause;
    const head = tokens[verb.head]!;
    const says =
      phrase !== undefined ||
      isSpeechVerb(head.lower) ||
      isFoundByPaper(parsed, clause) ||
      isReadOut(parsed, clause);
    if (head.quoted || verb.passive || !says) continue;
    const told = kind === 'relative' ? quotedByWho(parsed, clause) : undefined;
    if (told) found.push(withDate(parsed, told));
    if (kind === 'relative' || (kind === 'subordinate' && !attributes(parsed, clause))) continue;
    // "a plan that officials said was dead", "what they insist is peace": the words are the sentence's own.
    if (clauses[index + 1]?.verb.from === verb.to && clauses[index + 1]!.verb.tense !== 'none') continue;
    const later = clauses.slice(index + 1).filter((next) => next.verb.from >= verb.to);
    if (verb.tense === 'none') {
      const aside = participle(parsed, clause, later[0], found.at(-1));
      if (aside) found.push(aside);
      continue;
    }
    // "survivors said to be cold" say nothing.
    if (
      tokens[verb.to]?.lower === 'to' &&
      /^(?:VERB|AUX)$/.test(tokens[verb.to + 1]?.tag ?? '') &&
      /^(?:said|reported|believed|confirmed|thought|feared|alleged|estimated)$/.test(head.lower)
    )
      continue;
    if (verb.tense === 'modal' || verb.tense === 'future') continue;
    const attribution = trailing(parsed, clause) ?? leading(parsed, clause, later);
    if (attribution) found.push(withDate(parsed, attribution));
  }
  const named = found.length === 0 ? beforeColon(parsed) : undefined;
  if (named) found.push(named);
  const according = accordingTo(parsed);
  if (according) found.push(according);
  return found.map((each) => behindLostMark(parsed, each)).sort((a, b) => a.segment[0] - b.segment[0]);
}

/** "… on the quay A harbour spokesman said": where a mark was lost, the subject begins with its capital. */
function behindLostMark({ tokens, mentions }: Parsed, attribution: Attribution): Attribution {
  const [from, to] = attribution.subject;
  for (let i = to - 1; i > from; i -= 1) {
    const { text, lower, tag } = tokens[i]!;
    if (
      (tag !== 'DET' && lower !== 'many') ||
      !OPENERS.has(text) ||
      // "the editor of The Post"
      tokens[i - 1]!.tag === 'ADP' ||
      tokens[i - 1]!.text === ',' ||
      mentions.some((mention) => mention.from <= i && i < mention.to)
    )
      continue;
    const start = attribution.position === 'leading' ? i : attribution.segment[0];
    return { ...attribution, subject: [i, to], segment: [start, attribution.segment[1]] };
  }
  return attribution;
}

const OPENERS: ReadonlySet<string> = new Set('The A An Many Some Several One Another'.split(' '));

/** What may stand in quotation marks behind a colon and is not said by whoever sees or hears it. */
const WRITINGS =
  /^(?:signs?|banners?|placards?|posters?|headlines?|slogans?|mottos?|shirts?|calls?|tapes?|recordings?|captions?|question)$/;

/** "Ann Roe, the mayor: “…”", "Ann Roe was glad: “…”": a name, a colon and what is said. */
function beforeColon({ tokens, clauses, mentions }: Parsed): Attribution | undefined {
  const colon = tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || tokens[colon + 1]?.lower !== '"' || WRITINGS.test(tokens[colon - 1]!.lower))
    return undefined;
  const main = clauses.find(({ kind, verb }) => kind === 'main' && verb.head < colon && !verb.passive);
  // "Ann Roe may go to prison Questions included: “…”": the last verb is somebody else's.
  if (hasVerb(clauses, [main ? main.verb.to : 0, colon])) return undefined;
  const subject: readonly [number, number] = main ? [main.start, main.verb.from] : [0, colon];
  if (!mentions.some(({ from, to }) => from >= subject[0] && to <= subject[1])) return undefined;
  return {
    position: 'leading',
    according: false,
    verb: 'says',
    subject,
    content: [colon + 2, trimEnd(tokens)],
    segment: [subject[0], colon + 2],
  };
}

/**
 * "as Ann said", "when Ann said", "…, though Ann said", and "the road closed before dawn, police said", where the comma
 * ends the time.
 */
const attributes = ({ tokens, clauses }: Parsed, { opener, start, verb }: Clause): boolean =>
  opener === 'as' ||
  opener === 'when' ||
  (/^(?:though|although|while|whereas|because|after)$/.test(opener ?? '') &&
    verb.from > start &&
    clauses.some((other) => other.kind === 'main' && other.verb.head < verb.from)) ||
  (/^(?:after|before|since|until)$/.test(opener ?? '') &&
    tokens.slice(start, verb.from).some(({ text }) => text === ','));

/** "…,” the statement read." */
const isReadOut = ({ tokens }: Parsed, { verb, start }: Clause): boolean =>
  /^reads?$/.test(tokens[verb.head]!.lower) &&
  tokens[verb.to]?.type !== 'word' &&
  tokens.slice(start, verb.from).some(({ lower, quoted }) => !quoted && isDocument(lower));

/** "The study found that …", "…, documents show." */
const isFoundByPaper = ({ tokens, clauses }: Parsed, { verb, start }: Clause): boolean =>
  isFinding(tokens[verb.head]!.lower) &&
  (tokens[verb.to]?.lower === 'that' ||
    tokens[verb.to]?.type !== 'word' ||
    isStatement(
      tokens,
      verb.to,
      clauses.find((next) => next.verb.from >= verb.to),
    )) &&
  tokens.slice(start, verb.from).some(({ lower }) => isFindingDocument(lower));

/** The day of the saying: an expression inside the segment, or an introduction to it ("On Monday, Ann said …", "Speaking on Monday, …"). */
function withDate({ dates, tokens, clauses }: Parsed, attribution: Attribution): Attribution {
  const [from, to] = attribution.segment;
  const inside = dates.find((date) => date.from >= from && date.to <= to && date.relation === 'at');
  const lead =
    attribution.position === 'leading'
      ? dates.find(
          (date) =>
            date.to <= from &&
            date.relation === 'at' &&
            (from - date.to <= 2 || opensDoing(clauses, attribution)) &&
            !tokens[date.from]!.quoted,
        )
      : undefined;
  const date = inside ?? lead;
  return date ? { ...attribution, date } : attribution;
}

/** "Speaking on Monday at the pier, Ann said …": what whoever says it did then opens the sentence. */
const opensDoing = ([first, second]: readonly Clause[], { clause }: Attribution): boolean =>
  first?.verb.from === 0 && first.verb.tense === 'none' && second === clause;
