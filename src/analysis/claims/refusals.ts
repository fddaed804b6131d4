import type { Clause } from '../sentence/clauses.js';
import type { Parsed } from '../sentence/parse.js';

/** The clauses of a sentence that say somebody said nothing: "… declined to comment", "… did not respond". */
export function findRefusals({ tokens, clauses }: Parsed): Clause[] {
  return clauses.filter(({ verb, kind }) => {
    if (kind !== 'main' && kind !== 'joined') return false;
    const head = tokens[verb.head]!.lower;
    const [to, act] = [tokens[verb.to]?.lower, tokens[verb.to + 1]?.lower ?? ''];
    const declined =
      /^(?:declined|refused|declines)$/.test(head) &&
      to === 'to' &&
      /^(?:comment|discuss|answer|elaborate|say)$/.test(act);
    return declined || (verb.negated && /^(?:respond|reply|return|answer|comment)$/.test(head));
  });
}
