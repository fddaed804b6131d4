import type { Entities } from '../entities/entities.js';
import { UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { isUpper } from '../entities/name-runs.js';
import type { Token } from '../reading/tokens.js';
import { NOT_MODIFIERS, ORDINALS } from '../sentence/descriptions.js';

/** "the prime minister" (its words up to its noun): the entity of the one person of the report who holds that office. */
export function holderOf(
  entities: Entities,
  tokens: readonly Token[],
  from: number,
  head: number,
): number | undefined {
  const owner = tokens.slice(from, head).findIndex(({ lower }) => lower === "'s");
  // "the channel's bureau chief" is Elm News's: by what kind of body it is nobody is told apart.
  const named = owner > 0 && isUpper(tokens[from + owner - 1]);
  const wanted = tokens
    .slice(named || owner === -1 ? from : from + owner + 1, head + 1)
    .map((token) => (token.lower === 'premier' ? 'minister' : token.lower))
    .filter((word) => !NOT_MODIFIERS.has(word) && word !== "'s" && !ORDINALS.has(word));
  if (wanted.length === 0 || (UNNAMED_PEOPLE.has(tokens[head]!.lower) && wanted.length < 3)) return undefined;
  const holders = entities.list.flatMap((entity, index) => {
    const role = entity.role?.toLowerCase().split(/[\s’']+/) ?? [];
    return wanted.every((word) => role.includes(word)) ? [index] : [];
  });
  return holders.length === 1 ? holders[0] : undefined;
}
