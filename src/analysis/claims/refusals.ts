import type { Clause } from '../sentence/clauses.js';
import type { Span } from '../../domain/statements.js';
import type { Token } from '../reading/tokens.js';
import type { Parsed } from '../sentence/parse.js';
import type { ResolvedAttribution } from './claim-facts.js';
import { subjectText, trimmedSpan } from './said-spans.js';
import type { SpeakerTracker } from './speakers.js';

/** The clauses of a sentence that say somebody said nothing: "… declined to comment", "… did not respond". */
export function findRefusals({ tokens, clauses }: Parsed): Clause[] {
  return clauses.filter(({ verb, kind }) => {
    if (kind !== 'main' && kind !== 'joined') return false;
    const head = tokens[verb.head]!.lower;
    const [to, act] = [tokens[verb.to]?.lower, tokens[verb.to + 1]?.lower ?? ''];
    const declined =
      /^(?:declined|refused|declines)$/.test(head) &&
      to === 'to' &&
      /^(?:comment|discuss|answer|elaborate|say|reveal|confirm|speak|specify|disclose|respond)$/.test(act);
    return declined || (verb.negated && /^(?:respond|reply|return|answer|comment)$/.test(head));
  });
}

/** "Ann Roe, the mayor of Elm and Orm," is one who is described to the comma. */
const isListed = (subject: readonly Token[], and: number): boolean =>
  !subject.slice(and).some(({ text }) => text === ',');

/** The first refusal of a sentence whose speaker is known, with the words of it. */
export function refusalIn(
  parsed: Parsed,
  tracker: SpeakerTracker,
  text: string,
): { attribution: ResolvedAttribution; span: Span } | undefined {
  const { tokens } = parsed;
  for (const { verb, start } of findRefusals(parsed)) {
    const speaker = tracker.resolve(parsed, [start, verb.from]);
    const span = trimmedSpan(tokens.slice(start));
    if (!speaker || speaker.kind === 'outlet' || !span) continue;
    const subject = tokens.slice(start, verb.from);
    const and = subject.findLastIndex(({ lower }) => lower === 'and');
    const list = subject.slice(0, and + 1).some(({ text: mark }) => mark === ',') && isListed(subject, and);
    const attribution: ResolvedAttribution = {
      position: 'leading',
      according: false,
      verb: tokens[verb.head]!.lower,
      subject: [start, verb.from],
      content: [verb.from, tokens.length],
      segment: [start, verb.to],
      speaker: list ? { text: subjectText(text, tokens, start, verb.from), kind: 'unnamed' } : speaker,
    };
    return { attribution, span };
  }
  return undefined;
}
