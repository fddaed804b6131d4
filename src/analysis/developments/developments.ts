import type { Development, DevelopmentStatus, Span } from '../../domain/statements.js';
import type { ResolvedAttribution } from '../claims/claim-facts.js';
import { contentStems, shareOf } from '../reading/cohesion.js';
import { toResolved, type DayRange, type TimeExpression } from '../time/day-range.js';
import { dayOfLead, dayOfSentenceBefore, isPunctual } from './continuation.js';
import { isPronoun, type Draft } from './draft.js';
import { draftsOf } from './drafts.js';
import type { Entities } from '../entities/entities.js';
import { dayNamedLater } from './named-later.js';
import { namedHappenings } from './named-happenings.js';
import { salienceOf } from './salience.js';
import { saysHowLong } from './events.js';
import { sameWhen } from './event-dates.js';
import { EventMemory } from './event-memory.js';
import { governingClause, type Parsed } from '../sentence/parse.js';
import type { Reading } from '../reading/reading.js';

const MOST_DEVELOPMENTS = 12;
/** What a very long text tells after so many happenings is not looked at. */
const MOST_DRAFTS = 200;

/**
 * What happened, or is to happen, by the report: at most {@link MOST_DEVELOPMENTS} sentences or clauses, each with the
 * day it speaks of. A sentence whose day cannot be told is left out, unless it opens the report.
 */
export function findDevelopments(
  reading: Reading,
  entities: Entities,
  sentences: readonly Parsed[],
  attributions: ReadonlyMap<number, readonly ResolvedAttribution[]>,
): Development[] {
  const drafts: Draft[] = [];
  for (const parsed of sentences)
    if (drafts.length < MOST_DRAFTS)
      drafts.push(...draftsOf(parsed, attributions.get(parsed.sentence.index) ?? [], reading));
  settleDates(drafts, reading, sentences, entities);
  for (const named of sentences.flatMap((parsed) => namedHappenings(parsed, reading)))
    if (!drafts.some(({ when }) => when && isWithin(when, named.when!))) drafts.push(named);
  const title = contentStems(reading.input.title);
  const kept: {
    draft: Draft;
    before: Draft | undefined;
    salience: number;
    span: Span;
    stems: Set<string>;
  }[] = [];
  for (const draft of drafts) {
    if (!draft.when) continue;
    const before = antecedentOf(draft, drafts) ?? sentenceBefore(draft, sentences);
    if (!before && meansNothingAlone(draft)) continue;
    const own = spanOf(draft);
    const span = before ? { start: spanOf(before).start, end: own.end } : own;
    const stems = contentStems(reading.text.slice(span.start, span.end));
    const salience = salienceOf(draft, before, stems, title, entities);
    const twin = kept.findIndex(
      (other) =>
        sameWhen(other.draft.when!, draft.when!) &&
        (shareOf(stems, other.stems) > 0.6 || shareOf(other.stems, stems) > 0.75),
    );
    if (before || twin === -1) kept.push({ draft, before, salience, span, stems });
    else if (kept[twin]!.salience < salience) kept[twin] = { draft, before, salience, span, stems };
  }
  return kept
    .sort((a, b) => b.salience - a.salience || a.span.start - b.span.start)
    .slice(0, MOST_DEVELOPMENTS)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ draft, before, salience, span }) => toDevelopment(draft, before, salience, span));
}

/** Whether a day is one of a stretch: what is told of it may be what is named by it. */
const isWithin = (day: DayRange, stretch: DayRange): boolean =>
  day.from >= stretch.from && day.to <= stretch.to;

/** "It will air on Friday", "This was done on May 2", but not "It emerged on Monday that …", "This week the board …". */
function meansNothingAlone({ parsed: { tokens }, from, clause }: Draft): boolean {
  const next = tokens[from + 1];
  const first = tokens[from]!.lower;
  if (/^(?:this|that|these|those)$/.test(first)) return next?.tag === 'AUX' || next?.tag === 'VERB';
  if (first !== 'it' || clause.start > from + 1) return false;
  // "It emerged on Monday the mayor had left"
  if (tokens[clause.verb.head]!.lower === 'emerged') return false;
  const after = tokens.slice(clause.verb.to, clause.verb.to + 7);
  return !after.some(({ lower }) => /^(?:that|to|for|before|until)$/.test(lower));
}

/** The sentence before, when only it says who "they" are that went on with what it tells. */
function antecedentOf(draft: Draft, drafts: readonly Draft[]): Draft | undefined {
  const { parsed, from, inherited } = draft;
  if (!inherited || !isPronoun(parsed.tokens[from])) return undefined;
  return drafts.find(
    (each) =>
      each.parsed.sentence.index === parsed.sentence.index - 1 &&
      each.parsed.sentence.passage >= parsed.sentence.passage - 1 &&
      each.when !== undefined &&
      sameWhen(each.when, draft.when!) &&
      !isPronoun(each.parsed.tokens[each.from]),
  );
}

