import type { ResolvedAttribution } from '../claims/claim-facts.js';
import type { Clause } from '../sentence/clauses.js';
import { dateOf, isPlanWord, periodOfObject, sameWhen } from './event-dates.js';
import { FEWEST_WORDS, type Draft } from './draft.js';
import { happeningOf, type Happening } from './events.js';
import { innerDraft, withInnerDay } from './inner-drafts.js';
import { publishedThen } from './published.js';
import { planTold, wouldBe } from './plans-told.js';
import { leadWord, type Parsed } from '../sentence/parse.js';
import type { Reading } from '../reading/reading.js';
import type { Token } from '../reading/tokens.js';

export function draftsOf(
  parsed: Parsed,
  attributions: readonly ResolvedAttribution[],
  reading: Reading,
): Draft[] {
  const { tokens, clauses } = parsed;
  const unquoted = tokens.filter((token) => token.type === 'word' && !token.quoted).length;
  if (unquoted < FEWEST_WORDS || tokens[0]!.type === 'punct' || isPageTalk(tokens)) return [];
  if (tokens.some(isFirstPerson) || isSilence(tokens)) return [];
  // A question tells nothing.
  if (tokens.findLast(({ type }) => type === 'punct')?.text === '?') return [];
  const [from, to] = core(parsed, attributions);
  const main = mainClause(parsed, attributions, from, to);
  // "Originally published in the Elm Post.": nobody did it.
  if (main?.verb.ambiguous && tokens.slice(from, main.verb.from).every(({ tag }) => tag === 'ADV')) return [];
  const told = main
    ? [
        main,
        ...clauses.filter(({ kind, verb }) => kind === 'joined' && verb.from > main.verb.to && verb.to <= to),
      ]
    : [];
  const drafts = told.flatMap((clause): Draft[] => {
    if (tokens[clause.verb.head]!.quoted) return [];
    const happening =
      happeningOf(tokens, clause) ??
      statementMade(parsed, clause, attributions) ??
      underWayThen(parsed, clause, reading);
    // "If the board agrees, work will begin in May": nobody plans it yet.
    if (happening?.status === 'planned' && clauses.some(({ opener }) => opener === 'if')) return [];
    if (!happening) return [];
    const opensReport = parsed.sentence.index === reading.lead;
    if (
      (happening.lasting && !opensReport) ||
      // What stands under a picture is told in the present too, with its day.
      (happening.vivid && !(opensReport && (happening.aftermath || parsed.dates.length === 0)))
    )
      return [];
    const tellers = attributions.filter((saying) => saying.clause !== clause).map(({ segment }) => segment);
    const own = dateOf(parsed, clause, happening.status, reading, attributions);
    const dated = own.when ? own : happening.needsDate ? {} : periodOfObject(parsed, clause, reading);
    const announced = attributions
      .find(({ position, date }) => position === 'trailing' && date)
      ?.date?.resolve('past');
    return [
      {
        ...{ parsed, clause, happening, tellers, from, to, inherited: false },
        ...(announced?.precision === 'day' ? { announced } : {}),
        ...dated,
      },
    ];
  });
  const inner = clauses.flatMap((clause) => innerDraft(parsed, clause, reading, to));
  const further = (best: Draft): Draft[] =>
    best.expression ? drafts.filter((draft) => hasOwnDay(draft) && draft.expression !== best.expression) : [];
  const best =
    planTold(parsed, drafts[0], reading) ??
    wouldBe(parsed, attributions, reading, from, drafts) ??
    saidThatDay(parsed, attributions, reading, from, drafts) ??
    withInnerDay(bestOf(parsed, drafts, main, reading, attributions), reading);
  if (!best?.when) {
    const published = publishedThen(parsed, reading, from, to);
    if (published) return [published, ...inner];
  }
  if (!best) return [...inner, ...(inner.length === 0 ? whenItHappened(parsed, reading, from, to) : [])];
  return [best, ...further(best), ...inner].filter(
    (draft) => draft === best || !best.when || !sameWhen(draft.when!, best.when),
  );
}

/** "The rig had been burning for a day when it sank on Monday": how things stood, and what happened then. */
function whenItHappened(parsed: Parsed, reading: Reading, from: number, to: number): Draft[] {
  const { tokens, clauses } = parsed;
  const clause = clauses.find(
    ({ kind, opener, verb }) =>
      kind === 'subordinate' && opener === 'when' && verb.tense === 'past' && verb.from < to,
  );
  if (!clause || tokens[clause.verb.head]!.quoted || clause.start <= from) return [];
  const stood = clauses.find(({ kind }) => kind === 'main');
  if (!stood || stood.verb.to > clause.start || !/^past/.test(stood.verb.tense)) return [];
  const happening = happeningOf(tokens, clause);
  if (happening?.status !== 'happened' || happening.act) return [];
  const dated = dateOf(parsed, clause, 'happened', reading, []);
  return dated.when ? [{ parsed, clause, happening, tellers: [], from, to, inherited: false, ...dated }] : [];
}

/** "took off on Monday and landed on Tuesday": two things told, each with its day. */
const hasOwnDay = ({ expression, happening, clause }: Draft): boolean =>
  expression !== undefined && happening.status === 'happened' && clause.kind === 'joined' && !happening.act;

