import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { written, type Parsed } from '../sentence/parse.js';
import { inSentence, subjectStart, type CountedThing } from './measured.js';
import { ownSubject } from './moves.js';

const LONGEST_NAME = 8;

/** "was sentenced to nine years in prison", "jailed her for nine years": how long, and who. */
export function prisonTerm(parsed: Parsed, number: NumberPhrase, text: string): CountedThing | undefined {
  const { tokens, clauses, mentions } = parsed;
  const unit = /^(year|month)s?$/.exec(tokens[number.to]?.lower ?? '')?.[1];
  const link = number.qualifierFrom - 1;
  const clause = clauses.findLast(({ verb }) => verb.to <= link);
  if (!unit || !clause) return undefined;
  const { head, to, passive } = clause.verb;
  const verb = tokens[head]!.lower;
  const sentenced = verb === 'sentenced' && tokens[link]!.lower === 'to';
  if (!sentenced && !(/^(?:jailed|imprisoned)$/.test(verb) && tokens[link]!.lower === 'for'))
    return undefined;
  // "to pay …, and to 900 hours of work": behind the verb or whom it sends there.
  if (link - to > LONGEST_NAME || tokens.slice(to, link).some(({ type }) => type !== 'word'))
    return undefined;
  const end = passive ? ownSubject(parsed, clauses.indexOf(clause)) : link;
  const start = passive ? subjectStart(parsed, end) : to;
  if (start === undefined || start >= end || (!passive && tokens[end - 1]!.tag === 'PRON')) return undefined;
  const article = /^(?:the|an?)$/.test(tokens[start - 1]?.lower ?? '') && passive ? start - 1 : start;
  const whom = inSentence(written(text, tokens, article, end), article, mentions, tokens);
  return {
    unit: `${unit}s`,
    subject: `prison term for ${whom.replace(/^(?:The|An?)\b/, (it) => it.toLowerCase())}`,
  };
}

const QUAKES = /^(?:(?:earth)?quakes?|tremors?|temblors?|aftershocks?|foreshocks?)$/;

/** "a 6.8-magnitude quake", "the quake had a magnitude of 6.8", "magnitude 6.8". */
export function magnitude({ tokens }: Parsed, number: NumberPhrase): CountedThing | undefined {
  if (!isMagnitude(tokens, number)) return undefined;
  const near = (token: Token | undefined): boolean => QUAKES.test(token?.lower ?? '');
  const quake = tokens.slice(number.to, number.to + 4).find(near) ?? tokens.findLast(near);
  if (!quake) return undefined;
  const which = /^(?:after|fore)shock/.exec(quake.lower)?.[0] ?? 'earthquake';
  return { unit: 'magnitude', subject: `magnitude of the ${which}` };
}

export function isMagnitude(tokens: readonly Token[], { qualifierFrom, value, to }: NumberPhrase): boolean {
  if (value < 1 || value > 10) return false;
  const before = tokens[qualifierFrom - 1]?.lower;
  return (
    (tokens[to]?.text === '-' && tokens[to + 1]?.lower === 'magnitude') ||
    before === 'magnitude' ||
    (before === 'of' && tokens[qualifierFrom - 2]?.lower === 'magnitude')
  );
}
