import type { Development, DevelopmentStatus, Span } from '../domain/statements.js';
import { contentStems, shareOf } from './cohesion.js';
import type { ResolvedAttribution } from './claims.js';
import type { Clause } from './clauses.js';
import { toResolved, type DayRange, type TimeExpression } from './day-range.js';
import type { Entities } from './entities.js';
import { dateOf, EventMemory, sameWhen } from './event-dates.js';
import { happeningOf, type Happening } from './events.js';
import { leadWord, type Parsed } from './parse.js';
import type { Reading } from './reading.js';
import type { Token } from './tokens.js';

const MOST_DEVELOPMENTS = 12;
const FEWEST_WORDS = 5;

interface Draft {
  readonly parsed: Parsed;
  readonly clause: Clause;
  readonly happening: Happening;
  /** Token range of the sentence that will be quoted. */
  readonly from: number;
  readonly to: number;
  when?: DayRange;
  expression?: TimeExpression;
  inherited: boolean;
}

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
    drafts.push(...draftsOf(parsed, attributions.get(parsed.sentence.index) ?? [], reading));
  settleDates(drafts, reading);
  const title = contentStems(reading.input.title);
  const kept: { draft: Draft; salience: number; span: Span; stems: Set<string> }[] = [];
  for (const draft of drafts) {
    if (!draft.when) continue;
    const span = spanOf(draft);
    const stems = contentStems(reading.text.slice(span.start, span.end));
    const salience = salienceOf(draft, stems, title, entities);
    const twin = kept.findIndex(
      (other) =>
        sameWhen(other.draft.when!, draft.when!) &&
        (shareOf(stems, other.stems) > 0.6 || shareOf(other.stems, stems) > 0.75),
    );
    if (twin === -1) kept.push({ draft, salience, span, stems });
    else if (kept[twin]!.salience < salience) kept[twin] = { draft, salience, span, stems };
  }
  return kept
    .sort((a, b) => b.salience - a.salience || a.span.start - b.span.start)
    .slice(0, MOST_DEVELOPMENTS)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ draft, salience, span }) => toDevelopment(draft, salience, span));
}

function draftsOf(parsed: Parsed, attributions: readonly ResolvedAttribution[], reading: Reading): Draft[] {
  const { tokens, clauses } = parsed;
  const unquoted = tokens.filter((token) => token.type === 'word' && !token.quoted).length;
  if (unquoted < FEWEST_WORDS) return [];
  const [from, to] = core(parsed, attributions);
  const main = mainClause(parsed, attributions, from, to);
  const told = main
    ? [
        main,
        ...clauses.filter(({ kind, verb }) => kind === 'joined' && verb.from > main.verb.to && verb.to <= to),
      ]
    : [];
  const drafts = told.flatMap((clause): Draft[] => {
    if (tokens[clause.verb.head]!.quoted) return [];
    const happening = happeningOf(tokens, clause) ?? statementMade(parsed, clause, attributions);
    if (!happening) return [];
    return [
      {
        parsed,
        clause,
        happening,
        from,
        to,
        inherited: false,
        ...dateOf(parsed, clause, happening.status, reading, attributions),
      },
    ];
  });
  const best = bestOf(parsed, drafts, main, reading, attributions);
  const inner = clauses.flatMap((clause) => innerDraft(parsed, clause, reading, to));
  return best ? [best, ...inner.filter((draft) => !best.when || !sameWhen(draft.when!, best.when))] : inner;
}

/** A plan undone is the news of its sentence, on the day it was planned for: "was set for Monday but was cancelled". */
function bestOf(
  parsed: Parsed,
  drafts: readonly Draft[],
  main: Clause | undefined,
  reading: Reading,
  attributions: readonly ResolvedAttribution[],
): Draft | undefined {
  const undone = drafts.find(
    ({ happening }) => happening.status === 'cancelled' || happening.status === 'postponed',
  );
  if (undone && !undone.when && main && main !== undone.clause)
    return { ...undone, ...dateOf(parsed, main, undone.happening.status, reading, attributions) };
  return undone ?? drafts.find(({ when }) => when) ?? drafts[0];
}