/** "The club is holding a race on Friday": in the present, on a day still to come. */
function underWayThen(parsed: Parsed, clause: Clause, reading: Reading): Happening | undefined {
  const { verb } = clause;
  if (!verb.progressive || verb.tense !== 'present' || verb.negated || parsed.dates.length === 0)
    return undefined;
  if (
    /^(?:hoping|considering|trying|planning|looking|seeking|expecting|preparing|being)$/.test(
      parsed.tokens[verb.head]!.lower,
    )
  )
    return undefined;
  const { when } = dateOf(parsed, clause, 'planned', reading, []);
  return when && when.precision === 'day' && when.from > reading.today
    ? { status: 'planned', needsDate: true, act: false }
    : undefined;
}

/** "The quay is to close, the mayor said on Monday": news of the day it was said, where it has no day of its own. */
function saidThatDay(
  parsed: Parsed,
  attributions: readonly ResolvedAttribution[],
  reading: Reading,
  from: number,
  drafts: readonly Draft[],
): Draft | undefined {
  if (drafts.some(({ when }) => when)) return undefined;
  const saying = attributions.find(({ position, date }) => position === 'trailing' && date);
  const clause = saying?.clause;
  const when = saying?.date?.resolve('past');
  if (!saying || !clause || clause.verb.tense !== 'past' || when?.precision !== 'day') return undefined;
  if (!isStatement(saying) && parsed.sentence.index !== reading.lead) return undefined;
  if (parsed.tokens.slice(...saying.content).some(({ quoted }) => quoted)) return undefined;
  const undone = drafts.find(({ happening: { status } }) => status === 'cancelled' || status === 'postponed');
  const happening = { status: undone?.happening.status ?? 'happened', needsDate: true, act: true } as const;
  const to = parsed.tokens.length;
  return {
    parsed,
    clause,
    happening,
    tellers: [],
    from,
    to,
    inherited: false,
    when,
    expression: saying.date!,
  };
}

/** Whoever writes of what "we" did, outside quotation marks, keeps a diary or comments below the report. "U.S." is none of them. */
const isFirstPerson = ({ quoted, lower, text }: Token): boolean =>
  !quoted && FIRST_PERSON.has(lower) && (lower === 'i' || /^.\p{Ll}/u.test(text));

/** "declined to comment", "was unable to comment": nothing has happened. */
const isSilence = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower, quoted }, i) =>
      lower === 'comment' &&
      !quoted &&
      tokens
        .slice(Math.max(0, i - 4), i)
        .some((before) => /^(?:declined|refused|unable|available|reached)$/.test(before.lower)) &&
      tokens.slice(0, i).every(({ text }) => text !== ','),
  );

const FIRST_PERSON = new Set('i we me us my our'.split(' '));

/** What is for the readers of a page: "letters@…", "#news", and what is under a picture, "This photo shows …". */
const isPageTalk = (tokens: readonly Token[]): boolean =>
  UNDER_A_PICTURE.test(lowerOf(tokens.slice(0, 3))) ||
  tokens.some(({ text }, i) => /\S@\S/.test(text) || (/^[#@]$/.test(text) && tokens[i + 1]?.type === 'word'));

const UNDER_A_PICTURE =
  /^(?:this|these) (?:(?:file|undated|combination|handout|satellite) )?(?:pictures?|photos?|photographs?|images?|maps?|graphics?|charts?)\b/;

const lowerOf = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(' ');

/** "… that were planned for Friday", "…, due to be held on Friday, …" */
const isOfPlan = ({ tokens }: Parsed, { kind, verb }: Clause): boolean =>
  (kind === 'relative' && isPlanWord(tokens[verb.head]!.lower)) ||
  (kind === 'bare' && tokens.slice(verb.from - 1, verb.to).some(({ lower }) => isPlanWord(lower)));

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
  if (undone && !undone.when) {
    const { status } = undone.happening;
    // "… cancelled the talks that were planned for this week"
    const planned = parsed.clauses.filter((clause) => isOfPlan(parsed, clause));
    for (const clause of main ? [main, ...planned] : planned) {
      if (clause === undone.clause) continue;
      const dated = dateOf(parsed, clause, status, reading, attributions);
      if (dated.when) return { ...undone, ...dated };
    }
  }
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
  // "Also on Monday, the board met": the first word belongs to the sentence before.
  if (tokens[from]?.lower === 'also' && tokens[from + 1]?.tag === 'ADP') from += 1;
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
    ({ kind, verb }) =>
      (kind === 'main' || kind === 'joined' || (kind === 'content' && from > leadWord(tokens))) &&
      verb.tense !== 'none' &&
      verb.from >= from &&
      verb.to <= to,
  );
  if (own && !attributions.some(({ clause, position }) => clause === own && position === 'leading'))
    return own;
  const happening = own && happeningOf(tokens, own);
  // "The captain denies it On Monday he left": with a day in it no news of the present
  const told = happening?.vivid && parsed.dates.length > 0 ? undefined : happening;
  if (own && (told ?? statementMade(parsed, own, attributions))) return own;
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