/** "It will be repeated on Friday": with the sentence before, which says what, where that is of its paragraph or the one before. */
function sentenceBefore(draft: Draft, sentences: readonly Parsed[]): Draft | undefined {
  const { parsed, from, expression } = draft;
  if (!expression || parsed.tokens[from]!.lower !== 'it' || !meansNothingAlone(draft)) return undefined;
  const before = sentences[sentences.indexOf(parsed) - 1];
  if (!before || before.sentence.passage < parsed.sentence.passage - 1) return undefined;
  const { tokens, mentions } = before;
  const plain =
    before.dates.length === 0 && tokens.every(({ quoted }) => !quoted) && tokens.at(-1)!.text === '.';
  if (!plain || isPronoun(tokens[0]) || mentions.length === 0) return undefined;
  return { ...draft, parsed: before, from: 0, to: tokens.length };
}

/** Gives undated drafts the day of the happening they go on about; the report's opening falls back to publication. */
function settleDates(
  drafts: Draft[],
  reading: Reading,
  sentences: readonly Parsed[],
  entities: Entities,
): void {
  const memory = new EventMemory();
  const plans = drafts.filter((draft) => draft.when && draft.happening.status === 'planned');
  const lead = drafts.find(({ parsed }) => parsed.sentence.index === reading.lead);
  for (const [index, draft] of drafts.entries()) {
    if (!draft.when && draft.happening.status !== 'planned' && !draft.happening.needsDate) {
      const opening = index < 4 && draft.parsed.sentence.index <= reading.lead + 2;
      const ahead = opening
        ? drafts
            .slice(index + 1, index + 5)
            .filter((later) => later.when && later.happening.status === 'happened')
        : [];
      const when = speaksOfAnotherTime(draft)
        ? undefined
        : (memory.recall(draft.parsed, draft.clause) ??
          memory.foresee(draft.parsed, draft.clause, ahead) ??
          dayOfLead(draft, lead, reading, entities) ??
          dayOfSentenceBefore(draft, drafts, reading));
      if (when) [draft.when, draft.inherited] = [when, true];
      else if (
        isNews(draft, index, sentences, reading) &&
        !opensTale(draft) &&
        (isUndated(draft) || isPerfectLead(draft))
      )
        draft.when = draft.announced ?? dayNamedLater(sentences, reading) ?? dayOfReport(reading);
    } else if (!draft.when && draft.happening.status === 'planned') {
      const own = draft.parsed.dates.length > 0;
      const when = own ? undefined : memory.foreseeEvent(draft.parsed, draft.clause, plans);
      if (when) [draft.when, draft.inherited] = [when, true];
    } else if (
      !draft.when &&
      draft.happening.status === 'happened' &&
      (isNews(draft, index, sentences, reading) || isPerfectSecond(draft, lead, reading.lead)) &&
      !draft.parsed.dates.some((date) => isOfAnotherYear(date)) &&
      (isPerfectLead(draft) || isVividLead(draft))
    ) {
      draft.when = draft.announced ?? dayOfReport(reading);
    }
    // How things stand is so on the day of the report.
    if (!draft.when && draft.happening.underWay) draft.when = dayOfReport(reading);
    else if (draft.when && teaches(draft)) memory.learn(draft.parsed, draft.clause, draft.when);
  }
}

/** Without a day, but for the one it was told on: "…, according to a statement on Monday". */
const isUndated = ({ parsed: { dates }, tellers, announced }: Draft): boolean =>
  dates.length === 0 ||
  (announced !== undefined &&
    dates.every(({ from, to }) => tellers.some(([start, end]) => from >= start && to <= end)));

const dayOfReport = ({ today }: Reading): DayRange => ({ from: today, to: today, precision: 'day' });

/** "in 2004", but not "over the past year", which has gone on until now. */
const isOfAnotherYear = ({ fixed, resolve }: TimeExpression): boolean =>
  fixed !== 'past' && resolve('past')?.precision === 'year';

/** "A year ago the board fired …", "… on the night he died, in June": a time of its own, if none that dates it to a day. */
const speaksOfAnotherTime = ({ parsed, clause }: Draft): boolean =>
  opensWithDays(parsed) ||
  parsed.dates.some((date) => {
    if (date.relation !== 'at' || parsed.tokens[date.from]!.quoted) return false;
    const { precision } = date.resolve('past') ?? {};
    return precision === 'month' || (precision === 'year' && governingClause(parsed, date.from) === clause);
  });

/** "On the first two days of the trial the jury …", "For weeks …": days that nothing here dates. */
const opensWithDays = ({ tokens }: Parsed): boolean =>
  /^(?:on|in|for|over|during)$/.test(tokens[0]!.lower) &&
  tokens.slice(1, 6).some(({ lower }) => /^(?:days?|weeks?|months?|years?)$/.test(lower));

