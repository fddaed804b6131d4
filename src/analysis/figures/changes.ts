import { isChange, type NumberPhrase } from '../reading/numbers.js';
import { extent } from '../sentence/complement-words.js';
import { written, type Parsed } from '../sentence/parse.js';
import { isExpecting, outlookOf, told } from './outlook.js';
import { inSentence, measuredUnit, nounPhraseBefore, subjectStart, type CountedThing } from './measured.js';

/** "raised the number of seats from 65 to 125", "cut the fee to $5": how much the object is now. */
export function changedTo(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses, mentions, numbers, dates } = parsed;
  const at = number.qualifierFrom;
  if (tokens[at - 1]?.lower !== 'to') return undefined;
  const given = tokens.findLastIndex(({ lower }, i) => i < at - 1 && i > at - 7 && lower === 'from');
  const from = given === -1 ? at - 1 : given;
  const risen = risenTo(parsed, number, text);
  if (risen) return risen;
  const clause = clauses.findLast(({ verb }) => verb.to <= from);
  const head = clause && tokens[clause.verb.head]!;
  if (
    !head ||
    !(
      isChange(head) ||
      (BRINGS.test(head.lower) &&
        (TALLY.test(tokens[from - 1]!.lower) ||
          (number.unit !== undefined && PAID.test(tokens[from - 1]!.lower))))
    )
  )
    return undefined;
  // "fell 2 percent to $40": how far and how much now, of the subject; "cut its budget by 2 percent, to $40": of the object.
  const step = numbers.findLast(
    ({ to }) =>
      to <= from &&
      tokens
        .slice(to, from)
        .every(
          ({ text: mark }, i) => mark === ',' || dates.some((it) => to + i >= it.from && to + i < it.to),
        ),
  );
  if (step) {
    const object = changedBy(parsed, step, text)?.object;
    return object === undefined
      ? undefined
      : { unit: number.unit ?? measuredUnit(object, object.split(' ').at(-1)!), subject: object };
  }
  // "estimates of the flow are revised from 1,000 to 5,000"
  const { passive } = clause.verb;
  const end = passive ? clause.verb.from : from;
  // "raise the number of crews involved to 40": all of it.
  const object = clause.verb.to + (tokens[clause.verb.to]?.tag === 'DET' ? 1 : 0);
  const counted =
    !passive &&
    /^(?:number|amount|share|proportion|total)$/.test(tokens[object]!.lower) &&
    from - object < 10 &&
    tokens.slice(object, from).every(({ type }) => type === 'word') &&
    !dates.some((date) => date.from >= object && date.from < from);
  const start = passive
    ? subjectStart(parsed, end)
    : counted
      ? object
      : nounPhraseBefore(tokens, from, clause.verb.to);
  if (start === undefined || (!passive && start > clause.verb.to + 1)) return undefined;
  // "raising the number to 40": of what, another sentence says.
  if (end - start === 1 && /^(?:numbers?|totals?|figures?|amount|count)$/.test(tokens[start]!.lower))
    return undefined;
  const outlook = outlookOf(parsed, clause.verb);
  const subject = told(inSentence(written(text, tokens, start, end), start, mentions, tokens), outlook);
  return { unit: number.unit ?? measuredUnit(subject, tokens[end - 1]!.lower), subject };
}
/** "a 50 percent rise in net profit to $4 million": how much it is then. */
function risenTo(
  { tokens, clauses, mentions }: Parsed,
  { qualifierFrom, unit }: NumberPhrase,
  text: string,
): CountedThing | undefined {
  const to = qualifierFrom - 1;
  const link = tokens.findLastIndex(
    ({ lower }, i) => i < to && i > to - 8 && lower === 'in' && STEP.test(tokens[i - 1]?.lower ?? ''),
  );
  const start = link === -1 ? undefined : nounPhraseBefore(tokens, to, link + 1);
  if (unit === undefined || start === undefined || start > link + 2) return undefined;
  const before = clauses.findLast(({ verb }) => verb.to <= link && verb.tense !== 'none');
  const ahead = before && isExpecting(tokens[before.verb.head]!.lower);
  const subject = inSentence(written(text, tokens, start, to), start, mentions, tokens);
  return { unit, subject: told(subject, ahead ? 'expected' : undefined) };
}
/** "a 79 percent jump in profits": where the tagger takes the step for a verb. */
export function stepIn(parsed: Parsed, { to, unit }: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens } = parsed;
  if (unit === undefined || !STEP.test(tokens[to]?.lower ?? '') || tokens[to + 1]?.lower !== 'in')
    return undefined;
  const end = extent(parsed, to + 1);
  return end > to + 2 ? { unit, subject: written(text, tokens, to, end) } : undefined;
}

const STEP = /^(?:rise|increase|jump|gain|hike|surge|growth|fall|drop|decline|cut|slump|decrease|reduction)$/;

/** "cut its budget by 7 percent": how far the object went. */
export function changedBy(
  parsed: Parsed,
  { qualifierFrom, unit }: NumberPhrase,
  text: string,
): (CountedThing & { readonly object: string }) | undefined {
  const { tokens, clauses, mentions } = parsed;
  const by = qualifierFrom - 1;
  if (tokens[by]?.lower !== 'by' || unit === undefined) return undefined;
  const clause = clauses.findLast((it) => it.verb.to <= by);
  if (!clause) return undefined;
  const { verb } = clause;
  const { lower } = tokens[verb.head]!;
  // "drove down its price by 7 percent"
  const driven = /^(?:dr[io]v|push|bring|brought|forc|send|sent)(?:e|es|ed|en|ing|s)?$/.test(lower);
  const way = driven ? tokens[verb.to]!.lower : '';
  const up = way === 'up' || /^(?:rais|increas|boost|lift|expand|hik|doubl)(?:e|es|ed|ing|s)?$/.test(lower);
  if (
    !up &&
    way !== 'down' &&
    !/^(?:cut|cutting|reduc|slash|lower|trim|shrink|halv)(?:e|es|ed|ing|s)?$/.test(lower)
  )
    return undefined;
  const to = way === 'up' || way === 'down' ? verb.to + 1 : verb.to;
  const end = verb.passive ? verb.from : by;
  const start = verb.passive ? subjectStart(parsed, end) : nounPhraseBefore(tokens, by, to);
  if (start === undefined || (verb.passive ? by > to : start > to + 1)) return undefined;
  const object = inSentence(written(text, tokens, start, end), start, mentions, tokens);
  const outlook = outlookOf(parsed, verb);
  const done = up ? 'rise' : way === 'down' ? 'fall' : 'cut';
  return { unit, subject: told(`${done} in ${object}`, outlook), object };
}

/** "bringing the toll to 40": what they do to a number, and to other things something else. */
const BRINGS =
  /^(?:br(?:ing|ings|ought|inging)|tak(?:e|es|ing|en)|took|push(?:es|ed|ing)?|lift(?:s|ed|ing)?|limit(?:s|ed|ing)?|cap(?:s|ped|ping)?)$/;
/** What a sum may be brought to. */
const PAID = /^(?:package|pay|salary|wage|budget|fund|losses|loss|profit|revenue|sales|costs|damages|total)$/;
const TALLY =
  /^(?:toll|tally|number|count|amount|rate|price|value|share|stake|debt|deficit|bill|cost|liability|liabilities|spending)$/;
