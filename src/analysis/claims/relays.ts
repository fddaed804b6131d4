import { isMark } from './attribution.js';
import type { ResolvedAttribution } from './claim-facts.js';
import type { Entities } from '../entities/entities.js';
import { outletWords, sameOutlet } from '../../domain/outlet-names.js';
import { isOutletEntity } from './outlets.js';
import type { Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';

/** A report that passes on another's says so at once; a credit further down is a detail's. */
const LEAD_SENTENCES = 3;
/** A credit that comes after these still makes a relay when nobody else has spoken before. */
const FIRST_SENTENCES = 2;
/** Who reports for the publisher itself is named soon. */
const OPENING_SENTENCES = 5;

/**
 * Outlets whose reporting the article only passes on: its lead credits them ("the Daily Post reported", "told the Daily
 * Post", "according to the Daily Post"), and the publisher has nothing of its own beside it but an answer to what the
 * first sentence passes on.
 */
export function findRelays(
  sentences: readonly Parsed[],
  attributions: ReadonlyMap<number, readonly ResolvedAttribution[]>,
  entities: Entities,
  publisher: string,
): string[] {
  const found = new Set<string>();
  let othersSpoke = false;
  for (const [i, parsed] of sentences.slice(0, LEAD_SENTENCES).entries()) {
    if (i >= FIRST_SENTENCES && othersSpoke) break;
    const said = attributions.get(parsed.sentence.index) ?? [];
    for (const name of credited(parsed, said, entities)) if (!sameOutlet(name, publisher)) found.add(name);
    if (i === 0 && found.size > 0) return namesPublisher(parsed.tokens, publisher) ? [] : [...found];
    othersSpoke ||= said.some(({ speaker }) => speaker.kind !== 'outlet');
  }
  const opening = found.size > 0 ? sentences.slice(0, OPENING_SENTENCES) : [];
  return opening.some(({ tokens }) => namesPublisher(tokens, publisher)) ? [] : [...found];
}

function* credited(
  parsed: Parsed,
  said: readonly ResolvedAttribution[],
  entities: Entities,
): Generator<string> {
  for (const { speaker } of said) if (speaker.kind === 'outlet') yield speaker.text;
  for (const { entity, from } of parsed.mentions)
    if (isOutletEntity(entities, entity) && isCredited(parsed.tokens, from))
      yield entities.list[entity]!.name;
}

/** Whether an outlet is told something, is behind what was found, or reports behind its verb: "…, writes the Post". */
function isCredited(tokens: readonly Token[], at: number): boolean {
  const head = tokens[at - 1]?.lower === 'the' ? at - 2 : at - 1;
  const word = tokens[head]?.lower ?? '';
  if (/^(?:told|tells)$/.test(word)) return true;
  if (/^(?:reports|reported|writes|wrote)$/.test(word)) return isMark(tokens[head - 1]);
  return word === 'by' && tokens.slice(Math.max(0, head - 4), head).some(({ lower }) => FOUND.test(lower));
}

const FOUND = /^(?:reported|published|obtained|seen|broadcast|first)$/;

/** "told the Daily Post", "the Daily Post has learned", in the Daily Post; not "(Daily Post) –", its mark on all it has. */
function namesPublisher(tokens: readonly Token[], publisher: string): boolean {
  const name = outletWords(publisher);
  if (!name[0]) return false;
  return tokens.some(
    (token, index) =>
      token.lower === name[0] &&
      token.text !== token.lower &&
      name.every((word, k) => tokens[index + k]?.lower === word) &&
      tokens[index - 1]?.text !== '(' &&
      // "the New Elm Times", in the Elm Times
      !/^\p{Lu}\p{Ll}/u.test(index > 1 ? tokens[index - 1]!.text : ''),
  );
}
