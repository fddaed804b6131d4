import { extent, type Complement } from '../sentence/complement-words.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';
import { isPeople, predicate } from './predicates.js';

/** "250 of the 900 people who came have left", "half of them, or of all, approve": what the sentence says of the share. */
export function shareComplement(
  parsed: Parsed,
  at: number,
  head: Token,
  text: string,
): Complement | undefined {
  const { tokens, clauses } = parsed;
  const relativeFirst = /^(?:who|that|which)$/.test(tokens[at]?.lower ?? '');
  // The tagger often takes "support" and the like for nouns here.
  const state = tokens.findIndex(
    (token, index) =>
      index >= at &&
      index < at + 10 &&
      /^(?:support|oppose|back|favor|favour|believe|want)$/.test(token.lower),
  );
  if (
    state !== -1 &&
    !tokens.slice(at, state).some((token) => token.type !== 'word' || token.tag === 'VERB')
  ) {
    const where = tokens[at]?.tag === 'ADP' ? `${written(text, tokens, at, state)} ` : '';
    const to = wanted(parsed, extent(parsed, state + 1));
    return { words: `${where}${isPeople(head) ? 'who ' : 'that '}${written(text, tokens, state, to)}` };
  }
  const main = clauses.find(
    ({ verb, kind }) => verb.from >= at && verb.tense !== 'none' && !(relativeFirst && kind === 'relative'),
  );
  if (
    !main ||
    main.verb.from - at > 10 ||
    tokens.slice(at, main.verb.from).some((token) => token.type !== 'word')
  )
    return undefined;
  return predicate(parsed, main.verb, head, text);
}

/** "want the talks extended to Elm": the participle belongs to what is wanted. */
function wanted(parsed: Parsed, to: number): number {
  const { tokens } = parsed;
  const participle = tokens[to]?.tag === 'VERB' && /(?:ed|en)$/.test(tokens[to]!.lower);
  return participle && tokens[to - 1]?.tag === 'NOUN' ? extent(parsed, to + 1, 6) : to;
}
