import type { Clause } from '../sentence/clauses.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import type { Token } from '../reading/tokens.js';

/** Words between "was quoted" and "as saying": "in Friday's Elm Gazette", "by state radio". */
const FURTHEST_AS = 10;

/**
 * Sayings whose verb is more than one word: "was quoted (by the agency) as saying", "pointed out", "went on to
 * say". The clause with all
 * of them as its verb; undefined for any other clause.
 */
export function sayingPhrase(tokens: readonly Token[], clause: Clause): Clause | undefined {
  const { verb } = clause;
  const { lower } = tokens[verb.head]!;
  if (/^point(?:ed|s)?$/.test(lower) && tokens[verb.to]?.lower === 'out' && verb.tense !== 'none')
    return { ...clause, verb: { ...verb, to: verb.to + 1 } };
  // "goes on to say that …"
  const says = tokens[verb.to + 2];
  if (
    /^(?:go(?:es)?|went)$/.test(lower) &&
    tokens[verb.to]?.lower === 'on' &&
    tokens[verb.to + 1]?.lower === 'to' &&
    says &&
    isSpeechVerb(says.lower)
  )
    return { ...clause, verb: { ...verb, head: verb.to + 2, to: verb.to + 3 } };
  if (!verb.passive || !/^(?:quoted|cited|reported)$/.test(lower)) return undefined;
  for (let i = verb.to; i < Math.min(tokens.length - 1, verb.to + FURTHEST_AS); i += 1) {
    if (tokens[i]!.text === ';' || tokens[i]!.quoted) return undefined;
    if (tokens[i]!.lower === 'as' && /^(?:saying|telling)$/.test(tokens[i + 1]!.lower))
      return { ...clause, verb: { ...verb, head: i + 1, to: i + 2, passive: false } };
  }
  return undefined;
}
