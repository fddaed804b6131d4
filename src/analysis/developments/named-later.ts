import { EVENT_NOUNS } from '../lexicon/events.js';
import type { Reading } from '../reading/reading.js';
import type { Parsed } from '../sentence/parse.js';
import type { DayRange } from '../time/day-range.js';

/** How many sentences after the lead may name its day. */
const NAMED_WITHIN = 5;

/** The day by which the report names what it opened with: "Saturday's raid", "the Friday night shooting". */
export function dayNamedLater(sentences: readonly Parsed[], { lead, today }: Reading): DayRange | undefined {
  const opening = sentences.find(({ sentence }) => sentence.index === lead);
  for (const { sentence, tokens, dates } of sentences) {
    if (sentence.index <= lead) continue;
    if (sentence.index > lead + NAMED_WITHIN) return undefined;
    for (const { from, to, relation, resolve } of dates) {
      if (relation !== 'of' || tokens[from]!.quoted) continue;
      const when = resolve('past');
      const named = tokens.slice(to, to + 3).some(({ lower }) => EVENT_NOUNS.has(lower));
      const other = opening && tokens.slice(to, to + 3).some(({ lower }) => isAside(opening.tokens, lower));
      if (named && !other && when?.precision === 'day' && today - when.from <= 7 && !isBeside(tokens, from))
        return when;
    }
  }
  return undefined;
}

/** "a match for victims of the Elm quake": what the opening only has to do with is not what it tells. */
const isAside = (tokens: Parsed['tokens'], noun: string): boolean =>
  tokens.some(
    ({ lower }, i) =>
      lower === noun &&
      EVENT_NOUNS.has(noun) &&
      tokens.slice(Math.max(0, i - 4), i).some((before) => /^(?:of|after|since|before)$/.test(before.lower)),
  );

/** "ahead of Thursday's vote", "since the Friday raid": beside what is told. */
const isBeside = (tokens: Parsed['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 2), at)
    .some(({ lower }) => /^(?:of|before|after|since|following|until|for|from)$/.test(lower));
