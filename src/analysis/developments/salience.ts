import { readsAlone } from '../sentence/antecedents.js';
import type { Entities } from '../entities/entities.js';
import { shareOf } from '../reading/cohesion.js';
import { isPronoun, type Draft } from './draft.js';

/** How much a development matters to its report, 0.05..1: its place, its words in the title, a day of its own. */
export function salienceOf(
  draft: Draft,
  before: Draft | undefined,
  stems: ReadonlySet<string>,
  title: ReadonlySet<string>,
  entities: Entities,
): number {
  const { parsed, expression, happening, inherited, from, to } = draft;
  const place = parsed.sentence.passage;
  let score = 0.3 + Math.max(0, 0.25 - place * 0.025) + (parsed.sentence.order === 0 ? 0.03 : 0);
  score += 0.25 * shareOf(title, stems);
  if (expression && !inherited) score += draft.when!.precision === 'day' ? 0.15 : 0.08;
  if (
    parsed.mentions.some(
      ({ entity, from: at }) => at >= from && at < to && entities.list[entity]!.type !== 'place',
    )
  )
    score += 0.08;
  if (happening.status !== 'happened') score += 0.02;
  if (inherited) score -= 0.08;
  // "A court clears the captain": without a day of its own it counts less than what has one.
  if (happening.vivid && !expression) score -= 0.25;
  // A phrase, "the fire that …", tells in passing what a sentence elsewhere may tell in full.
  if (draft.clause.kind === 'relative' || draft.named) score -= 0.12;
  if (before) score -= 0.05;
  else if (isPronoun(parsed.tokens[from])) score -= 0.2;
  else if (!readsAlone([{ parsed, from, to }], entities)) score -= 0.1;
  return Math.round(Math.min(1, Math.max(0.05, score)) * 100) / 100;
}
