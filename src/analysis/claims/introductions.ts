import { isSpeechVerb } from '../lexicon/speech.js';
import type { Parsed } from '../sentence/parse.js';
import type { ResolvedAttribution } from './claim-facts.js';
import type { SpeakerTracker } from './speakers.js';

/** Tokens between such a verb and its colon: "said in a statement:". */
const MOST_AFTER = 6;

/**
 * Who the last sentence of a passage says will speak: "Ann Roe, the mayor, said:". What the next passage quotes is hers.
 * Undefined for a sentence that introduces nothing.
 */
export function introducedBy(parsed: Parsed, tracker: SpeakerTracker): ResolvedAttribution | undefined {
  const { tokens, clauses } = parsed;
  const clause = clauses.findLast(({ kind }) => kind === 'main' || kind === 'joined');
  const end = tokens.length - 1;
  if (!clause || !/^[,:]$/.test(tokens[end]?.text ?? '')) return undefined;
  const { start, verb } = clause;
  const { lower } = tokens[verb.head]!;
  if (!isSpeechVerb(lower) || end - verb.to > MOST_AFTER) return undefined;
  const subject = [start, verb.from] as const;
  const speaker = tracker.resolve(parsed, subject);
  if (!speaker || speaker.kind === 'outlet') return undefined;
  tracker.remember(speaker, parsed);
  const said = { position: 'leading', according: false, verb: lower, clause } as const;
  return { ...said, subject, content: [end, end], segment: [start, end], speaker };
}