/** Something said on a stated day by somebody named is done by saying it; what the unnamed say is only a source. */
function statementMade(
  { tokens, clauses }: Parsed,
  clause: Clause,
  attributions: readonly ResolvedAttribution[],
): Happening | undefined {
  const saying = attributions.find(
    (attribution) => attribution.clause === clause && attribution.position === 'leading',
  );
  if (!saying || !isStatement(saying)) return undefined;
  const content = clauses.find(({ verb }) => verb.from >= saying.content[0] && verb.tense !== 'none');
  const status = content && happeningOf(tokens, content)?.status;
  return {
    status: status === 'cancelled' || status === 'postponed' ? status : 'happened',
    needsDate: true,
    act: true,
  };
}

const isStatement = ({ date, speaker, clause }: ResolvedAttribution): boolean =>
  date !== undefined &&
  speaker.kind !== 'unnamed' &&
  speaker.kind !== 'outlet' &&
  clause?.verb.tense === 'past';

/** The words to quote: without "…, officials said", and without "officials said that …" where a name follows. */
function core(parsed: Parsed, attributions: readonly ResolvedAttribution[]): [number, number] {
  const { tokens } = parsed;
  let from = leadWord(tokens);
  let to = tokens.length;
  for (const attribution of attributions) {
    const { position, segment, content, according, clause } = attribution;
    if (position === 'trailing') {
      if (segment[1] >= to - 2) to = Math.min(to, content[1]);
    } else if (content[0] > from && startsWell(tokens, content[0], content[1])) {
      const onlySource = clause && !happeningOf(tokens, clause)?.act && !isStatement(attribution);
      if (according || onlySource) from = content[0];
    }
  }
  return [from, to];
}

const startsWell = (tokens: readonly Token[], at: number, end: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    end - at >= FEWEST_WORDS &&
    (/^\p{Lu}/u.test(token.text) || token.type === 'number')
  );
};

/** The verb of what is quoted: the sentence's own, or that of what somebody said. */
function mainClause(
  parsed: Parsed,
  attributions: readonly ResolvedAttribution[],
  from: number,
  to: number,
): Clause | undefined {
  const { tokens, clauses } = parsed;
  const own = clauses.find(
    ({ kind, verb }) => (kind === 'main' || kind === 'joined') && verb.from >= from && verb.to <= to,
  );
  if (own && !attributions.some(({ clause, position }) => clause === own && position === 'leading'))
    return own;
  if (own && (happeningOf(tokens, own) ?? statementMade(parsed, own, attributions))) return own;
  const said =
    attributions.find(({ position, clause }) => position === 'leading' && clause === own) ??
    attributions.find(({ according }) => according);
  const start = said ? said.content[0] : from;
  return clauses.find(
    ({ kind, verb }) =>
      verb.from >= start &&
      verb.to <= to &&
      verb.tense !== 'none' &&
      (kind === 'content' || kind === 'main' || kind === 'joined'),
  );
}

/** A clause inside with a day of its own: "… after the board met on March 3", "the May 2 blast, when …". */
function innerDraft(parsed: Parsed, clause: Clause, reading: Reading, to: number): Draft[] {
  const { tokens } = parsed;
  if (
    clause.kind !== 'subordinate' ||
    !clause.opener ||
    !/^(?:after|when|before|as|because|since)$/.test(clause.opener)
  )
    return [];
  if (
    clause.verb.from >= to ||
    tokens[clause.verb.head]!.quoted ||
    clause.verb.tense !== 'past' ||
    clause.start >= clause.verb.from
  )
    return [];
  const happening = happeningOf(tokens, clause);
  if (!happening || happening.act || isPronoun(tokens[clause.start])) return [];
  const end = clauseEnd(parsed, clause, to);
  const own = dateOf(parsed, clause, 'happened', reading, [], end);
  const outer = clause.opener === 'when' && !own.when ? beforeWhen(parsed, clause, reading) : own;
  if (!outer.when || end - clause.start < FEWEST_WORDS) return [];
  return [{ parsed, clause, happening, from: clause.start, to: end, inherited: false, ...outer }];
}

const isPronoun = (token: Token | undefined): boolean =>
  token === undefined ||
  /^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|their|its|both|some|many|one|there)$/.test(
    token.lower,
  );

