import type { Entities } from '../entities/entities.js';
import type { NumberPhrase } from '../reading/numbers.js';
import type { Token } from '../reading/tokens.js';
import { written, type Parsed } from '../sentence/parse.js';

/** "Elm, where some 400 families shelter", "Elm, a town on the border with Oak, where some 400 …": counted in Elm. */
export function inWhere(
  { tokens, mentions }: Parsed,
  { qualifierFrom }: NumberPhrase,
  text: string,
  entities: Entities,
): string | undefined {
  if (tokens[qualifierFrom - 1]?.lower !== 'where') return undefined;
  const to = tokens[qualifierFrom - 2]?.text === ',' ? qualifierFrom - 2 : qualifierFrom - 1;
  const last = mentions.find((mention) => mention.to === to);
  const place =
    last &&
    (mentions.findLast(
      ({ entity, to: end }) => entities.list[entity]!.type === 'place' && explains(tokens, end, last.from),
    ) ??
      last);
  return place && entities.list[place.entity]!.type === 'place'
    ? `in ${written(text, tokens, place.from, place.to)}`
    : undefined;
}

/** "Elm, a town of 900 people": whose population that is. */
export function townOf(
  { tokens, mentions }: Parsed,
  { qualifierFrom }: NumberPhrase,
  text: string,
): string | undefined {
  const kind = qualifierFrom - 2;
  if (tokens[qualifierFrom - 1]?.lower !== 'of' || !TOWN.test(tokens[kind]?.lower ?? '')) return undefined;
  const name = mentions.findLast(({ to }) => to <= kind && explains(tokens, to, kind));
  return name && written(text, tokens, name.from, name.to);
}
const TOWN =
  /^(?:city|town|village|hamlet|island|country|nation|region|community|settlement|district|suburb)$/;

/** Whether what goes from `comma` on to another name is said of the name before: ", a town on the border with". */
function explains(tokens: readonly Token[], comma: number, name: number): boolean {
  const between = tokens.slice(comma, name);
  return (
    between[0]?.text === ',' &&
    /^(?:an?|the)$/.test(between[1]?.lower ?? '') &&
    !between.slice(1).some(({ text }) => text === ',')
  );
}
