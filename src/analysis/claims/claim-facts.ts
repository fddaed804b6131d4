import type { Attribution } from './attribution.js';
import type { Entities } from '../entities/entities.js';
import { sameOutlet } from '../../domain/outlet-names.js';
import { isOutletEntity } from './outlets.js';
import { mentionAt, type Parsed } from '../sentence/parse.js';
import type { Speaker } from './spoken-of.js';

/** An attribution with its speaker known; what developments and figures ask for. */
export interface ResolvedAttribution extends Attribution {
  readonly speaker: Speaker;
}

/** The outlet it was said to, or that reports it, when it is not the publisher's own. */
export function outletOf(
  parsed: Parsed,
  attribution: ResolvedAttribution,
  all: readonly ResolvedAttribution[],
  entities: Entities,
  publisher: string,
): string | undefined {
  const names: string[] = [];
  if (attribution.recipient) {
    const [from, to] = attribution.recipient;
    const mention = mentionAt(parsed, parsed.tokens[from]?.lower === 'the' ? from + 1 : from);
    if (mention && mention.from < to && isOutletEntity(entities, mention.entity))
      names.push(entities.list[mention.entity]!.name);
  }
  for (const { speaker } of all) if (speaker.kind === 'outlet') names.push(speaker.text);
  return names.find((name) => !sameOutlet(name, publisher));
}

/** Unnamed people of one description are taken to have spoken on one occasion. */
export const keyOf = ({ kind, text }: Speaker): string =>
  kind === 'unnamed'
    ? text
        .replace(/^(?:an?|the|one of the|two|three|four|several|some|both)\s+/i, '')
        .replace(/\b(?:first|second|third|other|same)\s+/g, '')
        .replace(/s$/, '')
    : text;

export function salienceOf(parsed: Parsed, speaker: Speaker, quoted: boolean): number {
  const early = Math.max(0, 0.3 - parsed.sentence.passage * 0.03);
  const who = speaker.kind === 'person' ? 0.25 : speaker.kind === 'body' ? 0.15 : 0.1;
  return Math.round(Math.min(1, 0.35 + early + who + (quoted ? 0.1 : 0)) * 100) / 100;
}
