import type { Mention } from '../entities/entities.js';
import type { Clause } from '../sentence/clauses.js';
import type { Parsed } from '../sentence/parse.js';
import type { VerbGroup } from '../sentence/verbs.js';
import type { TimeExpression } from '../time/day-range.js';
import type { Token } from '../reading/tokens.js';

/** Who is said to say what, in one sentence. Pairs are token indexes, ends exclusive. */
export interface Attribution {
  /** "Ann said that …" leads, "…, Ann said" trails, "according to Ann" either. */
  readonly position: 'leading' | 'trailing';
  readonly according: boolean;
  /** Lower-case verb; "according" for "according to". */
  readonly verb: string;
  readonly clause?: Clause;
  readonly subject: readonly [number, number];
  /** What is said; empty when it stands in a quotation outside the sentence. */
  readonly content: readonly [number, number];
  /** From the first to the last word that is not content. */
  readonly segment: readonly [number, number];
  /** Who it was said to, as a mention's token range. */
  readonly recipient?: readonly [number, number];
  readonly date?: TimeExpression;
}

/** What may part the words said from who says them. */
export const isMark = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === ',' ||
    token.lower === '"' ||
    token.text === '?' ||
    token.text === '!' ||
    token.text === '—');

/** Whether a finite verb stands in a token range. */
export const hasVerb = (clauses: readonly Clause[], [from, to]: readonly [number, number]): boolean =>
  clauses.some(({ verb }) => verb.head >= from && verb.head < to && verb.tense !== 'none');

/** Where a sentence ends without its last marks. */
export const trimEnd = (tokens: readonly Token[]): number => {
  let to = tokens.length;
  while (to > 0 && /^[.,;]$/.test(tokens[to - 1]!.text)) to -= 1;
  return to;
};

/** "Ann Roe, who has lived in Elm for years, said Bo left": the name that such a sentence begins with, if its clause is closed right before the verb. */
export function whoName({ tokens, mentions }: Parsed, verb: VerbGroup): Mention | undefined {
  if (tokens[verb.from - 1]?.text !== ',' || tokens[verb.to]?.tag !== 'PROPN') return undefined;
  const name = mentions.find(({ from }) => from <= 1);
  return name &&
    tokens[name.to]?.text === ',' &&
    tokens[name.to + 1]?.lower === 'who' &&
    name.to + 1 < verb.from
    ? name
    : undefined;
}
