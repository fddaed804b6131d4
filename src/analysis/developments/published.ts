import type { Reading } from '../reading/reading.js';
import type { Parsed } from '../sentence/parse.js';
import type { Draft } from './draft.js';

const MADE_KNOWN = new Set('published released issued unveiled leaked'.split(' '));
/** A day stands right behind: "published online by the bank on Tuesday". */
const REACH = 6;

/** "A report released on Monday says …": that it came out is what happened, on its day. */
export function publishedThen(
  parsed: Parsed,
  { today }: Reading,
  from: number,
  to: number,
): Draft | undefined {
  const { tokens, clauses, dates } = parsed;
  const main = clauses.find(({ kind }) => kind === 'main');
  const clause = clauses.find(
    ({ kind, verb }) => kind === 'bare' && MADE_KNOWN.has(tokens[verb.head]!.lower),
  );
  if (!clause || !main || clause.verb.from >= main.verb.from || clause.verb.from < from) return undefined;
  // What is made known is named: "a report by the bank", "research"
  if (tokens[from]!.quoted || !/^(?:NOUN|PROPN)$/.test(tokens[clause.verb.from - 1]!.tag)) return undefined;
  const expression = dates.find(
    (date) =>
      date.from >= clause.verb.to &&
      date.from <= clause.verb.to + REACH &&
      date.to <= main.verb.from &&
      date.relation === 'at',
  );
  const when = expression?.resolve('past');
  if (!expression || when?.precision !== 'day' || when.to > today) return undefined;
  const happening = { status: 'happened', needsDate: true, act: true } as const;
  return { parsed, clause, happening, tellers: [], from, to, inherited: false, when, expression };
}