function clauseEnd({ tokens, clauses }: Parsed, clause: Clause, limit: number): number {
  let end = limit;
  for (let i = clause.verb.to; i < limit; i += 1) {
    if (tokens[i]!.text === ',' || tokens[i]!.text === ';') {
      const next = clauses.find(({ verb }) => verb.from > i);
      if (!next || next.verb.tense !== 'none' || tokens[i]!.text === ';') {
        end = i;
        break;
      }
    }
  }
  return end;
}

function beforeWhen(
  { tokens, dates }: Parsed,
  clause: Clause,
  reading: Reading,
): { when?: DayRange; expression?: TimeExpression } {
  const at = clause.start - 1;
  const expression = dates.findLast(
    (date) => date.to <= at && at - date.to <= 4 && tokens[at - 1]?.text === ',',
  );
  const when = expression?.resolve('past');
  return when && when.from <= reading.today ? { when, expression: expression! } : {};
}

/** Gives undated drafts the day of the happening they go on about; the report's opening falls back to publication. */
function settleDates(drafts: Draft[], reading: Reading): void {
  const memory = new EventMemory();
  const first = reading.sentences.find(({ passage }) => isBody(reading.passages[passage]!.kind))?.index ?? 0;
  const plans = drafts.filter((draft) => draft.when && draft.happening.status === 'planned');
  for (const [index, draft] of drafts.entries()) {
    if (!draft.when && draft.happening.status !== 'planned' && !draft.happening.needsDate) {
      const opening = index < 4 && draft.parsed.sentence.index <= first + 2;
      const ahead = opening
        ? drafts
            .slice(index + 1, index + 5)
            .filter((later) => later.when && later.happening.status === 'happened')
        : [];
      const when =
        memory.recall(draft.parsed, draft.clause) ?? memory.foresee(draft.parsed, draft.clause, ahead);
      if (when) [draft.when, draft.inherited] = [when, true];
      else if (index === 0 && opening && draft.parsed.dates.length === 0)
        draft.when = { from: reading.today, to: reading.today, precision: 'day' };
    } else if (!draft.when && draft.happening.status === 'planned') {
      const when = memory.foreseeEvent(draft.parsed, draft.clause, plans);
      if (when) [draft.when, draft.inherited] = [when, true];
    } else if (
      !draft.when &&
      draft.happening.status === 'happened' &&
      index === 0 &&
      draft.clause.verb.tense === 'perfect' &&
      draft.parsed.sentence.order === 0
    ) {
      draft.when = { from: reading.today, to: reading.today, precision: 'day' };
    }
    if (draft.when && draft.happening.status === 'happened' && draft.when.precision === 'day')
      memory.learn(draft.parsed, draft.clause, draft.when);
  }
}

const isBody = (kind: string): boolean => kind === 'paragraph' || kind === 'bullet';

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

function salienceOf(
  draft: Draft,
  stems: ReadonlySet<string>,
  title: ReadonlySet<string>,
  entities: Entities,
): number {
  const { parsed, expression, happening, inherited, from, to } = draft;
  const place = parsed.sentence.passage;
  let score = 0.3 + Math.max(0, 0.25 - place * 0.025) + (parsed.sentence.order === 0 ? 0.03 : 0);
  score += 0.25 * shareOf(title, stems);
  if (expression && !inherited) score += draft.when!.precision === 'day' ? 0.15 : 0.08;
  if (
    parsed.mentions.some(
      ({ entity, from: at }) => at >= from && at < to && entities.list[entity]!.type !== 'place',
    )
  )
    score += 0.08;
  if (happening.status !== 'happened') score += 0.02;
  if (inherited) score -= 0.08;
  if (isPronoun(parsed.tokens[from])) score -= 0.2;
  return Math.round(Math.min(1, Math.max(0.05, score)) * 100) / 100;
}

function toDevelopment(draft: Draft, salience: number, span: Span): Development {
  const { parsed, from, to, when, expression, happening } = draft;
  const status: DevelopmentStatus = happening.status;
  const entities = [
    ...new Set(
      parsed.mentions
        .filter((mention) => mention.from >= from && mention.to <= to)
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
