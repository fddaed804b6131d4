import type { ResolvedAttribution } from './claim-facts.js';
import type { Entities } from '../entities/entities.js';
import { sameOutlet } from '../../domain/outlet-names.js';
import { isOutletEntity } from './outlets.js';
import type { Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';

/** Only what the opening rests on makes a report a relay; a credit further down is a detail's. */
const OPENING_SENTENCES = 5;

/**
 * Outlets whose reporting the article only passes on: credited in its opening ("the Daily Post reported", "told the
 * Daily Post", "according to the Daily Post"), while nothing there was said to the publisher itself.
 */
export function findRelays(
  sentences: readonly Parsed[],
  attributions: ReadonlyMap<number, readonly ResolvedAttribution[]>,
  entities: Entities,
  publisher: string,
): string[] {
  const found = new Set<string>();
  for (const parsed of sentences.slice(0, OPENING_SENTENCES)) {
    if (toldPublisher(parsed.tokens, publisher)) return [];
    for (const { speaker } of attributions.get(parsed.sentence.index) ?? []) {
      if (speaker.kind === 'outlet' && !sameOutlet(speaker.text, publisher)) found.add(speaker.text);
    }
    for (const { entity, from } of parsed.mentions) {
      if (!isOutletEntity(entities, entity)) continue;
      const { name } = entities.list[entity]!;
      if (isCredited(parsed.tokens, from) && !sameOutlet(name, publisher)) found.add(name);
    }
  }
  return [...found];
}

const before = (tokens: readonly Token[], at: number): string =>
  tokens[tokens[at - 1]?.lower === 'the' ? at - 2 : at - 1]?.lower ?? '';

const isCredited = (tokens: readonly Token[], at: number): boolean =>
  /^(?:told|tells|by)$/.test(before(tokens, at)) &&
  (before(tokens, at) !== 'by' ||
    tokens
      .slice(Math.max(0, at - 5), at)
      .some((token) => /^(?:reported|published|obtained|seen|broadcast|first)$/.test(token.lower)));

/** "told the Daily Post", in the Daily Post: reporting of its own. */
function toldPublisher(tokens: readonly Token[], publisher: string): boolean {
  const name = publisher
    .toLowerCase()
    .replace(/^the\s+/, '')
    .split(/\s+/);
  if (!name[0]) return false;
  return tokens.some(
    (token, index) =>
      token.lower === 'told' &&
      name.every((word, k) => tokens.slice(index + 1, index + 3 + k).some((next) => next.lower === word)),
  );
}