/** "The symptoms came on quickly.": a tale begins so, that names nobody and speaks of what is not known yet. */
const opensTale = ({ parsed: { tokens, mentions, numbers }, clause }: Draft): boolean =>
  (mentions.length === 0 &&
    numbers.length === 0 &&
    /^(?:the|it|he|she|they|this|i|we|you|my|our)$/.test(tokens[0]!.lower)) ||
  // "Four weeks after the flood, the mayor saw …"
  (clause.verb.tense === 'past' &&
    /^(?:days|weeks|months|years) after$/.test(`${tokens[1]?.lower} ${tokens[2]?.lower}`)) ||
  // "Jon Orm searched the coast for 45 days straight.": when, only the tale tells.
  (saysHowLong(tokens, clause.verb.to, tokens.length) && clause.verb.tense === 'past');

/** Whether later sentences may take its day: not of "Three cases have been found", news of today that is older itself. */
const teaches = ({ when, happening, expression, inherited, clause }: Draft): boolean =>
  happening.status === 'happened' &&
  when?.precision === 'day' &&
  (expression !== undefined || inherited || clause.verb.tense === 'past');

/**
 * Whether a draft is the news of the day without saying so: what opens the report; or, where that only describes (a
 * picture, most often), what soon follows about whom it names. Other happenings further on may be of any day.
 */
function isNews(draft: Draft, index: number, sentences: readonly Parsed[], { lead }: Reading): boolean {
  const { parsed, clause, from } = draft;
  if (parsed.sentence.index === lead) return true;
  if (index > 0 || parsed.sentence.index > lead + NEAR_LEAD || clause.kind !== 'main') return false;
  if (clause.verb.tense === 'past-perfect' || isPronoun(parsed.tokens[from])) return false;
  // "presented the 2004 awards": of that year.
  if (parsed.tokens.some(({ text }) => /^(?:19|20)\d\d$/.test(text))) return false;
  const opening = sentences.find(({ sentence }) => sentence.index === lead);
  return parsed.mentions.some(
    ({ entity, from: at }) =>
      at >= clause.start &&
      at < clause.verb.from &&
      opening?.mentions.some((mention) => mention.entity === entity),
  );
}

const NEAR_LEAD = 2;

/** "The quay has been cleared. The navy has handed over the harbour.": a second sentence that reports as the first does. */
const isPerfectSecond = (draft: Draft, opening: Draft | undefined, lead: number): boolean =>
  draft.parsed.sentence.index === lead + 1 &&
  opening?.parsed.sentence.index === lead &&
  opening.expression === undefined &&
  opening.clause.verb.tense === 'perfect' &&
  draft.parsed.dates.length === 0 &&
  draft.parsed.mentions.length > 0 &&
  isPerfectLead(draft) &&
  isPunctual(draft);

/** "The mayor has called off …" opens a report on the day of it. */
const isPerfectLead = ({ clause, happening }: Draft): boolean =>
  (clause.kind === 'main' || (clause.kind === 'joined' && happening.act)) &&
  clause.verb.tense === 'perfect' &&
  !clause.verb.negated;

/** "A court clears the captain.", "Crews are searching for two sailors.": who or what is named, and no day. */
const isVividLead = ({ happening, parsed, announced }: Draft): boolean =>
  happening.vivid === true &&
  (parsed.dates.length === 0 || announced !== undefined) &&
  parsed.mentions.length + parsed.numbers.length > 0;

function spanOf({ parsed, from, to }: Draft): Span {
  const { tokens } = parsed;
  let end = to;
  while (
    end > from + 1 &&
    (tokens[end - 1]!.text === ',' ||
      (tokens[end - 1]!.type === 'punct' && !/[.!?]/.test(tokens[end - 1]!.text)))
  )
    end -= 1;
  return { start: tokens[from]!.start, end: tokens[end - 1]!.end };
}

function toDevelopment(draft: Draft, before: Draft | undefined, salience: number, span: Span): Development {
  const { parsed, from, to, when, expression, happening } = draft;
  const status: DevelopmentStatus = happening.status;
  const tellers = status === 'planned' ? draft.tellers : [];
  const entities = [
    ...new Set(
      [...(before?.parsed.mentions ?? []), ...parsed.mentions.filter((it) => it.from >= from && it.to <= to)]
        .filter((mention) => !tellers.some(([a, b]) => mention.from >= a && mention.to <= b))
        .map(({ entity }) => entity),
    ),
  ];
  const dateSpan = expression && {
    start: parsed.tokens[expression.from]!.start,
    end: parsed.tokens[expression.to - 1]!.end,
  };
  return {
    ...span,
    date: toResolved(when!),
    ...(dateSpan ? { dateSpan } : {}),
    status,
    entities,
    salience,
    passage: parsed.sentence.passage,
  };
}
