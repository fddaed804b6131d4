import { isMark } from './attribution.js';
import type { ResolvedAttribution } from './claim-facts.js';
import type { Entities } from '../entities/entities.js';
import { outletWords, sameOutlet } from '../../domain/outlet-names.js';
import { isOutletEntity, NEWS_NOUNS } from './outlets.js';
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
  const passedOn = sentences.slice(0, FIRST_SENTENCES).some(({ tokens }) => citesUnnamed(tokens));
  const lead = sentences.slice(0, passedOn ? OPENING_SENTENCES : LEAD_SENTENCES);
  for (const [i, parsed] of lead.entries()) {
    if (i >= FIRST_SENTENCES && othersSpoke && !passedOn) break;
    const said = attributions.get(parsed.sentence.index) ?? [];
    // "In an interview with the Post, she also said": a detail.
    const added = i > 0 && parsed.tokens.some(({ lower }) => lower === 'also');
    const names = added ? [] : [...credited(parsed, said, entities)];
    for (const name of names) if (!sameOutlet(name, publisher)) found.add(name);
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
  for (const { entity, from, to } of parsed.mentions)
    if (isOutletEntity(entities, entity) && isCredited(parsed.tokens, from, to))
      yield entities.list[entity]!.name;
}

const isTold = (token: Token | undefined): boolean => token?.lower === 'told' || token?.lower === 'tells';

/** Whether an outlet is told something, is behind what was found, or reports behind its verb: "…, writes the Post". */
function isCredited(tokens: readonly Token[], at: number, to: number): boolean {
  const head = tokens[at - 1]?.lower === 'the' ? at - 2 : at - 1;
  const word = tokens[head]?.lower ?? '';
  if (isTold(tokens[head])) return true;
  if (/^(?:reports|reported|writes|wrote)$/.test(word)) return isMark(tokens[head - 1]);
  // "It failed, the Post reports.", whatever the tagger takes "reports" for.
  const reports = /^(?:reports|reported)$/.test(tokens[to]?.lower ?? '');
  if (reports && isMark(tokens[head]) && /^[.,]?$/.test(tokens[to + 1]?.text ?? '')) return true;
  const before = tokens[head - 1]?.lower ?? '';
  if (word === 'to') return CONFIDED.test(before);
  if (word === 'with') return /^interviews?$/.test(before);
  if (word === 'on') return before === 'interviewed';
  return word === 'by' && tokens.slice(Math.max(0, head - 4), head).some(({ lower }) => FOUND.test(lower));
}

const CONFIDED = /^(?:confirmed|said|spoke|revealed|admitted|confided)$/;

/** "according to media reports", "told a Norwegian newspaper": what is passed on is named later. */
function citesUnnamed(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }, i) => {
    const before = tokens[i - 1]?.lower ?? '';
    if (lower === 'report' || lower === 'reports')
      return MEDIA.has(before) && tokens.slice(Math.max(0, i - 5), i).some((it) => it.lower === 'according');
    if (!NEWS_NOUNS.has(lower)) return false;
    const told = tokens.slice(Math.max(0, i - 3), i).findLast(({ tag }) => tag === 'DET' || tag === 'VERB');
    return (told?.lower === 'a' || told?.lower === 'an') && isTold(tokens[tokens.indexOf(told) - 1]);
  });
}

const MEDIA: ReadonlySet<string> = new Set('media newspaper press news television tv magazine'.split(' '));

const FOUND = /^(?:reported|published|obtained|seen|broadcast|first|interviewed)$/;

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
