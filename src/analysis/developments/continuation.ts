import { PUNCTUAL_VERBS } from '../lexicon/events.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { stem } from '../reading/stem.js';
import type { Reading } from '../reading/reading.js';
import type { DayRange } from '../time/day-range.js';
import { isPronoun, type Draft } from './draft.js';
import type { Entities } from '../entities/entities.js';

/** How many sentences behind the lead go on telling it. */
const GOES_ON = 3;
/** A lead about days longer gone is background itself. */
const RECENT_DAYS = 7;
/** What was so for longer than a day. */
const LASTING = new Set(
  'known called nicknamed dubbed based located named born considered seen held used made'.split(' '),
);
/** "The captain had left earlier": of another time than the lead. */
const OTHERWISE = new Set('had earlier previously once before ago years months weeks'.split(' '));

/**
 * The day of the lead, for a sentence shortly behind it that goes on about it: "Four men robbed a shop on Monday. The men
 * fled …". A lead that names two days, or none, has none that others could take.
 */
export function dayOfLead(
  draft: Draft,
  lead: Draft | undefined,
  { lead: opening, today }: Reading,
  entities: Entities,
): DayRange | undefined {
  const distance = draft.parsed.sentence.index - opening;
  if (!lead?.expression || distance < 1 || distance > GOES_ON) return undefined;
  if (lead.when?.precision !== 'day' || today - lead.when.from > RECENT_DAYS) return undefined;
  return isTold(lead) && tellsOn(draft) && isAboutTheSame(draft, lead, entities) ? lead.when : undefined;
}

/**
 * The day of the sentence before, for one of its paragraph that tells at once what was done next: "Police stormed the
 * ferry on Monday. They arrested two men." Only verbs of what is over when it is done go on so; others describe.
 */
export function dayOfSentenceBefore(
  draft: Draft,
  drafts: readonly Draft[],
  { today, lead }: Reading,
): DayRange | undefined {
  const { parsed, clause } = draft;
  const { index, passage } = parsed.sentence;
  // The lead is often a paragraph of its own.
  const reach = index === lead + 1 ? 1 : 0;
  if (!tellsNext(draft) || isSpeechVerb(parsed.tokens[clause.verb.head]!.lower)) return undefined;
  const before = drafts.filter(
    ({ parsed: { sentence }, when }) =>
      sentence.index === index - 1 && sentence.passage >= passage - reach && when,
  );
  const [first] = before;
  const one =
    before.length === 1 &&
    first!.when!.precision === 'day' &&
    today - first!.when!.from <= RECENT_DAYS &&
    first!.happening.status === 'happened' &&
    !first!.happening.act &&
    first!.clause.kind === 'main' &&
    first!.clause.verb.tense === 'past' &&
    clause.start < clause.verb.from;
  return one ? first!.when : undefined;
}

const PUNCTUAL: ReadonlySet<string> = new Set([...PUNCTUAL_VERBS].map(stem));

/** Whether its verb is one of what is over when it is done. */
export const isPunctual = ({ clause, parsed: { tokens } }: Draft): boolean => {
  const head = tokens[clause.verb.head]!.lower;
  // "was taken into custody", "were taken to hospital"
  const taken = head === 'taken' && /^(?:into|to)$/.test(tokens[clause.verb.to]?.lower ?? '');
  return PUNCTUAL.has(stem(head)) || head === 'died' || taken;
};

const tellsNext = (draft: Draft): boolean => {
  const {
    clause,
    parsed: { tokens, dates },
  } = draft;
  return (
    clause.kind === 'main' &&
    clause.verb.tense === 'past' &&
    !clause.verb.negated &&
    dates.length === 0 &&
    isPunctual(draft) &&
    !tokens.some(({ lower, text }) => OTHERWISE.has(lower) || /^(?:19|20)\d\d$/.test(text))
  );
};

/** A lead that tells what was done on one day, not what somebody has been charged with or what emerged. */
const isTold = ({ clause, parsed, happening }: Draft): boolean =>
  clause.kind === 'main' &&
  clause.verb.tense === 'past' &&
  happening.status === 'happened' &&
  !happening.act &&
  parsed.dates.length === 1;

const tellsOn = ({ clause, parsed, from }: Draft): boolean =>
  clause.kind === 'main' &&
  clause.verb.tense === 'past' &&
  !clause.verb.negated &&
  !LASTING.has(parsed.tokens[clause.verb.head]!.lower) &&
  parsed.dates.length === 0 &&
  !isPronoun(parsed.tokens[from]) &&
  !parsed.tokens.some(({ lower }) => OTHERWISE.has(lower));

/** Whether it names somebody or something of the lead: in its subject, or as a thing known by now, "the bill". */
function isAboutTheSame({ parsed, clause, to }: Draft, lead: Draft, entities: Entities): boolean {
  const known = new Set(lead.parsed.mentions.map(({ entity }) => entity));
  const named = parsed.mentions.some(
    ({ entity, from, to: last }) =>
      from >= clause.start && last <= to && known.has(entity) && entities.list[entity]!.type !== 'place',
  );
  if (named) return true;
  const things = new Set(
    lead.parsed.tokens.filter(({ tag, quoted }) => tag === 'NOUN' && !quoted).map(({ lower }) => stem(lower)),
  );
  return parsed.tokens.some(
    ({ tag, lower }, i) =>
      tag === 'NOUN' &&
      i >= clause.start &&
      i < to &&
      things.has(stem(lower)) &&
      (i < clause.verb.from || isKnown(parsed.tokens, i)),
  );
}

const isKnown = (tokens: Draft['parsed']['tokens'], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(?:the|this|these|both|all)$/.test(lower));
